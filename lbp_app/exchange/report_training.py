"""Bad spells, training, levels and lessons of a period, as lines of a report."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lbp_app.content import formats
from lbp_app.content.doses import level_name
from lbp_app.content.library import Library, say
from lbp_app.content.wording import Wording
from lbp_app.exchange.csv_training import AFTER, DONE_OUTSIDE, KINDS
from lbp_app.exchange.doctor_course import spell
from lbp_app.model.activity import Activity
from lbp_app.model.care_plan import Assigned, Assigner, assigned, history_of
from lbp_app.model.exercise import Group
from lbp_app.model.flare import Flare
from lbp_app.model.home_test import newest
from lbp_app.model.report import Facts, ReportPart, Section
from lbp_app.model.session import After, Session

MOST = 6  # of a list on the short report


def flares_section(facts: Facts, t: Wording, title: str) -> Section | None:
    if not facts.flares:
        return None
    listed = facts.flares if facts.wish.long else facts.flares[-MOST:]
    spells = _listed(listed, facts, t)
    told = t("{n} i alt: {spells}", n=len(facts.flares), spells=spells)
    return Section(ReportPart.FLARES, title, paragraphs=(told,))


def _listed(flares: Sequence[Flare], facts: Facts, t: Wording) -> str:
    earlier = ["…"] if len(flares) < len(facts.flares) else []
    return ", ".join([*earlier, *(spell(one, facts.today, t) for one in flares)])


# --- training -----------------------------------------------------------------------------------


def training_section(facts: Facts, t: Wording, title: str, written: Library) -> Section | None:
    done = [one for one in facts.sessions if one.done]
    if not done:
        return None
    names = {one.id: say(t, one.name) for one in written.exercises}
    told = [_times(done, facts, t), *_most_done(done, names, t), *_afterwards(done, t)]
    return Section(ReportPart.TRAINING, title, paragraphs=tuple(told))


def _times(done: Sequence[Session], facts: Facts, t: Wording) -> str:
    return t.plural(
        "{n} træning på {days} dage.",
        "{n} træninger på {days} dage.",
        len(done),
        days=facts.period.days,
    )


def _most_done(done: Sequence[Session], names: Mapping[str, str], t: Wording) -> Iterator[str]:
    counted = Counter(item.exercise for one in done for item in one.done)
    told = [f"{names[exercise]} ({n})" for exercise, n in counted.most_common(4)]
    if told:
        yield t("Mest: {exercises}.", exercises=", ".join(told))


def _afterwards(done: Sequence[Session], t: Wording) -> Iterator[str]:
    counted = Counter(one.after for one in done)
    after = [(one, counted[one]) for one in After if one is not After.PASSED]
    told = [f"{t(AFTER[one])} ({n})" for one, n in after if n]
    if told:
        yield t("Ryggen bagefter: {said}.", said=", ".join(told))


def each_section(facts: Facts, t: Wording, title: str, written: Library) -> Section | None:
    """Of the longer report: every session and every activity, in order."""
    names = {one.id: say(t, one.name) for one in written.exercises}
    told = [(one.day, _session(one, names, t)) for one in facts.sessions if one.done]
    told += [(one.day, _activity(one, t)) for one in facts.activities]
    if not told or not facts.wish.long:
        return None
    items = tuple(
        f"{formats.date_short(t, day, facts.today)}: {text}" for day, text in sorted(told)
    )
    return Section(ReportPart.EACH, title, items=items)


def _activity(one: Activity, t: Wording) -> str:
    minutes = t("{n} min", n=one.minutes)
    return f"{t(DONE_OUTSIDE[one.kind])}, {minutes}"


def _session(one: Session, names: Mapping[str, str], t: Wording) -> str:
    exercises = ", ".join(names[item.exercise] for item in one.done)
    after = t(AFTER[one.after]) if one.after else ""
    minutes = t("{n} min", n=max(1, one.minutes))
    head = f"{t(KINDS[one.kind])}, {minutes}"
    return "; ".join(filter(None, [head, exercises, after]))


# --- levels and lessons -------------------------------------------------------------------------


def levels_section(facts: Facts, t: Wording, title: str, written: Library) -> Section | None:
    if not facts.plans and not facts.tests:
        return None
    told = [_levels(facts, t, written)] if facts.plans else []
    tests: dict[str, str] = {test.id: say(t, test.name) for test in written.progression.home_tests}
    for test, result in newest(facts.tests).items():
        day = formats.date_short(t, result.day, facts.today)
        told.append(f"{tests[test]}: {result.value} ({day})")
    items = [*_steps(facts, t, written)] if facts.wish.long else []
    return Section(ReportPart.LEVELS, title, paragraphs=tuple(told), items=tuple(items))


def _groups(t: Wording, written: Library) -> dict[Group, str]:
    return {Group(one.id): say(t, one.name) for one in written.exercise_groups}


def _levels(facts: Facts, t: Wording, written: Library) -> str:
    names = _groups(t, written)
    each = [f"{names[g]} {assigned(facts.plans, g).level.value}" for g in Group]
    by = _by(assigned(facts.plans, next(iter(facts.plans[-1].why), Group(1))), t)
    return t("Trin lige nu (1–4), {by}: {levels}.", by=by, levels=", ".join(each))


def _by(one: Assigned, t: Wording) -> str:
    return one.issuer.name if one.issuer.by is Assigner.PHYSIO else t("sat af mig")


def _steps(facts: Facts, t: Wording, written: Library) -> Iterator[str]:
    """Every change of a level within the period."""
    names = _groups(t, written)
    told = [one for group in Group for one in history_of(facts.plans, group)]
    for one in sorted(told, key=lambda one: (one.day or facts.period.first, one.group)):
        if one.day and facts.period.holds(one.day):
            level = level_name(t, written.training, one.level)
            day = formats.date_short(t, one.day, facts.today)
            said = f"{day}: {names[one.group]}, {level}, {_by(one, t)}"
            yield f"{said}. {one.why}" if one.why else said


def learning_section(facts: Facts, t: Wording, title: str, written: Library) -> Section | None:
    titles = {one.id: say(t, one.title) for one in written.lessons}
    read = [
        titles[one.lesson]
        for one in facts.readings
        if one.finished_on and facts.period.holds(one.finished_on) and one.lesson in titles
    ]
    if not read:
        return None
    count = t.plural("{n} lektion læst", "{n} lektioner læst", len(read))
    return Section(ReportPart.LEARNING, title, paragraphs=(f"{count}: {', '.join(read)}.",))
