"""Writes docs/safety-rules.md out of the content: `python tools/safety_rules.py`."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from lbp_app.content import library
from lbp_app.content.library import Contact, Library
from lbp_app.content.signs import Sign
from lbp_app.content.triage import UNSURE, Action, Clause, Part, Rule, UnsureOf, Word
from tools.tables import both, review, reviewed, table

TARGET = Path(__file__).resolve().parent.parent / "docs" / "safety-rules.md"
TIERS = ("emergency_now", "same_day_doctor", "gp_within_days", "mention_next_gp", "watch")
GROUPS = {
    "A": "cauda equina",
    "B": "nerve strength and spinal cord",
    "C": "cancer and general",
    "D": "infection",
    "E": "fracture",
    "F": "vessels, belly, inflammatory disease, mood, other",
    "G": "time rules",
}
HEAD = """# Safety rules

For a clinician to read line by line, to mark and to sign. This page is written from
`lbp_app/content/signs.yaml`, `triage.yaml` and `contacts.yaml` by `python tools/safety_rules.py`,
and a test fails when it is stale: what stands here is what the app does.

Rules version **{version}**, signs are **{switch}**. {review}

How to read it: put ✓, ✗ or a remark into the last column. A **yes** means present and new or
changed; an old complaint that is unchanged is a no. **Unsure** is "ved ikke" after the question
has been asked once more in simpler words with an example. The highest tier wins. A rule that holds
is always listed as a reason, whatever decides the tier. A question that was not asked raises
nothing, and a result with open questions never calms. GMK is general medical knowledge: it is in
none of the sources. Sources: [sources](sources.md).
"""
SIGNATURE = """## Signature

I have read lines S1 to S{signs}, the words, the rules C1 to C21, the actions, the order of asking,
the contacts and the times above, in rules version {version}, and have marked what I do not agree
with.

| | |
|---|---|
| Name | |
| Profession and authorisation number | |
| Lines that must be changed before use | |
| Date | |
| Signature | |

Then `reviewed_by` and `reviewed_on` are set on each record that was accepted, and the app stops
saying that no doctor has read it.
"""


def text() -> str:
    content = library.load()
    return "\n".join(part.rstrip() + "\n" for part in _pages(content))


def _pages(content: Library) -> Iterator[str]:
    triage, signs = content.triage, content.written_signs.signs
    switch = "read together" if content.switches.triage == "combined" else "never combined"
    records = [*signs, *triage.words, *triage.rules, *triage.actions]
    yield HEAD.format(version=content.rules_version, switch=switch, review=review(records))
    yield _tiers(content)
    yield _signs(signs)
    yield "## Words\n\n" + table(
        ("word", "means", "holds when", "source", "reviewed", "mark"), map(_word, triage.words)
    )
    yield "## Rules\n\n" + table(
        ("line", "about", "holds when", "tier", "action", "source", "reviewed", "mark"),
        [row for rule in triage.rules for row in _rule(rule)],
    )
    yield (
        "## Actions\n\n"
        + _ACTIONS
        + table(
            (
                "action",
                "tier",
                "Danish",
                "English",
                "calls, in order",
                "source",
                "reviewed",
                "mark",
            ),
            map(_action, triage.actions),
        )
    )
    yield _asking(content)
    yield _ages(content)
    yield "## Contacts\n\n" + table(
        ("contact", "regions", "number", "checked", "last day", "source", "mark"),
        map(_contact, content.contacts),
    )
    yield _reassessment(content)
    yield SIGNATURE.format(signs=len(signs), version=content.rules_version)


_ACTIONS = """Of several that apply, the first one here gives the title. The words in brackets come
first, and only when nothing is left to answer. `call_doctor` is the own doctor while the surgery is
open and the acute line of the region otherwise.

"""


def _day(day: date | None) -> str:
    return day.isoformat() if day else "–"


# --- signs and rules ----------------------------------------------------------------------------


def _tiers(content: Library) -> str:
    follow_up, hours = content.triage.follow_up, content.triage.surgery
    days = {str(again.tier): f"after {again.days} day(s)" for again in follow_up.again}
    rows = [
        (tier, "yes" if tier in follow_up.pauses else "no", days.get(tier, "never"))
        for tier in TIERS
    ]
    head = ("tier", "stops exercises and reminders", f"asks “{follow_up.ask['da']}”", "mark")
    closed = ", ".join(hours.also_closed)
    return (
        f"## Tiers\n\n{table(head, rows)}\n\n"
        f"A surgery counts as open on working days from {hours.opens} to {hours.closes}; Danish "
        f"public holidays and the days {closed} (month-day) are closed."
    )


def _signs(signs: Iterable[Sign]) -> str:
    rows = [_sign(at, sign) for at, sign in enumerate(signs, start=1)]
    legend = "; ".join(f"{letter} {name}" for letter, name in GROUPS.items())
    head = ("line", "key", "question", "asked again when unsure", "suspicion", "tier alone")
    more = ("action", "source", "reviewed", "mark")
    return f"## Signs\n\nSuspicion: {legend}.\n\n{table((*head, *more), rows)}"


def _sign(at: int, sign: Sign) -> tuple[object, ...]:
    asked = both(sign.question) if sign.question else f"(from the profile) {both(sign.text)}"
    if sign.after:
        asked += f" (not asked after a no to `{sign.after}`)"
    if sign.ends_programme:
        asked += " **(closes the programme)**"
    suspicion, sources = f"{sign.group}: {sign.suspects}", ", ".join(sign.sources)
    first = (f"S{at}", f"`{sign.id}`", asked, both(sign.again), suspicion)
    return (*first, f"**{sign.tier}**", sign.action, sources, reviewed(sign))


def _word(word: Word) -> tuple[object, ...]:
    glue = " or " if word.any else " and "
    readings = glue.join(map(_reading, word.any or word.all or ()))
    return f"**{word.id}**", word.means, readings, ", ".join(word.sources), reviewed(word)


def _rule(rule: Rule) -> Iterator[tuple[object, ...]]:
    letters = "abcdefgh" if len(rule.clauses) > 1 else [""]
    sources, done = ", ".join(rule.sources), reviewed(rule)
    for letter, clause in zip(letters, rule.clauses, strict=False):
        line = f"{rule.id}{'.' if letter else ''}{letter}"
        holds = _condition(clause)
        yield line, rule.about, holds, f"**{clause.tier}**", clause.action, sources, done


def _condition(clause: Clause) -> str:
    parts = [" or ".join(map(_reading, any_of)) for any_of in clause.all or ()]
    parts += [_unsure(clause.unsure_of)] if clause.unsure_of else []
    joined = " **and** ".join(f"({part})" for part in parts)
    unless = " or ".join(map(_reading, clause.unless))
    return f"{joined}, **unless** {unless}" if unless else joined


def _reading(reading: str) -> str:
    sign = reading.removesuffix(UNSURE)
    return f"`{sign}` unsure" if reading.endswith(UNSURE) else f"`{sign}`"


def _unsure(unsure: UnsureOf) -> str:
    signs = [f"any sign that alone is {unsure.alone}"] if unsure.alone else []
    signs += [f"`{name}`" for name in unsure.named]
    but = ", ".join(f"`{name}`" for name in unsure.but)
    return f"unsure of {' or '.join(signs)}{f', but not {but}' if but else ''}"


def _action(action: Action) -> tuple[object, ...]:
    shown = "; shown whatever decides the tier" if action.always else ""
    whole = "; not after `later` alone" if action.whole else ""
    covers = f"; in place of {', '.join(action.covers)}" if action.covers else ""
    told = [_said(action, language) for language in ("da", "en")]
    first = (action.id, f"**{action.tier}**{shown}{covers}{whole}", *told)
    return (*first, ", ".join(action.calls), ", ".join(action.sources), reviewed(action))


def _said(action: Action, language: str) -> str:
    odds = f"[{action.odds[language]}] " if action.odds else ""
    aloud = f" To read aloud: “{action.say[language]}”" if action.say else ""
    return f"**{action.title[language]}.** {odds}{action.text[language]}{aloud}"


# --- asking, ages, contacts, times --------------------------------------------------------------


def _asking(content: Library) -> str:
    asking = content.triage.asking
    rows = [row for part in content.parts for row in _part(part)]
    head = ("screen", "short round", "tick", "asked one by one when ticked or doubted", "mark")
    return (
        f"## The order of asking\n\nLead-in: {both(asking.lead)} Every screen ends with "
        f"“{asking.none_of_these['da']}”, which has to be tapped. “At once”: an emergency found "
        f"there is shown before the rest is asked.\n\n{table(head, rows)}"
    )


def _part(part: Part) -> Iterator[tuple[object, ...]]:
    at_once = " (at once)" if part.at_once else ""
    lead = f"{both(part.lead)} " if part.lead else ""
    first = f"**{part.id}**{at_once}: {lead}{both(part.ask)}"
    for tick in part.ticks:
        signs = ", ".join(f"`{sign}`" for sign in tick.signs)
        yield first, "yes" if part.short_round else "no", both(tick.text), signs
        first = ""


def _ages(content: Library) -> str:
    rows = [
        (
            f"`{age.sign}`" + (" is asked" if age.asked else ""),
            age.below or "–",
            age.from_age or "–",
            age.women_from or "–",
            ", ".join(age.sources),
        )
        for age in content.triage.ages
    ]
    return (
        "## Ages\n\nFrom year of birth and sex. In the year of a birthday the age that leads "
        "higher counts. A sex that is not given counts as the lower limit.\n\n"
        + table(("sign", "below", "from", "women from", "source", "mark"), rows)
    )


def _contact(contact: Contact) -> tuple[object, ...]:
    number = contact.phone or "in words only"
    days = _day(contact.checked_on), _day(contact.valid_until)
    regions = ", ".join(contact.regions) or "everywhere"
    return both(contact.label), regions, number, *days, ", ".join(contact.sources)


def _reassessment(content: Library) -> str:
    rows = [
        (both(row.when), both(row.who), both(row.what), row.sign or "–", ", ".join(row.sources))
        for row in content.triage.reassessment
    ]
    head = ("when", "who", "rule", "sign that asks", "source", "mark")
    return f"## When to look again\n\n{table(head, rows)}"


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
