"""Mig > Mine data > Gendan: from a backup, after what is in it has been seen beside today's."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import flet as ft

from lbp_app.actions import backup as actions
from lbp_app.content.failures import sentence
from lbp_app.content.formats import clock_time, date_full
from lbp_app.errors import AppError
from lbp_app.screens.backup import EXTENSION, Typed, eye, passphrase_field
from lbp_app.screens.buttons import grave_button, main_button, plain_button
from lbp_app.screens.cards import card, page_head, stack
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import use_value
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.ui import Notice, Ui, use_ui
from lbp_app.screens.words import heading, label, note, words


@dataclass(frozen=True)
class Picked:
    """A file that somebody has chosen; nothing in it has been believed yet."""

    name: str
    content: bytes
    locked: bool


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
    busy, be_busy = ft.use_state(False)
    done, be_done = ft.use_state("")

    async def choose() -> None:
        chosen = await _chosen(ui)
        if chosen is None:
            return
        pick(chosen)
        see(None)
        passphrase.text = ""
        be_done("")
        if not chosen.locked:
            await look(chosen, None)

    async def look(chosen: Picked, said: str | None) -> None:
        """In a thread of its own: it restores the file on trial."""
        be_busy(True)
        try:
            file = BytesIO(chosen.content)
            see(await asyncio.to_thread(actions.look_into, ui.services, file, said))
        except AppError as error:
            ui.say(Notice(sentence(ui.t, error), failed=True))
        finally:
            be_busy(False)

    async def open_locked() -> None:
        if picked is not None:
            await look(picked, passphrase.text)

    async def replace() -> None:
        if picked is None:
            return
        be_busy(True)
        await asyncio.sleep(0.05)  # so that it is seen
        try:
            said = passphrase.text if picked.locked else None
            held = actions.restore(ui.services, BytesIO(picked.content), said)
        except AppError as error:
            return ui.say(Notice(sentence(ui.t, error), failed=True))
        finally:
            be_busy(False)
        forget()
        be_done(ui.t("Gendannet: {what}.", what=actions.told(held, ui.t.language)))
        ui.say(Notice(ui.t("Gendannet")))

    def forget() -> None:
        pick(None)
        see(None)
        passphrase.text = ""

    asked: list[ft.Control] = []
    if inside is not None:
        asked = _inside(ui, inside, replace, forget, busy)
    elif picked is not None and picked.locked:
        asked = [
            passphrase_field(ui, ui.t("Kodeord"), passphrase, shown),
            eye(ui, shown, show),
            main_button(ui, ui.t("Se, hvad der er i filen"), open_locked, disabled=busy),
        ]
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


async def _chosen(ui: Ui) -> Picked | None:
    """None when nobody has chosen, or it is no backup, which is said."""
    files = await ft.FilePicker().pick_files(
        file_type=ft.FilePickerFileType.CUSTOM, allowed_extensions=[EXTENSION], with_data=True
    )
    if not files:
        return None
    content = files[0].bytes or b""
    try:
        return Picked(files[0].name, content, actions.needs_passphrase(BytesIO(content)))
    except AppError as error:
        ui.say(Notice(sentence(ui.t, error), failed=True))
        return None


def _inside(
    ui: Ui,
    inside: actions.Inside,
    replace: Callable[[], object],
    forget: Callable[[], None],
    busy: bool,
) -> list[ft.Control]:
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
    if inside.has_newer_here:
        parts.append(words(ui, ui.t("Her er nyere svar end i filen. De bliver erstattet.")))
    buttons = [
        grave_button(ui, ui.t("Erstat det med filen"), replace, disabled=busy),
        plain_button(ui, ui.t("Nej, behold"), forget),
    ]
    told = ui.t("Appen gemmer først en kopi af det, der er her, så du kan gå tilbage.")
    return [*parts, note(ui, told), ft.Row(list(buttons), wrap=True)]


@ft.component
def UndoCard() -> ft.Control:
    ui = use_ui()

    def undo() -> None:
        try:
            held = actions.undo_restore(ui.services)
        except AppError as error:
            return ui.say(Notice(sentence(ui.t, error), failed=True))
        ui.say(Notice(ui.t("Tilbage igen: {what}.", what=actions.told(held, ui.t.language))))

    return card(
        ui,
        heading(ui, ui.t("Gå tilbage")),
        words(ui, ui.t("Appen har en kopi af det, der var her før den seneste gendannelse.")),
        ft.Row([plain_button(ui, ui.t("Gå tilbage til det"), undo)], wrap=True),
    )
