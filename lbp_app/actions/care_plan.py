"""A person sets levels, tries others, and may test themself at home first. Nothing is locked."""

from collections.abc import Mapping
from uuid import uuid4

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.care_plan import (
    MYSELF,
    CarePlan,
    Issuer,
    Trial,
    belongs_to_physio,
    levels_of,
    trained_levels,
)
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.exercise import Group, Level
from lbp_app.model.history import Change
from lbp_app.model.home_test import HomeTest, Result, newest
from lbp_app.model.text import tidy
from lbp_app.rules import progression
from lbp_app.services import Services


def set_level(services: Services, group: Group, level: Level, why: str = "") -> Change | None:
    """By the person themself. Refused while the levels are a physiotherapist's: then a level can
    be tried, or all of them taken over. None when that was set last.
    """
    return _put(services, next_plan(services, {group: level}, {group: why}))


def take_over_levels(services: Services, why: str = "") -> Change | None:
    """The person goes on without a physiotherapist, at the levels as they are. None when they have
    done so.
    """
    levels = levels_of(services.care_plans.all())
    return _put(services, new_version(services, levels, dict.fromkeys(Group, why), MYSELF))


def try_level(services: Services, group: Group, level: Level) -> Change | None:
    """Sessions take it from now on; what is assigned stays. None when it is tried already."""
    tried = services.care_plans.trials().get(group)
    if tried is not None and tried.level is level:
        return None
    return services.care_plans.put(trial(services, group, level))


def stop_trying(services: Services, group: Group) -> Change | None:
    """None when none is tried."""
    return services.care_plans.end_trial(group) if group in services.care_plans.trials() else None


def training_levels(services: Services) -> Mapping[Group, Level]:
    """What sessions take: tried levels before assigned ones."""
    return trained_levels(services.care_plans.all(), services.care_plans.trials())


def note_home_test(services: Services, test: HomeTest, value: int) -> Change:
    clock, result_id = services.clock, uuid4().hex
    result = Result(result_id, test, value, clock.today(), clock.now(), clock.zone_name())
    return services.home_tests.put(result_id, result)


def forget_home_test(services: Services, result_id: str) -> Change | None:
    """None when it is gone already."""
    if all(one.id != result_id for one in services.home_tests.all()):
        return None
    return services.home_tests.put(result_id, None)


def suggested_levels(services: Services) -> Mapping[Group, Level]:
    """By the newest home tests; every group without one begins at the lightest."""
    results = newest(services.home_tests.all())
    return progression.suggested_levels(results, services.progression())


def begin_at(services: Services, levels: Mapping[Group, Level], why: str = "") -> Change | None:
    """The person chooses where to start, as suggested or otherwise. None when that was set last."""
    return _put(services, next_plan(services, levels, dict.fromkeys(levels, why)))


def next_plan(
    services: Services, levels: Mapping[Group, Level], why: Mapping[Group, str]
) -> CarePlan:
    """As the person themself would set it; AnswerRefusedError when it is not theirs to set."""
    if belongs_to_physio(services.care_plans.all()):
        raise AnswerRefusedError("error.level_of_physio")
    return new_version(services, levels, why, MYSELF)


def trial(services: Services, group: Group, level: Level) -> Trial:
    return Trial(group, level, services.clock.today(), services.clock.now())


def new_version(
    services: Services, levels: Mapping[Group, Level], why: Mapping[Group, str], issuer: Issuer
) -> CarePlan:
    refuse_cpr_number(*why.values(), issuer.name)
    clock = services.clock
    return CarePlan(
        id=uuid4().hex,
        version=services.care_plans.next_version(),
        day=clock.today(),
        at=clock.now(),
        zone=clock.zone_name(),
        issuer=issuer,
        levels={**levels_of(services.care_plans.all()), **levels},
        why={group: tidy(why.get(group, "")) for group in levels},
    )


def _put(services: Services, plan: CarePlan) -> Change | None:
    """None when the newest says the same, of the same groups, and none of them is tried."""
    newest, tried = services.care_plans.all()[-1:], services.care_plans.trials()
    said = [(one.issuer, one.levels, one.why) for one in newest]
    if said == [(plan.issuer, plan.levels, plan.why)] and not plan.why.keys() & tried.keys():
        return None
    return services.care_plans.put(plan)
