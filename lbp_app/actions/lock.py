"""The lock before the app. It belongs to the device: nothing of it is in a backup, and it has no
history and no undo.
"""

from dataclasses import replace
from uuid import uuid4

from lbp_app.errors import AnswerRefusedError, AppError
from lbp_app.exchange import keys
from lbp_app.exchange.ring import SYSTEM, Ring
from lbp_app.exchange.sealed import Cost
from lbp_app.model.lock import IDLE, Lock, Opens, Worn, checked_code, recovery_in
from lbp_app.model.person import Preferences
from lbp_app.services import Guard, Services


def unlock(guard: Guard, said: str, ring: Ring = SYSTEM) -> None:
    """With the code or the recovery key."""
    let_in(guard, proven(guard, said, ring))


def let_in(guard: Guard, key: bytes) -> None:
    """Whoever has `proven` to know it."""
    guard.open(key)


def lock_now(guard: Guard) -> None:
    guard.close()


def turn_on(
    services: Services,
    first: str,
    again: str,
    idle: int | None,
    cost: Cost | None = None,
    *,
    encrypts: bool = False,
    ring: Ring = SYSTEM,
) -> str:
    """Returns the recovery key, which is shown this once and kept nowhere. `encrypts` asks for a
    code that is enough for `encrypt`, which comes next.
    """
    guard = services.guard
    with guard.trying():
        if guard.is_on:
            raise AnswerRefusedError("error.lock_on")
        code = checked_code(first, again, alone=encrypts and not ring.is_there())
        key, recovery = keys.new_key(), keys.new_recovery()
        slots = (
            keys.seal(key, Opens.CODE, code, cost=cost),
            keys.seal(key, Opens.RECOVERY, recovery, cost=cost),
        )
        worn = worn_by(services.person.preferences())
        guard.put(Lock(slots, checked_idle(idle), worn=worn), key)
        return recovery


def change_code(
    services: Services,
    now: str,
    first: str,
    again: str,
    cost: Cost | None = None,
    ring: Ring = SYSTEM,
) -> None:
    """`now` may be the recovery key."""
    guard = services.guard
    with guard.trying():
        lock = _lock(guard)
        second = ring.get(lock.ring) if lock.ring else None
        code = checked_code(first, again, alone=lock.encrypts and second is None)
        key = proven(guard, now, ring)
        guard.put(lock.with_slot(keys.seal(key, Opens.CODE, code, second, cost)), key)


def can_encrypt(services: Services) -> bool:
    """Whether what it takes is installed."""
    return services.database.can_encrypt


def encrypt(services: Services, code: str, cost: Cost | None = None, ring: Ring = SYSTEM) -> None:
    """The database and all of its copies, from now on. `code` is the code, not the recovery key.

    Where the device has a keyring, a second secret in it makes a copied file worthless; where it
    has none the code alone must be long.
    """
    guard = services.guard
    with guard.trying():
        before = _lock(guard)
        if recovery_in(code):
            raise AnswerRefusedError("error.code_itself")
        name = uuid4().hex if ring.is_there() else ""
        second = ring.make(name) if name else None
        code = checked_code(code, code, alone=second is None)
        key = proven(guard, code, ring)
        slot = keys.seal(key, Opens.CODE, code, second, cost)
        named = name if second else ""
        _settle(services, key, replace(before.with_slot(slot), encrypts=True, ring=named), before)


def decrypt(services: Services, now: str, ring: Ring = SYSTEM) -> None:
    """Readable for everybody who can read files on this device, copies included."""
    with services.guard.trying():
        before = _lock(services.guard)
        key = proven(services.guard, now, ring)
        _settle(services, key, replace(before, encrypts=False), before)


def _settle(services: Services, key: bytes, lock: Lock, before: Lock) -> None:
    """What is begun and killed goes on at the next start; what fails is as it was."""
    services.guard.put(lock, key)
    try:
        services.database.settle()
    except AppError:
        services.guard.put(before, key)
        raise


def new_recovery(
    services: Services, now: str, cost: Cost | None = None, ring: Ring = SYSTEM
) -> str:
    """The key that was printed before opens nothing from now on."""
    guard = services.guard
    with guard.trying():
        key, recovery = proven(guard, now, ring), keys.new_recovery()
        slot = keys.seal(key, Opens.RECOVERY, recovery, cost=cost)
        guard.put(_lock(guard).with_slot(slot), key)
        return recovery


def change_idle(services: Services, idle: int | None) -> None:
    guard = services.guard
    if guard.key is not None:
        guard.put(replace(_lock(guard), idle=checked_idle(idle)), guard.key)


def turn_off(services: Services, now: str, ring: Ring = SYSTEM) -> None:
    """What is encrypted is made plain first."""
    proven(services.guard, now, ring)
    remove(services, ring)


def remove(services: Services, ring: Ring = SYSTEM) -> None:
    """Without asking: for whoever deletes everything. The key is gone with it."""
    guard = services.guard
    if guard.lock is None:
        return
    lock, key = guard.lock, guard.key
    if lock.encrypts and key is not None:
        _settle(services, key, replace(lock, encrypts=False), lock)
    guard.remove()
    if lock.ring:
        ring.remove(lock.ring)


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


def proven(guard: Guard, said: str, ring: Ring = SYSTEM) -> bytes:
    """The data key, for whoever says the code or the recovery key; nothing is opened yet."""
    with guard.trying():
        key = _key(guard, said, ring)
        guard.set_wrong(0)
        return key


def _key(guard: Guard, said: str, ring: Ring) -> bytes:
    lock = _lock(guard)
    guard.begin_try()

    def second() -> bytes | None:
        return ring.get(lock.ring)

    found = (keys.unseal(slot, secret, second) for slot, secret in lock.slots_for(said))
    key = next((key for key in found if key is not None), None)
    if key is None:
        lost = any(slot.ringed for slot in lock.slots) and second() is None
        raise AnswerRefusedError("error.ring_lost" if lost else "error.code_wrong")
    return key


def _lock(guard: Guard) -> Lock:
    if guard.lock is None:
        raise AnswerRefusedError("error.lock_off")
    return guard.lock
