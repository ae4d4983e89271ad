from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lbp_app.model.diary import CheckIn, Feeling, Scale
from lbp_app.model.progress import FEW, MOST_POINTS, THINNED, Course, course, runs, steps
from tests.builders import TODAY

ANSWERS = st.one_of(st.none(), st.integers(0, 10))
TEN_YEARS = 3653


def days_of(*back: int | None, first: date = TODAY) -> list[CheckIn]:
    """A check-in for each day from `first`; None is a day without an answer about the back."""
    return [CheckIn(first + timedelta(days=n), back_pain=b) for n, b in enumerate(back)]


def line(check_ins: list[CheckIn], length: int, size: int | None = None) -> list[float | None]:
    drawn = steps(check_ins, TODAY, TODAY + timedelta(days=length - 1), size)
    return [step.values[Scale.BACK] for step in drawn]


@st.composite
def diaries(draw: st.DrawFn) -> tuple[list[CheckIn], date, date]:
    """Days with holes among them, and a span that may begin or end within or without."""
    length = draw(st.integers(1, 900))
    kept = draw(st.sets(st.integers(0, length - 1), max_size=60))
    check_ins = [
        CheckIn(TODAY + timedelta(days=n), back_pain=draw(ANSWERS), mood=draw(ANSWERS))
        for n in sorted(kept)
    ]
    first = TODAY + timedelta(days=draw(st.integers(-30, 30)))
    return check_ins, first, first + timedelta(days=draw(st.integers(0, length)))


def test_a_day_is_a_step_while_they_fit_on_the_wire() -> None:
    assert line(days_of(3, None, 0, 10), 5) == [3, None, 0, 10, None]


def test_unanswered_is_a_gap_and_zero_is_an_answer() -> None:
    assert line(days_of(None, 0), 2) == [None, 0]
    assert line(days_of(None, 0, None), 3, size=3) == [0]


@pytest.mark.parametrize(
    ("answers", "middle"),
    [
        ((4,), 4),
        ((1, 9, 2), 2),
        ((3, 4), 3.5),
        ((None, 8, None), 8),
        ((None, None), None),
        ((), None),
    ],
)
def test_a_longer_step_has_the_middle_of_its_answers(
    answers: tuple[int | None, ...], middle: float | None
) -> None:
    assert line(days_of(*answers), 7, size=7) == [middle]


@pytest.mark.parametrize(
    ("length", "points", "days"),
    [
        (1, 1, 1),
        (MOST_POINTS, MOST_POINTS, 1),
        (MOST_POINTS + 1, 41, 3),
        (6 * THINNED, THINNED, 6),
        (TEN_YEARS, 60, 61),
    ],
)
def test_a_point_is_a_day_up_to_120_days_and_longer_spans_keep_to_60_points(
    length: int, points: int, days: int
) -> None:
    drawn = steps([], TODAY, TODAY + timedelta(days=length - 1))
    assert (len(drawn), drawn[0].days) == (points, days)


def test_a_step_counts_the_days_on_which_something_was_said() -> None:
    said = [*days_of(5, None, None), CheckIn(TODAY + timedelta(days=3), feeling=Feeling.WELL)]
    said[1] = replace(said[1], note="Regn.")
    said[2] = said[2].skipping(Scale.BACK)
    assert [step.answered for step in steps(said, TODAY, TODAY + timedelta(days=6), 7)] == [3]


def test_days_outside_the_span_do_not_count() -> None:
    check_ins = days_of(1, 2, 3, 4)
    drawn = steps(check_ins, TODAY + timedelta(days=1), TODAY + timedelta(days=2), 7)
    assert [(s.days, s.values[Scale.BACK], s.answered) for s in drawn] == [(2, 2.5, 2)]


@given(diaries(), st.one_of(st.none(), st.integers(1, 40)))
@pytest.mark.full
def test_steps_cover_each_day_of_the_span_once(
    diary: tuple[list[CheckIn], date, date], size: int | None
) -> None:
    check_ins, first, last = diary
    drawn = steps(check_ins, first, last, size)
    days = [step.start + timedelta(days=n) for step in drawn for n in range(step.days)]
    assert days == [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert size or len(drawn) <= MOST_POINTS


@given(diaries(), st.one_of(st.none(), st.integers(1, 40)))
@pytest.mark.full
def test_each_step_has_the_middle_of_exactly_its_own_answers(
    diary: tuple[list[CheckIn], date, date], size: int | None
) -> None:
    check_ins, first, last = diary
    for step in steps(check_ins, first, last, size):
        end = step.start + timedelta(days=step.days)
        inside = [c for c in check_ins if step.start <= c.day < end]
        for scale in (Scale.BACK, Scale.MOOD, Scale.SLEEP):
            answers = [a for c in inside if (a := c.answer(scale)) is not None]
            assert step.values[scale] == (median(answers) if answers else None)


@pytest.mark.parametrize(
    ("values", "unbroken"),
    [
        ([], []),
        ([None, None], []),
        ([0.0], [[(0, 0.0)]]),
        ([1.0, 2.0, None, 3.0], [[(0, 1.0), (1, 2.0)], [(3, 3.0)]]),
        ([None, 5.0, None, None, 6.0, None], [[(1, 5.0)], [(4, 6.0)]]),
    ],
)
def test_a_gap_is_never_joined(
    values: list[float | None], unbroken: list[list[tuple[int, float]]]
) -> None:
    assert runs(values) == unbroken


@given(st.lists(st.one_of(st.none(), st.floats(0, 10))))
@pytest.mark.full
def test_runs_hold_every_answer_and_only_neighbours_stand_together(
    values: list[float | None],
) -> None:
    parts = runs(values)
    assert [point for run in parts for point in run] == [
        (at, value) for at, value in enumerate(values) if value is not None
    ]
    for run in parts:
        assert [at for at, _ in run] == list(range(run[0][0], run[-1][0] + 1))
    for one, following in pairwise(parts):
        assert following[0][0] - one[-1][0] > 1


@pytest.mark.parametrize(
    ("answers", "early", "late"),
    [
        ((4,) * FEW, 4, 4),
        ((8, 8, 8, 5, 4, 3, 2, 2), 8, 2),
        ((7, 1, 1, 1, 1, 1, 1), 7, 1),
        ((2, 3, 5, 5, 5, 5, 4, 3), 3, 4),  # a half counts up at both ends
        ((0, 0, 0, 0), 0, 0),
    ],
)
def test_the_course_goes_from_the_middle_of_the_first_quarter_to_that_of_the_last(
    answers: tuple[int, ...], early: int, late: int
) -> None:
    assert course(days_of(*answers), Scale.BACK) == Course(early, late)


def test_a_few_answers_are_not_put_into_words() -> None:
    assert course(days_of(*range(FEW - 1)), Scale.BACK) is None
    assert course(days_of(*range(FEW - 1), *[None] * 90), Scale.BACK) is None
    assert course(days_of(*range(FEW)), Scale.LEG) is None


@given(st.lists(ANSWERS, max_size=60))
@pytest.mark.full
def test_the_course_stays_within_the_answers_given(answers: list[int | None]) -> None:
    gone = course(days_of(*answers), Scale.BACK)
    said = [a for a in answers if a is not None]
    assert (gone is None) == (len(said) < FEW)
    if gone:
        assert min(said) <= min(gone.early, gone.late)
        assert max(gone.early, gone.late) <= max(said)
