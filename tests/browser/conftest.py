"""A real server, started as a person starts it, and a real Chromium.

    def test_something(server, open_page):
        page = open_page(server, "/mig", width=400, height=800, locale="da-DK")
        page.get_by_role("button", name="Gem").click(force=True)
        seen(page, "Gemt")
        server.restart()

`serve(...)` starts more servers; `server` is `lbp --data FOLDER` with a folder of its own.
"""

import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

HERE = Path(__file__).parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STARTED = re.compile(r"http://127\.0\.0\.1:\d+/\S+")
PATIENCE = 30.0  # seconds, of a slow machine
expect.set_options(timeout=15_000)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts what lies here last: asyncio tests cannot run while Playwright does."""
    ours = [item for item in items if HERE in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.browser)
    items[:] = [item for item in items if HERE not in item.path.parents] + ours


class Server:
    """One data folder and the process that serves it now."""

    def __init__(self, command: list[str], data: Path, env: dict[str, str]) -> None:
        self.data, self._command, self._env = data, command, env
        self.start()

    def start(self) -> None:
        """Waits for the printed address."""
        self.process = subprocess.Popen(
            self._command, env=self._env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.said = ""
        self.address = self._wait_for(STARTED)

    @property
    def url(self) -> str:
        """Without the link and without the slash at the end."""
        return self.address.partition("?")[0].rstrip("/")

    @property
    def pid(self) -> int:
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
        return self.process.wait(timeout)

    def close(self) -> None:
        if self.process.poll() is None:
            self._end(signal.SIGKILL)
        for stream in (self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()

    def _end(self, how: signal.Signals) -> int:
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def _wait_for(self, wanted: re.Pattern[str], timeout: float = PATIENCE) -> str:
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
        assert self.process.stderr is not None
        return self.process.stderr.read().decode()


def lbp(*arguments: str, env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """One run of the command to its end."""
    command = [sys.executable, "-m", "lbp_app", *arguments]
    return subprocess.run(command, env=env, capture_output=True, encoding="utf-8", timeout=60)


@pytest.fixture(scope="session")
def environment(request: pytest.FixtureRequest) -> dict[str, str]:
    """No screen, a Danish terminal, and a cache that lives from run to run."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "LC_ALL", "LC_MESSAGES", "PYTHONWARNINGS")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    cache = str(request.config.cache.mkdir("rygvej"))
    return kept | {"LANG": "da_DK.UTF-8", "XDG_CACHE_HOME": cache}


@pytest.fixture
def serve(tmp_path: Path, environment: dict[str, str]) -> Iterator[Callable[..., Server]]:
    """serve(*arguments, data=, program=, env=) starts `lbp *arguments --data DATA`."""
    started: list[Server] = []

    def start(
        *arguments: str,
        data: Path | None = None,
        program: tuple[str, ...] = ("-m", "lbp_app"),
        env: dict[str, str] | None = None,
    ) -> Server:
        folder = data or tmp_path / f"data {len(started)} å"
        command = [sys.executable, *program, *arguments, "--data", str(folder)]
        started.append(Server(command, folder, environment | (env or {})))
        return started[-1]

    yield start
    for server in started:
        server.close()


@pytest.fixture
def server(serve: Callable[..., Server]) -> Server:
    return serve()


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """launch(*more_arguments) gives another Chromium; most tests want `open_page`."""
    with sync_playwright() as playwright:
        opened: list[Browser] = []

        def start(*more: str) -> Browser:
            arguments = [*CHROMIUM_ARGS, *more]
            path = chromium_path()
            opened.append(playwright.chromium.launch(executable_path=path, args=arguments))
            return opened[-1]

        yield start
        for browser in opened:
            browser.close()


def chromium_path() -> str | None:
    """None: Playwright's own."""
    given = os.environ.get("CHROMIUM")
    return given or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


@pytest.fixture(scope="session")
def chromium(launch: Callable[..., Browser]) -> Browser:
    return launch()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """open_page(server, route, width=, height=, locale=, ...) in a context of its own.

    `beside=page` opens another tab with the same cookies instead. More keywords go to Playwright's
    `new_context` (color_scheme, reduced_motion, forced_colors, bypass_csp). The test fails at its
    end if a script on a page failed.
    """
    contexts, failures = [], []

    def open_it(
        server: Server,
        route: str = "/",
        *,
        width: int = 400,
        height: int = 800,
        locale: str = "da-DK",
        beside: Page | None = None,
        **more: Any,
    ) -> Page:
        if beside is None:
            size = {"width": width, "height": height}
            contexts.append(chromium.new_context(viewport=size, locale=locale, **more))
        context = beside.context if beside else contexts[-1]
        page = context.new_page()
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.goto(f"{server.url}{route}" if beside else server.new_link(route))
        ready(page)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert failures == []


def ready(page: Page) -> None:
    """Waits until a screen reader would find something on the page."""
    page.locator("flt-semantics-host flt-semantics").first.wait_for(
        state="attached", timeout=PATIENCE * 1000
    )


def seen(page: Page, text: str | re.Pattern[str]) -> None:
    """Waits until a text is there, as text or as the name of something."""
    found = page.get_by_text(text).or_(page.get_by_label(text))
    found.first.wait_for(state="attached")


def gone(page: Page, text: str | re.Pattern[str]) -> None:
    found = page.get_by_text(text).or_(page.get_by_label(text))
    expect(found).to_have_count(0)


def press(page: Page, name: str | re.Pattern[str], role: Any = "button") -> None:
    """Activates a control by role and name, wherever it stands, as a screen reader does."""
    found = page.get_by_role(role, name=name).first
    found.wait_for(state="attached")
    found.evaluate("element => element.click()")
