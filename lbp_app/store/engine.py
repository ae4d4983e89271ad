"""How SQLite is spoken to: what it must promise, and where its transactions begin."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine import URL

from lbp_app.errors import DamagedError, LockedError
from lbp_app.store.cipher import Key, connected, module

_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON")
_PATIENCE = 1.0  # seconds that a write waits for another program


def engine_for(path: Path, key: Key = None, *, foreign_keys: bool = True) -> Engine:
    """The execution option `begin`: DEFERRED, IMMEDIATE, or "" for no transaction."""
    pragmas = (*_PRAGMAS, f"foreign_keys = {foreign_keys}")

    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions begin where _begin says
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()

    engine = _plain(path) if key is None else _encrypted(path, key)
    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _plain(path: Path) -> Engine:
    url = URL.create("sqlite", database=str(path))
    return create_engine(url, connect_args={"timeout": _PATIENCE}, hide_parameters=True)


def _encrypted(path: Path, key: bytes) -> Engine:
    """The key stands in no address and no argument, which SQLAlchemy might tell somebody."""

    def connect() -> Any:
        return connected(path, key, timeout=_PATIENCE, check_same_thread=False)

    return create_engine(
        "sqlite://", module=module(), creator=connect, poolclass=QueuePool, hide_parameters=True
    )


def do_not_wait(connection: Any, *_: object) -> None:
    """For the pool's "checkout": what is written may be lost when the power fails."""
    connection.execute("PRAGMA synchronous = OFF").close()


def refuse_damage_in(connection: Connection) -> None:
    """DamagedError unless every page, row and reference is in order."""
    found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    if found != "ok" or connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise DamagedError


def scrub(engine: Engine) -> None:
    """Leaves no byte of what was deleted; LockedError while somebody else reads."""
    with engine.execution_options(begin="").connect() as connection:
        connection.exec_driver_sql("VACUUM")
        if connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar():
            raise LockedError


def _begin(connection: Connection) -> None:
    how = connection.get_execution_options().get("begin", "DEFERRED")
    if how:
        driver: Any = connection.connection.driver_connection
        driver.execute(f"BEGIN {how}").close()
