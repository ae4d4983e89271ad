"""Runs what a person does, and says how it went."""

from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions import history
from lbp_app.content.failures import sentence
from lbp_app.content.wording import Wording, wording_for
from lbp_app.errors import AppError
from lbp_app.model.history import Change
from lbp_app.screens.trying import saved
from lbp_app.screens.ui import Act, Notice, Said
from lbp_app.screens.voice import announce
from lbp_app.services import Services


class Actor:
    def __init__(
        self, services: Services, t: Wording, say: Callable[[Notice | None], None]
    ) -> None:
        self._services, self._t, self._say = services, t, say

    def act(self, action: Act, otherwise: Said | None = None) -> bool:
        why = self.attempt(action, otherwise)
        if why:
            self._say(Notice(partial(sentence, error=why), failed=True))
        return not why

    def attempt(self, action: Act, otherwise: Said | None = None) -> AppError | None:
        try:
            change = action()
        except AppError as error:
            announce(ft.context.page, sentence(self._t, error))
            return error
        if change is not None:
            undoable = history.can_be_undone(change)
            self.tell(Notice(saved, change if undoable else None), self._t_after(change))
        elif otherwise is not None:
            self.tell(Notice(otherwise))
        return None

    def _t_after(self, change: Change) -> Wording:
        """What was done may have changed the language."""
        if change.noun != "preferences":
            return self._t
        return wording_for(self._services.person.preferences().language)

    def undo(self, notice: Notice) -> None:
        if notice.change is None:
            return
        try:
            history.undo(self._services, notice.change)
            self.tell(Notice(lambda t: t("Fortrudt")))
        except AppError as error:
            self.tell(Notice(partial(sentence, error=error), failed=True))

    def tell(self, notice: Notice, t: Wording | None = None) -> None:
        """On the state line, and to a screen reader; `t` where it is not the language of before."""
        self._say(notice)
        announce(ft.context.page, notice.says(t or self._t))
