"""A real Chromium: how soon a page can be read, how soon a tap shows, how much is fetched."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from bench.figures import Row, Spread, absolute, in_turn, more_than_bare, ratio
from bench.starting import Programs
from tests.serving import PATIENCE, Server
from tools.chromium import chromium_path, launch_options

FIRST_NODE = """new MutationObserver((changes, observer) => {
    if (document.querySelector("flt-semantics-host :is(span, h1, [role])")) {
        window.firstNode = performance.now()
        observer.disconnect()
    }
}).observe(document, {childList: true, subtree: true, attributes: true})"""
TAP = """([name, wanted]) => new Promise((done, failed) => {
    const host = document.querySelector("flt-semantics-host")
    const named = element => (element.getAttribute("aria-label") || element.textContent) === name
    const pressed = () => [...host.querySelectorAll("[role=button],[role=radio]")].find(named)
    const chosen = () => pressed()?.getAttribute("aria-checked") === "true"
    const said = () => [...host.querySelectorAll("span")].some(one => one.textContent === wanted)
    const shown = wanted ? said : chosen
    if (!pressed() || shown()) return failed(new Error("not ready to press " + name))
    const observer = new MutationObserver(() => {
        if (!shown()) return
        observer.disconnect()
        done(performance.now() - began)
    })
    observer.observe(host, {childList: true, subtree: true, characterData: true, attributes: true})
    const began = performance.now()
    pressed().click()
})"""
CLICK = "element => element.click()"
PAUSE_MS, SETTLED_MS = 400, 1500


@contextmanager
def browser(playwright: Playwright, profile: Path) -> Iterator[BrowserContext]:
    options: dict[str, Any] = launch_options(chromium_path()) | {"locale": "da-DK"}
    options |= {"viewport": {"width": 400, "height": 800}, "bypass_csp": True}
    context = playwright.chromium.launch_persistent_context(str(profile), **options)
    yield context
    context.close()


def visits(both: Programs, rounds: int) -> list[Row]:
    both.app.start()
    both.bare.start()
    try:
        with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
            at_once = visited(playwright, Path(folder) / "at once", both.app)
            both.wait_packed()
            sizes = bytes_of_visits(playwright, Path(folder), both)
            newest = absolute(
                "first visit, right after the very first start", "MB", Spread((at_once,)), 4.4
            )
            sizes.insert(0, newest)
            with browser(playwright, Path(folder) / "app") as context:
                return [first_node(context, both, rounds), tap(context, both, rounds), *sizes]
    finally:
        both.app.stop()
        both.bare.stop()


def first_node(context: BrowserContext, both: Programs, rounds: int) -> Row:
    """The engine is in the browser's cache; each visit is a new tab and a new session."""

    def load(program: Server) -> float:
        page = context.new_page()
        page.add_init_script(FIRST_NODE)
        page.goto(f"{program.url}/")
        page.wait_for_function("window.firstNode", timeout=PATIENCE * 1000)
        found: float = page.evaluate("window.firstNode")
        page.wait_for_timeout(300)
        page.close()
        return found

    for program in (both.app, both.bare):
        page = context.new_page()
        page.goto(program.new_link())
        page.close()
        load(program)
    app, bare = in_turn(rounds, lambda: load(both.app), lambda: load(both.bare))
    return ratio("navigation start → first semantics node", "ms", app, bare, 1.3)


def tap(context: BrowserContext, both: Programs, rounds: int) -> Row:
    """In the app: a point of the day's first scale → that point said to be chosen, and on disk."""
    app_page, bare_page = (opened(context, program) for program in (both.app, both.bare))
    app_page.get_by_role("button", name="Ret: Rygsmerte").evaluate(CLICK)
    points, count = cycle((7, 8)), itertools.count(1)

    def tap_app() -> float:
        return tapped(app_page, f"Rygsmerte: {next(points)} af 10")

    def tap_bare() -> float:
        return tapped(bare_page, "Mere", f"Talt {next(count)}")

    app_page.get_by_role("radio", name="Rygsmerte: 7 af 10").wait_for(state="attached")
    for warm in (tap_app, tap_bare, tap_app, tap_bare):
        warm()
    app, bare = in_turn(rounds, tap_app, tap_bare)
    return more_than_bare("tap → changed text", "ms", app, bare, 25)


def opened(context: BrowserContext, program: Server) -> Page:
    page = context.new_page()
    page.goto(f"{program.url}/")
    page.locator("flt-semantics-host [role=button]").first.wait_for(state="attached")
    return page


def tapped(page: Page, name: str, wanted: str = "") -> float:
    """ms from the tap, measured in the page; without `wanted` until it is said to be chosen."""
    page.bring_to_front()
    page.wait_for_timeout(PAUSE_MS)
    taken: float = page.evaluate(TAP, [name, wanted])
    return taken


def bytes_of_visits(playwright: Playwright, folder: Path, both: Programs) -> list[Row]:
    """Everything that came over HTTP, head and body, as the browser counts it."""
    app = [visited(playwright, folder / "app", both.app) for _ in range(2)]
    bare = [visited(playwright, folder / "bare", both.bare) for _ in range(2)]
    first, second = ([Spread((each[at],)) for each in (app, bare)] for at in range(2))
    kilobytes = [Spread((second[at].values[0] * 1000,)) for at in range(2)]
    return [
        absolute("first visit", "MB", first[0], 4.4, first[1]),
        absolute("second visit", "kB", kilobytes[0], 2, kilobytes[1]),
    ]


def visited(playwright: Playwright, profile: Path, program: Server) -> float:
    """MB of one visit, with a browser that is started for it."""
    with browser(playwright, profile) as context:
        page = context.new_page()
        wire = context.new_cdp_session(page)
        sizes: list[float] = []
        wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        wire.send("Network.enable")
        known = (profile / "visited").exists()
        page.goto(f"{program.url}/" if known else program.new_link())
        page.locator("flt-semantics-host flt-semantics").first.wait_for(
            state="attached", timeout=PATIENCE * 1000
        )
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(SETTLED_MS)
        (profile / "visited").touch()
    return sum(sizes) / 1e6
