"""Everything for a record system: valid FHIR R4, and every value in it."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle

from lbp_app.actions import (
    activity,
    care_plan,
    course,
    diary,
    doctor_card,
    exercise,
    export,
    flare,
    pairing,
    person,
    session,
)
from lbp_app.exchange import fhir_parts
from lbp_app.exchange.pairing import keys_text
from lbp_app.model.activity import ActivityKind
from lbp_app.model.asking import Round
from lbp_app.model.care_plan import Assigner, Issuer
from lbp_app.model.course import Attendance, State
from lbp_app.model.diary import Feeling, LegSide, Scale
from lbp_app.model.doctor_card import CardPart
from lbp_app.model.exercise import Group, Level
from lbp_app.model.export import Form
from lbp_app.model.home_test import HomeTest
from lbp_app.model.screening import Screening
from lbp_app.model.session import After, Question
from lbp_app.model.triage import Answer, Tier
from lbp_app.services import Services
from tests.assigned import assign_levels
from tests.builders import TODAY, YESTERDAY
from tests.prescribed import KEY
from tests.trained import trained

Found = dict[str, Any]
STATUS = {
    "Observation": {"final", "preliminary"},
    "Questionnaire": {"active"},
    "QuestionnaireResponse": {"completed"},
    "CarePlan": {"active", "completed"},
    "Procedure": {"completed", "stopped"},
    "Appointment": {"booked", "fulfilled", "cancelled", "noshow"},
    "Composition": {"final"},
    "CodeSystem": {"active"},
    "Consent": {"active", "inactive"},
}
INTENT = {"plan", "option"}
LEADS_TO = {  # which kind of resource each reference may name
    "subject": {"Patient"},
    "source": {"Patient"},
    "author": {"Patient", "Practitioner"},
    "generalPractitioner": {"Practitioner"},
    "derivedFrom": {"QuestionnaireResponse"},
    "partOf": {"Procedure"},
    "replaces": {"CarePlan"},
    "actor": {"Patient"},
    "expressedBy": {"Patient"},
    "goal": {"Goal"},
    "focus": {"Goal"},
}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT")
ZONED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def bundle(services: Services) -> Found:
    found: Found = json.loads(export.export_bytes(services, Form.FHIR))
    return found


def of(found: Found, kind: str) -> list[Found]:
    resources = (entry["resource"] for entry in found["entry"])
    return [one for one in resources if one["resourceType"] == kind]


def code_of(resource: Found) -> str:
    code: str = resource["code"]["coding"][0]["code"]
    return code


def observations(found: Found, code: str) -> list[Found]:
    return [one for one in of(found, "Observation") if code_of(one) == code]


def walk(found: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    yield name, found
    if isinstance(found, dict):
        for key, one in found.items():
            yield from walk(one, key)
    elif isinstance(found, list):
        for one in found:
            yield from walk(one, name)


def faults(found: Found) -> list[str]:
    """Our own rules, beside those of the model."""
    kinds = {entry["fullUrl"]: entry["resource"]["resourceType"] for entry in found["entry"]}
    wrong = [] if len(kinds) == len(found["entry"]) else ["two with one name"]
    for entry in found["entry"]:
        resource = entry["resource"]
        kind = resource["resourceType"]
        if entry["fullUrl"] != f"urn:uuid:{resource['id']}":
            wrong.append(f"{kind}: fullUrl and id")
        if kind in STATUS and resource["status"] not in STATUS[kind]:
            wrong.append(f"{kind}: status")
        if kind == "CarePlan" and resource["intent"] not in INTENT:
            wrong.append("intent")
        for name, value in walk(resource):
            wrong += [f"{kind}.{name}: {fault}" for fault in fault_of(name, value, kinds)]
    return wrong


def fault_of(name: str, value: Any, kinds: dict[str, str]) -> Iterator[str]:
    if value in (None, "", [], {}):
        yield "empty"
    if isinstance(value, str) and INSTANT.match(value) and not ZONED.fullmatch(value):
        yield "without a zone"
    if not isinstance(value, dict):
        return
    to = value.get("reference")
    if isinstance(to, str):
        if to not in kinds:
            yield "leads nowhere"
        elif name in LEADS_TO and kinds[to] not in LEADS_TO[name]:
            yield "leads to another kind"
    if "start" in value and "end" in value and value["end"] < value["start"]:
        yield "ends before it starts"
    if "unit" in value and not (value.get("system") and isinstance(value["value"], int | float)):
        yield "a quantity without system or number"


@pytest.fixture(scope="module")
def of_the_demo(demo_person: Services) -> Found:
    return bundle(demo_person)


# --- valid --------------------------------------------------------------------------------------


@pytest.mark.full
def test_the_demo_person_is_valid_fhir(of_the_demo: Found) -> None:
    read = Bundle.model_validate(of_the_demo)
    assert len(read.entry) == len(of_the_demo["entry"]) > 300


@pytest.mark.full
def test_it_keeps_our_own_rules(of_the_demo: Found) -> None:
    assert faults(of_the_demo) == []


@pytest.mark.full
def test_somebody_of_whom_nothing_is_known_is_valid_too(services: Services) -> None:
    found = bundle(services)
    Bundle.model_validate(found)
    assert faults(found) == []
    assert [*of(found, "Patient")[0]] == ["resourceType", "id"]


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda one: one["subject"].update(reference="urn:uuid:x"), "leads nowhere"),
        (lambda one: one.update(issued="2026-10-05T09:00:00"), "without a zone"),
        (lambda one: one.update(status="done"), "status"),
        (lambda one: one.update(note=[]), "empty"),
        (lambda one: one["valueQuantity"].update(value="4"), "without system or number"),
        (lambda one: one.update(derivedFrom=[one["subject"]]), "another kind"),
    ],
)
@pytest.mark.full
def test_our_own_rules_find_what_is_wrong(of_the_demo: Found, spoil: Any, fault: str) -> None:
    spoiled = json.loads(json.dumps(of_the_demo))
    spoil(observations(spoiled, "back_pain")[0])
    assert any(fault in one for one in faults(spoiled))


@pytest.mark.full
def test_the_same_thing_has_the_same_name_in_every_bundle(
    demo_person: Services, of_the_demo: Found
) -> None:
    again = bundle(demo_person)
    assert [one["fullUrl"] for one in again["entry"]] == [
        one["fullUrl"] for one in of_the_demo["entry"]
    ]


# --- every value --------------------------------------------------------------------------------


def test_every_answer_of_the_diary_is_there(demo_person: Services, of_the_demo: Found) -> None:
    check_ins = demo_person.diary.between(date.min, date.max)
    for scale in Scale:
        told = {
            one["effectiveDateTime"]: one["valueQuantity"]["value"]
            for one in observations(of_the_demo, scale.value)
        }
        given = {c.day.isoformat(): c.answer(scale) for c in check_ins}
        assert told == {day: value for day, value in given.items() if value is not None}
    responses = {one["authored"]: one for one in of(of_the_demo, "QuestionnaireResponse")}
    for check_in in check_ins:
        items = {i["linkId"]: i for i in responses[check_in.day.isoformat()]["item"]}
        assert note_of(items) == check_in.note
        passed = {link.partition(".")[2] for link, item in items.items() if "extension" in item}
        assert passed == check_in.skipped
        asked = {one["linkId"] for one in of(of_the_demo, "Questionnaire")[0]["item"]}
        assert items.keys() <= asked


def note_of(items: dict[str, Found]) -> str:
    note = items.get("checkin.note")
    return note["answer"][0]["valueString"] if note else ""


def test_every_training_is_there(demo_person: Services, of_the_demo: Found) -> None:
    procedures = {one["id"]: one for one in of(of_the_demo, "Procedure")}
    parts = [one for one in of(of_the_demo, "Observation") if "partOf" in one]
    done = demo_person.sessions.all()
    assert len(procedures) == len(done) > 5
    for each, procedure in zip(done, procedures.values(), strict=True):
        start, end = (
            datetime.fromisoformat(procedure["performedPeriod"][at]) for at in ("start", "end")
        )
        assert (start, end) == (
            each.started.replace(microsecond=0),
            each.ended.replace(microsecond=0),
        )
        own = [p for p in parts if p["partOf"][0]["reference"].endswith(procedure["id"])]
        items = [p for p in own if code_of(p) != "back-afterwards"]
        assert [code_of(item) for item in items] == [item.exercise for item in each.items]
        for told, item in zip(items, each.items, strict=True):
            assert values(told, "set") == [*item.done]
            for question in Question:
                answer = item.answer(question)
                assert values(told, question) == ([] if answer is None else [answer])
            assert ("dataAbsentReason" in told) == (item.skipped and not item.done)
        afters = [p["valueCodeableConcept"]["coding"][0]["code"] for p in own if p not in items]
        assert afters == ([each.after] if each.after else [])


@pytest.mark.parametrize(("done", "absent"), [((8,), False), ((), True)])
def test_what_was_begun_and_then_left_was_done(
    services: Services, done: tuple[int, ...], absent: bool
) -> None:
    one = trained(TODAY, "3.1", done=done, skipped=True)
    services.sessions.put(one.id, one)
    (told,) = (o for o in of(bundle(services), "Observation") if "partOf" in o)
    assert ("dataAbsentReason" in told) is absent
    assert values(told, "set") == [*done]


def values(observation: Found, code: str) -> list[int]:
    found = observation.get("component", [])
    return [one["valueQuantity"]["value"] for one in found if code_of(one) == code]


def test_every_version_of_the_levels_is_there(demo_person: Services, of_the_demo: Found) -> None:
    versions = demo_person.care_plans.all()
    plans = of(of_the_demo, "CarePlan")
    told = [one for one in plans if one["intent"] == "plan" and "category" not in one]
    assert [levels(one) for one in told] == [dict(one.levels) for one in versions]
    assert [one["status"] for one in told] == [*["completed"] * (len(told) - 1), "active"]
    for before, after in pairwise(told):
        assert after["replaces"] == [{"reference": f"urn:uuid:{before['id']}"}]
    for one, plan in zip(told, versions, strict=True):
        whys = [a["detail"].get("reasonCode", [{}])[0].get("text", "") for a in one["activity"]]
        assert whys == [plan.why.get(group, "") for group in Group]


def test_the_course_its_times_and_goals_are_there(
    demo_person: Services, of_the_demo: Found
) -> None:
    now = course.course_now(demo_person)
    assert now is not None
    (plan,) = [one for one in of(of_the_demo, "CarePlan") if "category" in one]
    told = {one["id"]: one for one in of(of_the_demo, "Appointment")}
    held = [one for one in now.road if one.state is not State.CLOSED]
    assert len(plan["activity"]) == len(told) == len(held)
    names = [one["reference"]["reference"].removeprefix("urn:uuid:") for one in plan["activity"]]
    for one, name in zip(held, names, strict=True):
        begins = one.begins()
        start = datetime.fromisoformat(told[name]["start"])
        assert start == begins if begins else start.date() == one.day
        if one.attendance is Attendance.ATTENDED:
            assert told[name]["status"] == "fulfilled"
    statuses = {one["status"] for one in told.values()}
    assert statuses == {"fulfilled", "cancelled", "noshow", "booked"}
    goals = demo_person.goals.all()
    assert [one["description"]["text"] for one in of(of_the_demo, "Goal")] == [
        one.text for one in goals
    ]
    rated = observations(of_the_demo, "goal-rating")
    values = [one.value for one in demo_person.goals.ratings()]
    assert [one["valueQuantity"]["value"] for one in rated] == values


def levels(plan: Found) -> dict[Group, Level]:
    told = {}
    for one in plan["activity"]:
        group, level = one["extension"][0]["extension"]
        told[Group[group["valueCode"].upper()]] = Level(level["valueInteger"])
    return told


@pytest.mark.full
def test_what_else_was_said_is_there(services: Services) -> None:
    person.change_profile(services, "first_name", "Karenmarie")
    person.change_profile(services, "sex", "female")
    person.change_profile(services, "birth_year", 1967)
    person.change_profile(services, "region", "syddanmark")
    person.change_profile(services, "doctor_name", "Lægehuset Syv")
    person.change_profile(services, "doctor_phone", "12 34 56 78")
    diary.answer(services, TODAY, Scale.LEG, 0)
    diary.answer(services, YESTERDAY, Scale.LEG, 4)
    diary.choose_leg_side(services, YESTERDAY, LegSide.LEFT)
    diary.say_feeling(services, TODAY, Feeling.SO_SO)
    flare.start_flare(services)
    activity.log_activity(services, ActivityKind.GARDEN, 45, YESTERDAY, "hækken")
    physio = Issuer(Assigner.PHYSIO, "Mette")
    assign_levels(services, {Group.RISE: Level.TWO}, physio, {Group.RISE: "klar"})
    care_plan.try_level(services, Group.BACK, Level.THREE)
    care_plan.note_home_test(services, HomeTest.CHAIR_STANDS, 11)
    exercise.say_how_safe(services, "6.1", 2)
    one = trained(TODAY, "3.1", after=After.SORE)
    services.sessions.put(one.id, one)
    session.reflect(services, one.id, "Det gik")
    found = bundle(services)
    Bundle.model_validate(found)
    assert faults(found) == []
    (patient,) = of(found, "Patient")
    assert patient["name"] == [{"given": ["Karenmarie"]}]
    assert (patient["gender"], patient["birthDate"]) == ("female", "1967")
    assert patient["address"] == [{"state": "syddanmark", "country": "DK"}]
    doctor, mette = of(found, "Practitioner")
    assert doctor["telecom"] == [{"system": "phone", "value": "12 34 56 78"}]
    assert mette["name"] == [{"text": "Mette"}]
    legs = {o["valueQuantity"]["value"]: o for o in observations(found, "leg_pain")}
    assert legs[0]["code"]["coding"][1] == {"system": "http://loinc.org", "code": "72514-3"}
    assert legs[4]["bodySite"]["coding"][0]["code"] == "leg-left"
    (feeling,) = observations(found, "feeling")
    assert feeling["valueCodeableConcept"]["coding"][0]["code"] == "so_so"
    (spell,) = of(found, "Condition")
    assert spell["onsetDateTime"] == "2026-10-05" and "abatementDateTime" not in spell
    (garden,) = observations(found, "activity")
    assert garden["valueQuantity"] == fhir_parts.quantity(45, "min")
    assert (
        garden["note"] == [{"text": "hækken"}] and garden["issued"] == "2026-10-05T09:00:00+02:00"
    )
    plan, trial = of(found, "CarePlan")
    assert plan["author"]["reference"].endswith(mette["id"])
    assert (trial["intent"], levels(trial)) == ("option", {Group.BACK: Level.THREE})
    (stands,) = observations(found, "chair_stands")
    assert stands["valueQuantity"]["value"] == 11
    (safe,) = observations(found, "safe")
    assert safe["component"][0]["valueCodeableConcept"]["coding"][0]["code"] == "6.1"
    (procedure,) = of(found, "Procedure")
    assert procedure["note"] == [{"text": "Det gik"}]
    (composition,) = of(found, "Composition")
    named = {one["reference"] for s in composition["section"] for one in s["entry"]}
    assert named == {one["fullUrl"] for one in found["entry"]} - {f"urn:uuid:{composition['id']}"}


def test_a_connection_that_was_confirmed_is_a_consent_until_it_ends(services: Services) -> None:
    keys = keys_text("Mette Holm", KEY, bytes(32))
    begun = pairing.begin_pairing(services, keys)
    assert of(bundle(services), "Consent") == []
    pairing.confirm_pairing(services, begun.id)
    found = bundle(services)
    Bundle.model_validate(found)
    assert faults(found) == []
    (one,) = of(found, "Consent")
    assert one["status"] == "active"
    assert one["provision"]["type"] == "permit"
    assert one["provision"]["period"] == {"start": TODAY.isoformat()}
    named = {entry["fullUrl"]: entry["resource"] for entry in found["entry"]}
    (actor,) = one["provision"]["actor"]
    assert named[actor["reference"]["reference"]]["name"] == [{"text": "Mette Holm"}]
    assert one["dateTime"] == "2026-10-05T09:00:00+02:00"
    pairing.end_pairing(services, begun.id)
    found = bundle(services)
    Bundle.model_validate(found)
    assert faults(found) == []
    (one,) = of(found, "Consent")
    assert (one["status"], one["provision"]["period"]["end"]) == ("inactive", TODAY.isoformat())


def test_every_code_of_ours_is_explained(of_the_demo: Found) -> None:
    explained = {
        (one["url"], each["code"])
        for one in of(of_the_demo, "CodeSystem")
        for each in one["concept"]
    }
    used = {
        (value["system"], value["code"])
        for entry in of_the_demo["entry"]
        for _, value in walk(entry["resource"])
        if isinstance(value, dict) and str(value.get("system", "")).startswith(fhir_parts.BASE)
    }
    assert used <= explained


@pytest.mark.full
def test_thoughts_go_along_only_where_the_person_chose_so(services: Services) -> None:
    answers = {"suicidal_thoughts": Answer.NO, "fever_with_pain": Answer.UNSURE}
    now = services.clock.now()
    one = Screening(
        *("c1", Round.FULL, now, "Europe/Copenhagen", "1", answers),
        *(Tier.GP_WITHIN_DAYS, True, (), "", None),
    )
    services.screenings.add(one, ())
    (told,) = observations(bundle(services), "screening")
    assert told["valueCodeableConcept"]["coding"][0]["code"] == "gp_within_days"
    assert {code_of(part) for part in told["component"]} == {"fever_with_pain"}
    doctor_card.choose(services, CardPart.THOUGHTS, True)
    (told,) = observations(bundle(services), "screening")
    said = {code_of(p): p["valueCodeableConcept"]["coding"][0]["code"] for p in told["component"]}
    assert said == {"suicidal_thoughts": "no", "fever_with_pain": "unknown"}


def test_a_zone_that_nobody_knows_becomes_utc(services: Services) -> None:
    at = services.clock.now()
    assert fhir_parts.moment(at, "CEST/unknown") == "2026-10-05T07:00:00+00:00"


def test_no_fhir_library_is_needed_to_write_it() -> None:
    package = Path(export.__file__).parent.parent
    assert not [f for f in package.rglob("*.py") if "fhir.resources" in f.read_text("utf-8")]
