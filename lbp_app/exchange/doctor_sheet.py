"""The sheet for the doctor in words, of what a person wrote, answered and chose."""

from collections.abc import Iterator

from lbp_app.content import formats, library
from lbp_app.content.library import Library
from lbp_app.content.wording import Wording, mark, wording_for
from lbp_app.exchange.doctor_check import checked_section
from lbp_app.exchange.doctor_course import course_section
from lbp_app.model.doctor_card import (
    OWN_WORDS,
    CardPart,
    Facts,
    Section,
    Sheet,
)
from lbp_app.model.person import Person

TITLES = {
    CardPart.PERSON: mark("Navn og fødselsår"),
    CardPart.REASON: mark("Hvorfor jeg kommer"),
    CardPart.QUESTIONS: mark("Det vil jeg spørge om"),
    CardPart.SIGNS: mark("Tegn, jeg har mærket"),
    CardPart.THOUGHTS: mark("Tunge tanker"),
    CardPart.ADVICE: mark("Appens råd"),
    CardPart.ONSET: mark("Hvornår det begyndte"),
    CardPart.PLACE: mark("Hvor det gør ondt"),
    CardPart.WORK: mark("Arbejde og hverdag"),
    CardPart.COURSE: mark("Fra min dagbog"),
    CardPart.TREATMENTS: mark("Det har jeg prøvet"),
    CardPart.MEDICINE: mark("Medicin, jeg vil nævne"),
    CardPart.ILLNESS: mark("Sygdom og operationer"),
    CardPart.SCANS: mark("Scanninger og prøver"),
    CardPart.TOLD: mark("Det har jeg fået at vide"),
    CardPart.PRACTICAL: mark("Tolk, telefon, transport"),
}
FOOT = mark("Skrevet af patienten selv i Rygvej. Ikke gennemgået af en læge.")


def sheet(facts: Facts) -> Sheet:
    t, card = wording_for(facts.language), facts.card
    who = who_of(facts.person, t)
    sections = list(_sections(facts, library.load(), t))
    held = {section.part: section.title for section in sections}
    if who:
        held = {CardPart.PERSON: t(TITLES[CardPart.PERSON]), **held}
    return Sheet(
        language=t.language,
        title=t("Til lægen"),
        made_on=formats.date_full(t, facts.today),
        who=who if card.wants(CardPart.PERSON) else "",
        sections=tuple(section for section in sections if card.wants(section.part)),
        foot=t(FOOT),
        held=held,
    )


def who_of(person: Person, t: Wording) -> str:
    name, year = person.first_name, person.birth_year
    if name and year:
        return t("{name}, født {year}", name=name, year=year)
    return name or (t("Født {year}", year=year) if year else "")


def _sections(facts: Facts, written: Library, t: Wording) -> Iterator[Section]:
    """Of everything that there is something of, in the order of the sheet."""
    for part in CardPart:
        if part in OWN_WORDS:
            text = facts.card.text(part)
            section = Section(part, t(TITLES[part]), paragraphs=(text,)) if text else None
        elif part is CardPart.COURSE:
            section = course_section(facts, t, t(TITLES[part]))
        else:
            section = checked_section(facts, part, t(TITLES[part]), written, t)
        if section:
            yield section
