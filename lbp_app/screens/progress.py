"""Mig > Udvikling: a sentence, the numbers, the lines with their gaps, and a calendar."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

import flet as ft

from lbp_app.content import formats
from lbp_app.content.wording import mark
from lbp_app.model.diary import CheckIn, Feeling, Scale
from lbp_app.model.progress import Step, course, steps
from lbp_app.screens.buttons import link, main_button, round_button, tap
from lbp_app.screens.cards import between, card, columns, empty, page_head, stack
from lbp_app.screens.charts import Series, chart, legend, number, table
from lbp_app.screens.checkin import FEELINGS, SCALES
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, label, note, words

SPANS = {"7": 7, "30": 30, "90": 90, "all": None}  # days
DASH = (7, 6)
PAIRS = ((Scale.BACK, Scale.LEG), (Scale.HINDRANCE, None), (Scale.SLEEP, Scale.MOOD))
TABLE_DAILY = 7  # days up to which the table has a row a day; beyond, one a week


@ft.component
def ProgressScreen() -> ft.View:
    ui = use_ui()
    span, set_span = use_value(lambda: "30")
    today = ui.services.clock.today()
    started = ui.services.diary.first_day()
    if started is None:
        return Frame(page_head(ui, ui.t("Udvikling"), ui.t("Mig")), _nothing_yet(ui))
    days = SPANS[span]
    first = started if days is None else today - timedelta(days=days - 1)
    check_ins = ui.services.diary.between(first, today)
    head = stack(
        page_head(ui, ui.t("Udvikling"), ui.t("Mig")), _spans(ui, span, set_span), spacing=Space.S
    )
    calendar = Calendar(today)
    if ui.preferences.numbers_off:
        return Frame(head, columns(ui, [_feelings(ui, check_ins)], [calendar]), most=TWO_COLUMNS)
    pictures = [_pair_card(ui, check_ins, first, today, *pair) for pair in PAIRS]
    return Frame(head, columns(ui, pictures[:2], [calendar, *pictures[2:]]), most=TWO_COLUMNS)


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
    return choices(ui, ui.t("Vis"), options, span, pick)


def _pair_card(
    ui: Ui, check_ins: Sequence[CheckIn], first: date, last: date, one: Scale, other: Scale | None
) -> ft.Control:
    return keyed(PairCard, f"pair-{one}")(tuple(check_ins), first, last, one, other)


@ft.component
def PairCard(
    check_ins: tuple[CheckIn, ...], first: date, last: date, one: Scale, other: Scale | None
) -> ft.Control:
    ui = use_ui()
    as_table, set_table = ft.use_state(False)
    scales = [one, *([other] if other else [])]
    title = " · ".join(ui.t(SCALES[s].name) for s in scales)
    said = " ".join(_in_words(ui, check_ins, s) for s in scales)
    drawn = steps(check_ins, first, last)
    toggle = link(
        ui,
        ui.t("Skjul tabel") if as_table else ui.t("Vis som tabel"),
        lambda: set_table(not as_table),
        said=_table_name(ui, as_table, title),
        at_end=True,
    )
    lines = _series(ui, drawn, scales)
    body: list[ft.Control] = [_table(ui, check_ins, first, last, scales)] if as_table else []
    labels = _labels(ui, drawn)
    body += [
        ft.Container(
            chart(ui, lines, labels, ui.t("Graf: {title}. {said}", title=title, said=said)),
            padding=ft.Padding.only(top=8, right=4),
        ),
        legend(ui, lines),
        note(
            ui,
            ui.t(
                "0 er bedst, 10 er værst. Hvor linjen slipper, er der ingen svar. Det er helt "
                "i orden."
            ),
        ),
        *_thinning(ui, drawn),
    ]
    return card(between(label(ui, title), toggle), words(ui, said, Type.SPEAK), *body)


def _table_name(ui: Ui, shown: bool, title: str) -> str:
    if shown:
        return ui.t("Skjul tabel: {title}", title=title)
    return ui.t("Vis som tabel: {title}", title=title)


def _series(ui: Ui, drawn: Sequence[Step], scales: Sequence[Scale]) -> list[Series]:
    looks = ((Role.MAIN, None), (Role.DUSK, DASH))
    return [
        Series(ui.t(SCALES[s].name), [step.values[s] for step in drawn], color, dash)
        for s, (color, dash) in zip(scales, looks, strict=False)
    ]


def _labels(ui: Ui, drawn: Sequence[Step]) -> dict[int, str]:
    """As many dates as keep apart in the width and at the size of text there is."""
    room = min(ui.look.column(TWO_COLUMNS), 440) - 90
    many = max(1, min(3, int(room // (95 * ui.look.scale))))
    if len(drawn) <= many:
        places = list(range(len(drawn)))
    else:
        places = [round((i + 0.5) * len(drawn) / many) for i in range(many)]
    return {at: formats.date_short(ui.t, drawn[at].start) for at in places}


def _thinning(ui: Ui, drawn: Sequence[Step]) -> list[ft.Control]:
    size = drawn[0].days
    if size == 1:
        return []
    return [note(ui, ui.t("Hvert punkt er det midterste svar af {days} dage.", days=size))]


COURSE_WORDS = {
    Scale.BACK: (
        mark("Rygsmerten har ligget omkring {late}."),
        mark("Rygsmerten er gået fra omkring {early} til omkring {late}."),
    ),
    Scale.LEG: (
        mark("Bensmerten har ligget omkring {late}."),
        mark("Bensmerten er gået fra omkring {early} til omkring {late}."),
    ),
    Scale.HINDRANCE: (
        mark("Hvor meget det kom i vejen, har ligget omkring {late}."),
        mark("Hvor meget det kom i vejen, er gået fra omkring {early} til omkring {late}."),
    ),
    Scale.SLEEP: (
        mark("Søvnen har ligget omkring {late}."),
        mark("Søvnen er gået fra omkring {early} til omkring {late}."),
    ),
    Scale.MOOD: (
        mark("Humøret har ligget omkring {late}."),
        mark("Humøret er gået fra omkring {early} til omkring {late}."),
    ),
}


def _in_words(ui: Ui, check_ins: Sequence[CheckIn], scale: Scale) -> str:
    gone = course(check_ins, scale)
    if gone is None:
        return ui.t(
            "{scale}: der er for få svar endnu til at sige noget.", scale=ui.t(SCALES[scale].name)
        )
    same, moved = COURSE_WORDS[scale]
    return ui.t(same if gone.early == gone.late else moved, early=gone.early, late=gone.late)


def _table(
    ui: Ui, check_ins: Sequence[CheckIn], first: date, last: date, scales: Sequence[Scale]
) -> ft.Control:
    daily = (last - first).days < TABLE_DAILY
    rows = steps(check_ins, first, last, 1) if daily else steps(check_ins, _monday(first), last, 7)
    heads = [ui.t("Dag") if daily else ui.t("Uge fra"), *(ui.t(SCALES[s].name) for s in scales)]
    if not daily:
        # Oversætter: overskrift over antallet af dage med svar
        heads.append(ui.t("Dage"))
    cells = [_row(ui, step, scales, daily) for step in reversed(rows)]
    why = (
        []
        if daily
        else [note(ui, ui.t("Tallet er ugens midterste svar. Dage er dem med et svar."))]
    )
    return stack(table(ui, heads, cells), *why, spacing=Space.XS)


def _row(ui: Ui, step: Step, scales: Sequence[Scale], daily: bool) -> list[str]:
    when = formats.date_short(ui.t, step.start)
    counted = [] if daily else [ui.t("{n} af 7", n=step.answered)]
    return [when, *(number(ui, step.values[s]) for s in scales), *counted]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _feelings(ui: Ui, check_ins: Sequence[CheckIn]) -> ft.Control:
    """For people who want no numbers: how many days of each, in words."""
    counts = {f: sum(c.feeling is f for c in check_ins) for f in Feeling}
    rows = [[ui.t(FEELINGS[f]), ui.t.plural("{n} dag", "{n} dage", n)] for f, n in counts.items()]
    return card(
        label(ui, ui.t("Sådan gik det")),
        table(ui, [ui.t("Svar"), ui.t("Dage")], rows),
    )


@ft.component
def Calendar(today: date) -> ft.Control:
    """A month of days; those with an answer are filled. Nothing counts days in a row."""
    ui = use_ui()
    shown, show = use_value(lambda: today.replace(day=1))
    after = _next_month(shown)
    days = [shown + timedelta(days=n) for n in range((after - shown).days)]
    answered = {c.day for c in ui.services.diary.between(days[0], days[-1]) if c.answered}
    title = formats.month_and_year(ui.t, shown)
    blanks: list[ft.Control] = [ft.Container(expand=1) for _ in range(shown.weekday())]
    cells = blanks + [_calendar_day(ui, d, d in answered, today) for d in days]
    cells += [ft.Container(expand=1) for _ in range(-len(cells) % 7)]
    weeks = [ft.Row(cells[i : i + 7], spacing=0) for i in range(0, len(cells), 7)]
    names = [_weekday(ui, name) for name in formats.weekday_names(ui.t, short=True)]
    turn = ft.Row(
        [
            round_button(
                ui,
                "chevron-left",
                ui.t("Måneden før"),
                lambda: show((shown - timedelta(days=1)).replace(day=1)),
            ),
            *(
                [round_button(ui, "chevron-right", ui.t("Måneden efter"), lambda: show(after))]
                if after <= today
                else []
            ),
        ],
        tight=True,
        spacing=4,
    )
    return card(
        between(heading(ui, title[:1].upper() + title[1:], Type.HEAD), turn),
        stack(ft.Row(list(names), spacing=0), *weeks, spacing=2),
        note(ui, ui.t("Fyldte dage har et svar. Tryk på en dag for at svare eller rette.")),
        padding=ft.Padding.symmetric(horizontal=12 if ui.look.width >= 360 else 0, vertical=18),
    )


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _weekday(ui: Ui, name: str) -> ft.Control:
    text = words(ui, name[:1].upper(), Type.BAR, Role.SOFT, text_align=ft.TextAlign.CENTER)
    return ft.Container(text, expand=1)


def _calendar_day(ui: Ui, day: date, answered: bool, today: date) -> ft.Control:
    size = 44
    if day > today:
        face = words(ui, str(day.day), Type.BAR, Role.SOFT)
        return ft.Container(face, expand=1, height=size, alignment=ft.Alignment.CENTER)
    state = ui.t("besvaret") if answered else ui.t("ikke besvaret")
    said = f"{formats.date_long(ui.t, day)}, {state}"
    face = words(
        ui,
        str(day.day),
        Type.BAR_NOW if answered else Type.BAR,
        Role.ON_STAGE if answered else Role.INK,
        semantics_label=said,
        no_wrap=True,
    )
    filled = ft.Container(
        face,
        width=38,
        height=38,
        border_radius=19,
        bgcolor=Role.STAGE if answered else Role.NONE,
        border=ft.Border.all(1.5, Role.MAIN) if day == today else None,
        alignment=ft.Alignment.CENTER,
    )
    where = "/" if day == today else f"/dag/{day}"
    middle = ft.Container(filled, alignment=ft.Alignment.CENTER)
    return tap(middle, partial(ui.go, where), radius=22, padding=0, height=size, expand=1)
