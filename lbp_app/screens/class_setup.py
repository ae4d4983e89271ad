"""A new class, and changing one: its name, two weekdays, a time, a first day, a place, stations."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from lbp_app.actions import class_group as actions
from lbp_app.actions.class_group import ClassNow
from lbp_app.content.library import say
from lbp_app.errors import AppError
from lbp_app.model.class_group import NAME_LENGTH
from lbp_app.model.course import PLACE_LENGTH, Slot
from lbp_app.model.exercise import Group
from lbp_app.model.history import Change
from lbp_app.screens.buttons import link, main_button, plain_button
from lbp_app.screens.cards import card, columns, page_head, stack, told
from lbp_app.screens.choices import Choice
from lbp_app.screens.day_fields import clock_of, clock_text, day_of, day_text
from lbp_app.screens.fields import kept, text_field, use_refusal
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed, use_draft, use_single
from lbp_app.screens.places import lost
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.ticks import ticks
from lbp_app.screens.two_weekdays import SUGGESTED, two_weekdays
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, words


@dataclass(frozen=True)
class Draft:
    """What stands in the form; days and times as typed."""

    name: str
    weekdays: tuple[int, ...]
    start: str
    clock: str
    place: str
    stations: tuple[Group, ...]


Set = Callable[..., None]  # fields of the draft by name


@ft.component
def NewClassScreen() -> ft.View:
    ui = use_ui()
    start = day_text(ui, ui.today)
    draft = Draft("", SUGGESTED, start, "17.00", "", tuple(Group))
    head = page_head(ui, ui.t("Nyt hold"), ui.t("Hold"))
    return Frame(head, ClassForm(draft, ""), most=TWO_COLUMNS)


@ft.component
def ChangeClassScreen() -> ft.View:
    ui = use_ui()
    try:
        now = actions.class_now(ui.services, ft.use_route_params()["group"])
    except AppError:
        return lost(ui)
    form = keyed(ClassForm, now.group.id)(_draft_of(ui, now), now.group.id)
    head = page_head(ui, ui.t("Ret holdet"), now.group.name)
    remove = keyed(RemoveClass, f"remove-{now.group.id}")(now.group.id, now.group.name)
    return Frame(head, form, remove, most=TWO_COLUMNS)


def _draft_of(ui: Ui, now: ClassNow) -> Draft:
    slots = now.course.slots
    return Draft(
        now.group.name,
        tuple(slot.weekday for slot in slots),
        day_text(ui, now.course.start),
        clock_text(ui, slots[0].at),
        now.course.place,
        now.group.stations,
    )


@ft.component
def ClassForm(first: Draft, class_id: str) -> ft.Control:
    """Nothing is kept before the button is pressed. `class_id` "": a new one."""
    ui = use_ui()
    draft, now, put = use_draft(first)
    refused, refuse = use_refusal(ui)
    single = use_single(ui.services.clock)

    def change(**fields: object) -> None:
        refuse(None)
        put(**fields)

    def keep() -> bool:
        made: list[Change] = []

        def act() -> Change:
            made.append(_kept(ui, now(), class_id))
            return made[0]

        done = kept(ui, refuse, act)
        if done:
            ui.go(f"/hold/{made[0].key}")
        return done

    left = [
        card(ui, *_name_and_place(ui, draft, change), spacing=Space.M),
        card(ui, *two_weekdays(ui, lambda: now().weekdays, lambda days: change(weekdays=days))),
    ]
    right = [
        card(ui, *_stations(ui, draft, change)),
        *([card(ui, told(ui, "info", refused))] if refused else []),
        main_button(ui, ui.t("Gem holdet"), partial(single, keep)),
    ]
    return columns(ui, left, right)


def _kept(ui: Ui, draft: Draft, class_id: str) -> Change:
    start = day_of(draft.start, ui.today)
    at = clock_of(draft.clock)
    slots = [Slot(weekday, at) for weekday in sorted(draft.weekdays)]
    told_ = (draft.name, start, slots, draft.place, draft.stations)
    if class_id:
        return actions.change_class(ui.services, class_id, *told_)
    return actions.start_class(ui.services, *told_)


def _name_and_place(ui: Ui, draft: Draft, change: Set) -> list[ft.Control]:
    def field(label: str, name: str, **kw: object) -> ft.Control:
        value = getattr(draft, name)
        return text_field(
            ui,
            label,
            value,
            on_change=lambda e: change(**{name: e.control.value}),
            **kw,  # type: ignore[arg-type]
        )

    return [
        field(ui.t("Holdets navn"), "name", max_length=NAME_LENGTH),
        field(ui.t("Sted"), "place", helper=ui.t("Frivilligt"), max_length=PLACE_LENGTH),
        field(
            ui.t("Første dag"),
            "start",
            helper=ui.t("Første undervisning ligger på den første holddag derefter."),
        ),
        field(ui.t("Klokken"), "clock", helper=ui.t("For eksempel 17.00")),
    ]


def _stations(ui: Ui, draft: Draft, change: Set) -> list[ft.Control]:
    options = [Choice(str(one.id), say(ui.t, one.name)) for one in ui.library.exercise_groups]
    chosen = [str(group.value) for group in draft.stations]

    def tick(group: str, on: bool) -> None:
        others = {one for one in draft.stations if one != int(group)}
        wanted = others | {Group(int(group))} if on else others
        change(stations=tuple(one for one in Group if one in wanted))

    return [heading(ui, ui.t("Aftenens stationer")), ticks(ui, options, chosen, tick)]


@ft.component
def RemoveClass(class_id: str, name: str) -> ft.Control:
    ui = use_ui()
    asked, ask = ft.use_state(False)

    def remove() -> None:
        if ui.act(partial(actions.remove_class, ui.services, class_id)):
            ui.go("/hold")

    if not asked:
        return ft.Row([link(ui, ui.t("Slet holdet"), lambda: ask(True))], wrap=True)
    return card(
        ui,
        heading(ui, ui.t("Slet {name}?", name=name), Type.SPEAK),
        words(ui, ui.t("Deltagerne og deres trin bliver. Kun holdet går væk.")),
        stack(
            ft.Row(
                [
                    plain_button(ui, ui.t("Ja, slet holdet"), remove),
                    plain_button(ui, ui.t("Nej, behold det"), lambda: ask(False)),
                ],
                wrap=True,
            )
        ),
    )
