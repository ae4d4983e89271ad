"""The drawn person: still in a grid, moving where a movement is to be understood."""

from typing import Any

import flet as ft

from lbp_app.content.exercises import ExerciseContent
from lbp_app.content.library import say
from lbp_app.screens.buttons import tap
from lbp_app.screens.motion import calm_wanted
from lbp_app.screens.shared import MIDDLE
from lbp_app.screens.theme import Radius, Role
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import icon

WIDE_AS_HIGH = 4 / 3  # of every drawing
SIGN = 44  # px, the circle that tells whether it moves


def still(ui: Ui, exercise: str, **kw: Any) -> ft.Image:
    """`exercise` is its id. It stands beside its name and says nothing itself."""
    return _drawing(ui, f"{exercise}-still", **kw)


def tile(ui: Ui, exercise: str, height: float, bg: str = Role.STAGE) -> ft.Container:
    """The drawing on a ground of its own."""
    return ft.Container(
        still(ui, exercise, height=height - 12, width=(height - 12) * WIDE_AS_HIGH),
        height=height,
        width=height * WIDE_AS_HIGH,
        bgcolor=bg,
        border_radius=Radius.TILE,
        alignment=MIDDLE,
    )


@ft.component
def Moving(
    exercise: ExerciseContent, width: float, height: float, halted: bool = False
) -> ft.Control:
    """Moves until it is tapped, or Space is pressed on it, and then stands still; begins still
    where the person, the browser or the system wants no motion, and is still while `halted`.
    `width` and `height` of its stage in px.
    """
    ui = use_ui()
    moves, set_moves = ft.use_state(not ui.look.still)

    async def stand_still() -> None:
        if await calm_wanted():
            set_moves(False)

    def ask() -> None:
        ft.context.page.run_task(stand_still)

    ft.use_effect(ask, [])
    name = exercise.id if moves and not halted else f"{exercise.id}-still"
    inner = min(width - 16, (height - 16) * WIDE_AS_HIGH)
    drawing = _drawing(ui, name, width=inner, height=inner / WIDE_AS_HIGH)
    alt = ft.Text(" ", size=1, semantics_label=say(ui.t, exercise.alt))
    stage = ft.Stack(
        [
            ft.Container(drawing, left=0, right=0, top=0, bottom=0, alignment=MIDDLE),
            ft.Container(alt, left=0, top=0),
            _sign(ui, moves),
        ],
        width=width,
        height=height,
    )
    return tap(stage, lambda: set_moves(not moves), bg=Role.STAGE, radius=Radius.STAGE, padding=0)


def _sign(ui: Ui, moves: bool) -> ft.Control:
    said = ui.t("Stop bevægelsen") if moves else ui.t("Vis bevægelsen")
    face = ft.Stack(
        [
            icon("pause" if moves else "play", 20, Role.ON_STAGE),
            ft.Text(" ", size=1, semantics_label=said),
        ],
        alignment=MIDDLE,
    )
    return ft.Container(
        face,
        right=14,
        bottom=14,
        width=SIGN,
        height=SIGN,
        border_radius=SIGN / 2,
        bgcolor=Role.CARD,
        alignment=MIDDLE,
    )


def _drawing(ui: Ui, name: str, **kw: Any) -> ft.Image:
    return ft.Image(
        src=f"exercises/{name}-{ui.look.mode}.webp",
        exclude_from_semantics=True,
        gapless_playback=True,
        fit=ft.BoxFit.CONTAIN,
        **kw,
    )
