"""The app asks about a step, and the person chooses; a no is remembered."""

from uuid import uuid4

from lbp_app.actions import care_plan, prescribed, programme
from lbp_app.model.care_plan import CarePlan, Trial, belongs_to_physio
from lbp_app.model.exercise import Level, exercise_at, harder, lighter, place_of
from lbp_app.model.history import Change
from lbp_app.model.invitation import Invited
from lbp_app.model.progression import Choice, Decision, Easier, More, Proposal
from lbp_app.rules import progression
from lbp_app.rules.invitation import invitation
from lbp_app.services import Services


def questions(services: Services) -> list[Proposal]:
    """About the exercises at the levels that are trained now; none where there is nothing new to
    ask, in a bad spell and while exercise is paused.
    """
    if not _may_ask(services):
        return []
    asked = [exercise_at(*at) for at in care_plan.training_levels(services).items()]
    sessions, decisions = services.sessions.all(), services.decisions.all()
    rules, there = services.progression(), prescribed.catalogue(services)
    found = (progression.proposal(there.exercise(one), sessions, decisions, rules) for one in asked)
    return [proposal for proposal in found if proposal is not None]


def accept_step(
    services: Services, proposal: Proposal, choice: Choice, easier: Easier | None = None
) -> Change:
    """`choice` is MORE, SAME or EASIER, whatever was suggested; `easier` says in which way. A step
    of level is assigned by the person, or tried where the levels are a physiotherapist's.
    """
    step = {Choice.MORE: proposal.more, Choice.EASIER: easier}.get(choice)
    decision = _decision(services, proposal, choice, step)
    return services.decisions.put(decision, _level(services, proposal.exercise, step))


def decline_step(services: Services, proposal: Proposal) -> Change:
    """It is not asked again until something new was seen."""
    return services.decisions.put(_decision(services, proposal, Choice.DECLINED, None))


def _may_ask(services: Services) -> bool:
    pauses, flares = programme.pauses(services), services.flares.all()
    invited = invitation(pauses, flares, [], services.clock.today()).invited
    return invited is Invited.SESSION and services.progression().asks


def _decision(
    services: Services, proposal: Proposal, chosen: Choice, step: More | Easier | None
) -> Decision:
    return Decision(
        id=uuid4().hex,
        exercise=proposal.exercise,
        suggested=proposal.suggests,
        chosen=chosen,
        step=step,
        rule=proposal.rule,
        seen=tuple(one.session_id for one in proposal.seen),
        day=services.clock.today(),
        at=services.clock.now(),
        zone=services.clock.zone_name(),
    )


def _level(
    services: Services, exercise: str, step: More | Easier | None
) -> CarePlan | Trial | None:
    if step not in (More.LEVEL, Easier.LEVEL):
        return None
    other = harder(exercise) if step == More.LEVEL else lighter(exercise)
    place = place_of(other) if other else None
    if place is None:
        return None
    group, level = place
    if belongs_to_physio(services.care_plans.all()):
        return care_plan.trial(services, group, Level(level))
    return care_plan.next_plan(services, {group: level}, {group: ""})
