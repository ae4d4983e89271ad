"""A plan as JSON, for `lbp prescription`. What does not fit is refused with a sentence."""

import json
from typing import Any

from lbp_app.errors import InputRefusedError
from lbp_app.exchange.json_reading import read_json
from lbp_app.exchange.prescription import SignedPlan, TypedPlan
from lbp_app.model import prescription as model
from lbp_app.model.prescription import Levels, Prescription, Source

LARGEST = 64 * 1024  # bytes
FIELDS = ("levels", "doses", "note", "patient_tag", "sequence", "issued", "valid_days")
VARIATIONS = "variations"  # where there are any


def read_plan(data: bytes, signing: bool) -> tuple[Levels, Prescription | None]:
    """A typed code needs the levels alone; `signing` needs everything."""
    read = _object(data)
    if not signing and read.keys() == {"levels"}:
        return model.levels_of(read["levels"]), None
    if read.keys() - {VARIATIONS} != set(FIELDS):
        raise InputRefusedError("error.plan_fields")
    plan = _plan(read)
    return plan.levels, plan


def told(read: SignedPlan | TypedPlan, verified: bool) -> str:
    if isinstance(read, TypedPlan):
        levels = {"levels": list(read.levels)}
        return as_json({"plan": levels, "source": Source.TYPED, "verified": False})
    said = {"plan": _fields(read.plan), "source": Source.SIGNED, "verified": verified}
    return as_json(said | {"expires": read.plan.expires.isoformat()})


def as_json(said: dict[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, indent=2)


def _fields(plan: Prescription) -> dict[str, Any]:
    varied = {VARIATIONS: list(plan.variations)} if plan.variations else {}
    return {
        "levels": list(plan.levels),
        "doses": plan.doses and list(plan.doses),
        "note": plan.note,
        "patient_tag": plan.tag,
        "sequence": plan.sequence,
        "issued": plan.issued.isoformat(),
        "valid_days": plan.valid_days,
    } | varied


def _plan(read: dict[str, Any]) -> Prescription:
    levels = model.levels_of(read["levels"])
    return Prescription(
        levels=levels,
        doses=model.doses_of(read["doses"]),
        note=model.note_of(read["note"]),
        tag=model.tag_of(read["patient_tag"]),
        sequence=model.sequence_of(read["sequence"]),
        issued=model.day_of(read["issued"]),
        valid_days=model.days_of(read["valid_days"]),
        variations=model.variations_of(read[VARIATIONS], levels) if VARIATIONS in read else None,
    )


def _object(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST:
        raise InputRefusedError("error.plan_large")
    read = read_json(data)
    if not isinstance(read, dict):
        raise InputRefusedError("error.plan_fields")
    return read
