"""A plan as a signed text or a typed code, and back."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lbp_app.errors import AnswerRefusedError
from lbp_app.exchange import envelope, typed_code
from lbp_app.exchange.signing import SigningKey
from lbp_app.model import prescription as model
from lbp_app.model.prescription import Levels, Prescription, Refusal, Variations, refuse

NAME = "LBP1:"
LEVELS, DOSES, NOTE, TAG, SEQUENCE, ISSUED, VALID_DAYS = KEYS = range(1, 8)
VARIATIONS = 8  # where there are any: a plan without is read by older readers too
_LETTERS = (None, *model.VARIATIONS)  # by their number
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class SignedPlan:
    """`key` is public; whether its holder is trusted is another question."""

    plan: Prescription
    key: bytes


@dataclass(frozen=True)
class TypedPlan:
    levels: Levels


def signed_text(plan: Prescription, key: SigningKey) -> str:
    return envelope.sealed(NAME, _content(plan), key)


def read(text: str) -> SignedPlan | TypedPlan:
    """Whatever came: PlanRefusedError says why it is no plan."""
    bare = envelope.tidied(text)
    if not envelope.is_message(bare):
        return TypedPlan(typed_code.levels_in(bare))
    said = envelope.opened(NAME, bare)
    try:
        return SignedPlan(_plan(said.content), said.key)
    except AnswerRefusedError:
        refuse(Refusal.OUT_OF_BOUNDS)


def _content(plan: Prescription) -> dict[int, Any]:
    varied = {VARIATIONS: bytes(map(_LETTERS.index, plan.variations))} if plan.variations else {}
    return varied | {
        LEVELS: bytes(level or 0 for level in plan.levels),
        DOSES: plan.doses and list(plan.doses),
        NOTE: plan.note,
        TAG: _short(plan.tag),
        SEQUENCE: plan.sequence,
        ISSUED: (plan.issued - _EPOCH).days,
        VALID_DAYS: plan.valid_days,
    }


def _plan(content: dict[int, Any]) -> Prescription:
    if content.keys() - {VARIATIONS} != set(KEYS):
        refuse(Refusal.OUT_OF_BOUNDS)
    levels = model.levels_of(_levels(content[LEVELS]))
    return Prescription(
        levels=levels,
        doses=model.doses_of(content[DOSES]),
        note=model.note_of(content[NOTE]),
        tag=model.tag_of(_long(content[TAG])),
        sequence=model.sequence_of(content[SEQUENCE]),
        issued=_day(content[ISSUED]),
        valid_days=model.days_of(content[VALID_DAYS]),
        variations=_variations(content[VARIATIONS], levels) if VARIATIONS in content else None,
    )


def _levels(said: object) -> object:
    return [level or None for level in said] if isinstance(said, bytes) else None


def _variations(said: object, levels: Levels) -> Variations:
    if not isinstance(said, bytes) or max(said, default=0) >= len(_LETTERS):
        refuse(Refusal.OUT_OF_BOUNDS)
    return model.variations_of([_LETTERS[one] for one in said], levels)


def _short(tag: str) -> bytes | str:
    """As eight bytes; one with capitals stays text, so that it comes back as it was."""
    return bytes.fromhex(tag) if tag == tag.lower() else tag


def _long(said: object) -> object:
    if isinstance(said, bytes):
        return said.hex()
    return said if said != str(said).lower() else None


def _day(said: object) -> date:
    if type(said) is not int or abs(said) > 3_000_000:
        refuse(Refusal.OUT_OF_BOUNDS)
    try:
        return model.day_of((_EPOCH + timedelta(said)).isoformat())
    except OverflowError:
        refuse(Refusal.OUT_OF_BOUNDS)
