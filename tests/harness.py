"""Shows a component or a whole app without a client, so that a test can press its buttons.

async with show(Component, argument, width=400) as screen:
    await screen.press("Gem")
    assert "Gemt" in screen.texts()
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import flet as ft

from lbp_app.flet_inside import Headless

Kind = TypeVar("Kind", bound=ft.BaseControl)
PRESSES = {"on_click": "click", "on_tap": "tap", "on_select": "select"}


class Screen:
    """What is shown now. Find again after each event: controls are made anew."""

    def __init__(self, headless: Headless) -> None:
        self.headless = headless

    @property
    def page(self) -> ft.Page:
        return self.headless.page

    @property
    def calls(self) -> list[str]:
        """Names of the client methods the app has called, such as "push_route"."""
        return [name for name, _ in self.headless.client.calls]

    @property
    def pushed_routes(self) -> list[str]:
        calls = self.headless.client.calls
        return [arguments["route"] for name, arguments in calls if name == "push_route"]

    def find(self, kind: type[Kind], **properties: Any) -> list[Kind]:
        """Shown controls of a kind whose properties have these values."""
        return [
            control
            for control in self.headless.controls()
            if isinstance(control, kind)
            and all(getattr(control, name) == value for name, value in properties.items())
        ]

    def one(self, kind: type[Kind], **properties: Any) -> Kind:
        found = self.find(kind, **properties)
        assert len(found) == 1, f"{len(found)} x {kind.__name__} {properties}"
        return found[0]

    def texts(self) -> list[str]:
        """Every text on the page: of Text controls (spans too) and of plain string contents."""
        return [text for control in self.headless.controls() for text in own_texts(control)]

    def labels(self) -> list[str]:
        """What a screen reader is given beside the texts."""
        return [node.label for node in self.find(ft.Semantics) if isinstance(node.label, str)]

    def names(self) -> list[str]:
        """The names of everything that can be pressed."""
        return [name for control in self.headless.controls() for name in press_names(control)]

    async def press(self, name: str, times: int = 1) -> None:
        """Press what carries this name: its text, tooltip or the label of a Semantics round it.
        Several times: so quickly that the program hears of all before it draws.
        """
        innermost, event = self._pressable(name)
        for _ in range(times - 1):
            await self.headless.session.dispatch_event(innermost._i, event, None)
        await self.send(innermost, event)

    async def press_at_once(self, name: str) -> None:
        """Press it twice; the second press comes while the first is being done."""
        innermost, event = self._pressable(name)
        session = self.headless.session
        await asyncio.gather(*(session.dispatch_event(innermost._i, event, None) for _ in range(2)))
        await self.settle()

    def _pressable(self, name: str) -> tuple[ft.BaseControl, str]:
        found = [c for c in self.headless.controls() if name in press_names(c)]
        assert found, f"nothing to press is called {name!r}; there is {self.names()}"
        innermost = found[-1]
        events = (event for handler, event in PRESSES.items() if getattr(innermost, handler, 0))
        return innermost, next(events)

    async def follow(self, name: str) -> None:
        """Press what leads to another page, and go there."""
        before = len(self.pushed_routes)
        await self.press(name)
        assert len(self.pushed_routes) > before, f"{name!r} leads nowhere"
        await self.goto(self.pushed_routes[-1])

    async def type(self, label: str, value: str) -> None:
        """Fill the text field with this label and leave it."""
        await self.send(self.one(ft.TextField, label=label), "change", value, value=value)
        await self.send(self.one(ft.TextField, label=label), "blur", value)

    async def send(self, control: ft.BaseControl, event: str, data: Any = None, **new: Any) -> None:
        """Tell the control's `new` properties, then the event, as a client does."""
        await self.headless.send(control, event, data, **new)
        self.no_crash()

    async def goto(self, route: str) -> None:
        await self.headless.goto(route)
        self.no_crash()

    async def resize(self, width: float, height: float) -> None:
        await self.headless.resize(width, height)
        self.no_crash()

    async def settle(self) -> None:
        await self.headless.settle()
        self.no_crash()

    async def until(self, true: Callable[[], bool]) -> None:
        """Waits for what the app does by itself, by the real clock."""
        for _ in range(250):
            await self.headless.settle()
            if true():
                return self.no_crash()
            await asyncio.sleep(0.02)
        raise AssertionError(f"it did not come; there is {self.texts()}")

    def no_crash(self) -> None:
        for crash in self.headless.client.crashes:
            raise AssertionError(crash)


def own_texts(control: ft.BaseControl) -> list[str]:
    if isinstance(control, ft.TextSpan):
        return [control.text] if control.text else []
    if isinstance(control, ft.Text):
        return [control.value] if control.value else []
    found = (getattr(control, name, None) for name in ("content", "title", "subtitle", "label"))
    return [text for text in found if isinstance(text, str)]


def press_names(control: ft.BaseControl) -> list[str]:
    can_press = any(getattr(control, handler, None) for handler in PRESSES)
    if not can_press or getattr(control, "disabled", False):
        return []
    inner = list(Headless.under(control))
    texts = [text for part in inner for text in own_texts(part)]
    given = [getattr(control, name, None) for name in ("tooltip", "label", "semantics_label")]
    given += [part.semantics_label for part in inner if isinstance(part, ft.Text)]
    around = control.parent
    if isinstance(around, ft.Semantics):
        given.append(around.label)
    names = [*texts, " ".join(texts), *(name for name in given if isinstance(name, str))]
    return list(dict.fromkeys(name for name in names if name))


@asynccontextmanager
async def run(main: Callable[[ft.Page], Any], **page: Any) -> AsyncIterator[Screen]:
    """A whole app: `main` is what Flet would be given; `page` such as route, width, height."""
    headless = Headless(**page)
    try:
        await headless.start(main)
        screen = Screen(headless)
        screen.no_crash()
        yield screen
    finally:
        await headless.close()


@asynccontextmanager
async def show(
    component: Callable[..., Any], *args: Any, width: float = 400, height: float = 800
) -> AsyncIterator[Screen]:
    """One component. If it returns a View it stands alone, else in an empty one."""

    def main(page: ft.Page) -> None:
        page.render(component, *args)

    async with run(main, width=width, height=height) as screen:
        yield screen
