"""The one place that touches Flet's private names. Written against Flet 1.0.5.

`install` keeps exception texts from the screen and the log; `Headless` runs an app without a
client, for tests and measurements.
"""

# mypy: no-disallow-untyped-calls

import asyncio
import dataclasses
import logging
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType, SimpleNamespace
from typing import Any, TypeVar, cast

import flet as ft
import flet.version
import msgpack  # type: ignore[import-untyped]
from flet.components.component import Component
from flet.controls import base_control, object_patch
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.controls.id_counter import ControlId
from flet.controls.object_patch import DiffBuilder
from flet.messaging.connection import Connection
from flet.messaging.protocol import Message, configure_encode_object_for_msgpack
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub
from flet.utils.validation import validate

WRITTEN_FOR = "1.0.5"
ErrorView = Callable[[ft.Page, str], None]

_log = logging.getLogger("rygvej.errors")
_PACKAGE = Path(__file__).parent
_NEUTRAL = (
    "Noget gik galt. Genindlæs siden. Dine gemte svar er her stadig. / "
    "Something went wrong. Reload the page. Your saved answers are still here. ({reference})"
)
_BY_ITSELF = frozenset(("close", "disconnect"))  # events that nobody has to be there for
_TOO_MANY = 5
_WITHIN_SECONDS = 10.0


def problem_with_version() -> str | None:
    """A sentence if the installed Flet is not the one this file was written for."""
    installed = flet.version.flet_version
    if installed == WRITTEN_FOR:
        return None
    return (
        f"Flet {installed} is installed, but lbp_app/flet_inside.py was written for Flet "
        f"{WRITTEN_FOR}: read the file against the new Flet, then change WRITTEN_FOR."
    )


def place(error: BaseException) -> str:
    """Type and code line, nothing else: "ValueError at screens/today.py:41"."""
    ours, last, traceback = "", "?", error.__traceback__
    while traceback is not None:
        file = Path(traceback.tb_frame.f_code.co_filename)
        last = f"{file.name}:{traceback.tb_lineno}"
        if file.is_relative_to(_PACKAGE) and file != Path(__file__):
            ours = f"{file.relative_to(_PACKAGE).as_posix()}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return f"{type(error).__name__} at {ours or last}"


# --- exceptions ---------------------------------------------------------------------------------

_flet_error = Session.error
_flet_update = Component.update
_flet_start_scheduler = Session.start_updates_scheduler
_flet_schedule_update = Session.schedule_update
_flet_dispatch_event = Session.dispatch_event


def install(show: ErrorView | None, touched: Callable[[], None] = lambda: None) -> None:
    """From now on `touched` is told of everything that somebody does in a tab or window, before it
    is done; and a failure is logged as a code line and shown by `show(page, reference)`.

    It covers handlers, effects, `main` and the drawing of components. With None, when `show`
    itself fails, or at more than five failures in ten seconds, a neutral sentence in both
    languages is shown instead.
    """

    def error(self: Session, message: str) -> None:
        _report(self, sys.exc_info()[1], show)

    def update(self: Component) -> None:
        try:
            _flet_update(self)
        except Exception as failure:
            _report(ft.context.page.session, failure, show)

    def start_updates_scheduler(self: Session) -> None:
        before = _scheduler(self)
        _flet_start_scheduler(self)
        task = _scheduler(self)
        if task is not None and task is not before:
            task.add_done_callback(lambda ended: _go_on(self, ended, show))

    async def dispatch_event(self: Session, control_id: int, name: str, data: Any) -> None:
        if name not in _BY_ITSELF:
            touched()
        await _flet_dispatch_event(self, control_id, name, data)

    def schedule_update(self: Session, control: Any) -> None:
        """Flet drops what a tab that is cut off should draw, and sends it the older page when it
        comes back: what was locked meanwhile must not be on it.
        """
        if vars(self)["_Session__conn"] is None and self.expires_at is not None:
            _context_page.set(self.page)
            control.update()
        else:
            _flet_schedule_update(self, control)

    be_thrifty()
    _replace(error, update, start_updates_scheduler, dispatch_event, schedule_update)


def uninstall() -> None:
    """Flet's own behaviour again."""
    _replace(
        _flet_error,
        _flet_update,
        _flet_start_scheduler,
        _flet_dispatch_event,
        _flet_schedule_update,
    )


def _replace(
    error: Any, update: Any, start_updates_scheduler: Any, dispatch_event: Any, schedule_update: Any
) -> None:
    vars_of_session = cast(Any, Session)
    vars_of_session.schedule_update = schedule_update
    vars_of_session.dispatch_event = dispatch_event
    vars_of_session.error = error
    vars_of_session.start_updates_scheduler = start_updates_scheduler
    cast(Any, Component).update = update


def _scheduler(session: Session) -> "asyncio.Task[None] | None":
    task: asyncio.Task[None] | None = vars(session)["_Session__updates_task"]
    return task


def _go_on(session: Session, ended: "asyncio.Task[None]", show: ErrorView | None) -> None:
    """Flet's scheduler ends for good when an update outside a component fails; ours goes on."""
    failure = None if ended.cancelled() else ended.exception()
    if failure is not None:
        session.start_updates_scheduler()
        _report(session, failure, show)


def _report(session: Session, error: BaseException | None, show: ErrorView | None) -> None:
    reference = secrets.token_hex(3)
    _log.error("%s %s", reference, place(error) if error else "no exception")
    if show is None or _too_many(session):
        return _show_neutral(session, reference)
    try:
        _context_page.set(session.page)
        show(session.page, reference)
    except Exception as second:
        _log.error("%s %s while it was shown", reference, place(second))
        _show_neutral(session, reference)


def _show_neutral(session: Session, reference: str) -> None:
    _flet_error(session, _NEUTRAL.format(reference=reference))


def _too_many(session: Session) -> bool:
    now = time.monotonic()
    earlier: list[float] = getattr(session, "rygvej_failures", [])
    recent = [at for at in earlier if now - at < _WITHIN_SECONDS] + [now]
    cast(Any, session).rygvej_failures = recent
    return len(recent) > _TOO_MANY


# --- what Flet does for nothing -----------------------------------------------------------------

T = TypeVar("T")
Fields = tuple["dataclasses.Field[Any]", ...]
PLAIN = frozenset((NoneType, bool, int, float, str))  # types that hold nothing

_encode = configure_encode_object_for_msgpack(BaseControl)
_flet_compare = DiffBuilder._compare_values
_flet_event_type = vars(base_control)["get_event_field_type"]
_flet_before_update = ft.Button.before_update
_event_types: dict[tuple[type, str], Any] = {}


def sealed(value: T) -> T:
    """A value of Flet's that nobody changes, for many controls: its parts become what goes over the
    wire, and Flet looks into it and packs them once instead of at each drawing.
    """
    held = vars(value)
    held["_values"] = msgpack.unpackb(msgpack.packb(value, default=_encode))
    held["sealed"] = True
    return value


class Unkept(list[dict[str, Any]]):
    """Many controls as they go over the wire, none of which anybody presses or changes: Flet keeps
    none of them and compares none, so what they stand in needs another key when they are others.
    """

    sealed = True

    def __init__(self, kind: str, each: Iterable[dict[str, Any]]) -> None:
        super().__init__({"_c": kind, "_i": ControlId.next(), **given} for given in each)


def be_thrifty() -> None:
    """Leaves out, in this process and from now on, what changes nothing that is drawn or sent.

    Measured before: opening ten years of Udvikling wrote 16 MB of text for a log line that nobody
    reads (1.6 s), and each comparing looked into all of the fifty or so properties of every
    control, of which five are set.
    """
    ours = SimpleNamespace(is_dataclass=_is_dataclass, fields=_fields_in_use)
    _replace_costly(_said, ours, _compare, _validate, _event_type, _before_update)


def be_as_flet_is() -> None:
    """Flet's own ways again."""
    _replace_costly(
        *(object.__str__, dataclasses, _flet_compare),
        *(validate, _flet_event_type, _flet_before_update),
    )


def _replace_costly(
    said: Any, looking: Any, compare: Any, validating: Any, event_type: Any, before_update: Any
) -> None:
    cast(Any, Message).__str__ = said
    cast(Any, object_patch).dataclasses = looking
    cast(Any, DiffBuilder)._compare_values = compare
    cast(Any, base_control).validate = validating
    cast(Any, base_control).get_event_field_type = event_type
    cast(Any, ft.Button).before_update = before_update


def _said(message: Message) -> str:
    """Flet's server puts each message into a log line, with every control in it, even when nothing
    is logged.
    """
    return message.action.name


def _is_dataclass(given: object) -> bool:
    return hasattr(type(given), "__dataclass_fields__") and not hasattr(given, "sealed")


def _fields_in_use(item: Any) -> Fields:
    """Of Flet's own kinds those that were just changed or hold something: Flet asks for the fields
    to look at the changed, and for controls further down.
    """
    if not hasattr(item, "_values"):
        return dataclasses.fields(item)
    held = {name: getattr(item, name) for name in item._structural_fields} | item._values
    holding = (name for name, value in held.items() if not _is_plain(value))
    names = dict.fromkeys((*item._dirty, *holding))
    return tuple(item.__dataclass_fields__[name] for name in names)


def _is_plain(value: object) -> bool:
    """Nothing that is to be mounted, sent or compared stands in it."""
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    return type(value) in PLAIN or isinstance(value, Enum) or hasattr(value, "sealed")


def _compare(
    self: DiffBuilder, parent: Any, path: list[Any], key: Any, src: Any, dst: Any, frozen: bool
) -> None:
    if src is dst and _is_plain(src):
        return
    _flet_compare(self, parent, path, key, src, dst, frozen)


def _validate(control: Any, **how: Any) -> None:
    """Flet gives each control a set for the errors already told of; nearly all stay empty."""
    try:
        validate(control)
    except ValueError:
        validate(control, **how)


def _before_update(button: ft.Button) -> None:
    """Flet copies the style of each button at each drawing; where the copy would be the same, the
    style itself will do.
    """
    style = button.style
    if style is None or button.color or button.bgcolor or style.elevation != button.elevation:
        _flet_before_update(button)
    else:
        button._internals["style"] = style


def _event_type(control: BaseControl, field_name: str) -> Any:
    """Flet reads the annotations of the whole kind at each event."""
    known = type(control), field_name
    if known not in _event_types:
        _event_types[known] = _flet_event_type(control, field_name)
    return _event_types[known]


# --- without a client ---------------------------------------------------------------------------


class _NoClient(Connection):
    """Answers every method call with None, so that an awaited one returns."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.get_running_loop()
        self.pubsubhub = PubSubHub(loop=self.loop)
        self.page_url = "http://127.0.0.1/test"
        self.session: Session | None = None
        self.crashes: list[str] = []
        self.calls: list[tuple[str, Any]] = []
        self.bytes_sent = 0

    def send_message(self, message: Message) -> None:
        # Packing is part of Flet's work: it takes the snapshots that the next patch is made from.
        packed = msgpack.packb([message.action, message.body], default=_encode)
        self.bytes_sent += len(packed)
        body: Any = message.body
        if message.action.name == "SESSION_CRASHED":
            self.crashes.append(body.message)
        if message.action.name == "INVOKE_METHOD":
            self.calls.append((body.name, body.args))
            self.loop.call_soon(self._answer, body.control_id, body.call_id)

    def _answer(self, control_id: int, call_id: str) -> None:
        if self.session is not None and control_id in self.session.index:
            self.session.handle_invoke_method_results(control_id, call_id, None, None)

    def dispose(self) -> None:
        self.session = None


class Headless:
    """A session of an app without a client. `main` is what `ft.run` would be given."""

    def __init__(self, **page: Any) -> None:
        self.client = _NoClient()
        self.session = self.client.session = Session(self.client)
        first = {"route": "/", "width": 400, "height": 800, "web": True, "platform": "linux"}
        self.session.apply_page_patch(first | page)
        _context_page.set(self.session.page)

    @property
    def page(self) -> ft.Page:
        return cast(ft.Page, self.session.page)

    async def start(self, main: Callable[[ft.Page], Any]) -> None:
        msgpack.packb(self.session.get_page_patch(), default=_encode)
        result = main(self.page)
        if asyncio.iscoroutine(result):
            await result
        await self.session.after_event(self.page)
        await self.settle()

    async def send(self, control: BaseControl, event: str, data: Any = None, **new: Any) -> None:
        """What a client does: first tell the control's `new` properties, then the event."""
        if new:
            self.session.apply_patch(control._i, new)
        await self.session.dispatch_event(control._i, event, data)
        await self.settle()

    async def goto(self, route: str) -> None:
        """What a client does when the address changes."""
        self.session.apply_page_patch({"route": route})
        await self.page._trigger_event("route_change", {"route": route})
        await self.settle()

    async def resize(self, width: float, height: float) -> None:
        self.session.apply_page_patch({"width": width, "height": height})
        await self.page._trigger_event("resize", {"width": width, "height": height})
        await self.settle()

    async def settle(self, turns: int = 30) -> None:
        """Let everything that is ready run, without waiting for time to pass."""
        for _ in range(turns):
            await asyncio.sleep(0)

    async def close(self) -> None:
        self.session.close()
        await self.settle()

    def controls(self) -> Iterator[BaseControl]:
        """Every control that is on the page now, in the order it stands."""
        return self.under(self.page)

    @staticmethod
    def under(control: BaseControl) -> Iterator[BaseControl]:
        """The control itself and every control in it."""
        return _controls(control, set())


def _controls(node: Any, seen: set[int]) -> Iterator[BaseControl]:
    if isinstance(node, (list, tuple)):
        for child in node:
            yield from _controls(child, seen)
    elif isinstance(node, Component):
        yield from _controls(node._b, seen)
    elif is_dataclass(node) and id(node) not in seen:
        seen.add(id(node))
        if isinstance(node, BaseControl):
            yield node
        kind: Any = type(node)
        given = vars(node).get("_values")  # of Flet's own kinds: what differs from the default
        for name in _parts(kind):
            if given is not None and name not in given and name not in kind._structural_fields:
                continue
            part = getattr(node, name, None)
            if isinstance(part, (list, tuple)) or is_dataclass(part):
                yield from _controls(part, seen)


@cache
def _parts(kind: type) -> tuple[str, ...]:
    """Fields in which other controls may stand."""
    names = [field.name for field in fields(kind)]
    left_out = {name for name in names if name.startswith("_")} - {"_dialogs"}
    return tuple(name for name in names if name not in left_out | {"parent", "data"})


# --- the desktop client -------------------------------------------------------------------------


def desktop_client_ready() -> bool:
    """Whether Flet's desktop client lies on the disk; looking never downloads it."""
    given = os.environ.get("FLET_VIEW_PATH")
    if given:
        return Path(given).exists()
    import flet_desktop  # type: ignore[import-not-found,unused-ignore]

    bundled = Path(flet_desktop.get_package_bin_dir()) / flet_desktop.get_artifact_filename()
    unpacked = vars(flet_desktop).get("__get_client_storage_dir")
    return bundled.exists() or (unpacked is not None and unpacked().exists())
