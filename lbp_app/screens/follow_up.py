"""What I dag says about the safety check: was a doctor reached, what waits, what is offered."""

from functools import partial

import flet as ft

from lbp_app.actions import check_offer, follow_up
from lbp_app.actions import screening as actions
from lbp_app.actions.course import CourseNow, follow_up_since
from lbp_app.content import formats
from lbp_app.content.library import say
from lbp_app.model.asking import Round
from lbp_app.model.pause import Paused, PausedBy, paused
from lbp_app.model.screening import Screening, not_reached
from lbp_app.screens.buttons import link, main_button, plain_button, soft_button
from lbp_app.screens.cards import card
from lbp_app.screens.fields import text_field
from lbp_app.screens.hooks import keyed
from lbp_app.screens.theme import Role, Type
from lbp_app.screens.trying import saved
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words


def waiting(ui: Ui) -> list[ft.Control]:
    """What comes before anything else on the page; at most one card."""
    asked = follow_up.asked_today(ui.services)
    if asked is not None:
        return [keyed(FollowUpCard, asked.id)(asked)]
    return _paused(ui)


def invitation(ui: Ui, course: CourseNow | None) -> list[ft.Control]:
    """To a check, or to go on with one; at most one card."""
    if actions.under_way(ui.services) is not None:
        return [_go_on(ui)]
    which = check_offer.offered(ui.services, follow_up_since(course))
    return [] if which is None else [_offer(ui, which)]


@ft.component
def FollowUpCard(about: Screening) -> ft.Control:
    ui = use_ui()
    said = ft.use_ref("")

    def tell(e: ft.Event[ft.TextField]) -> None:
        said.current = e.control.value

    def reached() -> None:
        ui.act(lambda: follow_up.talked_to_doctor(ui.services, about.id, said.current or ""))

    def not_yet() -> None:
        ui.act(lambda: follow_up.not_yet(ui.services, about.id, said.current or ""))

    ask, yes = _asked(ui, about)
    day = formats.date_long(ui.t, actions.day_of_check(ui.services, about), ui.today)
    return card(
        ui,
        heading(ui, ask, Type.SPEAK, 2),
        note(ui, ui.t("Det handler om dine svar fra {day}.", day=day)),
        text_field(
            ui,
            ui.t("Hvad blev I enige om?"),
            said.current or "",
            lines=2,
            helper=ui.t("Frivilligt"),
            on_change=tell,
        ),
        main_button(ui, yes, reached),
        plain_button(ui, ui.t("Ikke endnu"), not_yet),
        link(ui, ui.t("Se, hvem du kan ringe til"), partial(ui.go, "/tjek/ring")),
        roomy=True,
    )


def _asked(ui: Ui, about: Screening) -> tuple[str, str]:
    triage = ui.library.triage
    outcome = actions.outcome_of(ui.services, about.round, about.answers)
    alone = triage.alone(outcome.actions, outcome.tier.key)
    words_of = triage.follow_up
    ask = words_of.ask_alone if alone else words_of.ask
    return say(ui.t, ask), say(ui.t, words_of.reached_alone if alone else words_of.reached)


def _paused(ui: Ui) -> list[ft.Control]:
    today = ui.today
    pause = paused(ui.services.pauses.all(), Paused.EXERCISE, today)
    if pause is None or pause.by is not PausedBy.SAFETY:
        return []
    waits = not_reached(ui.services.screenings.all(), ui.services.screenings.follow_ups())

    def reached() -> None:
        ui.act(lambda: follow_up.talked_to_doctor(ui.services, waits[-1].id))

    text = ui.t("Øvelser og påmindelser holder pause, til en læge har hørt om dine svar.")
    return [
        card(
            ui,
            words(ui, text, Type.SPEAK, Role.ON_STAGE),
            main_button(ui, ui.t("Se, hvem du kan ringe til"), partial(ui.go, "/tjek/ring")),
            *([link(ui, ui.t("Jeg har talt med en læge"), reached)] if waits else []),
            bg=Role.STAGE,
            roomy=True,
        )
    ]


def _go_on(ui: Ui) -> ft.Control:
    def anew() -> None:
        if ui.act(partial(actions.begin, ui.services, actions.next_round(ui.services))):
            ui.go("/tjek")

    return card(
        ui,
        heading(ui, ui.t("Du er i gang med et tjek af tegn"), Type.SPEAK, 2),
        soft_button(ui, ui.t("Fortsæt"), partial(ui.go, "/tjek")),
        link(ui, ui.t("Begynd forfra"), anew),
        roomy=True,
    )


def _offer(ui: Ui, which: Round) -> ft.Control:
    title, text = _invite(ui, which)
    put_off = partial(check_offer.put_off, ui.services)

    def begin() -> None:
        if ui.act(partial(actions.begin, ui.services, which)):
            ui.go("/tjek")

    return card(
        ui,
        heading(ui, title, Type.SPEAK, 2),
        words(ui, text),
        soft_button(ui, ui.t("Begynd"), begin),
        link(ui, ui.t("Ikke i dag"), partial(ui.act, put_off, saved)),
        roomy=True,
    )


def _invite(ui: Ui, which: Round) -> tuple[str, str]:
    if which is Round.FULL:
        return ui.t("Et tjek af tegn"), ui.t(
            "Nogle få tegn skal en læge høre om. Svar på ti korte spørgsmål, før du går i gang. "
            "Det tager oftest under to minutter."
        )
    if which is Round.SHORT:
        return ui.t("Et kort tjek af tegn"), ui.t(
            "Er der kommet noget nyt, som en læge skal høre om? Det tager oftest under et minut."
        )
    return ui.t("Fire ting, der kunne vente"), ui.t(
        "Vi mangler at spørge lidt om tid og stivhed. Det haster ikke."
    )


def offer_for_note(ui: Ui) -> list[ft.Control]:
    """A word in the note asks a question; it never concludes anything."""
    if not check_offer.offered_for_note(ui.services, ui.today):
        return []

    def begin() -> None:
        if ui.act(partial(actions.begin, ui.services, actions.next_round(ui.services))):
            ui.go("/tjek")

    text = ui.t("Du skriver om noget, som en læge måske vil høre om. Vil du svare på lidt mere?")
    return [
        card(
            ui,
            words(ui, text),
            soft_button(ui, ui.t("Ja, gerne"), begin),
            link(
                ui,
                ui.t("Nej tak"),
                lambda: ui.act(partial(check_offer.put_off_for_note, ui.services), saved),
            ),
            bg=Role.WELL,
        )
    ]
