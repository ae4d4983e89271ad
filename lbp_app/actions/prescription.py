"""A person takes over a plan from their physiotherapist, after having seen all of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import uuid4

from lbp_app.actions.care_plan import new_version
from lbp_app.exchange import prescription as exchange
from lbp_app.exchange import prescription_picture as picture
from lbp_app.exchange.envelope import text_of_file
from lbp_app.model.care_plan import Assigner, Issuer, levels_of
from lbp_app.model.cpr import holds_cpr_number, refuse_cpr_number
from lbp_app.model.exercise import Group, Level
from lbp_app.model.history import Change
from lbp_app.model.pairing import Pairing, Taken, judged, name_of, trusted
from lbp_app.model.prescription import (
    Levels,
    Prescription,
    Refusal,
    Source,
    by_group,
    doses_by_group,
    refuse,
    variations_by_group,
)
from lbp_app.services import Services


@dataclass(frozen=True)
class Offer:
    """A plan that may be taken. `pairing` and `plan` None: a typed code, which anybody can make."""

    levels: Levels
    plan: Prescription | None = None
    pairing: Pairing | None = None

    @property
    def source(self) -> Source:
        return Source.SIGNED if self.plan else Source.TYPED

    @property
    def by_group(self) -> Mapping[Group, Level]:
        return by_group(self.levels)

    @property
    def doses(self) -> Mapping[Group, str]:
        return doses_by_group(self.plan.doses if self.plan else None)

    @property
    def variations(self) -> Mapping[Group, str]:
        return variations_by_group(self.plan.variations if self.plan else None)


def look_at(services: Services, text: str) -> Offer:
    """Whatever was typed or pasted. Nothing is changed; PlanRefusedError says why not."""
    found = exchange.read(text)
    if isinstance(found, exchange.TypedPlan):
        return Offer(found.levels) if any(found.levels) else refuse(Refusal.NOTHING)
    plan, key = found.plan, found.key.hex()
    known, taken = services.pairings.all(), services.prescriptions.all()
    pairing = judged(plan, key, known, taken, services.clock.today())
    if any(map(holds_cpr_number, (plan.note, *filter(None, plan.doses or ())))):
        refuse(Refusal.CPR)
    return Offer(plan.levels, plan, pairing)


def text_in(data: bytes) -> str:
    """Of a file that somebody chose: a file .lbprx, or a picture of the QR code."""
    return picture.text_in(data) if picture.is_picture(data) else text_of_file(data)


def text_in_picture(data: bytes) -> str:
    return picture.text_in(data)


def can_read_pictures() -> bool:
    return picture.can_read_pictures()


def jumps(services: Services, offer: Offer) -> Mapping[Group, Level]:
    """The groups that would rise by more than one level at once."""
    now = levels_of(services.care_plans.all())
    return {group: level for group, level in offer.by_group.items() if level > now[group] + 1}


def physio_names(services: Services) -> list[str]:
    """Of whom a typed code may be."""
    return [one.name for one in trusted(services.pairings.all())]


def take(services: Services, offer: Offer, name: str = "") -> Change:
    """The levels are theirs from now on; those before stay in the history. `name` of the
    physiotherapist, for a typed code. Looked at once more, since time may have gone by.
    """
    if offer.plan and offer.pairing:
        _refuse_again(services, offer.plan, offer.pairing)
    whose = offer.pairing.name if offer.pairing else _checked(name)
    issuer, groups = Issuer(Assigner.PHYSIO, whose), offer.by_group
    version = new_version(services, groups, dict.fromkeys(groups, ""), issuer)
    return services.prescriptions.put(_taken(services, offer, version.id, whose), version)


def _refuse_again(services: Services, plan: Prescription, pairing: Pairing) -> None:
    known, taken = services.pairings.all(), services.prescriptions.all()
    judged(plan, pairing.key, known, taken, services.clock.today())


def _checked(name: str) -> str:
    refuse_cpr_number(name)
    return name_of(name)


def _taken(services: Services, offer: Offer, plan_id: str, name: str) -> Taken:
    clock, plan = services.clock, offer.plan
    one = Taken(
        id=uuid4().hex,
        plan_id=plan_id,
        pairing_id=offer.pairing.id if offer.pairing else None,
        name=name,
        source=offer.source,
        prescribed=offer.levels,
        doses=None,
        note="",
        sequence=None,
        issued=None,
        expires=None,
        day=clock.today(),
        at=clock.now(),
        zone=clock.zone_name(),
    )
    if plan is None:
        return one
    return replace(
        one,
        doses=plan.doses,
        note=plan.note,
        sequence=plan.sequence,
        issued=plan.issued,
        expires=plan.expires,
        variations=plan.variations,
    )
