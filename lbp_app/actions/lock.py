"""The lock before the app. It belongs to the device: nothing of it is in a backup, and it has no
history and no undo.
"""

from dataclasses import replace

from lbp_app.errors import AnswerRefusedError
from lbp_app.exchange import keys
from lbp_app.exchange.sealed import Cost
from lbp_app.model.lock import IDLE, Lock, Opens, Worn, checked_code
from lbp_app.model.person import Preferences
from lbp_app.services import Guard, Services


def unlock(guard: Guard, said: str) -> None:
    """With the code or the recovery key."""
    let_in(guard, proven(guard, said))


def let_in(guard: Guard, key: bytes) -> None:
    """Whoever has `proven` to know it."""
    guard.open(key)


def lock_now(guard: Guard) -> None:
    guard.close()


def turn_on(
    services: Services, first: str, again: str, idle: int | None, cost: Cost | None = None
) -> str:
    """Returns the recovery key, which is shown this once and kept nowhere."""
    guard = services.guard
    if guard.is_on:
        raise AnswerRefusedError("error.lock_on")
    code = checked_code(first, again, alone=False)
    key, recovery = keys.new_key(), keys.new_recovery()
    slots = (
        keys.seal(key, Opens.CODE, code, cost=cost),
        keys.seal(key, Opens.RECOVERY, recovery, cost=cost),
    )
    worn = worn_by(services.person.preferences())
    guard.put(Lock(slots, checked_idle(idle), worn=worn), key)
    return recovery


def change_code(
    services: Services, now: str, first: str, again: str, cost: Cost | None = None
) -> None:
    """`now` may be the recovery key."""
    guard = services.guard
    lock = _lock(guard)
    code = checked_code(first, again, alone=lock.encrypts)
    key = proven(guard, now)
    guard.put(lock.with_slot(keys.seal(key, Opens.CODE, code, cost=cost)), key)


def new_recovery(services: Services, now: str, cost: Cost | None = None) -> str:
    """The key that was printed before opens nothing from now on."""
    guard = services.guard
    key, recovery = proven(guard, now), keys.new_recovery()
    slot = keys.seal(key, Opens.RECOVERY, recovery, cost=cost)
    guard.put(_lock(guard).with_slot(slot), key)
    return recovery


def change_idle(services: Services, idle: int | None) -> None:
    guard = services.guard
    if guard.key is not None:
        guard.put(replace(_lock(guard), idle=checked_idle(idle)), guard.key)


def turn_off(services: Services, now: str) -> None:
    proven(services.guard, now)
    services.guard.remove()


def recovery_sheet(services: Services, recovery: str) -> bytes:
    """A page to print and put away."""
    from lbp_app.exchange.passphrase_sheet import recovery_sheet

    language = services.person.preferences().language
    return recovery_sheet(recovery, language, services.clock.local())


def worn_by(preferences: Preferences) -> Worn:
    return Worn(
        preferences.language,
        preferences.appearance.value,
        preferences.text_scale,
        preferences.reduced_motion,
    )


def checked_idle(minutes: int | None) -> int | None:
    if minutes is not None and minutes not in IDLE:
        raise ValueError(minutes)
    return minutes


def proven(guard: Guard, said: str) -> bytes:
    """The data key, for whoever says the code or the recovery key; nothing is opened yet."""
    with guard.trying():
        key = _key(guard, said)
        guard.set_wrong(0)
        return key


def _key(guard: Guard, said: str) -> bytes:
    lock = _lock(guard)
    guard.begin_try()
    found = (keys.unseal(slot, secret, _no_ring) for slot, secret in lock.slots_for(said))
    key = next((key for key in found if key is not None), None)
    if key is None:
        raise AnswerRefusedError("error.code_wrong")
    return key


def _lock(guard: Guard) -> Lock:
    if guard.lock is None:
        raise AnswerRefusedError("error.lock_off")
    return guard.lock


def _no_ring() -> bytes | None:
    return None
