"""What is shown when the app is in trouble: one sentence and a way on, in either language."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

import flet as ft

from lbp_app.content.failures import sentence
from lbp_app.content.wording import SOURCE, languages, mark, wording_for
from lbp_app.errors import AppError
from lbp_app.model.person import Preferences
from lbp_app.screens.buttons import link, main_button, plain_button
from lbp_app.screens.cards import card, page_head
from lbp_app.screens.dress import look_of, window_of
from lbp_app.screens.failure_file import FromFile, FromFileCard
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import use_value
from lbp_app.screens.ui import Ui, UiContext, use_ui
from lbp_app.screens.words import note, words

MOST = 560  # px


@dataclass(frozen=True)
class WayOn:
    """`take` may raise an AppError, whose sentence is then shown."""

    name: str
    take: Callable[[], None]


@ft.component
def Failed(language: str | None, reference: str, again: Callable[[], None]) -> ft.Control:
    """In place of a screen that failed; `reference` finds the code line in the log."""
    ui = bare_ui(ft.context.page, Preferences(language=language))
    return UiContext(ui, partial(FailedPage, reference, again))


@ft.component
def FailedPage(reference: str, again: Callable[[], None]) -> ft.View:
    ui = use_ui()
    return Frame(
        page_head(ui, ui.t("Noget gik galt")),
        card(
            ui,
            words(ui, ui.t("Siden kunne ikke vises. Det, du har svaret, er gemt.")),
            main_button(ui, ui.t("Til I dag"), again),
            note(ui, ui.t("Fejlens nummer: {reference}", reference=reference)),
            roomy=True,
        ),
        most=MOST,
        framed=False,
    )


@ft.component
def Trouble(
    first: str | None, error: AppError, ways: tuple[WayOn, ...], file: FromFile | None = None
) -> ft.Control:
    """In place of the app while its database cannot be used, beginning in language `first`."""
    language, speak = use_value(lambda: first or SOURCE)
    ui = bare_ui(ft.context.page, Preferences(language=language))
    return UiContext(ui, partial(TroublePage, error, ways, file, speak))


@ft.component
def TroublePage(
    error: AppError,
    ways: tuple[WayOn, ...],
    file: FromFile | None,
    speak: Callable[[str], None],
) -> ft.View:
    ui = use_ui()
    worse, say = use_value(lambda: error)
    others = [(code, name) for code, name in languages() if code != ui.t.language]

    def take(way: WayOn) -> None:
        try:
            way.take()
        except AppError as failure:
            say(failure)

    buttons = [_way(ui, w, take, main=not i) for i, w in enumerate(ways)]
    return Frame(
        page_head(ui, ui.t("Rygvej kan ikke åbne dine svar")),
        card(ui, words(ui, sentence(ui.t, worse)), *buttons, roomy=True),
        *([FromFileCard(file, say)] if file else []),
        *[link(ui, name, partial(speak, code)) for code, name in others],
        most=MOST,
        framed=False,
    )


def _way(ui: Ui, way: WayOn, take: Callable[[WayOn], None], main: bool) -> ft.Control:
    button = main_button if main else plain_button
    return button(ui, ui.t(way.name), lambda: take(way))


AGAIN = mark("Prøv igen")
COPY = mark("Gå videre med den nyeste kopi")
ANEW = mark("Begynd forfra, og behold den gamle fil")


def bare_ui(page: ft.Page, preferences: Preferences) -> Ui:
    """Enough for a page without places: words and window, and nothing that reads the database."""
    missing = cast(Any, None)

    def nothing(*_: Any) -> Any:
        return None

    return Ui(
        services=missing,
        library=missing,
        person=missing,
        preferences=preferences,
        look=look_of(window_of(page), 1.0, preferences),
        t=wording_for(preferences.language),
        act=nothing,
        attempt=nothing,
        undo=nothing,
        say=nothing,
        go=nothing,
        arrived=nothing,
        land=nothing,
        measured=nothing,
        meanwhile=nothing,
        landing=ft.Ref(),
        version="",
    )
