"""Does something that may be refused, and says why on the state line."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

import flet as ft

from lbp_app.content.failures import sentence
from lbp_app.content.wording import Wording
from lbp_app.errors import AppError
from lbp_app.screens.departing import DEPARTURES, Departures
from lbp_app.screens.picking import beside
from lbp_app.screens.ui import Notice, Said, Ui

T = TypeVar("T")
LARGE = 200_000  # bytes; less comes through the tab's own connection in a moment


def say_why(ui: Ui, error: AppError) -> None:
    """Says why on the state line."""
    ui.say(Notice(partial(sentence, error=error), failed=True))


def tried(ui: Ui, action: Callable[[], T]) -> T | None:
    """What it gives; None when it was refused. Nothing is said when it went well."""
    try:
        return action()
    except AppError as error:
        say_why(ui, error)
        return None


def done(ui: Ui, action: Callable[[], object], says: Said) -> bool:
    """Does it and says so, or says why not; True if it was done."""
    try:
        action()
    except AppError as error:
        say_why(ui, error)
        return False
    ui.say(Notice(says))
    return True


async def tried_in_thread(ui: Ui, action: Callable[[], T]) -> T | None:
    """As `tried`, of what takes a moment: the page goes on meanwhile. To be called by a handler
    that does not run twice at once (`hooks.use_once`).
    """
    try:
        return await asyncio.to_thread(action)
    except AppError as error:
        say_why(ui, error)
        return None


def saved(t: Wording) -> str:
    return t("Gemt")


def nothing_to_keep(t: Wording) -> str:
    return t("Der var ikke noget at gemme.")


def file_saved(t: Wording) -> str:
    return t("Filen er lavet. Den ligger, hvor din browser gemmer filer.")


def copy_saved(t: Wording) -> str:
    return t("Kopien er lavet. Den ligger, hvor din browser gemmer filer.")


def sheet_saved(t: Wording) -> str:
    return t("Arket er gemt. Det ligger, hvor din browser gemmer filer.")


async def hand_over(ui: Ui, name: str, content: bytes, says: Said = file_saved) -> None:
    """A file as the browser saves files, and what that `says` on the state line; nothing where
    somebody has thought better of it.
    """
    page = ft.context.page
    if page.web and len(content) > LARGE:
        departures: Departures = page.session.store.get(DEPARTURES)
        secret = departures.offer(name, content)
        place = beside(page, secret)
        await ft.UrlLauncher().launch_url(place, web_only_window_name=ft.UrlTarget.SELF.value)
    else:
        where = await ft.FilePicker().save_file(file_name=name, src_bytes=content)
        if where is None and not page.web:  # a browser does not tell where
            return
    ui.say(Notice(says))


def saving(
    ui: Ui, name: str, make: Callable[[], bytes], says: Said = file_saved
) -> Callable[[], Awaitable[None]]:
    """For a button: the file is made, which may be refused, and handed over."""

    async def save() -> None:
        content = tried(ui, make)
        if content is not None:
            await hand_over(ui, name, content, says)

    return save
