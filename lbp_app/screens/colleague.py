"""Til en kollega: participants or a class as a locked file, given or taken in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from lbp_app.actions import class_group, participant
from lbp_app.actions import colleague as actions
from lbp_app.content.plain_words import suggested_passphrase
from lbp_app.errors import AppError
from lbp_app.model.backup import SHORTEST, checked_passphrase
from lbp_app.model.colleague import HandedPeople
from lbp_app.screens.buttons import link, main_button, plain_button
from lbp_app.screens.cards import card, page_head, stack, told
from lbp_app.screens.colleague_known import beyond_doubt, known_people
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import keyed, use_draft, use_once, use_single, use_value
from lbp_app.screens.passphrase import Typed, eye, passphrase_field
from lbp_app.screens.picking import chosen_file
from lbp_app.screens.places import lost
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.trying import hand_over, say_why, tried, tried_in_thread
from lbp_app.screens.ui import Notice, Ui, use_ui
from lbp_app.screens.words import heading, note, waiting, words

Make = Callable[[str], bytes]  # of a passphrase


@ft.component
def HandParticipantScreen() -> ft.View:
    ui = use_ui()
    try:
        one = participant.participant(ui.services, ft.use_route_params()["participant"])
    except AppError:
        return lost(ui)
    make = partial(actions.hand_participant, ui.services, one.id)
    return _page(ui, one.called, f"/deltager/{one.id}", make)


@ft.component
def HandClassScreen() -> ft.View:
    ui = use_ui()
    try:
        now = class_group.class_now(ui.services, ft.use_route_params()["group"])
    except AppError:
        return lost(ui)
    make = partial(actions.hand_class, ui.services, now.group.id)
    return _page(ui, now.group.name, f"/hold/{now.group.id}", make)


def _page(ui: Ui, name: str, back: str, make: Make) -> ft.View:
    return Frame(
        stack(
            page_head(ui, ui.t("Giv til en kollega"), name),
            ft.Row([link(ui, ui.t("Tilbage til {name}", name=name), partial(ui.go, back))]),
            spacing=0,
        ),
        keyed(LockedFileCard, back)(make),
    )


@ft.component
def LockedFileCard(make: Make) -> ft.Control:
    ui = use_ui()
    first, again = ft.use_memo(Typed, []), ft.use_memo(Typed, [])
    shown, show = ft.use_state(False)
    busy, once = use_once()
    suggested, suggest = use_value(str)

    def take_suggestion() -> None:
        first.text = again.text = suggested_passphrase(ui.t.language)
        suggest(first.text)

    async def save() -> None:
        content = await tried_in_thread(
            ui, lambda: make(checked_passphrase(first.text, again.text))
        )
        if content is not None:
            name = f"rygvej-kollega-{ui.today}.{actions.EXTENSION}"
            await hand_over(ui, name, content)

    helper = ui.t("Mindst {least} tegn. Gerne flere ord.", least=SHORTEST)
    new = [note(ui, ui.t("Dit nye kodeord. Det står i begge felter:"))] if suggested else []
    shows = [ft.SelectionArea(words(ui, suggested, Type.SPEAK))] if suggested else []
    return card(
        ui,
        heading(ui, ui.t("En låst fil")),
        told(ui, "users", ui.t("Navn, nummer, trin med historik og fremmøde følger med.")),
        told(ui, "notebook-pen", ui.t("Din note til dig selv bliver her, og det gør nøglerne.")),
        told(ui, "message-circle", ui.t("Sig kodeordet til din kollega. Send det ikke med filen.")),
        passphrase_field(ui, ui.t("Kodeord"), first, shown, helper),
        passphrase_field(ui, ui.t("Kodeord igen"), again, shown),
        eye(ui, shown, show),
        *new,
        *shows,
        ft.Row([plain_button(ui, ui.t("Foreslå et"), take_suggestion)], wrap=True),
        main_button(ui, ui.t("Gem filen"), once(save), "download", disabled=busy),
        *waiting(ui, busy),
        spacing=Space.M,
    )


# --- taking in ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Together:
    """Who is put together with the same person here."""

    ids: frozenset[str] = frozenset()


@ft.component
def FromColleagueScreen() -> ft.View:
    ui = use_ui()
    back = ft.Row([link(ui, ui.t("Alle deltagere"), partial(ui.go, "/"))], wrap=True)
    lead = ui.t("Hent deltagere eller et hold ind fra en fil, som en kollega har lavet til dig.")
    return Frame(
        stack(page_head(ui, ui.t("Fra en kollega"), ui.t("Deltagere")), words(ui, lead), back),
        TakeInCard(),
    )


@ft.component
def TakeInCard() -> ft.Control:
    """Shows who is in the file before anything is kept."""
    ui = use_ui()
    data, pick = use_value(bytes)
    passphrase = ft.use_memo(Typed, [])
    shown, show = ft.use_state(False)
    inside, see = use_value(_unseen)
    asked_of, chosen, choose_who = use_draft(Together())
    busy, once = use_once()
    single = use_single(ui.services.clock)

    async def choose() -> None:
        try:
            chosen = await chosen_file(actions.EXTENSION)
        except AppError as error:
            return say_why(ui, error)
        if chosen:
            see(None)
            pick(chosen.content)

    async def look() -> None:
        found = await tried_in_thread(
            ui, lambda: actions.look_into(ui.services, data, passphrase.text)
        )
        if found is not None:
            choose_who(ids=beyond_doubt(actions.recognised(ui.services, found)))
            see(found)

    def tick(who: str, wanted: bool) -> None:
        now = chosen().ids
        choose_who(ids=now | {who} if wanted else now - {who})

    def take(people: HandedPeople) -> bool:
        def take_in() -> bool:
            actions.take_in(ui.services, people, chosen().ids)
            return True

        if not tried(ui, take_in):
            return False
        ui.go("/hold" if people.class_group else "/")
        ui.say(Notice(lambda t: t("Hentet ind")))
        return True

    if inside is not None:
        asked = [
            *_inside(ui, inside),
            *known_people(ui, actions.recognised(ui.services, inside), asked_of.ids, tick),
            main_button(ui, ui.t("Hent dem ind"), partial(single, partial(take, inside))),
            ft.Row([plain_button(ui, ui.t("Nej tak"), lambda: see(None))], wrap=True),
        ]
    elif data:
        asked = [
            passphrase_field(ui, ui.t("Kodeord"), passphrase, shown),
            eye(ui, shown, show),
            main_button(ui, ui.t("Se, hvad der er i filen"), once(look), disabled=busy),
        ]
    else:
        asked = [main_button(ui, ui.t("Vælg en fil"), choose)]
    return card(ui, heading(ui, ui.t("Fra en fil")), *asked, *waiting(ui, busy), spacing=Space.M)


def _unseen() -> HandedPeople | None:
    return None


def _inside(ui: Ui, inside: HandedPeople) -> list[ft.Control]:
    group = inside.class_group
    names = ", ".join(one.called for one in inside.people)
    yours = ui.t("De bliver dine deltagere, og du får ansvaret for det, der står om dem.")
    return [
        *([words(ui, ui.t("Holdet {name}", name=group.group.name), Type.ITEM)] if group else []),
        *([words(ui, names), note(ui, yours)] if names else []),
        *([note(ui, _of_class(ui, inside))] if group else []),
    ]


def _of_class(ui: Ui, inside: HandedPeople) -> str:
    if actions.is_here(ui.services, inside):
        return ui.t(
            "Du har holdet i forvejen. Det her kommer ved siden af, som et hold for sig. Vil du "
            "hellere erstatte dit eget, så slet det først."
        )
    return ui.t("De, der følger holdet fra opslaget på væggen, bliver på holdet.")
