"""What a result rests on, for whoever wants to know: answers, rules, sources, review."""

from collections.abc import Iterator

import flet as ft

from lbp_app.content.library import say
from lbp_app.model.triage import Outcome, Reason
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import card, stack
from lbp_app.screens.sources import cited
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import note, words


@ft.component
def Reasons(outcome: Outcome) -> ft.Control:
    ui = use_ui()
    shown, show = ft.use_state(False)
    text = ui.t("Skjul") if shown else ui.t("Hvorfor?")
    toggle = ft.Row([link(ui, text, lambda: show(not shown))], wrap=True)
    return stack(toggle, *([_told(ui, outcome)] if shown else []), *_unread(ui, outcome), spacing=4)


def _told(ui: Ui, outcome: Outcome) -> ft.Control:
    lines = [line for reason in outcome.reasons for line in _reason(ui, reason)]
    if not lines:
        lines = [words(ui, ui.t("Du har ikke svaret ja til noget, der tæller med her."))]
    version = ui.t("Regler, udgave {version}", version=outcome.rules_version)
    return card(ui, *lines, note(ui, version))


def _reason(ui: Ui, reason: Reason) -> Iterator[ft.Control]:
    """The words of the signs; the key of the rule is for the clinician who looks it up."""
    signs = [say(ui.t, ui.library.signs[sign].text) for sign in reason.signs]
    yield words(ui, "; ".join(signs))
    if reason.rule not in ui.library.signs:
        yield note(ui, ui.t("Læst sammen efter regel {rule}", rule=reason.rule))
    yield from (note(ui, cited(ui, source)) for source in reason.source.split(", "))


def _unread(ui: Ui, outcome: Outcome) -> list[ft.Control]:
    """Until a clinician stands by every text that led here."""
    triage = ui.library.triage
    actions = [action for action in triage.actions if action.id in outcome.actions]
    rules = [rule for rule in triage.rules if rule.id in {r.rule for r in outcome.reasons}]
    signs = [ui.library.signs[sign] for reason in outcome.reasons for sign in reason.signs]
    if all(record.reviewed_by for record in (*actions, *rules, *signs)):
        return []
    return [note(ui, ui.t("Ikke gennemgået af en læge."))]
