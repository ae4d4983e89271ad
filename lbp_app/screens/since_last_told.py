"""What a report tells in lines: levels, bad spells, signs, goals, tests and notes."""

from collections.abc import Callable, Mapping

from lbp_app.content import formats
from lbp_app.content.library import say
from lbp_app.content.wording import mark
from lbp_app.model.care_plan import Assigner
from lbp_app.model.exercise import Group
from lbp_app.model.participant_report import LevelStep
from lbp_app.model.progression import Choice
from lbp_app.model.since_last import Rerated, Retested, SinceLast
from lbp_app.model.triage import Tier
from lbp_app.screens.home_tests import amount, written
from lbp_app.screens.ui import Ui

CHOSEN = {
    Choice.MORE: mark("{day}: {exercise}, valgte mere"),
    Choice.SAME: mark("{day}: {exercise}, valgte det samme"),
    Choice.EASIER: mark("{day}: {exercise}, valgte lettere"),
    Choice.DECLINED: mark("{day}: {exercise}, ville ikke vælge nu"),
}
ADVISED = {
    Tier.EMERGENCY_NOW: mark("{day}: Appen rådede til at ringe med det samme."),
    Tier.SAME_DAY_DOCTOR: mark("{day}: Appen rådede til at tale med en læge samme dag."),
    Tier.GP_WITHIN_DAYS: mark("{day}: Appen rådede til at bestille en tid inden for få dage."),
    Tier.MENTION_NEXT_GP: mark("{day}: Appen rådede til at nævne det ved næste besøg hos lægen."),
    Tier.WATCH: mark("{day}: Appen rådede til at fortsætte og holde øje."),
}


def levels(ui: Ui, since: SinceLast) -> list[str]:
    """What was set, what is tried, and what was answered when the app asked."""
    names, short = _groups(ui), _short(ui)
    exercises = {one.id: say(ui.t, one.name) for one in ui.library.exercises}
    told = [(one.day, _step(ui, names, one)) for one in since.told.steps]
    for tried in since.told.tried:
        values = {"group": names[tried.group], "level": tried.level.value}
        told.append(
            (tried.day, ui.t("{day}: {group}, prøver trin {level}", day=short(tried.day), **values))
        )
    for one in since.told.chosen:
        name = exercises.get(one.exercise, one.exercise)
        told.append((one.day, ui.t(CHOSEN[one.choice], day=short(one.day), exercise=name)))
    return [text for _, text in sorted(told)]


def _step(ui: Ui, names: Mapping[Group, str], one: LevelStep) -> str:
    values = {
        "day": formats.date_short(ui.t, one.day, ui.today),
        "group": names[one.group],
        "before": one.before.value,
        "after": one.after.value,
    }
    if one.by is Assigner.PHYSIO:
        said = ui.t("{day}: {group} fra {before} til {after} efter din plan", **values)
    else:
        said = ui.t("{day}: {group} fra {before} til {after}, sat af patienten", **values)
    return f"{said}. {one.why}" if one.why else said


def flares(ui: Ui, since: SinceLast) -> list[str]:
    def said(start: str, end: str | None) -> str:
        return f"{start} – {end}" if end else ui.t("siden {day}", day=start)

    short = _short(ui)
    return [
        formats.capital(said(short(one.start), short(one.end) if one.end else None))
        for one in since.flares
    ]


def signs(ui: Ui, since: SinceLast) -> list[str]:
    """With the app's own words for each."""
    found = since.told.signs
    if found is None:
        return []
    day = _short(ui)(found.day)
    said = [] if found.tier is None else [ui.t(ADVISED[found.tier], day=day)]
    known = ui.library.signs
    said += [say(ui.t, known[sign].text) for sign in found.yes if sign in known]
    # Oversætter: et tegn, som personen har svaret "ved ikke" til
    return said + [
        ui.t("{sign} (i tvivl)", sign=say(ui.t, known[sign].text))
        for sign in found.unsure
        if sign in known
    ]


def aims(ui: Ui, since: SinceLast) -> list[str]:
    return [_aim(ui, one) for one in since.aims]


def _aim(ui: Ui, one: Rerated) -> str:
    if one.now is None:
        return one.text
    day = _short(ui)
    now = ui.t("{n} af 10 ({day})", n=one.now[1], day=day(one.now[0]))
    if one.before is None:
        return f"{one.text}: {now}"
    before = ui.t("{n} af 10 ({day})", n=one.before[1], day=day(one.before[0]))
    return ui.t("{goal}: {before}, så {now}", goal=one.text, before=before, now=now)


def tests(ui: Ui, since: SinceLast) -> list[str]:
    return [_test(ui, one) for one in since.tests]


def _test(ui: Ui, one: Retested) -> str:
    test, day = written(ui, one.test.value), _short(ui)
    if test is None:
        return f"{one.now.value}"
    name = say(ui.t, test.name)
    now = f"{amount(ui, test, one.now.value)} ({day(one.now.day)})"
    if one.before is None:
        return f"{name}: {now}"
    before = f"{amount(ui, test, one.before.value)} ({day(one.before.day)})"
    return ui.t("{goal}: {before}, så {now}", goal=name, before=before, now=now)


def notes(ui: Ui, since: SinceLast) -> list[str]:
    told = [(one.day, one.note) for one in since.told.days]
    told += [(one.day, one.note) for one in since.told.trained]
    return [f"{_short(ui)(day)}: {text}" for day, text in sorted(told) if text]


def _groups(ui: Ui) -> Mapping[Group, str]:
    return {Group(one.id): say(ui.t, one.name) for one in ui.library.exercise_groups}


def _short(ui: Ui) -> Callable[..., str]:
    return lambda day: formats.date_short(ui.t, day, ui.today)
