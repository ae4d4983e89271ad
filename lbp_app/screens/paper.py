"""What is alike on the pages of the sheet for the doctor and of the report: what goes along, lines,
and saving it as a PDF.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import flet as ft

from lbp_app.content.wording import Wording
from lbp_app.model.doctor_card import Paper
from lbp_app.model.graph import Line
from lbp_app.screens.buttons import main_button
from lbp_app.screens.cards import card, stack
from lbp_app.screens.charts import Series, chart
from lbp_app.screens.theme import Role
from lbp_app.screens.trying import hand_over, tried
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, note

DASHES = (None, (7, 6))
COLOURS = (Role.MAIN, Role.DUSK)


def parts_card(ui: Ui, switches: Sequence[ft.Control]) -> list[ft.Control]:
    """A switch for each part that there is something of."""
    if not switches:
        return []
    return [
        card(
            ui,
            heading(ui, ui.t("Det skal med")),
            note(ui, ui.t("Du bestemmer. Det, du slår fra, bliver hos dig.")),
            stack(*switches, spacing=0),
        )
    ]


def about_thoughts(ui: Ui) -> str:
    return ui.t(
        "Dine svar om selvmord, selvskade eller for mange tabletter. De er kun med, hvis du "
        "selv vil. Det samme gælder appens råd."
    )


def series_of(lines: Sequence[Line]) -> list[Series]:
    """Two lines at the most."""
    looks = zip(COLOURS, DASHES, strict=True)
    return [
        Series(one.name, one.values, color, dash)
        for one, (color, dash) in zip(lines, looks, strict=False)
    ]


def lines_drawn(
    ui: Ui, series: Sequence[Series], dates: Mapping[int, str], said: str
) -> ft.Control:
    """In large type there is room for the first date only."""
    shown = dict(list(dates.items())[: 1 if ui.look.large else None])
    return ft.Container(chart(ui, series, shown, said), padding=ft.Padding.only(top=12))


def save_row(
    ui: Ui, name: str, make: Callable[[], Paper], says: Callable[[Paper, Wording], str]
) -> list[ft.Control]:
    """What it `says` stands on the state line when it has been saved under `name`."""

    async def save() -> None:
        paper = tried(ui, make)
        if paper is not None:
            await hand_over(ui, name, paper.content, partial(says, paper))

    return [
        ft.Row([main_button(ui, ui.t("Gem som PDF"), save, "download")], wrap=True),
        note(
            ui,
            ui.t(
                "Filen kommer til at ligge, hvor din browser gemmer filer. Den er ikke låst: "
                "Alle, der åbner den, kan læse den."
            ),
        ),
    ]
