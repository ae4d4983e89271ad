"""Keeps safety checks and what became of them. Neither can be changed: there is only adding."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, delete, insert, select

from lbp_app.model.asking import Round
from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.pause import Pause
from lbp_app.model.screening import Draft, FollowUp, Screening
from lbp_app.model.triage import Answer, Answers, Tier
from lbp_app.store.history import Journal
from lbp_app.store.pause import PauseStore
from lbp_app.store.session import Database
from lbp_app.store.tables import follow_up, history, put_off, screening, screening_draft


def _as_written(table: Table, kind: Any, noun: str) -> Select[Any]:
    """In the order of writing, whatever the clock said meanwhile."""
    columns = [table.c[name] for name in kind.__dataclass_fields__]
    rows = select(*columns).where(table.c.person_id == bindparam("who"))
    of_noun = (history.c.person_id == table.c.person_id) & (history.c.noun == noun)
    return rows.join(history, of_noun & (history.c.key == table.c.id)).order_by(history.c.id)


# made once, as Journal's
_SCREENINGS = _as_written(screening, Screening, "screening")
_FOLLOW_UPS = _as_written(follow_up, FollowUp, "follow_up")


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
        with self._database.reading() as connection:
            found = connection.execute(_SCREENINGS, {"who": self._person_id})
            return [_screening(row) for row in found]

    def follow_ups(self) -> list[FollowUp]:
        """Oldest first."""
        with self._database.reading() as connection:
            found = connection.execute(_FOLLOW_UPS, {"who": self._person_id})
            return [FollowUp(*row) for row in found]

    def add(self, one: Screening, pauses: Iterable[Pause], draft: Draft | None = None) -> Change:
        """With the pauses that it brings; `draft` is what is still under way."""
        said = vars(one) | {"answers": said_of(one.answers), "tier": one.tier.key}
        with self._database.writing() as connection:
            connection.execute(insert(screening).values(person_id=self._person_id, **said))
            self._keep_draft(connection, draft)
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
            return _draft(row) if row else None

    def keep_draft(self, draft: Draft | None) -> None:
        """In place of the one before; None drops it."""
        with self._database.writing() as connection:
            self._keep_draft(connection, draft)

    def put_offs(self) -> list[tuple[str, date]]:
        """Offer and day."""
        rows = select(put_off.c.offer, put_off.c.day).where(put_off.c.person_id == self._person_id)
        with self._database.reading() as connection:
            return [(row.offer, row.day) for row in connection.execute(rows)]

    def put_off(self, offer: str, day: date) -> None:
        if (offer, day) in self.put_offs():
            return
        row = insert(put_off).values(person_id=self._person_id, offer=offer, day=day)
        with self._database.writing() as connection:
            connection.execute(row)

    def _keep_draft(self, connection: Connection, draft: Draft | None) -> None:
        own = screening_draft.c.person_id == self._person_id
        connection.execute(delete(screening_draft).where(own))
        if draft is not None:
            row = insert(screening_draft).values(person_id=self._person_id, **vars(draft))
            connection.execute(row)

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
    return Screening(**values | {"round": Round(row.round), "reasons": tuple(row.reasons)})


def _draft(row: Any) -> Draft:
    replies = {key: tuple(reply) for key, reply in row.replies.items()}
    return Draft(Round(row.round), replies, row.at)
