"""Mig > Mine data > Rapport: the last time on a page, for a doctor or physiotherapist."""

from functools import partial

import flet as ft

from lbp_app.actions import doctor_card
from lbp_app.actions import report as actions
from lbp_app.actions.report_back import physios
from lbp_app.model.doctor_card import CardPart
from lbp_app.model.report import DAYS, Report, ReportPart, Wish
from lbp_app.screens.cards import card, columns, page_head, rows_card, stack
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.dates import PeriodFields
from lbp_app.screens.fields import SavedField
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.paper import about_thoughts, parts_card
from lbp_app.screens.report_back import report_row
from lbp_app.screens.report_sheet import report_card
from lbp_app.screens.switches import switch
from lbp_app.screens.theme import Space
from lbp_app.screens.trying import tried
from lbp_app.screens.ui import Act, Ui, use_ui
from lbp_app.screens.words import heading, note, words

OWN = "own"
LONG, SHORT = "long", "short"


@ft.component
def ReportScreen() -> ft.View:
    ui = use_ui()
    wish, report = actions.wish(ui.services), actions.report(ui.services)
    lead = ui.t(
        "Til læge eller fysioterapeut. Du vælger, hvad der kommer med, og intet bliver sendt."
    )
    left = [PeriodCard(wish), _length(ui, wish), _questions(ui), *_parts(ui, wish, report)]
    left += [rows_card(ui, report_row(ui))] if physios(ui.services) else []
    return Frame(
        stack(page_head(ui, ui.t("Rapport"), ui.t("Mine data")), words(ui, lead), spacing=Space.XS),
        columns(ui, left, [report_card(ui, report)]),
        most=TWO_COLUMNS,
    )


@ft.component
def PeriodCard(wish: Wish) -> ft.Control:
    ui = use_ui()
    own, open_own = use_value(lambda: wish.own is not None)
    period = wish.period(ui.today)

    def pick(value: str) -> None:
        open_own(value == OWN)
        if value != OWN:
            tried(ui, lambda: actions.choose_days(ui.services, int(value)))

    options = [Choice(str(n), ui.t.plural("{n} dag", "{n} dage", n)) for n in DAYS]
    options.append(Choice(OWN, ui.t("Egne datoer")))
    chosen = OWN if own or wish.own else str(wish.days)
    set_period = partial(actions.choose_period, ui.services)
    title = ui.t("Hvilken tid?")
    return card(
        ui,
        heading(ui, title),
        choices(ui, title, options, chosen, pick),
        *(
            [PeriodFields(period.first, period.last, ui.t("Vis den tid"), set_period)]
            if chosen == OWN
            else []
        ),
    )


def _length(ui: Ui, wish: Wish) -> ft.Control:
    def pick(value: str) -> None:
        tried(ui, lambda: actions.choose_length(ui.services, value == LONG))

    options = [
        Choice(SHORT, ui.t("Én side"), ui.t("Til at læse på et minut.")),
        Choice(LONG, ui.t("Hele historien"), ui.t("Uge for uge og gang for gang.")),
    ]
    title = ui.t("Hvor meget?")
    chosen = LONG if wish.long else SHORT
    return card(ui, heading(ui, title), choices(ui, title, options, chosen, pick, tall=True))


def _questions(ui: Ui) -> ft.Control:
    """The same text as on the sheet for the doctor: nobody is asked twice."""

    def keep(new: str) -> Act:
        return partial(doctor_card.write, ui.services, CardPart.QUESTIONS, new)

    kept = ui.services.doctor_card.get().text(CardPart.QUESTIONS)
    made = keyed(SavedField, f"{ui.person.id}-questions")
    field = made(ui.t("Det vil jeg spørge om"), kept, keep, lines=2)
    told = note(ui, ui.t("Står øverst. Det samme som på arket til lægen."))
    return card(ui, heading(ui, ui.t("Dine spørgsmål")), field, told)


def _parts(ui: Ui, wish: Wish, report: Report) -> list[ft.Control]:
    rows = [_switch(ui, part, title, wish.wants(part)) for part, title in report.held.items()]
    return parts_card(ui, rows)


def _switch(ui: Ui, part: ReportPart, title: str, on: bool) -> ft.Control:
    def pick(chosen: bool) -> None:
        tried(ui, lambda: actions.choose_part(ui.services, part, chosen))

    details = {
        ReportPart.THOUGHTS: about_thoughts(ui),
        ReportPart.NOTES: ui.t("Ord for ord, som du skrev dem. Kun med, hvis du selv vil."),
    }
    return switch(ui, title, details.get(part, ""), on, pick)
