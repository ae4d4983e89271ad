"""The lock before the app: who may open it, after how long it locks itself, how long a wrong code
makes one wait. docs/decisions/0008-the-lock.md says what it protects from.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from lbp_app.errors import AnswerRefusedError

DIGITS, LETTERS = 6, 8  # shortest PIN and password, where a wrong one makes one wait
ALONE = 12  # shortest code where a thief may try it on a copied file without waiting
IDLE = (1, 5, 15, 60)  # minutes to choose from; None: never by itself
PATIENCE = 4  # wrong codes that cost nothing
FIRST_WAIT, LONGEST_WAIT = 30, 15 * 60  # seconds
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no letter looks like another
GROUPS, GROUP = 6, 4  # of the recovery key: 120 random bits
_READ_AS = str.maketrans("OIL", "011")


class Opens(StrEnum):
    """What a slot is opened with."""

    CODE = "code"
    RECOVERY = "recovery"


@dataclass(frozen=True)
class Slot:
    """The data key, sealed for one who knows the secret. `memory` in KiB, as Argon2id counts.

    `ringed`: a second secret from the keyring of this device is needed as well.
    """

    opens: Opens
    passes: int
    lanes: int
    memory: int
    salt: bytes
    nonce: bytes
    sealed: bytes
    ringed: bool = False


@dataclass(frozen=True)
class Worn:
    """What the lock is dressed in: what it may know of the person before it is opened."""

    language: str | None = None
    appearance: str = "system"
    text_scale: int = 100
    reduced_motion: bool = False


@dataclass(frozen=True)
class Lock:
    """`encrypts`: the database is to be encrypted with the data key."""

    slots: tuple[Slot, ...]
    idle: int | None = 15  # minutes
    encrypts: bool = False
    ring: str = ""  # the name of the second secret in the keyring
    worn: Worn = Worn()

    def with_slot(self, slot: Slot) -> "Lock":
        """In the place of the one that is opened with the same."""
        kept = tuple(one for one in self.slots if one.opens is not slot.opens)
        return replace(self, slots=(*kept, slot))

    def slots_for(self, said: str) -> Iterator[tuple[Slot, str]]:
        """The slots that a text may open, and what to open each with."""
        key = recovery_in(said)
        for slot in self.slots:
            if slot.opens is Opens.CODE:
                yield slot, said.strip()
            elif key:
                yield slot, key


def wait_after(wrong: int) -> int:
    """Seconds; `wrong` codes in a row since the last right one."""
    if wrong <= PATIENCE:
        return 0
    return min(LONGEST_WAIT, FIRST_WAIT << min(wrong - PATIENCE - 1, 10))


def checked_code(first: str, again: str, *, alone: bool) -> str:
    """Said twice and long enough. `alone`: nothing but the code keeps a thief from the data."""
    code = first.strip()
    if alone and len(code) < ALONE:
        raise AnswerRefusedError("error.code_short_alone", least=ALONE)
    if len(code) < (DIGITS if code.isdecimal() else LETTERS):
        raise AnswerRefusedError("error.code_short", digits=DIGITS, letters=LETTERS)
    if len({*code}) == 1 or (code.isdecimal() and code in "0123456789 9876543210"):
        raise AnswerRefusedError("error.code_easy")
    if code != again.strip():
        raise AnswerRefusedError("error.code_differs")
    return code


def recovery_in(said: str) -> str:
    """The recovery key that a text holds, as `shown_recovery` writes it; "" when it is none."""
    letters = "".join(c for c in said.upper() if c.isalnum()).translate(_READ_AS)
    whole = len(letters) == GROUPS * GROUP and all(c in ALPHABET for c in letters)
    return shown_recovery(letters) if whole else ""


def shown_recovery(letters: str) -> str:
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))
