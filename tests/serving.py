"""`lbp` as a process of its own, started as a person starts it."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

STARTED = re.compile(r"http://127\.0\.0\.1:\d+/\S+")
PATIENCE = 30.0  # seconds, of a slow machine
STAND_IN = (str(Path(__file__).parent / "browser" / "stand_in.py"),)
HIDDEN = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "LC_ALL", "LC_MESSAGES", "PYTHONWARNINGS")


def environment(cache: Path) -> dict[str, str]:
    """No screen, a Danish terminal, and compressed copies in `cache`."""
    kept = {name: value for name, value in os.environ.items() if name not in HIDDEN}
    return kept | {"LANG": "da_DK.UTF-8", "XDG_CACHE_HOME": str(cache)}


def bought_cookie(link: str) -> str:
    """What a browser is given for an address with its link; the link is good once."""
    parts = urlsplit(link)
    connection = HTTPConnection("127.0.0.1", parts.port or 80, timeout=PATIENCE)
    connection.request("GET", f"{parts.path}?{parts.query}")
    answer = connection.getresponse()
    connection.close()
    assert answer.status == 303
    return (answer.getheader("set-cookie") or "").partition(";")[0]


class Server:
    """One data folder and the process that serves it now."""

    def __init__(self, command: list[str], data: Path, env: dict[str, str]) -> None:
        self.data, self._command, self._env = data, command, env
        self.said = ""
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Waits for the printed address."""
        self.begin()
        self.wait_started()

    def begin(self) -> None:
        self._close_streams()
        self.process = subprocess.Popen(
            self._command, env=self._env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.said = ""

    def wait_started(self) -> None:
        self.address = self._wait_for(STARTED)

    @property
    def url(self) -> str:
        """Without the link and without the slash at the end."""
        return self.address.partition("?")[0].rstrip("/")

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    def new_link(self, route: str = "/") -> str:
        """An address that is good once, as `lbp open` gives it, for a route."""
        done = lbp("open", "--data", str(self.data), env=self._env)
        base, _, link = STARTED.findall(done.stdout)[0].partition("?")
        return f"{base.rstrip('/')}{route}?{link}"

    def wait_said(self, text: str, timeout: float = PATIENCE) -> None:
        self._wait_for(re.compile(re.escape(text)), timeout)

    def stop(self) -> int:
        """As Ctrl-C does. The exit code."""
        return self._end(signal.SIGINT)

    def kill(self) -> None:
        """kill -9."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        self.stop()
        self.start()

    def ended(self, timeout: float = PATIENCE) -> int:
        """Waits until it ends by itself. The exit code."""
        assert self.process is not None
        return self.process.wait(timeout)

    def close(self) -> None:
        self.kill()
        self._close_streams()

    def _close_streams(self) -> None:
        if self.process is not None:
            for stream in (self.process.stdout, self.process.stderr):
                assert stream is not None
                stream.close()

    def _end(self, how: signal.Signals) -> int:
        if self.process is None:
            return 0
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def _wait_for(self, wanted: re.Pattern[str], timeout: float = PATIENCE) -> str:
        assert self.process is not None
        stream, until = self.process.stdout, time.monotonic() + timeout
        assert stream is not None
        while not (found := wanted.search(self.said)):
            assert time.monotonic() < until, f"waited for {wanted.pattern!r}; said {self.said!r}"
            if select.select([stream], [], [], 0.2)[0]:
                part = os.read(stream.fileno(), 65536).decode()
                assert part, f"ended: {self.said}{self._complaint()}"
                self.said += part
        return found.group()

    def _complaint(self) -> str:
        assert self.process is not None
        assert self.process.stderr is not None
        return self.process.stderr.read().decode()


def lbp(*arguments: str, env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """One run of the command to its end."""
    command = [sys.executable, "-m", "lbp_app", *arguments]
    return subprocess.run(command, env=env, capture_output=True, encoding="utf-8", timeout=60)
