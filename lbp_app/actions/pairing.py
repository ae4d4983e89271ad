"""A patient connects with a physiotherapist, once, and tells who may send plans."""

from dataclasses import dataclass, replace
from uuid import uuid4

from lbp_app.errors import AnswerRefusedError
from lbp_app.exchange import pairing as exchange
from lbp_app.exchange import prescription_picture as picture
from lbp_app.model.cpr import holds_cpr_number
from lbp_app.model.history import Change
from lbp_app.model.pairing import Pairing, trusted
from lbp_app.model.prescription import Refusal, refuse
from lbp_app.services import Services


@dataclass(frozen=True)
class Answered:
    """What the patient gives back, one of the three, and the digits that both screens show."""

    text: str
    letters: str
    png: bytes | None
    digits: str


def begin_pairing(services: Services, text: str) -> Pairing:
    """Reads what the physiotherapist's device said. Trusted is nobody yet."""
    said = exchange.read_keys(text)
    if holds_cpr_number(said.name):
        refuse(Refusal.CPR)
    known = [one for one in services.pairings.all() if one.key == said.key.hex() and not one.ended]
    return known[0] if known else _begun(services, said)


def answer(services: Services, pairing_id: str) -> Answered:
    """The same however often it is asked for."""
    one = found(services, pairing_id)
    text = exchange.answer_text(one.tag, bytes.fromhex(one.own_box))
    key, box = bytes.fromhex(one.key), bytes.fromhex(one.box)
    letters, digits = exchange.answer_letters(one.tag), exchange.digits(key, box, one.tag)
    return Answered(text, letters, picture.png(text), digits)


def confirm_pairing(services: Services, pairing_id: str) -> Change:
    """Both screens show the same digits: plans from there are taken from now on."""
    return services.pairings.put(replace(found(services, pairing_id), confirmed=True))


def end_pairing(services: Services, pairing_id: str) -> Change:
    """No plan from there is taken any more; those that were taken stay."""
    one = replace(found(services, pairing_id), ended=services.clock.today())
    return services.pairings.put(one)


def replaced_by(services: Services, pairing: Pairing) -> list[Pairing]:
    """Connections under the same name with other keys, which a person is told of before."""
    known = trusted(services.pairings.all())
    name = pairing.name.casefold()
    return [one for one in known if one.name.casefold() == name and one.key != pairing.key]


def found(services: Services, pairing_id: str) -> Pairing:
    one = services.pairings.get(pairing_id)
    if one is None or one.ended is not None:
        raise AnswerRefusedError("error.pairing_none")
    return one


def _begun(services: Services, said: exchange.PhysioKeys) -> Pairing:
    clock, own = services.clock, exchange.new_box()
    one = Pairing(
        id=uuid4().hex,
        name=said.name,
        key=said.key.hex(),
        box=said.box.hex(),
        tag=exchange.tag_for(said.key, own.public),
        own_box=own.public.hex(),
        confirmed=False,
        ended=None,
        day=clock.today(),
        at=clock.now(),
        zone=clock.zone_name(),
    )
    services.pairings.put(one, own.secret)
    return one
