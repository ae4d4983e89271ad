"""A check is kept as it was, stops what should wait, and is asked about until a doctor was
reached.
"""

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from lbp_app.actions import check_offer, follow_up, screening
from lbp_app.actions.mydata import delete_everything
from lbp_app.content import library
from lbp_app.content.guidance import Where, guidance_for
from lbp_app.content.wording import wording_for
from lbp_app.errors import AnswerRefusedError, CprNumberError, StoreError
from lbp_app.model.asking import Kind, Round
from lbp_app.model.pause import Paused, PausedBy, paused
from lbp_app.model.screening import Draft
from lbp_app.model.triage import Answer, Tier
from lbp_app.rules.asking import parts_of
from lbp_app.services import Services
from tests.builders import NOW, TODAY, Hand, other_person, refused_with
from tests.process import services_in
from tests.second_reading import ALONE, KEYS
from tests.test_migrations import old, rows  # noqa: F401 - a fixture

YES, UNSURE = Answer.YES, Answer.UNSURE
SIGN = {  # one sign of each tier
    Tier.EMERGENCY_NOW: "saddle_numbness",
    Tier.SAME_DAY_DOCTOR: "fever_unwell",
    Tier.GP_WITHIN_DAYS: "weight_loss_unintended",
    Tier.MENTION_NEXT_GP: "walking_leg_symptoms",
    Tier.WATCH: "night_pain",
}
UPPER = [Tier.EMERGENCY_NOW, Tier.SAME_DAY_DOCTOR]
LOWER = [Tier.GP_WITHIN_DAYS, Tier.MENTION_NEXT_GP, Tier.WATCH]


def check(services: Services, tier: Tier) -> str:
    return screening.record(services, {SIGN[tier]: YES}, f"vist: {tier.key}").key


def stopped(services: Services, day: date = TODAY) -> set[Paused]:
    kinds = (Paused.EXERCISE, Paused.REMINDERS, Paused.COURSE)
    return {what for what in kinds if paused(services.pauses.all(), what, day)}


def test_it_is_kept_with_answers_version_text_and_time(services: Services) -> None:
    answers = {"fever_unwell": YES, "night_pain": UNSURE, "thoracic_pain": Answer.NO}
    screening.record(services, answers, "Tal med en læge i dag")
    (kept,) = services.screenings.all()
    assert kept.answers == answers
    assert (kept.tier, kept.complete, kept.reasons) == (
        Tier.SAME_DAY_DOCTOR,
        False,
        ("fever_unwell",),
    )
    assert (kept.shown, kept.at, kept.zone) == ("Tal med en læge i dag", NOW, "Europe/Copenhagen")
    assert kept.rules_version == services.rules().version


@pytest.mark.full
def test_nothing_of_it_can_be_changed(services: Services) -> None:
    check(services, Tier.EMERGENCY_NOW)
    (kept,) = services.screenings.all()
    with pytest.raises(StoreError):
        services.screenings.add(replace(kept, tier=Tier.WATCH), [])
    assert services.screenings.all() == [kept]
    names = {name for name in dir(services.screenings) if not name.startswith("_")}
    adding = {"add", "add_follow_up", "draft", "keep_draft", "put_off"}
    assert names == {"all", "follow_ups", "put_offs", *adding}


def test_the_history_says_so_too(services: Services) -> None:
    key = check(services, Tier.GP_WITHIN_DAYS)
    (change,) = services.history.of("screening", key)
    assert change.old is None
    assert change.new["tier"] == "gp_within_days"


# --- what waits -----------------------------------------------------------------------------


@pytest.mark.parametrize("tier", UPPER)
@pytest.mark.full
def test_the_upper_tiers_stop_exercises_and_reminders_until_a_doctor_was_reached(
    services: Services, hand: Hand, tier: Tier
) -> None:
    key = check(services, tier)
    assert stopped(services) == {Paused.EXERCISE, Paused.REMINDERS}
    assert {pause.by for pause in services.pauses.all()} == {PausedBy.SAFETY}
    hand.move(days=40)
    assert stopped(services, services.clock.today()) == {Paused.EXERCISE, Paused.REMINDERS}
    follow_up.talked_to_doctor(services, key, " Hun ser på det ")
    assert stopped(services, services.clock.today()) == set()
    assert stopped(services, TODAY + timedelta(days=39)) == {Paused.EXERCISE, Paused.REMINDERS}
    assert [one.said for one in services.screenings.follow_ups()] == ["Hun ser på det"]


@pytest.mark.parametrize("tier", LOWER)
@pytest.mark.full
def test_the_lower_tiers_stop_nothing(services: Services, tier: Tier) -> None:
    check(services, tier)
    assert stopped(services) == set()


def test_a_calm_check_lifts_nothing(services: Services) -> None:
    check(services, Tier.EMERGENCY_NOW)
    check(services, Tier.WATCH)
    assert stopped(services) == {Paused.EXERCISE, Paused.REMINDERS}


def test_not_yet_lifts_nothing(services: Services) -> None:
    follow_up.not_yet(services, check(services, Tier.EMERGENCY_NOW))
    assert stopped(services) == {Paused.EXERCISE, Paused.REMINDERS}


def test_a_second_check_stops_nothing_twice(services: Services) -> None:
    check(services, Tier.EMERGENCY_NOW)
    check(services, Tier.SAME_DAY_DOCTOR)
    assert len(services.pauses.all()) == 2


@pytest.mark.full
def test_a_doctor_who_heard_of_the_first_has_not_heard_of_the_second(
    services: Services, hand: Hand
) -> None:
    first = check(services, Tier.GP_WITHIN_DAYS)
    hand.move(days=1)
    second = check(services, Tier.EMERGENCY_NOW)
    hand.move(days=1)
    follow_up.talked_to_doctor(services, first)
    assert stopped(services, services.clock.today())
    follow_up.talked_to_doctor(services, second)
    assert not stopped(services, services.clock.today())


@pytest.mark.full
def test_a_new_check_stops_again(services: Services, hand: Hand) -> None:
    follow_up.talked_to_doctor(services, check(services, Tier.EMERGENCY_NOW))
    assert stopped(services) == set()
    hand.move(days=3)
    check(services, Tier.EMERGENCY_NOW)
    assert stopped(services, services.clock.today()) == {Paused.EXERCISE, Paused.REMINDERS}


@pytest.mark.full
def test_a_pause_of_the_persons_own_stays(services: Services) -> None:
    from lbp_app.actions.pause import pause

    pause(services, Paused.EXERCISE, PausedBy.PERSON)
    key = check(services, Tier.EMERGENCY_NOW)
    follow_up.talked_to_doctor(services, key)
    assert stopped(services) == {Paused.EXERCISE}


def test_the_check_and_what_it_stops_are_written_together(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(services.pauses, "put_within", fails)
    with pytest.raises(RuntimeError):
        check(services, Tier.EMERGENCY_NOW)
    assert services.screenings.all() == []


# --- asking later ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tier", "days"),
    [
        (Tier.EMERGENCY_NOW, 1),
        (Tier.SAME_DAY_DOCTOR, 1),
        (Tier.GP_WITHIN_DAYS, 7),
        (Tier.MENTION_NEXT_GP, 30),
    ],
)
@pytest.mark.full
def test_the_day_on_which_the_app_asks(
    services: Services, hand: Hand, tier: Tier, days: int
) -> None:
    key = check(services, tier)
    hand.move(days=days - 1)
    assert follow_up.asked_today(services) is None
    hand.move(days=1)
    asked = follow_up.asked_today(services)
    assert asked is not None
    assert asked.id == key
    follow_up.not_yet(services, key)
    assert follow_up.asked_today(services) is None
    hand.move(days=days)
    assert follow_up.asked_today(services) == asked
    follow_up.talked_to_doctor(services, key)
    hand.move(days=400)
    assert follow_up.asked_today(services) is None


def test_nothing_is_asked_after_watch(services: Services, hand: Hand) -> None:
    check(services, Tier.WATCH)
    hand.move(days=400)
    assert follow_up.asked_today(services) is None


def test_a_check_at_night_belongs_to_the_day_before(services: Services, hand: Hand) -> None:
    hand.at = NOW.replace(day=6, hour=1)
    check(services, Tier.EMERGENCY_NOW)
    hand.at = NOW.replace(day=6, hour=9)
    assert follow_up.asked_today(services) is not None


@pytest.mark.full
def test_the_most_urgent_is_asked_about_first(services: Services, hand: Hand) -> None:
    urgent = check(services, Tier.EMERGENCY_NOW)
    hand.move(hours=1)
    check(services, Tier.MENTION_NEXT_GP)
    hand.move(days=60)
    asked = follow_up.asked_today(services)
    assert asked is not None
    assert asked.id == urgent


@pytest.mark.parametrize("tier", [Tier.SAME_DAY_DOCTOR, Tier.MENTION_NEXT_GP])
def test_what_may_wait_is_not_asked_while_a_doctor_is_waited_for(
    services: Services, hand: Hand, tier: Tier
) -> None:
    key = check(services, tier)
    hand.move(days=1)
    assert check_offer.offered(services, None) is None
    follow_up.not_yet(services, key)
    assert check_offer.offered(services, None) is None
    follow_up.talked_to_doctor(services, key)
    assert check_offer.offered(services, None) is Round.LATER


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_may_wait_alone_calms_nobody(services: Services, language: str) -> None:
    asked = [sign for part in parts_of(services.rules(), Round.LATER) for sign in part.signs]
    no, t = dict.fromkeys(asked, Answer.NO), wording_for(language)
    where = Where(None, TODAY, is_open=True)
    actions = screening.outcome_of(services, Round.LATER, no).actions
    shown = guidance_for(library.load(), t, actions, (), where)
    assert shown.title in ("Tak for dine svar", "Thank you for your answers")
    calming = ("ser vi ikke tegn", "show no signs", "roligt", "calmly")
    assert not [word for word in calming if word in shown.title + shown.text]
    for sign in asked:
        outcome = screening.outcome_of(services, Round.LATER, {**no, sign: YES})
        assert (outcome.tier, outcome.actions) == (Tier.MENTION_NEXT_GP, ("mention",))


def test_the_rest_is_answered_on_the_day_of_the_short_round_only(
    services: Services, hand: Hand
) -> None:
    asked = [sign for part in parts_of(services.rules(), Round.SHORT) for sign in part.signs]
    assert not screening.has_rest(services)
    screening.record(services, dict.fromkeys(asked, Answer.NO), "", Round.SHORT)
    assert screening.has_rest(services)
    screening.answer_the_rest(services)
    draft = services.screenings.draft()
    assert draft is not None and draft.round is Round.FULL
    services.screenings.keep_draft(None)
    hand.move(days=1)
    assert not screening.has_rest(services)
    assert refused_with(partial(screening.answer_the_rest, services)) == "error.check_rest"
    assert services.screenings.draft() is None


def test_after_a_whole_check_there_is_no_rest(services: Services) -> None:
    check(services, Tier.WATCH)
    assert refused_with(partial(screening.answer_the_rest, services)) == "error.check_rest"


@pytest.mark.parametrize("before", [Answer.NO, YES])
def test_whether_a_cancer_is_active_is_asked_anew_each_month(
    services: Services, before: Answer
) -> None:
    about = {sign: Answer.NO for sign in services.rules().parts[0].signs}
    said = {**about, "cancer_history": YES, "cancer_active_or_spread": before}
    said["osteoporosis_known"] = YES
    screening.record(services, said, "")
    screening.begin(services, Round.SHORT)
    step = screening.way(services, screening.check_of_today(services)).steps[-1]
    ticks = screening.ticked(screening.check_of_today(services), step)
    assert set(ticks) == {"cancer_history", "osteoporosis_known"}
    asked = []
    while step.name != "very_ill":
        asked.append(step.name or step.kind.value)
        answer = {Kind.TICKS: ticks, Kind.AGE: ("50",)}.get(step.kind, ("yes",))
        screening.reply(services, step, answer, lambda _: "")
        step = screening.way(services, screening.check_of_today(services)).steps[-1]
    assert asked == ["about_you", "cancer_active_or_spread", "age"]


def test_having_talked_to_a_doctor_is_kept_once(services: Services) -> None:
    key = check(services, Tier.EMERGENCY_NOW)
    assert follow_up.talked_to_doctor(services, key, "Hun ser på det")
    assert follow_up.talked_to_doctor(services, key, "Hun ser på det ") is None
    assert follow_up.talked_to_doctor(services, key) is None
    assert [one.said for one in services.screenings.follow_ups()] == ["Hun ser på det"]
    assert follow_up.talked_to_doctor(services, key, "Og en scanning")
    assert stopped(services) == set()


def test_one_that_is_not_known_is_refused(services: Services) -> None:
    with pytest.raises(AnswerRefusedError):
        follow_up.talked_to_doctor(services, "unknown")


@pytest.mark.full
def test_what_was_said_holds_no_cpr_number_and_is_not_endless(services: Services) -> None:
    key = check(services, Tier.EMERGENCY_NOW)
    with pytest.raises(CprNumberError):
        follow_up.talked_to_doctor(services, key, "010190-1234")
    long = refused_with(lambda: follow_up.not_yet(services, key, "a" * 2001))
    assert long == "error.note_long"
    assert services.screenings.follow_ups() == []
    assert stopped(services)


# --- whose it is ----------------------------------------------------------------------------


@pytest.mark.full
def test_another_person_has_none_of_it(services: Services) -> None:
    key = check(services, Tier.EMERGENCY_NOW)
    screening.begin(services, Round.FULL)
    check_offer.put_off(services)
    other = other_person(services)
    assert (other.screenings.all(), other.screenings.follow_ups()) == ([], [])
    assert (other.screenings.draft(), stopped(other)) == (None, set())
    assert other.screenings.put_offs() == []
    with pytest.raises(AnswerRefusedError):
        follow_up.talked_to_doctor(other, key)


@pytest.mark.full
def test_deleting_everything_deletes_it(services: Services) -> None:
    follow_up.talked_to_doctor(services, check(services, Tier.EMERGENCY_NOW))
    screening.begin(services, Round.FULL)
    check_offer.put_off(services)
    path = services.database.path
    delete_everything(services)
    for table in ("screening", "follow_up", "screening_draft", "put_off"):
        assert rows(path, table) == []


@pytest.mark.full
def test_a_file_of_the_first_version_gets_room_for_it(old: Path) -> None:  # noqa: F811
    services = services_in(old.parent)
    key = check(services, Tier.EMERGENCY_NOW)
    follow_up.talked_to_doctor(services, key)
    services.database.close()
    again = services_in(old.parent)
    assert [one.id for one in again.screenings.all()] == [key]
    assert len(again.screenings.follow_ups()) == 1
    again.database.close()


@pytest.mark.full
def test_a_follow_up_needs_its_check(services: Services) -> None:
    check(services, Tier.EMERGENCY_NOW)
    with sqlite3.connect(services.database.path) as plain:
        plain.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            plain.execute(
                "INSERT INTO follow_up SELECT person_id, 'a', 'b', at, zone, 1, '', NULL "
                "FROM screening"
            )
    plain.close()


# --- under way ------------------------------------------------------------------------------


def test_a_check_goes_on_where_it_was_until_it_is_done(services: Services, hand: Hand) -> None:
    assert screening.under_way(services) is None
    kept = Draft(Round.SHORT, {"ticks/about_you": ("cancer_history",), "age": ("50",)}, NOW)
    services.screenings.keep_draft(kept)
    assert services.screenings.draft() == kept == screening.under_way(services)
    check(services, Tier.WATCH)
    assert services.screenings.draft() is None


def test_what_was_true_yesterday_is_asked_anew(services: Services, hand: Hand) -> None:
    screening.begin(services, Round.FULL)
    hand.move(hours=17)  # two at night, still the same day
    assert screening.under_way(services) is not None
    hand.move(hours=2)
    assert screening.under_way(services) is None


def test_the_screens_hear_what_is_missing(services: Services) -> None:
    outcome = screening.outcome_of(services, Round.FULL, dict.fromkeys(KEYS, Answer.NO))
    assert outcome.complete
    assert {ALONE[sign] for sign in SIGN.values()} == {tier.key for tier in Tier}
