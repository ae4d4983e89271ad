"""The scale on screen: tapped, weighed, told in words, asked about, kept by day and compared."""

from itertools import pairwise

import flet as ft
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lbp_app.actions import balance, pause, person
from lbp_app.model.balance import Heft, Side, Step, Went
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.screens.balance_drawing import DISH_Y, HOOK_Y, PAN, pile
from lbp_app.services import Services
from tests.builders import TODAY, Hand
from tests.harness import Screen
from tests.opened import opened

HOME = "/viden/vaegt"
LOADS_MORE = "Lige nu vejer det, der trækker på dig, mest."
RESOURCES_MORE = "Lige nu vejer det, der giver dig kræfter, mest."
EVEN = "Lige nu vejer de to sider det samme."


def angle(screen: Screen) -> float:
    """Of the beam; above 0 the right end, where the resources hang, is down."""
    (beam,) = [one for one in screen.find(ft.Container) if isinstance(one.rotate, ft.Rotate)]
    assert isinstance(beam.rotate, ft.Rotate)
    return beam.rotate.angle


def weighed(services: Services) -> list[tuple[str, Heft]]:
    found = services.balances.get(services.clock.today())
    return [(one.text or one.id, one.heft) for one in found.things] if found else []


# --- the pile of stones -------------------------------------------------------------------------


@given(st.lists(st.sampled_from(Heft), max_size=60))
@pytest.mark.full
def test_every_thing_is_a_stone_on_the_pan_between_its_cords(hefts: list[Heft]) -> None:
    stones = pile(hefts)
    assert len(stones) == len(hefts)
    for stone in stones:
        assert stone.top >= HOOK_Y
        assert stone.top + stone.high <= DISH_Y + 0.001
        assert 0 <= stone.left <= stone.left + stone.wide <= PAN[0]
    rows = {stone.top for stone in stones}
    for row in rows:
        line = sorted((s for s in stones if s.top == row), key=lambda s: s.left)
        assert all(a.left + a.wide < b.left for a, b in pairwise(line))
        before, after = line[0].left, PAN[0] - line[-1].left - line[-1].wide
        assert before == pytest.approx(after), "in the middle of the pan"


# --- laying on ----------------------------------------------------------------------------------


@pytest.mark.full
async def test_a_tap_lays_it_on_tips_the_scale_and_another_takes_it_off(
    services: Services,
) -> None:
    async with opened(services, HOME) as screen:
        told = screen.texts()
        assert told[told.index("Vægtskålen") - 1] == "Viden"
        assert "Vægten er tom. Tryk på det, der fylder for dig lige nu." in told
        assert angle(screen) == 0
        await screen.press("Dårlig søvn")
        assert LOADS_MORE in screen.texts()
        assert angle(screen) < 0
        await screen.press("Venner")
        assert EVEN in screen.texts()
        assert angle(screen) == 0
        await screen.press("Pauser")
        assert RESOURCES_MORE in screen.texts()
        assert angle(screen) > 0
        await screen.press("Pauser, på vægten")
        await screen.press("Venner, på vægten")
        assert LOADS_MORE in screen.texts()
    assert weighed(services) == [("poor_sleep", Heft.SOME)]


@pytest.mark.full
async def test_the_drawing_is_told_in_words(services: Services) -> None:
    balance.lay(services, TODAY, "stress", Side.LOAD)
    balance.weigh(services, TODAY, "stress", Heft.MUCH)
    balance.lay_own(services, TODAY, Side.RESOURCE, "Kor")
    async with opened(services, HOME) as screen:
        assert (
            "En vægt med to skåle. Det, der trækker på dig: Stress · meget. "
            f"Det, der giver dig kræfter: Kor. {LOADS_MORE}"
        ) in screen.labels()


@pytest.mark.parametrize("numbers_off", [False, True])
@pytest.mark.full
async def test_it_is_never_a_number(services: Services, numbers_off: bool) -> None:
    person.change_preference(services, "numbers_off", numbers_off)
    balance.lay(services, TODAY, "stress", Side.LOAD)
    async with opened(services, HOME) as screen:
        await screen.press(
            "Vælg, hvor meget det fylder: Det, der trækker på dig",
        )
        told = [*screen.texts(), *screen.labels(), *screen.names()]
    assert [text for text in told if any(sign.isdigit() for sign in text)] == []


@pytest.mark.full
async def test_each_thing_may_weigh_a_little_or_a_lot(services: Services) -> None:
    balance.lay(services, TODAY, "stress", Side.LOAD)
    balance.lay(services, TODAY, "joy", Side.RESOURCE)
    async with opened(services, HOME) as screen:
        await screen.press("Vælg, hvor meget det fylder: Det, der trækker på dig")
        assert "Hvor meget fylder Stress?" in screen.labels()
        await screen.press("lidt")
        assert RESOURCES_MORE in screen.texts()
        assert "Stress · lidt, på vægten" in screen.names()
        await screen.press("meget")
        assert LOADS_MORE in screen.texts()
    assert weighed(services) == [("stress", Heft.MUCH), ("joy", Heft.SOME)]


async def test_own_words_are_laid_on_and_the_field_is_empty_again(services: Services) -> None:
    async with opened(services, HOME) as screen:
        await screen.type("Andet, der trækker", "Naboens hund")
        await screen.press("Læg på: Andet, der trækker")
        assert "Naboens hund, på vægten" in screen.names()
        assert screen.one(ft.TextField, label="Andet, der trækker").value == ""
        await screen.press("Naboens hund, på vægten")
        assert services.balances.all() == []
        await screen.press("Fortryd det seneste")
    assert weighed(services) == [("Naboens hund", Heft.SOME)]


async def test_quick_taps_lay_one_thing_and_no_empty_field_is_complained_about(
    services: Services, hand: Hand
) -> None:
    async with opened(services, HOME) as screen:
        await screen.type("Andet, der trækker", "Naboens hund")
        for _ in range(3):
            await screen.press("Læg på: Andet, der trækker")
            hand.move(seconds=0.1)
        assert not screen.one(ft.TextField, label="Andet, der trækker").error
        hand.move(seconds=1)
        await screen.press("Læg på: Andet, der trækker")
        assert screen.one(ft.TextField, label="Andet, der trækker").error
    assert weighed(services) == [("Naboens hund", Heft.SOME)]


async def test_another_language_finds_what_was_written_and_says_why_not_and_what_was_saved(
    services: Services,
) -> None:
    """Changed in another tab, in the middle of it."""
    async with opened(services, HOME) as screen:
        await screen.press("Dårlig søvn")
        await screen.type("Andet, der trækker", "010190-1234")
        await screen.press("Læg på: Andet, der trækker")
        balance.take_off(services, TODAY, "poor_sleep")
        await screen.press("Dårlig søvn")
        person.change_preference(services, "language", "en")
        await screen.settle()
        (field,) = [one for one in screen.find(ft.TextField) if one.error]
        assert field.value == "010190-1234"
        assert "CPR number" in str(field.error)
        assert "Saved" in screen.texts()
        assert "Gemt" not in screen.texts()


@pytest.mark.parametrize(("text", "why"), [("010190-1234", "CPR-nummer"), ("x" * 61, "60 tegn")])
@pytest.mark.full
async def test_refused_words_stay_with_the_reason(services: Services, text: str, why: str) -> None:
    async with opened(services, HOME) as screen:
        await screen.type("Andet, der trækker", text)
        await screen.press("Læg på: Andet, der trækker")
        field = screen.one(ft.TextField, label="Andet, der trækker")
        assert why in str(field.error)
        assert field.value == text
    assert services.balances.all() == []


@pytest.mark.full
async def test_another_tab_s_things_are_there_and_a_lost_one_is_told(services: Services) -> None:
    async with opened(services, HOME) as screen:
        balance.lay(services, TODAY, "stress", Side.LOAD)
        await screen.settle()
        assert "Stress, på vægten" in screen.names()


@pytest.mark.full
async def test_emptying_it_can_be_undone(services: Services) -> None:
    balance.lay(services, TODAY, "stress", Side.LOAD)
    async with opened(services, HOME) as screen:
        await screen.press("Tøm vægten")
        assert services.balances.all() == []
        await screen.press("Fortryd det seneste")
        assert "Stress, på vægten" in screen.names()


@pytest.mark.full
async def test_the_drawing_stands_fast_unless_the_window_is_low_or_the_text_large(
    services: Services,
) -> None:
    for height, scale in ((800, 100), (600, 100), (800, 200)):
        person.change_preference(services, "text_scale", scale)
        async with opened(services, HOME, height=height) as screen:
            (scrolled,) = [
                one for one in screen.find(ft.Column) if one.scroll is ft.ScrollMode.AUTO
            ]
            inside = [
                one
                for one in screen.headless.under(scrolled)
                if isinstance(one, ft.Container) and isinstance(one.rotate, ft.Rotate)
            ]
            assert bool(inside) is ((height, scale) != (800, 100))


@pytest.mark.full
async def test_nothing_swings_where_no_motion_is_wanted(services: Services) -> None:
    for still in (False, True):
        person.change_preference(services, "reduced_motion", still)
        async with opened(services, HOME) as screen:
            eased = [one for one in screen.find(ft.Container) if one.animate_rotation]
            assert bool(eased) is not still


# --- one thing in the week ----------------------------------------------------------------------


@pytest.mark.full
async def test_a_step_is_chosen_from_what_lies_there_and_given_up(services: Services) -> None:
    balance.lay(services, TODAY, "friends", Side.RESOURCE)
    async with opened(services, HOME) as screen:
        assert "Sig nej til én ting i denne uge." not in screen.texts()
        await screen.press("Ring til en ven.")
        found = services.balances.get(TODAY)
        assert found
        assert found.step == Step(thing="friends")
        assert "Det er valgt. Om en uge spørger vi her, hvordan det gik." in screen.texts()
        await screen.press("Alligevel ikke")
        await screen.press("Vis flere forslag")
        await screen.press("Sig nej til én ting i denne uge.")
        await screen.type("Eller med dine egne ord", "Sidde i solen")
    found = services.balances.get(TODAY)
    assert found
    assert found.step == Step(text="Sidde i solen")


@pytest.mark.full
async def test_a_week_later_it_is_asked_kindly_and_once(services: Services, hand: Hand) -> None:
    balance.choose_step(services, TODAY, "friends")
    async with opened(services, HOME) as screen:
        assert "Hvordan gik det?" not in screen.texts()
    hand.move(days=7)
    async with opened(services, HOME) as screen:
        assert "Mandag 5.\xa0oktober valgte du: “Ring til en ven.”" in screen.texts()
        await screen.press("Ikke denne gang")
        assert "Hvordan gik det?" not in screen.texts()
        assert "Sidst blev det en anden slags uge. Vælg gerne noget mindre." in screen.texts()
        await screen.press("Fortryd det seneste")
        await screen.press("Spring over")
        assert "Hvordan gik det?" not in screen.texts()
    found = services.balances.get(TODAY)
    assert found
    assert found.step == Step(thing="friends", went=Went.PASSED)


@pytest.mark.full
async def test_in_the_same_week_it_is_remembered(services: Services, hand: Hand) -> None:
    balance.write_step(services, TODAY, "Sidde i solen")
    hand.move(days=3)
    async with opened(services, HOME) as screen:
        assert "Mandag 5.\xa0oktober valgte du: “Sidde i solen”" in screen.texts()


@pytest.mark.full
async def test_today_leads_there_with_a_quiet_row_until_it_is_answered(
    services: Services, hand: Hand
) -> None:
    balance.choose_step(services, TODAY, "friends")
    async with opened(services) as screen:
        assert "Ring til en ven." not in screen.texts()
    hand.move(days=8)
    async with opened(services) as screen:
        await screen.follow("Hvordan gik det? Ring til en ven.")
        await screen.press("Det blev til noget")
        await screen.goto("/")
        assert "Ring til en ven." not in screen.texts()


@pytest.mark.full
async def test_while_a_doctor_comes_first_today_says_nothing_of_it(
    services: Services, hand: Hand
) -> None:
    balance.choose_step(services, TODAY, "friends")
    hand.move(days=8)
    pause.pause(services, Paused.EVERYTHING, PausedBy.SAFETY)
    async with opened(services) as screen:
        assert "Ring til en ven." not in screen.texts()


# --- day by day ---------------------------------------------------------------------------------


def two_days(services: Services, hand: Hand) -> str:
    """The first Monday and a fortnight later; gives the address of both."""
    first = services.clock.today()
    balance.lay(services, first, "worry", Side.LOAD)
    balance.lay(services, first, "stress", Side.LOAD)
    hand.move(days=14)
    now = services.clock.today()
    balance.begin_as(services, now, first)
    balance.take_off(services, now, "worry")
    balance.weigh(services, now, "stress", Heft.LITTLE)
    balance.lay(services, now, "joy", Side.RESOURCE)
    return f"{HOME}/{first}/{now}"


@pytest.mark.full
async def test_a_new_day_may_begin_where_the_last_one_stopped(
    services: Services, hand: Hand
) -> None:
    balance.lay(services, TODAY, "stress", Side.LOAD)
    hand.move(days=1)
    async with opened(services, HOME) as screen:
        assert "Stress" in screen.names()
        await screen.press("Begynd som mandag 5.\xa0oktober")
        assert "Stress, på vægten" in screen.names()
        await screen.follow("Mandag 5.\xa0oktober Det, der trak, vejede mest.")
        assert "Stress" in screen.texts()


async def test_an_earlier_day_is_read_compared_and_deleted(services: Services, hand: Hand) -> None:
    balance.choose_step(services, TODAY, "friends")
    two_days(services, hand)
    async with opened(services, f"{HOME}/{TODAY}") as screen:
        assert {"Bekymring", "Stress", "Ring til en ven."} <= set(screen.texts())
        assert "Ikke noget den dag." in screen.texts()
        await screen.follow(f"I dag {RESOURCES_MORE}")
        assert "To dage, side om side" in screen.texts()
        await screen.goto(f"{HOME}/{TODAY}")
        await screen.press("Slet denne dags vægt")
        assert "Der er ingen vægt fra den dag" in screen.texts()
        await screen.press("Fortryd det seneste")
        assert "Bekymring" in screen.texts()


@pytest.mark.full
async def test_two_days_tell_what_is_different_in_whatever_order(
    services: Services, hand: Hand
) -> None:
    route = two_days(services, hand)
    _, _, _, first, second = route.split("/")
    for address in (route, f"{HOME}/{second}/{first}"):
        async with opened(services, address) as screen:
            texts = screen.texts()
            at = texts.index("Det er anderledes")
            assert texts[at + 1 : at + 7] == [
                *("Nyt på vægten", "Noget, der gør glad (giver kræfter)"),
                *("Ikke på vægten mere", "Bekymring (trækker)"),
                *("Fylder mindre", "Stress (trækker)"),
            ]
            assert texts.index("Det, der trak, vejede mest.") < texts.index(RESOURCES_MORE)


async def test_two_days_alike_are_told_so(services: Services, hand: Hand) -> None:
    balance.lay(services, TODAY, "stress", Side.LOAD)
    hand.move(days=1)
    now = services.clock.today()
    balance.begin_as(services, now, TODAY)
    async with opened(services, f"{HOME}/{TODAY}/{now}") as screen:
        assert "Der ligger det samme på begge dage." in screen.texts()


@pytest.mark.parametrize(
    "path", ["i-gaar", "2026-10-05", "2026-10-05/2026-10-05", "2026-10-04/x", "9999-99-99/1"]
)
@pytest.mark.full
async def test_a_day_without_a_scale_has_a_way_on(services: Services, path: str) -> None:
    async with opened(services, f"{HOME}/{path}") as screen:
        assert "Der er ingen vægt fra den dag" in screen.texts()
        await screen.follow("Til vægten i dag")
        assert "Vægtskålen" in screen.texts()


@pytest.mark.full
async def test_many_days_are_listed_a_few_at_a_time(services: Services, hand: Hand) -> None:
    for _ in range(8):
        balance.lay(services, services.clock.today(), "stress", Side.LOAD)
        hand.move(days=1)
    async with opened(services, HOME) as screen:
        rows = [n for n in screen.names() if n.endswith(" Det, der trak, vejede mest.")]
        assert len(rows) == 5
        await screen.press("Vis flere dage")
        rows = [n for n in screen.names() if n.endswith(" Det, der trak, vejede mest.")]
        assert len(rows) == 8


async def test_a_double_tap_empties_the_scale_once_and_can_be_undone(services: Services) -> None:
    balance.lay(services, TODAY, "stress", Side.LOAD)
    async with opened(services, HOME, height=3000) as screen:
        await screen.press("Tøm vægten", times=2)
        await screen.press("Fortryd det seneste")
        assert weighed(services) == [("stress", Heft.SOME)]
