"""The drawing on a card of a lesson: seen on a ground of its own, told to a screen reader."""

import flet as ft

from lbp_app.content.learning import Picture
from lbp_app.content.library import say
from lbp_app.screens.cards import stack
from lbp_app.screens.shared import MIDDLE
from lbp_app.screens.theme import Radius, Role, Space
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import note

WIDE_AS_HIGH = 4 / 3  # of every drawing
MOST_WIDE = 560  # px; on a large window words and drawing are to be seen together


def lesson_picture(ui: Ui, picture: Picture) -> ft.Control:
    """As wide as there is room, up to `MOST_WIDE`; the caption under it."""
    stage = ft.Container(_stage(ui, picture), width=MOST_WIDE)
    ground = ft.Container(stage, alignment=MIDDLE)
    if picture.caption is None:
        return ground
    return stack(ground, note(ui, say(ui.t, picture.caption)), spacing=Space.XS)


def _stage(ui: Ui, picture: Picture) -> ft.Container:
    drawing = ft.Image(
        src=picture.asset(ui.look.mode),
        semantics_label=say(ui.t, picture.alt),
        gapless_playback=True,
        fit=ft.BoxFit.COVER,
    )
    return ft.Container(
        drawing,
        aspect_ratio=WIDE_AS_HIGH,
        bgcolor=Role.STAGE,
        border_radius=Radius.STAGE if ui.look.wide else Radius.CARD,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )
