"""How the back was after a session: the words, and the choice."""

from collections.abc import Callable

import flet as ft

from lbp_app.actions import session as actions
from lbp_app.content.wording import mark
from lbp_app.model.session import After, Session
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.ui import Ui

WORDS = {
    After.USUAL: mark("Som den plejer"),
    After.SORE: mark("Lidt mere øm næste dag"),
    After.OVER_A_DAY: mark("Mere øm i over et døgn"),
    After.OVER_TWO_DAYS: mark("Mere øm i over to døgn"),
}


def after_choices(ui: Ui, session: Session, among: list[After]) -> ft.Control:
    options = [Choice(after.value, ui.t(WORDS[after])) for after in among]
    return choices(
        ui, ui.t("Hvordan var ryggen bagefter?"), options, session.after, _keeping(ui, session)
    )


def _keeping(ui: Ui, session: Session) -> Callable[[str], bool]:
    def keep(after: str) -> bool:
        return say_after(ui, session, After(after))

    return keep


def say_after(ui: Ui, session: Session, after: After | None) -> bool:
    return ui.act(lambda: actions.answer_morning_after(ui.services, session.id, after))


def possible(session: Session, days: int) -> list[After]:
    """What can be known so many days after it."""
    return [after for after in WORDS if days >= _needed(after)]


def _needed(after: After) -> int:
    return {After.OVER_A_DAY: 1, After.OVER_TWO_DAYS: 2}.get(after, 0)
