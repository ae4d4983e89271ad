"""A backup in the place of a database that cannot be opened."""

from pathlib import Path
from typing import BinaryIO

from lbp_app.exchange import backup as content
from lbp_app.model.backup import Holding, Stamp
from lbp_app.model.day import Clock
from lbp_app.store import copies
from lbp_app.store.backup import scratch

PART = "restored.part"


def look(file: BinaryIO, passphrase: str | None) -> tuple[Stamp, Holding]:
    """Restores it on trial, where no byte comes to the disk."""
    stamp, parts = content.read(file, passphrase)
    with scratch(stamp.schema, parts, in_memory=True) as kept:
        return stamp, kept.holding()


def beside_damaged(folder: Path, clock: Clock, file: BinaryIO, passphrase: str | None) -> Holding:
    """What cannot be read any more stays, under another name."""
    stamp, parts = content.read(file, passphrase)
    fresh = folder / PART
    with scratch(stamp.schema, parts) as kept:
        kept.write_to(fresh)
        copies.restore(folder, fresh, clock)
        fresh.unlink()
        return kept.holding()
