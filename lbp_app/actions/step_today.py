"""Which question about a step is put today: at most one, and what may be too much comes first."""

from dataclasses import dataclass

from lbp_app.actions import prescribed, progression, session
from lbp_app.model.exercise import harder, lighter
from lbp_app.model.progression import Choice, Proposal
from lbp_app.model.session import SessionKind
from lbp_app.rules.progression import fewer_than, more_than
from lbp_app.services import Services

FIRST = (Choice.EASIER, Choice.SAME, Choice.MORE)


@dataclass(frozen=True)
class Steps:
    """What each step would mean. Amounts are repetitions or seconds; None: no such step."""

    now: int
    more: int
    fewer: int
    variation: str | None
    harder: str | None
    lighter: str | None


def question_today(services: Services) -> Proposal | None:
    """None on a day that has had its question, and while the morning's is still to be answered."""
    asked = any(one.day == services.clock.today() for one in services.decisions.all())
    if asked or session.morning_question(services) is not None:
        return None
    found = progression.questions(services)
    return min(found, key=lambda one: FIRST.index(one.suggests), default=None)


def steps_of(services: Services, exercise: str) -> Steps:
    there = prescribed.catalogue(services).exercise(exercise)
    than = services.progression().thresholds
    (planned,) = session.plan_session(services, SessionKind.SINGLE, exercise)
    done = (item for one in services.sessions.all() for item in one.done)
    tried = {item.variation for item in done if item.exercise == exercise}
    return Steps(
        now=planned.amount,
        more=more_than(planned.amount, there.dose.amount[1], than),
        fewer=fewer_than(planned.amount, than),
        variation=next((one for one in there.variations if one not in tried), None),
        harder=harder(exercise),
        lighter=lighter(exercise),
    )
