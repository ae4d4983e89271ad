"""One start of the app: be the one that serves the data folder, or open the one that does."""

import dataclasses
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from lbp_app import config
from lbp_app.errors import AppError, ReadOnlyError
from lbp_app.front.keys import Kept, keep, kept_in, new_keys
from lbp_app.front.lifecycle import IN_WINDOW, LOCK_FILE, Lock, forget, new_address
from lbp_app.front.ports import listen, listen_anywhere

if TYPE_CHECKING:
    from lbp_app.front.server import Options, Served

PATIENCE = 15.0  # seconds that a second start waits for the first to answer


class NotAnsweringError(AppError):
    key = "error.not_answering"


class NotRunningError(AppError):
    key = "error.not_running"


class PortTakenError(AppError):
    key = "error.port_taken"


def has_screen() -> bool:
    """Whether opening a browser can be of use to anyone."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))


def open_browser(address: str) -> None:
    """Never waits and never fails: the address has been printed too."""
    if has_screen():
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def prepare(data: Path) -> None:
    """Makes the data folder, for its owner only."""
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        (data / LOCK_FILE).touch(mode=0o600)
    except OSError as error:
        raise ReadOnlyError from error


def socket_for(
    data: Path, wanted: int | None, say: Callable[[str, str], None]
) -> tuple[socket.socket, Kept]:
    """The wanted port, else the kept one, else another that is kept from now on."""
    kept = kept_in(data) or new_keys()
    port = wanted or kept.port
    found = listen(port) if port else None
    if found is None and wanted:
        raise PortTakenError(port=wanted)
    if found is None:
        found = listen_anywhere()
        if port:
            say("moved", str(port))
    kept = dataclasses.replace(kept, port=found.getsockname()[1])
    keep(data, kept)
    return found, kept


def start(
    settings: config.Settings,
    open_app: "Callable[[config.Settings], Served]",
    say: Callable[[str, str], None],
    options: "Options",
) -> None:
    """Serves `settings.data` until the end, or shows the one that does already.

    `say` is given what to tell the person: a key of `saying.SENTENCES` and what it is about.
    """
    with alone(settings, say) as first:
        if first:
            _serve(settings, open_app, say, options)


@contextmanager
def alone(settings: config.Settings, say: Callable[[str, str], None]) -> Iterator[bool]:
    """True in the one process that has the data folder; else the other one has been shown."""
    prepare(settings.data)
    lock = Lock(settings.data)
    if not lock.take():
        show_running(settings, say, "again", PATIENCE)
        yield False
        return
    try:
        forget(settings.data)
        yield True
    finally:
        forget(settings.data)
        lock.release()


def is_running(data: Path) -> bool:
    """Whether a process holds the data folder now."""
    lock = Lock(data)
    try:
        free = lock.take()
    except OSError:
        return False
    lock.release()
    return not free


def show_running(
    settings: config.Settings, say: Callable[[str, str], None], how: str, patience: float
) -> None:
    address = new_address(settings.data, patience)
    if address == IN_WINDOW:
        return say("window", "")
    if address is None:
        raise NotAnsweringError
    say(how, address)
    if settings.open_browser:
        open_browser(address)


def _serve(
    settings: config.Settings,
    open_app: "Callable[[config.Settings], Served]",
    say: Callable[[str, str], None],
    options: "Options",
) -> None:
    from lbp_app.front.server import Server

    listening, kept = socket_for(settings.data, settings.port, say)
    server = Server(settings.data, kept, say, options)

    def started(address: str) -> None:
        say("open", address)
        if settings.open_browser:
            open_browser(address)

    with listening:
        app = open_app(dataclasses.replace(settings, stop=server.stop))
        server.run(listening, app, started)
