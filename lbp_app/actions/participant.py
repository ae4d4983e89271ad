"""A physiotherapist keeps participants: by first name or initials and a number of their own."""

from dataclasses import replace
from uuid import uuid4

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.history import Change
from lbp_app.model.participant import Participant
from lbp_app.model.text import tidy
from lbp_app.services import Services


def participants(services: Services) -> list[Participant]:
    """Without those who were deleted, oldest first."""
    return [one for one in services.participants.all() if one.removed is None]


def removed(services: Services) -> list[Participant]:
    """Those who were deleted and can still be had back."""
    now = services.clock.now()
    gone = [one for one in services.participants.all() if one.removed and not one.is_gone(now)]
    return gone


def participant(services: Services, participant_id: str) -> Participant:
    """AnswerRefusedError when there is none, or they were deleted."""
    found = services.participants.get(participant_id)
    if found is None or found.removed is not None:
        raise AnswerRefusedError("error.participant_none")
    return found


def connected_with(services: Services, tag: str) -> Participant | None:
    """Whose device has this tag."""
    return next((one for one in participants(services) if one.tag == tag), None)


def add_participant(services: Services, name: str, number: str = "") -> Change:
    """The key of the change is the new participant's id."""
    clock = services.clock
    one = Participant(
        uuid4().hex,
        *_checked(services, name, number),
        clock.today(),
        clock.now(),
        clock.zone_name(),
    )
    return services.participants.put(one)


def rename_participant(
    services: Services, participant_id: str, name: str | None = None, number: str | None = None
) -> Change:
    """What is not given stays."""
    before = participant(services, participant_id)
    asked = before.name if name is None else name, before.number if number is None else number
    name, number = _checked(services, *asked, but=participant_id)
    return services.participants.put(replace(before, name=name, number=number))


def write_own_note(services: Services, participant_id: str, text: str) -> Change:
    """For the physiotherapist alone: nothing that is handed over has it."""
    refuse_cpr_number(text)
    before = participant(services, participant_id)
    return services.participants.put(replace(before, note=tidy(text)))


def remove_participant(services: Services, participant_id: str) -> Change:
    """They can be had back for a day; `forget_those_gone` then lets go of everything."""
    before = participant(services, participant_id)
    return services.participants.put(replace(before, removed=services.clock.now()))


def bring_back(services: Services, participant_id: str) -> Change:
    before = services.participants.get(participant_id)
    if before is None:
        raise AnswerRefusedError("error.participant_none")
    back = replace(before, removed=None)
    if before.tag and connected_with(services, before.tag):
        back = replace(back, tag="", box="")  # their device was connected to another meanwhile
    return services.participants.put(back)


def forget_participant(services: Services, participant_id: str) -> None:
    """Everything of theirs, at once; only of one who was deleted already."""
    found = services.participants.get(participant_id)
    if found is not None and found.removed is not None:
        services.participants.forget(participant_id)


def forget_those_gone(services: Services) -> None:
    """Everything of those who were deleted more than a day ago."""
    now = services.clock.now()
    for one in services.participants.all():
        if one.is_gone(now):
            services.participants.forget(one.id)


def _checked(services: Services, name: str, number: str, but: str = "") -> tuple[str, str]:
    """Both as they are kept; a second one who is called the same is refused."""
    refuse_cpr_number(name, number)
    said = tidy(name), tidy(number)
    known = [(one.name, one.number) for one in participants(services) if one.id != but]
    if said in known:
        raise AnswerRefusedError("error.participant_known")
    return said
