"""Puts gate, site and Flet together and runs them until someone says stop."""

import gc
import json
import os
import secrets
import socket
import subprocess
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import flet as ft
import uvicorn

from lbp_app import config, flet_inside
from lbp_app.front import packed
from lbp_app.front.answers import Answer, Receive, Scope, Send
from lbp_app.front.gate import LINK, App, Gate
from lbp_app.front.keys import Kept
from lbp_app.front.lifecycle import IDLE_SECONDS, IdleEnd, Running, forget
from lbp_app.front.packed import Packed
from lbp_app.front.ports import HOST
from lbp_app.front.shelf import Shelf
from lbp_app.front.site import Arrive, Depart, Look, Site, Tabs, nothing_expected, nothing_offered

SESSION_SECONDS = 3600
LARGEST_MESSAGE = 16 * 1024 * 1024  # bytes of what a tab says at once; files come beside it


AS_THE_BROWSER = Look()


def _never() -> bool:
    return False


def _no_calendar(secret: str) -> bytes | None:
    return None


@dataclass(frozen=True)
class Served:
    """What the front needs of an app. `state` is told to `lbp doctor`: nothing personal in it.

    `calendar` gives the one that belongs to a secret, None for any other.
    """

    main: Callable[[ft.Page], Any]
    on_error: flet_inside.ErrorView | None = None
    look: Look = AS_THE_BROWSER
    keep_running: Callable[[], bool] = _never
    begin: Callable[[], None] = config.nothing  # on the event loop, before the first tab
    close: Callable[[], None] = config.nothing
    touched: Callable[[], None] = config.nothing  # somebody does something
    lock: Callable[[], None] = config.nothing
    arrive: Arrive = nothing_expected
    depart: Depart = nothing_offered
    calendar: Callable[[str], bytes | None] = _no_calendar
    extra: App | None = None
    fonts: Mapping[str, str] = field(default_factory=dict)
    state: Callable[[], dict[str, object]] = dict


@dataclass(frozen=True)
class Options:
    """What differs from start to start; tests shorten the waiting."""

    version: str
    cache: Path
    assets: Path
    idle_seconds: float = IDLE_SECONDS
    make_smallest: bool = True


class Server:
    """One data folder, served on one bound socket."""

    def __init__(
        self, data: Path, kept: Kept, say: Callable[[str, str], None], options: Options
    ) -> None:
        self._data, self._kept, self._say, self._options = data, kept, say, options
        self._key = secrets.token_urlsafe(32)
        self._uvicorn: _Uvicorn | None = None
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Ends `run`, from any thread, also before it has begun."""
        self._stopped.set()
        if self._uvicorn is not None:
            self._uvicorn.should_exit = True

    def run(self, listening: socket.socket, app: Served, started: Callable[[str], None]) -> None:
        """Serves until `stop`; `started` is given the address with its link."""
        flet_inside.install(app.on_error, app.touched)
        gate = self._gate(app)

        def ready() -> None:
            kept = self._kept
            Running(os.getpid(), kept.port, kept.prefix, self._key).write(self._data)
            app.begin()
            started(self._address(gate))

        self._uvicorn = _Uvicorn(_uvicorn_config(gate), ready, lambda: forget(self._data))
        if self._stopped.is_set():
            return
        child = _Smallest(self._shelf, self._options)
        leave_in_peace()
        try:
            self._uvicorn.run(sockets=[listening])
        finally:
            child.end()
            app.close()

    def _gate(self, app: Served) -> Gate:
        import flet_web  # type: ignore[import-untyped]
        import flet_web.fastapi as flet_fastapi  # type: ignore[import-untyped]

        options = self._options
        flet_app = flet_fastapi.app(app.main, session_timeout_seconds=SESSION_SECONDS, no_cdn=True)
        web = Path(flet_web.get_package_web_dir())
        self._shelf = Shelf(web, options.assets, self._kept.prefix, options.version, app.fonts)
        say = self._say
        idle = IdleEnd(self.stop, app.keep_running, lambda key: say(key, ""), options.idle_seconds)
        kept_copies = Packed(options.cache / "packed")
        tabs = Tabs(idle.tabs)
        site = Site(
            flet_app,
            self._shelf,
            kept_copies,
            self._kept.prefix,
            app.look,
            tabs,
            app.extra,
            app.lock,
            app.arrive,
            app.depart,
        )
        gate = Gate(
            site,
            self._control(app, lambda: self._address(gate)),
            self._key,
            self._kept,
            app.calendar,
        )
        return gate

    def _address(self, gate: Gate) -> str:
        kept = self._kept
        return f"http://{HOST}:{kept.port}/{kept.prefix}/?{LINK}={gate.links.new()}"

    def _control(self, app: Served, address: Callable[[], str]) -> App:
        """What another `lbp` on this machine may ask, with the key of the running file."""

        async def control(scope: Scope, receive: Receive, send: Send) -> None:
            what = scope["path"].rsplit("/", 1)[-1] if scope["type"] == "http" else ""
            answers: dict[str, Callable[[], str]] = {
                "open": address,
                "state": lambda: json.dumps(app.state()),
            }
            known = answers.get(what) if scope["method"] == "POST" else None
            answer = Answer(200, known().encode()) if known else Answer(404)
            await answer.send(send)

        return control


def leave_in_peace() -> None:
    """Python no longer looks through the modules for what can be let go, nor several times while
    one screen is drawn, which makes some thousand objects: a tenth of the time of a tap went there.
    """
    gc.freeze()
    gc.set_threshold(10_000)


def _uvicorn_config(gate: Gate) -> uvicorn.Config:
    return uvicorn.Config(
        gate,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_max_size=LARGEST_MESSAGE,
        access_log=False,
        log_config=None,
        server_header=False,
        date_header=False,
        lifespan="on",
        timeout_graceful_shutdown=2,
    )


class _Uvicorn(uvicorn.Server):
    def __init__(
        self, config: uvicorn.Config, ready: Callable[[], None], ended: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._ready, self._ended = ready, ended

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.should_exit:
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._ended()
        await super().shutdown(sockets)


class _Smallest:
    """Makes the compressed copies beside the server: quick ones at once, then the smallest."""

    def __init__(self, shelf: Shelf, options: Options) -> None:
        self._shelf, self._options = shelf, options
        self._child: subprocess.Popen[bytes] | None = None
        self._ended = False
        threading.Thread(target=self._make, daemon=True).start()

    def _make(self) -> None:
        folder, files = self._options.cache / "packed", self._shelf.first_needed()
        copies = Packed(folder)
        for file in files:
            copies.get(file.read_bytes(), packed.chosen("br, gzip"))
        if self._options.make_smallest and not self._ended:
            self._child = packed.start_smallest(folder, files)

    def end(self) -> None:
        self._ended = True
        if self._child is not None:
            self._child.terminate()
            self._child.wait()
