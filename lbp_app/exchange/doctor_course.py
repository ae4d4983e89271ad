"""What the diary says about the last weeks, as numbers, words and lines; nothing judges it."""

from collections.abc import Sequence
from datetime import date, timedelta

from lbp_app.content import formats
from lbp_app.content.wording import Wording
from lbp_app.exchange.csv import FEELINGS, SCALES
from lbp_app.model.diary import HIGHEST, CheckIn, Feeling, Scale
from lbp_app.model.doctor_card import (
    SHORT_SPAN,
    SPAN,
    SPELLS_SPAN,
    CardPart,
    Facts,
    Section,
)
from lbp_app.model.flare import Flare
from lbp_app.model.graph import Graph, Line
from lbp_app.model.progress import FEW, Step, steps

TOLD = (Scale.BACK, Scale.LEG, Scale.HINDRANCE, Scale.SLEEP)
DRAWN = (Scale.BACK, Scale.LEG)
MARKS = (0, HIGHEST // 2, HIGHEST)
DATES = (4, 22)  # places of the lines that have their date under them
MOST_SPELLS = 6  # the newest are told
NOTHING = "–"


def course_section(facts: Facts, t: Wording, title: str) -> Section | None:
    spells = _spells(facts, t)
    if not any(check_in.answered for check_in in facts.check_ins):
        return Section(CardPart.COURSE, title, paragraphs=tuple(spells)) if spells else None
    rows = _feelings(facts, t) if facts.numbers_off else _numbers(facts, t)
    told = [] if facts.numbers_off else [t("Midterste svar. 0 er bedst, 10 er værst.")]
    graph = None if facts.numbers_off else _graph(facts, t)
    return Section(
        CardPart.COURSE, title, rows=tuple(rows), graph=graph, paragraphs=(*told, *spells)
    )


def _heads(t: Wording) -> tuple[str, ...]:
    # Oversætter: over en tabel: "Seneste", "14 dage", "30 dage"
    return (t("Seneste"), *(t.plural("{n} dag", "{n} dage", n) for n in (SHORT_SPAN, SPAN)))


def _numbers(facts: Facts, t: Wording) -> list[tuple[str, ...]]:
    both = [_whole(facts, days) for days in (SHORT_SPAN, SPAN)]
    rows = [(t(SCALES[s][0]), *(_number(t, step.values[s]) for step in both)) for s in TOLD]
    return [_heads(t), _answered(both, t), *rows]


def _feelings(facts: Facts, t: Wording) -> list[tuple[str, ...]]:
    """For people who want no numbers: how many days of each."""
    both = [_whole(facts, days) for days in (SHORT_SPAN, SPAN)]
    counts = [(f, [_count(_within(facts, step), f) for step in both]) for f in Feeling]
    rows = [
        (t(FEELINGS[f]), *(t.plural("{n} dag", "{n} dage", n) for n in ns))
        for f, ns in counts
        if any(ns)
    ]
    return [_heads(t), _answered(both, t), *rows]


def _answered(both: Sequence[Step], t: Wording) -> tuple[str, ...]:
    # Oversætter: dage med svar, for eksempel "12 af 14"
    cells = [t("{n} af {days}", n=step.answered, days=step.days) for step in both]
    return (t("Dage med svar"), *cells)


def _whole(facts: Facts, days: int) -> Step:
    """The last `days` as one step."""
    first = facts.today - timedelta(days=days - 1)
    return steps(facts.check_ins, first, facts.today, days)[0]


def _within(facts: Facts, step: Step) -> list[CheckIn]:
    return [c for c in facts.check_ins if step.start <= c.day <= facts.today]


def _count(check_ins: Sequence[CheckIn], feeling: Feeling) -> int:
    return sum(check_in.feeling is feeling for check_in in check_ins)


def _number(t: Wording, value: float | None) -> str:
    if value is None:
        return NOTHING
    return str(int(value)) if value == int(value) else formats.decimal(t, value)


def _graph(facts: Facts, t: Wording) -> Graph | None:
    """None while there are too few answers for a line; days without one stay gaps."""
    first = facts.today - timedelta(days=SPAN - 1)
    days = steps(facts.check_ins, first, facts.today, 1)
    series = [(s, tuple(day.values[s] for day in days)) for s in DRAWN]
    told = tuple(Line(t(SCALES[s][0]), values) for s, values in series if _enough(values))
    if not told:
        return None
    dates = {at: formats.date_short(t, days[at].start, facts.today) for at in DATES}
    return Graph(told, MARKS, dates, _said(told, days, facts.today, t))


def _said(told: Sequence[Line], days: Sequence[Step], today: date, t: Wording) -> str:
    first, last = (formats.date_short(t, days[at].start, today) for at in (0, -1))
    title = ", ".join(line.name for line in told)
    return t(
        "Graf: {title}, dag for dag fra {first} til {last}", title=title, first=first, last=last
    )


def _enough(values: Sequence[float | None]) -> bool:
    return sum(value is not None for value in values) >= FEW


def _spells(facts: Facts, t: Wording) -> list[str]:
    since = facts.today - timedelta(days=SPELLS_SPAN - 1)
    late = [f for f in facts.flares if f.start <= facts.today and (f.end is None or f.end >= since)]
    if not late:
        return []
    earlier = ["…"] if len(late) > MOST_SPELLS else []
    listed = ", ".join([*earlier, *(spell(one, facts.today, t) for one in late[-MOST_SPELLS:])])
    return [t("Dårlige perioder de seneste 3 måneder: {spells}", spells=listed)]


def spell(flare: Flare, today: date, t: Wording) -> str:
    if flare.end is None:
        # Oversætter: en dårlig periode, som ikke er slut: "siden 22. nov."
        return t("siden {day}", day=formats.date_short(t, flare.start, today))
    if flare.start == flare.end:
        return formats.date_short(t, flare.start, today)
    return formats.date_range(t, flare.start, flare.end, today)
