"""A person makes a report for a doctor or physiotherapist: chooses, looks at it, takes it along."""

from dataclasses import replace
from datetime import date

from lbp_app.actions.doctor_card import check_to_tell
from lbp_app.actions.hand_over import note_hand_over
from lbp_app.errors import AnswerRefusedError
from lbp_app.exchange.report import report as in_words
from lbp_app.model.doctor_card import CardPart, Paper
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.report import DAYS, Facts, Period, Report, ReportPart, Wish
from lbp_app.services import Services


def wish(services: Services) -> Wish:
    """What was chosen last; it belongs to the device, and is no answer."""
    kept = services.device.get(_key(services))
    return _wish(kept) if isinstance(kept, dict) else Wish()


def choose_days(services: Services, days: int) -> None:
    if days not in DAYS:
        raise AnswerRefusedError
    _keep(services, replace(wish(services), days=days, own=None))


def choose_period(services: Services, first: date, last: date) -> None:
    services.clock.refuse_future(last)
    _keep(services, replace(wish(services), own=Period(first, last)))


def choose_length(services: Services, long: bool) -> None:
    _keep(services, replace(wish(services), long=long))


def choose_part(services: Services, part: ReportPart, chosen: bool) -> None:
    before = wish(services)
    _keep(services, replace(before, chosen={**before.chosen, part: chosen}))


def report(services: Services) -> Report:
    return in_words(_facts(services))


def paper(services: Services) -> Paper:
    """As a PDF, told of in the list of what has left the device."""
    made = drawn(services)
    note_hand_over(services, HandedOver.REPORT, len(made.content))
    return made


def drawn(services: Services) -> Paper:
    from lbp_app.exchange.report_paper import paper_of  # and fpdf2, which takes long to load

    return paper_of(report(services), services.clock.local())


def _facts(services: Services) -> Facts:
    asked, preferences = wish(services), services.person.preferences()
    today = services.clock.today()
    period = asked.period(today)
    return Facts(
        wish=asked,
        period=period,
        today=today,
        person=services.person.get(),
        questions=services.doctor_card.get().text(CardPart.QUESTIONS),
        check_ins=services.diary.between(period.first, period.last),
        flares=[
            flare
            for flare in services.flares.all()
            if flare.start <= period.last and (flare.end is None or flare.end >= period.first)
        ],
        sessions=[one for one in services.sessions.all() if period.holds(one.day)],
        activities=[one for one in services.activities.all() if period.holds(one.day)],
        plans=services.care_plans.all(),
        tests=services.home_tests.all(),
        readings=[*services.readings.all().values()],
        check=check_to_tell(services),
        numbers_off=preferences.numbers_off,
        language=preferences.language,
    )


# --- what was chosen, as it is kept -------------------------------------------------------------


def _key(services: Services) -> str:
    return f"report.{services.person.get().id}"


def _keep(services: Services, asked: Wish) -> None:
    own = asked.own and [asked.own.first.isoformat(), asked.own.last.isoformat()]
    chosen = {part.value: yes for part, yes in asked.chosen.items()}
    kept = {"days": asked.days, "own": own, "long": asked.long, "chosen": chosen}
    services.device.put(_key(services), kept)


def _wish(kept: dict[str, object]) -> Wish:
    """Parts that this version does not know are left out."""
    own, chosen = kept.get("own"), kept.get("chosen")
    period = Period(*map(date.fromisoformat, own)) if isinstance(own, list) else None
    known = {part.value: part for part in ReportPart}
    told = chosen if isinstance(chosen, dict) else {}
    days = kept.get("days")
    return Wish(
        days=days if isinstance(days, int) and days in DAYS else Wish().days,
        own=period,
        long=kept.get("long") is True,
        chosen={known[name]: bool(yes) for name, yes in told.items() if name in known},
    )
