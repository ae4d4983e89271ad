"""The real server, killed with `kill -9` while somebody answers: what was seen as saved is kept."""

import json
import os
import re
import shutil
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random
from threading import Timer
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from websockets.exceptions import ConnectionClosed

from lbp_app.screens.questions import SCALES
from tests.browser.conftest import LISTEN, press, radio
from tests.browser.wire import Tab, open_tab
from tests.process import ROOT
from tests.seen import Seen, everything_seen_is_kept
from tests.serving import PATIENCE, Server, bought_cookie

FIRST_DAY = date(2026, 1, 1)
LATE = ("-m", "tests.browser.late")
NAMES = {asked.name: scale.value for scale, asked in SCALES.items()}
BY_FIELD = {field: name for name, field in NAMES.items()}
ON_THE_WIRE, IN_THE_BROWSER = 0.6, 1.5  # seconds, the longest life
AGAIN = "Ret: "
CHOICE = re.compile(r"(.+): (\d+) af 10")
RADIOS = """
[...document.querySelectorAll('[role=radio]')].map(
  (radio) => [radio.getAttribute('aria-label'), radio.getAttribute('aria-checked') === 'true'])
"""


def begin(server: Server) -> str:
    """Goes through the first start; the cookie."""
    cookie = bought_cookie(server.address)
    with open_tab(server.url, cookie, "/velkommen/1") as tab:
        tab.wait(lambda: "Spring resten over" in tab.buttons())
        tab.press("Spring resten over")
        tab.wait(lambda: tab.announced)
    return cookie


def killed_after(server: Server, seconds: float) -> Timer:
    return Timer(seconds, os.kill, (server.pid, signal.SIGKILL))


def start_again(server: Server) -> None:
    if is_dead(server):
        server.start()


def is_dead(server: Server) -> bool:
    assert server.process is not None
    return server.process.poll() is not None


def live(server: Server, cookie: str, day: date, random: Random) -> list[Seen]:
    """One life of the server, and what it said in it."""
    seen: list[Seen] = []
    with open_tab(server.url, cookie, f"/dag/{day}") as tab:
        tab.wait(lambda: "Dagen før" in tab.buttons())
        end = killed_after(server, random.uniform(0, ON_THE_WIRE))
        end.start()
        with suppress(ConnectionClosed):
            while True:
                answer(tab, day, random, seen)
        end.join()
    server.kill()
    return seen


def answer(tab: Tab, day: date, random: Random, seen: list[Seen]) -> None:
    """What is drawn, or told to a screen reader, is seen as saved, whichever comes first."""
    name = some_question(tab, random)
    value = random.choice([n for n in range(11) if n != tab.chosen(name)])
    before = len(tab.announced)
    tab.choose(name, value)
    tab.wait(lambda: tab.chosen(name) == value or len(tab.announced) > before)
    seen.append(Seen(day.isoformat(), NAMES[name], value))
    tab.wait(lambda: tab.chosen(name) == value and len(tab.announced) > before)
    assert set(tab.announced) == {"Gemt"}


def some_question(tab: Tab, random: Random) -> str:
    """One that is open, or one that is opened again."""
    name = random.choice([n for n in NAMES if tab.group(n) or AGAIN + n in tab.buttons()])
    if not tab.group(name):
        tab.press(AGAIN + name)
        tab.wait(lambda: tab.group(name))
    return name


def as_it_lies(server: Server) -> Path:
    """The file of a killed server elsewhere, so that looking into it mends nothing."""
    there = server.data.with_name(f"{server.data.name} as it lies")
    shutil.rmtree(there, ignore_errors=True)
    there.mkdir()
    for file in server.data.glob("rygvej.db*"):
        shutil.copy(file, there)
    return there / "rygvej.db"


def kept(path: Path) -> list[Seen]:
    with closing(sqlite3.connect(path)) as plain:
        rows = plain.execute(
            "SELECT key, field, new FROM history WHERE noun = 'check_in' ORDER BY id"
        )
        return [Seen(day, field, json.loads(new)) for day, field, new in rows]


def die_again_and_again(server: Server, cookie: str, kills: int, seed: int) -> list[Seen]:
    """Everything seen; each life may leave one answer that it could not tell of."""
    print(f"seed {seed}")
    random, before, all_seen = Random(seed), list[Seen](), list[Seen]()  # noqa: S311
    for _ in range(kills):
        start_again(server)
        day = FIRST_DAY + timedelta(days=random.randrange(100))
        seen = live(server, cookie, day, random)
        path = as_it_lies(server)
        everything_seen_is_kept(before + seen, path)
        before, all_seen = kept(path), all_seen + seen
    return all_seen


@pytest.mark.parametrize("kills", [6, pytest.param(200, marks=pytest.mark.full)])
def test_killed_at_any_moment_it_keeps_what_a_client_saw(
    serve: Callable[..., Server], kills: int
) -> None:
    server = serve()
    cookie = begin(server)
    assert len(die_again_and_again(server, cookie, kills, seed=kills)) > kills


@pytest.mark.full
def test_with_a_late_commit_a_client_finds_out(serve: Callable[..., Server]) -> None:
    server = serve()
    cookie = begin(server)
    server.kill()
    late = serve(program=LATE, data=server.data, env={"PYTHONPATH": str(ROOT)})
    with pytest.raises(AssertionError, match="seen and is not there"):
        die_again_and_again(late, cookie, kills=8, seed=1)


# --- in the browser -----------------------------------------------------------------------------


class Reader:
    """Somebody before the page, who holds for saved what is checked or followed by "Gemt"."""

    def __init__(self, page: Page, server: Server) -> None:
        self._page, self._server = page, server
        self.seen: list[Seen] = []

    def live(self, day: date, random: Random) -> None:
        self._page.get_by_role("radio").first.wait_for(state="attached")
        assert self._answered(day, random)
        end = killed_after(self._server, random.uniform(0, IN_THE_BROWSER))
        end.start()
        while self._answered(day, random):
            pass
        end.join()

    def _answered(self, day: date, random: Random) -> bool:
        """False when the server was killed before the page had told of it in both ways."""
        name, value = random.choice([choice for choice, on in self.shown().items() if not on])
        before = self._told()
        press(self._page, f"{name}: {value} af 10", "radio")
        if not self._comes(lambda: self.shown().get((name, value)) or self._told() > before):
            return False
        self.seen.append(Seen(day.isoformat(), NAMES[name], value))
        return self._comes(lambda: self.shown().get((name, value)) and self._told() > before)

    def _comes(self, condition: Callable[[], object]) -> bool:
        """False when the server was killed before."""
        while True:
            dead = is_dead(self._server)
            if condition():
                return True
            if dead:
                return False
            self._page.wait_for_timeout(10)

    def shown(self) -> dict[tuple[str, int], bool]:
        """Whether each answer that can be chosen is checked, by question and number."""
        drawn = self._page.evaluate(RADIOS)
        found = {CHOICE.fullmatch(name): checked for name, checked in drawn}
        return {(m[1], int(m[2])): checked for m, checked in found.items() if m}

    def _told(self) -> int:
        return int(self._page.evaluate("window.announced.filter(text => text === 'Gemt').length"))

    def wait_back(self) -> None:
        """Until the page has come back by itself."""
        new = self._page.locator("body:not([data-life=earlier]) flt-semantics-host h1")
        new.wait_for(state="attached", timeout=PATIENCE * 1000)

    def shows(self, name: str, value: object) -> None:
        again = self._page.get_by_role("button", name=AGAIN + name)
        chosen = radio(self._page, f"{name}: {value} af 10")
        again.or_(chosen).wait_for(state="attached")
        if again.count():
            again.evaluate("element => element.click()")
        expect(chosen).to_have_attribute("aria-checked", "true")


def shuffled(answers: dict[str, Any], random: Random) -> list[tuple[str, Any]]:
    """The question that is opened last is the one that stays open."""
    return random.sample(list(answers.items()), len(answers))


@pytest.mark.parametrize("kills", [1, pytest.param(10, marks=pytest.mark.full)])
@pytest.mark.full
def test_killed_at_any_moment_it_keeps_what_a_page_showed_and_shows_it_again(
    serve: Callable[..., Server], open_page: Callable[..., Page], kills: int
) -> None:
    print(f"seed {kills}")
    server, random = serve(), Random(kills)  # noqa: S311
    begin(server)
    page = open_page(server, f"/dag/{FIRST_DAY}", height=1600, forgiving=True)
    page.evaluate(LISTEN)
    page.add_init_script(LISTEN)
    reader, before = Reader(page, server), list[Seen]()
    reader.wait_back()
    for _ in range(kills):
        already = len(reader.seen)
        page.evaluate("document.body.dataset.life = 'earlier'")
        reader.live(FIRST_DAY, random)
        path = as_it_lies(server)
        everything_seen_is_kept(before + reader.seen[already:], path)
        before = kept(path)
        server.start()
        reader.wait_back()
        for name, value in shuffled({BY_FIELD[one.field]: one.value for one in before}, random):
            reader.shows(name, value)
