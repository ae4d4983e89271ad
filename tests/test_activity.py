"""What a person did outside the app: two taps, and it can be mended."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete

from lbp_app.actions import activity
from lbp_app.actions.history import undo
from lbp_app.model.activity import ActivityKind
from lbp_app.services import Services, services_for
from lbp_app.store import tables
from lbp_app.store.session import Database, open_database
from tests.builders import TODAY, YESTERDAY, Hand, other_person, refused_with


def told(services: Services) -> list[tuple[object, ...]]:
    return [(one.day, one.kind, one.minutes, one.note) for one in services.activities.all()]


@pytest.mark.full
def test_kind_and_minutes_are_enough(services: Services) -> None:
    activity.log_activity(services, ActivityKind.WALK, 20)
    assert told(services) == [(TODAY, ActivityKind.WALK, 20, "")]


@pytest.mark.full
def test_they_stand_in_the_order_of_their_days(services: Services) -> None:
    activity.log_activity(services, ActivityKind.WALK, 20)
    activity.log_activity(services, ActivityKind.SWIM, 30, YESTERDAY, " dejligt ")
    activity.log_activity(services, ActivityKind.GARDEN, 10)
    assert told(services) == [
        (YESTERDAY, ActivityKind.SWIM, 30, "dejligt"),
        (TODAY, ActivityKind.WALK, 20, ""),
        (TODAY, ActivityKind.GARDEN, 10, ""),
    ]


@pytest.mark.full
def test_what_another_program_wrote_is_read(services: Services, database: Database) -> None:
    activity.log_activity(services, ActivityKind.WALK, 20)
    assert len(told(services)) == 1
    other = open_database(database.path.parent, services.clock)
    person_id, _ = services.device.active_person()
    activity.log_activity(
        services_for(other, person_id, services.clock, lambda: None), ActivityKind.SWIM, 30
    )
    other.close()
    assert len(told(services)) == 2


@pytest.mark.full
def test_another_file_under_the_same_numbers_is_read(
    services: Services, database: Database, hand: Hand
) -> None:
    """As after a backup was restored."""
    key = activity.log_activity(services, ActivityKind.WALK, 20).key
    walk = services.activities.all()[0]
    with database.writing() as connection:
        connection.execute(delete(tables.history))
        connection.execute(delete(tables.activity))
    hand.move(minutes=1)
    services.activities.put(key, replace(walk, minutes=45))
    assert told(services) == [(TODAY, ActivityKind.WALK, 45, "")]


def test_it_can_be_changed_removed_and_put_back(services: Services) -> None:
    key = activity.log_activity(services, ActivityKind.WALK, 20).key
    changed = activity.change_activity(
        services, key, kind=ActivityKind.CYCLE, minutes=40, day=YESTERDAY, note="hjem"
    )
    after = [(YESTERDAY, ActivityKind.CYCLE, 40, "hjem")]
    assert told(services) == after
    removed = activity.remove_activity(services, key)
    assert told(services) == []
    undo(services, removed)
    assert told(services) == after
    assert refused_with(lambda: undo(services, changed)) == "error.undo_too_late"


@pytest.mark.parametrize("minutes", [0, 1441])
@pytest.mark.full
def test_impossible_minutes_are_refused(services: Services, minutes: int) -> None:
    assert refused_with(lambda: activity.log_activity(services, ActivityKind.WORK, minutes)) == (
        "error.minutes"
    )
    for possible in (1, 1440):
        activity.log_activity(services, ActivityKind.WORK, possible)


def test_the_future_cpr_numbers_and_endless_notes_are_refused(services: Services) -> None:
    tomorrow = TODAY + timedelta(days=1)
    for note, day, key in (
        ("", tomorrow, "error.future_day"),
        ("010190-1234", TODAY, "error.cpr"),
        ("x" * 501, TODAY, "error.note_long"),
    ):
        assert refused_with(
            lambda note=note, day=day: activity.log_activity(
                services, ActivityKind.WALK, 5, day, note
            )
        ) == (key)
    assert told(services) == []


def test_what_is_not_touched_stays_and_the_same_again_is_no_change(services: Services) -> None:
    key = activity.log_activity(services, ActivityKind.WALK, 20).key
    assert activity.change_activity(services, key, note="Langs åen") is not None
    assert activity.change_activity(services, key, kind=ActivityKind.CYCLE) is not None
    assert activity.change_activity(services, key, kind=ActivityKind.CYCLE) is None
    assert activity.change_activity(services, key, minutes=20, day=TODAY) is None
    (kept,) = services.activities.all()
    assert (kept.kind, kept.minutes, kept.note) == (ActivityKind.CYCLE, 20, "Langs åen")


def test_what_is_gone_or_anothers_cannot_be_changed(services: Services) -> None:
    change = activity.log_activity(services, ActivityKind.WALK, 20)
    other = other_person(services)
    assert other.activities.all() == []
    assert activity.remove_activity(other, change.key) is None
    assert refused_with(lambda: activity.change_activity(other, change.key, minutes=5)) == (
        "error.activity_none"
    )
    assert refused_with(lambda: undo(other, change)) == "error.undo_too_late"
