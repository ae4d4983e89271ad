"""What the newest safety check has to say to a doctor: signs, thoughts if asked for, advice."""

from collections.abc import Sequence

from lbp_app.content import formats
from lbp_app.content.library import Library, say
from lbp_app.content.wording import Wording, mark
from lbp_app.model.doctor_card import (
    THOUGHTS,
    CardPart,
    Check,
    DoctorCard,
    Facts,
    Marked,
    Section,
    marked,
)
from lbp_app.model.triage import Tier

ADVICE = {
    Tier.EMERGENCY_NOW: mark("{day}: Appen rådede mig til at ringe med det samme."),
    Tier.SAME_DAY_DOCTOR: mark("{day}: Appen rådede mig til at tale med en læge samme dag."),
    Tier.GP_WITHIN_DAYS: mark("{day}: Appen rådede mig til at bestille en tid inden for få dage."),
    Tier.MENTION_NEXT_GP: mark(
        "{day}: Appen rådede mig til at nævne det ved næste besøg hos lægen."
    ),
    Tier.WATCH: mark("{day}: Appen rådede mig til at fortsætte og holde øje."),
}


def checked_section(
    facts: Facts, part: CardPart, title: str, written: Library, t: Wording
) -> Section | None:
    """What the newest safety check has to say about a part."""
    if facts.check is None:
        return None
    match part:
        case CardPart.SIGNS:
            return _signs(facts.check, title, written, t)
        case CardPart.THOUGHTS:
            return _thoughts(facts.check, title, written, t)
        case CardPart.ADVICE:
            return _advice(facts.card, facts.check, title, t)
    return None


def _signs(check: Check, title: str, written: Library, t: Wording) -> Section | None:
    """The signs that the profile tells of were not answered, and stay away with the year of birth.

    Nobody is said to have marked nothing while thoughts are kept apart.
    """
    asked = [s.id for s in written.signs.values() if s.question and s.id not in THOUGHTS]
    found = marked(check.answers, asked)
    if not found and (marked(check.answers, THOUGHTS) or not check.complete):
        return None
    told = [_from_check(check, t) if found else _nothing_marked(check, t)]
    if not check.complete:
        told.insert(0, t("Jeg svarede ikke på alle spørgsmål."))
    items = _texts(found, written, t)
    return Section(CardPart.SIGNS, title, items, tuple(told))


def _thoughts(check: Check, title: str, written: Library, t: Wording) -> Section | None:
    found = marked(check.answers, [sign for sign in written.signs if sign in THOUGHTS])
    if not found:
        return None
    items, told = _texts(found, written, t), _from_check(check, t)
    return Section(CardPart.THOUGHTS, title, items, (told,))


def _from_check(check: Check, t: Wording) -> str:
    """The words of the signs say "you"."""
    day = formats.date_full(t, check.day)
    if check.later is None:
        return t("Fra tjekket af tegn {day}, med appens ord:", day=day)
    then = formats.date_full(t, check.later)
    return t("Fra tjekkene af tegn {first} og {then}, med appens ord:", first=day, then=then)


def _nothing_marked(check: Check, t: Wording) -> str:
    day = formats.date_full(t, check.day)
    return t(
        "I tjekket af tegn {day} svarede jeg ikke ja til nogen af de tegn, appen spurgte om.",
        day=day,
    )


def _texts(found: Marked, written: Library, t: Wording) -> tuple[str, ...]:
    """Those that hurry most come first, for a short sheet has room for a few only."""

    def urgent(signs: Sequence[str]) -> list[str]:
        told = sorted(signs, key=lambda sign: Tier.of(written.signs[sign].tier), reverse=True)
        return [say(t, written.signs[sign].text) for sign in told]

    # Oversætter: et tegn, som personen har svaret "ved ikke" til
    unsure = [t("{sign} (i tvivl)", sign=said) for said in urgent(found.unsure)]
    return (*urgent(found.yes), *unsure)


def _advice(card: DoctorCard, check: Check, title: str, t: Wording) -> Section | None:
    """It would tell of thoughts that are kept apart; a check that is not finished calms nobody."""
    hidden = marked(check.answers, THOUGHTS) and not card.wants(CardPart.THOUGHTS)
    if hidden or (check.tier is Tier.WATCH and not check.complete):
        return None
    told = t(ADVICE[check.tier], day=formats.date_full(t, check.advised))
    return Section(CardPart.ADVICE, title, paragraphs=(told,))
