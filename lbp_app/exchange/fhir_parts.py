"""The small parts of FHIR R4 resources, as plain dicts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lbp_app.content.wording import Wording

BASE = "https://rygvej.example/fhir"  # a name that nobody can own, until the project has one
CODES, EXERCISES, SIGNS = (f"{BASE}/CodeSystem/{name}" for name in ("rygvej", "exercise", "sign"))
LOINC, UNITS = "http://loinc.org", "http://unitsofmeasure.org"
CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category"
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
ABSENT_HERE = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
POINTS, TIMES, SECONDS, MINUTES = "{score}", "{count}", "s", "min"
CENTIMETRES = "cm"

Resource = dict[str, Any]
_NAMESPACE = uuid5(NAMESPACE_URL, BASE)


@dataclass(frozen=True)
class Whose:
    """The person that a bundle is about. The same thing has the same id in every bundle."""

    person_id: str
    t: Wording

    def urn(self, kind: str, key: str) -> str:
        return f"urn:uuid:{self._id(kind, key)}"

    def to(self, kind: str, key: str) -> Resource:
        """A reference."""
        return {"reference": self.urn(kind, key)}

    @property
    def patient(self) -> Resource:
        return self.to("Patient", "")

    def entry(self, kind: str, key: str, **fields: object) -> Resource:
        """Fields that are None, "" or empty are left out, as FHIR wants it."""
        made = self._id(kind, key)
        resource = {"resourceType": kind, "id": str(made), **given(**fields)}
        return {"fullUrl": f"urn:uuid:{made}", "resource": resource}

    def _id(self, kind: str, key: str) -> UUID:
        return uuid5(_NAMESPACE, f"{self.person_id}/{kind}/{key}")


def given(**fields: object) -> Resource:
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def concept(code: str, display: str = "", system: str = CODES, *more: Resource) -> Resource:
    coding = given(system=system, code=code, display=display)
    return given(coding=[coding, *more], text=display)


def loinc(code: str) -> Resource:
    return {"system": LOINC, "code": code}


def quantity(value: float, unit: str) -> Resource:
    return {"value": value, "unit": unit, "system": UNITS, "code": unit}


def category(code: str) -> list[Resource]:
    """Of an observation: survey, activity, exam."""
    return [{"coding": [{"system": CATEGORIES, "code": code}]}]


def component(code: Resource, **value: object) -> Resource:
    return {"code": code, **value}


def not_done() -> Resource:
    return {"coding": [{"system": ABSENT, "code": "not-performed"}]}


def moment(at: datetime, zone: str) -> str:
    """In the zone that was kept beside it, to the second."""
    return at.astimezone(zone_of(zone)).isoformat(timespec="seconds")


def zone_of(name: str) -> tzinfo:
    """UTC where the device does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def notes(*texts: str) -> list[Resource]:
    return [{"text": text} for text in texts if text]


def extension(name: str, parts: Sequence[Mapping[str, object]]) -> Resource:
    return {"url": f"{BASE}/StructureDefinition/{name}", "extension": list(parts)}
