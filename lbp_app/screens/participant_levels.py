"""The eight levels of a participant: a tap sets one, eight figures set all of them."""

from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions import participant_plan as actions
from lbp_app.content.doses import dose_in_words
from lbp_app.content.exercises import ExerciseContent
from lbp_app.content.library import say
from lbp_app.content.training import ExerciseGroup
from lbp_app.model.exercise import LIGHTEST, Group, Level, exercise_at
from lbp_app.model.history import Change
from lbp_app.model.participant import LINE_LENGTH, Detail, ParticipantPlan
from lbp_app.model.plan_template import PlanTemplate
from lbp_app.model.prescription import DOSE_LENGTH
from lbp_app.screens.buttons import link, soft_button
from lbp_app.screens.cards import card, line, stack
from lbp_app.screens.choices import Choice, choices, numbers
from lbp_app.screens.fields import SavedField, text_field, use_refusal
from lbp_app.screens.figures import WIDE_AS_HIGH, tile
from lbp_app.screens.frame import TWO_COLUMNS
from lbp_app.screens.hooks import keyed
from lbp_app.screens.levels import level_name
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, label, note, words

STILL = 56  # px
ROOM, WIDTH = 320, 214  # px that four numbers may have, and that they take
SHARES = 3, 2  # of the page, where each group has one line
ONE_LINE = 520  # px that drawing, name, numbers and link of a group take beside each other


def levels_card(ui: Ui, participant: str, plan: ParticipantPlan | None) -> ft.Control:
    rows = [_row_of(ui, participant, plan, one) for one in ui.library.exercise_groups]
    parts = [part for row in rows for part in (row, line())][:-1]
    return card(ui, heading(ui, ui.t("Otte trin")), *parts, spacing=Space.S)


def quick_card(ui: Ui, participant: str) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Alle otte på én gang")),
        keyed(EightFigures, f"eight-{participant}")(participant),
        _templates(ui, participant),
    )


@ft.component
def EightFigures(participant: str) -> ft.Control:
    """The quickest way with a keyboard."""
    ui = use_ui()
    field: ft.Ref[ft.TextField] = ft.use_memo(ft.Ref, [])
    refused, refuse = use_refusal(ui)

    def keep() -> None:
        typed = field.current.value if field.current else ""
        refuse(ui.attempt(partial(actions.set_eight, ui.services, participant, typed)))

    return text_field(
        ui,
        ui.t("Otte tal i træk"),
        field.current.value if field.current else "",
        ref=field,
        error=refused or None,
        helper=ui.t("Ét for hver gruppe, 1 til 4, og 0 for intet trin. Enter gemmer."),
        on_submit=keep,
    )


def _templates(ui: Ui, participant: str) -> ft.Control:
    ready = actions.beginner(ui.services, ui.t("Begynder"))
    own = ui.services.plan_templates.all()
    buttons = [_template(ui, participant, one) for one in (ready, *own)]
    manage = link(ui, ui.t("Dine skabeloner"), partial(ui.go, "/skabeloner"))
    return stack(
        label(ui, ui.t("Begynd med en skabelon")),
        ft.Row([*buttons, manage], wrap=True, spacing=Space.XS, run_spacing=Space.XS),
        spacing=Space.XS,
    )


def _template(ui: Ui, participant: str, one: PlanTemplate) -> ft.Control:
    apply = partial(actions.apply_template, ui.services, participant, one)
    return soft_button(ui, one.name, lambda: ui.act(apply))


# --- one group ----------------------------------------------------------------------------------


def _row_of(
    ui: Ui, participant: str, plan: ParticipantPlan | None, group: ExerciseGroup
) -> ft.Control:
    at = Group(group.id)
    level = plan.prescribed(at) if plan else None
    detail = plan.detail(at) if plan else Detail()
    return keyed(LevelRow, f"{participant}-{at}")(participant, group, level, detail)


@ft.component
def LevelRow(
    participant: str, group: ExerciseGroup, level: Level | None, detail: Detail
) -> ft.Control:
    """`level` None: not set yet, or left out."""
    ui = use_ui()
    opened, open_it = ft.use_state(False)
    name, at = say(ui.t, group.name), Group(group.id)
    exercise = ui.library.exercise(exercise_at(at, level or LIGHTEST))
    text = ui.t("Luk") if opened else ui.t("Tilpas")
    more = link(ui, text, lambda: open_it(not opened), said=f"{text}: {name}")
    head = _head(ui, name, exercise if level else None, detail)
    radios = _numbers(ui, participant, at, name, level)
    details = _details(ui, participant, at, exercise, level, detail) if opened else []
    return stack(*_laid_out(ui, head, radios, more), *details, spacing=6)


def _laid_out(ui: Ui, head: ft.Control, radios: ft.Control, more: ft.Control) -> list[ft.Control]:
    """In one line where there is room, as it is all eight that are looked at."""
    if _in_one_line(ui):
        return [ft.Row([ft.Container(head, expand=True), radios, more], spacing=Space.XS)]
    below = ft.Row(
        [radios, more],
        wrap=True,
        spacing=Space.XS,
        run_spacing=0,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    return [head, below]


def shares(ui: Ui) -> tuple[int, int]:
    """Of the page, those of the levels and of what stands beside them."""
    return SHARES if _in_one_line(ui) else (1, 1)


def _in_one_line(ui: Ui) -> bool:
    column = (ui.look.column(TWO_COLUMNS) - Space.L) * SHARES[0] / sum(SHARES)
    room = column - 2 * ui.look.inset
    return ui.look.beside and room >= ONE_LINE * ui.look.scale


def _head(ui: Ui, name: str, exercise: ExerciseContent | None, detail: Detail) -> ft.Control:
    own = say(ui.t, exercise.name) if exercise else ui.t("Intet trin")
    said = [own, *_said(ui, exercise, detail)]
    says = ft.Column(
        [words(ui, name, Type.ITEM), note(ui, " · ".join(said))], spacing=2, tight=True, expand=True
    )
    if ui.look.large:
        return says
    ground = ft.Container(
        width=STILL * WIDE_AS_HIGH, height=STILL, border_radius=18, bgcolor=Role.WELL
    )
    drawing = tile(ui, exercise.id, STILL) if exercise else ground
    return ft.Row([drawing, says], spacing=14)


def _said(ui: Ui, exercise: ExerciseContent | None, detail: Detail) -> list[str]:
    named = variation_name(ui, exercise, detail.variation) if exercise else ""
    return [text for text in (named, detail.dose, detail.note) if text]


def variation_name(ui: Ui, exercise: ExerciseContent, variation: str) -> str:
    """ "" of the exercise itself, and where it has no such variation."""
    at = "ab".find(variation) if variation else -1
    known = exercise.variations
    return say(ui.t, known[at].name) if 0 <= at < len(known) else ""


def _numbers(ui: Ui, participant: str, group: Group, name: str, level: Level | None) -> ft.Control:
    said = {
        one.value: ui.t("{group}: {level}", group=name, level=level_name(ui, one).lower())
        for one in Level
    }

    def pick(n: int) -> None:
        ui.act(partial(actions.set_level, ui.services, participant, group, Level(n)))

    radios = numbers(ui, name, said, level.value if level else None, pick, room=ROOM)
    return radios if ui.look.large else ft.Container(radios, width=WIDTH * ui.look.scale)


def _details(
    ui: Ui,
    participant: str,
    group: Group,
    exercise: ExerciseContent,
    level: Level | None,
    detail: Detail,
) -> list[ft.Control]:
    def keep(**said: str) -> Change | None:
        return actions.set_detail(ui.services, participant, group, **said)

    def leave_out() -> None:
        ui.act(partial(actions.set_level, ui.services, participant, group, None))

    key = f"{participant}-{group}"
    usual = ui.t("Som øvelsen: {dose}", dose=dose_in_words(ui.t, exercise.dose))
    return [
        _variations(ui, exercise, detail, lambda chosen: ui.act(lambda: keep(variation=chosen))),
        keyed(SavedField, f"dose-{key}")(
            ui.t("Dosis"),
            detail.dose,
            lambda said: lambda: keep(dose=said),
            helper=usual,
            max_length=DOSE_LENGTH,
        ),
        keyed(SavedField, f"line-{key}")(
            ui.t("Kort besked om øvelsen"),
            detail.note,
            lambda said: lambda: keep(note=said),
            helper=ui.t("Frivilligt. Den følger med planen."),
            max_length=LINE_LENGTH,
        ),
        *([ft.Row([link(ui, ui.t("Intet trin her"), leave_out)], wrap=True)] if level else []),
    ]


def _variations(
    ui: Ui, exercise: ExerciseContent, detail: Detail, pick: Callable[[str], object]
) -> ft.Control:
    options = [Choice("", ui.t("Som den er"))]
    for key, one in zip("ab", exercise.variations, strict=False):
        options.append(Choice(key, say(ui.t, one.name)))
    return choices(ui, ui.t("Variation"), options, detail.variation, pick)
