"""The demo lives weeks that could be true, and only through what a person can do."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from lbp_app import demo
from lbp_app.actions import (
    class_group,
    course,
    home_test,
    participant,
    participant_plan,
    participant_report,
    person,
)
from lbp_app.demo import people
from lbp_app.model.activity import ActivityKind
from lbp_app.model.balance import Tilt, compare, tilt
from lbp_app.model.care_plan import Assigner, history_of
from lbp_app.model.course import Attendance, Contact, State
from lbp_app.model.cpr import holds_cpr_number
from lbp_app.model.diary import CheckIn, Scale
from lbp_app.model.exercise import Group, Level
from lbp_app.model.home_test import HomeTest
from lbp_app.model.participant import history_by_day
from lbp_app.model.person import REGIONS, Role
from lbp_app.model.progression import Choice
from lbp_app.services import Services, services_for
from tests.builders import HOME, TODAY, Hand
from tests.process import services_in


def lived(folder: Path, **options: Any) -> Services:
    services = services_in(folder)
    demo.fill(services, **options)
    return services


def days(services: Services) -> list[CheckIn]:
    return services.diary.between(date.min, date.max)


def mean(check_ins: list[CheckIn]) -> float:
    given = [c.back_pain for c in check_ins if c.back_pain is not None]
    return sum(given) / len(given)


@pytest.fixture(
    scope="module",
    params=[1, *(pytest.param(seed, marks=pytest.mark.full) for seed in (2, 3))],
    ids="seed {}".format,
)
def eight_weeks(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Services:
    return lived(tmp_path_factory.mktemp("weeks"), seed=request.param)


@pytest.fixture(scope="module")
def half_a_year(tmp_path_factory: pytest.TempPathFactory) -> Services:
    return lived(tmp_path_factory.mktemp("half"), weeks=26)


@pytest.mark.full
def test_the_same_seed_lives_the_same_weeks_and_another_does_not(tmp_path: Path) -> None:
    seeds = enumerate((1, 1, 2))
    one, same, other = (lived(tmp_path / str(n), weeks=3, seed=seed) for n, seed in seeds)
    trained = [[(s.day, s.items, s.after) for s in who.sessions.all()] for who in (one, same)]
    assert trained[0] == trained[1]
    assert trained[0]
    assert [a.minutes for a in one.activities.all()] == [a.minutes for a in same.activities.all()]
    assert days(one) == days(same) != days(other)
    told = [services.history.of("check_in", "2026-09-29") for services in (one, same)]
    assert told[0] == told[1]
    assert [f.start for f in one.flares.all()] == [f.start for f in same.flares.all()]


@pytest.mark.full
def test_today_is_just_begun_and_the_first_start_is_done(eight_weeks: Services) -> None:
    today = eight_weeks.diary.get(TODAY)
    assert today.back_pain is not None
    assert today == CheckIn(TODAY, back_pain=today.back_pain)
    who = eight_weeks.person.get()
    assert who.welcomed_at is not None
    assert who.welcomed_at.date() == TODAY - timedelta(weeks=8)
    assert all([who.first_name, who.birth_year, who.doctor_name, who.doctor_phone])
    assert who.region in REGIONS


@pytest.mark.full
def test_eight_weeks_have_what_real_weeks_have(eight_weeks: Services) -> None:
    check_ins = days(eight_weeks)
    assert 38 <= len(check_ins) <= 54, "some days are missing, most are not"
    gaps = [(b.day - a.day).days for a, b in pairwise(check_ins)]
    assert max(gaps) >= 5, "a few days away"
    assert any(c.skipped for c in check_ins)
    assert 8 <= sum(bool(c.note) for c in check_ins) <= 30
    assert {c.leg_side for c in check_ins if c.leg_pain} != {None}
    assert all(c.leg_side is None for c in check_ins if not c.leg_pain)
    assert len({c.back_pain for c in check_ins}) >= 6


@pytest.mark.full
def test_the_bad_spell_starts_ends_and_is_worse(eight_weeks: Services) -> None:
    (flare,) = eight_weeks.flares.all()
    assert flare.end is not None
    assert 5 <= (flare.end - flare.start).days <= 8
    inside = [c for c in days(eight_weeks) if flare.covers(c.day)]
    outside = [c for c in days(eight_weeks) if not flare.covers(c.day)]
    assert mean(inside) > mean(outside) + 1


@pytest.mark.full
def test_the_week_has_a_rhythm(half_a_year: Services) -> None:
    check_ins = days(half_a_year)
    weekend = [c for c in check_ins if c.day.weekday() >= 5]
    assert mean(weekend) < mean([c for c in check_ins if c.day.weekday() in (0, 4)]) - 0.4


@pytest.mark.full
def test_some_answers_were_corrected_the_next_morning_and_some_taps_taken_back(
    half_a_year: Services,
) -> None:
    check_ins, history = days(half_a_year)[-112:], half_a_year.history
    told = [c for day in check_ins for c in history.of("check_in", str(day.day))]
    late = [c for c in told if c.old is not None and c.at.date() > date.fromisoformat(c.key)]
    undone = [c for c in told if isinstance(c.old, int) and c.new is None]
    assert late
    assert undone


@pytest.mark.full
def test_each_day_is_told_on_that_day(eight_weeks: Services) -> None:
    for day in days(eight_weeks):
        first = eight_weeks.history.of("check_in", day.day.isoformat())[0]
        assert first.at.astimezone(HOME).date() == day.day
        assert first.at <= eight_weeks.clock.now()


@pytest.mark.full
def test_notes_are_in_the_language_of_the_person(services: Services) -> None:
    person.change_preference(services, "language", "en")
    demo.fill(services, weeks=4)
    notes = {day.note for day in days(services)} - {""}
    english = {note for kind in people.NOTES["en"].values() for note in kind}
    assert notes <= english
    assert notes
    assert "chair" in services.comforts.note("3.2")
    assert services.comforts.all()


@pytest.mark.full
def test_the_clock_may_be_any(services: Services, hand: Hand) -> None:
    now = datetime(2027, 1, 1, 1, 30, tzinfo=HOME)
    demo.fill(services, weeks=2, now=now)
    assert services.diary.get(date(2026, 12, 31)).back_pain is not None
    assert days(services)[-1].day == date(2026, 12, 31)


@pytest.mark.full
def test_two_scales_some_weeks_apart(eight_weeks: Services) -> None:
    first, second = eight_weeks.balances.all()
    assert second.day - first.day >= timedelta(weeks=3)
    assert (tilt(first.things), tilt(second.things)) == (Tilt.LOAD, Tilt.RESOURCE)
    assert first.step and first.step.went
    assert second.step and not second.step.went
    assert not compare(first, second).same


@pytest.mark.parametrize("weeks", [0, 1, 3])
@pytest.mark.full
def test_few_weeks_will_do(services: Services, weeks: int) -> None:
    demo.fill(services, weeks=weeks)
    assert len(days(services)) <= 7 * weeks + 1
    assert services.person.get().welcomed_at is not None


@pytest.mark.full
def test_a_physiotherapist_is_somebody_without_a_diary(services: Services) -> None:
    demo.fill(services, role="physio")
    person_id, role = services.device.active_person()
    assert role is Role.PHYSIO
    physio = services_for(services.database, person_id, services.clock, services.stop)
    assert physio.person.get().first_name
    assert physio.person.get().welcomed_at is not None
    assert days(physio) == days(services) == []


@pytest.mark.full
def test_ten_participants_and_a_class_look_like_a_clinics(tmp_path: Path) -> None:
    patient = lived(tmp_path / "clinic", role="physio")
    person_id, _ = patient.device.active_person()
    physio = services_for(patient.database, person_id, patient.clock, patient.stop)
    people = participant.participants(physio)
    assert len(people) == len({one.called for one in people}) == 10
    plans = [participant_plan.plan_of(physio, one.id) for one in people]
    levels = {tuple(plan.prescribed(group) for group in Group) for plan in plans if plan}
    assert len(levels) >= 8
    told = [history_by_day(physio.participant_plans.of(one.id)) for one in people]
    assert all(told) and sum(len(one) for one in told) > 20
    assert any(day.why for one in told for day in one)
    (now,) = class_group.classes(physio)
    assert len(now.people) == 10
    joined = {one.joined for one in now.members}
    assert len(joined) == 2  # two came later
    behind = [one for one in now.road if one.held and one.day < now.today]
    assert len(behind) >= 10
    assert all(5 <= now.there(one) <= 10 for one in behind)
    assert any(Attendance.EXCUSED in now.said[one.id].values() for one in behind)
    reported = [one for one in people if participant_report.told_by(physio, one.id)]
    assert len(reported) == 1
    assert participant_report.since_last_of(physio, reported[0].id) is not None


def test_both_languages_say_the_same_and_hold_nothing_that_is_refused() -> None:
    danish, english = people.NOTES["da"], people.NOTES["en"]
    assert {k: len(v) for k, v in danish.items()} == {k: len(v) for k, v in english.items()}
    notes = [note for kinds in (danish, english) for kind in kinds.values() for note in kind]
    assert not any(map(holds_cpr_number, notes))
    assert len(set(notes)) == len(notes)


@pytest.mark.full
def test_every_scale_is_used(eight_weeks: Services) -> None:
    for scale in Scale:
        assert sum(day.answer(scale) is not None for day in days(eight_weeks)) > 30


# --- training -----------------------------------------------------------------------------------


@pytest.mark.full
def test_most_weeks_have_two_sessions_and_some_were_missed(eight_weeks: Services) -> None:
    sessions = eight_weeks.sessions.all()
    assert 9 <= len(sessions) <= 15
    assert {one.day.weekday() for one in sessions} <= {1, 4}
    assert len({one.kind for one in sessions}) == 2
    assert all(one.items and one.minutes >= 12 for one in sessions)
    assert all(one.ended.astimezone(HOME).date() == one.day for one in sessions)


@pytest.mark.full
def test_in_the_bad_spell_the_training_is_gentle(half_a_year: Services) -> None:
    (flare,) = half_a_year.flares.all()
    inside = [one for one in half_a_year.sessions.all() if flare.covers(one.day)]
    assert all(one.items[0].exercise == "lying.1" for one in inside)
    assert inside


@pytest.mark.full
def test_levels_were_set_with_reasons_one_of_them_down(eight_weeks: Services) -> None:
    plans = eight_weeks.care_plans.all()
    told = [one.level for one in history_of(plans, Group.RISE)]
    assert told[0] == Level.TWO
    assert any(b < a for a, b in pairwise(told))
    assert all(plan.issuer.by is Assigner.SELF for plan in plans)
    assert any(why for plan in plans for why in plan.why.values())


@pytest.mark.full
def test_most_mornings_after_were_answered_and_each_told_on_the_next_day(
    half_a_year: Services,
) -> None:
    sessions = half_a_year.sessions.all()
    answered = [one for one in sessions if one.after_at]
    assert 0.6 < len(answered) / len(sessions) < 1
    for one in answered:
        assert one.after_at is not None
        assert one.after_at.astimezone(HOME).date() == one.day + timedelta(days=1)


@pytest.mark.full
def test_walks_and_other_things_are_written_down(eight_weeks: Services) -> None:
    kinds = [one.kind for one in eight_weeks.activities.all()]
    assert 10 <= kinds.count(ActivityKind.WALK) <= 32
    assert len(set(kinds)) >= 3


@pytest.mark.full
def test_steps_were_asked_about_and_chosen(half_a_year: Services) -> None:
    assert {one.chosen for one in half_a_year.decisions.all()} >= {Choice.MORE, Choice.DECLINED}


@pytest.mark.full
def test_a_course_is_followed_as_people_do(eight_weeks: Services) -> None:
    now = course.course_now(eight_weeks)
    assert now is not None and now.next is not None and now.next.day >= now.today
    classes = [one for one in now.road if one.contact is Contact.CLASS and one.day < now.today]
    became = [one.attendance for one in classes if one.held]
    assert set(became) == set(Attendance), "all said, and not all attended"
    assert became.count(Attendance.ATTENDED) > len(became) / 2
    assert [one.state for one in classes].count(State.CANCELLED) == 1
    assert len(eight_weeks.goals.all()) == 2
    assert len(eight_weeks.goals.ratings()) == 4, "at the start and in week 4"
    assert set(home_test.changes(eight_weeks)) == set(HomeTest)
