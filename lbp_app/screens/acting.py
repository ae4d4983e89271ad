"""Runs what a person does, and says how it went."""

from collections.abc import Callable

import flet as ft

from lbp_app.actions import history
from lbp_app.content.failures import sentence
from lbp_app.content.wording import Wording, wording_for
from lbp_app.errors import AppError
from lbp_app.model.history import Change
from lbp_app.screens.ui import Act, Notice
from lbp_app.screens.voice import announce
from lbp_app.services import Services


class Actor:
    def __init__(
        self, services: Services, t: Wording, say: Callable[[Notice | None], None]
    ) -> None:
        self._services, self._t, self._say = services, t, say

    def act(self, action: Act) -> bool:
        why = self.attempt(action)
        if why:
            self._say(Notice(why, failed=True))
        return not why

    def attempt(self, action: Act) -> str:
        try:
            change = action()
        except AppError as error:
            why = sentence(self._t, error)
            announce(ft.context.page, why)
            return why
        t = self._t_after(change)
        undoable = isinstance(change, Change) and history.can_be_undone(change)
        self.tell(Notice(t("Gemt"), change if undoable else None))
        return ""

    def _t_after(self, change: object) -> Wording:
        """What was done may have changed the language."""
        if isinstance(change, Change) and change.noun != "preferences":
            return self._t
        return wording_for(self._services.person.preferences().language)

    def undo(self, notice: Notice) -> None:
        if notice.change is None:
            return
        try:
            history.undo(self._services, notice.change)
            self.tell(Notice(self._t("Fortrudt")))
        except AppError as error:
            self.tell(Notice(sentence(self._t, error), failed=True))

    def tell(self, notice: Notice) -> None:
        """On the state line, and to a screen reader."""
        self._say(notice)
        announce(ft.context.page, notice.text)
