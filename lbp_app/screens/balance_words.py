"""What the scale, what lies on it and its step are called."""

from datetime import date

from lbp_app.content import formats
from lbp_app.content.learning import Weight
from lbp_app.content.library import say
from lbp_app.content.wording import mark
from lbp_app.model.balance import Balance, Heft, Side, Step, Thing, Tilt, Went, tilt
from lbp_app.screens.ui import Ui

SIDES = {
    Side.LOAD: mark("Det, der trækker på dig"),
    Side.RESOURCE: mark("Det, der giver dig kræfter"),
}
OWN = {
    Side.LOAD: mark("Andet, der trækker"),
    Side.RESOURCE: mark("Andet, der giver kræfter"),
}
KINDS = {"body": mark("Krop"), "mind": mark("Tanker"), "life": mark("Hverdag")}
HEFTS = {Heft.LITTLE: mark("lidt"), Heft.SOME: mark("noget"), Heft.MUCH: mark("meget")}
TILTS = {
    Tilt.EMPTY: mark("Vægten er tom. Tryk på det, der fylder for dig lige nu."),
    Tilt.LOAD: mark("Lige nu vejer det, der trækker på dig, mest."),
    Tilt.EVEN: mark("Lige nu vejer de to sider det samme."),
    Tilt.RESOURCE: mark("Lige nu vejer det, der giver dig kræfter, mest."),
}
TILTS_THEN = {
    Tilt.EMPTY: mark("Der lå ikke noget på vægten."),
    Tilt.LOAD: mark("Det, der trak, vejede mest."),
    Tilt.EVEN: mark("De to sider vejede det samme."),
    Tilt.RESOURCE: mark("Det, der gav kræfter, vejede mest."),
}
WENT = {
    Went.WELL: mark("Det blev til noget"),
    Went.PARTLY: mark("Lidt af det"),
    Went.NOT: mark("Ikke denne gang"),
    Went.PASSED: mark("Sprunget over"),
}


def tilt_in_words(ui: Ui, balance: Balance) -> str:
    """Never a judgement, never a number."""
    is_now = balance.day == ui.today
    return ui.t((TILTS if is_now else TILTS_THEN)[tilt(balance.things)])


def suggestion(ui: Ui, thing_id: str) -> Weight | None:
    return next((one for one in ui.library.balance if one.id == thing_id), None)


def thing_name(ui: Ui, thing: Thing) -> str:
    known = suggestion(ui, thing.id)
    return thing.text or (say(ui.t, known.label) if known else thing.id)


def weighed(ui: Ui, thing: Thing) -> str:
    """With its weight, where the person has said it."""
    name = thing_name(ui, thing)
    return name if thing.heft is Heft.SOME else f"{name} · {ui.t(HEFTS[thing.heft])}"


def step_text(ui: Ui, step: Step) -> str:
    known = suggestion(ui, step.thing)
    return step.text or (say(ui.t, known.step) if known else step.thing)


def drawing_said(ui: Ui, balance: Balance) -> str:
    """What the drawing shows, for somebody who does not see it."""
    told = [ui.t("En vægt med to skåle.")]
    for side, name in SIDES.items():
        names = [weighed(ui, thing) for thing in balance.of(side)]
        if names:
            told.append(f"{ui.t(name)}: {', '.join(names)}.")
    return " ".join([*told, tilt_in_words(ui, balance)])


def scale_day(ui: Ui, day: date) -> str:
    """As "I dag", else with its weekday, and with its year where that is another."""
    return formats.capital(day_within(ui, day))


def day_within(ui: Ui, day: date) -> str:
    """As `scale_day`, for the middle of a line; a weekday is written as the language writes it."""
    said = formats.days_ago if day == ui.today else formats.date_long
    return said(ui.t, day, ui.today)
