"""Viden: where reading goes on, a search, the lessons in a suggested order, and what lies round
them.
"""

from collections.abc import Sequence
from functools import partial

import flet as ft

from lbp_app.actions import reading as actions
from lbp_app.content.learning import Hour
from lbp_app.content.library import say
from lbp_app.content.wording import mark
from lbp_app.model.reading import Reading, Standing
from lbp_app.screens.buttons import lead_icon, link, main_button, row_button
from lbp_app.screens.cards import card, columns, page_head, rows_card, stack
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.lesson_rows import address, length, lesson_row, where
from lbp_app.screens.lesson_search import LessonSearch
from lbp_app.screens.shared import padding
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, label, note, words

ALL, OPEN, SAVED = "all", "open", "saved"
FILTERS = {ALL: mark("Alle"), OPEN: mark("Ikke læst"), SAVED: mark("Gemt til senere")}
NOTHING = {
    OPEN: mark("Du har læst dem alle. De er her stadig, når du vil se igen."),
    SAVED: mark("Du har ikke gemt nogen. Tryk på bogmærket i en lektion, så står den her."),
}
TOOLS = (
    ("scale", mark("Vægtskålen"), mark("Det, der trækker ned, og det, der løfter"), "vaegt"),
    ("lightbulb", mark("Gæt myter og fakta"), mark("Vend ét kort ad gangen"), "myter"),
    ("notebook-pen", mark("Mine tanker"), mark("Det, du selv har skrevet"), "tanker"),
)
MORE = (
    ("sunrise", mark("Hvad du kan forvente"), mark("Det, vi ved, og ikke ved"), "forventninger"),
    ("map-pin", mark("Tilbud og links"), mark("Hjælp uden for appen"), "links"),
    ("library-big", mark("Kilder"), mark("Hvor det, vi siger, kommer fra"), "kilder"),
)
Row = tuple[str, str, str, str]


@ft.component
def LearnScreen() -> ft.View:
    ui = use_ui()
    shown, show = use_value(lambda: ALL)
    readings = ui.services.readings.all()
    begin = [_go_on(ui), keyed(LessonSearch, f"search-{ui.t.language}")(), _rows(ui, TOOLS)]
    lessons = [_filters(ui, shown, show), *_weeks(ui, readings, shown)]
    head = page_head(ui, ui.t("Viden"))
    if ui.look.beside:
        both = columns(ui, [*begin, _rows(ui, MORE)], lessons)
        return Frame(head, both, most=TWO_COLUMNS)
    return Frame(head, *begin, *lessons, _rows(ui, MORE))


def _go_on(ui: Ui) -> ft.Control:
    reading = actions.suggested_lesson(ui.services)
    if reading is None:
        text = ui.t("Du har læst alle lektionerne. Alt kan læses igen, så tit du vil.")
        return card(ui, words(ui, text, Type.SPEAK, Role.ON_STAGE), bg=Role.STAGE, roomy=True)
    lesson = ui.library.lesson(reading.lesson)
    begun = bool(reading.place)
    above = ui.t("Fortsæt, hvor du slap") if begun else _first_or_next(ui)
    told = where(ui, lesson, reading.place) if begun else length(ui, lesson)
    button = ui.t("Læs videre") if begun else ui.t("Begynd lektionen")
    return card(
        ui,
        label(ui, above, Role.ON_STAGE),
        heading(ui, say(ui.t, lesson.title), Type.SPEAK, 2, Role.ON_STAGE),
        note(ui, say(ui.t, lesson.aim), Role.ON_STAGE),
        note(ui, told, Role.ON_STAGE),
        ft.Container(height=4),
        main_button(ui, button, partial(ui.go, address(lesson, reading.place))),
        bg=Role.STAGE,
        roomy=True,
        spacing=Space.XS,
    )


def _first_or_next(ui: Ui) -> str:
    read = any(one.finished_on for one in ui.services.readings.all().values())
    return ui.t("Næste lektion, når du har lyst") if read else ui.t("Et godt sted at begynde")


def _rows(ui: Ui, rows: Sequence[Row]) -> ft.Control:
    return rows_card(
        ui,
        *(
            row_button(ui, ui.t(name), ui.t(told), partial(ui.go, f"/viden/{at}"), lead_icon(glyph))
            for glyph, name, told, at in rows
        ),
    )


# --- the lessons --------------------------------------------------------------------------------


def _filters(ui: Ui, shown: str, show: object) -> ft.Control:
    options = [Choice(name, ui.t(text)) for name, text in FILTERS.items()]
    return stack(
        heading(ui, ui.t("Lektionerne")),
        note(ui, ui.t("En rækkefølge, som mange har glæde af. Alt er åbent; du vælger selv.")),
        choices(ui, ui.t("Vis lektioner"), options, shown, show, ground=Role.PAGE),  # type: ignore[arg-type]
        spacing=Space.XS,
    )


def _weeks(ui: Ui, readings: dict[str, Reading], shown: str) -> list[ft.Control]:
    path = ui.library.learning_path
    hours = [_hour(ui, hour, readings, shown) for hour in path.hours]
    taught = {name for hour in path.hours for name in hour.lessons}
    later = [
        _group(
            ui, ui.t("Uge {n}", n=n), [one for one in week if one not in taught], readings, shown
        )
        for n, week in enumerate(path.weeks, 1)
    ]
    drawn = [drawing for drawing in (*hours, *later) if drawing]
    return drawn or [card(ui, words(ui, ui.t(NOTHING[shown])), bg=Role.WELL)]


def _hour(ui: Ui, hour: Hour, readings: dict[str, Reading], shown: str) -> ft.Control | None:
    about = [_inset(note(ui, say(ui.t, hour.about)))]
    further = [ui.library.lesson(name) for name in hour.further]
    after = [
        _inset(note(ui, ui.t("Godt at læse bagefter:"))),
        *(
            _inset(link(ui, say(ui.t, one.title), partial(ui.go, address(one))), left=6)
            for one in further
        ),
    ]
    title = say(ui.t, hour.title)
    return _group(ui, title, hour.lessons, readings, shown, about, after)


def _group(
    ui: Ui,
    title: str,
    names: Sequence[str],
    readings: dict[str, Reading],
    shown: str,
    about: Sequence[ft.Control] = (),
    after: Sequence[ft.Control] = (),
) -> ft.Control | None:
    """None where the filter leaves nothing of it."""
    kept = [(name, readings.get(name, Reading(name))) for name in names]
    rows = [
        lesson_row(ui, ui.library.lesson(name), reading)
        for name, reading in kept
        if _passes(reading, shown)
    ]
    if not rows:
        return None
    whole = shown == ALL
    head = _inset(heading(ui, title, Type.ITEM), top=10)
    body = [*(about if whole else ()), *rows, *(after if whole else ())]
    return card(ui, head, *body, padding=8, spacing=0)


def _passes(reading: Reading, shown: str) -> bool:
    if shown == SAVED:
        return reading.saved
    return shown == ALL or reading.standing is not Standing.READ


def _inset(content: ft.Control, top: float = 0, left: float = 12) -> ft.Control:
    return ft.Container(content, padding=padding(left, top, 12, 4))
