"""A safety check is gone through, and its result is kept."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.asking import (
    GO_ON,
    UNSAID,
    About,
    Kind,
    Reply,
    Round,
    Step,
    Walk,
    replies_of,
    ticked_key,
)
from lbp_app.model.day import day_of
from lbp_app.model.history import Change
from lbp_app.model.pause import STOPPED, Pause, PausedBy, paused
from lbp_app.model.person import Sex
from lbp_app.model.screening import (
    Draft,
    Screening,
    ask_on,
)
from lbp_app.model.triage import Ages, Answer, Answers, Outcome, Part, RuleSet, Tier
from lbp_app.rules.asking import parts_of, rules_of, walk
from lbp_app.rules.triage import judge
from lbp_app.services import Services

Tell = Callable[[Outcome], str]


# --- the questions ------------------------------------------------------------------------------


def under_way(services: Services) -> Draft | None:
    """Of today: what was true yesterday may have changed."""
    draft = services.screenings.draft()
    if draft is None or day_in(services, draft.at) != services.clock.today():
        return None
    return draft


def is_done_today(services: Services) -> bool:
    """Nothing is under way, and the newest check is of today."""
    kept = services.screenings.all()
    done = bool(kept) and day_of_check(services, kept[-1]) == services.clock.today()
    return done and under_way(services) is None


def check_of_today(services: Services) -> Draft:
    """The one under way, else a new one, which is not kept before its first reply."""
    return under_way(services) or _new(services, next_round(services))


def next_round(services: Services) -> Round:
    """The short one once all has been answered."""
    earlier = services.screenings.all()
    whole = any(one.complete and one.round is Round.FULL for one in earlier)
    return Round.SHORT if whole else Round.FULL


def begin(services: Services, which: Round) -> None:
    """In place of the one under way."""
    services.screenings.keep_draft(_new(services, which))


def has_rest(services: Services) -> bool:
    """A short round of today leaves something out; answers of another day may have changed."""
    kept = services.screenings.all()
    if not kept or kept[-1].round is not Round.SHORT or kept[-1].tier is Tier.EMERGENCY_NOW:
        return False
    return day_of_check(services, kept[-1]) == services.clock.today()


def answer_the_rest(services: Services) -> None:
    """After a short round of today: go on with what it leaves out."""
    if not has_rest(services):
        raise AnswerRefusedError("error.check_rest")
    newest = services.screenings.all()[-1]
    replies = replies_of(services.rules(), newest.answers)
    services.screenings.keep_draft(Draft(Round.FULL, replies, services.clock.now()))


def way(services: Services, draft: Draft) -> Walk:
    return walk(services.rules(), draft.round, about(services), draft.replies)


def asked_parts(services: Services, draft: Draft) -> tuple[Part, ...]:
    return parts_of(services.rules(), draft.round)


def about(services: Services) -> About:
    person, year = services.person.get(), services.clock.local().year
    born = person.birth_year
    ages = None if born is None else Ages(year - born - 1, year - born)
    return About(ages, Sex(person.sex) if person.sex else None)


def tick(services: Services, step: Step, ticks: Reply) -> None:
    """Things are ticked on the screen; they count once they are replied."""
    draft = check_of_today(services)
    kept = {key: said for key, said in draft.replies.items() if key != step.key}
    _keep(services, replace(draft, replies=kept | {ticked_key(step.name): ticks}))


def reply(services: Services, step: Step, said: Reply, tell: Tell) -> None:
    """`tell` gives the text that is shown for an outcome. An emergency is kept as a check of its
    own at once; so is the whole when all has been replied.
    """
    draft = check_of_today(services)
    before = way(services, draft)
    if step not in before.steps or not _fits(services, step, said):
        raise AnswerRefusedError
    draft = replace(draft, replies={**draft.replies, step.key: said})
    after = way(services, draft)
    if after.done:
        _record_told(services, draft.round, after.answers, tell, None)
    elif after.steps[-1].kind is Kind.AT_ONCE:
        _record_told(services, draft.round, after.answers, tell, draft)
    else:
        _keep(services, draft)


def ticked(draft: Draft, step: Step) -> Reply:
    """What is ticked on the screen, confirmed or not."""
    return draft.replies.get(ticked_key(step.name), draft.replies.get(step.key, ()))


def outcome_of(services: Services, which: Round, answers: Answers) -> Outcome:
    return judge(rules_of(services.rules(), which), answers)


def _fits(services: Services, step: Step, said: Reply) -> bool:
    rules = services.rules()
    match step.kind:
        case Kind.TICKS:
            part = next(part for part in rules.parts if part.id == step.name)
            return set(said) <= {tick[0] for tick in part.ticks} - set(step.without)
        case Kind.AGE:
            return said in {(str(band.youngest),) for band in rules.bands}
        case Kind.SEX:
            return said in {UNSAID, *((sex.value,) for sex in Sex)}
        case Kind.AT_ONCE:
            return said == GO_ON
    return said in {(answer.value,) for answer in Answer}


def _new(services: Services, which: Round) -> Draft:
    """The short round begins with what was ticked about oneself the last time, to be confirmed."""
    replies = _to_confirm(services) if which is Round.SHORT else {}
    return Draft(which, replies, services.clock.now())


def _to_confirm(services: Services) -> dict[str, Reply]:
    rules = services.rules()
    first = rules.parts[0]
    for one in reversed(services.screenings.all()):
        known = replies_of(replace(rules, parts=(first,)), one.answers)
        if known:
            ticks = known.pop(Step(Kind.TICKS, first.id).key)
            lasting = {key: said for key, said in known.items() if key not in _asked_anew(rules)}
            return lasting | {ticked_key(first.id): ticks}
    return {}


def _asked_anew(rules: RuleSet) -> set[str]:
    """What hangs on something lasting may have changed since: cancer that has come back."""
    kinds = (Kind.QUESTION, Kind.AGAIN)
    return {Step(kind, sign.key).key for sign in rules.signs if sign.after for kind in kinds}


def _keep(services: Services, draft: Draft) -> None:
    services.screenings.keep_draft(replace(draft, at=services.clock.now()))


# --- the result ---------------------------------------------------------------------------------


def _record_told(
    services: Services, which: Round, answers: Answers, tell: Tell, draft: Draft | None
) -> None:
    outcome = outcome_of(services, which, answers)
    _add(services, outcome, answers, tell(outcome), which, draft)


def record(
    services: Services,
    answers: Answers,
    shown: str,
    which: Round = Round.FULL,
    draft: Draft | None = None,
) -> Change:
    """`shown` is the text that the person saw; `draft` what is still to be answered. A result of
    the upper tiers stops exercises and reminders until a doctor has been reached.
    """
    outcome = outcome_of(services, which, answers)
    return _add(services, outcome, answers, shown, which, draft)


def _add(
    services: Services,
    outcome: Outcome,
    answers: Answers,
    shown: str,
    which: Round,
    draft: Draft | None,
) -> Change:
    rules, today = services.rules(), services.clock.today()
    made = Screening(
        id=uuid4().hex,
        round=which,
        at=services.clock.now(),
        zone=services.clock.zone_name(),
        rules_version=outcome.rules_version,
        answers=dict(answers),
        tier=outcome.tier,
        complete=outcome.complete,
        reasons=tuple(reason.rule for reason in outcome.reasons),
        shown=shown,
        ask_on=ask_on(rules, outcome.tier, today),
    )
    stops = _stops(services) if outcome.tier in rules.pauses else []
    return services.screenings.add(made, stops, draft)


def day_of_check(services: Services, one: Screening) -> date:
    return day_in(services, one.at)


def day_in(services: Services, at: datetime) -> date:
    return day_of(at.astimezone(services.clock.zone()))


def _stops(services: Services) -> list[Pause]:
    """Those that no earlier check has brought about already."""
    today, running = services.clock.today(), by_safety(services)
    return [
        Pause(uuid4().hex, what, PausedBy.SAFETY, today)
        for what in STOPPED
        if not paused(running, what, today)
    ]


def by_safety(services: Services) -> Sequence[Pause]:
    """The pauses that a result has brought."""
    return [pause for pause in services.pauses.all() if pause.by is PausedBy.SAFETY]
