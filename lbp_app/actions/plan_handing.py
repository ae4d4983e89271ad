"""A physiotherapist hands a participant's plan over, and pairs their device with the patient's."""

from dataclasses import replace

from lbp_app.actions import handing_over
from lbp_app.actions.hand_over import note_hand_over
from lbp_app.actions.handing_over import Handed
from lbp_app.actions.participant import connected_with, participant
from lbp_app.actions.participant_plan import plan_of
from lbp_app.errors import AnswerRefusedError
from lbp_app.exchange.pairing import Answer
from lbp_app.exchange.typed_code import code_of
from lbp_app.model.exercise import Group
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.history import Change
from lbp_app.model.participant import ParticipantPlan
from lbp_app.model.prescription import Levels
from lbp_app.services import Services


def typed_code(services: Services, participant_id: str) -> str:
    """Eight characters for the eight levels; nothing else is in them."""
    return code_of(_levels(_plan(services, participant_id)))


def sign_plan(services: Services, participant_id: str, message: str) -> Handed:
    """For a participant whose device is paired. The sequence is a time, so that each is later than
    the one before also after an older backup was put back.
    """
    one, plan = participant(services, participant_id), _plan(services, participant_id)
    if not one.tag:
        raise AnswerRefusedError("error.participant_not_paired")
    doses = tuple(plan.detail(group).dose or None for group in Group)
    varied = tuple(
        plan.detail(group).variation or None if plan.prescribed(group) else None for group in Group
    )
    said = handing_over.prescription_for(
        services,
        one.tag,
        max(one.sequence + 1, int(services.clock.now().timestamp())),
        _levels(plan),
        doses if any(doses) else None,
        message,
        variations=varied if any(varied) else None,
    )
    made = handing_over.hand_over(services, said)
    services.participants.put(replace(one, sequence=said.sequence))
    note_hand_over(services, HandedOver.PLAN, len(made.text))
    return made


def confirm_pairing(services: Services, participant_id: str, answer: Answer) -> Change:
    """Once both have seen the same six digits; refused for a device that is another participant's.
    A tag that was typed has no box yet.
    """
    one, known = participant(services, participant_id), connected_with(services, answer.tag)
    if known and known.id != one.id:
        raise AnswerRefusedError("error.participant_connected", name=known.called)
    box = answer.box.hex() if answer.box else ""
    return services.participants.put(replace(one, tag=answer.tag, box=box))


def end_pairing(services: Services, participant_id: str) -> Change:
    one = participant(services, participant_id)
    return services.participants.put(replace(one, tag="", box=""))


def _plan(services: Services, participant_id: str) -> ParticipantPlan:
    plan = plan_of(services, participant_id)
    if plan is None or not any(map(plan.prescribed, Group)):
        raise AnswerRefusedError("error.participant_no_levels")
    return plan


def _levels(plan: ParticipantPlan) -> Levels:
    return tuple(plan.prescribed(group) for group in Group)
