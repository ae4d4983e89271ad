"""How signs are read together, what is done about them, and how they are asked, as written down.

A reading such as `night_pain` means yes, `night_pain=unsure` means "ved ikke" after the second
asking, and the id of a word stands for what the word says.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from msgspec import Meta

from lbp_app.content.records import ContactKind, Line, Lines, Record, Said, Tier, Whole
from lbp_app.content.signs import Signs

StepKind = Literal[
    "call_112",
    "call_gp",
    "call_acute",
    "call_lifeline",
    "call_poison",
    "book_gp",
    "mention",
    "continue",
]
# call_doctor: the own doctor while the surgery is open, else the acute line of the region
Call = Literal[ContactKind, "call_doctor", "book_gp", "mention", "continue"]
Month = Annotated[str, Meta(pattern=r"^[0-9]{2}-[0-9]{2}$")]
Count = Annotated[int, Meta(ge=1)]
UNSURE = "=unsure"


class Word(Record, frozen=True, kw_only=True):
    """What a rule means by a word: `any` of the readings, or `all` of them."""

    id: Line
    means: Line
    any: Lines | None = None
    all: Lines | None = None
    sources: Lines


class UnsureOf(Whole, frozen=True, kw_only=True):
    """ "Ved ikke" on any sign that has the tier `alone`, and on those `named`, but for `but`."""

    alone: Tier | None = None
    named: tuple[Line, ...] = ()
    but: tuple[Line, ...] = ()


class Clause(Whole, frozen=True, kw_only=True):
    """Holds when each list of `all` has one reading that is so, or `unsure_of` is met.

    It does not hold while a sign of `unless` is answered yes.
    """

    all: list[Lines] | None = None
    unsure_of: UnsureOf | None = None
    unless: tuple[Line, ...] = ()
    tier: Tier
    action: Line


class Rule(Record, frozen=True, kw_only=True):
    """Fires when a clause holds; the highest tier of those that hold counts."""

    id: Line
    about: Line
    clauses: Annotated[list[Clause], Meta(min_length=1)]
    sources: Lines


class Action(Record, frozen=True, kw_only=True):
    """What to do about a tier. Of several the first in the file gives the title.

    `odds` calms before the `text` and is left out while questions are open. `say` is to read aloud
    on the phone. `always`: shown even where another tier decides. What it `covers` is not shown
    beside it. `own_page`: nothing else is shown until it is asked for. `whole`: it tells of all
    questions and is not said after the `later` ones alone. `beside` stands in place of odds, text
    and calls where another tier decides, and says why nothing invites to training.
    """

    id: Line
    tier: Tier
    title: Said
    odds: Said | None = None
    text: Said
    beside: Said | None = None
    say: Said | None = None
    calls: Annotated[list[Call], Meta(min_length=1)]
    always: bool = False
    covers: tuple[Line, ...] = ()
    own_page: bool = False
    whole: bool = False
    sources: Lines


class Step(Whole, frozen=True, kw_only=True):
    """What stands on an action that is no call, or on one for which no contact is known."""

    id: StepKind
    label: Said


class Unfinished(Record, frozen=True, kw_only=True):
    """In place of calm while questions are open; `missing` is followed by what is open."""

    title: Said
    missing: Said
    go_on: Said


class Tick(Whole, frozen=True, kw_only=True):
    """One thing to tick. Ticked or doubted, each of `signs` is asked; else all are a no."""

    text: Said
    signs: Lines


class Part(Record, frozen=True, kw_only=True):
    """One screen of questions. `at_once`: an emergency found here is shown before the rest.
    `none` stands on the way on when nothing is ticked, where "none of these" does not fit.
    """

    id: Line
    name: Said  # what is missing, when it is
    ask: Said
    lead: Said | None = None
    at_once: bool = False
    short_round: bool = False
    own_page: bool = False  # asked last and alone, with people to call in sight
    none: Said | None = None
    ticks: Annotated[list[Tick], Meta(min_length=1)]


class Band(Whole, frozen=True, kw_only=True):
    """Ages in years, both ends included."""

    text: Said
    youngest: Annotated[int, Meta(ge=0)]
    oldest: int | None = None


class AgeQuestion(Record, frozen=True, kw_only=True):
    """Asked where the profile has no year of birth; its bands part at every age of the rules."""

    ask: Said
    bands: Annotated[list[Band], Meta(min_length=2)]


class SexQuestion(Record, frozen=True, kw_only=True):
    """Asked where the profile does not tell and the age makes it count."""

    ask: Said
    lead: Said
    female: Said
    male: Said
    unsaid: Said


class Asking(Whole, frozen=True, kw_only=True):
    """`about` comes first and is confirmed once a month; `later` may wait for another day.

    `note_words`: beginnings of words in a diary note that offer the short round.
    """

    lead: Said
    none_of_these: Said
    unsure: Said
    again_after_days: Count
    note_words: Lines
    age: AgeQuestion
    sex: SexQuestion
    about: Part
    openers: Annotated[list[Part], Meta(min_length=10, max_length=10)]
    later: Part


class Age(Record, frozen=True, kw_only=True):
    """From which age on (`from_age`), or below which one, a sign holds or is asked."""

    sign: Line
    from_age: Count | None = None
    women_from: Count | None = None
    below: Count | None = None
    asked: bool = False
    sources: Lines


class AskAgain(Whole, frozen=True, kw_only=True):
    """`days` after a result of `tier` the app asks whether a doctor was reached."""

    tier: Tier
    days: Count


class FollowUp(Record, frozen=True, kw_only=True):
    """The question and the answer that lifts the pause; `alone`: after a page of its own."""

    ask: Said
    reached: Said
    ask_alone: Said
    reached_alone: Said
    pauses: list[Tier]  # results that pause exercises and reminders
    again: list[AskAgain]
    sources: Lines


class Surgery(Record, frozen=True, kw_only=True):
    """When the own doctor can be rung: working days, whole hours. Danish public holidays are
    closed, and so are `also_closed`, as month and day.
    """

    opens: Annotated[int, Meta(ge=0, le=24)]
    closes: Annotated[int, Meta(ge=0, le=24)]
    also_closed: list[Month]
    sources: Lines


class Reassessment(Record, frozen=True, kw_only=True):
    """When care is to be looked at anew; `sign` is the one that asks about it."""

    id: Line
    when: Said
    who: Said
    what: Said
    weeks: tuple[Count, ...] = ()
    sign: Line | None = None
    sources: Lines


class Triage(Whole, frozen=True, kw_only=True):
    version: Count
    surgery: Surgery
    follow_up: FollowUp
    ages: list[Age]
    words: list[Word]
    rules: list[Rule]
    actions: list[Action]
    steps: list[Step]
    unfinished: Unfinished
    asking: Asking
    reassessment: list[Reassessment]

    def alone(self, actions: Iterable[str], tier: str) -> list[str]:
        """Those of `actions` that decide `tier` and have a page of their own."""
        own = {action.id for action in self.actions if action.own_page and action.tier == tier}
        return [name for name in actions if name in own]


def unsure_signs(signs: Signs, triage: Triage) -> Iterator[str]:
    """On which "ved ikke" counts for something."""
    clauses = [clause for rule in triage.rules for clause in rule.clauses]
    readings = [reading for clause in clauses for any_of in clause.all or () for reading in any_of]
    readings += [reading for word in triage.words for reading in (word.any or word.all or ())]
    yield from (r.removesuffix(UNSURE) for r in readings if r.endswith(UNSURE))
    for clause in clauses:
        if clause.unsure_of:
            yield from unsure_of(clause.unsure_of, signs)


def unsure_of(unsure: UnsureOf, signs: Signs) -> list[str]:
    """In the order of the table."""
    meant = {sign.id for sign in signs.signs if sign.tier == unsure.alone} | set(unsure.named)
    return [sign.id for sign in signs.signs if sign.id in meant - set(unsure.but)]
