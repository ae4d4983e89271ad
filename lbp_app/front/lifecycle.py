"""One running server for each data folder: the lock, the running file, the end by itself."""

import asyncio
import contextlib
import json
import os
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import IO

from lbp_app.front.files import write_private

LOCK_FILE, RUNNING_FILE = "running.lock", "running.json"
IN_WINDOW = "window"
IDLE_SECONDS = 30 * 60.0


class Lock:
    """Held by the one process that serves a data folder; the system lets go of it at a kill."""

    def __init__(self, data: Path) -> None:
        self._path = data / LOCK_FILE
        self._file: IO[bytes] | None = None

    def take(self) -> bool:
        """False when another process has it."""
        file = open(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")  # noqa: PTH123, SIM115
        try:
            _lock(file)
        except OSError:
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _lock(file: IO[bytes]) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@dataclass(frozen=True)
class Running:
    """How another start reaches the running one. `port` 0: it is shown in a window."""

    pid: int
    port: int
    prefix: str
    key: str

    def write(self, data: Path) -> None:
        write_private(data / RUNNING_FILE, json.dumps(asdict(self)))

    def ask(self, what: str, timeout: float = 3.0) -> str | None:
        """The answer of the running server, None when there is none."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            headers = {"x-rygvej-control": self.key}
            connection.request("POST", f"/{self.prefix}/control/{what}", headers=headers)
            answer = connection.getresponse()
            return answer.read().decode() if answer.status == 200 else None
        except (OSError, HTTPException, UnicodeDecodeError):
            return None
        finally:
            connection.close()


def running_in(data: Path) -> Running | None:
    """What the running file says; it may be left over from a process that was killed."""
    try:
        return Running(**json.loads((data / RUNNING_FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def forget(data: Path) -> None:
    with contextlib.suppress(OSError):
        (data / RUNNING_FILE).unlink(missing_ok=True)


def new_address(data: Path, patience: float = 0.0) -> str | None:
    """A fresh link to the running server, which may still be starting; None if none answers.

    IN_WINDOW when it is not shown in a browser.
    """
    until = time.monotonic() + patience
    while True:
        running = running_in(data)
        address = (running.ask("open") if running.port else IN_WINDOW) if running else None
        if address or time.monotonic() >= until:
            return address
        time.sleep(0.1)


class IdleEnd:
    """Ends the server when no tab has been open for a while, unless `keep_running` says not to.

    It starts to count when the first tab has closed; a server that nobody has opened yet waits.
    """

    def __init__(
        self,
        end: Callable[[], None],
        keep_running: Callable[[], bool],
        say: Callable[[str], None],
        after: float = IDLE_SECONDS,
    ) -> None:
        self._end, self._keep_running, self._say, self._after = end, keep_running, say, after
        self._timer: asyncio.TimerHandle | None = None
        self._has_said = False

    def tabs(self, count: int) -> None:
        """Called on the event loop whenever the number of open tabs changes."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._has_said = False
        if count == 0:
            self._wait()

    def _wait(self) -> None:
        self._timer = asyncio.get_running_loop().call_later(self._after, self._due)

    def _due(self) -> None:
        if self._keep_running():
            if not self._has_said:
                self._say("kept")
            self._has_said = True
            return self._wait()
        self._say("idle")
        self._end()
