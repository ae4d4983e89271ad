"""A session before it begins: what is in it, how long it takes, and what comes first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lbp_app.actions import check_offer, session
from lbp_app.model.asking import Round
from lbp_app.model.player import Planned, Running
from lbp_app.model.session import SessionKind
from lbp_app.services import Services


@dataclass(frozen=True)
class Offer:
    """`minutes` as planned, at least one."""

    kind: SessionKind
    plan: tuple[Planned, ...]
    minutes: int


def offer(services: Services, kind: SessionKind, exercise: str | None = None) -> Offer:
    """`exercise` is needed for SINGLE."""
    return offered(kind, session.plan_session(services, kind, exercise))


def offers(services: Services, kinds: Iterable[SessionKind]) -> list[Offer]:
    """One for each, from one reading of what was done."""
    basis = session.basis_of(services)
    return [offered(kind, session.plan_of(basis, kind)) for kind in kinds]


def gentle_offer(services: Services) -> Offer:
    """For a bad spell; kept as a short session."""
    return offered(SessionKind.SHORT, session.plan_gentle(services))


def start(services: Services, chosen: Offer) -> Running:
    return session.start_session(services, chosen.kind, chosen.plan)


def check_comes_first(services: Services) -> bool:
    """Before the very first training the safety check is offered; putting it off once is enough."""
    checked = any(one.round is not Round.LATER for one in services.screenings.all())
    put_off = any(what == check_offer.OFFER for what, _ in services.screenings.put_offs())
    return not (checked or put_off or services.sessions.all())


def offered(kind: SessionKind, plan: Sequence[Planned]) -> Offer:
    return Offer(kind, tuple(plan), max(1, session.minutes_of(plan)))
