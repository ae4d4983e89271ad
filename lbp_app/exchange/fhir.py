"""Everything that a record system can use of it as one FHIR R4 collection, resource by resource."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, BinaryIO

from lbp_app.content.wording import mark, wording_for
from lbp_app.exchange import fhir_course, fhir_diary, fhir_training
from lbp_app.exchange.csv_course import NOTHING_FOLLOWED, Followed
from lbp_app.exchange.csv_training import NOTHING, Trained
from lbp_app.exchange.export_json import dumped
from lbp_app.exchange.fhir_checks import checks
from lbp_app.exchange.fhir_consent import consents
from lbp_app.exchange.fhir_parts import CODES, Resource, Whose, concept, given
from lbp_app.model.diary import CheckIn
from lbp_app.model.flare import Flare
from lbp_app.model.pairing import Pairing
from lbp_app.model.person import Person, Sex
from lbp_app.model.screening import Screening

_SEXES = {Sex.FEMALE.value: "female", Sex.MALE.value: "male"}
_URI = "urn:ietf:rfc3986"
# Oversætter: afsnit i en fil til journalsystemer
SECTIONS = {
    "Patient": mark("Dig"),
    "Practitioner": mark("Læge og fysioterapeut"),
    "Questionnaire": mark("Spørgsmål"),
    "QuestionnaireResponse": mark("Dag for dag"),
    "Observation": mark("Svar og målinger"),
    "Condition": mark("Dårlige perioder"),
    "CarePlan": mark("Trin og forløb"),
    "Appointment": mark("Forløbets tider"),
    "Goal": mark("Mål"),
    "Procedure": mark("Træning"),
    "Consent": mark("Samtykker"),
    "CodeSystem": mark("Appens egne koder"),
}


@dataclass(frozen=True)
class Told:
    """`made_at` is aware. `with_thoughts`: answers about wanting to live go along."""

    person: Person
    language: str | None
    made_at: datetime
    check_ins: Iterable[CheckIn] = ()
    flares: Sequence[Flare] = ()
    trained: Trained = NOTHING
    followed: Followed = NOTHING_FOLLOWED
    screenings: Sequence[Screening] = ()
    with_thoughts: bool = False
    pairings: Sequence[Pairing] = ()


def write(out: BinaryIO, told: Told) -> None:
    """Never holds more than a resource, and the names of those that are written."""
    whose = Whose(told.person.id, wording_for(told.language))
    out.write(_head(whose, told).encode())
    for at, entry in enumerate(_entries(whose, told)):
        out.write(f"{',' if at else ''}\n{dumped(entry)}".encode())
    out.write(b"\n]}\n")


def _head(whose: Whose, told: Told) -> str:
    made_at = _second(told.made_at)
    bundle = {
        "resourceType": "Bundle",
        "identifier": {"system": _URI, "value": whose.urn("Bundle", made_at)},
        "type": "collection",
        "timestamp": made_at,
    }
    return dumped(bundle).removesuffix("}") + ', "entry": ['


def _entries(whose: Whose, told: Told) -> Iterator[Resource]:
    written, codes = dict[str, list[Resource]](), dict[str, dict[str, str]]()
    for entry in chain(_person(whose, told.person), _all(whose, told)):
        kind = entry["resource"]["resourceType"]
        written.setdefault(kind, []).append({"reference": entry["fullUrl"]})
        _gather(entry, codes)
        yield entry
    for entry in _code_systems(whose, codes):
        written.setdefault("CodeSystem", []).append({"reference": entry["fullUrl"]})
        yield entry
    yield _composition(whose, told, written)


def _all(whose: Whose, told: Told) -> Iterator[Resource]:
    trained = told.trained
    return chain(
        [fhir_diary.questionnaire(whose)],
        fhir_diary.days(whose, told.check_ins),
        fhir_diary.spells(whose, told.flares),
        fhir_training.plans(whose, trained.plans),
        fhir_training.trials(whose, trained.trials),
        fhir_training.sessions(whose, trained.sessions),
        fhir_training.activities(whose, trained.activities),
        fhir_training.tests(whose, trained.tests),
        fhir_training.comforts(whose, trained.comforts),
        fhir_course.course(whose, told.followed, told.made_at.date()),
        checks(whose, told.screenings, told.with_thoughts),
        consents(whose, told.pairings),
    )


def _person(whose: Whose, person: Person) -> Iterator[Resource]:
    """Only what the person gave; a CPR number is never known here."""
    doctor = bool(person.doctor_name or person.doctor_phone)
    yield whose.entry(
        "Patient",
        "",
        name=[{"given": [person.first_name]}] if person.first_name else [],
        gender=person.sex and _SEXES[person.sex],
        birthDate=person.birth_year and f"{person.birth_year:04}",
        address=[{"state": person.region, "country": "DK"}] if person.region else [],
        generalPractitioner=[whose.to("Practitioner", "doctor")] if doctor else [],
    )
    if doctor:
        phone = {"system": "phone", "value": person.doctor_phone}
        yield whose.entry(
            "Practitioner",
            "doctor",
            name=[{"text": person.doctor_name}] if person.doctor_name else [],
            telecom=[phone] if person.doctor_phone else [],
        )


def _composition(whose: Whose, told: Told, written: dict[str, list[Resource]]) -> Resource:
    sections = [
        {"title": whose.t(title), "entry": written[kind]}
        for kind, title in SECTIONS.items()
        if kind in written
    ]
    return whose.entry(
        "Composition",
        _second(told.made_at),
        language=whose.t.language,
        status="final",
        type=concept("export", whose.t("Alt fra Rygvej")),
        subject=whose.patient,
        date=_second(told.made_at),
        author=[whose.patient],
        title=whose.t("Alt fra Rygvej"),
        section=sections,
    )


# --- own codes ----------------------------------------------------------------------------------


def _gather(found: Any, codes: dict[str, dict[str, str]]) -> None:
    """Every code of ours that was used, with its words, by system."""
    if isinstance(found, list):
        for one in found:
            _gather(one, codes)
    elif isinstance(found, dict):
        system = found.get("system", "")
        if isinstance(system, str) and system.startswith(CODES.rpartition("/")[0]):
            codes.setdefault(system, {})[found["code"]] = found.get("display", "")
        for one in found.values():
            if isinstance(one, dict | list):
                _gather(one, codes)


def _code_systems(whose: Whose, codes: dict[str, dict[str, str]]) -> Iterator[Resource]:
    named = codes | {CODES: codes.get(CODES, {}) | {"export": whose.t("Alt fra Rygvej")}}
    for system, words in sorted(named.items()):
        concepts = [given(code=code, display=words[code]) for code in sorted(words)]
        yield whose.entry(
            "CodeSystem",
            system,
            url=system,
            status="active",
            content="fragment",
            concept=concepts,
        )


def _second(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
