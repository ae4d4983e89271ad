"""Where a claim comes from, and whether a clinician has read it: shown on tap."""

import flet as ft

from lbp_app.content.library import say
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import stack
from lbp_app.screens.theme import Role
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import note


@ft.component
def Sources(citations: tuple[str, ...], color: str = Role.SOFT) -> ft.Control:
    ui = use_ui()
    shown, show = ft.use_state(False)
    toggle = link(ui, ui.t("Skjul kilde") if shown else ui.t("Vis kilde"), lambda: show(not shown))
    lines = [note(ui, cited(ui, c), color) for c in citations] if shown else []
    return stack(ft.Row([toggle], wrap=True), *lines, spacing=4)


def cited(ui: Ui, citation: str) -> str:
    source = ui.library.source_of(citation)
    title = say(ui.t, source.title)
    return f"{citation}: {title}, {source.year}" if source.year else f"{citation}: {title}"


def unreviewed(ui: Ui) -> str:
    return ui.t("Teksterne er ikke gennemgået af en læge endnu.")
