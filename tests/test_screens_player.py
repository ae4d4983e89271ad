"""The guided session on the screen: by the clock, by taps, and back after a reload."""

import asyncio

import flet as ft
import pytest

from lbp_app.actions import session as actions
from lbp_app.actions.pause import pause
from lbp_app.actions.person import change_preference
from lbp_app.content import library
from lbp_app.model.exercise import Mode
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.player import Phase, Planned
from lbp_app.model.session import SessionKind
from lbp_app.screens import playing
from lbp_app.services import Services
from tests.builders import Hand
from tests.harness import Screen
from tests.opened import opened

ROUTE = "/traening"
RISE = Planned("3.1", Mode.REPS, sets=2, amount=8, rest=30)
HOLD = Planned("7.2", Mode.HOLD, sets=1, amount=10, each_side=True)
PLAN = (RISE, HOLD)


@pytest.fixture
def under_way(services: Services) -> Services:
    actions.start_session(services, SessionKind.SHORT, PLAN)
    return services


def name_of(exercise: str) -> str:
    return library.load().exercise(exercise).name["da"]


def title(screen: Screen) -> str:
    head = screen.one(ft.Semantics, heading_level=1)
    assert isinstance(head.content, ft.Text)
    return head.content.value


def phase(services: Services) -> Phase:
    running = actions.under_way(services)
    assert running is not None
    return running.player.now.phase


@pytest.mark.full
async def test_without_a_session_it_leads_to_the_exercises(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        assert title(screen) == "Ingen træning i gang"
        await screen.press("Til øvelserne")
        assert screen.pushed_routes[-1] == "/oevelser"


STOPPED = "Træningen holder pause, til en læge har hørt om dine svar. "


async def test_while_a_doctor_is_waited_for_what_was_done_can_be_ended(
    under_way: Services,
) -> None:
    actions.go_on(under_way)
    async with opened(under_way, ROUTE) as screen:
        await screen.press("Færdig med sættet")
        pause(under_way, Paused.EXERCISE, PausedBy.SAFETY)
        await screen.until(lambda: title(screen) == "Træning")
        assert any(text.startswith(STOPPED) for text in screen.texts())
        running = actions.under_way(under_way)
        assert running is not None and not running.player.running
        await screen.press("Afslut den, og gem det, du nåede")
        (kept,) = under_way.sessions.all()
        assert screen.pushed_routes[-1] == f"/traening/{kept.id}"
    assert kept.items[0].done == (8,)


@pytest.mark.parametrize("route", ["/traening/foer/full", "/traening/foer/gentle", ROUTE])
async def test_by_its_address_nothing_is_begun_then(services: Services, route: str) -> None:
    pause(services, Paused.EXERCISE, PausedBy.SAFETY)
    async with opened(services, route) as screen:
        assert any(text.startswith(STOPPED) for text in screen.texts())
        assert "Ikke i dag" not in screen.texts()
        await screen.press("Se, hvem du kan ringe til")
        assert screen.pushed_routes[-1] == "/tjek/ring"


@pytest.mark.full
async def test_it_says_what_to_do_before_it_begins(under_way: Services) -> None:
    async with opened(under_way, ROUTE) as screen:
        assert title(screen) == name_of("3.1")
        texts = " ".join(screen.texts())
        assert "2 sæt, 8 gange" in texts
        assert library.load().exercise("3.1").start["da"] in texts
        assert name_of("7.2") in texts  # what comes after
        await screen.press("Begynd")
        assert phase(under_way) is Phase.WORK


@pytest.mark.full
async def test_repetitions_wait_for_the_person_and_rest_runs_by_the_clock(
    under_way: Services, hand: Hand
) -> None:
    async with opened(under_way, ROUTE) as screen:
        await screen.press("Begynd")
        hand.move(minutes=10)
        assert "Sæt 1 af 2" in screen.texts()
        await screen.press("Færdig med sættet")
        assert "0:30" in screen.texts()
        hand.move(seconds=12)
        await screen.until(lambda: "0:18" in screen.texts())
        hand.move(seconds=20)
        await screen.until(lambda: "Sæt 2 af 2" in screen.texts())


async def test_the_second_tap_of_a_double_one_ends_nothing(under_way: Services) -> None:
    async with opened(under_way, ROUTE) as screen:
        await asyncio.gather(screen.press("Begynd"), screen.press("Begynd"))
        assert phase(under_way) is Phase.WORK


@pytest.mark.full
async def test_a_reload_comes_back_to_the_same_second(under_way: Services, hand: Hand) -> None:
    async with opened(under_way, ROUTE) as screen:
        await screen.press("Begynd")
        await screen.press("Færdig med sættet")
        hand.move(seconds=7)
    async with opened(under_way, ROUTE) as again:
        assert "0:23" in again.texts()
        assert title(again) == name_of("3.1")


@pytest.mark.full
async def test_pause_and_go_on(under_way: Services, hand: Hand) -> None:
    async with opened(under_way, ROUTE) as screen:
        for name in ("Næste", "Næste", "Næste", "Næste", "Begynd"):
            await screen.press(name)
        assert title(screen) == name_of("7.2")
        hand.move(seconds=3)
        await screen.until(lambda: "0:07" in screen.texts())
        await screen.press("Pause")
        hand.move(minutes=3)
        assert "0:07" in screen.texts()
        await screen.press("Fortsæt")
        hand.move(seconds=7)
        await screen.until(lambda: "Skift side" in screen.texts())


@pytest.mark.full
async def test_easier_another_way_and_past_it(under_way: Services) -> None:
    async with opened(under_way, ROUTE) as screen:
        variations = library.load().exercise("3.1").variations
        for variation in variations:
            await screen.press("Anden måde")
            assert variation.text["da"] in " ".join(screen.texts())
        await screen.press("Lettere")
        easier = library.load().exercise("3.1").easier
        assert easier is not None
        assert easier["da"] in " ".join(screen.texts())
        assert "Lettere" not in screen.names()
        await screen.press("Spring over")
        assert title(screen) == name_of("7.2")
        await screen.press("Lettere")
        assert title(screen) == name_of("7.1")


@pytest.mark.full
async def test_it_ends_with_what_was_done(under_way: Services) -> None:
    async with opened(under_way, ROUTE) as screen:
        await screen.press("Begynd")
        await screen.press("Færdig med sættet")
        await screen.press("Slut her")
        (kept,) = under_way.sessions.all()
        assert [(item.exercise, item.done) for item in kept.items] == [("3.1", (8,))]
        assert kept.cut_short
        assert screen.pushed_routes[-1] == f"/traening/{kept.id}"


async def test_another_tab_goes_along_to_what_was_done(under_way: Services) -> None:
    async with opened(under_way, ROUTE) as one, opened(under_way, ROUTE) as other:
        await one.press("Begynd")
        await one.press("Færdig med sættet")
        await other.settle()
        await one.press("Slut her")
        await other.until(lambda: bool(other.pushed_routes))
        await one.settle()
        (kept,) = under_way.sessions.all()
        assert one.pushed_routes == other.pushed_routes == [f"/traening/{kept.id}"]


@pytest.mark.parametrize(
    ("name", "plan"),
    [("Spring over", ["3.3", "4.1"]), ("Lettere", ["3.2", "4.1"]), ("Næste", ["3.3", "4.1"])],
)
async def test_a_double_tap_counts_once(services: Services, name: str, plan: list[str]) -> None:
    squat = Planned("3.3", Mode.REPS, sets=2, amount=8)
    curl = Planned("4.1", Mode.REPS, sets=1, amount=8)
    actions.start_session(services, SessionKind.SHORT, [squat, curl])
    async with opened(services, ROUTE) as screen:
        await screen.press(name, times=2)
        running = actions.under_way(services)
        assert running is not None
        assert [one.exercise for one in running.player.plan] == plan
        assert len(running.player.skipped) == (name == "Spring over")
        assert running.player.stage == {"Spring over": 3, "Lettere": 0, "Næste": 1}[name]


async def test_a_double_tap_on_the_end_says_nothing_that_is_not_so(under_way: Services) -> None:
    async with opened(under_way, ROUTE) as screen:
        await screen.press("Begynd")
        await screen.press("Færdig med sættet")
        await screen.press("Slut her", times=2)
        (kept,) = under_way.sessions.all()
        await screen.goto(screen.pushed_routes[-1])
        assert screen.page.route == f"/traening/{kept.id}"
        assert not any("ikke gemt" in text for text in screen.texts())


async def test_the_last_second_ends_it_by_itself(under_way: Services, hand: Hand) -> None:
    async with opened(under_way, ROUTE) as screen:
        await screen.press("Spring over")
        await screen.press("Begynd")
        hand.move(seconds=10 + 5 + 10)
        await screen.until(lambda: bool(under_way.sessions.all()))
        (kept,) = under_way.sessions.all()
        assert screen.pushed_routes[-1] == f"/traening/{kept.id}"
        assert [item.done for item in kept.items if item.done] == [(10, 10)]
        assert not kept.cut_short


@pytest.mark.full
async def test_nothing_done_keeps_nothing(under_way: Services) -> None:
    async with opened(under_way, ROUTE) as screen:
        await screen.press("Slut her")
        assert under_way.sessions.all() == []
        assert screen.pushed_routes[-1] == "/oevelser"


async def test_closing_keeps_the_place(under_way: Services, hand: Hand) -> None:
    async with opened(under_way, ROUTE) as screen:
        await screen.press("Begynd")
        await screen.press("Færdig med sættet")
        await screen.press("Luk, og fortsæt senere")
        assert screen.pushed_routes[-1] == "/"
    hand.move(hours=2)
    async with opened(under_way, ROUTE) as screen:
        assert "0:30" in screen.texts()


# --- tones --------------------------------------------------------------------------------------


def sounded(screen: Screen) -> list[str]:
    return [call for call in screen.calls if call == "play"]


@pytest.mark.full
async def test_a_long_gap_sounds_once(under_way: Services, hand: Hand) -> None:
    async with opened(under_way, ROUTE) as screen:
        await screen.press("Spring over")
        await screen.press("Begynd")
        before = len(sounded(screen))
        hand.move(seconds=22)  # over the first side and the change of sides
        await screen.until(lambda: len(sounded(screen)) > before)
        await asyncio.sleep(3 * playing.LOOK)
        assert len(sounded(screen)) == before + 1


@pytest.mark.full
async def test_without_sounds_nothing_sounds(under_way: Services, hand: Hand) -> None:
    change_preference(under_way, "sounds", False)
    async with opened(under_way, ROUTE) as screen:
        assert "Slå lyden til" in screen.names()
        await screen.press("Spring over")
        await screen.press("Begynd")
        hand.move(seconds=22)
        await screen.until(lambda: "anden side" in " ".join(screen.texts()))
        assert sounded(screen) == []
        await screen.press("Slå lyden til")
        assert under_way.person.preferences().sounds
