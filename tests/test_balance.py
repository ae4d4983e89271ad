"""The scale of a day: laid on, weighed, taken off, kept, compared, and asked about a week later."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lbp_app.actions import balance
from lbp_app.actions.history import undo
from lbp_app.model.balance import Balance, Heft, Side, Step, Thing, Tilt, Went, compare, lean, tilt
from lbp_app.services import Services
from tests.builders import NOW, TODAY, YESTERDAY, Hand, other_person, refused_with

TOMORROW = TODAY + timedelta(days=1)
THINGS = st.builds(
    Thing, st.uuids().map(str), st.sampled_from(Side), st.sampled_from(Heft), st.just("")
)
SOME = st.lists(THINGS, max_size=30)


def laid(services: Services) -> list[tuple[str, Side, Heft]]:
    found = services.balances.get(TODAY)
    return [(one.text or one.id, one.side, one.heft) for one in found.things] if found else []


def scale(*things: Thing) -> Balance:
    return Balance(TODAY, NOW, "Europe/Copenhagen", things)


# --- how it tips --------------------------------------------------------------------------------


@given(SOME, THINGS)
@pytest.mark.full
def test_what_is_laid_on_a_side_never_tips_it_to_the_other(
    things: list[Thing], more: Thing
) -> None:
    before, after = lean(things), lean([*things, more])
    assert after > before if more.side is Side.LOAD else after < before


@given(SOME, THINGS)
@pytest.mark.full
def test_a_heavier_thing_tips_it_further_to_its_side(things: list[Thing], one: Thing) -> None:
    leans = [lean([*things, replace(one, heft=heft)]) for heft in Heft]
    assert leans == sorted(leans, reverse=one.side is Side.RESOURCE)
    assert len(set(leans)) == len(Heft)


@given(SOME)
@pytest.mark.full
def test_it_never_leans_further_than_it_can_and_the_words_agree(things: list[Thing]) -> None:
    leans, other = lean(things), {Side.LOAD: Side.RESOURCE, Side.RESOURCE: Side.LOAD}
    assert -1 < leans < 1
    assert lean([replace(one, side=other[one.side]) for one in things]) == -leans
    said = {Tilt.LOAD: leans > 0, Tilt.RESOURCE: leans < 0, Tilt.EVEN: leans == 0}
    assert said.get(tilt(things), not things)


def test_nothing_on_it_is_not_the_same_as_level() -> None:
    load, resource = Thing("stress", Side.LOAD), Thing("friends", Side.RESOURCE)
    assert [tilt(on) for on in ([], [load], [load, resource], [resource])] == [
        Tilt.EMPTY,
        Tilt.LOAD,
        Tilt.EVEN,
        Tilt.RESOURCE,
    ]


# --- laying on and taking off -------------------------------------------------------------------


@pytest.mark.full
def test_each_tap_is_kept_and_can_be_undone_for_itself(services: Services) -> None:
    first = balance.lay(services, TODAY, "poor_sleep", Side.LOAD)
    balance.lay(services, TODAY, "friends", Side.RESOURCE)
    balance.weigh(services, TODAY, "friends", Heft.MUCH)
    own = balance.lay_own(services, TODAY, Side.LOAD, "  naboens hund ")
    assert laid(services) == [
        ("poor_sleep", Side.LOAD, Heft.SOME),
        ("friends", Side.RESOURCE, Heft.MUCH),
        ("naboens hund", Side.LOAD, Heft.SOME),
    ]
    assert first is not None
    undo(services, first)
    undo(services, own)
    assert laid(services) == [("friends", Side.RESOURCE, Heft.MUCH)]


def test_what_lies_there_is_not_laid_twice(services: Services) -> None:
    balance.lay(services, TODAY, "stress", Side.LOAD)
    balance.weigh(services, TODAY, "stress", Heft.LITTLE)
    assert balance.lay(services, TODAY, "stress", Side.LOAD) is None
    assert laid(services) == [("stress", Side.LOAD, Heft.LITTLE)]


@pytest.mark.full
def test_what_was_taken_off_comes_back_as_it_was(services: Services) -> None:
    balance.lay(services, TODAY, "stress", Side.LOAD)
    balance.weigh(services, TODAY, "stress", Heft.MUCH)
    off = balance.take_off(services, TODAY, "stress")
    assert services.balances.all() == []
    undo(services, off)
    assert laid(services) == [("stress", Side.LOAD, Heft.MUCH)]
    assert refused_with(lambda: undo(services, off)) == "error.undo_too_late"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "error.balance_empty"),
        ("  ", "error.balance_empty"),
        ("x" * 61, "error.balance_long"),
        ("mor 010190-1234", "error.cpr"),
    ],
)
@pytest.mark.full
def test_own_words_that_do_not_fit_are_refused(services: Services, text: str, key: str) -> None:
    assert refused_with(lambda: balance.lay_own(services, TODAY, Side.LOAD, text)) == key
    balance.lay_own(services, TODAY, Side.LOAD, "x" * 60)


def test_the_future_and_what_is_not_there_are_refused(services: Services) -> None:
    for action, key in (
        (lambda: balance.lay(services, TOMORROW, "stress", Side.LOAD), "error.future_day"),
        (lambda: balance.lay_own(services, TOMORROW, Side.LOAD, "x"), "error.future_day"),
        (lambda: balance.choose_step(services, TOMORROW, "stress"), "error.future_day"),
        (lambda: balance.write_step(services, TOMORROW, "x"), "error.future_day"),
        (lambda: balance.begin_as(services, TOMORROW, TODAY), "error.future_day"),
        (lambda: balance.begin_as(services, TODAY, YESTERDAY), "error.balance_none"),
        (lambda: balance.weigh(services, TODAY, "stress", Heft.MUCH), "error.balance_none"),
        (lambda: balance.say_how_it_went(services, TODAY, Went.WELL), "error.balance_none"),
    ):
        assert refused_with(action) == key
    assert services.balances.all() == []


def test_the_same_again_is_no_change(services: Services) -> None:
    balance.lay(services, TODAY, "stress", Side.LOAD)
    assert balance.weigh(services, TODAY, "stress", Heft.SOME) is None
    assert balance.choose_step(services, TODAY, "stress") is not None
    assert balance.choose_step(services, TODAY, "stress") is None
    assert balance.say_how_it_went(services, TODAY, Went.WELL) is not None
    assert balance.say_how_it_went(services, TODAY, Went.WELL) is None
    assert balance.write_step(services, TODAY, "Gå en tur") is not None
    assert balance.write_step(services, TODAY, "Gå en tur") is None


def test_what_is_gone_already_is_not_taken_away_again(services: Services) -> None:
    assert balance.take_off(services, TODAY, "stress") is None
    assert balance.give_up_step(services, TODAY) is None
    assert balance.remove_balance(services, TODAY) is None
    balance.lay(services, YESTERDAY, "stress", Side.LOAD)
    assert balance.begin_as(services, TODAY, YESTERDAY) is not None
    assert balance.begin_as(services, TODAY, YESTERDAY) is None


@pytest.mark.full
def test_another_person_has_a_scale_of_their_own(services: Services) -> None:
    change = balance.lay(services, TODAY, "stress", Side.LOAD)
    other = other_person(services)
    assert other.balances.all() == []
    assert balance.take_off(other, TODAY, "stress") is None
    assert change is not None
    assert refused_with(lambda: undo(other, change)) == "error.undo_too_late"


# --- a scale a day ------------------------------------------------------------------------------


def test_a_day_may_begin_as_another_and_goes_its_own_way(services: Services) -> None:
    balance.lay(services, YESTERDAY, "stress", Side.LOAD)
    balance.choose_step(services, YESTERDAY, "stress")
    begun = balance.begin_as(services, TODAY, YESTERDAY)
    assert laid(services) == [("stress", Side.LOAD, Heft.SOME)]
    balance.take_off(services, TODAY, "stress")
    before = services.balances.get(YESTERDAY)
    assert before is not None
    assert before.thing("stress")
    assert refused_with(lambda: undo(services, begun)) == "error.undo_too_late"


@pytest.mark.full
def test_what_lies_there_already_stays_as_it_is(services: Services) -> None:
    balance.lay(services, YESTERDAY, "stress", Side.LOAD)
    balance.lay(services, YESTERDAY, "joy", Side.RESOURCE)
    balance.lay(services, TODAY, "stress", Side.LOAD)
    balance.weigh(services, TODAY, "stress", Heft.LITTLE)
    begun = balance.begin_as(services, TODAY, YESTERDAY)
    before = [("stress", Side.LOAD, Heft.LITTLE)]
    assert laid(services) == [*before, ("joy", Side.RESOURCE, Heft.SOME)]
    undo(services, begun)
    assert laid(services) == before


@pytest.mark.full
def test_beginning_so_can_be_undone_until_something_is_changed(services: Services) -> None:
    balance.lay(services, YESTERDAY, "stress", Side.LOAD)
    undo(services, balance.begin_as(services, TODAY, YESTERDAY))
    assert services.balances.get(TODAY) is None


@pytest.mark.full
def test_a_scale_is_deleted_and_brought_back_whole(services: Services) -> None:
    balance.lay(services, TODAY, "stress", Side.LOAD)
    balance.write_step(services, TODAY, "Sidde i solen")
    before = services.balances.get(TODAY)
    removed = balance.remove_balance(services, TODAY)
    assert services.balances.all() == []
    undo(services, removed)
    assert services.balances.get(TODAY) == before


def test_what_came_after_the_deletion_is_not_lost_by_undoing_it(services: Services) -> None:
    balance.lay(services, TODAY, "stress", Side.LOAD)
    removed = balance.remove_balance(services, TODAY)
    balance.lay(services, TODAY, "joy", Side.RESOURCE)
    assert refused_with(lambda: undo(services, removed)) == "error.undo_too_late"
    assert laid(services) == [("joy", Side.RESOURCE, Heft.SOME)]


def test_two_days_side_by_side() -> None:
    then = scale(
        Thing("stress", Side.LOAD, Heft.MUCH),
        Thing("worry", Side.LOAD),
        Thing("own-1", Side.RESOURCE, text="Kor"),
    )
    now = scale(
        Thing("stress", Side.LOAD, Heft.LITTLE),
        Thing("own-2", Side.RESOURCE, Heft.MUCH, text="kor"),
        Thing("breaks", Side.RESOURCE),
    )
    found = compare(then, now)
    told = [[one.id for one in part] for part in vars(found).values()]
    assert told == [["breaks"], ["worry"], ["own-2"], ["stress"]]
    assert not found.same
    assert compare(then, then).same


@given(SOME, SOME)
@pytest.mark.full
def test_what_is_laid_in_between_is_what_is_taken_seen_from_the_other_day(
    one: Sequence[Thing], other: Sequence[Thing]
) -> None:
    there, back = (
        compare(scale(*one), scale(*one, *other)),
        compare(scale(*one, *other), scale(*one)),
    )
    assert there.laid == back.taken == tuple(other)
    assert there.taken == back.laid == ()


# --- one thing in the week ----------------------------------------------------------------------


@pytest.mark.full
def test_one_step_from_the_suggestions_or_in_own_words(services: Services) -> None:
    balance.choose_step(services, TODAY, "friends")
    written = balance.write_step(services, TODAY, " Sidde i solen ")
    assert services.balances.all()[0].step == Step(text="Sidde i solen")
    assert written is not None
    undo(services, written)
    assert services.balances.all()[0].step == Step(thing="friends")
    assert balance.write_step(services, TODAY, "") is None
    balance.give_up_step(services, TODAY)
    assert services.balances.all() == []


def test_a_step_with_a_cpr_number_or_an_endless_one_is_refused(services: Services) -> None:
    for text, key in (("010190-1234", "error.cpr"), ("x" * 201, "error.note_long")):
        assert refused_with(lambda text=text: balance.write_step(services, TODAY, text)) == key
    assert balance.write_step(services, TODAY, "") is None
    assert services.balances.all() == []


@pytest.mark.parametrize(
    ("days", "asks"), [(0, False), (6, False), (7, True), (28, True), (29, False)]
)
@pytest.mark.full
def test_a_week_later_it_is_asked_about_and_not_for_ever(
    services: Services, hand: Hand, days: int, asks: bool
) -> None:
    balance.choose_step(services, TODAY, "friends")
    hand.move(days=days)
    assert bool(balance.asked(services)) is asks


@pytest.mark.full
def test_an_answer_ends_the_question_and_can_be_undone(services: Services, hand: Hand) -> None:
    balance.choose_step(services, TODAY, "friends")
    hand.move(days=8)
    said = balance.say_how_it_went(services, TODAY, Went.NOT)
    assert balance.asked(services) is None
    undo(services, said)
    assert balance.asked(services) is not None


def test_a_step_chosen_since_takes_the_place_of_the_older(services: Services, hand: Hand) -> None:
    balance.choose_step(services, TODAY, "friends")
    hand.move(days=5)
    balance.choose_step(services, services.clock.today(), "joy")
    hand.move(days=3)
    assert balance.asked(services) is None
    hand.move(days=4)
    found = balance.asked(services)
    assert found is not None
    assert found.step == Step(thing="joy")
