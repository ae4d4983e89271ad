"""The file of a backup on its way in: chosen, opened with its passphrase, looked into."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, Generic, TypeVar

import flet as ft

from lbp_app.actions.backup import EXTENSION, needs_passphrase
from lbp_app.errors import AppError
from lbp_app.screens.buttons import main_button
from lbp_app.screens.hooks import use_value
from lbp_app.screens.passphrase import Typed, eye, passphrase_field
from lbp_app.screens.picking import chosen_file
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import note

T = TypeVar("T")
U = TypeVar("U")
Reading = Callable[[BinaryIO, str | None], T]  # of a file and its passphrase (None: plain)


@dataclass(frozen=True)
class Picked:
    """A file that somebody has chosen; nothing in it has been believed yet."""

    name: str
    content: bytes
    locked: bool


@dataclass(frozen=True)
class BackupFile(Generic[T]):
    """As it stands in one drawing. `inside` is what `look` found, None before."""

    picked: Picked | None
    inside: T | None
    busy: bool
    shown: bool
    passphrase: Typed
    look: Reading[T]
    failed: Callable[[AppError], None]
    anew: Callable[[], None]
    pick: Callable[[Picked | None], None]
    see: Callable[[T | None], None]
    be_busy: Callable[[bool], None]
    show: Callable[[bool], None]

    async def choose(self) -> None:
        """One without a lock is looked into at once."""
        try:
            chosen = await _picked_backup()
        except AppError as error:
            return self.failed(error)
        if chosen is None:
            return None
        self.forget()
        self.anew()
        self.pick(chosen)
        return None if chosen.locked else await self._look_into(chosen)

    async def open(self) -> None:
        if self.picked is not None:
            await self._look_into(self.picked)

    async def read_meanwhile(self, reading: Reading[U]) -> U | None:
        """As `read`, in a thread of its own: the page goes on."""
        return None if self.picked is None else await self._meanwhile(reading, self.picked)

    def read(self, reading: Reading[U]) -> U | None:
        """None without a file, and when it was refused."""
        if self.picked is None:
            return None
        try:
            return self._read(reading, self.picked)
        except AppError as error:
            self.failed(error)
            return None

    def forget(self) -> None:
        self.pick(None)
        self.see(None)
        self.passphrase.text = ""

    async def _look_into(self, chosen: Picked) -> None:
        self.see(await self._meanwhile(self.look, chosen))

    async def _meanwhile(self, reading: Reading[U], chosen: Picked) -> U | None:
        self.be_busy(True)
        try:
            return await asyncio.to_thread(self._read, reading, chosen)
        except AppError as error:
            self.failed(error)
            return None
        finally:
            self.be_busy(False)

    def _read(self, reading: Reading[U], chosen: Picked) -> U:
        passphrase = self.passphrase.text if chosen.locked else None
        return reading(BytesIO(chosen.content), passphrase)


def use_backup_file(
    look: Reading[T], failed: Callable[[AppError], None], anew: Callable[[], None] = lambda: None
) -> BackupFile[T]:
    """`anew` is called when another file has been chosen."""

    def unseen() -> T | None:
        return None

    picked, pick = use_value(_nothing)
    inside, see = use_value(unseen)
    busy, be_busy = ft.use_state(False)
    shown, show = ft.use_state(False)
    return BackupFile(
        picked=picked,
        inside=inside,
        busy=busy,
        shown=shown,
        passphrase=ft.use_memo(Typed, []),
        look=look,
        failed=failed,
        anew=anew,
        pick=pick,
        see=see,
        be_busy=be_busy,
        show=show,
    )


def asked_first(ui: Ui, file: BackupFile[T]) -> list[ft.Control]:
    """What a locked file asks for before it can be looked into."""
    if file.picked is None or not file.picked.locked:
        return []
    return [
        passphrase_field(ui, ui.t("Kodeord"), file.passphrase, file.shown),
        eye(ui, file.shown, file.show),
        main_button(ui, ui.t("Se, hvad der er i filen"), file.open, disabled=file.busy),
    ]


def name_of(ui: Ui, file: BackupFile[T]) -> list[ft.Control]:
    return [note(ui, ui.t("Filen: {name}", name=file.picked.name))] if file.picked else []


async def _picked_backup() -> Picked | None:
    """None when nobody has chosen; InputRefusedError when it is no backup or does not arrive."""
    chosen = await chosen_file(EXTENSION)
    if chosen is None:
        return None
    locked = needs_passphrase(BytesIO(chosen.content))
    return Picked(chosen.name, chosen.content, locked)


def _nothing() -> Picked | None:
    return None
