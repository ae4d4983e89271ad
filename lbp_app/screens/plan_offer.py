"""A plan as it is seen before it is taken: whose it is, all eight levels, and what is new."""

from collections.abc import Callable, Mapping
from functools import partial

import flet as ft

from lbp_app.actions import prescription as actions
from lbp_app.content import formats
from lbp_app.content.library import say
from lbp_app.errors import AnswerRefusedError
from lbp_app.model.care_plan import levels_of
from lbp_app.model.exercise import Group, Level, exercise_at
from lbp_app.model.history import Change
from lbp_app.screens.buttons import main_button, plain_button
from lbp_app.screens.cards import between, card, line, stack, told
from lbp_app.screens.fields import kept, text_field, use_refusal
from lbp_app.screens.hooks import use_single
from lbp_app.screens.levels import level_badge, level_name
from lbp_app.screens.participant_levels import variation_name
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words


@ft.component
def OfferCard(offer: actions.Offer, leave: Callable[[], None]) -> ft.Control:
    ui = use_ui()
    field: ft.Ref[ft.TextField] = ft.use_memo(ft.Ref, [])
    refused, refuse = use_refusal(ui)
    known = actions.physio_names(ui.services)
    first = known[-1] if known else ""
    typed = field.current.value if field.current else first
    single = use_single(ui.services.clock)

    def take() -> bool:
        name = field.current.value if field.current else ""
        taken = kept(ui, refuse, lambda: _take(ui, offer, name or ""))
        if taken:
            leave()
        return taken

    asked: list[ft.Control] = []
    if offer.pairing is None:
        asked = [
            told(ui, "info", _unsigned(ui), Role.INK),
            text_field(
                ui,
                ui.t("Navnet på din fysioterapeut"),
                typed or "",
                ref=field,
                error=refused or None,
            ),
        ]
    elif refused:
        asked = [words(ui, refused, Type.ITEM, Role.ERROR)]
    return card(
        ui,
        heading(ui, _from_whom(ui, offer), Type.SPEAK),
        *_days(ui, offer),
        *_rows(ui, offer),
        *_jumps(ui, offer),
        *message(ui, offer.plan.note if offer.plan else ""),
        *asked,
        main_button(ui, ui.t("Brug planen"), partial(single, take), "check"),
        ft.Row([plain_button(ui, ui.t("Nej, lad det være som før"), leave)], wrap=True),
        spacing=Space.M,
    )


def _take(ui: Ui, offer: actions.Offer, name: str) -> Change:
    if offer.pairing is None and not name.strip():
        raise AnswerRefusedError("error.physio_name")
    return actions.take(ui.services, offer, name)


def _from_whom(ui: Ui, offer: actions.Offer) -> str:
    if offer.pairing is None:
        return ui.t("Plan fra en kode")
    return ui.t("Plan fra {name}", name=offer.pairing.name)


def _unsigned(ui: Ui) -> str:
    return ui.t(
        "Enhver kan lave otte tegn, så appen ved ikke, hvem de er fra. Brug kun planen, hvis din "
        "fysioterapeut selv har givet dig koden."
    )


def _days(ui: Ui, offer: actions.Offer) -> list[ft.Control]:
    plans = ui.services.care_plans.all()
    said = []
    if offer.plan:
        day, last = (
            formats.date_full(ui.t, one) for one in (offer.plan.issued, offer.plan.expires)
        )
        said.append(ui.t("Lavet {day}. Kan tages i brug til og med {last}.", day=day, last=last))
    if plans:
        before = formats.date_full(ui.t, plans[-1].day)
        said.append(ui.t("Den afløser dine trin fra {day}, som bliver gemt.", day=before))
    return [note(ui, one) for one in said]


def _rows(ui: Ui, offer: actions.Offer) -> list[ft.Control]:
    now = levels_of(ui.services.care_plans.all())
    names = {Group(one.id): say(ui.t, one.name) for one in ui.library.exercise_groups}
    rows = [_row(ui, offer, group, name, now[group]) for group, name in names.items()]
    return [part for row in rows for part in (line(), row)]


def _row(ui: Ui, offer: actions.Offer, group: Group, name: str, before: Level) -> ft.Control:
    level = offer.by_group.get(group)
    if level is None:
        same = ui.t("Som før: {level}", level=level_name(ui, before).lower())
        return stack(words(ui, name, Type.ITEM), note(ui, same), spacing=2)
    parts: list[ft.Control] = [between(words(ui, name, Type.ITEM), level_badge(ui, level))]
    if level is not before:
        parts.append(note(ui, ui.t("Før: {level}", level=level_name(ui, before).lower())))
    if variation := varied(ui, group, level, offer.variations):
        parts.append(note(ui, variation, Role.INK))
    if dose := offer.doses.get(group):
        parts.append(note(ui, plain(dose), Role.INK))
    return stack(*parts, spacing=2)


def varied(ui: Ui, group: Group, level: Level, variations: Mapping[Group, str]) -> str:
    """The name of the variation in the person's own language; "" for the exercise as it is."""
    exercise = ui.library.exercise(exercise_at(group, level))
    return variation_name(ui, exercise, variations.get(group, ""))


def _jumps(ui: Ui, offer: actions.Offer) -> list[ft.Control]:
    found = actions.jumps(ui.services, offer)
    if not found:
        return []
    names = [say(ui.t, one.name) for one in ui.library.exercise_groups if Group(one.id) in found]
    text = ui.t(
        "Mere end ét trin op på én gang: {groups}. Er det, som I har aftalt? Du kan altid prøve et "
        "lettere trin.",
        groups=", ".join(names),
    )
    return [card(ui, told(ui, "footprints", text, Role.ON_WARM), bg=Role.WARM_BOX)]


def message(ui: Ui, text: str) -> list[ft.Control]:
    """What the physiotherapist wrote to go with a plan."""
    if not text.strip():
        return []
    above = ui.t("Besked fra din fysioterapeut")
    return [stack(note(ui, above), words(ui, plain(text)), spacing=2)]


def plain(text: str) -> str:
    """As it is read: nothing in it may turn the direction or break the line where it stands."""
    return "".join(one if one.isprintable() or one == "\n" else " " for one in text).strip()
