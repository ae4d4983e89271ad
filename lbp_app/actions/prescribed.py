"""What goes with the levels of a physiotherapist's plan, as the person trains by it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lbp_app.model.care_plan import belongs_to_physio
from lbp_app.model.dose import dose_of
from lbp_app.model.exercise import Catalogue, exercise_at
from lbp_app.model.pairing import Taken
from lbp_app.model.prescription import by_group, doses_by_group, variations_by_group
from lbp_app.model.progression import Decision, Seen
from lbp_app.services import Services


def plan_in_force(services: Services) -> Taken | None:
    """The one that was taken last; none once the person has taken all levels over."""
    taken = services.prescriptions.all()
    return taken[-1] if taken and belongs_to_physio(services.care_plans.all()) else None


def doses(services: Services) -> Mapping[str, str]:
    """By exercise: a dose is for the level that was prescribed with it."""
    taken = plan_in_force(services)
    return _doses(taken) if taken else {}


def _doses(taken: Taken) -> Mapping[str, str]:
    levels = by_group(taken.prescribed)
    said = doses_by_group(taken.doses)
    return {exercise_at(group, levels[group]): said[group] for group in said if group in levels}


def variations(services: Services) -> Mapping[str, str]:
    """By exercise, likewise."""
    taken = plan_in_force(services)
    if taken is None:
        return {}
    levels, said = by_group(taken.prescribed), variations_by_group(taken.variations)
    return {exercise_at(group, levels[group]): said[group] for group in said if group in levels}


def variations_to_begin_with(
    services: Services, seen: Mapping[str, Sequence[Seen]], decisions: Iterable[Decision]
) -> Mapping[str, str]:
    """Of the exercises that were neither done nor decided on since the plan was taken: from then on
    the person goes on with what they chose.
    """
    taken, chosen = plan_in_force(services), variations(services)
    if taken is None or not chosen:
        return {}
    own = {one.exercise for one in decisions if one.at > taken.at}
    own |= {one for one in chosen for item in seen.get(one, ()) if item.done_at > taken.at}
    return {one: name for one, name in chosen.items() if one not in own}


def catalogue(services: Services) -> Catalogue:
    """With the doses that are prescribed in the place of the usual ones, where they are read."""
    there, taken = services.catalogue(), plan_in_force(services)
    if taken is None:
        return there
    exercises = dict(there.exercises)
    for one, said in _doses(taken).items():
        dose = dose_of(said, exercises[one].dose)
        if dose is not None:
            exercises[one] = replace(exercises[one], dose=dose, prescribed=taken.at)
    return replace(there, exercises=exercises)
