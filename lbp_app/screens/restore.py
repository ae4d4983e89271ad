"""Mig > Mine data > Gendan: from a backup, after what is in it has been seen beside today's."""

import asyncio
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import TypeVar

import flet as ft

from lbp_app.actions import backup as actions
from lbp_app.content.failures import sentence
from lbp_app.content.formats import clock_time, date_full
from lbp_app.errors import AppError
from lbp_app.model.merge import MergePreview
from lbp_app.screens.backup import Typed
from lbp_app.screens.backup_file import Picked, picked_backup, to_be_opened
from lbp_app.screens.buttons import grave_button, main_button, plain_button
from lbp_app.screens.cards import card, page_head, stack
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import use_value
from lbp_app.screens.merge import merge_preview, merged_words
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.trying import tried, tried_in_thread
from lbp_app.screens.ui import Notice, Ui, use_ui
from lbp_app.screens.words import heading, label, note, words

T = TypeVar("T")


@ft.component
def RestoreScreen() -> ft.View:
    ui = use_ui()
    lead = ui.t(
        "Vælg en sikkerhedskopi. Du ser, hvad der er i den, før noget bliver ændret, og du kan gå "
        "tilbage bagefter."
    )
    welcomed = ui.person.welcomed_at is not None
    return Frame(
        stack(page_head(ui, ui.t("Gendan"), ui.t("Mine data")), words(ui, lead)),
        RestoreCard(),
        *([UndoCard()] if actions.may_undo_restore(ui.services) else []),
        *([] if welcomed else [_back(ui)]),
        framed=welcomed,
    )


def _back(ui: Ui) -> ft.Control:
    begin = plain_button(ui, ui.t("Begynd uden en fil"), lambda: ui.go("/velkommen/1"))
    return ft.Row([begin], wrap=True)


@ft.component
def RestoreCard() -> ft.Control:
    ui = use_ui()
    picked, pick = use_value(_nothing)
    passphrase = ft.use_memo(Typed, [])
    shown, show = ft.use_state(False)
    inside, see = use_value(_unseen)
    together, see_together = use_value(_unseen_together)
    busy, be_busy = ft.use_state(False)
    done, be_done = ft.use_state("")

    async def choose() -> None:
        try:
            chosen = await picked_backup()
        except AppError as error:
            return ui.say(Notice(sentence(ui.t, error), failed=True))
        if chosen is None:
            return None
        forget()
        pick(chosen)
        be_done("")
        if not chosen.locked:
            await look(chosen, None)
        return None

    async def look(chosen: Picked, said: str | None) -> None:
        file = BytesIO(chosen.content)
        see(await tried_in_thread(ui, be_busy, lambda: actions.look_into(ui.services, file, said)))

    async def look_together() -> None:
        if picked is not None:
            file, said = opened(picked)
            look = partial(actions.look_at_merge, ui.services, file, said)
            see_together(await tried_in_thread(ui, be_busy, look))

    async def open_locked() -> None:
        if picked is not None:
            await look(picked, passphrase.text)

    def opened(chosen: Picked) -> tuple[BytesIO, str | None]:
        return BytesIO(chosen.content), passphrase.text if chosen.locked else None

    async def change(action: Callable[[BytesIO, str | None], T]) -> T | None:
        """Not in a thread: nobody writes between this and what is seen next."""
        if picked is None:
            return None
        be_busy(True)
        await asyncio.sleep(0.05)  # so that it is seen
        made = tried(ui, lambda: action(*opened(picked)))
        be_busy(False)
        if made is not None:
            forget()
        return made

    async def replace() -> None:
        held = await change(lambda *given: actions.restore(ui.services, *given))
        if held is not None:
            be_done(ui.t("Gendannet: {what}.", what=actions.told(held, ui.t.language)))
            ui.say(Notice(ui.t("Gendannet")))

    async def merge() -> None:
        made = await change(lambda *given: actions.merge(ui.services, *given))
        if made is not None:
            be_done(merged_words(ui, made))
            ui.say(Notice(ui.t("Lagt sammen")))

    def forget() -> None:
        pick(None)
        see(None)
        see_together(None)
        passphrase.text = ""

    asked: list[ft.Control] = []
    if together is not None:
        asked = merge_preview(ui, together, merge, forget, busy)
    elif inside is not None:
        asked = _inside(ui, inside, (look_together, replace, forget), busy)
    elif picked is not None and picked.locked:
        asked = to_be_opened(ui, passphrase, shown, show, open_locked, busy)
    name = [note(ui, ui.t("Filen: {name}", name=picked.name))] if picked else []
    choose_button = plain_button if picked else main_button
    return card(
        ui,
        heading(ui, ui.t("Fra en fil")),
        choose_button(ui, ui.t("Vælg en fil"), choose, disabled=busy),
        *name,
        *asked,
        *([note(ui, ui.t("Et øjeblik …"))] if busy else []),
        *([words(ui, done)] if done else []),
        spacing=Space.M,
    )


def _nothing() -> Picked | None:
    return None


def _unseen() -> actions.Inside | None:
    return None


def _unseen_together() -> MergePreview | None:
    return None


def _inside(
    ui: Ui,
    inside: actions.Inside,
    ways: tuple[Callable[[], object], Callable[[], object], Callable[[], None]],
    busy: bool,
) -> list[ft.Control]:
    """`ways`: put together with what is here, put in the place of it, neither."""
    merge, replace, forget = ways
    made = inside.made.astimezone(ui.services.clock.zone())
    when = ui.t(
        "Lavet {day} kl. {time}", day=date_full(ui.t, made.date()), time=clock_time(ui.t, made)
    )
    parts: list[ft.Control] = [
        stack(
            label(ui, ui.t("I filen")),
            words(ui, actions.told(inside.then, ui.t.language), Type.ITEM),
            note(ui, when),
            spacing=4,
        )
    ]
    if inside.today.is_empty:
        return [*parts, main_button(ui, ui.t("Hent det ind"), replace, disabled=busy)]
    parts.append(
        stack(
            label(ui, ui.t("Her i dag")),
            words(ui, actions.told(inside.today, ui.t.language), Type.ITEM),
            spacing=4,
        )
    )
    buttons = [
        main_button(ui, ui.t("Læg sammen med det, der er her"), merge, disabled=busy),
        grave_button(ui, ui.t("Erstat det med filen"), replace, disabled=busy),
        plain_button(ui, ui.t("Nej, behold"), forget),
    ]
    return [*parts, *_either(ui, inside), ft.Row(list(buttons), wrap=True)]


def _either(ui: Ui, inside: actions.Inside) -> list[ft.Control]:
    merge = ui.t(
        "Har du brugt appen på to enheder, så læg sammen: alt fra begge bliver, og har et svar to "
        "udgaver, gælder den senere."
    )
    lost = ui.t("Her er nyere svar end i filen. Erstatter du, går de ud.")
    told = ui.t("Appen gemmer først en kopi af det, der er her, så du kan gå tilbage.")
    return [
        words(ui, merge),
        *([words(ui, lost)] if inside.has_newer_here else []),
        note(ui, told),
    ]


@ft.component
def UndoCard() -> ft.Control:
    ui = use_ui()

    def undo() -> None:
        try:
            held = actions.undo_restore(ui.services)
        except AppError as error:
            return ui.say(Notice(sentence(ui.t, error), failed=True))
        ui.say(Notice(ui.t("Tilbage igen: {what}.", what=actions.told(held, ui.t.language))))

    told = ui.t(
        "Appen har en kopi af det, der var her, før du sidst gendannede eller lagde noget sammen."
    )
    return card(
        ui,
        heading(ui, ui.t("Gå tilbage")),
        words(ui, told),
        ft.Row([plain_button(ui, ui.t("Gå tilbage til det"), undo)], wrap=True),
    )
