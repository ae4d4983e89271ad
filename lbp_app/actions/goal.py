"""A person says what matters, and at times how well it goes."""

from dataclasses import replace
from uuid import uuid4

from lbp_app.actions.course import CourseNow
from lbp_app.errors import AnswerRefusedError
from lbp_app.model import goal as goals
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.goal import MOST, Goal, GoalRating
from lbp_app.model.history import Change
from lbp_app.model.text import tidy
from lbp_app.rules import course as rules
from lbp_app.services import Services

OFFER = "goals"  # what can be put off


def set_goal(services: Services, text: str) -> Change:
    """At most three at a time."""
    refuse_cpr_number(text)
    if len(goals.active(services.goals.all())) >= MOST:
        raise AnswerRefusedError("error.goals_full", most=MOST)
    clock, goal_id = services.clock, uuid4().hex
    made = Goal(goal_id, tidy(text), clock.today(), clock.now(), clock.zone_name())
    return services.goals.put(goal_id, made)


def change_goal(services: Services, goal_id: str, text: str) -> Change | None:
    """Its words; what was said about it stays. None when they are the same."""
    refuse_cpr_number(text)
    before = _goal(services, goal_id)
    after = replace(before, text=tidy(text))
    return None if after == before else services.goals.put(goal_id, after)


def drop_goal(services: Services, goal_id: str) -> Change | None:
    """It no longer matters, or is reached; how it went stays. None when it was dropped already."""
    goal = _goal(services, goal_id)
    if goal.dropped is not None:
        return None
    return services.goals.put(goal_id, replace(goal, dropped=services.clock.today()))


def rate_goal(services: Services, goal_id: str, value: int | None) -> Change | None:
    """How well it goes today; a value of None takes today's answer away. No change when it is the
    answer already.
    """
    _goal(services, goal_id)
    clock = services.clock
    rating_id = f"{goal_id}-{clock.today()}"
    if value == next((one.value for one in services.goals.ratings() if one.id == rating_id), None):
        return None
    if value is None:
        return services.goals.put_rating(rating_id, None)
    rating = GoalRating(rating_id, goal_id, value, clock.today(), clock.now(), clock.zone_name())
    return services.goals.put_rating(rating_id, rating)


def due(services: Services, now: CourseNow | None) -> list[Goal]:
    """Those that Today asks about, in weeks 4 and 8 and at the follow-ups; what was said today can
    still be said otherwise.
    """
    if now is None or now.pause or (OFFER, now.today) in services.screenings.put_offs():
        return []
    since = rules.goals_due_since(now.road, now.today)
    if since is None:
        return []
    return goals.open_since(services.goals.all(), services.goals.ratings(), since, now.today)


def put_off(services: Services) -> None:
    """Until tomorrow."""
    services.screenings.put_off(OFFER, services.clock.today())


def _goal(services: Services, goal_id: str) -> Goal:
    found = next((one for one in services.goals.all() if one.id == goal_id), None)
    if found is None:
        raise AnswerRefusedError("error.goal_none")
    return found
