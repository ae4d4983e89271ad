"""Levels of a physiotherapist, without the plan that brings them."""

from collections.abc import Mapping

from lbp_app.actions.care_plan import new_version
from lbp_app.model.care_plan import Issuer
from lbp_app.model.exercise import Group, Level
from lbp_app.model.history import Change
from lbp_app.services import Services


def assign_levels(
    services: Services, levels: Mapping[Group, Level], issuer: Issuer, why: Mapping[Group, str]
) -> Change:
    """A group that is not named stays as it was."""
    return services.care_plans.put(new_version(services, levels, why, issuer))
