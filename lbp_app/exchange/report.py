"""The report for a doctor or physiotherapist in words, of what a person wrote and chose."""

from collections.abc import Iterator, Mapping

from lbp_app.content import formats, library
from lbp_app.content.library import Library
from lbp_app.content.wording import Wording, mark, wording_for
from lbp_app.exchange import report_course, report_training
from lbp_app.exchange.doctor_check import checked_section
from lbp_app.exchange.doctor_sheet import FOOT, who_of
from lbp_app.model.doctor_card import CardPart, DoctorCard
from lbp_app.model.doctor_card import Facts as CardFacts
from lbp_app.model.report import Facts, Period, Report, ReportPart, Section

TITLES: Mapping[ReportPart, str] = {
    ReportPart.PERSON: mark("Navn og fødselsår"),
    ReportPart.QUESTIONS: mark("Det vil jeg spørge om"),
    ReportPart.PAIN: mark("Smerte og besvær"),
    ReportPart.SLEEP: mark("Søvn og humør"),
    ReportPart.ACTIVITY: mark("Bevægelse"),
    ReportPart.FLARES: mark("Dårlige perioder"),
    ReportPart.SIGNS: mark("Tegn, jeg har mærket"),
    ReportPart.THOUGHTS: mark("Tunge tanker"),
    ReportPart.TRAINING: mark("Min træning"),
    ReportPart.LEVELS: mark("Trin i øvelserne"),
    ReportPart.LEARNING: mark("Det har jeg læst"),
    ReportPart.WEEKS: mark("Uge for uge"),
    ReportPart.EACH: mark("Gang for gang"),
    ReportPart.NOTES: mark("Mine noter"),
}
CHECKED = {
    ReportPart.SIGNS: (CardPart.ADVICE, CardPart.SIGNS),
    ReportPart.THOUGHTS: (CardPart.THOUGHTS,),
}


def report(facts: Facts) -> Report:
    t, wish = wording_for(facts.language), facts.wish
    who = who_of(facts.person, t)
    sections = list(_sections(facts, library.load(), t))
    held = {section.part: section.title for section in sections}
    if who:
        held = {ReportPart.PERSON: t(TITLES[ReportPart.PERSON]), **held}
    return Report(
        language=t.language,
        title=t("Sådan har jeg haft det"),
        period=period_in_words(facts.period, t),
        made_on=formats.date_full(t, facts.today),
        who=who if wish.wants(ReportPart.PERSON) else "",
        sections=tuple(section for section in sections if wish.wants(section.part)),
        foot=t(FOOT),
        held=held,
        long=wish.long,
    )


def period_in_words(period: Period, t: Wording) -> str:
    first, last = formats.date_full(t, period.first), formats.date_full(t, period.last)
    days = t.plural("{n} dag", "{n} dage", period.days)
    return t("{first} – {last} ({days})", first=first, last=last, days=days)


def _sections(facts: Facts, written: Library, t: Wording) -> Iterator[Section]:
    """Of everything that there is something of, in the order of the report."""
    for part in ReportPart:
        if part is not ReportPart.PERSON:
            section = _section(facts, part, t(TITLES[part]), written, t)
            if section:
                yield section


def _section(
    facts: Facts, part: ReportPart, title: str, written: Library, t: Wording
) -> Section | None:
    match part:
        case ReportPart.QUESTIONS:
            text = facts.questions
            return Section(part, title, paragraphs=(text,)) if text else None
        case ReportPart.PAIN:
            return report_course.pain_section(facts, t, title)
        case ReportPart.SLEEP:
            return report_course.sleep_section(facts, t, title)
        case ReportPart.ACTIVITY:
            return report_course.activity_section(facts, t, title)
        case ReportPart.FLARES:
            return report_training.flares_section(facts, t, title)
        case ReportPart.TRAINING:
            return report_training.training_section(facts, t, title, written)
        case ReportPart.LEVELS:
            return report_training.levels_section(facts, t, title, written)
        case ReportPart.LEARNING:
            return report_training.learning_section(facts, t, title, written)
        case ReportPart.WEEKS:
            return report_course.weeks_section(facts, t, title)
        case ReportPart.EACH:
            return report_training.each_section(facts, t, title, written)
        case ReportPart.NOTES:
            return _notes(facts, t, title)
    return _checked(facts, part, title, written, t)


def _checked(
    facts: Facts, part: ReportPart, title: str, written: Library, t: Wording
) -> Section | None:
    """As the sheet for the doctor tells of the check: the advice stands above the signs."""
    wanted = {CardPart.THOUGHTS: facts.wish.wants(ReportPart.THOUGHTS)}
    card = CardFacts(DoctorCard(chosen=wanted), facts.person, facts.check, (), (), facts.today)
    told = [
        found for one in CHECKED[part] if (found := checked_section(card, one, title, written, t))
    ]
    if not told:
        return None
    items = tuple(item for one in told for item in one.items)
    paragraphs = tuple(text for one in told for text in one.paragraphs)
    return Section(part, title, paragraphs=paragraphs, items=items)


def _notes(facts: Facts, t: Wording, title: str) -> Section | None:
    told = [(one.day, one.note) for one in facts.check_ins]
    told += [(one.day, one.reflection) for one in facts.sessions]
    told += [(one.day, one.note) for one in facts.activities]
    items = [
        f"{formats.date_short(t, day, facts.today)}: {note}" for day, note in sorted(told) if note
    ]
    return Section(ReportPart.NOTES, title, items=tuple(items)) if items else None
