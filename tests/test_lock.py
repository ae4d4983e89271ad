"""The lock before the app: codes, waiting, idle time, and what is kept of it."""

import json
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from lbp_app.actions import lock, person
from lbp_app.errors import AnswerRefusedError, LockedOutError, StoreError
from lbp_app.exchange import keys
from lbp_app.exchange.sealed import Cost
from lbp_app.model.lock import (
    ALPHABET,
    FIRST_WAIT,
    LONGEST_WAIT,
    PATIENCE,
    Opens,
    checked_code,
    recovery_in,
    wait_after,
)
from lbp_app.services import Guard, Services
from lbp_app.store.lock import FILE, SECOND, WRONG, LockStore
from lbp_app.store.session import open_database
from tests.builders import Hand, refused_with

CHEAP = Cost(passes=1, lanes=1, memory=8)
CODE = "ryg 4711 sol"
LONG = "fire ord i en lang række"


def locked(services: Services, idle: int | None = 15) -> str:
    """The lock is on and closed; the recovery key."""
    recovery = lock.turn_on(services, CODE, CODE, idle, CHEAP)
    lock.lock_now(services.guard)
    return recovery


def restarted(services: Services, hand: Hand) -> Guard:
    """As another start of the program finds it."""
    hand.steady = 1000
    return Guard(services.database.path.parent, hand.clock("another run"))


def wrong(guard: Guard, times: int) -> list[str]:
    return [refused_with(lambda: lock.unlock(guard, "forkert kode")) for _ in range(times)]


# --- opening ------------------------------------------------------------------------------------


@pytest.mark.full
def test_without_a_lock_nothing_is_locked(services: Services) -> None:
    lock.lock_now(services.guard)
    assert not services.guard.is_locked
    assert not list(services.database.path.parent.glob("lock*"))


def test_only_the_code_opens(services: Services) -> None:
    locked(services)
    assert wrong(services.guard, 1) == ["error.code_wrong"]
    assert services.guard.is_locked
    lock.unlock(services.guard, f" {CODE} ")
    assert not services.guard.is_locked


def test_the_recovery_key_opens_however_it_is_typed(services: Services) -> None:
    recovery = locked(services)
    for typed in (recovery, recovery.lower().replace("-", " "), recovery.replace("0", "o")):
        lock.unlock(services.guard, typed)
        lock.lock_now(services.guard)


def test_a_start_begins_locked(services: Services, hand: Hand) -> None:
    lock.turn_on(services, CODE, CODE, 15, CHEAP)
    assert not services.guard.is_locked
    guard = restarted(services, hand)
    assert guard.is_locked
    with pytest.raises(LockedOutError):
        guard.refuse_locked()
    lock.unlock(guard, CODE)


def test_a_new_code_takes_the_place_of_the_old_and_leaves_the_recovery_key(
    services: Services,
) -> None:
    recovery = lock.turn_on(services, CODE, CODE, 15, CHEAP)
    lock.change_code(services, CODE, "482913", "482913", CHEAP)
    assert refused_with(lambda: lock.proven(services.guard, CODE)) == "error.code_wrong"
    assert lock.proven(services.guard, "482913") == lock.proven(services.guard, recovery)


def test_a_new_recovery_key_takes_the_place_of_the_old(services: Services) -> None:
    old = lock.turn_on(services, CODE, CODE, 15, CHEAP)
    new = lock.new_recovery(services, old, CHEAP)
    assert refused_with(lambda: lock.proven(services.guard, old)) == "error.code_wrong"
    assert lock.proven(services.guard, new) == lock.proven(services.guard, CODE)


def test_turned_off_nothing_of_it_is_left(services: Services, hand: Hand) -> None:
    lock.turn_on(services, CODE, CODE, 15, CHEAP)
    assert refused_with(lambda: lock.turn_off(services, "forkert kode")) == "error.code_wrong"
    assert services.guard.is_on
    lock.turn_off(services, CODE)
    assert not list(services.database.path.parent.glob("lock*"))
    assert not restarted(services, hand).is_locked


@pytest.mark.parametrize(
    ("first", "again", "why"),
    [
        ("12345", "12345", "error.code_short"),
        ("abc4567", "abc4567", "error.code_short"),
        ("111111", "111111", "error.code_easy"),
        ("123456", "123456", "error.code_easy"),
        ("876543", "876543", "error.code_easy"),
        ("482913", "482914", "error.code_differs"),
    ],
)
def test_a_code_that_is_too_easy_is_refused(
    services: Services, first: str, again: str, why: str
) -> None:
    assert refused_with(lambda: lock.turn_on(services, first, again, 15, CHEAP)) == why
    assert not services.guard.is_on


def test_where_nothing_makes_a_thief_wait_the_code_is_longer() -> None:
    assert refused_with(lambda: checked_code(*["482913"] * 2, alone=True)).endswith("alone")
    assert checked_code(*["solen skinner"] * 2, alone=True) == "solen skinner"


def test_turned_on_by_two_at_once_it_is_one_lock_whose_keys_open(
    services: Services, hand: Hand
) -> None:
    """Else the file is encrypted with the key of the one and the lock keeps that of the other."""
    ready, shown = threading.Barrier(2), []

    def turn_on() -> None:
        ready.wait()
        with suppress(AnswerRefusedError):
            shown.append(lock.turn_on(services, LONG, LONG, 15, CHEAP, encrypts=True))
            lock.encrypt(services, LONG, CHEAP)

    threads = [threading.Thread(target=turn_on) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    services.database.close()
    assert len(shown) == 1
    for said in (LONG, *shown):
        guard = restarted(services, hand)
        lock.unlock(guard, said)
        open_database(services.database.path.parent, hand.clock("another run"), guard).close()


# --- waiting ------------------------------------------------------------------------------------


def test_wrong_codes_make_one_wait_longer_and_longer() -> None:
    waits = [wait_after(n) for n in range(PATIENCE + 12)]
    assert waits[: PATIENCE + 1] == [0] * (PATIENCE + 1)
    assert waits[PATIENCE + 1 : PATIENCE + 4] == [FIRST_WAIT, 2 * FIRST_WAIT, 4 * FIRST_WAIT]
    assert waits[-1] == LONGEST_WAIT == wait_after(10**9)


def test_while_one_waits_even_the_right_code_is_not_looked_at(
    services: Services, hand: Hand
) -> None:
    locked(services)
    wrong(services.guard, PATIENCE + 1)
    assert refused_with(lambda: lock.unlock(services.guard, CODE)) == "error.code_wait"
    hand.move(seconds=FIRST_WAIT - 1)
    assert services.guard.wait_left() == 1
    hand.move(seconds=1)
    lock.unlock(services.guard, CODE)
    lock.lock_now(services.guard)
    assert wrong(services.guard, PATIENCE) == ["error.code_wrong"] * PATIENCE


def test_setting_the_time_of_day_shortens_no_wait(services: Services, hand: Hand) -> None:
    locked(services)
    wrong(services.guard, PATIENCE + 1)
    for days in (400, -800):
        hand.set_wall(days=days)
        assert services.guard.wait_left() == FIRST_WAIT


def test_a_restart_shortens_no_wait(services: Services, hand: Hand) -> None:
    locked(services)
    wrong(services.guard, PATIENCE + 1)
    hand.move(seconds=FIRST_WAIT - 1)
    again = restarted(services, hand)
    assert again.wait_left() == FIRST_WAIT
    assert refused_with(lambda: lock.unlock(again, CODE)) == "error.code_wait"
    hand.move(seconds=FIRST_WAIT)
    wrong(again, 1)
    assert again.wait_left() == 2 * FIRST_WAIT


def test_a_try_counts_before_it_is_looked_at(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that killing the program while it looks saves no try."""
    locked(services)
    counted: list[int] = []
    store = LockStore(services.database.path.parent)
    real = keys.unseal
    monkeypatch.setattr(
        keys, "unseal", lambda *given: (counted.append(store.wrong()), real(*given))[1]
    )
    lock.unlock(services.guard, CODE)
    assert counted == [1]
    assert store.wrong() == 0


def test_a_count_that_is_spoilt_makes_one_wait(services: Services, hand: Hand) -> None:
    locked(services)
    (services.database.path.parent / WRONG).write_text("{")
    assert restarted(services, hand).wait_left() == LONGEST_WAIT


def test_many_tabs_at_once_have_no_more_tries(services: Services) -> None:
    locked(services)
    said: list[str] = []
    tabs = [threading.Thread(target=lambda: said.extend(wrong(services.guard, 2))) for _ in "12345"]
    for one in tabs:
        one.start()
    for one in tabs:
        one.join()
    assert said.count("error.code_wrong") == PATIENCE + 1
    assert said.count("error.code_wait") == 10 - PATIENCE - 1


# --- by itself ----------------------------------------------------------------------------------


def test_it_locks_when_nobody_has_done_anything(services: Services, hand: Hand) -> None:
    lock.turn_on(services, CODE, CODE, 5, CHEAP)
    told: list[bool] = []
    services.guard.subscribe(lambda: told.append(services.guard.is_locked))
    hand.move(minutes=4)
    services.guard.touch()
    hand.move(minutes=4)
    assert not services.guard.is_locked
    hand.move(minutes=1)
    assert services.guard.is_locked
    assert told == [True]


@pytest.mark.parametrize("moved", ["steady", "wall"])
@pytest.mark.full
def test_setting_either_clock_keeps_nothing_open(
    services: Services, hand: Hand, moved: str
) -> None:
    lock.turn_on(services, CODE, CODE, 5, CHEAP)
    if moved == "steady":
        hand.set_wall(days=-3)
        hand.steady += 5 * 60_000
    else:
        hand.set_wall(minutes=5)
    assert services.guard.is_locked


def test_who_comes_after_the_time_is_over_does_not_prolong_it(
    services: Services, hand: Hand
) -> None:
    lock.turn_on(services, CODE, CODE, 5, CHEAP)
    hand.move(hours=8)
    services.guard.touch()
    assert services.guard.is_locked


def test_it_may_be_left_to_the_person(services: Services, hand: Hand) -> None:
    lock.turn_on(services, CODE, CODE, 5, CHEAP)
    lock.change_idle(services, None)
    hand.move(days=3)
    assert not services.guard.is_locked
    lock.change_idle(services, 1)
    hand.move(minutes=1)
    assert services.guard.is_locked


# --- what is kept -------------------------------------------------------------------------------


def test_neither_code_nor_keys_are_kept(services: Services) -> None:
    recovery = locked(services)
    key = services.guard.key
    assert key is not None
    for file in services.database.path.parent.iterdir():
        if file.is_file():
            content = file.read_bytes()
            assert not any(one in content for one in (CODE.encode(), recovery.encode(), key))
    kept = json.loads((services.database.path.parent / FILE).read_text())
    assert {one["opens"] for one in kept["slots"]} == set(Opens)


def test_the_file_is_for_this_user_alone(services: Services) -> None:
    locked(services)
    for name in (FILE, SECOND):
        assert (services.database.path.parent / name).stat().st_mode & 0o077 == 0


@pytest.mark.full
def test_what_is_kept_costs_a_thief_as_much_as_rfc_9106_asks(services: Services) -> None:
    lock.turn_on(services, CODE, CODE, 15)
    assert services.guard.lock
    for slot in services.guard.lock.slots:
        assert (slot.passes, slot.lanes, slot.memory) == (3, 4, 64 * 1024)


def test_either_file_is_enough(services: Services, hand: Hand) -> None:
    locked(services)
    folder = services.database.path.parent
    (folder / FILE).write_text("{")
    lock.unlock(restarted(services, hand), CODE)
    (folder / FILE).unlink()
    lock.unlock(restarted(services, hand), CODE)


def test_a_lock_that_cannot_be_read_opens_nothing(services: Services, hand: Hand) -> None:
    locked(services)
    for name in (FILE, SECOND):
        (services.database.path.parent / name).write_text('{"version": 2}')
    with pytest.raises(StoreError) as caught:
        restarted(services, hand)
    assert caught.value.key == "error.lock_damaged"


@pytest.mark.parametrize("field", ["opens", "passes", "lanes", "memory", "salt", "ringed"])
@pytest.mark.full
def test_a_slot_that_was_changed_opens_nothing(field: str) -> None:
    from dataclasses import replace

    slot = keys.seal(b"k" * 32, Opens.CODE, CODE, cost=Cost(passes=2, lanes=2, memory=32))
    other: dict[str, object] = {
        "opens": Opens.RECOVERY,
        "passes": 1,
        "lanes": 1,
        "memory": 16,
        "salt": b"0" * 16,
        "ringed": True,
    }
    assert keys.unseal(slot, CODE, lambda: b"") == b"k" * 32
    assert keys.unseal(replace(slot, **{field: other[field]}), CODE, lambda: b"") is None


def test_the_recovery_key_is_new_each_time_and_easily_told_apart() -> None:
    made = [keys.new_recovery() for _ in range(200)]
    assert len({*made}) == 200
    assert {*"".join(made)} == {*ALPHABET, "-"}
    assert all(recovery_in(one) == one for one in made)
    assert recovery_in(CODE) == recovery_in(made[0] + "Z") == ""


def test_the_lock_is_dressed_as_the_person_chose(services: Services, hand: Hand) -> None:
    lock.turn_on(services, CODE, CODE, 15, CHEAP)
    person.change_preference(services, "language", "en")
    person.change_preference(services, "text_scale", 160)
    worn = restarted(services, hand).lock
    assert worn
    assert (worn.worn.language, worn.worn.text_scale) == ("en", 160)


@pytest.mark.full
def test_what_locks_is_loaded_only_where_there_is_a_lock(services: Services) -> None:
    import subprocess

    folder: Path = services.database.path.parent
    code = (
        "import sys, pathlib\n"
        "from lbp_app.app import open_services\n"
        "from lbp_app.config import Settings\n"
        f"open_services(Settings(data=pathlib.Path({str(folder)!r})))\n"
        "late = ('argon2', 'cryptography', 'sqlcipher3', 'keyring')\n"
        "print([name for name in late if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
