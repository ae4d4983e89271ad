"""What the app may ask about an exercise: it shows what it saw, and the person chooses.

Thresholds come as arguments (content/progression.yaml says where each is from). What was seen
before the last choice never counts again, so a no is not asked about until there is something new.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import takewhile

from lbp_app.model.exercise import EASIER, LIGHTEST, Exercise, Group, Level, harder, lighter
from lbp_app.model.home_test import HomeTest, Result, level_of
from lbp_app.model.progression import (
    Choice,
    Colour,
    Decision,
    Easier,
    Gently,
    More,
    ProgressionRules,
    Proposal,
    Seen,
    Thresholds,
)
from lbp_app.model.session import After, Item, Session

SLOW = (After.OVER_A_DAY, After.OVER_TWO_DAYS)


def seen_of(sessions: Iterable[Session], exercise: str) -> list[Seen]:
    """Each time that some of the exercise was done, oldest first."""
    return seen_by_exercise(sessions).get(exercise, [])


def seen_by_exercise(sessions: Iterable[Session]) -> dict[str, list[Seen]]:
    """As `seen_of`, of every exercise that was done."""
    found: dict[str, list[Seen]] = {}
    for session in sessions:
        for item in session.done:
            found.setdefault(item.exercise, []).append(_seen(session, item))
    return found


def _seen(session: Session, item: Item) -> Seen:
    return Seen(
        session_id=session.id,
        done_at=session.ended,
        after_at=session.after_at,
        exercise=item.exercise,
        variation=item.variation,
        effort=item.effort,
        pain=item.pain,
        safe=item.safe,
        after=None if session.after is After.PASSED else session.after,
    )


def colour(one: Seen, than: Thresholds) -> Colour:
    """Of one time: by the pain during, and by how long it stayed above the usual."""
    pain = one.pain or 0
    if pain >= than.pain_red_from or one.after is After.OVER_TWO_DAYS:
        return Colour.RED
    settled = one.after in (None, After.USUAL)
    return Colour.GREEN if pain <= than.pain_green_most and settled else Colour.YELLOW


def proposal(
    exercise: Exercise,
    sessions: Sequence[Session],
    decisions: Sequence[Decision],
    rules: ProgressionRules,
) -> Proposal | None:
    """What to ask about the exercise; None when there is nothing to ask, or nothing new."""
    if not rules.asks:
        return None
    than = rules.thresholds
    all_seen = seen_of(sessions, exercise.id)
    found = _found(all_seen, _asked(decisions, exercise.id), than)
    more = next_more(exercise, all_seen, decisions, than)
    if found is None or (found[0] is Choice.MORE and more is None):
        return None
    suggests, seen, rule = found
    return Proposal(
        exercise=exercise.id,
        suggests=suggests,
        seen=tuple(seen),
        more=more,
        easier=tuple(_ways_down(exercise, amount_of(exercise, decisions, than))),
        gently=tuple(Gently) if unsafe(seen[-1], than) else (),
        rule=rule,
    )


def unsafe(one: Seen, than: Thresholds) -> bool:
    return one.safe is not None and one.safe <= than.safe_gently_most


def next_more(
    exercise: Exercise, seen: Iterable[Seen], decisions: Sequence[Decision], than: Thresholds
) -> More | None:
    """First a variation that was not tried, then repetitions up to the dose, then the level."""
    tried = {one.variation for one in seen}
    if any(variation not in tried for variation in exercise.variations):
        return More.VARIATION
    if amount_of(exercise, decisions, than) < exercise.dose.amount[1]:
        return More.REPS
    return More.LEVEL if harder(exercise.id) else None


def amount_of(exercise: Exercise, decisions: Iterable[Decision], than: Thresholds) -> int:
    """Repetitions or seconds: the lowest of the dose, and from there as the person has chosen, each
    step as it was promised. Where the amount is prescribed, what was chosen before is used up.
    """
    amount, most = exercise.dose.amount
    for one in decisions:
        if one.exercise != exercise.id or (exercise.prescribed and one.at <= exercise.prescribed):
            continue
        if one.step == More.REPS:
            amount = more_than(amount, most, than)
        elif one.step == Easier.REPS:
            amount = fewer_than(amount, than)
    return amount


def more_than(amount: int, most: int, than: Thresholds) -> int:
    return min(amount + than.step, most)


def fewer_than(amount: int, than: Thresholds) -> int:
    """Below the lowest of the dose, or what is prescribed, too: the person decides."""
    return max(1, amount - than.step)


def variation_of(
    exercise: Exercise, seen: Sequence[Seen], decisions: Iterable[Decision]
) -> str | None:
    """After a yes to another variation the next that was not tried; else the one done last."""
    last = seen[-1].variation if seen else None
    chosen = [one for one in decisions if one.exercise == exercise.id and one.step]
    if not chosen or chosen[-1].step != More.VARIATION:
        return None if last == EASIER else last
    since = [one.variation for one in seen if one.done_at > chosen[-1].at]
    tried = {one.variation for one in seen if one.done_at <= chosen[-1].at}
    fresh = [variation for variation in exercise.variations if variation not in tried]
    return since[-1] if since else next(iter(fresh), last)


def suggested_levels(
    results: Mapping[HomeTest, Result], rules: ProgressionRules
) -> Mapping[Group, Level]:
    """By those tests that tell of a level; a group without one begins at the lightest."""
    levels = dict.fromkeys(Group, LIGHTEST)
    for test, (group, bounds) in rules.bounds.items():
        if test in results:
            levels[group] = level_of(results[test].value, bounds)
    return levels


def suggestion(
    exercise: str, sessions: Sequence[Session], decisions: Sequence[Decision], than: Thresholds
) -> Choice | None:
    """What the rule would choose today; SAME needs no question. None: too little was told."""
    seen = seen_of(sessions, exercise)
    if found := _found(seen, _asked(decisions, exercise), than):
        return found[0]
    return Choice.SAME if seen and seen[-1].effort is not None else None


# --- the rules ----------------------------------------------------------------------------------

Found = tuple[Choice, list[Seen], str]


def _found(seen: Sequence[Seen], asked: datetime | None, than: Thresholds) -> Found | None:
    """The gentler rule goes before the other."""
    new = [one for one in seen if asked is None or one.done_at > asked]
    told = [one for one in seen if asked is None or (one.after_at or one.done_at) > asked]
    return _hard(new, than) or _slow(told, than) or _gently(new, than) or _more(new, than)


def _asked(decisions: Iterable[Decision], exercise: str) -> datetime | None:
    """When the person last chose about it."""
    return max((one.at for one in decisions if one.exercise == exercise), default=None)


def _hard(new: Sequence[Seen], than: Thresholds) -> Found | None:
    last = new[-1] if new else None
    if last is None:
        return None
    if last.effort is not None and last.effort >= than.effort_easier_from:
        return Choice.EASIER, [last], "effort_easier_from"
    if last.pain is not None and last.pain >= than.pain_red_from:
        return Choice.EASIER, [last], "pain_red_from"
    return None


def _slow(told: Sequence[Seen], than: Thresholds) -> Found | None:
    """Pain that stayed above the usual: over two days once, or over a day time after time."""
    if told and told[-1].after is After.OVER_TWO_DAYS:
        return Choice.EASIER, [told[-1]], "over_two_days"
    slow = [*takewhile(lambda one: one.after in SLOW, reversed(told))][: than.slow_times]
    return (Choice.EASIER, slow[::-1], "slow_times") if len(slow) == than.slow_times else None


def _gently(new: Sequence[Seen], than: Thresholds) -> Found | None:
    if not new or not unsafe(new[-1], than):
        return None
    return Choice.SAME, [new[-1]], "safe_gently_most"


def _more(new: Sequence[Seen], than: Thresholds) -> Found | None:
    last = list(new[-than.times :])
    if len(last) < than.times or not all(_ready(one, than) for one in last):
        return None
    return Choice.MORE, last, "effort_more_most"


def _ready(one: Seen, than: Thresholds) -> bool:
    """Easy and safe, as the person said, and with pain that settled."""
    if one.effort is None or one.safe is None:
        return False
    easy = one.effort <= than.effort_more_most and one.safe >= than.safe_more_from
    return easy and colour(one, than) is Colour.GREEN


def _ways_down(exercise: Exercise, amount: int) -> Iterable[Easier]:
    if amount > 1:
        yield Easier.REPS
    yield Easier.SMALLER
    if lighter(exercise.id):
        yield Easier.LEVEL
