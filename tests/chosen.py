"""What somebody chooses when a file is asked for, and how it gets to the program from a tab."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import flet as ft
import pytest

from lbp_app.screens.arriving import ARRIVALS, Arrivals


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
