"""Who changed what, when: one table for every noun, so that any write can be undone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, or_, select

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.store.session import Database
from lbp_app.store.tables import history

_COLUMNS = [history.c[name] for name in Change.__dataclass_fields__]
_OF_NOUN = history.c.person_id == bindparam("who"), history.c.noun == bindparam("what")
# made once: SQLAlchemy takes longer to make a statement than SQLite to answer it
_NEWEST = select(func.max(history.c.id)).where(*_OF_NOUN).scalar_subquery()
_LAST = select(history.c.id, history.c.at).where(history.c.id == _NEWEST)


def as_json(value: Any) -> Any:
    """As the history holds it: a day or an instant as text."""
    return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True)
class Journal:
    """Writes down one person's changes of one noun, in the transaction that makes them."""

    person_id: str
    clock: Clock
    noun: str

    def write(
        self,
        connection: Connection,
        key: str,
        field: str,
        old: object,
        new: object,
        because_of: int | None = None,
    ) -> Change:
        said: dict[str, Any] = {"key": key, "field": field, "old": old, "new": new}
        said |= {"noun": self.noun, "at": self.clock.now(), "zone": self.clock.zone_name()}
        row = insert(history).values(person_id=self.person_id, because_of=because_of, **said)
        made: Any = connection.execute(row.returning(history.c.id)).scalar_one()
        return Change(id=made, **said)

    def last(self, connection: Connection) -> tuple[int | None, datetime | None]:
        """Id and instant of the noun's last change: ids alone begin anew in a restored file."""
        row = connection.execute(_LAST, {"who": self.person_id, "what": self.noun}).first()
        return (row.id, row.at) if row else (None, None)

    def newest(self, connection: Connection, change: Change) -> Change:
        """As it was written down; AnswerRefusedError when its field was changed again since."""
        same = _own(self.person_id).where(
            history.c.noun == self.noun,
            history.c.key == change.key,
            history.c.field == change.field,
        )
        row = connection.execute(same.order_by(history.c.id.desc()).limit(1)).first()
        if row is None or row.id != change.id:
            raise AnswerRefusedError("error.undo_too_late")
        return _change(row)

    def brought_along(self, connection: Connection, change: Change) -> list[Change]:
        """What had to change with it."""
        rows = _own(self.person_id).where(history.c.because_of == change.id)
        return [_change(row) for row in connection.execute(rows)]


class HistoryStore:
    def __init__(self, database: Database, person_id: str) -> None:
        self._database = database
        self._person_id = person_id

    def of(self, noun: str, key: str) -> list[Change]:
        """Oldest first."""
        rows = _own(self._person_id).where(history.c.noun == noun, history.c.key == key)
        with self._database.reading() as connection:
            return [_change(row) for row in connection.execute(rows.order_by(history.c.id))]

    def newest(self, nouns: Collection[str]) -> int:
        """The id of the newest change of any of them; 0 when there is none."""
        own = history.c.person_id == self._person_id, history.c.noun.in_(nouns)
        with self._database.reading() as connection:
            return connection.execute(select(func.max(history.c.id)).where(*own)).scalar() or 0

    def last_at(self, nouns: Collection[str], until: datetime) -> datetime | None:
        """When any of them was changed last; what lies later than `until` was by a wrong clock."""
        own = history.c.person_id == self._person_id, history.c.noun.in_(nouns)
        newest = select(func.max(history.c.at)).where(*own, history.c.at <= until)
        with self._database.reading() as connection:
            return connection.execute(newest).scalar()

    def changed_at(self, nouns: Collection[str], key: str) -> datetime | None:
        """When something of that key, or of one that begins with it and a slash, was changed last;
        an undo counts.
        """
        of_it = or_(history.c.key == key, history.c.key.startswith(f"{key}/", autoescape=True))
        own = history.c.person_id == self._person_id, history.c.noun.in_(nouns)
        with self._database.reading() as connection:
            found: datetime | None = connection.execute(
                select(func.max(history.c.at)).where(*own, of_it)
            ).scalar()
            return found

    def get(self, change_id: int) -> Change | None:
        row = _own(self._person_id).where(history.c.id == change_id)
        with self._database.reading() as connection:
            found = connection.execute(row).first()
            return _change(found) if found else None


def _own(person_id: str) -> Select[Any]:
    return select(*_COLUMNS).where(history.c.person_id == person_id)


def _change(row: Any) -> Change:
    return Change(*row)
