"""Mig > Om Rygvej: what it is and is not, version, sources, review, licences."""

import flet as ft

from lbp_app.content.library import say
from lbp_app.screens.buttons import lead_icon, link, row_button
from lbp_app.screens.cards import card, page_head, rows_card, stack
from lbp_app.screens.frame import Frame
from lbp_app.screens.sources import unreviewed
from lbp_app.screens.theme import Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words


@ft.component
def AboutScreen() -> ft.View:
    ui = use_ui()
    paragraphs = [
        stack(heading(ui, say(ui.t, p.title), Type.ITEM), words(ui, say(ui.t, p.text)), spacing=4)
        for p in ui.library.about
    ]
    return Frame(
        page_head(ui, ui.t("Om Rygvej"), ui.t("Mig")),
        card(ui, *paragraphs, note(ui, unreviewed(ui)), roomy=True, spacing=20),
        rows_card(
            ui,
            row_button(
                ui,
                ui.t("Kilder"),
                ui.t("Hvor det, vi siger, kommer fra"),
                lambda: ui.go("/viden/kilder"),
                lead_icon("library-big"),
            ),
        ),
        _version(ui),
    )


def _version(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Udgave og licenser")),
        words(
            ui,
            ui.t(
                "Rygvej {version}, indhold {content}",
                version=ui.version,
                content=ui.library.version,
            ),
        ),
        note(
            ui,
            ui.t(
                "Programmet er frit (AGPL-3.0 eller nyere). Skrifterne Figtree, Literata og "
                "Noto Emoji er frie (OFL 1.1). Ikonerne er fra Lucide (ISC)."
            ),
        ),
        ft.Row([link(ui, ui.t("Tegn, du skal reagere på"), lambda: ui.go("/tegn"))], wrap=True),
    )
