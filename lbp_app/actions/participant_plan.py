"""A physiotherapist sets the eight levels of a participant, and what goes with them."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import uuid4

from lbp_app.actions.participant import participant
from lbp_app.errors import AnswerRefusedError
from lbp_app.model.care_plan import EVERYONE_AT_ONE, Assigner, CarePlan, Issuer
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.exercise import Group, Level
from lbp_app.model.history import Change
from lbp_app.model.participant import Detail, ParticipantPlan, levels_typed
from lbp_app.model.plan_template import BEGINNER, FIRST_LEVELS, PlanTemplate
from lbp_app.model.text import tidy
from lbp_app.services import Services

NAMELESS = "–"  # a physiotherapist who has not said their name


def plan_of(services: Services, participant_id: str) -> ParticipantPlan | None:
    """The newest version; None before any level was set."""
    versions = services.participant_plans.of(participant_id)
    return versions[-1] if versions else None


def set_level(
    services: Services, participant_id: str, group: Group, level: Level | None
) -> Change | None:
    """None: no level is prescribed there. Nothing is kept when it is that level already."""
    return _set(services, participant_id, {group: level})


def set_eight(services: Services, participant_id: str, typed: str) -> Change | None:
    """Eight figures, one a group: 1 to 4, or 0 for none."""
    return _set(services, participant_id, levels_typed(typed))


def set_detail(services: Services, participant_id: str, group: Group, **said: str) -> Change | None:
    """`variation`, `dose` or `note`."""
    said = {name: tidy(text) for name, text in said.items()}
    refuse_cpr_number(*said.values())
    before = plan_of(services, participant_id)
    old = before.detail(group) if before else Detail()
    new = replace(old, **said)  # type: ignore[arg-type]
    if new == old:
        return None
    levels = before.plan.levels if before else EVERYONE_AT_ONE
    details = {**(before.details if before else {}), group: new}
    return _put(services, participant_id, levels, details, [group])


def say_why(services: Services, participant_id: str, why: str) -> Change:
    """Why the levels are as they were set last."""
    refuse_cpr_number(why)
    before = plan_of(services, participant_id)
    if before is None:
        raise AnswerRefusedError("error.participant_no_levels")
    groups = [*before.plan.why] or [*Group]
    return _put(services, participant_id, before.plan.levels, before.details, groups, tidy(why))


def apply_template(services: Services, participant_id: str, template: PlanTemplate) -> Change:
    return _put(services, participant_id, template.levels, template.details, [*Group])


# --- templates ----------------------------------------------------------------------------------


def beginner(services: Services, name: str) -> PlanTemplate:
    """Everyone can begin here: the lightest level of each group."""
    clock = services.clock
    return PlanTemplate(BEGINNER, name, FIRST_LEVELS, clock.now(), clock.zone_name())


def save_template(services: Services, participant_id: str, name: str) -> Change:
    """The levels of a participant, to begin with for others."""
    refuse_cpr_number(name)
    plan = plan_of(services, participant_id)
    if plan is None:
        raise AnswerRefusedError("error.participant_no_levels")
    clock, made = services.clock, uuid4().hex
    at, zone = clock.now(), clock.zone_name()
    one = PlanTemplate(made, tidy(name), plan.plan.levels, at, zone, plan.details)
    return services.plan_templates.put(made, one)


def rename_template(services: Services, template_id: str, name: str) -> Change:
    refuse_cpr_number(name)
    one = replace(_template(services, template_id), name=tidy(name))
    return services.plan_templates.put(template_id, one)


def remove_template(services: Services, template_id: str) -> Change:
    return services.plan_templates.put(_template(services, template_id).id, None)


def _template(services: Services, template_id: str) -> PlanTemplate:
    found = services.plan_templates.get(template_id)
    if found is None:
        raise AnswerRefusedError("error.template_none")
    return found


# --- versions -----------------------------------------------------------------------------------


def _set(
    services: Services, participant_id: str, said: Mapping[Group, Level | None]
) -> Change | None:
    before = plan_of(services, participant_id)
    if before and all(before.prescribed(group) == level for group, level in said.items()):
        return None
    levels = dict(before.plan.levels if before else EVERYONE_AT_ONE)
    details = dict(before.details if before else {})
    for group, level in said.items():
        old = details.get(group, Detail())
        if level not in (None, levels[group]):
            old = replace(old, variation="", dose="")  # they are of the exercise before
        levels[group] = level or levels[group]
        details[group] = replace(old, left_out=level is None)
    return _put(services, participant_id, levels, details, [*said])


def _put(
    services: Services,
    participant_id: str,
    levels: Mapping[Group, Level],
    details: Mapping[Group, Detail],
    groups: list[Group],
    why: str = "",
) -> Change:
    one, clock = participant(services, participant_id), services.clock
    plan = CarePlan(
        id=uuid4().hex,
        version=services.participant_plans.next_version(one.id),
        day=clock.today(),
        at=clock.now(),
        zone=clock.zone_name(),
        issuer=Issuer(Assigner.PHYSIO, services.person.get().first_name or NAMELESS),
        levels=levels,
        why=dict.fromkeys(groups, why),
    )
    return services.participant_plans.put(ParticipantPlan(one.id, plan, details))
