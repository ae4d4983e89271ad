"""Flet's hooks with the types that mypy cannot infer."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, TypeVar, cast

import flet as ft

from lbp_app.model.day import Clock

DOUBLE = 800  # ms from the first to the last of some quick taps that were meant as one
T = TypeVar("T")
C = TypeVar("C", bound=Callable[..., Any])
Do = Callable[[], Awaitable[None]]
Single = Callable[[Callable[[], bool]], None]


def use_value(first: Callable[[], T]) -> tuple[T, Callable[[T], None]]:
    """State of a component; `first` makes its first value, when the component appears."""
    state: Any = ft.use_state
    return cast(tuple[T, Callable[[T], None]], state(first))


def use_draft(first: T) -> tuple[T, Callable[[], T], Callable[..., None]]:
    """A form that is kept when its button is pressed: what is drawn of it, what stands in it at the
    moment that this is called (two quick taps come before a drawing), and what sets fields of it.

    What was not touched is as in `first`, also when that becomes another: what another tab has
    kept is seen here, and not put back with the rest.
    """
    draw_again = use_counter()
    newest = ft.use_ref(dict[str, Any]())

    def now() -> T:
        return cast(T, replace(cast(Any, first), **(newest.current or {})))

    def change(**fields: Any) -> None:
        newest.current = (newest.current or {}) | fields
        draw_again()

    return now(), now, change


def use_single(clock: Clock) -> Single:
    """Runs what adds something and gives True once it is kept; not again for the second tap of a
    double one, which would add it twice or complain about the field that was just emptied.
    """
    added: ft.MutableRef[int] = ft.use_ref(None)

    def single(add: Callable[[], bool]) -> None:
        now = clock.steady()
        if (added.current is None or now - added.current >= DOUBLE) and add():
            added.current = now

    return single


def use_once() -> tuple[bool, Callable[[Do], Do]]:
    """Whether something runs, and what makes of a handler one that does nothing while it does: the
    second tap of a double one comes before the button is drawn as disabled.
    """
    shown, show = use_value(bool)
    running: ft.MutableRef[bool] = ft.use_ref(False)

    def once(do: Do) -> Do:
        async def run() -> None:
            if running.current:
                return
            running.current = True
            show(True)
            try:
                await do()
            finally:
                running.current = False
                show(False)

        return run

    return shown, once


def use_count() -> tuple[int, Callable[[], None]]:
    """How often what counts was called; it has the component drawn again."""
    state: Any = ft.use_state
    number, count = state(0)
    return number, lambda: count(lambda n: n + 1)


def use_counter() -> Callable[[], None]:
    """What to call to have the component drawn again."""
    return use_count()[1]


def use_kept(ui: object, draw: Callable[[], T], *hangs_on: object) -> T:
    """What `draw` made, until the Ui or something that it hangs on is another: Flet leaves alone
    what is the same object. Nothing in it may be a component, since one that is kept no longer
    finds its context (Flet 1.0.5).
    """
    return ft.use_memo(draw, [ui, *hangs_on])


Draw = Callable[[], ft.Control]
Keep = Callable[..., ft.Control]  # place, draw, and all that the drawing hangs on


def anew(place: object, draw: Draw, *hangs_on: object) -> ft.Control:
    """A Keep that keeps nothing."""
    return draw()


class Kept:
    """Of a drawing the parts that stay as they are, by their place; else as `use_kept`. What a
    drawing leaves out is forgotten.
    """

    def __init__(self) -> None:
        self._parts: dict[object, tuple[tuple[object, ...], ft.Control]] = {}

    def drawing(self) -> Keep:
        """To be called once for each drawing."""
        before, self._parts = self._parts, {}
        parts = self._parts

        def keep(place: object, draw: Draw, *hangs_on: object) -> ft.Control:
            known = before.get(place)
            same = known is not None and known[0] == hangs_on
            parts[place] = known if known and same else (hangs_on, draw())
            return parts[place][1]

        return keep


def keyed(component: C, key: object) -> C:
    """The component under a key: another key is another one, with a state of its own."""

    def made(*args: Any, **kwargs: Any) -> Any:
        return component(*args, key=str(key), **kwargs)

    return cast(C, made)
