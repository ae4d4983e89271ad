"""The camera of a telephone: offered only there, and what it says against reading a code."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import flet as ft
import flet_camera
import pytest
from flet_camera import CameraDescription, CameraLensDirection, ResolutionPreset

from lbp_app.actions import handing_over
from lbp_app.actions import prescription as actions
from lbp_app.app import main_for
from lbp_app.content.failures import SENTENCES
from lbp_app.exchange import prescription_picture as picture
from lbp_app.exchange.prescription_picture import png
from lbp_app.screens import camera
from lbp_app.services import Services
from tests.harness import Screen, run
from tests.opened import opened
from tests.test_screens_take_plan import FIELD, TAKE, error
from tests.test_taking import Both, both, physio

__all__ = ["both", "physio"]
USE = "Brug kameraet"
FRONT = CameraDescription("1", CameraLensDirection.FRONT, 270)
BACK = CameraDescription("0", CameraLensDirection.BACK, 90)


class Phone:
    """What the telephone answers."""

    def __init__(self) -> None:
        self.cameras = [FRONT, BACK]
        self.picture = b""
        self.says: dict[str, Exception] = {}
        self.opened: list[tuple[CameraDescription, dict[str, Any]]] = []

    async def asked(self, name: str) -> None:
        if name in self.says:
            raise self.says[name]


@pytest.fixture
def phone(monkeypatch: pytest.MonkeyPatch) -> Phone:
    made = Phone()

    async def cameras(_: Any) -> list[CameraDescription]:
        await made.asked("cameras")
        return made.cameras

    async def initialize(
        _: Any, which: CameraDescription, preset: ResolutionPreset, **said: Any
    ) -> None:
        await made.asked("initialize")
        made.opened.append((which, said))

    async def take(_: Any) -> bytes:
        await made.asked("take")
        return made.picture

    monkeypatch.setattr(flet_camera.Camera, "get_available_cameras", cameras)
    monkeypatch.setattr(flet_camera.Camera, "initialize", initialize)
    monkeypatch.setattr(flet_camera.Camera, "take_picture", take)
    return made


@asynccontextmanager
async def on_a_phone(services: Services, **page: Any) -> AsyncIterator[Screen]:
    from lbp_app.actions.person import finish_welcome

    finish_welcome(services)
    told = {"route": TAKE, "height": 2000, "web": False, "platform": "android"} | page
    async with run(main_for(services), **told) as screen:
        yield screen
        screen.no_crash()


async def test_a_plan_is_read_from_what_the_camera_sees(both: Both, phone: Phone) -> None:
    phone.picture = png(both.text()) or b""
    async with on_a_phone(both.patient) as screen:
        await screen.press(USE)
        await screen.until(lambda: "Læs koden" in screen.texts())
        assert phone.opened == [(BACK, phone.opened[0][1])]
        assert phone.opened[0][1]["enable_audio"] is False
        await screen.press("Læs koden")
        await screen.until(lambda: "Plan fra Mette Holm" in screen.texts())
    assert both.patient.prescriptions.all() == []


async def test_a_plan_that_is_refused_says_so_at_the_field(both: Both, phone: Phone) -> None:
    both.take(both.text(3))
    phone.picture = png(both.text(2)) or b""
    async with on_a_phone(both.patient) as screen:
        await screen.press(USE)
        await screen.press("Læs koden")
        await screen.until(lambda: "Kameraet" not in " ".join(screen.texts()))
        await screen.until(lambda: error(screen, FIELD) == SENTENCES["error.plan_older"])


@pytest.mark.parametrize(
    ("asked", "says", "key"),
    [
        ("cameras", RuntimeError("CameraException(CameraAccessDenied, no)"), "camera_denied"),
        ("initialize", RuntimeError("Camera permission denied by user"), "camera_denied"),
        ("initialize", RuntimeError("secret text of the system"), "camera_failed"),
        ("cameras", TimeoutError(), "camera_failed"),
    ],
)
@pytest.mark.full
async def test_a_camera_that_does_not_open_says_why_and_can_be_tried_again(
    both: Both, phone: Phone, asked: str, says: Exception, key: str
) -> None:
    phone.says[asked] = says
    async with on_a_phone(both.patient) as screen:
        await screen.press(USE)
        await screen.until(lambda: SENTENCES[f"error.{key}"] in screen.texts())
        assert "Læs koden" not in screen.texts()
        phone.says.clear()
        await screen.press("Åbn kameraet igen")
        await screen.until(lambda: "Læs koden" in screen.texts())
        assert SENTENCES[f"error.{key}"] not in screen.texts()


async def test_a_telephone_without_a_camera_says_so(both: Both, phone: Phone) -> None:
    phone.cameras = []
    async with on_a_phone(both.patient) as screen:
        await screen.press(USE)
        await screen.until(lambda: SENTENCES["error.camera_none"] in screen.texts())
        await screen.press("Luk kameraet")
        assert USE in screen.texts()


async def test_a_picture_without_a_code_leaves_the_camera_open(both: Both, phone: Phone) -> None:
    from io import BytesIO

    from PIL import Image

    written = BytesIO()
    Image.new("L", (400, 300), 200).save(written, "JPEG")
    phone.picture = written.getvalue()
    async with on_a_phone(both.patient) as screen:
        await screen.press(USE)
        await screen.press("Læs koden")
        await screen.until(lambda: SENTENCES["error.picture_none"] in screen.texts())
        phone.picture = png(handing_over.hand_over(both.physio, both.plan()).text) or b""
        await screen.press("Læs koden")
        await screen.until(lambda: "Plan fra Mette Holm" in screen.texts())


async def test_a_camera_that_stops_answering_is_given_up(
    both: Both, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    import asyncio

    async def never(_: Any) -> bytes:
        await asyncio.Event().wait()
        return b""

    monkeypatch.setattr(flet_camera.Camera, "take_picture", never)
    monkeypatch.setattr(camera, "PATIENCE", 0.05)
    async with on_a_phone(both.patient) as screen:
        await screen.press(USE)
        await screen.press("Læs koden")
        await screen.until(lambda: SENTENCES["error.camera_failed"] in screen.texts())


# --- where it is offered ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "offered"),
    [
        ({}, True),
        ({"platform": "ios"}, True),
        ({"web": True}, False),
        ({"web": True, "platform": "ios"}, False),
        ({"platform": "linux"}, False),
        ({"platform": "windows"}, False),
        ({"platform": "macos"}, False),
    ],
)
async def test_it_is_offered_on_telephones_alone(
    services: Services, page: dict[str, Any], offered: bool
) -> None:
    async with on_a_phone(services, **page) as screen:
        assert (USE in screen.texts()) is offered


@pytest.mark.parametrize("missing", ["flet_camera", "decoder"])
async def test_it_is_not_offered_where_a_part_is_missing(
    services: Services, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    if missing == "decoder":
        monkeypatch.setattr(picture, "can_read_pictures", lambda: False)
    else:
        monkeypatch.setattr(camera, "find_spec", lambda name: None)
    async with on_a_phone(services) as screen:
        assert USE not in screen.texts()


async def test_a_browser_never_loads_it(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "flet_camera", None)  # loading it would fail
    async with opened(services, TAKE, height=2000) as screen:
        assert "Vælg en fil eller et billede" in screen.texts()
        assert not screen.find(ft.Semantics, label="Det, kameraet ser")


# --- the decoder of a telephone -----------------------------------------------------------------


def test_zbar_reads_where_zxing_is_not(monkeypatch: pytest.MonkeyPatch, both: Both) -> None:
    """Against a stand-in: `docs/decisions/0012` says what was run against the real one."""
    text = both.text()

    def decode(image: Any, symbols: list[str]) -> list[SimpleNamespace]:
        assert (image.mode, symbols) == ("L", ["QR"])
        return [SimpleNamespace(data=b"https://x"), SimpleNamespace(data=text.encode())]

    zbar = SimpleNamespace(decode=decode, ZBarSymbol=SimpleNamespace(QRCODE="QR"))
    monkeypatch.setitem(sys.modules, "pyzbar", SimpleNamespace(pyzbar=zbar))
    monkeypatch.setitem(sys.modules, "pyzbar.pyzbar", zbar)
    monkeypatch.setattr(picture, "find_spec", lambda name: name == "PIL")
    assert actions.can_read_pictures()
    assert actions.text_in_picture(png(text) or b"") == text


def test_without_either_no_picture_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyzbar", None)
    monkeypatch.setattr(picture, "find_spec", lambda name: name == "PIL")
    assert not actions.can_read_pictures()
