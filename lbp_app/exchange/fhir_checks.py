"""Checks of signs as FHIR: one observation each, a part for each sign that was answered."""

from collections.abc import Iterable, Iterator

from lbp_app.content.library import load, say
from lbp_app.content.wording import mark
from lbp_app.exchange.fhir_parts import (
    SIGNS,
    Resource,
    Whose,
    category,
    component,
    concept,
    moment,
)
from lbp_app.model.doctor_card import THOUGHTS
from lbp_app.model.screening import Screening

TITLE = mark("Tjek af tegn")


def checks(
    whose: Whose, screenings: Iterable[Screening], with_thoughts: bool
) -> Iterator[Resource]:
    """`with_thoughts`: answers about wanting to live go along, since the person chose so."""
    for one in screenings:
        left_out = frozenset[str]() if with_thoughts else THOUGHTS
        answers = {sign: said for sign, said in one.answers.items() if sign not in left_out}
        yield whose.entry(
            "Observation",
            one.id,
            status="final" if one.complete else "preliminary",
            category=category("survey"),
            code=concept("screening", whose.t(TITLE)),
            subject=whose.patient,
            effectiveDateTime=moment(one.at, one.zone),
            valueCodeableConcept=concept(one.tier.key),
            component=[
                component(_sign(whose, sign), valueCodeableConcept=concept(said.value))
                for sign, said in answers.items()
            ],
        )


def _sign(whose: Whose, sign: str) -> Resource:
    written = load().signs.get(sign)
    return concept(sign, say(whose.t, written.text) if written else "", SIGNS)
