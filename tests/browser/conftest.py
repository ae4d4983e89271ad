"""A real server, started as a person starts it, and a real Chromium.

    def test_something(server, open_page):
        page = open_page(server, "/mig", width=400, height=800, locale="da-DK")
        page.get_by_role("button", name="Gem").click(force=True)
        seen(page, "Gemt")
        server.restart()

`serve(...)` starts more servers; `server` is `lbp --data FOLDER` with a folder of its own.
"""

import re
import sys
import time
from collections.abc import Callable, Generator, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Locator,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from lbp_app.actions import person
from lbp_app.services import Services, services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import open_database
from tests.builders import HOME, Hand
from tests.serving import PATIENCE, Server, environment
from tools.chromium import chromium_path, launch_options

HERE = Path(__file__).parent
# The text fields that Flutter listens to now.
IN_USE = """
window.inUse = new WeakSet();
for (const kind of [HTMLInputElement, HTMLTextAreaElement]) {
  for (const [name, does] of [["addEventListener", "add"], ["removeEventListener", "delete"]]) {
    const own = kind.prototype[name];
    kind.prototype[name] = function (type, ...more) {
      own.call(this, type, ...more);
      if (type === "input") window.inUse[does](this);
    };
  }
}
"""
expect.set_options(timeout=1000 * PATIENCE)


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None, None, None]:
    """Marks what lies here before `-m` chooses, and puts it last in the end: asyncio tests cannot
    run while Playwright does.
    """
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
    yield
    items.sort(key=lambda item: HERE in item.path.parents)


@pytest.fixture(scope="session")
def terminal(request: pytest.FixtureRequest) -> dict[str, str]:
    """The environment of a start; its cache lives from run to run."""
    return environment(Path(request.config.cache.mkdir("rygvej")))


@pytest.fixture
def serve(
    tmp_path: Path, terminal: dict[str, str], shared: Server
) -> Iterator[Callable[..., Server]]:
    """serve(*arguments, data=, program=, env=) starts `lbp *arguments --data DATA`.

    The shared server is there before: it makes the smallest copies once, where each of these would
    begin them anew and be ended on the way.
    """
    started: list[Server] = []

    def start(
        *arguments: str,
        data: Path | None = None,
        program: tuple[str, ...] = ("-m", "lbp_app"),
        env: dict[str, str] | None = None,
    ) -> Server:
        folder = data or tmp_path / f"data {len(started)} å"
        command = [sys.executable, *program, *arguments, "--data", str(folder)]
        started.append(Server(command, folder, terminal | (env or {})))
        started[-1].start()
        return started[-1]

    yield start
    for server in started:
        server.close()


@pytest.fixture
def server(serve: Callable[..., Server]) -> Server:
    return serve()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def launch(playwright: Playwright) -> Iterator[Callable[..., Browser]]:
    """launch(*more_arguments) gives another Chromium; most tests want `open_page`."""
    opened: list[Browser] = []

    def start(*more: str) -> Browser:
        options = launch_options(chromium_path())
        options["args"] = [*options["args"], *more]
        opened.append(playwright.chromium.launch(**options))
        return opened[-1]

    yield start
    for browser in opened:
        browser.close()


@pytest.fixture(scope="session")
def chromium(launch: Callable[..., Browser]) -> Browser:
    return launch()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """open_page(server, route, width=, height=, locale=, ...) in a context of its own.

    `beside=page` opens another tab with the same cookies instead. More keywords go to Playwright's
    `new_context` (color_scheme, reduced_motion, forced_colors, bypass_csp). The test fails at its
    end if a script on a page failed; `forgiving` where the server goes away, for Flutter then
    throws at each attempt to reach it.
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
        forgiving: bool = False,
        **more: Any,
    ) -> Page:
        if beside is None:
            size = {"width": width, "height": height}
            contexts.append(chromium.new_context(viewport=size, locale=locale, **more))
            contexts[-1].add_init_script(IN_USE)
        context = beside.context if beside else contexts[-1]
        page = context.new_page()
        if not forgiving:
            page.on("pageerror", lambda error: failures.extend(ours(error)))
        page.goto(f"{server.url}{route}" if beside else server.new_link(route))
        ready(page)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert failures == []


def ours(error: Error) -> list[str]:
    """Nothing where Flutter's drawing thread lets go of a picture: it then sends itself a message
    that it has no address for, and goes on (Flutter of Flet 1.0.5).
    """
    said = str(error)
    return [] if "undefined (reading 'postMessage')" in said else [said]


def ready(page: Page) -> None:
    """Waits until a screen reader would find something on the page, and eyes too."""
    page.locator("flt-semantics-host flt-semantics").first.wait_for(
        state="attached", timeout=PATIENCE * 1000
    )
    uncovered(page)


def uncovered(page: Page) -> None:
    """Waits until the loading page is gone, which takes every click."""
    page.locator("#opening").wait_for(state="detached", timeout=PATIENCE * 1000)


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


# --- journeys: one server and one warm browser for all that need nothing of their own -----------

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=HOME)  # a Wednesday morning
TODAY = NOW.date()
LISTEN = """
window.announced = [];
new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((node) => {
  const region = change.target.closest?.('flt-announcement-polite') ?? change.target;
  if (region.localName !== "flt-announcement-polite") return;
  window.announced.push(node.textContent.trim());
}))).observe(document, { childList: true, subtree: true });
"""


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, terminal: dict[str, str]) -> Iterator[Server]:
    """One server, its clock fixed at `NOW`; what lies in it belongs to the test that runs."""
    data = tmp_path_factory.mktemp("shared") / "data å"
    words = ("demo", "--weeks", "0", "--now", NOW.isoformat(), "--data", str(data))
    server = Server([sys.executable, "-m", "lbp_app", *words], data, terminal | {"TZ": str(HOME)})
    server.start()
    yield server
    server.close()


@pytest.fixture
def newcomer(shared: Server) -> Iterator[Services]:
    """Nobody has used the shared server yet. Gives hold of its data, to prepare and to look."""
    clock = Hand(NOW).clock()
    database = open_database(shared.data, clock)
    database.erase()
    person_id, _ = DeviceStore(database).active_person()
    yield services_for(database, person_id, clock, stop=lambda: None)
    database.close()


@pytest.fixture
def patient(newcomer: Services) -> Services:
    """Somebody who has been through the first start and has not answered anything."""
    person.finish_welcome(newcomer)
    return newcomer


@pytest.fixture(scope="session")
def warm(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser that has the app's files already; it hears what a screen reader is told."""
    context = chromium.new_context(locale="da-DK", accept_downloads=True)
    context.set_default_timeout(1000 * PATIENCE)
    context.add_init_script(LISTEN)
    context.add_init_script(IN_USE)
    yield context
    context.close()


@pytest.fixture
def visit(shared: Server, warm: BrowserContext) -> Iterator[Callable[..., Page]]:
    """visit(route, width=, height=) opens the shared server in a new tab.

    The test fails at its end if a script on a page failed; `forgiving` as in `open_page`.
    """
    pages: list[Page] = []
    failures: list[str] = []

    def go(
        route: str = "/",
        *,
        width: int = 390,
        height: int = 2400,
        forgiving: bool = False,
        **media: Any,
    ) -> Page:
        page = warm.new_page()
        pages.append(page)
        if not forgiving:
            page.on("pageerror", lambda error: failures.extend(ours(error)))
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(**{"color_scheme": "light", **media})
        page.goto(f"{shared.url}{route}" if warm.cookies() else shared.new_link(route))
        ready(page)
        return page

    yield go
    for page in pages:
        page.close()
    assert failures == []


def headed(page: Page, title: str) -> None:
    """Waits for the page with this heading."""
    page.get_by_role("heading", level=1, name=title).wait_for(state="attached")
    uncovered(page)


def button(page: Page, name: str) -> Locator:
    uncovered(page)
    return page.get_by_role("button", name=name, exact=True)


def radio(page: Page, name: str) -> Locator:
    uncovered(page)
    return page.get_by_role("radio", name=name, exact=True)


def told(page: Page, text: str, times: int = 1) -> None:
    """Waits until a screen reader has been told a text so often."""
    until = time.monotonic() + PATIENCE
    while (heard := page.evaluate("window.announced")).count(text) < times:
        assert time.monotonic() < until, f"waited for {text!r}; heard {heard}"
        page.wait_for_timeout(20)


def write(page: Page, label: str, text: str, delay: float = 0) -> Locator:
    """Clicks into a field and types at its end, once Flutter has taken it into use."""
    field = page.get_by_role("textbox", name=label, exact=True)
    field.wait_for(state="attached")
    until = time.monotonic() + PATIENCE
    while not field.evaluate("field => window.inUse.has(field)"):
        assert time.monotonic() < until, f"{label!r} does not take the focus"
        if not field.evaluate("field => field === document.activeElement"):
            field.click(force=True)
        page.wait_for_timeout(20)
    page.keyboard.press("Control+End")
    page.keyboard.type(text, delay=delay)
    expect(field).to_have_value(re.compile(re.escape(text) + "$"))
    return field


def tab(page: Page, keys: str = "Tab") -> None:
    """Presses Tab and waits until the focus has gone on, which takes Flutter a moment; not for
    ever, for some things that take the focus are no element.
    """
    page.evaluate("window.before = document.activeElement")
    page.keyboard.press(keys)
    until = time.monotonic() + 0.5
    while time.monotonic() < until:
        if page.evaluate("![window.before, document.body].includes(document.activeElement)"):
            return
        page.wait_for_timeout(10)


def tab_to(page: Page, target: Locator) -> None:
    target.wait_for(state="attached")
    for _ in range(120):
        tab(page)
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab never came to {target}")


def set_wall_clock(page: Page, server: Server, at: datetime) -> None:
    """As somebody who sets the clock of the computer; only the demo has the control."""
    host = server.url.rpartition("/")[0]
    said = page.request.post(
        f"{server.url}/demo/now", data=at.isoformat(), headers={"origin": host}
    )
    assert said.status == 200
