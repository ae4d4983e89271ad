"""The safety rules as the engine reads them, and what comes out of reading answers with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import chain

from lbp_app.model.surgery import Surgery


class Answer(StrEnum):
    """`UNSURE` is "ved ikke" after the question was asked again in simpler words."""

    NO = "no"
    UNSURE = "unknown"
    YES = "yes"


class Tier(IntEnum):
    """How much it hurries; the highest wins."""

    WATCH = 0
    MENTION_NEXT_GP = 1
    GP_WITHIN_DAYS = 2
    SAME_DAY_DOCTOR = 3
    EMERGENCY_NOW = 4

    @property
    def key(self) -> str:
        return self.name.lower()

    @classmethod
    def of(cls, key: str) -> "Tier":
        return cls[key.upper()]


Answers = Mapping[str, Answer]  # by sign; one that is missing was not asked or not answered


@dataclass(frozen=True)
class Says:
    """Holds when the person gave exactly this answer."""

    sign: str
    answer: Answer


@dataclass(frozen=True)
class AnyOf:
    parts: "tuple[Condition, ...]"


@dataclass(frozen=True)
class AllOf:
    parts: "tuple[Condition, ...]"


Condition = Says | AnyOf | AllOf


@dataclass(frozen=True)
class Clause:
    """Does not hold while a sign of `unless` is answered yes."""

    condition: Condition
    unless: tuple[str, ...]
    tier: Tier
    action: str


@dataclass(frozen=True)
class Rule:
    id: str
    clauses: tuple[Clause, ...]
    source: str


@dataclass(frozen=True)
class Sign:
    """`asked` is false when the profile tells. A no to `after` rules it out. `again`: there is a
    second, simpler wording, which is asked before "ved ikke" counts.
    """

    key: str
    tier: Tier
    action: str
    source: str
    asked: bool = True
    again: bool = False
    after: str | None = None
    ends_programme: bool = False


@dataclass(frozen=True)
class Action:
    """`whole`: it tells of all questions, not of those alone that may wait for another day."""

    id: str
    tier: Tier
    always: bool = False
    covers: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True)
class Part:
    """One screen of things to tick, each with the signs that it asks about.

    `needed`: the check is not complete without. `at_once`: an emergency found here is shown before
    the rest is asked.
    """

    id: str
    ticks: tuple[tuple[str, ...], ...]
    needed: bool = True
    at_once: bool = False
    short_round: bool = False

    @property
    def signs(self) -> tuple[str, ...]:
        return tuple(chain.from_iterable(self.ticks))


@dataclass(frozen=True)
class Ages:
    """Somebody is at least `youngest` and at most `oldest` years old; `oldest` None: no limit."""

    youngest: int
    oldest: int | None


@dataclass(frozen=True)
class AgeRule:
    """From which age on, or below which one, `sign` holds; `asked`: only then is it asked."""

    sign: str
    from_age: int | None = None
    women_from: int | None = None
    below: int | None = None
    asked: bool = False


@dataclass(frozen=True)
class RuleSet:
    """`signs` and `rules` in the order of the table, `actions` the first to be named first.

    `ask_again`: days after which the app asks whether a doctor was reached; `again_after`: days
    after which a short round is offered; `note_words`: beginnings of words that offer one too.
    """

    version: str
    signs: tuple[Sign, ...]
    rules: tuple[Rule, ...]
    actions: tuple[Action, ...]
    parts: tuple[Part, ...]
    ages: tuple[AgeRule, ...]
    bands: tuple[Ages, ...]  # to choose from where the year of birth is not known
    ask_again: Mapping[Tier, int]
    again_after: int
    note_words: tuple[str, ...]
    pauses: frozenset[Tier]
    surgery: Surgery


@dataclass(frozen=True)
class Reason:
    """`rule` is a sign or the id of a rule; `signs` those whose answers made it count."""

    rule: str
    signs: tuple[str, ...]
    tier: Tier
    source: str


@dataclass(frozen=True)
class Outcome:
    """`actions` in the order to be shown. `unanswered`: asked signs without an answer, in the
    order of the table. `missing`: parts that are not done. `outside`: signs that close the
    programme, whatever the tier.
    """

    tier: Tier
    reasons: tuple[Reason, ...]
    actions: tuple[str, ...]
    unanswered: tuple[str, ...]
    missing: tuple[str, ...]
    outside: tuple[str, ...]
    rules_version: str

    @property
    def complete(self) -> bool:
        return not self.missing


def single_signs_only(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules that need no more than one answer each; the rest weigh signs against each other."""
    kept = (_single(rule) for rule in rules)
    return tuple(rule for rule in kept if rule.clauses)


def _single(rule: Rule) -> Rule:
    clauses = tuple(clause for clause in rule.clauses if _needs_one(clause.condition))
    return Rule(rule.id, clauses, rule.source)


def _needs_one(condition: Condition) -> bool:
    match condition:
        case Says():
            return True
        case AnyOf(parts):
            return all(map(_needs_one, parts))
        case AllOf(parts):
            return len(parts) == 1 and _needs_one(parts[0])
