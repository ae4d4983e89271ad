"""The signs that a doctor should hear about, and the page that shows the most urgent of them."""

from typing import Literal

from lbp_app.content.records import ContactKind, Line, Lines, Record, Said, Tier, Whole

Suspicion = Literal["A", "B", "C", "D", "E", "F", "G"]


class Sign(Record, frozen=True, kw_only=True):
    """`id` is the public name in files, exports and commands; `tier` the one it has alone.

    `suspects` is for clinicians only. `question` None: worked out from the profile. `again` is the
    second, simpler wording that is asked before "ved ikke" counts. `after` names the sign whose no
    rules this one out, so that it is not asked. `ends_programme`: the programme is not for people
    with it, whatever the tier.
    """

    id: Line
    group: Suspicion
    suspects: Line
    tier: Tier
    action: Line
    text: Said
    question: Said | None
    again: Said | None = None
    after: Line | None = None
    ends_programme: bool = False
    sources: Lines


class SignGroup(Record, frozen=True, kw_only=True):
    """Signs that call for the same; `call` in the order in which to try."""

    id: Line
    tier: Tier
    title: Said
    advice: Said
    say: Said | None = None  # to read aloud on the phone
    call: list[ContactKind]
    signs: Lines


class SignPage(Whole, frozen=True, kw_only=True):
    title: Said
    lead: Said
    closing: Said
    groups: list[SignGroup]


class Signs(Whole, frozen=True, kw_only=True):
    page: SignPage
    signs: list[Sign]
