"""Training, activities and levels as cells beside the days of the diary."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lbp_app.content.library import load, say
from lbp_app.content.wording import Wording, mark
from lbp_app.model.activity import Activity, ActivityKind
from lbp_app.model.care_plan import Assigner, CarePlan, Trial
from lbp_app.model.comfort import Comfort
from lbp_app.model.home_test import Result
from lbp_app.model.progression import Choice, Decision
from lbp_app.model.session import After, Item, Question, Session, SessionKind

SESSIONS, AFTERWARDS, ACTIVITIES = mark("Træning"), mark("Ryggen bagefter"), mark("Aktiviteter")
LEVELS, ABOUT = mark("Trin og test"), mark("Om øvelserne")
TRAINING = (SESSIONS, AFTERWARDS, ACTIVITIES, LEVELS, ABOUT)
KINDS = {
    SessionKind.FULL: mark("Hel træning"),
    SessionKind.SHORT: mark("Kort træning"),
    SessionKind.WARM_UP: mark("Opvarmning"),
    SessionKind.COOL_DOWN: mark("Afslutning"),
    SessionKind.SINGLE: mark("En enkelt øvelse"),
    SessionKind.CLASS: mark("Holdets øvelser"),
}
QUESTIONS = {
    Question.EFFORT: mark("anstrengelse {n}"),
    Question.PAIN: mark("smerte undervejs {n}"),
    Question.SAFE: mark("tryg {n}"),
}
AFTER = {
    After.USUAL: mark("som den plejer"),
    After.SORE: mark("lidt mere øm"),
    After.OVER_A_DAY: mark("mere øm i over et døgn"),
    After.OVER_TWO_DAYS: mark("mere øm i over to døgn"),
    After.PASSED: mark("Sprunget over"),
}
DONE_OUTSIDE = {
    ActivityKind.WALK: mark("Gåtur"),
    ActivityKind.SWIM: mark("Svømning"),
    ActivityKind.CYCLE: mark("Cykeltur"),
    ActivityKind.GARDEN: mark("Havearbejde"),
    ActivityKind.WORK: mark("Fysisk arbejde"),
    ActivityKind.OTHER: mark("Andet"),
}
CHOICES = {
    Choice.MORE: mark("mere"),
    Choice.SAME: mark("det samme"),
    Choice.EASIER: mark("lettere"),
    Choice.DECLINED: mark("ikke nu"),
}


@dataclass(frozen=True)
class Trained:
    """Everything that has to do with exercises. `today` is where undated notes stand."""

    today: date
    sessions: Sequence[Session] = ()
    activities: Sequence[Activity] = ()
    plans: Sequence[CarePlan] = ()
    trials: Sequence[Trial] = ()
    tests: Sequence[Result] = ()
    decisions: Sequence[Decision] = ()
    comforts: Sequence[Comfort] = ()
    notes: Mapping[str, str] = field(default_factory=dict)


NOTHING = Trained(date.min)


def training_cells(trained: Trained, t: Wording) -> dict[date, dict[str, str]]:
    """By day, each of TRAINING in its order; several of a kind stand on lines of their own."""
    told: dict[date, dict[str, list[str]]] = {}
    for day, column, text in _told(trained, t, _names(t)):
        told.setdefault(day, {name: [] for name in TRAINING})[column].append(text)
    return {
        day: {name: "\n".join(lines) for name, lines in cells.items()}
        for day, cells in told.items()
    }


def _names(t: Wording) -> Mapping[str, str]:
    """Of exercises, number first, and of home tests."""
    content = load()
    tests = {test.id: say(t, test.name) for test in content.progression.home_tests}
    return {one.id: f"{one.id} {say(t, one.name)}" for one in content.exercises} | tests


def _told(
    trained: Trained, t: Wording, names: Mapping[str, str]
) -> Iterator[tuple[date, str, str]]:
    for session in trained.sessions:
        yield session.day, SESSIONS, _session(session, t, names)
        if session.after:
            yield session.day, AFTERWARDS, t(AFTER[session.after])
    for one in trained.activities:
        yield one.day, ACTIVITIES, _activity(one, t)
    for plan in trained.plans:
        yield plan.day, LEVELS, _plan(plan, t)
    for trial in trained.trials:
        group, level = trial.group.value, trial.level.value
        yield trial.day, LEVELS, t("{group}: prøver trin {level}", group=group, level=level)
    for result in trained.tests:
        yield result.day, LEVELS, f"{names[result.test]}: {result.value}"
    yield from _about(trained, t, names)


def _about(
    trained: Trained, t: Wording, names: Mapping[str, str]
) -> Iterator[tuple[date, str, str]]:
    for comfort in trained.comforts:
        safe = t(QUESTIONS[Question.SAFE], n=comfort.safe)
        yield comfort.day, ABOUT, f"{names[comfort.exercise]}: {safe}"
    for decision in trained.decisions:
        chosen = t(CHOICES[decision.chosen])
        yield decision.day, ABOUT, f"{names[decision.exercise]}: {chosen}"
    for exercise, text in trained.notes.items():
        yield trained.today, ABOUT, f"{names[exercise]}: {text}"


def _session(session: Session, t: Wording, names: Mapping[str, str]) -> str:
    kind, minutes = t(KINDS[session.kind]), t("{n} min", n=session.minutes)
    lines = [f"{kind}, {minutes}", *(_item(item, t, names) for item in session.items)]
    return "\n".join([*lines, session.reflection] if session.reflection else lines)


def _item(item: Item, t: Wording, names: Mapping[str, str]) -> str:
    said = [
        t(words, n=value)
        for question, words in QUESTIONS.items()
        if (value := item.answer(question)) is not None
    ]
    amounts = " + ".join(map(str, item.done))
    variation = item.variation or ""
    skipped = t("Sprunget over") if item.skipped else ""
    parts = [names[item.exercise], variation, amounts, skipped, *said]
    return ", ".join(filter(None, parts))


def _activity(one: Activity, t: Wording) -> str:
    kind, minutes = t(DONE_OUTSIDE[one.kind]), t("{n} min", n=one.minutes)
    return ", ".join(filter(None, [kind, minutes, one.note]))


def _plan(plan: CarePlan, t: Wording) -> str:
    levels = " ".join(f"{group.value}.{plan.levels[group].value}" for group in sorted(plan.why))
    by = plan.issuer.name if plan.issuer.by is Assigner.PHYSIO else t("sat af mig")
    whys = dict.fromkeys(why for why in plan.why.values() if why)
    return ", ".join([levels, by, *whys])
