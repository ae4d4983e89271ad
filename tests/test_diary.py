from datetime import date, timedelta

import pytest

from lbp_app.actions import diary
from lbp_app.actions.history import undo
from lbp_app.errors import AnswerRefusedError, CprNumberError
from lbp_app.model.diary import NOTE_LENGTH, CheckIn, Feeling, LegSide, Scale, next_question
from lbp_app.services import Services
from tests.builders import TODAY, YESTERDAY, Hand, other_person, refused_with


def test_a_day_about_which_nothing_was_said_is_empty(services: Services) -> None:
    assert services.diary.get(TODAY) == CheckIn(TODAY)
    assert not services.diary.get(TODAY).answered
    assert services.diary.count() == 0
    assert services.diary.first_day() is None


@pytest.mark.parametrize("scale", list(Scale))
@pytest.mark.parametrize("value", [0, 1, 10])
@pytest.mark.full
def test_each_answer_is_kept_and_no_answer_is_not_zero(
    services: Services, scale: Scale, value: int
) -> None:
    diary.answer(services, TODAY, scale, value)
    kept = services.diary.get(TODAY)
    assert {s: kept.answer(s) for s in Scale} == {s: value if s is scale else None for s in Scale}


@pytest.mark.parametrize("value", [-1, 11])
@pytest.mark.full
def test_a_value_off_the_scale_is_refused_and_nothing_is_kept(
    services: Services, value: int
) -> None:
    assert refused_with(lambda: diary.answer(services, TODAY, Scale.BACK, value)) == (
        "error.off_scale"
    )
    assert services.diary.count() == 0
    assert services.history.of("check_in", TODAY.isoformat()) == []


def test_an_answer_can_be_taken_away_again(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    diary.answer(services, TODAY, Scale.BACK, None)
    assert services.diary.get(TODAY).back_pain is None


def test_tomorrow_is_refused_and_any_earlier_day_may_be_filled(services: Services) -> None:
    tomorrow = TODAY + timedelta(days=1)
    for ahead in (
        lambda: diary.answer(services, tomorrow, Scale.BACK, 4),
        lambda: diary.skip(services, tomorrow, "mood"),
        lambda: diary.say_feeling(services, tomorrow, Feeling.WELL),
        lambda: diary.choose_leg_side(services, tomorrow, LegSide.LEFT),
        lambda: diary.write_note(services, tomorrow, "hej"),
    ):
        assert refused_with(ahead) == "error.future_day"
    long_ago = date(1999, 12, 31)
    diary.answer(services, long_ago, Scale.BACK, 4)
    assert services.diary.first_day() == long_ago


def test_at_half_past_one_it_is_still_yesterday(services: Services, hand: Hand) -> None:
    hand.move(hours=-7.5)
    assert refused_with(lambda: diary.answer(services, TODAY, Scale.BACK, 4)) == "error.future_day"
    diary.answer(services, YESTERDAY, Scale.BACK, 4)
    assert services.diary.get(YESTERDAY).back_pain == 4


def test_a_correction_stands_and_the_history_keeps_what_was_said(
    services: Services, hand: Hand
) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    hand.move(days=2)
    diary.answer(services, TODAY, Scale.BACK, 6)
    assert services.diary.get(TODAY).back_pain == 6
    told = services.history.of("check_in", TODAY.isoformat())
    assert [(c.field, c.old, c.new) for c in told] == [
        ("back_pain", None, 4),
        ("back_pain", 4, 6),
    ]
    assert told[1].at - told[0].at == timedelta(days=2)
    assert {c.zone for c in told} == {"Europe/Copenhagen"}


def test_the_same_answer_again_is_no_change(services: Services) -> None:
    assert diary.answer(services, TODAY, Scale.LEG, 4) is not None
    assert diary.answer(services, TODAY, Scale.LEG, 4) is None
    assert diary.choose_leg_side(services, TODAY, LegSide.LEFT) is not None
    assert diary.choose_leg_side(services, TODAY, LegSide.LEFT) is None
    assert diary.answer(services, TODAY, Scale.LEG, 4) is None
    assert services.diary.get(TODAY).leg_side is LegSide.LEFT
    assert diary.say_feeling(services, TODAY, Feeling.WELL) is not None
    assert diary.say_feeling(services, TODAY, Feeling.WELL) is None
    assert diary.skip(services, TODAY, Scale.BACK) is not None
    assert diary.skip(services, TODAY, Scale.BACK) is None
    assert diary.answer(services, TODAY, Scale.SLEEP, None) is None
    assert len(services.history.of("check_in", TODAY.isoformat())) == 4


def test_skipping_takes_the_answer_away_and_answering_unskips(services: Services) -> None:
    diary.answer(services, TODAY, Scale.SLEEP, 4)
    diary.skip(services, TODAY, "sleep")
    assert services.diary.get(TODAY) == CheckIn(TODAY, skipped=frozenset({"sleep"}))
    diary.skip(services, TODAY, "feeling")
    diary.answer(services, TODAY, Scale.SLEEP, 0)
    assert services.diary.get(TODAY) == CheckIn(TODAY, sleep=0, skipped=frozenset({"feeling"}))


@pytest.mark.full
def test_without_leg_pain_there_is_no_side(services: Services) -> None:
    diary.answer(services, TODAY, Scale.LEG, 3)
    diary.choose_leg_side(services, TODAY, LegSide.LEFT)
    diary.answer(services, TODAY, Scale.LEG, 5)
    assert services.diary.get(TODAY).leg_side is LegSide.LEFT
    gone = diary.answer(services, TODAY, Scale.LEG, 0)
    assert services.diary.get(TODAY).leg_side is None
    undo(services, gone)
    assert services.diary.get(TODAY) == CheckIn(TODAY, leg_pain=5, leg_side=LegSide.LEFT)


def test_the_feeling_and_the_note_are_kept(services: Services) -> None:
    diary.say_feeling(services, TODAY, Feeling.SO_SO)
    diary.write_note(services, TODAY, "  Gik en tur – “dejligt” 😀\nSov godt  ")
    kept = services.diary.get(TODAY)
    assert (kept.feeling, kept.note) == (Feeling.SO_SO, "Gik en tur – “dejligt” 😀\nSov godt")


def test_a_note_that_says_the_same_is_no_change(services: Services) -> None:
    assert diary.write_note(services, TODAY, " ") is None
    diary.write_note(services, TODAY, "Stiv om morgenen")
    assert diary.write_note(services, TODAY, "Stiv om morgenen\n") is None
    assert len(services.history.of("check_in", TODAY.isoformat())) == 1


def test_a_note_with_a_cpr_number_is_refused_and_the_old_one_stays(services: Services) -> None:
    diary.write_note(services, TODAY, "Stiv om morgenen")
    with pytest.raises(CprNumberError):
        diary.write_note(services, TODAY, "Stiv. 010190-1234")
    assert services.diary.get(TODAY).note == "Stiv om morgenen"


def test_a_note_may_be_long_but_not_endless(services: Services) -> None:
    diary.write_note(services, TODAY, "å" * NOTE_LENGTH)
    assert len(services.diary.get(TODAY).note) == NOTE_LENGTH
    with pytest.raises(AnswerRefusedError):
        diary.write_note(services, TODAY, "å" * (NOTE_LENGTH + 1))


def test_a_note_keeps_what_a_file_can_hold(services: Services) -> None:
    diary.write_note(services, TODAY, "halv \ud83d og nul \0 slut")
    assert services.diary.get(TODAY).note == "halv ? og nul  slut"


def test_days_come_in_order_and_only_those_with_a_row(services: Services) -> None:
    for back in (3, 0, 8):
        diary.answer(services, TODAY - timedelta(days=back), Scale.BACK, back)
    found = services.diary.between(TODAY - timedelta(days=7), TODAY)
    assert [(c.day, c.back_pain) for c in found] == [
        (TODAY - timedelta(days=3), 3),
        (TODAY, 0),
    ]
    assert services.diary.count() == 3


def test_two_tabs_that_answer_the_same_day_keep_both_answers(services: Services) -> None:
    seen = services.diary.get(TODAY)
    diary.answer(services, TODAY, Scale.MOOD, 2)
    services.diary.put(seen.answering("back_pain", 5), "back_pain")
    assert services.diary.get(TODAY) == CheckIn(TODAY, back_pain=5, mood=2)


def test_one_person_cannot_see_or_change_the_days_of_another(services: Services) -> None:
    change = diary.answer(services, TODAY, Scale.BACK, 4)
    other = other_person(services)
    assert other.diary.get(TODAY) == CheckIn(TODAY)
    assert other.diary.between(date.min, date.max) == []
    assert (other.diary.count(), other.diary.first_day()) == (0, None)
    diary.answer(other, TODAY, Scale.BACK, 9)
    assert services.diary.get(TODAY).back_pain == 4
    assert refused_with(lambda: undo(other, change)) == "error.undo_too_late"


def test_the_next_question_is_the_first_open_one_after_the_last(services: Services) -> None:
    day = CheckIn(TODAY)
    assert next_question(day) is Scale.BACK
    day = day.answering("back_pain", 3).skipping("leg_pain")
    assert next_question(day, after=Scale.BACK) is Scale.HINDRANCE
    day = day.answering("hindrance", 1).answering("sleep", 0).answering("mood", 0)
    assert next_question(day) is None
    assert next_question(day.answering("back_pain", None), after=Scale.MOOD) is Scale.BACK


@pytest.mark.full
def test_a_day_that_was_only_passed_by_or_cleared_does_not_count_as_answered(
    services: Services,
) -> None:
    diary.skip(services, TODAY, Scale.BACK.value)
    assert services.diary.count() == 0
    diary.answer(services, TODAY, Scale.BACK, 0)
    assert services.diary.count() == 1
    diary.answer(services, TODAY, Scale.BACK, None)
    assert services.diary.count() == 0


def test_a_day_comes_with_the_one_before_it(services: Services) -> None:
    assert services.diary.two_days(TODAY) == (CheckIn(YESTERDAY), CheckIn(TODAY))
    diary.answer(services, YESTERDAY, Scale.BACK, 3)
    diary.answer(services, TODAY, Scale.BACK, 4)
    before, day = services.diary.two_days(TODAY)
    assert (before.day, before.back_pain, day.day, day.back_pain) == (YESTERDAY, 3, TODAY, 4)
