"""What clinicians write, as typed values: messages, contacts, signs, sources, switches, about."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from lbp_app.content.wording import SECOND, SOURCE, Wording

Line = Annotated[str, Meta(min_length=1)]
Said = dict[str, Line]  # by language code; "da" and "en" are always there
Tier = Literal["emergency_now", "same_day_doctor", "gp_within_days", "mention_next_gp", "watch"]
ContactKind = Literal["call_112", "call_gp", "call_acute", "call_lifeline", "call_poison"]


class Whole(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Parts that are reviewed one by one."""


class Record(Whole, frozen=True, kw_only=True):
    """`reviewed_by` None: no clinician has read it yet."""

    reviewed_by: str | None = None
    reviewed_on: date | None = None


class Source(Record, frozen=True, kw_only=True):
    """`key` is what `sources` of the other records begin with: "004 Boks 5"."""

    key: Line
    title: Said
    standing: Said
    year: int | None
    in_force: bool


class KeyMessage(Record, frozen=True, kw_only=True):
    id: Line
    text: Said
    sources: Annotated[list[Line], Meta(min_length=1)]


class Contact(Record, frozen=True, kw_only=True):
    """`phone` None: the person's own doctor, or a number too old to be given.

    Empty `regions` means everywhere. `valid_until` is the last day on which the number is given.
    """

    id: Line
    kind: ContactKind
    label: Said
    hours: Said
    phone: Annotated[str, Meta(pattern=r"^[0-9]{3,8}$")] | None
    regions: list[Line] = []
    sources: Annotated[list[Line], Meta(min_length=1)]
    checked_on: date | None
    valid_until: date | None

    def on(self, day: date) -> "Contact":
        """Without its number once that is too old."""
        old = self.valid_until is not None and day > self.valid_until
        return replace(self, phone=None) if old else self

    def serves(self, region: str | None) -> bool:
        if region is None:  # nobody knows where: every number helps, a place without one does not
            return self.phone is not None or not self.regions
        return not self.regions or region in self.regions


class Contacts(Whole, frozen=True, kw_only=True):
    """`check_number` is what is shown in place of a number that is too old."""

    check_number: Said
    contacts: list[Contact]


class Sign(Record, frozen=True, kw_only=True):
    """`id` is the public name in files, exports and commands; `tier` the one it has alone."""

    id: Line
    tier: Tier
    text: Said
    sources: Annotated[list[Line], Meta(min_length=1)]


class SignGroup(Record, frozen=True, kw_only=True):
    """Signs that call for the same; `call` in the order in which to try."""

    id: Line
    tier: Tier
    title: Said
    advice: Said
    say: Said | None = None  # to read aloud on the phone
    call: list[ContactKind]
    signs: Annotated[list[Line], Meta(min_length=1)]


class SignPage(Whole, frozen=True, kw_only=True):
    title: Said
    lead: Said
    closing: Said
    groups: list[SignGroup]


class Signs(Whole, frozen=True, kw_only=True):
    page: SignPage
    signs: list[Sign]


class Switches(Whole, frozen=True, kw_only=True):
    """`items_only`: signs are never combined and no level is ever proposed."""

    triage: Literal["combined", "items_only"]


class Paragraph(Record, frozen=True, kw_only=True):
    id: Line
    title: Said
    text: Said


class Rules(Whole, frozen=True, kw_only=True):
    """What a start needs."""

    sources: list[Source]
    switches: Switches
    messages: list[KeyMessage]
    contacts: Contacts
    signs: Signs


class Bodies(Whole, frozen=True, kw_only=True):
    """What is read when it is first asked for."""

    about: list[Paragraph]


class Library:
    """The whole content. `version` changes with every change in it."""

    def __init__(self, version: str, rules: Rules, read_bodies: Callable[[], Bodies]) -> None:
        self.version = version
        self.key_messages = rules.messages
        self.sources = {source.key: source for source in rules.sources}
        self.signs = {sign.id: sign for sign in rules.signs.signs}
        self.sign_page = rules.signs.page
        self.switches = rules.switches
        self.check_number = rules.contacts.check_number
        self._contacts = rules.contacts.contacts
        self._read_bodies = read_bodies

    def contacts_for(self, region: str | None, on: date) -> list[Contact]:
        """Those who serve `region` (None: every region's), without the numbers too old on `on`."""
        current = (contact.on(on) for contact in self._contacts)
        return [contact for contact in current if contact.serves(region)]

    def message_of_the_day(self, day: date) -> KeyMessage:
        """In turn, so never the same two days running."""
        return self.key_messages[day.toordinal() % len(self.key_messages)]

    def source_of(self, citation: str) -> Source:
        """Of "004 Boks 5" the source 004."""
        return self.sources[citation.split()[0]]

    @cached_property
    def about(self) -> list[Paragraph]:
        return self._read_bodies().about


def say(t: Wording, said: Said) -> str:
    """In the language of `t`, else in English, else in Danish."""
    return said.get(t.language) or said.get(SECOND) or said[SOURCE]


def load() -> Library:
    """From the bundle; from the YAML files where they differ from it (a checkout being edited).

    Raises ContentError with file and line for what does not verify.
    """
    from lbp_app.content import bundle

    return bundle.load()
