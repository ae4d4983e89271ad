"""Keeps whom plans are taken from, and the secrets of it, which are the device's own."""

from typing import Any

from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.pairing import Pairing
from lbp_app.store.device import get_within, put_within
from lbp_app.store.history import Journal
from lbp_app.store.rows import Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import pairing as table

KEYS = "keys."  # how the place of a physiotherapist's secrets begins


class PairingStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._person_id = person_id
        journal = Journal(person_id, clock, "pairing")
        self._rows: Rows[Pairing] = Rows(table, journal, lambda one: vars(one), _made)

    def all(self) -> list[Pairing]:
        """Oldest first."""
        with self._database.reading() as connection:
            return self._rows.all(connection)

    def get(self, pairing_id: str) -> Pairing | None:
        with self._database.reading() as connection:
            return self._rows.get(connection, pairing_id)

    def put(self, pairing: Pairing, secret: bytes | None = None) -> Change:
        """With its `secret`, which is neither exported nor in the history."""
        with self._database.writing() as connection:
            if secret is not None:
                put_within(connection, secret_of(pairing.id), secret.hex())
            return self._rows.put(connection, pairing.id, pairing)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            return self._rows.put_back(connection, change)

    def secret(self, pairing_id: str) -> bytes | None:
        """None where the rows came from an export."""
        with self._database.reading() as connection:
            found = get_within(connection, secret_of(pairing_id))
            return bytes.fromhex(found) if found else None

    def own_secrets(self) -> tuple[bytes, ...] | None:
        """Of a physiotherapist; None before there are any."""
        with self._database.reading() as connection:
            found = get_within(connection, f"{KEYS}{self._person_id}")
            return tuple(map(bytes.fromhex, found)) if found else None

    def put_own_secrets(self, *secrets: bytes) -> None:
        """Once: they are what patients know the physiotherapist by."""
        with self._database.writing() as connection:
            if get_within(connection, f"{KEYS}{self._person_id}") is None:
                said = [secret.hex() for secret in secrets]
                put_within(connection, f"{KEYS}{self._person_id}", said)


def secret_of(pairing_id: str) -> str:
    return f"pairing.{pairing_id}"


def _made(row: dict[str, Any]) -> Pairing:
    return Pairing(**row)
