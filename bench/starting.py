"""Processes: how long the import takes, what an idle server and an open session hold."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgpack  # type: ignore[import-untyped]
from websockets.asyncio.client import ClientConnection, connect

from bench.figures import Row, Spread, absolute, in_turn, ratio
from lbp_app import config
from lbp_app.front.shelf import FIRST
from tests.serving import Server, bought_cookie, environment

SMALLEST_SECONDS = 300
FRONT = "lbp_app.cli, lbp_app.front.start, lbp_app.front.server, flet_web.fastapi, uvicorn"
SCREENS = "lbp_app.screens.today"  # as at a start of a patient
APP_IMPORT = f"import {FRONT}, lbp_app.front.wiring, lbp_app.app, {SCREENS}"
BARE_IMPORT = f"import {FRONT}, bench.bare"
CLOCK = "import time; t = time.perf_counter(); {}; print(time.perf_counter() - t)"
SESSIONS = 20
QUIET_SECONDS = 1.0


@dataclass(frozen=True)
class Programs:
    """The app on eight weeks of answers, and the bare one; both keep their copies in `cache`."""

    app: Server
    bare: Server
    cache: Path

    def wait_packed(self) -> None:
        """Until the smallest copies are made, so that nothing else keeps the machine busy."""
        wanted = len(list(config.assets_folder().glob("fonts/*.ttf"))) + len(FIRST)
        until = time.monotonic() + SMALLEST_SECONDS
        while len(list(self.cache.rglob("*.11.br"))) < wanted and time.monotonic() < until:
            time.sleep(1)


def programs(folder: Path) -> Programs:
    """Not started yet; the app's folder is filled as `lbp demo` fills it."""
    data = folder / "app"
    fill = "from lbp_app import config, front; from lbp_app.front.wiring import fill; "
    fill += "from pathlib import Path; import sys; data = Path(sys.argv[1]); data.mkdir(); "
    fill += "fill(8, 1)(config.Settings(data)); from bench.training import begin; begin(data)"
    subprocess.run([sys.executable, "-c", fill, str(data)], check=True)
    cache = folder / "cache"
    bare = server("bench.bare", folder / "bare", cache)
    return Programs(server("lbp_app", data, cache), bare, cache)


def server(module: str, data: Path, cache: Path) -> Server:
    command = [sys.executable, "-m", module, "web", "--data", str(data)]
    return Server(command, data, environment(cache))


def import_time(rounds: int) -> Row:
    def seconds(statement: str) -> float:
        command = [sys.executable, "-c", CLOCK.format(statement)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        return float(done.stdout) * 1000

    app, bare = in_turn(rounds, lambda: seconds(APP_IMPORT), lambda: seconds(BARE_IMPORT))
    return ratio("import", "ms", app, bare, 2)


def memory(both: Programs, rounds: int) -> list[Row]:
    """Each round starts each server anew; resident memory, without what is shared counted twice."""
    per_session: dict[str, list[float]] = {"app": [], "bare": [], "guided": []}

    def idle(program: Server, name: str) -> float:
        program.start()
        time.sleep(QUIET_SECONDS)
        before = resident(program.pid)
        per_session[name].append(asyncio.run(session_cost(program)))
        if program is both.app:
            per_session["guided"].append(asyncio.run(session_cost(program, "/traening")))
        program.stop()
        return before

    app, bare = in_turn(rounds, lambda: idle(both.app, "app"), lambda: idle(both.bare, "bare"))
    sessions = [Spread(tuple(per_session[name])) for name in ("app", "bare")]
    return [
        ratio("idle memory", "MB", app, bare, 1.7),
        ratio("memory of an open session", "kB", sessions[0], sessions[1], 3),
        absolute("memory of a guided training", "kB", Spread(tuple(per_session["guided"])), 1000),
    ]


def resident(pid: int) -> float:
    """MB of resident memory."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1000
    raise ProcessLookupError(pid)


async def session_cost(program: Server, route: str = "/") -> float:
    """kB that one more open session holds, after a first one has warmed everything up."""
    cookie = bought_cookie(program.new_link())
    first = [await open_session(program, cookie, route) for _ in range(3)]
    await asyncio.sleep(QUIET_SECONDS)
    before = resident(program.pid)
    more = [await open_session(program, cookie, route) for _ in range(SESSIONS)]
    await asyncio.sleep(QUIET_SECONDS)
    cost = (resident(program.pid) - before) * 1000 / SESSIONS
    for session in first + more:
        await session.close()
    return cost


async def open_session(program: Server, cookie: str, route: str) -> ClientConnection:
    """What a browser's tab is to the server, until its first page has been sent."""
    origin = program.url.rpartition("/")[0]
    address = program.url.replace("http", "ws", 1) + "/ws"
    headers = {"Cookie": cookie, "Origin": origin}
    socket = await connect(address, additional_headers=headers, max_size=None)
    await socket.send(
        b"\x00" + msgpack.packb([1, REGISTER | {"page": REGISTER["page"] | {"route": route}}])
    )
    received = 0
    try:
        while True:
            received += len(await asyncio.wait_for(socket.recv(), 20 if not received else 0.3))
    except TimeoutError:
        return socket


PADDING = {"left": 0, "top": 0, "right": 0, "bottom": 0}
REGISTER: dict[str, Any] = {
    "session_id": None,
    "page_name": "",
    "page": {
        "route": "/",
        "web": True,
        "platform": "linux",
        "width": 400,
        "height": 800,
        "pwa": False,
        "wasm": True,
        "debug": False,
        "test": False,
        "multi_view": False,
        "pyodide": False,
        "platform_brightness": "light",
        "media": {
            "padding": PADDING,
            "view_padding": PADDING,
            "view_insets": PADDING,
            "device_pixel_ratio": 1.0,
            "orientation": "portrait",
        },
    },
}
