"""One class: what comes next, who takes part, its evenings, and lists to take along."""

from functools import partial

import flet as ft

from lbp_app.actions import class_group as actions
from lbp_app.actions import class_list
from lbp_app.actions import participant as people
from lbp_app.actions.class_group import ClassNow
from lbp_app.content import formats
from lbp_app.content.library import say
from lbp_app.content.wording import Wording
from lbp_app.errors import AppError
from lbp_app.model.class_group import FEWEST_COUNTED, MOST, counted, spread
from lbp_app.model.course import Occurrence
from lbp_app.model.exercise import Group, Level
from lbp_app.model.participant import Participant, ParticipantPlan, matching
from lbp_app.screens.buttons import link, main_button, plain_button, row_button, soft_button
from lbp_app.screens.cards import between, card, columns, page_head, rows_card, stack, told
from lbp_app.screens.course_words import state, title, when
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed
from lbp_app.screens.participants import strip
from lbp_app.screens.places import lost
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.trying import saving
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, label, note, words

CSV_NAME, PDF_NAME = "rygvej-hold.csv", "rygvej-hold.pdf"


def here(now: ClassNow) -> str:
    return f"/hold/{now.group.id}"


def evening(now: ClassNow, one: Occurrence) -> str:
    return f"{here(now)}/tid/{one.id.partition('/')[2]}"


@ft.component
def ClassScreen() -> ft.View:
    ui = use_ui()
    try:
        now = actions.class_now(ui.services, ft.use_route_params()["group"])
    except AppError:
        return lost(ui)
    back = ft.Row(
        [
            link(ui, ui.t("Alle hold"), partial(ui.go, "/hold")),
            link(ui, ui.t("Ret holdet"), partial(ui.go, f"{here(now)}/ret")),
            link(ui, ui.t("Opslag til væggen"), partial(ui.go, f"{here(now)}/opslag")),
            link(ui, ui.t("Giv til en kollega"), partial(ui.go, f"{here(now)}/kollega")),
        ],
        wrap=True,
    )
    left = [*_next(ui, now), keyed(MembersCard, f"members-{now.group.id}")(now)]
    right = [_evenings(ui, now), *_numbers(ui, now), _lists(ui, now)]
    return Frame(
        stack(page_head(ui, now.group.name, _where(ui, now)), back, spacing=0),
        columns(ui, left, right),
        most=TWO_COLUMNS,
    )


def _where(ui: Ui, now: ClassNow) -> str:
    return now.course.place or ui.t("Hold")


def _next(ui: Ui, now: ClassNow) -> list[ft.Control]:
    one = now.next
    if one is None:
        return []
    return [
        card(
            ui,
            label(ui, ui.t("I dag") if one.day == now.today else ui.t("Næste gang")),
            heading(ui, title(ui, now.course, one), Type.SPEAK),
            words(ui, when(ui, one)),
            main_button(ui, ui.t("Vis i salen"), partial(ui.go, f"{here(now)}/sal")),
            soft_button(ui, ui.t("Fremmøde"), partial(ui.go, evening(now, one)), "circle-check"),
            roomy=True,
        )
    ]


# --- who takes part -----------------------------------------------------------------------------


@ft.component
def MembersCard(now: ClassNow) -> ft.Control:
    ui = use_ui()
    adding, add = ft.use_state(False)
    plans = ui.services.participant_plans.newest()
    rows = [_member(ui, now, one, plans.get(one.id)) for one in now.people]
    text = ui.t.plural("{n} deltager", "{n} deltagere", len(now.people))
    others = _others(ui, now) if adding else []
    can_add = len(now.people) < MOST
    more = plain_button(ui, ui.t("Tilføj deltagere"), lambda: add(True))
    done = plain_button(ui, ui.t("Færdig"), lambda: add(False))
    return card(
        ui,
        heading(ui, text),
        *rows,
        *others,
        *([ft.Row([done if adding else more], wrap=True)] if can_add or adding else []),
        spacing=Space.XS,
    )


def _member(ui: Ui, now: ClassNow, one: Participant, plan: ParticipantPlan | None) -> ft.Control:
    out = partial(actions.leave, ui.services, now.group.id, one.id)
    name = link(ui, one.called, partial(ui.go, f"/deltager/{one.id}"), color=Role.INK)
    said = ui.t("{name} går ud af holdet", name=one.called)
    leave = link(ui, ui.t("Går ud"), lambda: ui.act(out), said=said, at_end=True)
    bars = [strip(plan)] if plan and not ui.look.large else []
    return between(name, ft.Row([*bars, leave], spacing=4, tight=True))


def _others(ui: Ui, now: ClassNow) -> list[ft.Control]:
    """One tap takes somebody in."""
    inside = {one.id for one in now.people}
    others = [one for one in people.participants(ui.services) if one.id not in inside]
    if not others:
        return [note(ui, ui.t("Alle dine deltagere er med."))]
    buttons = [_newcomer(ui, now, one) for one in matching(others, "")]
    row = ft.Row(list(buttons), wrap=True, spacing=Space.XS, run_spacing=Space.XS)
    return [label(ui, ui.t("Tryk på dem, der kommer med")), row]


def _newcomer(ui: Ui, now: ClassNow, one: Participant) -> ft.Control:
    join = partial(actions.join, ui.services, now.group.id, one.id)
    return soft_button(ui, one.called, lambda: ui.act(join))


# --- its evenings -------------------------------------------------------------------------------


def _evenings(ui: Ui, now: ClassNow) -> ft.Control:
    rows = [_evening(ui, now, one) for one in now.road]
    return stack(heading(ui, ui.t("Alle gange")), rows_card(ui, *rows), spacing=Space.XS)


def _evening(ui: Ui, now: ClassNow, one: Occurrence) -> ft.Control:
    became = state(ui, now.course, one)
    there = now.there(one)
    said = [when(ui, one)]
    if became:
        said.append(became)
    elif there:
        said.append(ui.t("{n} af {all} var her", n=there, all=len(now.of(one))))
    go = partial(ui.go, evening(now, one))
    return row_button(ui, title(ui, now.course, one), " · ".join(said), go)


# --- what may leave the device ------------------------------------------------------------------


def _numbers(ui: Ui, now: ClassNow) -> list[ft.Control]:
    """Without names, and never of fewer than five people."""
    plans = actions.levels_in_class(ui.services, now)
    rows = []
    for one in ui.library.exercise_groups:
        found = spread(actions.levels_at(plans, Group(one.id)))
        if found is not None:
            told_ = ", ".join(f"{level.value}: {found[level]}" for level in Level if found[level])
            rows.append(note(ui, f"{say(ui.t, one.name)} – {told_}"))
    over = [one for one in now.road if counted(now.there(one)) is not None]
    if not rows and not over:
        text = ui.t("Tal uden navne vises først, når der er {n} eller flere.", n=FEWEST_COUNTED)
        return [card(ui, told(ui, "info", text), bg=Role.WELL)]
    mean = sum(now.there(one) for one in over) / len(over) if over else 0
    met = ui.t(
        "Fremmøde: {mean} i snit over {n} gange", mean=formats.decimal(ui.t, mean), n=len(over)
    )
    return [
        card(
            ui,
            heading(ui, ui.t("Holdet i tal, uden navne")),
            *([words(ui, met)] if over else []),
            *([label(ui, ui.t("Så mange er på trin"))] if rows else []),
            *rows,
            spacing=Space.XS,
        )
    ]


def _lists(ui: Ui, now: ClassNow) -> ft.Control:
    services, group = ui.services, now.group.id

    def saved(t: Wording) -> str:
        return t("Listen er gemt. Den ligger, hvor din browser gemmer filer.")

    save_csv = saving(ui, CSV_NAME, lambda: class_list.as_csv(services, group), saved)
    save_pdf = saving(ui, PDF_NAME, lambda: class_list.as_paper(services, group), saved)
    lead = ui.t("Med navne, trin og fremmøde. Filen er ikke låst, så gem den et sikkert sted.")
    return card(
        ui,
        heading(ui, ui.t("Holdlisten")),
        note(ui, lead),
        ft.Row(
            [
                soft_button(ui, ui.t("Til print (PDF)"), save_pdf, "printer"),
                plain_button(ui, ui.t("Som regneark (CSV)"), save_csv),
            ],
            wrap=True,
            spacing=Space.XS,
            run_spacing=Space.XS,
        ),
    )
