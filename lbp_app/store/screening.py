"""Keeps safety checks and what became of them. Neither can be changed: there is only adding."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.pause import Pause
from lbp_app.model.screening import Draft, FollowUp, Screening
from lbp_app.model.triage import Answer, Answers, Tier
from lbp_app.store.history import Journal
from lbp_app.store.pause import PauseStore
from lbp_app.store.session import Database
from lbp_app.store.tables import follow_up, screening, screening_draft

_SCREENING = [screening.c[name] for name in Screening.__dataclass_fields__]
_FOLLOW_UP = [follow_up.c[name] for name in FollowUp.__dataclass_fields__]


class ScreeningStore:
    def __init__(
        self, database: Database, person_id: str, clock: Clock, pauses: PauseStore
    ) -> None:
        self._database = database
        self._person_id = person_id
        self._pauses = pauses
        self._screenings = Journal(person_id, clock, "screening")
        self._follow_ups = Journal(person_id, clock, "follow_up")

    def all(self) -> list[Screening]:
        """Oldest first."""
        rows = select(*_SCREENING).where(screening.c.person_id == self._person_id)
        with self._database.reading() as connection:
            found = connection.execute(rows.order_by(screening.c.at, screening.c.id))
            return [_screening(row) for row in found]

    def follow_ups(self) -> list[FollowUp]:
        """Oldest first."""
        rows = select(*_FOLLOW_UP).where(follow_up.c.person_id == self._person_id)
        with self._database.reading() as connection:
            found = connection.execute(rows.order_by(follow_up.c.at, follow_up.c.id))
            return [FollowUp(*row) for row in found]

    def add(self, one: Screening, pauses: Iterable[Pause]) -> Change:
        """With the pauses that it brings; what was under way is done."""
        said = vars(one) | {"answers": said_of(one.answers), "tier": one.tier.key}
        with self._database.writing() as connection:
            connection.execute(insert(screening).values(person_id=self._person_id, **said))
            self._drop_draft(connection)
            self._put(connection, pauses)
            told = {"tier": one.tier.key, "rules_version": one.rules_version, "shown": one.shown}
            return self._screenings.write(connection, one.id, "screening", None, told)

    def add_follow_up(self, one: FollowUp, pauses: Iterable[Pause]) -> Change:
        """With the pauses that it ends."""
        with self._database.writing() as connection:
            connection.execute(insert(follow_up).values(person_id=self._person_id, **vars(one)))
            self._put(connection, pauses)
            told = {"screening": one.screening_id, "reached": one.reached, "said": one.said}
            return self._follow_ups.write(connection, one.id, "follow_up", None, told)

    def draft(self) -> Draft | None:
        rows = select(screening_draft).where(screening_draft.c.person_id == self._person_id)
        with self._database.reading() as connection:
            row = connection.execute(rows).first()
            return Draft(answers_of(row.answers), row.place, row.at) if row else None

    def keep_draft(self, draft: Draft | None) -> None:
        """In place of the one before; None drops it."""
        with self._database.writing() as connection:
            self._drop_draft(connection)
            if draft is not None:
                said = vars(draft) | {"answers": said_of(draft.answers)}
                row = insert(screening_draft).values(person_id=self._person_id, **said)
                connection.execute(row)

    def _drop_draft(self, connection: Connection) -> None:
        own = screening_draft.c.person_id == self._person_id
        connection.execute(delete(screening_draft).where(own))

    def _put(self, connection: Connection, pauses: Iterable[Pause]) -> None:
        for pause in pauses:
            self._pauses.put_within(connection, pause)


def said_of(answers: Answers) -> dict[str, str]:
    return {sign: answer.value for sign, answer in answers.items()}


def answers_of(said: dict[str, str]) -> dict[str, Answer]:
    return {sign: Answer(answer) for sign, answer in said.items()}


def _screening(row: Any) -> Screening:
    values = row._asdict()
    values |= {"answers": answers_of(row.answers), "tier": Tier.of(row.tier)}
    return Screening(**values | {"reasons": tuple(row.reasons)})
