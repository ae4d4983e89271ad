"""What a person has agreed to, as FHIR: the physiotherapists whose plans are taken, and who may be
sent something in return.
"""

from collections.abc import Iterable, Iterator

from lbp_app.exchange.fhir_parts import Resource, Whose, concept, moment
from lbp_app.model.pairing import Pairing

_TERMS = "http://terminology.hl7.org/CodeSystem"
SCOPE = concept("patient-privacy", "", f"{_TERMS}/consentscope")
CATEGORY = concept("IDSCL", "", f"{_TERMS}/v3-ActCode")  # information disclosure
POLICY = concept("OPTIN", "", f"{_TERMS}/v3-ActCode")
RECIPIENT = concept("PRCP", "", f"{_TERMS}/v3-ParticipationType")


def consents(whose: Whose, pairings: Iterable[Pairing]) -> Iterator[Resource]:
    """One for each pairing that was confirmed; one that ended is inactive."""
    for one in pairings:
        if one.confirmed:
            yield _practitioner(whose, one)
            yield _consent(whose, one)


def _practitioner(whose: Whose, one: Pairing) -> Resource:
    return whose.entry("Practitioner", f"pairing/{one.id}", name=[{"text": one.name}])


def _consent(whose: Whose, one: Pairing) -> Resource:
    period = {"start": one.day.isoformat()}
    if one.ended:
        period["end"] = max(one.day, one.ended).isoformat()
    recipient = whose.to("Practitioner", f"pairing/{one.id}")
    return whose.entry(
        "Consent",
        one.id,
        status="inactive" if one.ended else "active",
        scope=SCOPE,
        category=[CATEGORY],
        patient=whose.patient,
        performer=[whose.patient],
        dateTime=moment(one.at, one.zone),
        policyRule=POLICY,
        provision={
            "type": "permit",
            "period": period,
            "actor": [{"role": RECIPIENT, "reference": recipient}],
        },
    )
