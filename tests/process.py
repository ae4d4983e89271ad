"""A second process: started by a test as `python -m tests.process COMMAND FOLDER …`.

It says on standard output, one line at a time, what it has done.
"""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NoReturn

from sqlalchemy import Connection

from lbp_app.actions import backup, deletion, diary, lock
from lbp_app.errors import LockedError, StoreError
from lbp_app.model.deletion import Kind, Scope
from lbp_app.model.diary import Scale
from lbp_app.services import Guard, Services, services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.engine import engine_for
from lbp_app.store.session import Database, open_database
from tests.builders import NOW, TODAY, Hand, ten_years

ROOT = Path(__file__).parent.parent


@contextmanager
def process(*arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Ended when the block ends."""
    words = [sys.executable, "-m", "tests.process", *map(str, arguments)]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as started:
        try:
            yield started
        finally:
            started.kill()


def heard(started: subprocess.Popen[str]) -> str:
    """Its next line; waits for it."""
    assert started.stdout is not None
    return started.stdout.readline().strip()


def say(*words: object) -> None:
    """A whole line at once: of a process that is killed nobody hears half a line."""
    os.write(sys.stdout.fileno(), (" ".join(map(str, words)) + "\n").encode())


def services_in(folder: Path, now: datetime = NOW) -> Services:
    clock = Hand(now).clock()
    database = open_database(folder, clock)
    person_id, _role = DeviceStore(database).active_person()
    return services_for(database, person_id, clock, stop=lambda: None)


def hold(folder: Path, how: str) -> None:
    """Keeps the file locked until its standard input ends."""
    with sqlite3.connect(folder / "rygvej.db", isolation_level=None) as connection:
        if how == "alone":
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO device VALUES ('held', '1')")
        say("held")
        sys.stdin.read()
        connection.execute("ROLLBACK")


def answer(folder: Path, first: str, days: str) -> None:
    """Answers so many days back from `first`, one by one."""
    services = services_in(folder)
    say("ready")
    sys.stdin.readline()
    for n in range(int(days)):
        day = date.fromisoformat(first) - timedelta(days=n)
        tap_until_kept(lambda day=day, n=n: diary.answer(services, day, Scale.BACK, n % 11))
    say("done")


def tap_until_kept(action: Callable[[], object]) -> None:
    """While another program writes, a tap may be turned away; a person taps again."""
    while True:
        with suppress(LockedError):
            action()
            return


def within(folder: Path, size: str) -> None:
    """Writes notes while no file may grow beyond `size` bytes, and one more when it may again."""
    services = services_in(folder)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), hard))
    say(*fill_up(services))
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    diary.answer(services, TODAY, Scale.BACK, 4)
    say("again")


def lives(folder: Path, how: str) -> None:
    """For each line of standard input lives once: taps until it is killed, and tells each tap.

    It forks for each life, so that a life begins at once. `how`: "kept" or "late".
    """
    for life, _ in enumerate(sys.stdin):
        child = os.fork()
        if not child:
            say("pid", os.getpid())
            tap(services_in(folder), Random(life), how)  # noqa: S311
        os.waitpid(child, 0)
        say("dead")


def tap(services: Services, random: Random, how: str) -> NoReturn:
    if how == "late":
        services = late(services)
    while True:
        day = TODAY - timedelta(days=random.randrange(50))
        scale, value = random.choice(list(Scale)), random.randint(0, 10)
        change = diary.answer(services, day, scale, value)
        if change is not None:
            say("seen", change.key, change.field, change.new)


class LateDatabase(Database):
    """The mistake that the crash test must find: commits every fifth write only."""

    _waiting: Connection | None = None
    _writes = 0

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        if self._waiting:
            yield self._waiting
        else:
            with super().reading() as connection:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        self._waiting = self._waiting or self._immediate.connect()
        yield self._waiting
        self._writes += 1
        if self._writes % 5 == 0:
            self._waiting.commit()


def late(services: Services) -> Services:
    path = services.database.path
    database = LateDatabase(path, engine_for(path), services.guard)
    return services_for(database, services.person.get().id, services.clock, services.stop)


def fill_up(services: Services) -> tuple[int, str]:
    """Writes a note a day until it fails: how many were kept, and what was said then."""
    for n in range(10_000):
        try:
            diary.write_note(services, TODAY - timedelta(days=n), f"{n} " + "å" * 900)
        except StoreError as error:
            return n, error.key
    return 10_000, "nothing failed"


def backup_within(folder: Path, file: str) -> None:
    """Makes a backup, then another that finds no room."""
    services = services_in(folder)
    backup.make_file(services, Path(file), None)
    say("made")
    before = Path(file).read_bytes()
    ten_years(services)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        backup.make_file(services, Path(file), None)
    except StoreError as error:
        say(error.key)
    say("same" if Path(file).read_bytes() == before else "changed")


def deletes(folder: Path) -> None:
    """For each line of standard input deletes the diary for good, until it is killed."""
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            say("pid", os.getpid())
            services = services_in(folder)
            say("begins")
            deletion.delete(services, Scope(Kind.DIARY))
            say("deleted")
            deletion.finish(services, now=True)
            say("finished")
            signal.pause()
        os.waitpid(child, 0)
        say("dead")


def restores(folder: Path, *files: str) -> None:
    """For each line of standard input restores the files in turn until it is killed."""
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            say("pid", os.getpid())
            services = services_in(folder)
            say("begins")
            while True:
                for file in files:
                    with Path(file).open("rb") as opened:
                        backup.restore(services, opened, None)
                    say("restored")
        os.waitpid(child, 0)
        say("dead")


def conversions(folder: Path, code: str) -> None:
    """For each line of standard input makes the database encrypted and plain in turn until it is
    killed.
    """
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            say("pid", os.getpid())
            convert(folder, code)
        os.waitpid(child, 0)
        say("dead")


def convert(folder: Path, code: str) -> NoReturn:
    guard = Guard(folder, Hand().clock())
    lock.unlock(guard, code)
    database = open_database(folder, Hand().clock(), guard)
    say("begins")
    while True:
        assert guard.lock
        assert guard.key
        guard.put(replace(guard.lock, encrypts=not database.is_encrypted), guard.key)
        database.settle()
        say("done")


def backup_ten_years(folder: Path) -> None:
    """Seconds of a locked backup with its check, and by how many MB the process grew."""
    services = services_in(folder)
    ten_years(services)
    services.database.close()
    backup.make_file(services_in(folder / "small"), folder / "small.rygvej", "syv små tal")
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    backup.make_file(services, folder / "a.rygvej", "en lang adgangssætning")
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    say(f"{time.monotonic() - began:.1f}", f"{grown:.0f}")


if __name__ == "__main__":
    commands: dict[str, Callable[..., None]] = {
        "hold": hold,
        "answer": answer,
        "within": within,
        "lives": lives,
        "backup_within": backup_within,
        "restores": restores,
        "deletes": deletes,
        "backup_ten_years": backup_ten_years,
        "conversions": conversions,
    }
    commands[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
