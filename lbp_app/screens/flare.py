"""Dårlig dag?: a bad spell begins and ends here; no blame, and a way to a doctor close by."""

from functools import partial

import flet as ft

from lbp_app.actions import flare as actions
from lbp_app.content import formats
from lbp_app.content.library import say
from lbp_app.model.flare import Flare, current
from lbp_app.screens.buttons import lead_icon, main_button, row_button
from lbp_app.screens.cards import card, page_head, rows_card, told
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import Single, use_single
from lbp_app.screens.sources import Sources
from lbp_app.screens.theme import Role, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import label, words


@ft.component
def FlareScreen() -> ft.View:
    ui = use_ui()
    spells = ui.services.flares.all()
    running = current(spells, ui.today)
    single = use_single(ui.services.clock)
    return Frame(
        page_head(ui, ui.t("Dårlig dag?")),
        _running(ui, single, running) if running else _offer(ui, single),
        _what_helps(ui),
        rows_card(
            ui,
            row_button(
                ui,
                ui.t("Tegn, du skal reagere på"),
                ui.t("Hvis noget er nyt eller anderledes"),
                lambda: ui.go("/tegn"),
                lead_icon("compass"),
            ),
        ),
        *_earlier(ui, [f for f in spells if f.end]),
    )


def _offer(ui: Ui, single: Single) -> ft.Control:
    def begin() -> None:
        single(lambda: ui.act(partial(actions.start_flare, ui.services)))

    return card(
        ui,
        words(
            ui,
            ui.t(
                "En dårlig periode hører med. Den betyder sjældent, at noget er gået i "
                "stykker, og for langt de fleste går den over igen."
            ),
            Type.SPEAK,
            Role.ON_WARM,
        ),
        words(
            ui,
            ui.t("Sig det til appen. Så foreslår den mindre og husker, hvornår det begyndte."),
            color=Role.ON_WARM,
        ),
        main_button(ui, ui.t("Det er en dårlig periode"), begin),
        bg=Role.WARM_BOX,
        roomy=True,
    )


def _running(ui: Ui, single: Single, spell: Flare) -> ft.Control:
    def end() -> None:
        single(lambda: ui.act(partial(actions.end_flare, ui.services)))

    since = formats.date_long(ui.t, spell.start, ui.today)
    return card(
        ui,
        words(
            ui,
            ui.t("Du har haft en dårlig periode siden {day}.", day=since),
            Type.SPEAK,
            Role.ON_WARM,
        ),
        words(ui, ui.t("Sig til, når det letter. Der er ingen hast."), color=Role.ON_WARM),
        main_button(ui, ui.t("Det er lettet"), end),
        bg=Role.WARM_BOX,
        roomy=True,
    )


def _what_helps(ui: Ui) -> ft.Control:
    advice = ui.library.flare_advice
    lines = [told(ui, one.glyph, say(ui.t, one.text), Role.INK) for one in advice]
    cited = sorted({citation for one in advice for citation in one.sources})
    return card(ui, label(ui, ui.t("Det hjælper mange")), *lines, Sources(tuple(cited)))


def _earlier(ui: Ui, ended: list[Flare]) -> list[ft.Control]:
    if not ended:
        return []
    rows = [
        words(ui, formats.date_range(ui.t, f.start, f.end, ui.today))
        for f in reversed(ended)
        if f.end
    ]
    return [card(ui, label(ui, ui.t("Tidligere perioder")), *rows)]
