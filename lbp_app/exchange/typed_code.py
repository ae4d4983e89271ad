"""Eight levels as XXXX-XXXX, to be said on the telephone. Unsigned: anybody can make one."""

from lbp_app.exchange.code_letters import grouped, letters_of, number_of, ungrouped
from lbp_app.model.exercise import Group, Level
from lbp_app.model.prescription import Levels, Refusal, refuse

DATA, CHECK = 4, 4  # letters
VALUES = len(Level) + 1  # of a group; 0: not prescribed
VERSION = 1
PLANS: int = VALUES ** len(Group)
LONGEST = 12  # characters of what was meant to be one


def code_of(levels: Levels) -> str:
    number = 0
    for level in levels:
        number = number * VALUES + (level or 0)
    return grouped(letters_of(VERSION * PLANS + number, DATA, CHECK))


def levels_in(text: str) -> Levels:
    """PlanRefusedError when it is none."""
    bare = ungrouped(text, groups=2)
    number = None if bare is None else number_of(bare, DATA, CHECK)
    if number is None:
        refuse(Refusal.MISTYPED if _was_meant(text) else Refusal.GARBAGE)
    version, number = divmod(number, PLANS)
    if version != VERSION:
        refuse(Refusal.NEWER if version > VERSION else Refusal.MISTYPED)
    values = [number // VALUES**at % VALUES for at in reversed(range(len(Group)))]
    return tuple(Level(value) if value else None for value in values)


def _was_meant(text: str) -> bool:
    letters = [letter for letter in text if letter.isalnum()]
    return 0 < len(letters) <= LONGEST and len(text) <= 2 * LONGEST
