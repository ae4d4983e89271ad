"""A physiotherapist's side: own keys, the message of pairing, a patient's answer, a plan to hand
over. What is known of a participant is kept elsewhere; here it is made and read.
"""

from dataclasses import dataclass

from lbp_app.exchange import pairing as exchange
from lbp_app.exchange import prescription
from lbp_app.exchange import prescription_picture as picture
from lbp_app.exchange.envelope import whole_file
from lbp_app.exchange.signing import SigningKey, fingerprint, new_key
from lbp_app.exchange.typed_code import code_of
from lbp_app.model import prescription as model
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.prescription import Doses, Levels, Prescription, Variations
from lbp_app.services import Services

VALID_DAYS = 84
PairingAnswer = exchange.Answer


@dataclass(frozen=True)
class OwnKeys:
    signing: SigningKey
    box: exchange.BoxKey

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.signing.public)


@dataclass(frozen=True)
class Handed:
    """`png` None: larger than a QR code holds. `file` is what an .lbprx holds."""

    text: str
    typed: str
    png: bytes | None

    @property
    def file(self) -> bytes:
        return whole_file(self.text)


def own_keys(services: Services) -> OwnKeys:
    """Made when they are first asked for, and the same ever after."""
    if services.pairings.own_secrets() is None:
        services.pairings.put_own_secrets(new_key().secret, exchange.new_box().secret)
    signing, box = services.pairings.own_secrets() or ()
    return OwnKeys(SigningKey(signing), exchange.BoxKey(box))


def pairing_message(services: Services, name: str) -> tuple[str, bytes | None]:
    """What a patient's device learns, as text and as the picture of its QR code."""
    refuse_cpr_number(name)
    keys = own_keys(services)
    text = exchange.keys_text(name, keys.signing, keys.box.public)
    return text, picture.png(text)


def read_answer(services: Services, text: str) -> exchange.Answer:
    """As text or as the 16 letters; PlanRefusedError says why not."""
    return exchange.read_answer(text, own_keys(services).signing.public)


def digits(services: Services, tag: str) -> str:
    """The six that the patient's screen shows as well."""
    keys = own_keys(services)
    return exchange.digits(keys.signing.public, keys.box.public, tag)


def prescription_for(
    services: Services,
    tag: str,
    sequence: int,
    levels: Levels,
    doses: Doses | None = None,
    note: str = "",
    valid_days: int = VALID_DAYS,
    variations: Variations | None = None,
) -> Prescription:
    """A plan of today, within its bounds; AnswerRefusedError and CprNumberError when not."""
    refuse_cpr_number(note, *(dose for dose in doses or () if dose))
    said = model.levels_of(list(levels))
    return Prescription(
        levels=said,
        doses=model.doses_of(doses and list(doses)),
        note=model.note_of(note),
        tag=model.tag_of(tag),
        sequence=model.sequence_of(sequence),
        issued=services.clock.today(),
        valid_days=model.days_of(valid_days),
        variations=model.variations_of(list(variations), said) if variations else None,
    )


def hand_over(services: Services, plan: Prescription) -> Handed:
    text = prescription.signed_text(plan, own_keys(services).signing)
    return Handed(text, code_of(plan.levels), picture.png(text))
