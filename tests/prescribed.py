"""Plans that a physiotherapist could hand over, by a seed."""

import random
from dataclasses import replace
from datetime import date, timedelta

from lbp_app.exchange.signing import SigningKey
from lbp_app.model.exercise import Level
from lbp_app.model.prescription import Levels, Prescription

KEY, OTHER_KEY = SigningKey(bytes(range(32))), SigningKey(bytes(range(32, 64)))
TAG = "0123456789abcdef"
LETTERS = "abcdefgh ijklm nopqrst uvwxyz æøå ÆØÅ 0123456789 .,:;!?\n\t\"'\\/<>&€–🙂\0\u202e"
PLAN = Prescription(
    levels=(Level(1), Level(2), Level(3), Level(4), None, Level(2), Level(1), Level(3)),
    doses=("3 x 10", "3 x 12", "2 x 30 sek.", "3 x 8", None, "3 x 10", "3 x 10", "3 x 20 sek."),
    note="Tag det roligt de første dage.",
    tag=TAG,
    sequence=7,
    issued=date(2026, 5, 4),
    valid_days=84,
)
FIELDS = {
    "levels": [1, 2, 3, 4, None, 2, 1, 3],
    "doses": list(PLAN.doses or ()),
    "note": PLAN.note,
    "patient_tag": TAG,
    "sequence": 7,
    "issued": "2026-05-04",
    "valid_days": 84,
}


def with_(**changed: object) -> Prescription:
    return replace(PLAN, **changed)  # type: ignore[arg-type]


def plan_by(seed: int) -> Prescription:
    """Anything within the bounds, of every size."""
    dice = random.Random(seed)  # noqa: S311
    levels = levels_by(dice)
    varied = tuple(level and dice.choice([None, "a", "b"]) for level in levels)
    return Prescription(
        levels=levels,
        doses=dice.choice([None, tuple(dice.choice([None, _text(dice, 24)]) for _ in range(8))]),
        note=_text(dice, dice.choice([0, 40, 400])).encode()[:400].decode(errors="ignore"),
        tag=dice.choice([str.lower, str.upper])(f"{dice.getrandbits(64):016x}"),
        sequence=dice.choice([0, 7, dice.randrange(2**53)]),
        issued=date(1970, 1, 1) + timedelta(dice.randrange(-40_000, 60_000)),
        valid_days=dice.randint(1, 180),
        variations=varied if any(varied) else None,
    )


def levels_by(dice: random.Random) -> Levels:
    return tuple(dice.choice([None, *Level]) for _ in range(8))


def _text(dice: random.Random, most: int) -> str:
    return "".join(dice.choices(LETTERS, k=dice.randint(0, most)))
