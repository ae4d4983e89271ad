"""Viden, ærlige forventninger: what people on such courses gained, and what nobody knows."""

from functools import partial

import flet as ft

from lbp_app.content.learning import Expectation
from lbp_app.content.library import say
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import card, page_head, stack
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import keyed
from lbp_app.screens.review import review
from lbp_app.screens.sources import Sources
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import note, words


@ft.component
def ExpectationsScreen() -> ft.View:
    ui = use_ui()
    told = ui.library.expectations
    return Frame(
        page_head(ui, ui.t("Hvad kan du forvente?"), ui.t("Viden")),
        words(ui, ui.t("Det, vi ved, og det, ingen ved. Du får begge dele.")),
        *(_paragraph(ui, one) for one in told),
        stack(
            note(ui, review(ui, told)),
            ft.Row([link(ui, ui.t("Til Viden"), partial(ui.go, "/viden"))], wrap=True),
            spacing=Space.XS,
        ),
    )


def _paragraph(ui: Ui, one: Expectation) -> ft.Control:
    sources = keyed(Sources, one.id)(tuple(one.sources), Role.SOFT)
    return card(ui, words(ui, say(ui.t, one.text), Type.SPEAK), sources, spacing=Space.XS)
