"""Levels, training and activities as FHIR: care plans, procedures and observations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from lbp_app.content.library import load, say
from lbp_app.content.wording import mark
from lbp_app.exchange.csv_training import AFTER, DONE_OUTSIDE, KINDS, SESSIONS
from lbp_app.exchange.fhir_parts import (
    BASE,
    CENTIMETRES,
    CODES,
    EXERCISES,
    MINUTES,
    POINTS,
    SECONDS,
    TIMES,
    Resource,
    Whose,
    category,
    component,
    concept,
    extension,
    loinc,
    moment,
    not_done,
    notes,
    quantity,
)
from lbp_app.model.activity import Activity
from lbp_app.model.care_plan import Assigner, CarePlan, Issuer, Trial
from lbp_app.model.comfort import Comfort
from lbp_app.model.exercise import Group, Level
from lbp_app.model.home_test import HomeTest, Result
from lbp_app.model.session import After, Item, Question, Session

GROUPS, LEVEL = f"{BASE}/CodeSystem/exercise-group", "exercise-level"
DURATION = loinc("55411-3")  # exercise duration
AFTERWARDS, ACTIVITY = "back-afterwards", "activity"
# Oversætter: navne på svar om træning i en fil til journalsystemer
SAID = {
    Question.EFFORT: mark("Anstrengelse"),
    Question.PAIN: mark("Smerte undervejs"),
    Question.SAFE: mark("Hvor tryg"),
}
MORE = {
    AFTERWARDS: mark("Ryggen bagefter"),
    ACTIVITY: mark("Aktivitet"),
    "set": mark("Sæt"),
    "variation": mark("Variation"),
    "each-side": mark("Til hver side"),
    "exercise": mark("Øvelse"),
}
_UNITS = {HomeTest.CHAIR_STANDS: TIMES, HomeTest.FORWARD_BEND: CENTIMETRES}


# --- levels -------------------------------------------------------------------------------------


def plans(whose: Whose, versions: Sequence[CarePlan]) -> Iterator[Resource]:
    """The newest is active; each of the others is replaced by the one after it."""
    names = {issuer.name for version in versions if (issuer := version.issuer).name}
    for name in sorted(names):
        yield whose.entry("Practitioner", f"physio/{name}", name=[{"text": name}])
    befores = (None, *versions)
    ends = [*(after.day for _, after in pairwise(versions)), None]
    for before, version, end in zip(befores, versions, ends, strict=False):
        period = {"start": version.day.isoformat()}
        if end:
            period["end"] = max(end, version.day).isoformat()
        yield whose.entry(
            "CarePlan",
            version.id,
            replaces=[whose.to("CarePlan", before.id)] if before else [],
            status="completed" if end else "active",
            intent="plan",
            title=whose.t("Trin, version {n}", n=version.version),
            subject=whose.patient,
            period=period,
            created=moment(version.at, version.zone),
            author=_author(whose, version.issuer),
            activity=[_assigned(whose, version, group, bool(end)) for group in Group],
        )


def _author(whose: Whose, issuer: Issuer) -> Resource:
    if issuer.by is Assigner.SELF:
        return whose.patient
    return whose.to("Practitioner", f"physio/{issuer.name}")


def _assigned(whose: Whose, plan: CarePlan, group: Group, over: bool) -> Resource:
    state = "completed" if over else "scheduled"
    return _activity(whose, group, plan.levels[group], state, plan.why.get(group, ""))


def _activity(whose: Whose, group: Group, level: Level, state: str, why: str = "") -> Resource:
    parts: list[Mapping[str, object]] = [
        {"url": "group", "valueCode": group.name.lower()},
        {"url": "level", "valueInteger": level.value},
    ]
    detail = {
        "kind": "ServiceRequest",
        "code": concept(group.name.lower(), _group_name(whose, group), GROUPS),
        "status": state,
        "description": whose.t("Trin {n}", n=level.value),
    }
    reason = {"reasonCode": [{"text": why}]} if why else {}
    return {"extension": [extension(LEVEL, parts)], "detail": detail | reason}


def trials(whose: Whose, tried: Iterable[Trial]) -> Iterator[Resource]:
    """A level that is tried beside the plan."""
    for trial in tried:
        yield whose.entry(
            "CarePlan",
            f"trial/{trial.group.value}",
            status="active",
            intent="option",
            title=whose.t("Trin, der prøves"),
            subject=whose.patient,
            period={"start": trial.day.isoformat()},
            created=trial.at.isoformat(timespec="seconds"),
            author=whose.patient,
            activity=[_activity(whose, trial.group, trial.level, "scheduled")],
        )


def _group_name(whose: Whose, group: Group) -> str:
    written = {one.id: one.name for one in load().training.groups}
    return say(whose.t, written[group.value])


# --- what was done ------------------------------------------------------------------------------


def sessions(whose: Whose, done: Iterable[Session]) -> Iterator[Resource]:
    names = {one.id: say(whose.t, one.name) for one in load().exercises}
    for session in done:
        yield _procedure(whose, session)
        for at, item in enumerate(session.items):
            yield _item(whose, session, at, item, names.get(item.exercise, ""))
        if session.after:
            yield _afterwards(whose, session, session.after)


def _procedure(whose: Whose, session: Session) -> Resource:
    return whose.entry(
        "Procedure",
        session.id,
        status="stopped" if session.cut_short else "completed",
        category=concept("training", whose.t(SESSIONS)),
        code=concept(session.kind, whose.t(KINDS[session.kind])),
        subject=whose.patient,
        performedPeriod={
            "start": moment(session.started, session.zone),
            "end": moment(session.ended, session.zone),
        },
        note=notes(session.reflection),
    )


def _item(whose: Whose, session: Session, at: int, item: Item, name: str) -> Resource:
    return whose.entry(
        "Observation",
        f"{session.id}/{at}",
        partOf=[whose.to("Procedure", session.id)],
        status="final",
        category=category("activity"),
        code=concept(item.exercise, name, EXERCISES),
        subject=whose.patient,
        effectiveDateTime=moment(session.ended, session.zone),
        dataAbsentReason=not_done() if item.skipped and not item.done else None,
        component=[*_components(whose, item)],
    )


def _components(whose: Whose, item: Item) -> Iterator[Resource]:
    unit = SECONDS if item.mode.timed else TIMES
    for amount in item.done:
        yield component(_more(whose, "set"), valueQuantity=quantity(amount, unit))
    if item.each_side:
        yield component(_more(whose, "each-side"), valueBoolean=True)
    if item.variation:
        yield component(_more(whose, "variation"), valueString=item.variation)
    for question, name in SAID.items():
        value = item.answer(question)
        if value is not None:
            code = concept(question, whose.t(name))
            yield component(code, valueQuantity=quantity(value, POINTS))


def _more(whose: Whose, code: str) -> Resource:
    return concept(code, whose.t(MORE[code]))


def _afterwards(whose: Whose, session: Session, after: After) -> Resource:
    said_at = session.after_at or session.ended
    return whose.entry(
        "Observation",
        f"{session.id}/after",
        partOf=[whose.to("Procedure", session.id)],
        status="final",
        category=category("survey"),
        code=_more(whose, AFTERWARDS),
        subject=whose.patient,
        effectiveDateTime=moment(said_at, session.zone),
        valueCodeableConcept=concept(after, whose.t(AFTER[after])),
    )


def activities(whose: Whose, done: Iterable[Activity]) -> Iterator[Resource]:
    for one in done:
        kind = concept(one.kind, whose.t(DONE_OUTSIDE[one.kind]))
        code = concept(ACTIVITY, whose.t(MORE[ACTIVITY]), CODES, DURATION)
        yield _measured(
            whose,
            one,
            "activity",
            code,
            valueQuantity=quantity(one.minutes, MINUTES),
            component=[component(_more(whose, ACTIVITY), valueCodeableConcept=kind)],
            note=notes(one.note),
        )


def tests(whose: Whose, results: Iterable[Result]) -> Iterator[Resource]:
    written = load().progression.home_tests
    names = {HomeTest(one.id): say(whose.t, one.name) for one in written}
    for one in results:
        value = quantity(one.value, _UNITS.get(one.test, SECONDS))
        code = concept(one.test, names.get(one.test, ""))
        yield _measured(whose, one, "exam", code, valueQuantity=value)


def comforts(whose: Whose, said: Iterable[Comfort]) -> Iterator[Resource]:
    names = {one.id: say(whose.t, one.name) for one in load().exercises}
    for one in said:
        code = concept(Question.SAFE, whose.t(SAID[Question.SAFE]))
        exercise = concept(one.exercise, names.get(one.exercise, ""), EXERCISES)
        about = component(_more(whose, "exercise"), valueCodeableConcept=exercise)
        value = quantity(one.safe, POINTS)
        yield _measured(whose, one, "survey", code, valueQuantity=value, component=[about])


def _measured(whose: Whose, one: Any, kind: str, code: Resource, **more: object) -> Resource:
    """Of something that has an id, its day, and the time at which it was written down."""
    return whose.entry(
        "Observation",
        one.id,
        status="final",
        category=category(kind),
        code=code,
        subject=whose.patient,
        effectiveDateTime=one.day.isoformat(),
        issued=moment(one.at, one.zone),
        **more,
    )
