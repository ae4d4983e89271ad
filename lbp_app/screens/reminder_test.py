"""Mig > Påmindelser > Virker mine påmindelser?: tries it for real, and names what stands in the
way.
"""

from functools import partial

import flet as ft

from lbp_app.actions import reminder, ring
from lbp_app.content import formats
from lbp_app.content.reminding import title
from lbp_app.content.wording import mark
from lbp_app.model.ring import TEST, Outcome, Outside, Ring
from lbp_app.screens.buttons import main_button
from lbp_app.screens.calendar_out import calendar_card
from lbp_app.screens.cards import card, line, page_head, stack, told
from lbp_app.screens.frame import Frame
from lbp_app.screens.reminding import when
from lbp_app.screens.theme import Role, Type
from lbp_app.screens.trying import tried
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words

SHOWN = 20  # in the list
OUTCOMES = {
    Outcome.RANG: mark("Ringede"),
    Outcome.MISSED: mark("Ringede ikke: Rygvej var lukket"),
    Outcome.HELD: mark("Ringede ikke: Det var gjort"),
}
NOT_AGAIN = mark("Ringede, blev udsat og ringede ikke igen: Rygvej var lukket")
TOO_LATE = mark("Ringede ikke: Tiden til det var gået, da det kom i planen")
OUTSIDES = {
    Outside.NOT_TRIED: "",
    Outside.SHOWN: mark("vist på skærmen"),
    Outside.NO_SERVICE: mark("ikke vist: ingen beskedtjeneste"),
    Outside.OFF: mark("kun i Rygvej"),
}


@ft.component
def ReminderTestScreen() -> ft.View:
    ui = use_ui()
    return Frame(
        page_head(ui, ui.t("Virker mine påmindelser?"), ui.t("Påmindelser")),
        _trial(ui, ring.last_test(ui.services)),
        _in_the_way(ui),
        calendar_card(ui),
        _ledger(ui),
    )


def _trial(ui: Ui, test: Ring | None) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Prøv det nu"), Type.SPEAK),
        words(ui, _told(ui, test)),
        *([] if test and test.again else [main_button(ui, _name(ui, test), partial(_try, ui))]),
        roomy=True,
    )


def _name(ui: Ui, test: Ring | None) -> str:
    return ui.t("Prøv igen") if test else ui.t("Ring om to minutter")


def _try(ui: Ui) -> None:
    tried(ui, lambda: ring.try_it(ui.services))


def _told(ui: Ui, test: Ring | None) -> str:
    if test is None:
        return ui.t(
            "Om to minutter ringer det, præcis som en rigtig påmindelse. "
            "Du kan lukke vinduet imens."
        )
    at = _at(ui, test)
    if test.again:
        return ui.t("Det ringer klokken {time}.", time=at)
    if test.outcome is Outcome.MISSED:
        return ui.t(
            "Prøven ringede ikke. Rygvej var lukket, eller computeren sov, klokken {time}.", time=at
        )
    match test.outside:
        case Outside.SHOWN:
            return ui.t("Prøven ringede klokken {time}, her og på skærmen.", time=at)
        case Outside.NO_SERVICE:
            return ui.t(
                "Prøven ringede klokken {time} her i Rygvej. Uden for Rygvej blev den ikke vist: "
                "Der er ingen beskedtjeneste på denne enhed.",
                time=at,
            )
    return ui.t("Prøven ringede klokken {time} her i Rygvej.", time=at)


def _at(ui: Ui, test: Ring) -> str:
    """With the day, when that is not today's."""
    due = test.due.astimezone(ui.services.clock.zone())
    at = formats.clock_time(ui.t, due)
    if due.date() == ui.services.clock.local().date():
        return at
    # Oversætter: klokkeslæt og dag
    return ui.t("{time} {day}", time=at, day=formats.date_long(ui.t, due.date(), ui.today))


def _in_the_way(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Det kan stå i vejen")),
        *(told(ui, glyph, text, Role.INK) for glyph, text in _obstacles(ui)),
    )


def _obstacles(ui: Ui) -> list[tuple[str, str]]:
    services, found = ui.services, []
    manner, test = services.reminders.manner(), ring.last_test(services)
    if not reminder.is_any_on(services):
        found.append(("bell", ui.t("Ingen påmindelser er slået til endnu.")))
    if reminder.pause_now(services):
        found.append(("pause", ui.t("Alle påmindelser holder pause.")))
    if manner.quiet and manner.quiet.holds(services.clock.local().time()):
        found.append(("moon", ui.t("Det er stille timer lige nu. En prøve ringer alligevel.")))
    if not manner.outside:
        found.append(("eye-off", ui.t("Beskeder uden for Rygvej er slået fra.")))
    elif test and test.outside is Outside.NO_SERVICE:
        found.append(
            ("eye-off", ui.t("Enheden viser ingen beskeder fra Rygvej. Brug kalenderen i stedet."))
        )
    closed = ui.t("Når computeren er slukket, eller Rygvej er afsluttet, ringer intet herfra.")
    return [*found, ("power", closed)]


def _ledger(ui: Ui) -> ft.Control:
    kept = [one for one in ring.recent(ui.services) if one.what != TEST][:SHOWN]
    if not kept:
        return card(ui, heading(ui, ui.t("De sidste syv dage")), note(ui, ui.t("Intet endnu.")))
    return card(
        ui,
        heading(ui, ui.t("De sidste syv dage")),
        *(part for one in kept for part in (line(), _row(ui, one))),
    )


def _outcome(one: Ring) -> str:
    if one.snoozed and one.outcome is Outcome.MISSED:
        return NOT_AGAIN
    return TOO_LATE if one.is_too_late else OUTCOMES[one.outcome]


def _row(ui: Ui, one: Ring) -> ft.Control:
    parts = [ui.t(_outcome(one))]
    if OUTSIDES[one.outside] and one.outcome is Outcome.RANG:
        parts.append(ui.t(OUTSIDES[one.outside]))
    if one.snoozed and one.outcome is Outcome.RANG:
        parts.append(ui.t("udsat"))
    if one.opened and one.outcome is Outcome.RANG:
        parts.append(ui.t("set"))
    return stack(
        words(ui, title(one.what, ui.t), Type.ITEM),
        note(ui, f"{formats.capital(when(ui, one))}. {', '.join(parts)}"),
        spacing=2,
    )
