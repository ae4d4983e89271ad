"""What every screen is given: the person, the window, the words, and one way to act."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, cast

import flet as ft

from lbp_app.content.library import Library
from lbp_app.content.wording import Wording
from lbp_app.errors import AppError
from lbp_app.model.history import Change
from lbp_app.model.person import Person, Preferences
from lbp_app.screens.theme import NARROW, RAIL, WIDE, Face, Space
from lbp_app.services import Services


@dataclass(frozen=True)
class Look:
    """The window as it is now. `root` is the browser's own text size, `own` the app's (both as
    factors).
    """

    width: float
    height: float
    dark: bool = False
    own: float = 1.0
    root: float = 1.0
    still: bool = False  # no motion wanted

    @property
    def wide(self) -> bool:
        return self.width >= WIDE

    @property
    def mode(self) -> str:
        return "dark" if self.dark else "light"

    @property
    def scale(self) -> float:
        """How much larger text is on the screen than at 100 %."""
        return self.own * self.root

    def factor(self, face: Face) -> float:
        """What to multiply a size by: the browser multiplies by `root` afterwards."""
        most = face.most if self.wide else min(face.most, face.on_phone)
        return min(self.own, most / self.root)

    def column(self, most: float, framed: bool = True) -> float:
        """Width in px of the content on a page with (framed) or without the rail."""
        room = self.width - (RAIL if self.wide and framed else 0)
        return min(most, room - 2 * self.edge)

    @property
    def edge(self) -> float:
        """Px left and right of the content."""
        if self.wide:
            return Space.EDGE_WIDE
        return Space.EDGE_NARROW if self.narrow else Space.EDGE_PHONE

    @property
    def inset(self) -> float:
        """Px between the edge of a card and what is in it."""
        return 12 if self.narrow else 20

    def line(self, beside: bool = True) -> float:
        """Px that a line in a card has at least; `beside` where it may be one of two columns."""
        room = self.column(self.width)
        if beside and self.beside:
            room = (room - Space.L) / 2
        return room - 2 * (self.inset + Space.HAIR)

    @property
    def beside(self) -> bool:
        """Whether two columns have room side by side."""
        return self.wide and not self.large

    @property
    def narrow(self) -> bool:
        return self.width < NARROW

    @property
    def large(self) -> bool:
        """Text so large that things stand under each other."""
        return self.scale > 1.5


Said = Callable[[Wording], str]


@dataclass(frozen=True)
class Notice:
    """The state line: what was saved (and can be undone), or what went wrong; `says` it in the
    language of the moment in which it is drawn.
    """

    says: Said
    change: Change | None = None
    failed: bool = False


Act = Callable[[], Change | None]


class Acting(Protocol):
    """Runs an action and says "Gemt" or why not; False if it was refused. Of one that made no
    change it says `otherwise`, or nothing, and what could be undone still can.
    """

    def __call__(self, action: Act, otherwise: Said | None = None, /) -> bool: ...


Doing = Callable[[], Coroutine[Any, Any, None]]


@dataclass(frozen=True)
class Ui:
    """The same object until the person, the window or the language is another; what hangs on the
    answers is read through `services` at each drawing.
    """

    services: Services
    library: Library
    person: Person
    preferences: Preferences
    look: Look
    t: Wording
    act: Acting
    attempt: Callable[[Act], AppError | None]  # as `act`, but gives back why not, for a field
    undo: Callable[[Notice], None]
    arrived: Callable[[str], None]  # told by each page when it has come, with its route
    land: Callable[[], None]  # puts the keyboard on the page's heading
    landing: ft.Ref[ft.KeyboardListener]
    version: str
    say: Callable[[Notice], None]  # on the state line and to a screen reader
    go: Callable[[str], None]
    measured: Callable[[float], None]  # the browser's text size, seen on the page
    meanwhile: Callable[[Doing], Callable[[], object]]  # runs until what it gives back is called

    @property
    def today(self) -> date:
        return self.services.clock.today()


UiContext = ft.create_context(cast(Ui, None))
NoticeContext = ft.create_context(cast(Notice | None, None))


def use_ui() -> Ui:
    return ft.use_context(UiContext)
