"""How far down a page somebody has come: a picture further down is not fetched or decoded yet."""

from collections.abc import Callable

import flet as ft

from lbp_app.screens.hooks import use_value
from lbp_app.screens.ui import Ui

AHEAD = 0.5  # of a window, drawn before it is reached
TOLD_EVERY = 150  # ms while a page scrolls

Scrolled = Callable[[ft.OnScrollEvent], None]


def use_reach(ui: Ui) -> tuple[float, Scrolled]:
    """Px from the top of the page down to which pictures are wanted, and what the page tells when
    it scrolls. It never becomes less: what was drawn stays.
    """
    reached, set_reached = use_value(float)

    def scrolled(e: ft.OnScrollEvent) -> None:
        wanted = e.pixels + e.viewport_dimension * (1 + AHEAD)
        if wanted > reached:
            set_reached(wanted + e.viewport_dimension * AHEAD)

    return max(reached, ui.look.height * (1 + AHEAD)), scrolled
