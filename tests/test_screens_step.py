"""The question about a step: what it saw, what each way means, and that nothing moves by itself."""

from datetime import timedelta

import pytest

from lbp_app.actions import flare, progression
from lbp_app.actions.care_plan import training_levels
from lbp_app.model.care_plan import Assigner, Issuer
from lbp_app.model.exercise import Group, Level
from lbp_app.model.progression import Choice, Easier, More
from lbp_app.model.session import After
from lbp_app.services import Services
from tests.assigned import assign_levels
from tests.builders import TODAY, Hand
from tests.harness import Screen
from tests.opened import opened
from tests.trained import trained

TITLE, ASK = "Næste gang", "Hvad passer dig næste gang?"
EASY = {"effort": 4, "safe": 7, "pain": 4, "after": After.USUAL}


def did(services: Services, *times: dict[str, object], exercise: str = "3.1") -> None:
    """The last of `times` four days ago, so that no morning question is open."""
    for ago, told in zip(range(2 + 2 * len(times), 2, -2), times, strict=True):
        one = trained(TODAY - timedelta(days=ago), exercise, **told)  # type: ignore[arg-type]
        services.sessions.put(one.id, one)


async def asked(services: Services) -> bool:
    async with opened(services) as screen:
        return ASK in screen.texts()


def shown(screen: Screen, text: str) -> bool:
    return any(text in one for one in screen.texts())


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ({}, True),
        ({"effort": 5}, False),
        ({"effort": 3}, True),
        ({"safe": 6}, False),
        ({"safe": 8}, True),
        ({"pain": 5}, False),
        ({"after": After.SORE}, False),
        ({"effort": None}, False),
        ({"safe": None}, False),
    ],
)
@pytest.mark.full
async def test_more_is_asked_about_when_it_was_easy_and_safe_twice(
    services: Services, told: dict[str, object], due: bool
) -> None:
    did(services, EASY, EASY | told)
    assert await asked(services) is due


@pytest.mark.full
async def test_once_is_not_enough(services: Services) -> None:
    did(services, EASY)
    assert not await asked(services)


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ({"effort": 7}, False),
        ({"effort": 8}, True),
        ({"pain": 6}, False),
        ({"pain": 7}, True),
        ({"safe": 4}, False),
        ({"safe": 3}, True),
        ({"after": After.OVER_A_DAY}, False),
        ({"after": After.OVER_TWO_DAYS}, True),
    ],
)
@pytest.mark.full
async def test_easier_is_asked_about_at_each_threshold(
    services: Services, told: dict[str, object], due: bool
) -> None:
    did(services, {"effort": 5, "safe": 6, "pain": 3, "after": After.USUAL} | told)
    assert await asked(services) is due


@pytest.mark.full
async def test_it_shows_what_it_saw_and_what_each_way_would_mean(services: Services) -> None:
    did(services, EASY | {"effort": 3}, EASY | {"safe": 9})
    async with opened(services) as screen:
        texts = screen.texts()
        assert "2 gange i træk: kræfter 3 og 4 af 10, tryg 7 og 9 af 10." in texts
        ways = [
            text for text in texts if text.startswith(("Prøv en variation", "Det samme", "Lidt"))
        ]
        assert [way.split(":")[0] for way in ways] == [
            "Prøv en variation",
            "Det samme igen",
            "Lidt færre",
        ]


@pytest.mark.full
async def test_what_was_too_much_puts_the_easier_first(services: Services) -> None:
    did(services, {"pain": 7})
    async with opened(services) as screen:
        texts = screen.texts()
        assert "Torsdag 1.\xa0oktober: smerte undervejs 7 af 10." in texts
        assert texts.index("Lidt færre") < texts.index("Det samme igen")


@pytest.mark.full
async def test_an_unsafe_one_is_offered_in_a_gentler_way(services: Services) -> None:
    did(services, {"safe": 3})
    async with opened(services) as screen:
        assert "Torsdag 1.\xa0oktober: tryg 3 af 10." in screen.texts()
        await screen.press("Den samme, på en måde du er tryg ved")
    (decision,) = services.decisions.all()
    assert (decision.chosen, decision.step) == (Choice.SAME, None)


@pytest.mark.full
async def test_a_no_is_remembered_until_there_is_something_new(
    services: Services, hand: Hand
) -> None:
    did(services, EASY, EASY)
    async with opened(services) as screen:
        await screen.press("Ikke nu")
        assert ASK not in screen.texts()
    hand.move(days=1)
    assert not await asked(services)
    for _ in range(2):
        hand.move(days=2)
        one = trained(services.clock.today(), "3.1", **EASY)  # type: ignore[arg-type]
        services.sessions.put(one.id, one)
    hand.move(days=4)
    assert await asked(services)


async def test_a_choice_is_kept_once_and_can_be_undone(services: Services) -> None:
    did(services, EASY, EASY)
    async with opened(services) as screen:
        await screen.press("Lidt færre", times=2)
        (decision,) = services.decisions.all()
        assert (decision.chosen, decision.step) == (Choice.EASIER, Easier.REPS)
        assert ASK not in screen.texts()
        await screen.press("Fortryd det seneste")
        assert ASK in screen.texts()
    assert services.decisions.all() == []


@pytest.mark.full
async def test_at_most_one_question_a_day(services: Services) -> None:
    did(services, {"effort": 9})
    did(services, {"effort": 8}, exercise="1.1")
    async with opened(services) as screen:
        assert screen.texts().count(ASK) == 1
        await screen.press("Det samme igen")
        assert ASK not in screen.texts()


@pytest.mark.full
async def test_it_waits_for_the_answer_of_the_morning(services: Services) -> None:
    did(services, {"effort": 9})
    yesterday = trained(TODAY - timedelta(days=1), "1.1")
    services.sessions.put(yesterday.id, yesterday)
    async with opened(services) as screen:
        assert ASK not in screen.texts()
        await screen.press("Som den plejer")
        assert ASK in screen.texts()


async def test_nothing_is_asked_in_a_bad_spell(services: Services) -> None:
    did(services, EASY, EASY)
    flare.start_flare(services)
    assert not await asked(services)


@pytest.mark.full
async def test_the_next_level_is_said_by_number_and_name(services: Services, hand: Hand) -> None:
    more_of_all(services, hand, "3.1")
    async with opened(services) as screen:
        await screen.press("Prøv trin 2")
    assert training_levels(services)[Group.RISE] is Level.TWO


@pytest.mark.full
async def test_what_the_physiotherapist_assigned_is_tried_and_not_changed(
    services: Services, hand: Hand
) -> None:
    more_of_all(services, hand, "3.1")
    physio = Issuer(Assigner.PHYSIO, "Mette Holm")
    assign_levels(services, {Group.RISE: Level.ONE}, physio, {Group.RISE: "Aftalt"})
    async with opened(services) as screen:
        await screen.press("Prøv trin 2")
    assert services.care_plans.all()[-1].levels[Group.RISE] is Level.ONE
    assert training_levels(services)[Group.RISE] is Level.TWO


def more_of_all(services: Services, hand: Hand, exercise: str) -> None:
    """Through variations and amounts, until the level is what is left; ends four days later."""
    for _ in range(12):
        for variation in ("a", "b"):
            hand.move(days=4)
            told = EASY | {"variation": variation}
            one = trained(services.clock.today(), exercise, **told)  # type: ignore[arg-type]
            services.sessions.put(one.id, one)
        hand.move(days=4)
        (found,) = progression.questions(services)
        if found.more is More.LEVEL:
            return
        progression.accept_step(services, found, Choice.MORE)
    raise AssertionError("the level was never reached")


@pytest.mark.full
async def test_why_it_asks_its_source_and_that_nobody_has_read_it(services: Services) -> None:
    did(services, {"pain": 7})
    async with opened(services) as screen:
        unread = "Ikke gennemgået af en fysioterapeut."
        assert unread not in screen.texts()
        await screen.press("Hvorfor spørger appen?")
        assert unread in screen.texts()
        assert shown(screen, "når smerten undervejs er fra 7 af 10")
        assert shown(screen, "002 §7.3: ")
        await screen.press("Skjul")
        assert unread not in screen.texts()
