"""The one place that touches Flet's private names. Written against Flet 1.0.5.

Exceptions: whatever goes wrong in a handler, an effect or the drawing of a component reaches
`install`'s callback as a short reference. Message and traceback go nowhere.
"""

import asyncio
import logging
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import flet as ft
import flet.version
import msgpack
from flet.components.component import Component
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import Message, configure_encode_object_for_msgpack
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

WRITTEN_FOR = "1.0.5"
ErrorView = Callable[[ft.Page, str], None]

_log = logging.getLogger("rygvej.errors")
_PACKAGE = Path(__file__).parent
_NEUTRAL = (
    "Noget gik galt. Dine svar er gemt. Genindlæs siden. / "
    "Something went wrong. Your answers are saved. Reload the page. ({reference})"
)
_TOO_MANY = 5
_WITHIN_SECONDS = 10.0


def problem_with_version() -> str | None:
    """A sentence if the installed Flet is not the one this file was written for."""
    installed = flet.version.flet_version
    if installed == WRITTEN_FOR:
        return None
    return (
        f"Flet {installed} is installed, but lbp_app/flet_inside.py was written for "
        f"{WRITTEN_FOR}: read it against the new Flet, then change WRITTEN_FOR."
    )


# --- exceptions ---------------------------------------------------------------------------------


def place(error: BaseException) -> str:
    """Type and code line, nothing else: "ValueError at screens/today.py:41"."""
    where, traceback = "?", error.__traceback__
    while traceback is not None:
        file = Path(traceback.tb_frame.f_code.co_filename)
        if file.is_relative_to(_PACKAGE) and file != Path(__file__):
            where = f"{file.relative_to(_PACKAGE).as_posix()}:{traceback.tb_lineno}"
        elif where == "?" or where.startswith("("):
            where = f"({file.name}:{traceback.tb_lineno})"
        traceback = traceback.tb_next
    return f"{type(error).__name__} at {where}"


def _send_neutral(session: Session, reference: str) -> None:
    _flet_error(session, _NEUTRAL.format(reference=reference))


def _too_many(session: Session) -> bool:
    now = time.monotonic()
    recent: list[float] = getattr(session, "_rygvej_errors", [])
    recent = [at for at in recent if now - at < _WITHIN_SECONDS] + [now]
    session._rygvej_errors = recent
    return len(recent) > _TOO_MANY


def _report(session: Session, error: BaseException | None, show: ErrorView | None) -> None:
    reference = secrets.token_hex(3)
    _log.error("%s %s", reference, place(error) if error else "unknown")
    if show is None or _too_many(session):
        return _send_neutral(session, reference)
    try:
        _context_page.set(session.page)
        show(session.page, reference)
    except Exception as second:
        _log.error("%s %s while showing it", reference, place(second))
        _send_neutral(session, reference)


_flet_error = Session.error
_flet_update = Component.update
_flet_start_scheduler = Session.start_updates_scheduler


def install(show: ErrorView | None) -> None:
    """From now on a failure is logged as a code line and shown by `show(page, reference)`.

    None, a failing `show`, or more than five failures in ten seconds: a neutral sentence in both
    languages instead.
    """

    def error(self: Session, message: str) -> None:
        _report(self, sys.exc_info()[1], show)

    def update(self: Component) -> None:
        session = _session_of(self)
        try:
            _flet_update(self)
        except Exception as failure:
            _report(session, failure, show)

    def start_updates_scheduler(self: Session) -> None:
        _flet_start_scheduler(self)
        self._Session__updates_task.add_done_callback(ended)

        def ended(task: "asyncio.Task[None]") -> None: ...

    Session.error = error
    Component.update = update
    Session.start_updates_scheduler = _restarting_scheduler(show)


def uninstall() -> None:
    """Flet's own behaviour again, for tests."""
    Session.error = _flet_error
    Component.update = _flet_update
    Session.start_updates_scheduler = _flet_start_scheduler


def _session_of(component: Component) -> Session:
    return component.page.session


def _restarting_scheduler(show: ErrorView | None) -> Callable[[Session], None]:
    """Flet's scheduler ends for good when an update outside a component fails; ours goes on."""

    def start(session: Session) -> None:
        before = session._Session__updates_task
        _flet_start_scheduler(session)
        task = session._Session__updates_task
        if task is not before:
            task.add_done_callback(lambda ended: again(session, ended))

    def again(session: Session, ended: "asyncio.Task[None]") -> None:
        if not ended.cancelled() and (failure := ended.exception()):
            start(session)
            _report(session, failure, show)

    return start
