"""`lbp backup` and `lbp restore`. A passphrase comes from a prompt or an open file, never from an
argument.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from lbp_app.actions import backup as actions
from lbp_app.actions.hand_over import note_hand_over
from lbp_app.app import clock_of, opened
from lbp_app.cli.output import say
from lbp_app.cli.secret import first_line, guard_for, prompted
from lbp_app.config import Settings
from lbp_app.content.wording import Wording
from lbp_app.errors import DamagedError, InputRefusedError, ReadOnlyError
from lbp_app.exchange import backup as content
from lbp_app.exchange.sealed import is_locked
from lbp_app.exchange.whole_file import reading
from lbp_app.front.lifecycle import Lock
from lbp_app.front.start import prepare
from lbp_app.model.backup import Holding, checked_passphrase
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.merge import Named
from lbp_app.restoring import beside_damaged
from lbp_app.services import Guard
from lbp_app.store import copies
from lbp_app.store.backup import scratch
from lbp_app.store.health import is_missing

WHERE = "error.passphrase_where"


def backup(
    settings: Settings,
    t: Wording,
    file: Path,
    plain: bool,
    handle: int | None,
    code: int | None = None,
) -> None:
    """`handle`, `code`: open files with the passphrase of the backup and the code of the lock."""
    if is_missing(settings.data / copies.FILE):
        raise InputRefusedError("error.backup_nothing")
    actions.refuse_other(file)
    guard = guard_for(settings, t, code)
    passphrase = None if plain else _new_passphrase(t, handle)
    with opened(settings, guard) as services:
        held = actions.make_file(services, file, passphrase)
        note_hand_over(services, HandedOver.BACKUP, file.stat().st_size)
    say(t("Gemt og kontrolleret: {what}.", what=actions.told(held, t.language)))


def restore_into(folder: Path, t: Wording, file: Path, handle: int | None) -> None:
    with reading(file) as opened:
        passphrase = _passphrase_of(t, handle, opened)
        stamp, parts = content.read(opened, passphrase)
        with scratch(stamp.schema, parts) as kept:
            _make_empty(folder)
            kept.write_to(folder / copies.FILE)
            held = kept.holding()
    say(t("Gendannet og kontrolleret: {what}.", what=actions.told(held, t.language)))


def restore(
    settings: Settings,
    t: Wording,
    file: Path,
    handle: int | None,
    sure: bool,
    code: int | None = None,
) -> None:
    """In the person's own folder, which no other program may have."""
    with reading(file) as opened, _alone(settings.data):
        guard = guard_for(settings, t, code)
        passphrase = _passphrase_of(t, handle, opened)
        held = _in_place(settings, guard, t, opened, passphrase, sure)
    if held is None:
        return say(t("Intet er ændret."))
    say(t("Gendannet og kontrolleret: {what}.", what=actions.told(held, t.language)))


def merge(
    settings: Settings,
    t: Wording,
    file: Path,
    handle: int | None,
    sure: bool,
    code: int | None = None,
) -> None:
    """Nothing is lost by it, so nothing is asked but where two names differ."""
    with reading(file) as opened_file, _alone(settings.data):
        guard = guard_for(settings, t, code)
        passphrase = _passphrase_of(t, handle, opened_file)
        with opened(settings, guard) as services:
            seen = actions.look_at_merge(services, opened_file, passphrase)
            if not _is_the_same(t, seen.names, sure):
                return say(t("Intet er ændret."))
            made = actions.merge(services, opened_file, passphrase)
    new, changed, kept = (sum(one.values()) for one in made.told)
    say(
        t(
            "Lagt sammen: {new} nye, {changed} rettede, {kept} uændrede.",
            new=new,
            changed=changed,
            kept=kept,
        )
    )


def _is_the_same(t: Wording, names: Named, sure: bool) -> bool:
    if sure or not names.differ:
        return True
    if not sys.stdin.isatty():
        raise InputRefusedError("error.merge_names", file=names.file, here=names.here)
    asked = t(
        "I filen hedder personen {file}, og her {here}. Skriv ja, hvis det er den samme: ",
        file=names.file,
        here=names.here,
    )
    return input(asked).strip().lower() == t("ja")


def _in_place(
    settings: Settings, guard: Guard, t: Wording, file: BinaryIO, passphrase: str | None, sure: bool
) -> Holding | None:
    try:
        with opened(settings, guard) as services:
            inside = actions.look_into(services, file, passphrase)
            wanted = _wanted(t, inside, sure)
            return actions.restore(services, file, passphrase) if wanted else None
    except DamagedError:
        return beside_damaged(settings.data, clock_of(settings), file, passphrase)


def _wanted(t: Wording, inside: actions.Inside, sure: bool) -> bool:
    """Asks only where something would be lost."""
    harmless = inside.today.is_empty
    if not (harmless or sure or sys.stdin.isatty()):
        raise InputRefusedError("error.restore_yes")
    then, today = (actions.told(one, t.language) for one in (inside.then, inside.today))
    say(t("I sikkerhedskopien: {what}.", what=then))
    if not harmless:
        say(t("På denne enhed: {what}. Det bliver erstattet; en kopi bliver gemt.", what=today))
    return harmless or sure or input(t("Skriv ja for at gendanne: ")).strip().lower() == t("ja")


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    prepare(data)
    lock = Lock(data)
    if not lock.take():
        raise InputRefusedError("error.restore_running")
    try:
        yield
    finally:
        lock.release()


def _make_empty(folder: Path) -> None:
    """What an earlier try that was killed has left there does not count."""
    left = f"{copies.FILE}.part"
    try:
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        if any(one.name != left for one in folder.iterdir()):
            raise InputRefusedError("error.restore_into")
    except OSError as error:
        raise ReadOnlyError("error.backup_read_only") from error


def _new_passphrase(t: Wording, handle: int | None) -> str:
    if handle is not None:
        return checked_passphrase(given := first_line(handle), given)
    told = t("Uden kodeordet kan ingen åbne filen, heller ikke vi. Skriv det ned.")
    first = prompted(told + "\n" + t("Kodeord: "), WHERE)
    return checked_passphrase(first, prompted(t("Kodeord igen: "), WHERE))


def _passphrase_of(t: Wording, handle: int | None, file: BinaryIO) -> str | None:
    return _passphrase(t, handle) if is_locked(file) else None


def _passphrase(t: Wording, handle: int | None) -> str:
    return prompted(t("Kodeord: "), WHERE) if handle is None else first_line(handle)
