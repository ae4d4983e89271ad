"""What belongs to the device and not to a person: who is using it, and its own settings."""

from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select

from lbp_app.model.person import Preferences, Role
from lbp_app.store.session import Database
from lbp_app.store.tables import device, person, preferences

_ACTIVE = "active_role"


class DeviceStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def active_person(self) -> tuple[str, Role]:
        """A new patient when the database is new."""
        with self._database.reading() as connection:
            role = Role(get_within(connection, _ACTIVE) or Role.PATIENT)
            found = _person_with(connection, role)
        return found or self.use(role), role

    def use(self, role: Role) -> str:
        """From now on the device is theirs; the one before is hidden, never deleted.

        A new person begins with the preferences of the one before. Returns the person's id.
        """
        with self._database.writing() as connection:
            before = _person_with(connection, Role(get_within(connection, _ACTIVE) or Role.PATIENT))
            put_within(connection, _ACTIVE, role.value)
            return _person_with(connection, role) or _new_person(connection, role, before)

    def get(self, key: str) -> Any:
        with self._database.reading() as connection:
            return get_within(connection, key)

    def put(self, key: str, value: object) -> None:
        """`value` is anything that JSON can hold."""
        with self._database.writing() as connection:
            put_within(connection, key, value)


def _person_with(connection: Connection, role: Role) -> str | None:
    found: str | None = get_within(connection, f"person.{role.value}")
    return found


def _new_person(connection: Connection, role: Role, before: str | None) -> str:
    person_id = uuid4().hex
    connection.execute(insert(person).values(person_id=person_id, role=role.value))
    connection.execute(insert(preferences).values(_preferences(connection, before, person_id)))
    put_within(connection, f"person.{role.value}", person_id)
    return person_id


def _preferences(connection: Connection, before: str | None, person_id: str) -> dict[str, object]:
    rows = select(preferences).where(preferences.c.person_id == before)
    kept = connection.execute(rows).mappings().first()
    return {**(kept or vars(Preferences())), "person_id": person_id}


def get_within(connection: Connection, key: str) -> Any:
    return connection.scalar(select(device.c.value).where(device.c.key == key))


def has_within(connection: Connection, beginning: str) -> bool:
    """Whether there is anything whose key begins so."""
    found = select(device.c.key).where(device.c.key.startswith(beginning, autoescape=True))
    return connection.execute(found).first() is not None


def put_within(connection: Connection, key: str, value: object) -> None:
    connection.execute(delete(device).where(device.c.key == key))
    if value is not None:
        connection.execute(insert(device).values(key=key, value=value))
