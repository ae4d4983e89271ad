"""The file beside the database that holds the lock: no secret, and no word of the person's."""

import base64
import json
import os
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lbp_app.errors import StoreError
from lbp_app.model.lock import Lock, Opens, Slot, Worn
from lbp_app.store.faults import writing_faults

FILE, SECOND, WRONG = "lock.json", "lock-second.json", "lock-tries.json"
VERSION = 1
_BYTES = ("salt", "nonce", "sealed")


class LockStore:
    """Kept twice, since without it nothing opens a database that is encrypted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self) -> Lock | None:
        """None when there is none; a StoreError when it is there and cannot be read."""
        files = [self._folder / name for name in (FILE, SECOND)]
        there = [file for file in files if file.exists()]
        for file in there:
            with suppress(OSError, ValueError, TypeError, KeyError):
                return _lock(json.loads(file.read_text(encoding="utf-8")))
        if there:
            raise StoreError("error.lock_damaged")
        return None

    def is_there(self) -> bool:
        return any((self._folder / name).exists() for name in (FILE, SECOND))

    def put(self, lock: Lock) -> None:
        with writing_faults():
            for name in (SECOND, FILE):
                _write(self._folder / name, _said(lock))

    def remove(self) -> None:
        """Nothing opens what was sealed with it any more."""
        with writing_faults():
            for name in (FILE, SECOND, WRONG):
                (self._folder / name).unlink(missing_ok=True)

    def wrong(self) -> int:
        """Codes in a row that did not fit; a file that is spoilt counts as many."""
        try:
            return int(json.loads((self._folder / WRONG).read_text(encoding="utf-8")))
        except FileNotFoundError:
            return 0
        except (OSError, ValueError, TypeError):
            return 99

    def put_wrong(self, count: int) -> None:
        with writing_faults():
            _write(self._folder / WRONG, count)


def _write(path: Path, said: object) -> None:
    """Whole and on the disk, for this user alone."""
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(said, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _said(lock: Lock) -> dict[str, Any]:
    slots = [
        {
            name: base64.b64encode(value).decode() if isinstance(value, bytes) else value
            for name, value in asdict(slot).items()
        }
        for slot in lock.slots
    ]
    return {**asdict(lock), "slots": slots, "version": VERSION}


def _lock(said: dict[str, Any]) -> Lock:
    if said.pop("version") != VERSION:
        raise ValueError
    slots = tuple(_slot(one) for one in said.pop("slots"))
    return Lock(slots=slots, worn=Worn(**said.pop("worn")), **said)


def _slot(said: dict[str, Any]) -> Slot:
    taken: dict[str, Any] = {name: base64.b64decode(said.pop(name)) for name in _BYTES}
    return Slot(opens=Opens(said.pop("opens")), **taken, **said)
