"""What a screen reader is told, and what browser or system tells."""

from typing import cast

import flet as ft

VOICE = "voice"


def voice(page: ft.Page) -> ft.SemanticsService:
    """The one of a tab: a page is sent each new one, and draws it."""
    store = page.session.store
    if not store.contains_key(VOICE):
        store.set(VOICE, ft.SemanticsService())
    return cast(ft.SemanticsService, store.get(VOICE))


def announce(page: ft.Page, text: str) -> None:
    """In a polite live region."""
    page.run_task(voice(page).announce_message, text)
