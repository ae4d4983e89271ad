"""Backup and restore of everything on the device. Nothing is called kept before it has been read
back and compared.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from lbp_app.errors import InputRefusedError, StoreError
from lbp_app.exchange import backup as content
from lbp_app.exchange.backup import EXTENSION as EXTENSION
from lbp_app.exchange.backup_words import told as told
from lbp_app.exchange.sealed import Cost, Lock, is_locked
from lbp_app.exchange.whole_file import reading, replacing
from lbp_app.model.backup import Holding, Stamp
from lbp_app.model.merge import Merge, MergePreview, Named
from lbp_app.model.schedule import MARK
from lbp_app.services import Kept, Services


@dataclass(frozen=True)
class Inside:
    """What a backup holds, beside what is here today."""

    made: datetime
    zone: str
    then: Holding
    today: Holding

    @property
    def has_newer_here(self) -> bool:
        """There are answers of later days than the newest in the backup."""
        now, then = self.today.last, self.then.last
        return now is not None and (then is None or now > then)


def make(services: Services, passphrase: Lock) -> tuple[bytes, Holding]:
    """The file and what it holds, for a browser to save. None means plain."""
    file = BytesIO()
    holding = _write(services, file, passphrase)
    return file.getvalue(), holding


def make_file(services: Services, path: Path, passphrase: Lock) -> Holding:
    """Beside `path` first: what stood there is replaced by a checked backup, or not at all."""
    refuse_other(path)
    with replacing(path) as file:
        return _write(services, file, passphrase)


def refuse_other(path: Path) -> None:
    """Only an older backup may be written over."""
    if not path.exists():
        return
    try:
        with reading(path) as file:
            is_locked(file)
    except InputRefusedError as error:
        raise InputRefusedError("error.backup_over_other") from error


def may_be_plain(services: Services) -> bool:
    """Not where the keys lie by which patients know a physiotherapist: they leave locked only."""
    return not services.backups.holds_keys()


def needs_passphrase(file: BinaryIO) -> bool:
    return is_locked(file)


def here(services: Services) -> Holding:
    """What is kept about everybody on the device today."""
    with services.backups.now() as now:
        return now.holding()


def look_into(services: Services, file: BinaryIO, passphrase: Lock) -> Inside:
    """Restores it on trial, and changes nothing."""
    with restored(services, file, passphrase) as (stamp, kept), services.backups.now() as now:
        return Inside(stamp.made, stamp.zone, kept.holding(), now.holding())


def restore(services: Services, file: BinaryIO, passphrase: Lock) -> Holding:
    """Everything of everybody on the device by what is in the file; a copy is taken first.

    Until the last step nothing has changed, and the last step is one transaction.
    """
    with restored(services, file, passphrase) as (_, kept):
        return _put_instead(services, kept)


def look_at_merge(services: Services, file: BinaryIO, passphrase: Lock) -> MergePreview:
    """What `merge` would do; changes nothing."""
    with restored(services, file, passphrase) as (stamp, kept), services.backups.now() as now:
        names = Named(now.named(), kept.named())
        since = services.backups.deleted_after(stamp.made)
        return MergePreview(stamp.made, services.backups.look_at_merge(kept), names, since)


def merge(services: Services, file: BinaryIO, passphrase: Lock) -> Merge:
    """What is in the file together with what is here: of each answer the later one stands, and
    both are in the history. A copy is taken first; it is one transaction.
    """
    with restored(services, file, passphrase) as (_, kept):
        services.finish_deletions(whole=True)
        return services.backups.merge(kept)


def passphrase_sheet(services: Services, passphrase: str) -> bytes:
    """A page to print and put away."""
    from lbp_app.exchange.passphrase_sheet import passphrase_sheet

    language = services.person.preferences().language
    return passphrase_sheet(passphrase, language, services.clock.local())


def may_undo_restore(services: Services) -> bool:
    return services.backups.before() is not None


def undo_restore(services: Services) -> Holding:
    """As it was before the newest restore; what is there now is copied first as well."""
    copy = services.backups.before()
    if copy is None:
        raise InputRefusedError("error.restore_none")
    with services.backups.in_file(copy) as kept:
        return _put_instead(services, kept)


def _put_instead(services: Services, kept: Kept) -> Holding:
    """The mark on planned files stays the device's own."""
    services.finish_deletions(whole=True)
    mark = services.device.get(MARK)
    services.backups.replace(kept)
    if services.device.get(MARK) != mark:
        services.device.put(MARK, mark)
    return kept.holding()


@contextmanager
def restored(services: Services, file: BinaryIO, passphrase: Lock) -> Iterator[tuple[Stamp, Kept]]:
    """A scratch database of what is in the file, of this version, whole and checked."""
    stamp, parts = content.read(file, passphrase)
    with services.backups.scratch(stamp.schema, parts) as kept:
        yield stamp, kept


def _write(
    services: Services, file: BinaryIO, passphrase: Lock, cost: Cost | None = None
) -> Holding:
    if passphrase is None and not may_be_plain(services):
        raise InputRefusedError("error.backup_plain_keys")
    with services.backups.now() as now:
        content.write(file, _stamp(services), now.tables(), passphrase, cost)
        with restored(services, file, passphrase) as (_, again):
            if not again.equals(now):
                raise StoreError("error.backup_unequal")
            return again.holding()


def _stamp(services: Services) -> Stamp:
    clock = services.clock
    return Stamp(clock.now(), clock.zone_name(), services.backups.version)
