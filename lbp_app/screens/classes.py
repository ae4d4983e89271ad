"""Hold: the classes that a physiotherapist leads."""

from functools import partial

import flet as ft

from lbp_app.actions import class_group as actions
from lbp_app.actions import participant, responsibility
from lbp_app.actions.class_group import ClassNow
from lbp_app.content import formats
from lbp_app.screens.buttons import lead_icon, main_button, row_button
from lbp_app.screens.cards import empty, page_head, rows_card
from lbp_app.screens.course_words import at
from lbp_app.screens.frame import Frame
from lbp_app.screens.participants import head_with
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import note

NEW = "/hold/nyt"


@ft.component
def ClassesScreen() -> ft.View:
    ui = use_ui()
    known = actions.classes(ui.services)
    head = page_head(ui, ui.t("Hold"))
    if not known:
        return Frame(head, _none(ui))
    rows = [_row(ui, one) for one in known]
    new = main_button(ui, ui.t("Nyt hold"), partial(ui.go, NEW), "plus")
    return Frame(head_with(ui, head, new), rows_card(ui, *rows))


def _none(ui: Ui) -> ft.Control:
    ready = responsibility.is_told(ui.services)
    people = participant.participants(ui.services) if ready else []
    step = (
        main_button(ui, ui.t("Nyt hold"), partial(ui.go, NEW), "plus")
        if people
        else main_button(ui, ui.t("Til deltagerne"), partial(ui.go, "/"))
    )
    text = ui.t(
        "Et hold har to faste dage, otte stationer og op til 20 deltagere. Du krydser af, hvem "
        "der er her, og viser alles trin på én skærm i salen."
    )
    first = [] if people else [note(ui, ui.t("Begynd med at skrive deltagerne ind."))]
    return empty(ui, "empty-classes", ui.t("Dit første hold"), text, *first, step)


def _row(ui: Ui, one: ClassNow) -> ft.Control:
    people = ui.t.plural("{n} deltager", "{n} deltagere", len(one.people))
    told = [people, _when(ui, one)]
    return row_button(
        ui,
        one.group.name,
        " · ".join(told),
        partial(ui.go, f"/hold/{one.group.id}"),
        lead_icon("users"),
    )


def _when(ui: Ui, one: ClassNow) -> str:
    coming = one.next
    if coming is None:
        return ui.t("Afsluttet")
    if coming.day == one.today:
        return at(ui, ui.t("i dag"), coming)
    return at(ui, formats.date_long(ui.t, coming.day, ui.today), coming)
