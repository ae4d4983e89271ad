"""A plain copy of the diary for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from lbp_app.content.wording import Wording, mark, wording_for
from lbp_app.exchange.csv_balance import BALANCE, balance_cells
from lbp_app.exchange.csv_course import FOLLOWED, NOTHING_FOLLOWED, Followed, course_cells
from lbp_app.exchange.csv_learning import (
    LEARNING,
    NOTHING_LEARNED,
    Learned,
    learning_cells,
)
from lbp_app.exchange.csv_training import NOTHING, TRAINING, Trained, training_cells
from lbp_app.model.diary import CheckIn, Feeling, LegSide, Scale
from lbp_app.model.flare import Flare

NO_TRAINING, NO_LEARNING = dict.fromkeys(TRAINING, ""), dict.fromkeys(LEARNING, "")
NO_COURSE = dict.fromkeys(FOLLOWED, "")
MARK = "\ufeff"  # tells Excel that it is UTF-8
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
SCALES = {  # name, what 0 means, what 10 means
    Scale.BACK: (mark("Rygsmerte"), mark("ingen smerte"), mark("værst tænkelig")),
    Scale.LEG: (mark("Bensmerte"), mark("ingen smerte"), mark("værst tænkelig")),
    Scale.HINDRANCE: (mark("Besvær"), mark("slet ikke"), mark("for alting")),
    Scale.SLEEP: (mark("Søvn"), mark("godt"), mark("næsten ikke")),
    Scale.MOOD: (mark("Humør"), mark("lyst"), mark("tungt")),
}
SIDES = {LegSide.LEFT: mark("Venstre"), LegSide.RIGHT: mark("Højre"), LegSide.BOTH: mark("Begge")}
FEELINGS = {
    Feeling.VERY_WELL: mark("Rigtig godt"),
    Feeling.WELL: mark("Godt"),
    Feeling.SO_SO: mark("Nogenlunde"),
    Feeling.POORLY: mark("Skidt"),
    Feeling.VERY_POORLY: mark("Meget skidt"),
}


def diary_csv(
    check_ins: Iterable[CheckIn],
    flares: Sequence[Flare],
    language: str | None,
    trained: Trained = NOTHING,
    learned: Learned = NOTHING_LEARNED,
    followed: Followed = NOTHING_FOLLOWED,
) -> bytes:
    """One line a day, of days with a check-in, with training, with something read, a scale, a
    time of the course or a goal, and of days on which a bad spell began or ended.

    UTF-8 with byte-order mark and semicolons, as Danish spreadsheets read it. No cell is a formula.
    """
    t = wording_for(language)
    days = {check_in.day: check_in for check_in in check_ins}
    edges = {day for flare in flares for day in (flare.start, flare.end) if day}
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    done, read = training_cells(trained, t), learning_cells(learned, t)
    scales, walked = balance_cells(learned.balances, t), course_cells(followed, t)
    writer.writerow([*_headings(t), *map(t, (*TRAINING, *LEARNING, BALANCE, *FOLLOWED))])
    others = (done, read, scales, walked)
    for day in sorted(edges.union(days, *others)):
        line = _line(days.get(day, CheckIn(day)), flares, t)
        cells = done.get(day, NO_TRAINING) | read.get(day, NO_LEARNING)
        course = walked.get(day, NO_COURSE)
        told = [*cells.values(), scales.get(day, ""), *course.values()]
        writer.writerow([*line, *map(harmless, told)])
    return (MARK + file.getvalue()).encode("utf-8", errors="replace")


def _headings(t: Wording) -> list[str]:
    scales = [f"{t(name)} (0 {t(low)}, 10 {t(high)})" for name, low, high in SCALES.values()]
    # Oversætter: overskrifter over søjler i et regneark
    scales.insert(2, t("Side af benet"))
    return [t("Dato"), *scales, t("Hvordan går det"), t("Note"), t("Dårlig periode")]


def _line(check_in: CheckIn, flares: Sequence[Flare], t: Wording) -> list[str]:
    scales = [_answer(check_in, scale, t) for scale in Scale]
    scales.insert(2, t(SIDES[check_in.leg_side]) if check_in.leg_side else "")
    words = t(FEELINGS[check_in.feeling]) if check_in.feeling else ""
    feeling = words or _skipped(check_in, "feeling", t)
    flare = _flare(check_in.day, flares, t)
    return [check_in.day.isoformat(), *scales, feeling, harmless(check_in.note), flare]


def _answer(check_in: CheckIn, scale: Scale, t: Wording) -> str:
    value = check_in.answer(scale)
    return _skipped(check_in, scale.value, t) if value is None else str(value)


def _skipped(check_in: CheckIn, question: str, t: Wording) -> str:
    return t("Sprunget over") if question in check_in.skipped else ""


def _flare(day: date, flares: Sequence[Flare], t: Wording) -> str:
    words = []
    for flare in flares:
        if flare.start == day:
            words.append(t("begyndte"))
        if flare.end == day:
            words.append(t("sluttede"))
        if flare.start < day and flare.covers(day) and flare.end != day:
            words.append(t("i gang"))
    return ", ".join(words)


def harmless(text: str) -> str:
    """A spreadsheet takes what begins like a formula for one; the apostrophe makes it text."""
    return f"'{text}" if like_formula(text) else text


def like_formula(text: str) -> bool:
    return text.lstrip(" ").startswith(_FORMULA)
