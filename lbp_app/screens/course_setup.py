"""Setting a course up, and changing it: with whom, two weekdays, a time, a first day, a place."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from lbp_app.actions import course as actions
from lbp_app.content import formats
from lbp_app.content.failures import sentence
from lbp_app.errors import AppError
from lbp_app.model.course import A_WEEK, PLACE_LENGTH, Contact, Course, Setting, Slot, State
from lbp_app.model.history import Change
from lbp_app.screens.buttons import link, main_button, plain_button
from lbp_app.screens.cards import card, page_head, stack, told
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.day_fields import clock_of, clock_text, day_of, day_text
from lbp_app.screens.fields import kept, text_field, use_refusal
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import use_draft, use_single
from lbp_app.screens.places import lost
from lbp_app.screens.programme import closed
from lbp_app.screens.theme import Space
from lbp_app.screens.two_weekdays import SUGGESTED, two_weekdays
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note

Set = Callable[..., None]  # fields of the draft by name


@dataclass(frozen=True)
class Draft:
    """What stands in the form; days and times as typed."""

    setting: Setting
    weekdays: tuple[int, ...]
    start: str
    first: str
    second: str
    place: str

    def slots(self) -> tuple[Slot, ...]:
        """Raises AnswerRefusedError for a time that cannot be read."""
        times = (clock_of(self.first), clock_of(self.second or self.first))
        return tuple(map(Slot, sorted(self.weekdays), times))


@ft.component
def NewCourseScreen() -> ft.View:
    ui = use_ui()
    today = ui.today
    draft = Draft(Setting.CLASS, SUGGESTED, day_text(ui, today), "17.00", "", "")
    form = closed(ui) or [CourseForm(draft, True)]
    return Frame(page_head(ui, ui.t("Sæt dit forløb op"), ui.t("Forløb")), *form)


@ft.component
def ChangeCourseScreen() -> ft.View:
    ui = use_ui()
    now = actions.course_now(ui.services)
    if now is None or now.group:
        return lost(ui)
    form = CourseForm(_draft_of(ui, now.course), False)
    return Frame(page_head(ui, ui.t("Ret forløbet"), ui.t("Forløb")), form, RemoveLink())


def _draft_of(ui: Ui, course: Course) -> Draft:
    first, second = (clock_text(ui, slot.at) for slot in course.slots)
    weekdays = tuple(slot.weekday for slot in course.slots)
    start = day_text(ui, course.start)
    other = "" if first == second else second
    return Draft(course.setting, weekdays, start, first, other, course.place)


@ft.component
def CourseForm(first: Draft, new: bool) -> ft.Control:
    """Nothing is kept before the button is pressed; what would come of it is shown at once."""
    ui = use_ui()
    draft, now, put = use_draft(first)
    refused, refuse = use_refusal(ui)
    single = use_single(ui.services.clock)

    def change(**fields: object) -> None:
        refuse(None)
        put(**fields)

    def keep() -> bool:
        done = kept(ui, refuse, lambda: _kept(ui, now(), new))
        if done:
            ui.go("/forloeb")
        return done

    name = ui.t("Begynd forløbet") if new else ui.t("Gem ændringerne")
    days = two_weekdays(ui, lambda: now().weekdays, lambda picked: change(weekdays=picked))
    return stack(
        card(ui, *_with_whom(ui, draft, change)),
        card(ui, stack(*days), *_times(ui, draft, change), spacing=Space.M),
        card(ui, *_when_and_where(ui, draft, change), spacing=Space.M),
        card(ui, *_what_comes(ui, draft, refused, new), spacing=Space.M),
        main_button(ui, name, partial(single, keep)),
    )


def _kept(ui: Ui, draft: Draft, new: bool) -> Change:
    do = actions.set_up if new else actions.change_course
    start = day_of(draft.start, ui.today)
    return do(ui.services, draft.setting, start, draft.slots(), draft.place)


# --- the questions ------------------------------------------------------------------------------


def _with_whom(ui: Ui, draft: Draft, change: Set) -> list[ft.Control]:
    options = [
        Choice(Setting.CLASS, ui.t("På et hold"), ui.t("Med en fysioterapeut, to gange om ugen")),
        Choice(Setting.HOME, ui.t("På egen hånd"), ui.t("Samme vej hjemme, når det passer dig")),
    ]
    name = ui.t("Hvordan går du vejen?")

    def pick(value: str) -> None:
        change(setting=Setting(value))

    return [heading(ui, name), choices(ui, name, options, draft.setting, pick, tall=True)]


def _times(ui: Ui, draft: Draft, change: Set) -> list[ft.Control]:
    days = [formats.weekday_names(ui.t)[day] for day in sorted(draft.weekdays)]
    optional = draft.setting is Setting.HOME
    helper = ui.t("Lad feltet stå tomt, hvis det er forskelligt.") if optional else ""
    first = text_field(
        ui,
        ui.t("Klokken"),
        draft.first,
        helper=helper or ui.t("For eksempel 17.00"),
        on_change=lambda e: change(first=e.control.value),
    )
    if len(days) != A_WEEK:
        return [first]
    other = ui.t("Klokken om {weekday}en, hvis den er en anden", weekday=days[1])
    second = text_field(
        ui,
        other,
        draft.second,
        helper=ui.t("Frivilligt"),
        on_change=lambda e: change(second=e.control.value),
    )
    return [first, second]


def _when_and_where(ui: Ui, draft: Draft, change: Set) -> list[ft.Control]:
    start = text_field(
        ui,
        ui.t("Første dag"),
        draft.start,
        helper=ui.t("Dagen for den første samtale, eller i dag. For eksempel 24.8.2026"),
        on_change=lambda e: change(start=e.control.value),
    )
    place = text_field(
        ui,
        ui.t("Sted"),
        draft.place,
        helper=ui.t("Frivilligt. For eksempel klinikkens navn"),
        max_length=PLACE_LENGTH,
        on_change=lambda e: change(place=e.control.value),
    )
    return [start, place]


def _what_comes(ui: Ui, draft: Draft, refused: str, new: bool) -> list[ft.Control]:
    try:
        start = day_of(draft.start, ui.today)
        road = actions.preview(ui.services, draft.setting, start, draft.slots(), new)
    except AppError as error:
        return [told(ui, "info", sentence(ui.t, error))]
    classes = [one for one in road if one.contact is Contact.CLASS and one.held]
    text = ui.t(
        "16 gange fra {first} til {last}.",
        first=formats.date_long(ui.t, classes[0].day, ui.today),
        last=formats.date_full(ui.t, classes[-1].day),
    )
    shut = sum(one.state is State.CLOSED for one in road)
    more = ui.t.plural(
        "{n} gang falder på en fridag og lægges til sidst.",
        "{n} gange falder på fridage og lægges til sidst.",
        shut,
    )
    wrong = [told(ui, "info", refused)] if refused else []
    return [
        told(ui, "route", text),
        *([told(ui, "calendar-days", more)] if shut else []),
        *wrong,
    ]


@ft.component
def RemoveLink() -> ft.Control:
    ui = use_ui()
    asked, ask = ft.use_state(False)

    def remove() -> None:
        if ui.act(partial(actions.remove_course, ui.services)):
            ui.go("/forloeb")

    if not asked:
        return ft.Row([link(ui, ui.t("Slet forløbet"), lambda: ask(True))], wrap=True)
    return card(
        ui,
        note(ui, ui.t("Træning, mål og test bliver. Kun vejen og fremmødet går væk.")),
        ft.Row(
            [
                plain_button(ui, ui.t("Ja, slet forløbet"), remove),
                plain_button(ui, ui.t("Nej, behold det"), lambda: ask(False)),
            ],
            wrap=True,
            spacing=Space.XS,
            run_spacing=Space.XS,
        ),
    )
