"""Sessions as they are told of in tests."""

from datetime import date, datetime, time, timedelta
from itertools import count

from lbp_app.model.exercise import Mode
from lbp_app.model.session import After, Item, Session, SessionKind
from tests.builders import HOME

_numbers = count()


def trained(
    day: date,
    *exercises: str,
    kind: SessionKind = SessionKind.SHORT,
    after: After | None = None,
    after_at: datetime | None = None,
    **answers: object,
) -> Session:
    """At six in the evening; `answers` are those of each Item."""
    started = datetime.combine(day, time(18), HOME)
    items = tuple(_item(exercise, answers) for exercise in exercises)
    next_morning = started + timedelta(hours=14)
    return Session(
        id=f"session-{next(_numbers)}",
        kind=kind,
        day=day,
        started=started,
        ended=started + timedelta(minutes=20),
        zone="Europe/Copenhagen",
        items=items,
        after=after,
        after_at=after_at or (next_morning if after else None),
    )


def _item(exercise: str, answers: dict[str, object]) -> Item:
    return Item(exercise, Mode.REPS, **{"done": (8, 8), **answers})  # type: ignore[arg-type]
