"""Pain, sleep and activity of a period as small graphs with their numbers; nothing judges them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from statistics import median

from lbp_app.content import formats
from lbp_app.content.wording import Wording, mark
from lbp_app.exchange.csv import FEELINGS, SCALES
from lbp_app.model.diary import HIGHEST, Feeling, Scale
from lbp_app.model.graph import Graph, Line
from lbp_app.model.progress import FEW, Step, steps
from lbp_app.model.report import Facts, Period, ReportPart, Section
from lbp_app.model.session import Session

PAIN, SLEEP = (Scale.BACK, Scale.LEG, Scale.HINDRANCE), (Scale.SLEEP, Scale.MOOD)
DRAWN = 2  # lines in a graph at most, so that they can be told apart
DAILY, WEEKLY = 45, 400  # days of a period up to which a step is a day, a week; then four weeks
NOTHING = "–"
TRAINED, OUTSIDE = mark("Træning"), mark("Andet")
_AXIS = (20, 30, 60, 120, 240, 480, 960, 1920, 3840, 7680)  # minutes


def pain_section(facts: Facts, t: Wording, title: str) -> Section | None:
    return _of_scales(facts, t, title, ReportPart.PAIN, PAIN)


def sleep_section(facts: Facts, t: Wording, title: str) -> Section | None:
    return _of_scales(facts, t, title, ReportPart.SLEEP, SLEEP)


def _of_scales(
    facts: Facts, t: Wording, title: str, part: ReportPart, scales: Sequence[Scale]
) -> Section | None:
    if facts.numbers_off:
        return _feelings(facts, t, title) if part is ReportPart.PAIN else None
    given = [scale for scale in scales if _answers(facts, facts.period, scale)]
    if not given:
        return None
    rows = [_heads(t), *(_row(facts, scale, t) for scale in given)]
    told = [_how_to_read(t)] if part is ReportPart.PAIN else []
    return Section(part, title, _graph(facts, given[:DRAWN], t), tuple(rows), tuple(told))


def _how_to_read(t: Wording) -> str:
    return t("0 er bedst, 10 er værst. Først og sidst er hver en tredjedel af tiden.")


# --- numbers ------------------------------------------------------------------------------------


def _heads(t: Wording) -> tuple[str, ...]:
    # Oversætter: over en tabel med det midterste svar fra perioden
    return (t("Midterste svar"), t("Først"), t("Sidst"), t("Lavest–højest"))


def _row(facts: Facts, scale: Scale, t: Wording) -> tuple[str, ...]:
    """The first and the last third of the period beside each other."""
    third = timedelta(days=max(1, facts.period.days // 3) - 1)
    first, last = facts.period.first, facts.period.last
    begun, ended = Period(first, first + third), Period(last - third, last)
    cells = [_middle(_answers(facts, part, scale), t) for part in (begun, ended)]
    answers = _answers(facts, facts.period, scale)
    return (t(SCALES[scale][0]), *cells, f"{min(answers)}–{max(answers)}")


def _answers(facts: Facts, period: Period, scale: Scale) -> list[int]:
    given = (one.answer(scale) for one in facts.check_ins if period.holds(one.day))
    return [answer for answer in given if answer is not None]


def _middle(answers: Sequence[int], t: Wording) -> str:
    if not answers:
        return NOTHING
    middle = float(median(answers))
    return str(int(middle)) if middle == int(middle) else formats.decimal(t, middle)


def _feelings(facts: Facts, t: Wording, title: str) -> Section | None:
    """For people who want no numbers: how many days of each."""
    counts = {f: sum(one.feeling is f for one in facts.check_ins) for f in Feeling}
    if not any(counts.values()):
        return None
    days = [t.plural("{n} dag", "{n} dage", n) for n in counts.values()]
    items = tuple(f"{t(FEELINGS[f])}: {n}" for f, n in zip(counts, days, strict=True))
    return Section(ReportPart.PAIN, title, items=items)


# --- graphs -------------------------------------------------------------------------------------


def _graph(facts: Facts, scales: Sequence[Scale], t: Wording) -> Graph | None:
    """None while there are too few answers for a line; days without one stay gaps."""
    size = _size(facts.period)
    cut = steps(facts.check_ins, facts.period.first, facts.period.last, size)
    lines = [Line(t(SCALES[s][0]), tuple(step.values[s] for step in cut)) for s in scales]
    told = tuple(line for line in lines if _enough(line))
    if not told:
        return None
    marks = (0, HIGHEST // 2, HIGHEST)
    return Graph(told, marks, _dates(cut, facts.today, t), _said(told, facts, t))


def _size(period: Period) -> int:
    """Days of a step."""
    if period.days <= DAILY:
        return 1
    return 7 if period.days <= WEEKLY else 28


def _enough(line: Line) -> bool:
    return sum(value is not None for value in line.values) >= FEW


def _dates(cut: Sequence[Step], today: date, t: Wording) -> dict[int, str]:
    """Under the second and the last but one, so that they do not stand out."""
    places = {min(1, len(cut) - 1), max(0, len(cut) - 2)}
    return {at: formats.date_short(t, cut[at].start, today) for at in sorted(places)}


def _said(lines: Sequence[Line], facts: Facts, t: Wording) -> str:
    """All that a reader could see in it, in words."""
    told = "; ".join(_line_said(line, t) for line in lines)
    return t("Graf, {days}: {told}", days=_span(facts, t), told=told)


def _span(facts: Facts, t: Wording) -> str:
    return formats.date_range(t, facts.period.first, facts.period.last, facts.today)


def _line_said(line: Line, t: Wording) -> str:
    given = [value for value in line.values if value is not None]
    first, last, low, high = (_number(n, t) for n in (given[0], given[-1], min(given), max(given)))
    return t(
        "{name}: begynder ved {first}, slutter ved {last}, lavest {low}, højest {high}",
        name=line.name,
        first=first,
        last=last,
        low=low,
        high=high,
    )


def _number(value: float, t: Wording) -> str:
    return str(int(value)) if value == int(value) else formats.decimal(t, value)


# --- activity -----------------------------------------------------------------------------------


def activity_section(facts: Facts, t: Wording, title: str) -> Section | None:
    """Minutes a week, of training and of what was done outside the app."""
    trained = _by_week(facts, ((one.day, max(1, one.minutes)) for one in _done(facts)))
    outside = _by_week(facts, ((one.day, one.minutes) for one in facts.activities))
    if not any((*trained, *outside)):
        return None
    told = [(TRAINED, trained), (OUTSIDE, outside)]
    lines = tuple(Line(t(name), values) for name, values in told if any(values))
    total = [a + b for a, b in zip(trained, outside, strict=True)]
    return Section(
        ReportPart.ACTIVITY, title, _bars(facts, lines, total, t), paragraphs=_totals(facts, t)
    )


def _done(facts: Facts) -> Iterator[Session]:
    return (one for one in facts.sessions if one.done)


def _totals(facts: Facts, t: Wording) -> tuple[str, ...]:
    trained = sum(max(1, one.minutes) for one in _done(facts))
    outside = sum(one.minutes for one in facts.activities)
    weeks = facts.period.days / 7
    a_week = round((trained + outside) / weeks)
    return (
        t("Minutter om ugen, i gennemsnit: {n}", n=a_week),
        t(
            "I alt {trained} min træning og {outside} min andet",
            trained=trained,
            outside=outside,
        ),
    )


def _by_week(facts: Facts, told: Iterator[tuple[date, int]]) -> tuple[float, ...]:
    """By weeks that end with the period; the first may be shorter."""
    weeks: dict[int, float] = defaultdict(float)
    for day, minutes in told:
        weeks[(facts.period.last - day).days // 7] += minutes
    count = -(-facts.period.days // 7)
    return tuple(weeks[at] for at in reversed(range(count)))


def _bars(facts: Facts, lines: tuple[Line, ...], total: Sequence[float], t: Wording) -> Graph:
    most = max(total)
    top = next((mark for mark in _AXIS if mark >= most), int(most) + 1)
    ends = {
        at: facts.period.last - timedelta(weeks=len(total) - 1 - at) for at in range(len(total))
    }
    places = sorted({0, len(total) - 1})
    dates = {at: formats.date_short(t, ends[at], facts.today) for at in places}
    told = t(
        "Søjler fra {days}, minutter for hver uge: {minutes}.",
        days=_span(facts, t),
        minutes=", ".join(str(int(n)) for n in total),
    )
    return Graph(lines, (0, top // 2, top), dates, told, bars=True)


# --- week by week -------------------------------------------------------------------------------


def weeks_section(facts: Facts, t: Wording, title: str) -> Section | None:
    """Of the longer report: the middle answers and the minutes of each week that has any."""
    cut = steps(facts.check_ins, facts.period.first, facts.period.last, 7)
    minutes = [_minutes(facts, step) for step in cut]
    rows = [
        (
            formats.date_short(t, step.start, facts.today),
            str(step.answered),
            *_answers_of(step, t),
            str(n),
        )
        for step, n in zip(cut, minutes, strict=True)
        if step.answered or n
    ]
    if not rows or facts.numbers_off or not facts.wish.long:
        return None
    heads = (t("Uge fra"), t("Dage"), *(t(SCALES[s][0]) for s in Scale), t("Min"))
    return Section(ReportPart.WEEKS, title, rows=(heads, *rows))


def _answers_of(step: Step, t: Wording) -> list[str]:
    values = (step.values[scale] for scale in Scale)
    return [NOTHING if value is None else _number(value, t) for value in values]


def _minutes(facts: Facts, step: Step) -> int:
    days = Period(step.start, step.start + timedelta(days=step.days - 1))
    trained = sum(max(1, one.minutes) for one in _done(facts) if days.holds(one.day))
    return trained + sum(one.minutes for one in facts.activities if days.holds(one.day))
