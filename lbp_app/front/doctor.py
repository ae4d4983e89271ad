"""`lbp doctor`: how the installation is. Nothing about the person's health or answers."""

import json
import platform
import shutil
from collections.abc import Iterator
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from lbp_app import config
from lbp_app.content.failures import sentence
from lbp_app.content.wording import Wording
from lbp_app.errors import AppError
from lbp_app.front.lifecycle import running_in
from lbp_app.front.window import is_possible

SHOWN = (
    "flet",
    "flet-web",
    "flet-charts",
    "flet-audio",
    "sqlalchemy",
    "alembic",
    "apscheduler",
    "uvicorn",
)
OPTIONAL = {"uvicorn": "uvicorn", "flet_web": "flet-web", "brotli": "brotli"}


def lines(data: Path, t: Wording, *, report: bool) -> Iterator[str]:
    """Each line is a fact; with `report` folders of the person's own are left out."""
    yield t("Rygvej {version} på Python {python}, {system}", **_about())
    for name in SHOWN:
        version = _version(name) or t("mangler")
        yield f"{name} {version}"
    yield t("Mappe med svar: {folder}", folder=_shown(data, report))
    yield t("Databasen: {state}", state=_database(data, t))
    yield t("Lås: på") if _has_lock(data) else t("Lås: ingen")
    yield t("Ledig plads: {size} MB", size=_free(data))
    yield from _running(data, t)
    for name in _missing():
        yield t("Mangler: {name}. Hent den med pip install {name}", name=name)
    if not is_possible():
        yield t("Vindue: findes ikke her. Hent det med pip install flet-desktop==1.0.5")


def _about() -> dict[str, str]:
    system = f"{platform.system()} {platform.release()}"
    return {"version": config.version(), "python": platform.python_version(), "system": system}


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _shown(data: Path, report: bool) -> str:
    if not report:
        return str(data)
    return "…/" + data.name if data == config.data_folder() else "…"


def _database(data: Path, t: Wording) -> str:
    from lbp_app.store import cipher, health
    from lbp_app.store.lock import LockStore

    path = data / "rygvej.db"
    if not cipher.is_plain(path) and LockStore(data).is_there():
        return t("krypteret, kan kun ses efter med koden")
    try:
        if health.is_empty(path):
            return t("ingen endnu")
        health.refuse_damage(path)
        return t("i orden, udgave {number}", number=health.version_of(path))
    except AppError as error:
        return sentence(t, error)


def _has_lock(data: Path) -> bool:
    from lbp_app.store.lock import LockStore

    return LockStore(data).is_there()


def _free(data: Path) -> int:
    folder = next(one for one in (data, *data.parents) if one.exists())
    return shutil.disk_usage(folder).free // 1_000_000


def _running(data: Path, t: Wording) -> Iterator[str]:
    running = running_in(data)
    answer = running.ask("state") if running and running.port else None
    if running is None or answer is None:
        yield t("Rygvej kører ikke lige nu.")
        return
    yield t("Rygvej kører på port {port}.", port=running.port)
    fixed = json.loads(answer).get("fixed_clock")
    if fixed:
        yield t("Uret er stillet til {instant} (kun i lbp demo).", instant=fixed)


def _missing() -> list[str]:
    return [name for module, name in OPTIONAL.items() if find_spec(module) is None]
