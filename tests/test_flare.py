from datetime import date, timedelta

from lbp_app.actions.flare import end_flare, start_flare
from lbp_app.actions.history import undo
from lbp_app.model.flare import Flare, current
from lbp_app.services import Services
from tests.builders import TODAY, Hand, other_person, refused_with


def days(services: Services) -> list[tuple[date, date | None]]:
    return [(flare.start, flare.end) for flare in services.flares.all()]


def test_it_starts_and_ends_when_the_person_says_so(services: Services, hand: Hand) -> None:
    start_flare(services)
    assert days(services) == [(TODAY, None)]
    hand.move(days=6)
    end_flare(services)
    assert days(services) == [(TODAY, TODAY + timedelta(days=6))]


def test_it_may_end_on_the_day_it_began_and_another_begin_the_same_day(services: Services) -> None:
    start_flare(services)
    end_flare(services)
    start_flare(services)
    assert set(days(services)) == {(TODAY, TODAY), (TODAY, None)}
    assert current(services.flares.all(), TODAY) is not None


def test_only_one_runs_at_a_time(services: Services, hand: Hand) -> None:
    start_flare(services)
    hand.move(days=1)
    assert refused_with(lambda: start_flare(services)) == "error.flare_running"
    assert days(services) == [(TODAY, None)]


def test_none_can_be_ended_when_none_is_running(services: Services) -> None:
    assert refused_with(lambda: end_flare(services)) == "error.flare_none"
    start_flare(services)
    end_flare(services)
    assert refused_with(lambda: end_flare(services)) == "error.flare_none"


def test_the_end_is_not_before_the_start_when_the_clock_went_back(
    services: Services, hand: Hand
) -> None:
    start_flare(services)
    hand.move(days=-1)
    end_flare(services)
    assert days(services) == [(TODAY, TODAY)]
    assert refused_with(lambda: Flare("x", TODAY, TODAY - timedelta(days=1))) == (
        "error.flare_order"
    )


def test_an_end_cannot_be_taken_back_once_another_has_begun(services: Services) -> None:
    start_flare(services)
    ended = end_flare(services)
    start_flare(services)
    assert refused_with(lambda: undo(services, ended)) == "error.flare_running"
    assert [end for _, end in days(services)].count(None) == 1


def test_a_day_is_covered_from_the_start_until_the_end() -> None:
    flare = Flare("x", TODAY, TODAY + timedelta(days=1))
    covered = [flare.covers(TODAY + timedelta(days=n)) for n in (-1, 0, 1, 2)]
    assert covered == [False, True, True, False]


def test_another_person_has_bad_spells_of_their_own(services: Services) -> None:
    start_flare(services)
    other = other_person(services)
    assert other.flares.all() == []
    start_flare(other)
    end_flare(other)
    assert days(services) == [(TODAY, None)]
