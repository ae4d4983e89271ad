"""Keeps check-ins: one row a day for what stands now, beside the history of how it came about."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from lbp_app.model.day import Clock
from lbp_app.model.diary import Answers, CheckIn, Feeling, LegSide, Scale
from lbp_app.model.history import Change
from lbp_app.store.history import Journal
from lbp_app.store.session import Database
from lbp_app.store.tables import check_in as table

_COLUMNS = [table.c[name] for name in CheckIn.__dataclass_fields__]
_ENDS = bindparam("first", type_=table.c.day.type), bindparam("last", type_=table.c.day.type)
_BETWEEN = (  # made once, as Journal's
    select(*_COLUMNS)
    .where(table.c.person_id == bindparam("who"), table.c.day.between(*_ENDS))
    .order_by(table.c.day)
)
_NOTHING: frozenset[str] = frozenset()
SKIPPABLE = frozenset([*(scale.value for scale in Scale), "feeling"])
SKIPPED = "skipped"  # stands in the history where an answer would


class DiaryStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._person_id = person_id
        self._journal = Journal(person_id, clock, "check_in")

    def get(self, day: date) -> CheckIn:
        """An empty one when nothing was said."""
        with self._database.reading() as connection:
            return self._read(connection, day) or CheckIn(day)

    def two_days(self, day: date) -> tuple[CheckIn, CheckIn]:
        """The day before it, and the day; empty ones when nothing was said."""
        before = day - timedelta(days=1)
        found = {one.day: one for one in self.between(before, day)}
        return found.get(before, CheckIn(before)), found.get(day, CheckIn(day))

    def put(self, check_in: CheckIn, question: str) -> Change | None:
        """Keeps that one answer; what other tabs said meanwhile about the same day stays. None when
        it is the answer already.
        """
        with self._database.writing() as connection:
            before = self._read(connection, check_in.day)
            there = before or CheckIn(check_in.day)
            after = _saying(there, question, _said(check_in, question))
            return None if after == there else self._write(connection, before, after, question)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            change = self._journal.newest(connection, change)
            before = self._read(connection, date.fromisoformat(change.key))
            after = before or CheckIn(date.fromisoformat(change.key))
            for part in (change, *self._journal.brought_along(connection, change)):
                after = _saying(after, part.field, part.old)
            return self._write(connection, before, after, change.field)

    def between(self, first: date, last: date) -> list[CheckIn]:
        """Both ends included; only days with a row, in order."""
        with self._database.reading() as connection:
            return self._between(connection, first, last)

    def answers(self, first: date, last: date) -> list[Answers]:
        """As `between`, but only what a course is drawn from."""
        columns = [table.c[name] for name in Answers._fields]
        days = select(*columns).where(self._own(), table.c.day.between(first, last))
        with self._database.reading() as connection:
            return [*map(Answers._make, connection.execute(days.order_by(table.c.day)).all())]

    def first_day(self) -> date | None:
        with self._database.reading() as connection:
            day: date | None = connection.scalar(select(func.min(table.c.day)).where(self._own()))
            return day

    def count(self) -> int:
        """Days on which something was said."""
        answers = [table.c[question] for question in (*Scale, "feeling")]
        said = or_(table.c.note != "", *(answer.is_not(None) for answer in answers))
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).where(self._own(), said)) or 0

    def _own(self) -> Any:
        return table.c.person_id == self._person_id

    def _read(self, connection: Connection, day: date) -> CheckIn | None:
        return next(iter(self._between(connection, day, day)), None)

    def _between(self, connection: Connection, first: date, last: date) -> list[CheckIn]:
        asked = {"who": self._person_id, "first": first, "last": last}
        return _check_ins(connection.execute(_BETWEEN, asked).all())

    def _write(
        self, connection: Connection, before: CheckIn | None, after: CheckIn, question: str
    ) -> Change:
        if before is None:
            connection.execute(insert(table).values(person_id=self._person_id, **as_columns(after)))
        else:
            same_day = update(table).where(self._own(), table.c.day == after.day)
            connection.execute(same_day.values(as_columns(after)))
        return self._write_down(connection, before or CheckIn(after.day), after, question)

    def _write_down(
        self, connection: Connection, before: CheckIn, after: CheckIn, question: str
    ) -> Change:
        key = after.day.isoformat()
        old, new = _said(before, question), _said(after, question)
        change = self._journal.write(connection, key, question, old, new)
        if question != "leg_side" and before.leg_side != after.leg_side:
            side = _said(before, "leg_side"), _said(after, "leg_side")
            self._journal.write(connection, key, "leg_side", *side, because_of=change.id)
        return change


def _said(check_in: CheckIn, question: str) -> object:
    return SKIPPED if question in check_in.skipped else getattr(check_in, question)


def _saying(check_in: CheckIn, question: str, said: Any) -> CheckIn:
    if said == SKIPPED and question in SKIPPABLE:
        return check_in.skipping(question)
    kind = {"leg_side": LegSide, "feeling": Feeling}.get(question)
    return check_in.answering(question, kind(said) if kind and said else said)


def as_columns(check_in: CheckIn) -> dict[str, object]:
    values = {name: getattr(check_in, name) for name in CheckIn.__dataclass_fields__}
    return values | {"skipped": ",".join(sorted(check_in.skipped))}


def _check_ins(rows: Iterable[Any]) -> list[CheckIn]:
    return [
        CheckIn(
            day=day,
            back_pain=back,
            leg_pain=leg,
            hindrance=hindrance,
            sleep=sleep,
            mood=mood,
            leg_side=LegSide(side) if side else None,
            feeling=Feeling(feeling) if feeling else None,
            note=note,
            skipped=frozenset(skipped.split(",")) if skipped else _NOTHING,
        )
        for day, back, leg, hindrance, sleep, mood, side, feeling, note, skipped in rows
    ]
