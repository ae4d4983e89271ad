"""How long the sessions take that a person may begin now."""

from collections.abc import Mapping, Sequence

from lbp_app.actions.session import basis_of
from lbp_app.model.player import Planned
from lbp_app.model.session import SessionKind
from lbp_app.rules import session_plan
from lbp_app.services import Services


def offered(services: Services) -> Mapping[SessionKind, int]:
    """Minutes of each, in the order in which they are shown."""
    basis = basis_of(services)
    plans = {
        SessionKind.SHORT: session_plan.short(basis),
        SessionKind.FULL: session_plan.full(basis),
        SessionKind.WARM_UP: session_plan.warm_up(basis),
        SessionKind.COOL_DOWN: session_plan.cool_down(basis),
    }
    return {kind: minutes(plan) for kind, plan in plans.items()}


def minutes(plan: Sequence[Planned]) -> int:
    """Whole ones, at least one."""
    return max(1, round(session_plan.minutes_of(plan)))
