"""Det, der betyder noget: up to three activities, and how well each goes."""

from functools import partial

import flet as ft

from lbp_app.actions import goal as actions
from lbp_app.actions.course import CourseNow
from lbp_app.content import formats
from lbp_app.model.goal import MOST, TEXT_LENGTH, Goal, GoalRating, active, rated
from lbp_app.screens.buttons import lead_icon, link, row_button, soft_button
from lbp_app.screens.cards import between, card, page_head, stack
from lbp_app.screens.choices import ends, scale
from lbp_app.screens.fields import SavedField, kept, text_field, use_refusal
from lbp_app.screens.frame import ONE_COLUMN, Frame
from lbp_app.screens.hooks import keyed, use_single
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.trying import tried
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words


@ft.component
def GoalsScreen() -> ft.View:
    ui = use_ui()
    goals = active(ui.services.goals.all())
    room = ui.look.column(ONE_COLUMN) - 2 * ui.look.inset
    lead = ui.t(
        "Vælg op til tre ting, du gerne vil kunne, og sig nu og da, hvordan det går. Rygvej "
        "spørger i uge 4 og 8 og ved opfølgningerne."
    )
    return Frame(
        stack(
            page_head(ui, ui.t("Det, der betyder noget"), ui.t("Forløb")),
            words(ui, lead),
            spacing=Space.XS,
        ),
        *(keyed(GoalCard, f"goal-{goal.id}")(goal, room) for goal in goals),
        *([keyed(NewGoal, f"new-{len(goals)}")()] if len(goals) < MOST else []),
        _honest(ui),
    )


def goals_row(ui: Ui) -> ft.Control:
    """The way to them."""
    goals = active(ui.services.goals.all())
    text = " · ".join(goal.text for goal in goals) or ui.t("Op til tre ting, du gerne vil kunne")
    go = partial(ui.go, "/forloeb/maal")
    return row_button(ui, ui.t("Det, der betyder noget"), text, go, lead_icon("hand-heart"))


def _honest(ui: Ui) -> ft.Control:
    return note(ui, ui.t("Tallene er dine egne. Et par point op eller ned kan være dagsform."))


@ft.component
def NewGoal() -> ft.Control:
    ui = use_ui()
    typed = ft.use_ref("")
    refused, refuse = use_refusal(ui)
    single = use_single(ui.services.clock)

    def tell(e: ft.Event[ft.TextField]) -> None:
        typed.current = e.control.value

    def keep() -> bool:
        return kept(ui, refuse, lambda: actions.set_goal(ui.services, typed.current or ""))

    return card(
        ui,
        heading(ui, ui.t("Hvad vil du gerne kunne?")),
        text_field(
            ui,
            ui.t("Noget, der betyder noget for dig"),
            typed.current or "",
            helper=ui.t("For eksempel gå en halv time eller sidde med ved bordet en hel aften"),
            error=refused or None,
            on_change=tell,
            on_submit=partial(single, keep),
        ),
        ft.Row([soft_button(ui, ui.t("Tilføj"), partial(single, keep), "plus")], wrap=True),
        spacing=Space.M,
    )


@ft.component
def GoalCard(goal: Goal, room: float) -> ft.Control:
    ui = use_ui()
    ratings = rated(ui.services.goals.ratings(), goal)
    change, change_it = ft.use_state(False)

    def drop() -> None:
        ui.act(partial(actions.drop_goal, ui.services, goal.id))

    words_field = keyed(SavedField, f"words-{goal.id}")(
        ui.t("Noget, der betyder noget for dig"),
        goal.text,
        lambda text: partial(actions.change_goal, ui.services, goal.id, text),
        max_length=TEXT_LENGTH,
    )
    own = [note(ui, progress(ui, ratings))] if ratings else []
    # Oversætter: udsagnsord: at rette et svar
    name = ui.t("Luk") if change else ui.t("Ret")
    return card(
        ui,
        *rating_of(ui, goal, ratings, room),
        *own,
        *([words_field] if change else []),
        between(
            link(ui, name, lambda: change_it(not change), said=f"{name}: {goal.text}"),
            link(
                ui, ui.t("Læg væk"), drop, said=ui.t("Læg væk: {name}", name=goal.text), at_end=True
            ),
        ),
        spacing=Space.S,
    )


def rating_of(ui: Ui, goal: Goal, ratings: list[GoalRating], room: float) -> list[ft.Control]:
    """The activity and today's eleven numbers."""
    today = ui.today
    said = next((one.value for one in ratings if one.day == today), None)
    before = next((one.value for one in reversed(ratings) if one.day < today), None)

    def rate(value: int) -> None:
        ui.act(partial(actions.rate_goal, ui.services, goal.id, value))

    return [
        heading(ui, goal.text, Type.SPEAK),
        note(ui, ui.t("Hvor godt går det for tiden?")),
        scale(ui, goal.text, said, rate, before=before, room=room),
        ends(ui, ui.t("slet ikke"), ui.t("som jeg ønsker"), room),
    ]


def progress(ui: Ui, ratings: list[GoalRating]) -> str:
    """ "3 den 5. okt., 4 den 29. okt., 6 den 26. nov."."""
    told = (
        ui.t("{n} af 10 den {day}", n=one.value, day=formats.date_short(ui.t, one.day, ui.today))
        for one in ratings
    )
    return ", ".join(told)


# --- on I dag -----------------------------------------------------------------------------------


@ft.component
def GoalsDue(goals: tuple[str, ...], room: float) -> ft.Control:
    """What is asked in weeks 4 and 8 and at the follow-ups; stays for the day, or until closed."""
    ui = use_ui()
    asked = [goal for goal in ui.services.goals.all() if goal.id in goals]

    def later() -> None:
        tried(ui, lambda: actions.put_off(ui.services))

    ratings = ui.services.goals.ratings()
    today = ui.today
    answered = {one.goal for one in ratings if one.day == today} >= set(goals)
    name = ui.t("Færdig") if answered else ui.t("Ikke i dag")
    parts = [part for goal in asked for part in rating_of(ui, goal, rated(ratings, goal), room)]
    return card(
        ui,
        heading(ui, ui.t("Hvordan går det med det, der betyder noget?"), Type.LABEL),
        *parts,
        ft.Row([link(ui, name, later, said=ui.t("{name}: mål", name=name))], wrap=True),
        spacing=Space.S,
    )


def goals_today(ui: Ui, course: CourseNow | None, room: float) -> list[ft.Control]:
    due = actions.due(ui.services, course)
    if not due:
        return []
    return [keyed(GoalsDue, "goals-due")(tuple(goal.id for goal in due), room)]
