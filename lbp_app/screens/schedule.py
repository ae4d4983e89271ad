"""Mig > Mine data > Automatisk sikkerhedskopi: where, how often, how many, and how it stands."""

import asyncio
from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions import schedule as actions
from lbp_app.content import formats
from lbp_app.content.failures import sentence
from lbp_app.errors import AppError
from lbp_app.model.backup import checked_passphrase
from lbp_app.model.schedule import EVERY, KEEP, Schedule, Standing
from lbp_app.screens.backup import LOCKED, kinds
from lbp_app.screens.buttons import main_button, plain_button, soft_button
from lbp_app.screens.cards import card, page_head, stack, told
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.fields import text_field
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import use_value
from lbp_app.screens.passphrase import Typed, eye, passphrase_fields
from lbp_app.screens.theme import Space
from lbp_app.screens.trying import done, say_why, tried
from lbp_app.screens.ui import Notice, Ui, use_ui
from lbp_app.screens.words import heading, note, waiting, words

HERE = "/mig/data/plan"


def schedule_line(ui: Ui) -> list[ft.Control]:
    """One quiet line, where a planned backup could not be made."""
    plan, now = actions.schedule(ui.services), actions.standing(ui.services)
    if plan is None or not now.why:
        return []
    return [told(ui, "info", _why(ui, now))]


def _why(ui: Ui, now: Standing) -> str:
    why = sentence(ui.t, AppError(now.why))
    return ui.t("Den planlagte sikkerhedskopi blev ikke lavet. {why}", why=why)


@ft.component
def ScheduleScreen() -> ft.View:
    ui = use_ui()
    plan = actions.schedule(ui.services)
    lead = ui.t(
        "Appen lægger selv en kopi i en mappe, du vælger, for eksempel på en USB-nøgle. Det sker, "
        "mens appen er åben."
    )
    return Frame(
        stack(page_head(ui, ui.t("Automatisk sikkerhedskopi"), ui.t("Mine data")), words(ui, lead)),
        *([_standing(ui, plan)] if plan else []),
        PlanCard(plan),
        _key_told(ui),
    )


def _standing(ui: Ui, plan: Schedule) -> ft.Control:
    now = actions.standing(ui.services)
    made = now.made and ui.t("Senest {day}.", day=formats.date_full(ui.t, now.made))

    def run() -> None:
        after = tried(ui, lambda: actions.run(ui.services))
        if after and not after.why:
            ui.say(Notice(lambda t: t("Kopien er lavet og kontrolleret.")))

    return card(
        ui,
        heading(ui, ui.t("Din plan")),
        words(ui, _every(ui, plan.every)),
        ft.SelectionArea(words(ui, plan.folder)),
        *([note(ui, made)] if made else []),
        *([told(ui, "info", _why(ui, now))] if now.why else []),
        ft.Row(
            [
                soft_button(ui, ui.t("Tag en kopi nu"), run),
                plain_button(ui, ui.t("Stop planen"), partial(_stop, ui)),
            ],
            wrap=True,
        ),
    )


def _stop(ui: Ui) -> None:
    done(
        ui,
        lambda: actions.stop(ui.services),
        lambda t: t("Planen er stoppet. Filerne ligger, hvor de ligger."),
    )


def _every(ui: Ui, days: int) -> str:
    return ui.t("Hver dag") if days == 1 else ui.t("Hver uge")


@ft.component
def PlanCard(plan: Schedule | None) -> ft.Control:
    ui = use_ui()
    every, set_every = use_value(lambda: plan.every if plan else EVERY[0])
    keep, set_keep = use_value(lambda: plan.keep if plan else KEEP[1])
    kind, choose = use_value(lambda: LOCKED)
    place = ft.use_memo(lambda: Typed(plan.folder if plan else ""), [])
    first, again = ft.use_memo(Typed, []), ft.use_memo(Typed, [])
    shown, show = use_value(lambda: False)
    refused, refuse = use_value(str)
    busy, be_busy = use_value(lambda: False)

    async def begin() -> None:
        be_busy(True)
        try:
            passphrase = checked_passphrase(first.text, again.text) if kind == LOCKED else None
            given = (place.text, every, keep, passphrase)
            await asyncio.to_thread(actions.begin, ui.services, *given)
        except AppError as error:
            refuse(sentence(ui.t, error))
            return say_why(ui, error)
        finally:
            be_busy(False)
        refuse("")
        ui.say(Notice(lambda t: t("Planen er lagt, og den første kopi er lavet og kontrolleret.")))

    locked = [*passphrase_fields(ui, first, again, shown), eye(ui, shown, show)]
    return card(
        ui,
        heading(ui, ui.t("En ny plan") if plan else ui.t("Læg en plan")),
        _place(ui, place, refused),
        _choice(ui, ui.t("Hvor tit?"), [(n, _every(ui, n)) for n in EVERY], every, set_every),
        _choice(ui, ui.t("Hvor mange gemmes?"), [(n, str(n)) for n in KEEP], keep, set_keep),
        note(ui, ui.t("Når der er flere, bliver den ældste slettet.")),
        heading(ui, ui.t("Hvem kan åbne filen?"), level=3),
        kinds(ui, kind, choose),
        *(locked if kind == LOCKED else []),
        main_button(ui, ui.t("Gem planen"), begin, disabled=busy),
        *waiting(ui, busy),
        spacing=Space.M,
    )


def _place(ui: Ui, place: Typed, refused: str) -> ft.Control:
    def hear(e: ft.Event[ft.TextField]) -> None:
        place.text = e.control.value

    return text_field(
        ui,
        ui.t("Mappen"),
        place.text,
        helper=ui.t("Hele vejen, for eksempel /home/mig/Sikkerhed eller D:\\Sikkerhed."),
        error=refused or None,
        on_change=hear,
    )


def _choice(
    ui: Ui, title: str, options: list[tuple[int, str]], value: int, pick: Callable[[int], None]
) -> ft.Control:
    drawn = [Choice(str(n), text) for n, text in options]
    chosen = choices(ui, title, drawn, str(value), lambda said: pick(int(said)))
    return stack(heading(ui, title, level=3), chosen, spacing=Space.XS)


def _key_told(ui: Ui) -> ft.Control:
    """Said plainly: where the key lies, and what it protects against."""
    return told(
        ui,
        "lock",
        ui.t(
            "Appen gemmer ikke kodeordet, men en nøgle, der er lavet af det. Nøglen ligger sammen "
            "med dine svar på denne enhed: Den, der kan læse svarene her, kan også åbne kopierne. "
            "Den, der kun finder USB-nøglen, kan ikke."
        ),
    )
