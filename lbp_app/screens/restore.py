"""Mig > Mine data > Gendan: from a backup, after what is in it has been seen beside today's."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import flet as ft

from lbp_app.actions import backup as actions
from lbp_app.content.formats import clock_time, date_full
from lbp_app.content.wording import Wording
from lbp_app.model.backup import Holding
from lbp_app.model.merge import MergePreview
from lbp_app.screens.backup_file import (
    BackupFile,
    Picked,
    Reading,
    asked_first,
    name_of,
    use_backup_file,
)
from lbp_app.screens.buttons import grave_button, main_button, plain_button
from lbp_app.screens.cards import card, page_head, stack
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import use_once, use_single, use_value
from lbp_app.screens.merge import merge_preview, merged_words
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.trying import say_why, tried
from lbp_app.screens.ui import Notice, Said, Ui, use_ui
from lbp_app.screens.words import heading, label, note, waiting, words

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
    together, see_together = use_value(_unseen_together)
    done, be_done = use_value(_nothing_done)
    _, once = use_once()
    brought_in: ft.MutableRef[Picked] = ft.use_ref(None)

    def begin_anew() -> None:
        see_together(None)
        be_done(None)

    file = use_backup_file(
        partial(actions.look_into, ui.services), partial(say_why, ui), begin_anew
    )

    async def look_together() -> None:
        see_together(await file.read_meanwhile(partial(actions.look_at_merge, ui.services)))

    async def bring_in(action: Reading[T]) -> T | None:
        """A second tap may come before it is drawn that the first was enough."""
        if brought_in.current is file.picked:
            return None
        made = await _brought_in(file, action)
        brought_in.current = brought_in.current if made is None else file.picked
        return made

    async def replace() -> None:
        held = await bring_in(partial(actions.restore, ui.services))
        if held is not None:
            end(partial(_restored, held), lambda t: t("Gendannet"))

    async def merge() -> None:
        made = await bring_in(partial(actions.merge, ui.services))
        if made is not None:
            end(partial(merged_words, made), lambda t: t("Lagt sammen"))

    def end(told: Said, says: Said) -> None:
        forget()
        be_done(Notice(told))
        ui.say(Notice(says))

    def forget() -> None:
        file.forget()
        see_together(None)

    if together is not None:
        asked = merge_preview(ui, together, once(merge), forget, file.busy)
    elif file.inside is not None:
        ways = once(look_together), once(replace), forget
        asked = _inside(ui, file.inside, ways, file.busy)
    else:
        asked = asked_first(ui, file)
    choose_button = plain_button if file.picked else main_button
    return card(
        ui,
        heading(ui, ui.t("Fra en fil")),
        choose_button(ui, ui.t("Vælg en fil"), file.choose, disabled=file.busy),
        *name_of(ui, file),
        *asked,
        *waiting(ui, file.busy),
        *([words(ui, done.says(ui.t))] if done else []),
        spacing=Space.M,
    )


def _nothing_done() -> Notice | None:
    return None


def _restored(held: Holding, t: Wording) -> str:
    return t("Gendannet: {what}.", what=actions.told(held, t.language))


def _back_again(held: Holding, t: Wording) -> str:
    return t("Tilbage igen: {what}.", what=actions.told(held, t.language))


async def _brought_in(file: BackupFile[actions.Inside], action: Reading[T]) -> T | None:
    """Not in a thread: nobody writes between this and what is seen next."""
    file.be_busy(True)
    await asyncio.sleep(0.05)  # so that it is seen
    made = file.read(action)
    file.be_busy(False)
    return made


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
    single = use_single(ui.services.clock)

    def undo() -> bool:
        held = tried(ui, lambda: actions.undo_restore(ui.services))
        if held is not None:
            ui.say(Notice(partial(_back_again, held)))
        return held is not None

    told = ui.t(
        "Appen har en kopi af det, der var her, før du sidst gendannede eller lagde noget sammen."
    )
    return card(
        ui,
        heading(ui, ui.t("Gå tilbage")),
        words(ui, told),
        ft.Row([plain_button(ui, ui.t("Gå tilbage til det"), partial(single, undo))], wrap=True),
    )
