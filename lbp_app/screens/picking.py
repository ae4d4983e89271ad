"""A file that somebody chooses: how large it is, is known before anything of it is sent."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import flet as ft

from lbp_app.errors import InputRefusedError
from lbp_app.screens.arriving import ARRIVALS, Arrivals, cut_off

MB = 1024 * 1024
LARGEST = 256 * MB  # bytes; no backup is larger
PATIENCE = 600  # seconds until a file that does not come is given up


@dataclass(frozen=True)
class Chosen:
    """Nothing in it has been believed yet."""

    name: str
    content: bytes


async def chosen_file(*extensions: str) -> Chosen | None:
    """None when nobody has chosen; InputRefusedError when it is too large or does not arrive."""
    whole: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

    def hear(e: ft.FilePickerUploadEvent) -> None:
        if e.error and not whole.done():
            whole.set_exception(cut_off())

    picker = ft.FilePicker(on_upload=hear)
    kind = ft.FilePickerFileType.CUSTOM if extensions else ft.FilePickerFileType.ANY
    given = await picker.pick_files(file_type=kind, allowed_extensions=[*extensions] or None)
    if not given:
        return None
    file = given[0]
    if file.size > LARGEST:
        raise InputRefusedError("error.file_large", most=LARGEST // MB)
    return Chosen(file.name, await _content(picker, file, whole))


async def _content(
    picker: ft.FilePicker, file: ft.FilePickerFile, whole: asyncio.Future[bytes]
) -> bytes:
    """In a window or on a phone the program reads it itself; a browser's tab sends it."""
    try:
        if file.path:
            return await asyncio.to_thread(Path(file.path).read_bytes)
        page = ft.context.page
        arrivals: Arrivals = page.session.store.get(ARRIVALS)
        place = beside(page, arrivals.expect(file.size, whole))
        await picker.upload([ft.FilePickerUploadFile(upload_url=place, id=file.id)])
        return await asyncio.wait_for(whole, PATIENCE)
    except (OSError, TimeoutError) as error:
        raise cut_off() from error


def beside(page: ft.Page, secret: str) -> str:
    """The path of a file that goes beside the tab's own connection."""
    return f"{urlsplit(page.url or '').path}/file/{secret}"
