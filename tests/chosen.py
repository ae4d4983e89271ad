"""Files on their way between a tab and the program, as a browser would send and fetch them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import flet as ft
import pytest

from lbp_app.screens.arriving import ARRIVALS, Arrivals
from lbp_app.screens.departing import DEPARTURES, Departing, Departures
from tests.harness import Screen


@dataclass
class ChosenFile:
    """`size` is what the browser says of it; None: as long as it is."""

    name: str = ""
    bytes: bytes = b""
    size: int | None = None
    error: str | None = None  # what the browser says instead of sending it
    sent: list[str] = field(default_factory=list)  # the addresses it was sent to


def choosing(monkeypatch: pytest.MonkeyPatch, file: ChosenFile) -> ChosenFile:
    async def pick(*_: Any, **__: Any) -> list[ft.FilePickerFile]:
        size = len(file.bytes) if file.size is None else file.size
        return [ft.FilePickerFile(id=0, name=file.name, size=size)]

    async def parts() -> AsyncIterator[bytes]:
        yield file.bytes

    async def upload(picker: ft.FilePicker, files: list[ft.FilePickerUploadFile]) -> None:
        file.sent.append(files[0].upload_url)
        if file.error:
            hear: Any = picker.on_upload
            return hear(ft.FilePickerUploadEvent("upload", picker, file.name, error=file.error))
        arrivals: Arrivals = ft.context.page.session.store.get(ARRIVALS)
        await arrivals.take(file.sent[-1].rpartition("/")[2], parts())

    monkeypatch.setattr(ft.FilePicker, "pick_files", pick)
    monkeypatch.setattr(ft.FilePicker, "upload", upload)
    return file


def address_asked(screen: Screen) -> dict[str, Any]:
    """How the tab was told to fetch a large file, the only one so far."""
    [asked] = [args for name, args in screen.headless.client.calls if name == "launch_url"]
    return dict(asked)


def fetched(screen: Screen) -> Departing | None:
    """What the browser gets there; once."""
    departures: Departures = screen.headless.page.session.store.get(DEPARTURES)
    return departures.give(str(address_asked(screen)["url"]).rpartition("/")[2])
