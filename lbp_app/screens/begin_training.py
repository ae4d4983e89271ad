"""How a session begins; before the very first one the safety check is offered."""

from functools import partial

import flet as ft

from lbp_app.actions import check_offer, course, screening, session
from lbp_app.actions import offer as actions
from lbp_app.actions.offer import Offer
from lbp_app.errors import AppError
from lbp_app.model.asking import Round
from lbp_app.model.session import SessionKind
from lbp_app.screens.buttons import Tap, main_button, plain_button
from lbp_app.screens.cards import card, page_head
from lbp_app.screens.frame import Frame
from lbp_app.screens.places import lost
from lbp_app.screens.stopped import is_stopped, paused_card
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import words

GENTLE = "gentle"  # stands where a kind would


def begins(ui: Ui, what: str, exercise: str = "") -> Tap:
    """What a button does that begins a session."""
    return lambda: begin(ui, what, exercise)


def begin(ui: Ui, what: str, exercise: str = "") -> None:
    """`what` is a SessionKind or GENTLE; `exercise` goes with SINGLE. With CLASS goes the time of
    the course that it makes up for. Where nothing may be begun, the exercises say why.
    """
    if is_stopped(ui):
        ui.go("/oevelser")
    elif session.under_way(ui.services) is not None:
        ui.go("/traening")
    elif actions.check_comes_first(ui.services):
        ui.go(f"/traening/foer/{what}{f'-{exercise}' if exercise else ''}")
    else:
        _start(ui, what, exercise)


def offered(ui: Ui, what: str, exercise: str = "") -> Offer:
    if what == GENTLE:
        return actions.gentle_offer(ui.services)
    return actions.offer(ui.services, SessionKind(what), exercise or None)


def _start(ui: Ui, what: str, exercise: str) -> None:
    def start() -> None:
        if what == SessionKind.CLASS and exercise:
            course.begin_home_twin(ui.services, _time(ui, exercise))
        else:
            actions.start(ui.services, offered(ui, what, exercise))

    if ui.act(start):
        ui.go("/traening")


def _time(ui: Ui, which: str) -> str:
    now = course.course_now(ui.services)
    found = now and now.at(which)
    return found.id if found else ""


@ft.component
def BeforeTrainingScreen() -> ft.View:
    ui = use_ui()
    what, _, exercise = ft.use_route_params()["what"].partition("-")
    if not _known(ui, what, exercise):
        return lost(ui)

    if is_stopped(ui):
        return Frame(page_head(ui, ui.t("Træning")), paused_card(ui))

    def check() -> None:
        begun = screening.under_way(ui.services) is not None
        if begun or ui.act(partial(screening.begin, ui.services, Round.FULL)):
            ui.go("/tjek")

    def not_today() -> None:
        if ui.act(partial(check_offer.put_off, ui.services)):
            begin(ui, what, exercise)

    text = ui.t(
        "Nogle få tegn skal en læge høre om. Svar på ti korte spørgsmål, før du går i gang. "
        "Det tager oftest under to minutter."
    )
    return Frame(
        page_head(ui, ui.t("Før din første træning")),
        card(
            ui,
            words(ui, text),
            main_button(ui, ui.t("Tag tjekket nu"), check),
            plain_button(ui, ui.t("Ikke i dag"), not_today),
            roomy=True,
        ),
    )


def _known(ui: Ui, what: str, exercise: str) -> bool:
    try:
        return bool(offered(ui, what, exercise).plan)
    except (AppError, KeyError, ValueError):
        return False
