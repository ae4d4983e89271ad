"""Whether anything may move: the app's own setting, else what browser or system asks for."""

import flet as ft

from lbp_app.screens.ui import Ui
from lbp_app.screens.voice import voice


async def calm_wanted() -> bool:
    """Whether browser or system asks for less motion."""
    try:
        asked = await voice(ft.context.page).get_accessibility_features()
    except TypeError:  # a client that tells nothing (Flet 1.0.5)
        return False
    return asked.disable_animations or asked.reduce_motion


def use_calm(ui: Ui) -> bool:
    """Whether what would move should stand still."""
    calm, set_calm = ft.use_state(False)

    async def stand_still() -> None:
        if await calm_wanted():
            set_calm(True)

    def ask() -> None:
        ft.context.page.run_task(stand_still)

    ft.use_effect(ask, [])
    return calm or ui.look.still
