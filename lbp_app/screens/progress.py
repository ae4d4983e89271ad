"""Mig > Udvikling: a sentence, the numbers, the lines with their gaps, and a calendar."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import flet as ft

from lbp_app.model.diary import Answers, Feeling, Scale
from lbp_app.model.progress import steps
from lbp_app.screens.buttons import main_button
from lbp_app.screens.calendar import Calendar
from lbp_app.screens.cards import card, columns, empty, page_head, stack
from lbp_app.screens.charts import table
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.lines import LinesCard, Stretch
from lbp_app.screens.questions import FEELINGS
from lbp_app.screens.theme import Role, Space
from lbp_app.screens.training_weeks import training_weeks
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import label

SPANS = {"7": 7, "30": 30, "90": 90, "all": None}  # days
PAIRS = ((Scale.BACK, Scale.LEG), (Scale.HINDRANCE,), (Scale.SLEEP, Scale.MOOD))


@ft.component
def ProgressScreen() -> ft.View:
    ui = use_ui()
    span, set_span = use_value(lambda: "30")
    today = ui.today
    started = ui.services.diary.first_day()
    title = page_head(ui, ui.t("Udvikling"), ui.t("Mig"))
    if started is None:
        return Frame(title, _nothing_yet(ui), *training_weeks(ui))
    stretch = _stretch(ui, SPANS[span], started, today)
    calendar = Calendar(today)
    if ui.preferences.numbers_off:
        left, right = [_feelings(ui, stretch.inside)], [calendar]
    else:
        one, two, three = [keyed(LinesCard, f"lines-{s[0]}")(stretch, s) for s in PAIRS]
        left, right = [one, two], [calendar, three]
    right += training_weeks(ui)
    head = stack(title, _spans(ui, span, set_span), spacing=Space.S)
    return Frame(head, columns(ui, left, right), most=TWO_COLUMNS)


def _stretch(ui: Ui, days: int | None, started: date, today: date) -> Stretch:
    """The last `days`, or all since the first; a clock that went back may leave that ahead."""
    first = min(started, today) if days is None else today - timedelta(days=days - 1)
    monday = first - timedelta(days=first.weekday())
    check_ins = ui.services.diary.answers(monday, today)
    return Stretch(first, today, monday, check_ins, steps(check_ins, first, today))


def _nothing_yet(ui: Ui) -> ft.Control:
    return empty(
        ui,
        "empty-course",
        ui.t("Her kan du se, hvordan det går over tid"),
        ui.t(
            "Når du har svaret nogle dage, tegner appen en linje for hvert spørgsmål. Dage "
            "uden svar bliver til huller, og det er helt i orden."
        ),
        main_button(ui, ui.t("Til dagens tjek"), lambda: ui.go("/")),
    )


def _spans(ui: Ui, span: str, pick: Callable[[str], None]) -> ft.Control:
    options = [
        Choice("7", ui.t("7 dage")),
        Choice("30", ui.t("30 dage")),
        Choice("90", ui.t("90 dage")),
        # Oversætter: alle dage, ved siden af 7, 30 og 90 dage
        Choice("all", ui.t("Alt")),
    ]
    # Oversætter: udsagnsord: hvor mange dage der vises
    return choices(ui, ui.t("Vis"), options, span, pick, ground=Role.PAGE)


def _feelings(ui: Ui, check_ins: Sequence[Answers]) -> ft.Control:
    """For people who want no numbers: how many days of each, in words."""
    counts = {f: sum(c.feeling == f for c in check_ins) for f in Feeling}
    rows = [[ui.t(FEELINGS[f]), ui.t.plural("{n} dag", "{n} dage", n)] for f, n in counts.items()]
    return card(
        ui,
        label(ui, ui.t("Sådan gik det")),
        table(ui, [ui.t("Svar"), ui.t("Dage")], rows),
    )
