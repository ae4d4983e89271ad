"""A physiotherapist hands participants or a class over to a colleague, or takes them in."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import uuid4

from lbp_app.actions.class_group import class_now
from lbp_app.actions.hand_over import note_hand_over
from lbp_app.actions.participant import forget_those_gone, participant, participants
from lbp_app.errors import InputRefusedError
from lbp_app.exchange import colleague as exchange
from lbp_app.exchange.colleague import EXTENSION as EXTENSION
from lbp_app.exchange.sealed import Cost
from lbp_app.model.colleague import HandedClass, HandedPeople, Recognised, put_together
from lbp_app.model.course import Attendance
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.pairing import CLOCKS_DIFFER
from lbp_app.model.participant import NUMBER_LENGTH, Participant
from lbp_app.services import Services


def hand_participant(
    services: Services, participant_id: str, passphrase: str, cost: Cost | None = None
) -> bytes:
    """Levels with their history and what was reported, without the note to oneself."""
    return _locked(
        services, _people(services, [participant(services, participant_id)]), passphrase, cost
    )


def hand_class(
    services: Services, class_id: str, passphrase: str, cost: Cost | None = None
) -> bytes:
    """With everybody who takes or took part, and who was there."""
    now = class_now(services, class_id)
    everybody = [now.everybody[one.participant] for one in now.members]
    said = services.courses.appointments()
    ours = {one.id for one in now.road}
    handed = HandedClass(
        now.group,
        now.course,
        now.members,
        tuple(one for one in said if one.course == class_id),
        {which: _of(told, everybody) for which, told in now.said.items() if which in ours},
    )
    people = replace(_people(services, everybody), class_group=handed)
    return _locked(services, people, passphrase, cost)


def look_into(services: Services, data: bytes, passphrase: str) -> HandedPeople:
    """Nothing is kept yet. What says it was made on a day to come would be in force for ever, so
    it is refused.
    """
    handed = exchange.opened(data, passphrase)
    latest = services.clock.now() + CLOCKS_DIFFER
    made = [one.at for one in handed.people]
    made += [one.at for one in handed.reports] + [one.plan.at for one in handed.plans]
    numbers = [one.sequence for one in handed.reports]  # the seconds of when it was made
    if max(made, default=latest) > latest or max(numbers, default=0) > latest.timestamp():
        raise InputRefusedError("error.colleague_damaged")
    return handed


def recognised(services: Services, handed: HandedPeople) -> list[Recognised]:
    """Who in it is here already, by the id that they have kept since they were added, and what
    putting the two together would come to.
    """
    now = services.clock.now()
    here = {one.id: one for one in services.participants.all() if not one.is_gone(now)}
    return [
        _together(services, here[one.id], one, handed) for one in handed.people if one.id in here
    ]


def take_in(services: Services, handed: HandedPeople, together: Collection[str] = ()) -> None:
    """`together`: the ids of those who are put together with the same people here: what is here of
    them stays, and what is new is added. Anybody else comes as a person of one's own; under a new
    id when theirs is here, and marked when somebody here is called the same. A class keeps its id,
    and with it those who follow it, unless it is here.
    """
    forget_those_gone(services)
    here = {one.id for one in services.participants.all()}
    same = here.intersection(together)
    ids = {
        one.id: uuid4().hex if one.id in here and one.id not in same else one.id
        for one in handed.people
    }
    known = {(one.name, one.number) for one in participants(services)}
    people = tuple(_own(one, ids[one.id], known) for one in handed.people)
    plans = tuple(
        replace(one, participant=ids[one.participant], plan=replace(one.plan, id=uuid4().hex))
        for one in handed.plans
    )
    key = uuid4().hex if is_here(services, handed) else None
    group = handed.class_group and _own_class(handed.class_group, ids, key)
    reports = tuple(replace(one, participant=ids[one.participant]) for one in handed.reports)
    services.colleagues.take(HandedPeople(people, plans, group, reports), same)


def is_here(services: Services, handed: HandedPeople) -> bool:
    """Whether the same class is led here already."""
    group = handed.class_group
    return group is not None and group.group.id in {one.id for one in services.classes.all()}


def _together(
    services: Services, mine: Participant, theirs: Participant, handed: HandedPeople
) -> Recognised:
    kept = services.participant_plans.of(mine.id)
    known = {one.id for one in services.participant_reports.of(mine.id)}
    told = (one for one in handed.reports if one.participant == theirs.id)
    plans = [one for one in handed.plans if one.participant == theirs.id]
    return Recognised(
        mine,
        theirs,
        kept[-1] if kept else None,
        put_together(kept, plans),
        tuple(one for one in told if one.id not in known),
    )


def _of(told: Mapping[str, Attendance], people: list[Participant]) -> dict[str, Attendance]:
    wanted = {one.id for one in people}
    return {who: said for who, said in told.items() if who in wanted}


def _people(services: Services, people: list[Participant]) -> HandedPeople:
    plans = [plan for one in people for plan in services.participant_plans.of(one.id)]
    reports = [report for one in people for report in services.participant_reports.of(one.id)]
    return HandedPeople(tuple(people), tuple(plans), reports=tuple(reports))


def _locked(services: Services, handed: HandedPeople, passphrase: str, cost: Cost | None) -> bytes:
    made = exchange.locked(handed, passphrase, cost)
    note_hand_over(services, HandedOver.COLLEAGUE, len(made))
    return made


def _own(one: Participant, new: str, known: set[tuple[str, str]]) -> Participant:
    taken = (one.name, one.number) in known
    number = f"{one.number[: NUMBER_LENGTH - 3]} +".strip() if taken else one.number
    return replace(one, id=new, number=number)


def _own_class(handed: HandedClass, ids: Mapping[str, str], key: str | None) -> HandedClass:
    old = handed.group.id
    new = key or old

    def renamed(occurrence: str) -> str:
        return f"{new}/{occurrence.partition('/')[2]}"

    return HandedClass(
        replace(handed.group, id=new),
        replace(handed.course, id=new),
        tuple(
            replace(one, class_group=new, participant=ids[one.participant])
            for one in handed.members
        ),
        tuple(
            replace(one, id=renamed(one.id), course=new)
            for one in handed.appointments
            if one.course == old
        ),
        {
            renamed(which): {ids[who]: said for who, said in told.items()}
            for which, told in handed.said.items()
        },
    )
