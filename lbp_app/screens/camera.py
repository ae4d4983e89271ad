"""A QR code read with the telephone's own camera, where the app is built with one.

`flet-camera` is compiled into the builds for Android and iOS alone. The page that a browser is
served does not know its control, so it is neither imported nor offered there.
"""

import asyncio
from collections.abc import Awaitable, Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeVar

import flet as ft

from lbp_app.actions import prescription as actions
from lbp_app.content.failures import sentence
from lbp_app.errors import AppError, InputRefusedError
from lbp_app.screens.buttons import main_button, plain_button
from lbp_app.screens.cards import card
from lbp_app.screens.hooks import use_value
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words

if TYPE_CHECKING:
    from flet_camera import Camera, CameraDescription

T = TypeVar("T")
PHONES = (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)
PATIENCE = 60  # seconds; in the first of them the telephone asks for permission
HEIGHT, CLIP = 320, ft.ClipBehavior.ANTI_ALIAS


def has_camera() -> bool:
    page = ft.context.page
    built = not page.web and page.platform in PHONES and find_spec("flet_camera") is not None
    return built and actions.can_read_pictures()


@ft.component
def CameraCard(read: Callable[[str], object], leave: Callable[[], None]) -> ft.Control:
    """`read` is given what the code says."""
    ui = use_ui()
    camera = ft.use_memo(_camera, [])
    ready, be_ready = ft.use_state(False)
    refused, refuse = use_value(str)

    async def open_eye() -> None:
        refuse("")
        be_ready(await _tried(ui, begin(camera), refuse) is not None)

    async def look() -> None:
        text = await _tried(ui, read_code(camera), refuse)
        if text is not None:
            read(text)

    ft.use_effect(open_eye, [])
    eye = ft.Container(camera, height=HEIGHT, border_radius=Radius.TILE, clip_behavior=CLIP)
    button = (
        main_button(ui, ui.t("Læs koden"), look)
        if ready
        else main_button(ui, ui.t("Åbn kameraet igen"), open_eye, disabled=not refused)
    )
    return card(
        ui,
        heading(ui, ui.t("Hold kameraet hen over koden")),
        ft.Semantics(content=eye, label=ui.t("Det, kameraet ser"), image=True),
        note(ui, ui.t("Hele koden er med, og billedet er skarpt. Billedet bliver ikke gemt.")),
        *([words(ui, refused, Type.ITEM, Role.ERROR)] if refused else []),
        button,
        ft.Row([plain_button(ui, ui.t("Luk kameraet"), leave)], wrap=True),
        spacing=Space.M,
    )


def _camera() -> "Camera":
    from flet_camera import Camera

    return Camera()


async def begin(camera: "Camera") -> bool:
    """Opens the eye at the back; InputRefusedError when there is none, it may not be used, or it
    does not answer.
    """
    from flet_camera import ImageFormatGroup, ResolutionPreset

    found = await _answered(camera.get_available_cameras())
    if not found:
        raise InputRefusedError("error.camera_none")
    opening = camera.initialize(
        _at_the_back(found),
        ResolutionPreset.VERY_HIGH,
        enable_audio=False,
        image_format_group=ImageFormatGroup.JPEG,
    )
    await _answered(opening)
    return True


async def read_code(camera: "Camera") -> str:
    """Of one picture, which is kept nowhere; InputRefusedError also when no code is in it."""
    picture = await _answered(camera.take_picture())
    return await asyncio.to_thread(actions.text_in_picture, picture)


def _at_the_back(found: "list[CameraDescription]") -> "CameraDescription":
    from flet_camera import CameraLensDirection

    back = (one for one in found if one.lens_direction is CameraLensDirection.BACK)
    return next(back, found[0])


async def _answered(asked: Awaitable[T]) -> T:
    """What the telephone says against it is put into our words, and goes no further."""
    try:
        return await asyncio.wait_for(asked, PATIENCE)
    except TimeoutError:
        raise InputRefusedError("error.camera_failed") from None
    except RuntimeError as error:
        denied = "CameraAccess" in str(error) or "permission" in str(error).lower()
        key = "error.camera_denied" if denied else "error.camera_failed"
        raise InputRefusedError(key) from None


async def _tried(ui: Ui, asked: Awaitable[T], refuse: Callable[[str], None]) -> T | None:
    try:
        found = await asked
    except AppError as error:
        refuse(sentence(ui.t, error))
        return None
    refuse("")
    return found
