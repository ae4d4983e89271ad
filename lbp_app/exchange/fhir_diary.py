"""The check-in as FHIR: a questionnaire, a response a day, an observation an answer; bad spells."""

from collections.abc import Iterable, Iterator
from typing import Any

from lbp_app.content.wording import mark
from lbp_app.exchange.csv import FEELINGS, SCALES, SIDES
from lbp_app.exchange.fhir_parts import (
    ABSENT_HERE,
    BASE,
    CODES,
    POINTS,
    Resource,
    Whose,
    category,
    concept,
    given,
    loinc,
    quantity,
)
from lbp_app.model.diary import HIGHEST, LOWEST, CheckIn, Feeling, LegSide, Scale
from lbp_app.model.flare import Flare

CHECK_IN, VERSION = f"{BASE}/Questionnaire/check-in", "1"
PAIN = loinc("72514-3")  # pain severity 0-10 reported; the others have no code that says the same
_STANDARD = {Scale.BACK: (PAIN,), Scale.LEG: (PAIN,)}
_PLACES = {Scale.BACK: ("back", mark("Ryg")), Scale.LEG: ("leg", mark("Ben"))}
_CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"
FEELING, LEG_SIDE, NOTE = "feeling", "leg_side", "note"
SPELL = mark("Dårlig periode")
# Oversætter: navne på spørgsmål i en fil til journalsystemer
QUESTIONS = {
    FEELING: mark("Hvordan går det"),
    LEG_SIDE: mark("Side af benet"),
    NOTE: mark("Note"),
}


def link(question: str) -> str:
    return f"checkin.{question}"


def questionnaire(whose: Whose) -> Resource:
    t = whose.t
    items = [_scale(whose, scale) for scale in Scale]
    items.insert(2, _choice(whose, LEG_SIDE, {s.value: t(SIDES[s]) for s in LegSide}))
    items.append(_choice(whose, FEELING, {f.value: t(FEELINGS[f]) for f in Feeling}))
    items.append({"linkId": link(NOTE), "text": t(QUESTIONS[NOTE]), "type": "text"})
    return whose.entry(
        "Questionnaire",
        "check-in",
        url=CHECK_IN,
        version=VERSION,
        status="active",
        language=t.language,
        title=t("Dagens tal"),
        subjectType=["Patient"],
        item=items,
    )


def _scale(whose: Whose, scale: Scale) -> Resource:
    name, low, high = map(whose.t, SCALES[scale])
    bounds = {"minValue": LOWEST, "maxValue": HIGHEST}
    limits = [
        {"url": f"http://hl7.org/fhir/StructureDefinition/{bound}", "valueInteger": value}
        for bound, value in bounds.items()
    ]
    text = f"{name} ({LOWEST} {low}, {HIGHEST} {high})"
    return {"extension": limits, "linkId": link(scale), "text": text, "type": "integer"}


def _choice(whose: Whose, question: str, words: dict[str, str]) -> Resource:
    options = [{"valueCoding": _coding(code, said)} for code, said in words.items()]
    text = whose.t(QUESTIONS[question])
    return {"linkId": link(question), "text": text, "type": "choice", "answerOption": options}


def _coding(code: str, display: str) -> Resource:
    return {"system": CODES, "code": code, "display": display}


# --- the days -----------------------------------------------------------------------------------


def days(whose: Whose, check_ins: Iterable[CheckIn]) -> Iterator[Resource]:
    for check_in in check_ins:
        if check_in.answered or check_in.skipped:
            yield _response(whose, check_in)
            yield from _observations(whose, check_in)


def _response(whose: Whose, check_in: CheckIn) -> Resource:
    return whose.entry(
        "QuestionnaireResponse",
        check_in.day.isoformat(),
        questionnaire=f"{CHECK_IN}|{VERSION}",
        status="completed",
        subject=whose.patient,
        authored=check_in.day.isoformat(),
        source=whose.patient,
        item=[*_items(whose, check_in)],
    )


def _items(whose: Whose, check_in: CheckIn) -> Iterator[Resource]:
    """In the order of the questionnaire; one that was passed by says so."""
    t, answers = whose.t, dict[str, Any]()
    for scale in Scale:
        answers[scale.value] = _valued("valueInteger", check_in.answer(scale))
        if scale is Scale.LEG and check_in.leg_side:
            side = _coding(check_in.leg_side, t(SIDES[check_in.leg_side]))
            answers[LEG_SIDE] = _valued("valueCoding", side)
    feeling = check_in.feeling and _coding(check_in.feeling, t(FEELINGS[check_in.feeling]))
    answers[FEELING] = _valued("valueCoding", feeling)
    answers[NOTE] = _valued("valueString", check_in.note or None)
    for question, answer in answers.items():
        declined = question in check_in.skipped
        passed = [{"url": ABSENT_HERE, "valueCode": "asked-declined"}] if declined else []
        if answer or passed:
            yield given(extension=passed, linkId=link(question), answer=answer)


def _valued(name: str, value: object) -> list[Resource]:
    return [] if value is None else [{name: value}]


def _observations(whose: Whose, check_in: CheckIn) -> Iterator[Resource]:
    for scale in Scale:
        value = check_in.answer(scale)
        if value is not None:
            code = concept(scale, whose.t(SCALES[scale][0]), CODES, *_STANDARD.get(scale, ()))
            answer = {"valueQuantity": quantity(value, POINTS)}
            answer |= _place(whose, check_in, scale)
            yield _observation(whose, check_in, scale, code, answer)
    if check_in.feeling:
        said = concept(check_in.feeling, whose.t(FEELINGS[check_in.feeling]))
        code = concept(FEELING, whose.t(QUESTIONS[FEELING]))
        yield _observation(whose, check_in, FEELING, code, {"valueCodeableConcept": said})


def _observation(
    whose: Whose, check_in: CheckIn, question: str, code: Resource, more: Resource
) -> Resource:
    day = check_in.day.isoformat()
    return whose.entry(
        "Observation",
        f"{day}/{question}",
        status="final",
        category=category("survey"),
        code=code,
        subject=whose.patient,
        effectiveDateTime=day,
        derivedFrom=[whose.to("QuestionnaireResponse", day)],
        **more,
    )


def _place(whose: Whose, check_in: CheckIn, scale: Scale) -> Resource:
    if scale not in _PLACES:
        return {}
    code, name = _PLACES[scale]
    side = check_in.leg_side if scale is Scale.LEG else None
    if side is None:
        return {"bodySite": concept(code, whose.t(name))}
    said = f"{whose.t(name)}: {whose.t(SIDES[side])}"
    return {"bodySite": concept(f"{code}-{side}", said)}


def spells(whose: Whose, flares: Iterable[Flare]) -> Iterator[Resource]:
    for flare in flares:
        state = "resolved" if flare.end else "active"
        yield whose.entry(
            "Condition",
            flare.id,
            clinicalStatus={"coding": [{"system": _CLINICAL, "code": state}]},
            code=concept("flare", whose.t(SPELL)),
            subject=whose.patient,
            onsetDateTime=flare.start.isoformat(),
            abatementDateTime=flare.end and flare.end.isoformat(),
        )
