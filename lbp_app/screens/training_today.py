"""What I dag says about training: at most three cards, in a calm order."""

from functools import partial

import flet as ft

from lbp_app.actions import session as actions
from lbp_app.actions.training_today import TrainingToday, training_today, version
from lbp_app.content import formats
from lbp_app.model.invitation import Invited
from lbp_app.model.session import After, Session
from lbp_app.screens.activity import ActivityCard
from lbp_app.screens.after import WORDS, possible, say_after
from lbp_app.screens.buttons import link, tap
from lbp_app.screens.cards import card, stack
from lbp_app.screens.hooks import keyed, use_kept
from lbp_app.screens.plan_today import PlanCard, going_on, resting
from lbp_app.screens.programme import closed
from lbp_app.screens.step_question import StepCard
from lbp_app.screens.stopped import ending
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, words


def use_training(ui: Ui) -> TrainingToday:
    """Read again only when something that it hangs on was written down."""
    return use_kept(ui, partial(training_today, ui.services), version(ui.services))


def morning_after(ui: Ui, now: TrainingToday) -> list[ft.Control]:
    """How was the back after the newest session? Asked once; nothing while nothing invites."""
    if now.asked is None or now.invitation.invited is Invited.NOTHING:
        return []
    return [_morning(ui, now.asked)]


def training(ui: Ui, now: TrainingToday) -> list[ft.Control]:
    """What is under way, else what is on today, and at most one question."""
    invited = now.invitation.invited
    if invited is Invited.NOTHING:
        return [*(closed(ui) if now.invitation.is_closed else []), *ending(ui)]
    running = actions.under_way(ui.services)
    if running is not None:
        return [going_on(ui, running)]
    if invited is Invited.QUIET:
        return [resting(ui, now.invitation.pause)]
    today, asked = ui.today, now.step
    step = [] if asked is None else [keyed(StepCard, f"step-{asked.exercise}-{today}")(asked)]
    return [keyed(PlanCard, f"plan-{today}")(now), *step]


def movement(ui: Ui, now: TrainingToday) -> list[ft.Control]:
    """Whatever else moved the person today; not asked about while training holds a pause."""
    if now.invitation.invited in (Invited.NOTHING, Invited.QUIET):
        return []
    return [keyed(ActivityCard, f"activity-{ui.today}")()]


def _morning(ui: Ui, session: Session) -> ft.Control:
    days = (ui.today - session.day).days

    def pass_by() -> None:
        say_after(ui, session, After.PASSED)

    said = ui.t("Spring over: {name}", name=ui.t("Ryggen bagefter"))
    return card(
        ui,
        heading(ui, _ask(ui, session, days), Type.SPEAK, 2),
        stack(
            *(_answer(ui, session, after) for after in possible(session, days)), spacing=Space.XS
        ),
        ft.Row([link(ui, ui.t("Spring over"), pass_by, said=said)], wrap=True),
    )


def _ask(ui: Ui, session: Session, days: int) -> str:
    if days == 1:
        return ui.t("I går trænede du. Hvordan var ryggen bagefter?")
    day = formats.weekday(ui.t, session.day)
    return ui.t("Du trænede {weekday}. Hvordan var ryggen bagefter?", weekday=day)


def _answer(ui: Ui, session: Session, after: After) -> ft.Control:
    face = words(ui, ui.t(WORDS[after]), Type.ITEM)
    say = partial(say_after, ui, session, after)
    return tap(face, say, bg=Role.WELL, radius=Radius.TILE, padding=(18, 14, 18, 14))
