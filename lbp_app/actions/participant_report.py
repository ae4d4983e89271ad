"""A physiotherapist takes in what a participant told, and sees what is new since the last time."""

from collections.abc import Sequence
from dataclasses import dataclass

from lbp_app.actions import handing_over
from lbp_app.actions.participant import participant, participants
from lbp_app.actions.participant_plan import plan_of
from lbp_app.exchange import participant_report as exchange
from lbp_app.exchange.participant_report import EXTENSION as EXTENSION
from lbp_app.model.cpr import holds_cpr_number
from lbp_app.model.history import Change
from lbp_app.model.pairing import CLOCKS_DIFFER
from lbp_app.model.participant import Participant
from lbp_app.model.participant_report import (
    ParticipantReport,
    ReportRefusal,
    SentReport,
    Told,
    refuse_old,
    refuse_report,
)
from lbp_app.model.since_last import SinceLast, since_last
from lbp_app.services import Services


@dataclass(frozen=True)
class Received:
    """A report that may be taken in, and whose it is."""

    whose: Participant
    sent: SentReport


def look_into(services: Services, data: bytes, participant_id: str = "") -> Received:
    """Whatever file came, on that participant's page or anywhere. Nothing is changed;
    ReportRefusedError says why not.
    """
    file = exchange.read(data)
    here = participant(services, participant_id) if participant_id else None
    keys = handing_over.own_keys(services)
    whose = _whose(services, file, here, keys.signing.public)
    sent = exchange.opened(file, keys.box)
    if any(map(holds_cpr_number, sent.told.texts)):
        refuse_report(ReportRefusal.CPR)
    latest = services.clock.today() + CLOCKS_DIFFER
    if max(sent.made, sent.told.last) > latest:
        refuse_report(ReportRefusal.NOT_YET)
    refuse_old(sent, services.participant_reports.of(whose.id))
    return Received(whose, sent)


def take_in(services: Services, received: Received) -> Change:
    sent, clock = received.sent, services.clock
    refuse_old(sent, services.participant_reports.of(received.whose.id))
    return services.participant_reports.put(
        ParticipantReport(
            id=sent.id,
            participant=received.whose.id,
            sequence=sent.sequence,
            made=sent.made,
            told=exchange.plain_told(sent.told),
            day=clock.today(),
            at=clock.now(),
            zone=clock.zone_name(),
        )
    )


def told_by(services: Services, participant_id: str) -> list[Told]:
    """Everything that was taken in, oldest first."""
    kept = services.participant_reports.of(participant_id)
    return [exchange.told_of(one.told) for one in kept]


def since_last_of(services: Services, participant_id: str) -> SinceLast | None:
    """None before the first report."""
    told = told_by(services, participant_id)
    return since_last(told, plan_of(services, participant_id)) if told else None


def _whose(
    services: Services, file: exchange.Locked, here: Participant | None, key: bytes
) -> Participant:
    people = participants(services)
    found = _owner(people, file)
    if here and found and found.id != here.id:
        refuse_report(ReportRefusal.WRONG_PARTICIPANT, name=found.called)
    if here and not here.tag:
        refuse_report(ReportRefusal.NOT_PAIRED)
    if not exchange.is_for(file, key):
        refuse_report(ReportRefusal.OTHER_PHYSIO)
    return found or refuse_report(ReportRefusal.UNKNOWN_KEY)


def _owner(people: Sequence[Participant], file: exchange.Locked) -> Participant | None:
    """By the tag that pairing gave, and the key where it was given too."""
    sender = file.sender.hex()
    known = (one for one in people if one.tag == file.tag and one.box in ("", sender))
    return next(known, None)
