"""Mig > Lås: a code before the app, what it protects from, and what helps when it is forgotten."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import flet as ft

from lbp_app.actions import lock as actions
from lbp_app.content.failures import sentence
from lbp_app.errors import AppError
from lbp_app.model.lock import ALONE, DIGITS, IDLE, LETTERS
from lbp_app.screens.backup import Typed, eye, passphrase_field
from lbp_app.screens.buttons import main_button, plain_button, soft_button
from lbp_app.screens.cards import card, dotted, page_head, stack
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.frame import Frame
from lbp_app.screens.switches import switch
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.trying import saving
from lbp_app.screens.ui import Notice, Ui, use_ui
from lbp_app.screens.words import heading, note, words

HERE = "/mig/laas"
KEY = "F8"  # locks at once; front/web/rygvej.js listens to it
SHEET_NAME = "rygvej-gendannelse.pdf"
NEVER = "never"
EXTRA = "pip install sqlcipher3 keyring"

T = TypeVar("T")


def lock_card(ui: Ui) -> ft.Control:
    """The way to the page."""
    on = ui.services.guard.is_on
    said = (
        ui.t("Der er lås på. Appen spørger om koden, når den åbnes.")
        if on
        else ui.t("Der er ingen lås på. Alle, der bruger denne enhed, kan åbne appen.")
    )
    name = ui.t("Se låsen") if on else ui.t("Sæt lås på")
    return card(
        ui,
        heading(ui, ui.t("Lås")),
        words(ui, said),
        ft.Row([soft_button(ui, name, partial(ui.go, HERE), "lock")], wrap=True),
    )


def lock_button(ui: Ui) -> ft.Control:
    def lock() -> None:
        actions.lock_now(ui.services.guard)

    return stack(
        ft.Row([soft_button(ui, ui.t("Lås nu"), lock, "lock")], wrap=True),
        note(ui, ui.t("Tasten {key} låser også, overalt i appen.", key=KEY)),
        spacing=Space.XS,
    )


@ft.component
def LockScreen() -> ft.View:
    ui = use_ui()
    recovery, show_recovery = ft.use_state("")
    turning, turn = ft.use_state(False)  # on: its card stays until the key can be shown
    if recovery:
        content = [RecoveryCard(recovery, lambda: show_recovery(""))]
    elif ui.services.guard.is_on and not turning:
        content = [_state(ui), IdleCard(), CodeCard(), NewRecoveryCard(show_recovery)]
        content += [*_encryption(ui), OffCard()]
    else:
        content = [_what(ui), TurnOnCard(show_recovery, turn)]
    return Frame(page_head(ui, ui.t("Lås"), ui.t("Mig")), *content)


def _what(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Hvad låsen gør")),
        dotted(ui, ui.t("Appen spørger om en kode, hver gang den startes, og når du har låst.")),
        dotted(ui, ui.t("Mens den er låst, viser ingen fane dine svar.")),
        dotted(ui, ui.t("Koder, der ikke passer, giver ventetid.")),
        note(ui, ui.t("En sikkerhedskopi har sit eget kodeord og følger ikke låsen.")),
    )


def _state(ui: Ui) -> ft.Control:
    return card(ui, heading(ui, ui.t("Der er lås på")), _file_note(ui), lock_button(ui))


def _file_note(ui: Ui) -> ft.Control:
    if ui.services.database.is_encrypted:
        text = ui.t(
            "Filen med dine svar og appens egne kopier er krypteret. Mens Rygvej kører, kan "
            "programmet læse dem, også når skærmen er låst. Afslut Rygvej, når du lægger enheden "
            "fra dig for længere tid."
        )
    else:
        text = ui.t(
            "Låsen skjuler appen. Filen med dine svar er ikke krypteret, så en, der kan læse "
            "filer på enheden, kan læse den. Brug også enhedens egen lås."
        )
    return note(ui, text)


def _encryption(ui: Ui) -> list[ft.Control]:
    if ui.services.database.is_encrypted:
        return [DecryptCard()]
    return [EncryptCard() if actions.can_encrypt(ui.services) else _how_to_get_it(ui)]


def _how_to_get_it(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Kryptering")),
        words(
            ui,
            ui.t(
                "Filen kan også krypteres, men det kræver et program, som ikke er her. Den, der "
                "har installeret Rygvej, kan hente det sådan:"
            ),
        ),
        ft.SelectionArea(words(ui, EXTRA, Type.ITEM)),
    )


@ft.component
def EncryptCard() -> ft.Control:
    ui = use_ui()

    def encrypt(code: str) -> str:
        actions.encrypt(ui.services, code)
        return "on"

    return AskedCard(
        ui.t("Kryptering"),
        ui.t(
            "Så kan filen kun læses med koden eller nøglen fra arket. Er begge væk, er svarene "
            "tabt; kun en sikkerhedskopi kan hente dem igen."
        ),
        ui.t("Kryptér filen"),
        encrypt,
        lambda _: ui.say(Notice(ui.t("Filen og appens kopier er krypteret."))),
    )


@ft.component
def DecryptCard() -> ft.Control:
    ui = use_ui()

    def decrypt(code: str) -> str:
        actions.decrypt(ui.services, code)
        return "off"

    return AskedCard(
        ui.t("Kryptering"),
        ui.t("Uden kryptering kan en, der kan læse filer på enheden, læse dine svar."),
        ui.t("Fjern krypteringen"),
        decrypt,
        lambda _: ui.say(Notice(ui.t("Filen er ikke krypteret mere."))),
    )


@ft.component
def TurnOnCard(show_recovery: Callable[[str], None], turning: Callable[[bool], None]) -> ft.Control:
    ui = use_ui()
    first, again = ft.use_memo(Typed, []), ft.use_memo(Typed, [])
    shown, show = ft.use_state(False)
    idle, choose = ft.use_state("15")
    possible = actions.can_encrypt(ui.services)
    encrypts, want = ft.use_state(possible)
    busy, be_busy = ft.use_state(False)

    def turn_on() -> str:
        return actions.turn_on(
            ui.services, first.text, again.text, minutes(idle), encrypts=encrypts
        )

    def encrypt() -> bool:
        actions.encrypt(ui.services, first.text)
        return True

    async def do() -> None:
        turning(True)
        made = await in_a_thread(ui, be_busy, turn_on)
        if made is not None:
            show_recovery(made)
            if not encrypts or await in_a_thread(ui, be_busy, encrypt):
                ui.say(Notice(ui.t("Låsen er slået til.")))
        turning(False)

    return card(
        ui,
        heading(ui, ui.t("Vælg en kode")),
        *_new_code(ui, first, again, shown, encrypts),
        eye(ui, shown, show),
        *(_encrypts(ui, encrypts, want) if possible else [_file_note(ui)]),
        _idle(ui, idle, choose),
        main_button(ui, ui.t("Slå låsen til"), do, "lock", disabled=busy),
        *_moment(ui, busy),
        spacing=Space.M,
    )


def _encrypts(ui: Ui, on: bool, want: Callable[[bool], None]) -> list[ft.Control]:
    detail = (
        ui.t("Uden koden og nøglen fra arket er svarene tabt; kun en sikkerhedskopi kan hjælpe.")
        if on
        else ui.t("En, der kan læse filer på enheden, kan læse dine svar.")
    )
    return [switch(ui, ui.t("Kryptér også filen med dine svar"), detail, on, want)]


@ft.component
def IdleCard() -> ft.Control:
    ui = use_ui()
    lock = ui.services.guard.lock
    kept = str(lock.idle or NEVER) if lock else NEVER
    idle, choose = ft.use_state(kept)

    def keep(chosen: str) -> None:
        choose(chosen)
        ui.act(lambda: actions.change_idle(ui.services, minutes(chosen)))

    return card(ui, heading(ui, ui.t("Lås af sig selv")), _idle(ui, idle, keep))


@ft.component
def CodeCard() -> ft.Control:
    ui = use_ui()
    now, first, again = (ft.use_memo(Typed, []) for _ in range(3))
    shown, show = ft.use_state(False)
    busy, be_busy = ft.use_state(False)
    opened, open_it = ft.use_state(False)

    async def change() -> None:
        def changed() -> bool:
            actions.change_code(ui.services, now.text, first.text, again.text)
            return True

        if await in_a_thread(ui, be_busy, changed):
            now.text = first.text = again.text = ""
            open_it(False)
            ui.say(Notice(ui.t("Koden er skiftet.")))

    title = heading(ui, ui.t("Skift kode"))
    if not opened:
        button = plain_button(ui, ui.t("Skift kode …"), lambda: open_it(True))
        return card(ui, title, ft.Row([button], wrap=True))
    return card(
        ui,
        title,
        _code_now(ui, now, shown),
        *_new_code(ui, first, again, shown, ui.services.database.is_encrypted),
        eye(ui, shown, show),
        main_button(ui, ui.t("Gem den nye kode"), change, disabled=busy),
        *_moment(ui, busy),
        spacing=Space.M,
    )


@ft.component
def NewRecoveryCard(show_recovery: Callable[[str], None]) -> ft.Control:
    ui = use_ui()
    return AskedCard(
        ui.t("Nøglen på arket"),
        ui.t("Er arket blevet væk, kan du lave et nyt. Den gamle nøgle virker så ikke mere."),
        ui.t("Lav en ny nøgle"),
        lambda code: actions.new_recovery(ui.services, code),
        show_recovery,
    )


@ft.component
def OffCard() -> ft.Control:
    ui = use_ui()

    def off(_: str) -> None:
        ui.say(Notice(ui.t("Låsen er slået fra.")))

    def turn_off(code: str) -> str:
        actions.turn_off(ui.services, code)
        return "off"

    return AskedCard(
        ui.t("Slå låsen fra"),
        ui.t("Så kan alle, der bruger denne enhed, åbne appen."),
        ui.t("Slå fra"),
        turn_off,
        off,
    )


@ft.component
def AskedCard(
    title: str, text: str, name: str, act: Callable[[str], str], then: Callable[[str], None]
) -> ft.Control:
    """Something that asks for the code once more, at the second tap."""
    ui = use_ui()
    asked, ask = ft.use_state(False)
    now = ft.use_memo(Typed, [])
    shown, show = ft.use_state(False)
    busy, be_busy = ft.use_state(False)

    async def do() -> None:
        made = await in_a_thread(ui, be_busy, lambda: act(now.text))
        now.text = ""
        if made is not None:
            ask(False)
            then(made)

    head = [heading(ui, title), words(ui, text)]
    if not asked:
        button = plain_button(ui, name + " …", lambda: ask(True))
        return card(ui, *head, ft.Row([button], wrap=True))
    return card(
        ui,
        *head,
        _code_now(ui, now, shown),
        eye(ui, shown, show),
        ft.Row(
            [
                main_button(ui, name, do, disabled=busy),
                plain_button(ui, ui.t("Nej, behold"), lambda: ask(False)),
            ],
            wrap=True,
        ),
        *_moment(ui, busy),
        spacing=Space.M,
    )


@ft.component
def RecoveryCard(recovery: str, done: Callable[[], None]) -> ft.Control:
    ui = use_ui()

    told = ui.t("Arket er gemt. Det ligger, hvor din browser gemmer filer.")
    save = saving(ui, SHEET_NAME, lambda: actions.recovery_sheet(ui.services, recovery), told)

    return card(
        ui,
        heading(ui, ui.t("Hvis du glemmer koden"), Type.SPEAK),
        words(
            ui,
            ui.t(
                "Denne nøgle åbner appen i stedet for koden. Den vises kun nu. Print arket, eller "
                "skriv den af, og læg den et andet sted end enheden."
            ),
        ),
        ft.SelectionArea(words(ui, recovery, Type.SPEAK)),
        words(ui, ui.t("Uden koden og uden nøglen kan ingen åbne appen for dig, heller ikke vi.")),
        soft_button(ui, ui.t("Gem nøglen på et ark til print"), save, "download"),
        main_button(ui, ui.t("Jeg har gemt nøglen"), done),
        roomy=True,
        spacing=Space.M,
    )


def _new_code(ui: Ui, first: Typed, again: Typed, shown: bool, alone: bool) -> list[ft.Control]:
    helper = (
        ui.t("Mindst {least} tegn. Gerne flere ord.", least=ALONE)
        if alone
        else ui.t(
            "Mindst {digits} tal, eller mindst {letters} tegn med bogstaver.",
            digits=DIGITS,
            letters=LETTERS,
        )
    )
    return [
        words(
            ui,
            ui.t("Glemmer du koden, er der kun én anden vej ind: en nøgle, som du kan printe."),
        ),
        passphrase_field(ui, ui.t("Ny kode"), first, shown, helper),
        passphrase_field(ui, ui.t("Ny kode igen"), again, shown),
    ]


def _code_now(ui: Ui, now: Typed, shown: bool) -> ft.Control:
    helper = ui.t("Eller nøglen fra arket.")
    return passphrase_field(ui, ui.t("Koden, som den er nu"), now, shown, helper)


def _idle(ui: Ui, idle: str, choose: Callable[[str], None]) -> ft.Control:
    options = [Choice(str(n), ui.t.plural("{n} minut", "{n} minutter", n)) for n in IDLE]
    options.append(Choice(NEVER, ui.t("Kun når jeg selv låser")))
    name = ui.t("Lås, når ingen har brugt appen i")
    return stack(words(ui, name, Type.ITEM), choices(ui, name, options, idle, choose))


def minutes(idle: str) -> int | None:
    return None if idle == NEVER else int(idle)


def _moment(ui: Ui, busy: bool) -> list[ft.Control]:
    return [note(ui, ui.t("Et øjeblik …"))] if busy else []


async def in_a_thread(ui: Ui, be_busy: Callable[[bool], None], action: Callable[[], T]) -> T | None:
    """A code takes a moment to be looked at, and the page goes on meanwhile; None when refused."""
    be_busy(True)
    try:
        return await asyncio.to_thread(action)
    except AppError as error:
        ui.say(Notice(sentence(ui.t, error), failed=True))
        return None
    finally:
        be_busy(False)
