"""A person has backups made by themselves, to a folder of their own; docs/decisions/0010."""

import secrets
from dataclasses import asdict
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from lbp_app.actions import backup
from lbp_app.actions.hand_over import note_hand_over
from lbp_app.errors import AppError, InputRefusedError, StoreError
from lbp_app.exchange.sealed import Cost, Key, key_of
from lbp_app.exchange.whole_file import file_faults
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.schedule import MARK, Schedule, Standing
from lbp_app.services import Services

NAME, ANY_DAY = "rygvej-auto-{day}-{mark}.rygvej", "????-??-??"
PLAN, STANDING, KEY = "schedule", "schedule.standing", "schedule.key"  # of the device
AGAIN = timedelta(hours=1)  # after a try that failed


def schedule(services: Services) -> Schedule | None:
    kept = services.device.get(PLAN)
    return Schedule(**kept) if isinstance(kept, dict) else None


def standing(services: Services) -> Standing:
    kept = services.device.get(STANDING) or {}
    made, tried = kept.get("made"), kept.get("tried")
    return Standing(
        made=date.fromisoformat(made) if made else None,
        file=kept.get("file", ""),
        tried=datetime.fromisoformat(tried) if tried else None,
        why=kept.get("why", ""),
    )


def begin(
    services: Services, folder: str, every: int, keep: int, passphrase: str | None
) -> Standing:
    """The first one is made at once: only what has worked is kept as a plan. None means plain."""
    place = _chosen(services, folder)
    plan = Schedule(str(place), every, keep, locked=passphrase is not None)
    key = key_of(passphrase) if passphrase else None
    with file_faults():
        place.mkdir(exist_ok=True)
    made = _make(services, plan, key)
    services.device.put(KEY, key and _key_as_json(key))
    services.device.put(PLAN, asdict(plan))
    _keep_standing(services, made)
    return made


def stop(services: Services) -> None:
    """The files stay where they are."""
    for kept in (PLAN, STANDING, KEY):
        services.device.put(kept, None)


def run_if_due(services: Services) -> None:
    """Never raises for what is wrong with the folder: that is kept, and shown as one line."""
    plan, before = schedule(services), standing(services)
    if plan is None or not before.is_due(plan, services.clock.today()):
        return
    now = services.clock.now()
    if before.why and before.tried and timedelta(0) <= now - before.tried < AGAIN:
        return
    run(services)


def run(services: Services) -> Standing:
    """Now, due or not."""
    plan, before = schedule(services), standing(services)
    if plan is None:
        return before
    try:
        _refuse_another_place(Path(plan.folder), before)
        after = _make(services, plan, _key(services))
    except AppError as error:
        after = Standing(before.made, before.file, services.clock.now(), error.key)
    _keep_standing(services, after)
    return after


def _chosen(services: Services, folder: str) -> Path:
    try:
        place = Path(folder.strip()).expanduser()
        real, data = place.resolve(), services.database.path.parent.resolve()
    except (RuntimeError, ValueError) as error:  # nobody's home, a circle of links, a zero byte
        raise InputRefusedError("error.schedule_folder") from error
    if not folder.strip() or not place.is_absolute():
        raise InputRefusedError("error.schedule_folder")
    if real == data or data in real.parents:
        raise InputRefusedError("error.schedule_inside")
    return place


def _refuse_another_place(folder: Path, before: Standing) -> None:
    """Where a stick was pulled out its folder may be there and empty: nothing is put into it."""
    with file_faults():
        is_there = not before.file or (folder / before.file).is_file()
    if not is_there:
        raise StoreError("error.backup_gone")


def _make(services: Services, plan: Schedule, key: Key | None) -> Standing:
    today, folder = services.clock.today(), Path(plan.folder)
    mark = _mark(services)
    path = folder / NAME.format(day=today, mark=mark)
    if plan.locked and key is None:
        raise StoreError("error.schedule_key")
    with file_faults():
        if not folder.is_dir():
            raise StoreError("error.backup_gone")
    backup.make_file(services, path, key)
    with file_faults():
        note_hand_over(services, HandedOver.SCHEDULED, path.stat().st_size)
        own = folder.glob(NAME.format(day=ANY_DAY, mark=mark))
        others = sorted(one for one in own if one != path)
        for old in others[: max(0, len(others) + 1 - plan.keep)]:  # only what the plan has made
            old.unlink()
    return Standing(today, path.name, services.clock.now())


def _mark(services: Services) -> str:
    """Another on each device, so that no other device's files are replaced or thinned out."""
    if services.device.get(MARK) is None:
        services.device.put(MARK, secrets.token_hex(3))
    return str(services.device.get(MARK))


# --- as it is kept ------------------------------------------------------------------------------


def _keep_standing(services: Services, now: Standing) -> None:
    said: dict[str, Any] = {"file": now.file, "why": now.why}
    said["made"] = now.made and now.made.isoformat()
    said["tried"] = now.tried and now.tried.isoformat()
    services.device.put(STANDING, said)


def _key_as_json(key: Key) -> dict[str, Any]:
    return {"cost": asdict(key.cost), "salt": key.salt.hex(), "secret": key.secret.hex()}


def _key(services: Services) -> Key | None:
    kept = services.device.get(KEY)
    if not isinstance(kept, dict):
        return None
    salt, secret = bytes.fromhex(kept["salt"]), bytes.fromhex(kept["secret"])
    return Key(Cost(**kept["cost"]), salt, secret)
