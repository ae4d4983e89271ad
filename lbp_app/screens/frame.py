"""The frame of every page: five places in a bar or a rail, margins, the state line, and where
focus goes.
"""

from dataclasses import dataclass
from functools import partial

import flet as ft

from lbp_app.content.wording import mark
from lbp_app.model.person import Role as Who
from lbp_app.screens.buttons import link, tap
from lbp_app.screens.cards import STRETCH, stack
from lbp_app.screens.hooks import use_kept
from lbp_app.screens.reach import TOLD_EVERY, Scrolled
from lbp_app.screens.reminding import RingBanner
from lbp_app.screens.shared import padding, shape
from lbp_app.screens.theme import RAIL, SERIF, Face, Radius, Role, Space, Type
from lbp_app.screens.ui import NoticeContext, Ui, use_ui
from lbp_app.screens.words import icon, note, picture, words


def _still_here() -> None:
    """Being told of it is enough: who reads a long page does nothing else (flet_inside.install)."""


@dataclass(frozen=True)
class Place:
    name: str
    glyph: str
    route: str


ME = Place(mark("Mig"), "circle-user-round", "/mig")
EXERCISES = Place(mark("Øvelser"), "person-standing", "/oevelser")
LEARN = Place(mark("Viden"), "book-open-text", "/viden")
PATIENT = (
    Place(mark("I dag"), "sun", "/"),
    EXERCISES,
    Place(mark("Forløb"), "route", "/forloeb"),
    LEARN,
    ME,
)
PHYSIO = (
    Place(mark("Deltagere"), "users", "/"),
    # Oversætter: navneord: et træningshold
    Place(mark("Hold"), "calendar-check", "/hold"),
    EXERCISES,
    LEARN,
    ME,
)
SCROLL_TOLD = 10_000  # milliseconds between two tellings
ONE_COLUMN, TWO_COLUMNS = 720, 1000  # px, the widest content


def places_of(who: Who) -> tuple[Place, ...]:
    return PHYSIO if who is Who.PHYSIO else PATIENT


def Frame(
    *content: ft.Control,
    most: float = ONE_COLUMN,
    bleed: ft.Control | None = None,
    framed: bool = True,
    head: ft.Control | None = None,
    foot: ft.Control | None = None,
    scrolled: Scrolled | None = None,
) -> ft.View:
    """A page of the app. `bleed` reaches the edges above the content; an unframed page has no
    places. `head` stands fast above what scrolls, `foot` below it.
    """
    ui = use_ui()
    route = ft.context.page.route or "/"
    ft.use_effect(lambda: ui.arrived(route), [route])
    scroll = ft.Column(
        [_body(ui, content, most, bleed, framed)],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        on_scroll=scrolled or (_still_here if ui.services and ui.services.guard.is_on else None),
        scroll_interval=TOLD_EVERY if scrolled else SCROLL_TOLD,
    )
    page = ft.Column(
        [
            _ringing(ui, most, framed),
            *_fast(ui, head, most, framed),
            scroll,
            *_fast(ui, foot, most, framed),
            *_use_state_line(ui, most, framed),
        ],
        spacing=0,
        expand=True,
        horizontal_alignment=STRETCH,
    )
    places = use_kept(ui, lambda: _places(ui, route) if framed else None, route, framed)
    probe = use_kept(ui, lambda: _text_size_probe(ui))
    layers = [
        ft.Container(
            _with_places(page, places, ui.look.wide) if places else page,
            left=0,
            right=0,
            top=0,
            bottom=0,
        )
    ]
    return ft.View(
        route=route,
        padding=0,
        spacing=0,
        bgcolor=Role.PAGE,
        controls=[ft.SafeArea(ft.Stack([*layers, probe, SkipLink()], expand=True), expand=True)],
    )


def half(ui: Ui) -> float:
    """Px of one of two columns, or of the one there is."""
    column = ui.look.column(TWO_COLUMNS)
    return (column - Space.L) / 2 if ui.look.beside else column


def side_of(ui: Ui, most: float, framed: bool) -> float:
    """Empty px left and right of the content."""
    room = ui.look.width - (RAIL if ui.look.wide and framed else 0)
    return (room - ui.look.column(most, framed)) / 2


def _body(
    ui: Ui, content: tuple[ft.Control, ...], most: float, bleed: ft.Control | None, framed: bool
) -> ft.Control:
    side = side_of(ui, most, framed)
    top = 0 if bleed else Space.XL if ui.look.wide else Space.M
    room = padding(side, top, side, Space.XL)
    column = ft.Container(stack(*content), padding=room)
    return stack(*([bleed] if bleed else []), column, spacing=0)


def _fast(ui: Ui, part: ft.Control | None, most: float, framed: bool) -> list[ft.Control]:
    if part is None:
        return []
    side = side_of(ui, most, framed)
    return [ft.Container(part, padding=padding(side, Space.XS, side, Space.S), bgcolor=Role.PAGE)]


def _ringing(ui: Ui, most: float, framed: bool) -> ft.Control:
    """Not over a page without places: nobody is disturbed in a training. There is always a control,
    since what follows it would lose its state if its place changed.
    """
    side = side_of(ui, most, framed)
    return ft.Container(RingBanner() if framed else None, padding=padding(side, 0, side, 0))


def _places(ui: Ui, route: str) -> ft.Control:
    places = places_of(ui.person.role)
    drawn = _rail if ui.look.wide else _bar
    return drawn(ui, places, _at(places, route))


def _with_places(page: ft.Column, places: ft.Control, wide: bool) -> ft.Control:
    if not wide:
        page.controls.append(places)
        return page
    return ft.Row([places, page], expand=True, spacing=0, vertical_alignment=STRETCH)


def _at(places: tuple[Place, ...], route: str) -> int:
    """Which place a route belongs to; days and bad spells belong to the first."""
    path = route.split("?")[0]
    return next((i for i, p in enumerate(places) if p.route != "/" and path.startswith(p.route)), 0)


def _bar(ui: Ui, places: tuple[Place, ...], at: int) -> ft.Control:
    def there(e: ft.Event[ft.NavigationBar]) -> None:
        ui.go(places[int(e.control.selected_index)].route)

    drawn = [
        ft.NavigationBarDestination(
            icon=icon(p.glyph, 25, Role.SOFT),
            selected_icon=icon(p.glyph, 25, Role.ON_STAGE),
            label=ui.t(p.name),
        )
        for p in places
    ]
    bar = ft.NavigationBar(
        destinations=list(drawn),
        selected_index=at,
        on_change=there,
        bgcolor=Role.CARD,
        elevation=0,
        height=78 + 12 * (min(ui.look.scale, 1.3) - 1) * 3,
        indicator_color=Role.STAGE,
    )
    return ft.Container(
        bar, border=ft.Border.only(top=ft.BorderSide(1, Role.LINE)), bgcolor=Role.CARD
    )


def _rail(ui: Ui, places: tuple[Place, ...], at: int) -> ft.Control:
    name = words(ui, "Rygvej", Face(24, 1.2, SERIF, -0.3, most=1.3))
    sign = ft.Row([picture(ui, "mark", width=34, height=34), name], spacing=6)
    brand = ft.Container(sign, padding=padding(8, 4, 0, 28))
    rows = [_rail_row(ui, p, i == at) for i, p in enumerate(places)]
    return ft.Container(
        ft.Column([brand, *rows], spacing=4, horizontal_alignment=STRETCH),
        width=RAIL,
        padding=padding(16, 24, 16, 24),
        bgcolor=Role.CARD,
        border=ft.Border.only(right=ft.BorderSide(1, Role.LINE)),
    )


def _rail_row(ui: Ui, place: Place, now: bool) -> ft.Control:
    fg = Role.ON_STAGE if now else Role.SOFT
    name = ui.t(place.name)
    said = ui.t("{name}, valgt", name=name) if now else name
    face = Type.BAR_NOW if now else Type.BAR
    text = words(ui, name, Face(17, 1.3, face.family, most=1.3), fg, semantics_label=said)
    row = ft.Row([icon(place.glyph, 23, fg), text], spacing=14, tight=True)
    bg = Role.STAGE if now else Role.NONE
    return tap(row, lambda: ui.go(place.route), bg=bg, radius=Radius.TILE)


def _use_state_line(ui: Ui, most: float, framed: bool) -> list[ft.Control]:
    """What was saved last, with undo; what went wrong stays until the next thing."""
    notice = ft.use_context(NoticeContext)
    if notice is None:
        return []
    failed = notice.failed
    fg = Role.ERROR if failed else Role.SOFT
    text = ft.Container(note(ui, notice.says(ui.t), fg), expand=True)
    row: list[ft.Control] = [icon("info" if failed else "check", 18, fg), text]
    if notice.change:
        undo = partial(ui.undo, notice)
        row.append(link(ui, ui.t("Fortryd"), undo, said=ui.t("Fortryd det seneste"), at_end=True))
    side = side_of(ui, most, framed)
    edge = ft.BorderSide(1, Role.LINE)
    return [
        ft.Container(
            ft.Row(row, spacing=8),
            padding=padding(side, 2, side, 2),
            border=ft.Border.only(top=edge),
            bgcolor=Role.PAGE,
        )
    ]


@ft.component
def SkipLink() -> ft.Control:
    """First stop of the keyboard, seen only then; leads past the places to the page's heading.

    Until then all but one line of pixels stands above the window, where no finger can hit it.
    """
    ui = use_ui()
    focused, set_focused = ft.use_state(False)
    bg, fg = (Role.DEEP, Role.ON_DEEP) if focused else (Role.NONE, Role.NONE)
    button = ft.FilledButton(
        content=ft.Text(ui.t("Gå til indholdet"), size=17),
        on_click=lambda: ui.land(),
        on_focus=lambda: set_focused(True),
        on_blur=lambda: set_focused(False),
        style=shape(bg, fg, Radius.CHIP, (20, 14, 20, 14)),
    )
    if focused:
        return ft.Container(button, left=8, top=8, offset=ft.Offset(0, 0))
    return ft.Container(button, left=8, top=0, offset=ft.Offset(0, -0.98))


def _text_size_probe(ui: Ui) -> ft.Control:
    """Flet does not tell how large the browser sets text; a letter of known size outside the page
    does.

    Two boxes, since one that is placed and measured at once greys the page (Flet 1.0.5).
    """
    letter = ft.Text("M", style=ft.TextStyle(size=100, height=1), semantics_label="")
    box = ft.Container(letter, on_size_change=lambda e: ui.measured(round(e.height / 100, 1)))
    return ft.Container(box, left=-900, top=-900)
