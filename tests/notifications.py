"""A desktop's notification service, for tests: `python -m tests.notifications FILE` takes what is
sent to it on the session bus and writes a line for each. A bus of its own comes from `session_bus`.
"""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.process import ROOT

NAME, PLACE = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


@contextmanager
def session_bus() -> Iterator[dict[str, str]]:
    """The environment in which a program finds the bus; only where dbus-daemon is installed."""
    daemon = shutil.which("dbus-daemon")
    assert daemon
    words = [daemon, "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout is not None
        try:
            yield {"DBUS_SESSION_BUS_ADDRESS": started.stdout.readline().strip()}
        finally:
            started.kill()


@contextmanager
def service(file: Path, env: dict[str, str]) -> Iterator[None]:
    """Writes to `file` until the block ends."""
    words = [sys.executable, "-m", "tests.notifications", str(file)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=env) as started:
        assert started.stdout is not None
        try:
            assert started.stdout.readline() == "ready\n"
            yield
        finally:
            started.kill()


async def serve(file: Path) -> None:
    from dbus_fast.aio import MessageBus
    from dbus_fast.service import ServiceInterface, dbus_method

    class Notifications(ServiceInterface):
        def __init__(self) -> None:
            super().__init__(NAME)

        @dbus_method()
        def GetServerInformation(self) -> "ssss":  # noqa: F821, N802
            return ["recorder", "tests", "1", "1.2"]

        @dbus_method()
        def GetCapabilities(self) -> "as":  # noqa: F722, N802
            return ["body"]

        @dbus_method()
        def Notify(  # noqa: N802
            self,
            app: "s",  # noqa: F821
            replaces: "u",  # noqa: F821
            icon: "s",  # noqa: F821
            title: "s",  # noqa: F821
            text: "s",  # noqa: F821
            actions: "as",  # noqa: F722
            hints: "a{sv}",  # noqa: F722
            timeout: "i",  # noqa: F821
        ) -> "u":  # noqa: F821
            with file.open("a", encoding="utf-8") as opened:
                opened.write(f"{app}|{title}|{text}\n")
            return 1

    bus = await MessageBus().connect()
    bus.export(PLACE, Notifications())
    await bus.request_name(NAME)
    print("ready", flush=True)
    await bus.wait_for_disconnect()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
