"""A person makes one sheet for the doctor: writes, chooses, looks at it and takes it along."""

from dataclasses import replace
from datetime import timedelta

from lbp_app.actions.hand_over import note_hand_over
from lbp_app.actions.screening import day_of_check
from lbp_app.exchange.doctor_sheet import sheet as in_words
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.doctor_card import (
    OWN_WORDS,
    SPAN,
    CardPart,
    Check,
    Facts,
    Paper,
    Sheet,
    marked,
    refuse_long,
)
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.history import Change
from lbp_app.model.report import Period
from lbp_app.model.screening import to_tell
from lbp_app.model.text import tidy
from lbp_app.services import Services


def write(services: Services, part: CardPart, text: str) -> Change | None:
    """`part` is one of OWN_WORDS. None when it says what it said before."""
    if part not in OWN_WORDS:
        raise ValueError(part)
    refuse_cpr_number(text)
    kept = tidy(text)
    refuse_long(kept)
    if kept == services.doctor_card.get().text(part):
        return None
    return services.doctor_card.put_text(part, kept)


def choose(services: Services, part: CardPart, chosen: bool) -> Change:
    """Whether it shall be on the sheet; kept until the person says otherwise."""
    return services.doctor_card.put_choice(part, chosen)


def sheet(services: Services) -> Sheet:
    return in_words(_facts(services))


def paper(services: Services) -> Paper:
    """The sheet as a PDF of one page."""
    from lbp_app.exchange.doctor_card import paper_of  # and fpdf2, which takes long to load

    made = paper_of(sheet(services), services.clock.local())
    note_hand_over(services, HandedOver.DOCTOR_CARD, len(made.content))
    return made


def _facts(services: Services) -> Facts:
    today, preferences = services.clock.today(), services.person.preferences()
    return Facts(
        card=services.doctor_card.get(),
        person=services.person.get(),
        check=check_to_tell(services),
        check_ins=services.diary.between(today - timedelta(days=SPAN - 1), today),
        flares=services.flares.all(),
        today=today,
        numbers_off=preferences.numbers_off,
        language=preferences.language,
    )


def check_to_tell(services: Services, period: Period | None = None) -> Check | None:
    """The most urgent one that no doctor has heard of, else the newest; with what could wait. Of a
    `period` only those of its days.
    """
    done = services.screenings.all()
    if period:
        done = [one for one in done if period.holds(day_of_check(services, one))]
    if not done:
        return None
    told, later = to_tell(done, services.screenings.follow_ups())
    day = day_of_check(services, told)
    check = Check(day, told.answers, told.tier, told.complete, day)
    if later is None or not marked(later.answers, tuple(later.answers)):
        return check
    answers, then = {**told.answers, **later.answers}, day_of_check(services, later)
    advised = then if later.tier > told.tier else day
    tier = max(told.tier, later.tier)
    return replace(check, answers=answers, tier=tier, advised=advised, later=then)
