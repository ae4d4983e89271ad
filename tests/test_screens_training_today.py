"""What I dag says about training: when it is due, never otherwise, and a no is remembered."""

from datetime import datetime, timedelta

import pytest

from lbp_app.actions import check_offer, flare, offer, pause, screening, session
from lbp_app.model.exercise import LYING
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.session import After, Session, SessionKind
from lbp_app.services import Services
from tests.builders import HOME, TODAY, YESTERDAY, Hand
from tests.opened import opened
from tests.trained import trained

PLAN, MOVED = "På vej i dag", "Har du bevæget dig i dag?"
SHORT, FULL = "Kort træning", "Hele træningen"
ASKED = "I går trænede du. Hvordan var ryggen bagefter?"


def keep(services: Services, *sessions: Session) -> None:
    for one in sessions:
        services.sessions.put(one.id, one)


def days_ago(n: int) -> Session:
    return trained(TODAY - timedelta(days=n), "1.1", "3.1", after=After.USUAL)


def check_put_off(services: Services, hand: Hand) -> None:
    """An earlier day, so that it is asked about no more before training."""
    hand.move(days=-3)
    check_offer.put_off(services)
    hand.move(days=3)


# --- the invitation -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ago", "invited", "said"),
    [
        (0, False, "Du har trænet i dag. Resten af dagen er din."),
        (1, False, "Du trænede i går. En gåtur i dag er nok, hvis du har lyst."),
        (2, True, ""),
        (9, True, ""),
    ],
)
@pytest.mark.full
async def test_a_session_is_offered_after_a_day_of_rest(
    services: Services, ago: int, invited: bool, said: str
) -> None:
    keep(services, days_ago(ago))
    async with opened(services) as screen:
        texts = screen.texts()
        assert PLAN in texts
        assert (FULL in texts) is invited
        assert not said or said in texts
        if not invited:
            await screen.press("Jeg vil gerne træne")
            assert FULL in screen.texts()


@pytest.mark.full
async def test_what_was_trained_today_leads_to_its_page(services: Services) -> None:
    done = days_ago(0)
    keep(services, done)
    async with opened(services) as screen:
        await screen.follow(SHORT)
        assert screen.pushed_routes[-1] == f"/traening/{done.id}"
        assert "Tak for i dag" in screen.texts()


@pytest.mark.full
async def test_an_offer_says_how_long_it_takes_and_how_much_is_in_it(services: Services) -> None:
    short = offer.offer(services, SessionKind.SHORT)
    async with opened(services) as screen:
        told = f"{short.minutes}\u00a0min · {len(short.plan)}\u00a0øvelser"
        assert told in screen.texts()
        assert 12 <= short.minutes <= 15


@pytest.mark.full
async def test_a_pause_for_safety_says_nothing_of_training(services: Services) -> None:
    keep(services, trained(YESTERDAY, "1.1"))
    pause.pause(services, Paused.EXERCISE, PausedBy.SAFETY)
    async with opened(services) as screen:
        for text in (PLAN, SHORT, MOVED, ASKED):
            assert text not in screen.texts()


async def test_a_session_under_way_waits_while_safety_pauses(services: Services) -> None:
    offer.start(services, offer.offer(services, SessionKind.SHORT))
    pause.pause(services, Paused.EXERCISE, PausedBy.SAFETY)
    async with opened(services) as screen:
        assert "Fortsæt træningen" not in screen.texts()
        await screen.press("Afslut den, og gem det, du nåede")
    assert session.under_way(services) is None


async def test_a_pause_of_ones_own_is_quiet_and_hides_nothing(services: Services) -> None:
    until = TODAY + timedelta(days=4)
    pause.pause(services, Paused.EXERCISE, PausedBy.PERSON, until)
    async with opened(services) as screen:
        assert PLAN not in screen.texts()
        assert MOVED not in screen.texts()
        assert (
            "Træningen holder pause til og med fredag 9.\xa0oktober. Øvelserne er der, når du vil."
            in screen.texts()
        )
        await screen.follow("Se øvelserne")
        assert screen.pushed_routes[-1] == "/oevelser"


@pytest.mark.full
async def test_a_bad_spell_offers_the_gentlest_alone(services: Services, hand: Hand) -> None:
    check_put_off(services, hand)
    flare.start_flare(services)
    async with opened(services) as screen:
        assert FULL not in screen.texts()
        assert SHORT not in screen.texts()
        await screen.follow("Rolig træning")
    running = session.under_way(services)
    assert running is not None
    assert running.player.plan[0].exercise == LYING
    assert {one.sets for one in running.player.plan[1:]} == {1}


async def test_lying_down_may_be_all(services: Services, hand: Hand) -> None:
    check_put_off(services, hand)
    flare.start_flare(services)
    async with opened(services) as screen:
        await screen.follow("Lig og vug")
    running = session.under_way(services)
    assert running is not None
    assert [one.exercise for one in running.player.plan] == [LYING]


# --- beginning ----------------------------------------------------------------------------------


@pytest.mark.full
async def test_before_the_very_first_training_the_check_is_offered_and_put_off_once(
    services: Services, hand: Hand
) -> None:
    async with opened(services) as screen:
        await screen.follow(SHORT)
        assert "Før din første træning" in screen.texts()
        assert session.under_way(services) is None
        await screen.follow("Ikke i dag")
        assert screen.pushed_routes[-1] == "/traening"
    assert session.under_way(services) is not None
    session.finish_session(services)
    hand.move(days=1)
    async with opened(services) as screen:
        await screen.follow(FULL)
        assert screen.pushed_routes[-1] == "/traening"


@pytest.mark.full
async def test_the_check_can_be_taken_first(services: Services) -> None:
    async with opened(services, "/traening/foer/full") as screen:
        await screen.follow("Tag tjekket nu")
        assert screen.pushed_routes[-1] == "/tjek"
    assert screening.under_way(services) is not None
    assert session.under_way(services) is None


@pytest.mark.full
async def test_who_has_trained_before_is_not_held_up(services: Services) -> None:
    keep(services, days_ago(4))
    async with opened(services) as screen:
        await screen.follow(FULL)
        assert screen.pushed_routes[-1] == "/traening"
    running = session.under_way(services)
    assert running is not None
    assert running.kind is SessionKind.FULL


@pytest.mark.parametrize("what", ["nix", "single-9.9", "single", "single-3"])
@pytest.mark.full
async def test_nothing_made_up_can_be_begun(services: Services, what: str) -> None:
    async with opened(services, f"/traening/foer/{what}") as screen:
        assert "Den side findes ikke" in screen.texts()


@pytest.mark.full
async def test_a_session_under_way_is_gone_on_with_first(services: Services) -> None:
    offer.start(services, offer.offer(services, SessionKind.SHORT))
    async with opened(services) as screen:
        assert PLAN not in screen.texts()
        await screen.follow("Fortsæt træningen")
        assert screen.pushed_routes[-1] == "/traening"


@pytest.mark.full
async def test_what_is_under_way_can_be_ended_with_what_was_done(services: Services) -> None:
    offer.start(services, offer.offer(services, SessionKind.SHORT))
    session.go_on(services)
    session.done_set(services, 30)
    async with opened(services) as screen:
        await screen.follow("Stop her, og gem det, du nåede")
        assert "Du stoppede, da det passede dig. Alt det, du lavede, tæller." in screen.texts()
    (kept,) = services.sessions.all()
    assert (kept.cut_short, kept.items[0].total) == (True, 30)


async def test_where_nothing_was_done_nothing_is_kept_or_said_to_be(services: Services) -> None:
    offer.start(services, offer.offer(services, SessionKind.SHORT))
    async with opened(services) as screen:
        await screen.press("Stop her, og gem det, du nåede")
        assert PLAN in screen.texts()
        assert "Der var ikke noget at gemme." in screen.texts()
        assert "Gemt" not in screen.texts()
    assert services.sessions.all() == []
    assert session.under_way(services) is None


# --- the morning after --------------------------------------------------------------------------


async def ask(services: Services) -> list[str]:
    async with opened(services) as screen:
        return [text for text in screen.texts() if text.endswith("Hvordan var ryggen bagefter?")]


@pytest.mark.parametrize(("hour", "minute", "asked"), [(2, 59, []), (3, 0, [ASKED])])
@pytest.mark.full
async def test_the_morning_question_comes_with_the_turn_of_the_day(
    services: Services, hand: Hand, hour: int, minute: int, asked: list[str]
) -> None:
    keep(services, trained(TODAY, "1.1"))
    hand.at = datetime(2026, 10, 6, hour, minute, tzinfo=HOME)
    assert await ask(services) == asked


@pytest.mark.parametrize(
    ("days", "asked"),
    [
        (0, []),
        (1, [ASKED]),
        (3, ["Du trænede fredag. Hvordan var ryggen bagefter?"]),
        (4, []),
    ],
)
@pytest.mark.full
async def test_it_asks_for_a_few_days_and_names_the_day(
    services: Services, days: int, asked: list[str]
) -> None:
    keep(services, trained(TODAY - timedelta(days=days), "1.1"))
    assert await ask(services) == asked


@pytest.mark.parametrize(
    ("answer", "after"),
    [
        ("Som den plejer", After.USUAL),
        ("Lidt mere øm næste dag", After.SORE),
        ("Mere øm i over et døgn", After.OVER_A_DAY),
        ("Spring over: Ryggen bagefter", After.PASSED),
    ],
)
@pytest.mark.full
async def test_an_answer_is_kept_and_not_asked_for_again(
    services: Services, hand: Hand, answer: str, after: After
) -> None:
    done = trained(YESTERDAY, "1.1")
    keep(services, done)
    async with opened(services) as screen:
        await screen.press(answer)
        assert ASKED not in screen.texts()
        assert "Gemt" in screen.texts()
    kept = services.sessions.get(done.id)
    assert kept is not None
    assert kept.after is after
    hand.move(days=1)
    assert await ask(services) == []


@pytest.mark.full
async def test_an_answer_can_be_undone_and_is_then_asked_for_again(services: Services) -> None:
    keep(services, trained(YESTERDAY, "1.1"))
    async with opened(services) as screen:
        await screen.press("Som den plejer")
        await screen.press("Fortryd det seneste")
        assert ASKED in screen.texts()


@pytest.mark.full
async def test_only_what_can_be_known_is_offered(services: Services, hand: Hand) -> None:
    keep(services, trained(YESTERDAY, "1.1"))
    two_days = "Mere øm i over to døgn"
    async with opened(services) as screen:
        assert two_days not in screen.names()
    hand.move(days=1)
    async with opened(services) as screen:
        await screen.press(two_days)
    (kept,) = services.sessions.all()
    assert kept.after is After.OVER_TWO_DAYS


@pytest.mark.full
async def test_what_was_only_skipped_is_not_asked_about(services: Services) -> None:
    keep(services, trained(YESTERDAY, "1.1", done=(), skipped=True))
    assert await ask(services) == []


@pytest.mark.full
async def test_at_most_three_cards_of_training_stand_at_a_time(services: Services) -> None:
    for ago in (3, 1):
        keep(services, trained(TODAY - timedelta(days=ago), "1.1", effort=9))
    cards = (ASKED, PLAN, MOVED, "Næste gang")
    async with opened(services) as screen:
        assert [text for text in screen.texts() if text in cards] == [ASKED, PLAN, MOVED]
        await screen.press("Som den plejer")
        assert [text for text in screen.texts() if text in cards] == [PLAN, "Næste gang", MOVED]
