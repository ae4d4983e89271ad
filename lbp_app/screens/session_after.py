"""Træning, bagefter: what was done counts; more is told only if it is wanted."""

from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions import session as actions
from lbp_app.content import formats
from lbp_app.model.session import After, Session
from lbp_app.screens.after import WORDS, after_choices
from lbp_app.screens.buttons import link, main_button
from lbp_app.screens.cards import card, page_head, stack
from lbp_app.screens.fields import SavedField
from lbp_app.screens.frame import ONE_COLUMN, Frame
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.session_item import Place, item_row
from lbp_app.screens.shared import padding
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.trainings import minutes_in_words, session_facts, session_name
from lbp_app.screens.ui import Act, Ui, use_ui
from lbp_app.screens.words import label, note, words

GRID, INSET = 8, 12  # px round the rows, and round what stands in them


@ft.component
def SessionAfterScreen() -> ft.View:
    ui = use_ui()
    session_id = ft.use_route_params()["session"]
    session = ui.services.sessions.get(session_id)
    opened, open_it = use_value(lambda: -1)
    if session is None:
        return _gone(ui)
    return Frame(
        _head(ui, session),
        _warmly(ui, session),
        _done(ui, session, opened, open_it),
        _reflection(ui, session),
        *_afterwards(ui, session),
        main_button(ui, ui.t("Til I dag"), partial(ui.go, "/")),
        ft.Row(
            [
                link(ui, ui.t("Se al din træning"), partial(ui.go, "/traening/log")),
                link(ui, ui.t("Slet træningen"), partial(_remove, ui, session)),
            ],
            wrap=True,
            alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        ),
    )


def _head(ui: Ui, session: Session) -> ft.Control:
    name, facts = session_name(ui, session), session_facts(ui, session)
    if session.day == ui.today:
        return page_head(ui, ui.t("Tak for i dag"), f"{name} · {facts}")
    return page_head(
        ui, name, f"{formats.capital(formats.date_long(ui.t, session.day, ui.today))} · {facts}"
    )


def _warmly(ui: Ui, session: Session) -> ft.Control:
    if session.cut_short:
        text = ui.t("Du stoppede, da det passede dig. Alt det, du lavede, tæller.")
    else:
        text = ui.t(
            "Du brugte {minutes} på dig selv og din ryg. Det tæller.",
            minutes=minutes_in_words(ui, session.minutes),
        )
    return card(ui, words(ui, text, Type.SPEAK, Role.ON_WARM), bg=Role.WARM_BOX, roomy=True)


def _done(ui: Ui, session: Session, opened: int, open_it: Callable[[int], None]) -> ft.Control:
    room = ui.look.column(ONE_COLUMN) - 2 * (GRID + INSET)
    rows: list[ft.Control] = []
    for at, item in enumerate(session.items):
        toggle = partial(open_it, -1 if at == opened else at)
        row = item_row(ui, item, Place(session.id, at, room), at == opened, toggle)
        rows.append(ft.Container(row, key=f"item-{at}"))
    hint = note(ui, ui.t("Tryk på en øvelse, hvis du vil fortælle om den eller rette den."))
    head = stack(label(ui, ui.t("Det lavede du")), hint, spacing=2)
    within = padding(INSET, 10, INSET, 6)
    return card(ui, ft.Container(head, padding=within), *rows, padding=GRID, spacing=0)


def _reflection(ui: Ui, session: Session) -> ft.Control:
    def keep(text: str) -> Act:
        return lambda: actions.reflect(ui.services, session.id, text)

    field = keyed(SavedField, f"reflection-{session.id}")
    ask = ui.t("Hvad blev lettere?")
    return card(ui, field(ask, session.reflection, keep, lines=2, helper=ui.t("Frivilligt")))


def _afterwards(ui: Ui, session: Session) -> list[ft.Control]:
    """From the next day on; what was said can be said anew."""
    if session.day >= ui.today or not session.done:
        return []
    passed = session.after is After.PASSED
    return [
        card(
            ui,
            label(ui, ui.t("Hvordan var ryggen bagefter?")),
            *([note(ui, ui.t("Sprunget over dengang. Du kan stadig svare."))] if passed else []),
            after_choices(ui, session, list(WORDS)),
            spacing=Space.S,
        )
    ]


def _remove(ui: Ui, session: Session) -> None:
    ui.act(lambda: actions.remove_session(ui.services, session.id))


def _gone(ui: Ui) -> ft.View:
    """Also right after it was deleted, with the way back on the state line."""
    return Frame(
        page_head(ui, ui.t("Træningen er her ikke")),
        card(
            ui,
            words(ui, ui.t("Den er slettet, eller adressen passer ikke.")),
            main_button(ui, ui.t("Til I dag"), partial(ui.go, "/")),
            link(ui, ui.t("Se al din træning"), partial(ui.go, "/traening/log")),
            roomy=True,
        ),
    )
