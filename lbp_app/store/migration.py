"""Brings an old database up to date. Alembic is loaded here and nowhere else."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from lbp_app.errors import DiskFullError, LockedError, MigrationError
from lbp_app.model.day import Clock
from lbp_app.store import copies
from lbp_app.store.cipher import Key
from lbp_app.store.engine import engine_for, refuse_damage_in
from lbp_app.store.faults import writing_faults
from lbp_app.store.health import version_of

_SCRIPTS = Path(__file__).parent / "migrations"


def migrate(path: Path, key: Key, versions: Path, clock: Clock) -> None:
    """To the newest of `versions`. After a MigrationError the file is as it was."""
    copy = copies.keep_before(path, key, version_of(path, key), clock)
    engine = engine_for(path, key, foreign_keys=False)
    try:
        with writing_faults(), engine.execution_options(begin="IMMEDIATE").begin() as connection:
            upgrade(connection, versions)
            refuse_damage_in(connection)
    except (LockedError, DiskFullError):
        raise
    except Exception as error:
        engine.dispose()
        copies.put_back(path, key, copy)
        raise MigrationError from error
    finally:
        engine.dispose()


def upgrade(connection: Connection, versions: Path, to: str = "head") -> None:
    """Within the connection's own transaction."""
    config = Config()
    config.set_main_option("script_location", _escaped(_SCRIPTS))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", _escaped(versions))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _escaped(path: Path) -> str:
    return str(path).replace("%", "%%")
