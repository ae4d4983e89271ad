"""The guided session in a real browser: the clock after every kind of interruption."""

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from lbp_app.actions import session as actions
from lbp_app.model import player as playing
from lbp_app.model.exercise import Mode
from lbp_app.model.player import Phase, Planned, Player
from lbp_app.model.session import SessionKind
from lbp_app.services import Services
from tests.browser.conftest import NOW, headed, press, ready, seen, set_wall_clock, tab_to
from tests.browser.test_coming_back import Line, port_of
from tests.serving import Server

ROUTE = "/traening"
LEFT = re.compile(r"(\d+) sekunde?r? tilbage")
PLAYED = """() => {
    window.played = 0;
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function () { window.played += 1; return play.call(this); };
}"""
SHOWN = """() => [...document.querySelectorAll('flt-semantics-host, flt-semantics[aria-label]')]
    .map((node) => node.ariaLabel ?? node.textContent).join(' | ')"""
# No script of the page runs meanwhile, and what comes for it waits in a queue.
FREEZE = "ms => { const until = performance.now() + ms; while (performance.now() < until); }"
RESTING = "Hvil lidt, eller gå videre, når du er klar."
RISE = Planned("3.1", Mode.REPS, sets=2, amount=8, rest=60)
AWAY = [3, pytest.param(20, marks=pytest.mark.full)]  # seconds


def side_bridge(seconds: int) -> tuple[Planned, ...]:
    """A hold that ends while somebody is away for `seconds`, and a long rest after it."""
    return (Planned("7.2", Mode.HOLD, 2, max(2, seconds // 2), rest=90), RISE)


@dataclass
class Watched:
    """What the session must show, by the clock of the test."""

    page: Page
    player: Player
    began: float

    @property
    def due(self) -> Player:
        return playing.settle(self.player, round(1000 * (time.monotonic() - self.began)))

    def right(self) -> bool:
        """Phase and second as they should be, or one second beside."""
        shown, due = self.page.evaluate(SHOWN), self.due
        found = LEFT.search(shown)
        if found is None or due.left is None:
            return False
        same = (RESTING in shown) == (due.now.phase is Phase.REST)
        return same and abs(int(found[1]) - due.left) <= 1

    def is_right_within_a_second(self) -> None:
        until = time.monotonic() + 1
        while not self.right():
            assert time.monotonic() < until, f"due is {self.due.now} {self.due.left}"
            self.page.wait_for_timeout(30)


@pytest.fixture
def held(patient: Services, visit: Callable[..., Page]) -> Callable[..., Watched]:
    """held(plan, forgiving=): a session whose first exercise has just begun."""

    def begin(plan: tuple[Planned, ...], forgiving: bool = False) -> Watched:
        actions.start_session(patient, SessionKind.SHORT, plan)
        page = visit(ROUTE, height=844, forgiving=forgiving)
        page.evaluate(PLAYED)
        return begun(page, plan)

    return begin


def begun(page: Page, plan: tuple[Planned, ...]) -> Watched:
    press(page, "Begynd")
    began = time.monotonic()
    seen(page, LEFT)
    return Watched(page, playing.go_on(Player(plan, 0), 0), began)


@contextmanager
def stopped(server: Server) -> Iterator[None]:
    os.kill(server.pid, signal.SIGSTOP)
    yield
    os.kill(server.pid, signal.SIGCONT)


@pytest.mark.parametrize("seconds", AWAY)
def test_while_the_tab_is_frozen_the_clock_goes_on(held, seconds):
    watched = held(side_bridge(seconds))
    watched.page.evaluate(FREEZE, 1000 * seconds)
    watched.is_right_within_a_second()
    watched.page.wait_for_timeout(300)
    assert watched.page.evaluate("window.played") <= 1


@pytest.mark.full
@pytest.mark.parametrize("seconds", AWAY)
def test_while_the_server_stands_still_the_clock_goes_on(held, shared, seconds):
    watched = held(side_bridge(seconds))
    with stopped(shared):
        time.sleep(seconds)
    watched.is_right_within_a_second()
    watched.page.wait_for_timeout(300)
    assert watched.page.evaluate("window.played") <= 1


@pytest.fixture
def line(shared: Server) -> Iterator[Line]:
    line = Line(port_of(shared))
    yield line
    line.close()


@pytest.mark.full
@pytest.mark.parametrize("seconds", AWAY)
def test_while_the_line_is_cut_the_clock_goes_on(held, shared, line, seconds):
    watched = held(side_bridge(seconds), forgiving=True)
    page = watched.page
    page.goto(page.url.replace(f":{port_of(shared)}/", f":{line.port}/"))
    ready(page)
    line.cut()
    page.wait_for_timeout(1000 * seconds)
    with page.expect_event("load"):
        line.mend()
    ready(page)
    watched.is_right_within_a_second()


@pytest.mark.full
def test_somebody_who_sets_the_clock_moves_nothing(held, shared):
    watched = held((Planned("cooldown.4", Mode.TIME, 1, 60),))
    for hours in (1, -1, 0):
        set_wall_clock(watched.page, shared, NOW + timedelta(hours=hours))
        watched.page.wait_for_timeout(1200)
        watched.is_right_within_a_second()


@pytest.mark.full
def test_a_reload_in_the_middle_comes_back_to_the_same_place(held):
    watched = held((Planned("cooldown.4", Mode.TIME, 1, 60), RISE))
    watched.page.reload()
    ready(watched.page)
    watched.is_right_within_a_second()


@pytest.mark.full
def test_by_the_keyboard_alone(patient, visit):
    actions.start_session(patient, SessionKind.SHORT, (RISE, Planned("1.1", Mode.REPS, 1, 10)))
    page = visit(ROUTE, height=844)
    headed(page, "Rejs dig med støtte")
    page.keyboard.press("Space")  # on the heading, where the keyboard lands
    seen(page, "Sæt 1 af 2")
    page.keyboard.press("ArrowRight")
    seen(page, LEFT)
    tab_to(page, page.get_by_role("button", name="Spring over", exact=True))
    page.keyboard.press("Enter")
    headed(page, "Vip bækkenet")
    page.keyboard.press("ArrowLeft")
    headed(page, "Rejs dig med støtte")
    expect(page).to_have_url(re.compile("/traening$"))
