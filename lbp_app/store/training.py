"""Keeps sessions that were done, and the one under way."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.day import Clock
from lbp_app.model.exercise import Mode
from lbp_app.model.history import Change
from lbp_app.model.player import Planned, Player, Running, Side
from lbp_app.model.session import After, Item, Session, SessionKind
from lbp_app.store.history import Journal
from lbp_app.store.rows import WHOLE, Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import session as table
from lbp_app.store.tables import session_draft

AFTER, REFLECTION = "after", "reflection"


class SessionStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._person_id = person_id
        self._journal = Journal(person_id, clock, "session")
        self._rows: Rows[Session] = Rows(table, self._journal, as_columns, _made, "started")

    def all(self) -> list[Session]:
        """Oldest first."""
        with self._database.reading() as connection:
            return self._rows.all(connection)

    def get(self, session_id: str) -> Session | None:
        with self._database.reading() as connection:
            return self._rows.get(connection, session_id)

    def put(self, session_id: str, session: Session | None) -> Change:
        """Whole; None takes it away."""
        with self._database.writing() as connection:
            return self._rows.put(connection, session_id, session)

    def put_within(
        self, connection: Connection, session_id: str, session: Session | None, because_of: int
    ) -> Change:
        """In the transaction of what it comes or goes with."""
        return self._rows.put(connection, session_id, session, because_of=because_of)

    def put_back_within(self, connection: Connection, change: Change, because_of: int) -> Change:
        return self._rows.put_back(connection, change, because_of)

    def finish(self, session: Session) -> Change:
        """In place of the one under way."""
        with self._database.writing() as connection:
            self._keep_draft(connection, None)
            return self._rows.put(connection, session.id, session)

    def put_after(self, session_id: str, after: After | None, at: datetime) -> Change:
        said = after and {"after": after.value, "at": at.isoformat()}
        with self._database.writing() as connection:
            return self._say(connection, session_id, AFTER, said)

    def put_reflection(self, session_id: str, text: str) -> Change:
        with self._database.writing() as connection:
            return self._say(connection, session_id, REFLECTION, text)

    def put_item(self, session_id: str, at: int, field: str, value: Any) -> Change:
        """One field of Item of the item at that place; what others said about it stays."""
        with self._database.writing() as connection:
            return self._say(connection, session_id, f"{at}/{field}", value)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            if change.field == WHOLE:
                return self._rows.put_back(connection, change)
            change = self._journal.newest(connection, change)
            return self._say(connection, change.key, change.field, change.old)

    def draft(self) -> Running | None:
        rows = select(session_draft).where(session_draft.c.person_id == self._person_id)
        with self._database.reading() as connection:
            row = connection.execute(rows).mappings().first()
            return _running(row) if row else None

    def keep_draft(self, running: Running | None) -> None:
        """In place of the one before; None drops it."""
        with self._database.writing() as connection:
            self._keep_draft(connection, running)

    def _keep_draft(self, connection: Connection, running: Running | None) -> None:
        own = session_draft.c.person_id == self._person_id
        connection.execute(delete(session_draft).where(own))
        if running is not None:
            row = vars(running) | {"player": _player_json(running.player)}
            connection.execute(insert(session_draft).values(person_id=self._person_id, **row))

    def _say(self, connection: Connection, session_id: str, field: str, said: Any) -> Change:
        before = self._rows.get(connection, session_id)
        if before is None:
            raise AnswerRefusedError("error.session_none")
        self._rows.replace(connection, session_id, _saying(before, field, said))
        return self._journal.write(connection, session_id, field, _said(before, field), said)


def _said(session: Session, field: str) -> Any:
    if field == REFLECTION:
        return session.reflection
    if field == AFTER:
        at = session.after_at
        return session.after and at and {"after": session.after.value, "at": at.isoformat()}
    place, _, name = field.partition("/")
    value = getattr(_item_at(session, int(place)), name)
    return list(value) if isinstance(value, tuple) else value


def _saying(session: Session, field: str, said: Any) -> Session:
    if field == REFLECTION:
        return replace(session, reflection=said)
    if field == AFTER:
        after, at = (After(said["after"]), said["at"]) if said else (None, None)
        return replace(session, after=after, after_at=at and datetime.fromisoformat(at))
    place, _, name = field.partition("/")
    value = tuple(said) if isinstance(said, list) else said
    changed: dict[str, Any] = {name: value}
    item = replace(_item_at(session, int(place)), **changed)
    return session.with_item(int(place), item)


def _item_at(session: Session, place: int) -> Item:
    if not 0 <= place < len(session.items):
        raise AnswerRefusedError("error.session_none")
    return session.items[place]


def as_columns(session: Session) -> dict[str, Any]:
    items = [vars(item) | {"done": list(item.done)} for item in session.items]
    return vars(session) | {"items": items}


def _made(row: dict[str, Any]) -> Session:
    items = tuple(_item(item) for item in row["items"])
    after = After(row["after"]) if row["after"] else None
    return Session(**row | {"kind": SessionKind(row["kind"]), "items": items, "after": after})


def _item(written: dict[str, Any]) -> Item:
    return Item(**written | {"mode": Mode(written["mode"]), "done": tuple(written["done"])})


# --- the one under way --------------------------------------------------------------------------


def _player_json(player: Player) -> object:
    return {
        "plan": [vars(planned) for planned in player.plan],
        "at": player.at,
        "stage": player.stage,
        "spent": player.spent,
        "running": player.running,
        "done": [[*place, amount] for place, amount in player.done.items()],
        "skipped": sorted(player.skipped),
        "cut_short": player.cut_short,
    }


def _running(row: Any) -> Running:
    told = {name: row[name] for name in Running.__dataclass_fields__}
    return Running(**told | {"kind": SessionKind(row["kind"]), "player": _player(row["player"])})


def _player(written: dict[str, Any]) -> Player:
    done = {(i, n, side and Side(side)): amount for i, n, side, amount in written["done"]}
    plan = tuple(Planned(**p | {"mode": Mode(p["mode"])}) for p in written["plan"])
    rest = {"plan": plan, "done": done, "skipped": frozenset(written["skipped"])}
    return Player(**written | rest)
