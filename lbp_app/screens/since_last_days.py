"""The days of a report: how many were answered, three middle answers, and a small picture."""

from collections import Counter
from collections.abc import Sequence

import flet as ft

from lbp_app.content import formats
from lbp_app.model.diary import Feeling, Scale
from lbp_app.model.progress import Step, steps
from lbp_app.model.since_last import SinceLast
from lbp_app.screens.cards import card, stack
from lbp_app.screens.charts import Series, legend, number, table
from lbp_app.screens.paper import COLOURS, DASHES, lines_drawn
from lbp_app.screens.questions import FEELINGS, SCALES
from lbp_app.screens.theme import Space
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, note

DRAWN = (Scale.BACK, Scale.LEG)
NOTHING = "–"
FEW = 3  # answers from which on a line is drawn
DAILY = 62  # days up to which a point is a day; beyond, a week


def days_card(ui: Ui, since: SinceLast) -> list[ft.Control]:
    """None where the patient left the diary out."""
    if since.answered is None:
        return []
    rows = [_answered(ui, since), *_numbers(ui, since), *_feelings(ui, since)]
    heads = [ui.t("Midterste svar"), ui.t("Før"), ui.t("Siden")]
    if since.before is None:
        heads, rows = [heads[0], heads[2]], [[row[0], row[2]] for row in rows]
    told = [note(ui, ui.t("0 er bedst, 10 er værst."))] if _has_numbers(since) else []
    return [
        card(ui, heading(ui, ui.t("Dagene")), table(ui, heads, rows), *_picture(ui, since), *told)
    ]


def _has_numbers(since: SinceLast) -> bool:
    return any(one.since is not None or one.before is not None for one in since.middles)


def _answered(ui: Ui, since: SinceLast) -> list[str]:
    def cell(n: int | None, days: int) -> str:
        # Oversætter: dage med svar, for eksempel "12 af 14"
        return NOTHING if n is None else ui.t("{n} af {days}", n=n, days=days)

    before = since.before.period.days if since.before else 0
    return [
        ui.t("Dage med svar"),
        cell(since.answered_before, before),
        cell(since.answered, since.told.period.days),
    ]


def _numbers(ui: Ui, since: SinceLast) -> list[list[str]]:
    return [
        [ui.t(SCALES[one.scale].name), number(ui, one.before), number(ui, one.since)]
        for one in since.middles
        if one.before is not None or one.since is not None
    ]


def _feelings(ui: Ui, since: SinceLast) -> list[list[str]]:
    """Of people who want no numbers: on how many days each was said."""
    now = Counter(one.feeling for one in since.told.days)
    before = Counter(one.feeling for one in since.before.days) if since.before else Counter()
    return [
        [ui.t(FEELINGS[one]), str(before[one]) if since.before else NOTHING, str(now[one])]
        for one in Feeling
        if now[one] or before[one]
    ]


def _picture(ui: Ui, since: SinceLast) -> list[ft.Control]:
    """Both times in one line; days without an answer stay gaps."""
    whole = since.whole
    cut = steps(since.days, whole.first, whole.last, 1 if whole.days <= DAILY else 7)
    looks = zip(DRAWN, COLOURS, DASHES, strict=True)
    series = [
        one
        for scale, color, dash in looks
        if _enough(one := Series(ui.t(SCALES[scale].name), _values(cut, scale), color, dash))
    ]
    if not series:
        return []
    drawn = lines_drawn(ui, series, _dates(ui, since, cut), _said(ui, since))
    return [stack(drawn, legend(ui, series), spacing=Space.S)]


def _values(cut: Sequence[Step], scale: Scale) -> list[float | None]:
    return [step.values[scale] for step in cut]


def _enough(one: Series) -> bool:
    return sum(value is not None for value in one.values) >= FEW


def _dates(ui: Ui, since: SinceLast, cut: list[Step]) -> dict[int, str]:
    """Where each time begins."""
    size = cut[0].days
    starts = [since.whole.first, since.told.first] if since.before else [since.whole.first]
    at = {max(1, (day - cut[0].start).days // size): day for day in starts}
    return {
        place: formats.date_short(ui.t, day, ui.today)
        for place, day in at.items()
        if place < len(cut)
    }


def _said(ui: Ui, since: SinceLast) -> str:
    span = formats.date_range(ui.t, since.whole.first, since.whole.last, ui.today)
    told = ", ".join(
        ui.t(
            "{scale}: før {before}, siden {since}",
            scale=ui.t(SCALES[one.scale].name),
            before=number(ui, one.before),
            since=number(ui, one.since),
        )
        for one in since.middles
        if one.scale in DRAWN
    )
    return ui.t("Graf, {days}: {told}", days=span, told=told)
