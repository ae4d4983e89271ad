"""Mig > Din fysioterapeut > Rapport: what goes along, and a file that only one person can open."""

from functools import partial

import flet as ft

from lbp_app.actions import doctor_card
from lbp_app.actions import report_back as actions
from lbp_app.content import formats
from lbp_app.content.wording import mark
from lbp_app.model.doctor_card import CardPart
from lbp_app.model.pairing import Pairing
from lbp_app.model.participant_report import Told, ToldPart
from lbp_app.screens.buttons import lead_icon, link, main_button, plain_button, row_button
from lbp_app.screens.cards import card, columns, page_head, stack, told
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.dates import PeriodFields
from lbp_app.screens.fields import SavedField
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.plan_offer import plain
from lbp_app.screens.switches import switch
from lbp_app.screens.theme import Space
from lbp_app.screens.trying import saving, tried
from lbp_app.screens.ui import Act, Ui, use_ui
from lbp_app.screens.words import heading, note, words

ROUTE, PAIRING, PAPER = "/mig/fysioterapeut/rapport", "/mig/fysioterapeut", "/mig/data/rapport"
SINCE, OWN = "since", "own"
PARTS = {
    ToldPart.DIARY: (mark("Dagens svar"), mark("Smerte, besvær, søvn og humør, dag for dag.")),
    ToldPart.TRAINING: (mark("Træning"), mark("Hvilke øvelser, hvilke dage, og ryggen bagefter.")),
    ToldPart.LEVELS: (mark("Trin"), mark("Dem, du er på, har prøvet, og det, du valgte.")),
    ToldPart.FLARES: (mark("Dårlige perioder"), ""),
    ToldPart.SIGNS: (
        mark("Tegn, du har mærket"),
        mark("Fra det seneste tjek. Tunge tanker er aldrig med."),
    ),
    ToldPart.GOALS: (mark("Mål og små test"), ""),
    ToldPart.NOTES: (
        mark("Mine noter"),
        mark("Ord for ord, som du skrev dem. Kun med, hvis du selv vil."),
    ),
}


@ft.component
def ReportBackScreen() -> ft.View:
    ui = use_ui()
    known = actions.physios(ui.services)
    to = known[0] if known else None
    lead = ui.t("Fortæl, hvordan det er gået siden sidst. Du vælger, hvad der kommer med.")
    head = stack(
        page_head(ui, ui.t("Rapport til din fysioterapeut"), ui.t("Din fysioterapeut")),
        words(ui, lead),
        ft.Row([link(ui, ui.t("Din fysioterapeut"), partial(ui.go, PAIRING))], wrap=True),
        spacing=Space.XS,
    )
    left = [_question(ui), PeriodCard(to), _parts(ui)]
    right = [_lock(ui, known), _otherwise(ui)]
    return Frame(head, columns(ui, left, right), most=TWO_COLUMNS)


def report_row(ui: Ui) -> ft.Control:
    """The way to it, from where the physiotherapist or the plan is."""
    text = ui.t("En låst fil, som kun din fysioterapeut kan åbne")
    go = partial(ui.go, ROUTE)
    title = ui.t("Rapport til din fysioterapeut")
    return row_button(ui, title, text, go, lead_icon("notebook-pen"))


def _question(ui: Ui) -> ft.Control:
    """The same text as on the papers: nobody is asked twice."""

    def keep(new: str) -> Act:
        return partial(doctor_card.write, ui.services, CardPart.QUESTIONS, new)

    kept = ui.services.doctor_card.get().text(CardPart.QUESTIONS)
    made = keyed(SavedField, f"{ui.person.id}-question-back")
    field = made(ui.t("Det vil jeg spørge om"), kept, keep, lines=2)
    told_ = note(ui, ui.t("Står øverst. Det samme som på arket til lægen og i rapporten."))
    return card(ui, heading(ui, ui.t("Dit spørgsmål")), field, told_)


@ft.component
def PeriodCard(to: Pairing | None) -> ft.Control:
    ui = use_ui()
    own, open_own = use_value(lambda: False)
    chosen_own = own or actions.wish(ui.services).own is not None
    period = actions.period_for(ui.services, to)

    def pick(value: str) -> None:
        open_own(value == OWN)
        if value == SINCE:
            tried(ui, lambda: actions.choose_since_last(ui.services))

    last = to and actions.last_made(ui.services, to)
    since = ui.t("Siden sidste rapport") if last else ui.t("Siden planen eller de sidste 30 dage")
    options = [Choice(SINCE, since), Choice(OWN, ui.t("Egne datoer"))]
    title = ui.t("Hvilken tid?")
    set_period = partial(actions.choose_period, ui.services)
    fields = PeriodFields(period.first, period.last, ui.t("Vis den tid"), set_period)
    return card(
        ui,
        heading(ui, title),
        choices(ui, title, options, OWN if chosen_own else SINCE, pick, tall=True),
        note(ui, formats.capital(formats.date_range(ui.t, period.first, period.last, ui.today))),
        *([fields] if chosen_own else []),
    )


def _parts(ui: Ui) -> ft.Control:
    asked = actions.wish(ui.services)
    rows = [_switch(ui, part, asked.wants(part)) for part in ToldPart]
    return card(
        ui,
        heading(ui, ui.t("Det skal med")),
        note(ui, ui.t("Du bestemmer. Det, du slår fra, bliver hos dig.")),
        stack(*rows, spacing=0),
    )


def _switch(ui: Ui, part: ToldPart, on: bool) -> ft.Control:
    def pick(wanted: bool) -> None:
        tried(ui, lambda: actions.choose_part(ui.services, part, wanted))

    name, detail = PARTS[part]
    return switch(ui, ui.t(name), ui.t(detail) if detail else "", on, pick)


# --- the file -----------------------------------------------------------------------------------


def _lock(ui: Ui, known: list[Pairing]) -> ft.Control:
    if not known:
        return card(
            ui,
            heading(ui, ui.t("En låst fil")),
            words(ui, ui.t("Når I har forbundet jeres enheder, kan appen låse filen til dem.")),
            ft.Row([main_button(ui, ui.t("Forbind"), partial(ui.go, PAIRING))], wrap=True),
        )
    return card(
        ui,
        heading(ui, ui.t("En låst fil")),
        told(ui, "lock", ui.t("Kun {name} kan åbne den.", name=plain(known[0].name))),
        told(ui, "message-circle", ui.t("Send den, som du vil: mail, besked eller en nøgle.")),
        *_inside(ui, known[0]),
        *[_save(ui, one, many=len(known) > 1) for one in known],
        spacing=Space.M,
    )


def _inside(ui: Ui, to: Pairing) -> list[ft.Control]:
    """What will be in it, in figures."""
    said = actions.told(ui.services, to)
    lines = [
        ui.t.plural("{n} dag med svar", "{n} dage med svar", len(said.days)),
        ui.t.plural("{n} træning", "{n} træninger", len(said.trained)),
    ]
    return [note(ui, ui.t("Med i filen: {what}.", what=", ".join(lines)))] if _any(said) else []


def _any(said: Told) -> bool:
    return bool(said.days or said.trained)


def _save(ui: Ui, to: Pairing, many: bool) -> ft.Control:
    name = _name(ui, actions.EXTENSION)
    save = saving(ui, name, lambda: actions.lock_report(ui.services, to.id))
    text = ui.t("Gem til {name}", name=plain(to.name)) if many else ui.t("Gem rapporten")
    return ft.Row([main_button(ui, text, save, "download")], wrap=True)


def _name(ui: Ui, extension: str) -> str:
    return f"rygvej-rapport-{ui.today}.{extension}"


def _otherwise(ui: Ui) -> ft.Control:
    save = saving(ui, _name(ui, "json"), lambda: actions.plain_report(ui.services))
    title, text = ui.t("Som PDF"), ui.t("Til at læse og skrive ud. Den er ikke låst.")
    paper = row_button(ui, title, text, partial(ui.go, PAPER), lead_icon("printer"))
    return card(
        ui,
        heading(ui, ui.t("Hellere noget andet?")),
        paper,
        note(
            ui,
            ui.t(
                "Du kan også gemme det samme som en åben fil (JSON). Alle, der får den, kan læse "
                "den, og din fysioterapeuts app tager kun imod den låste."
            ),
        ),
        ft.Row([plain_button(ui, ui.t("Gem som åben fil"), save)], wrap=True),
    )
