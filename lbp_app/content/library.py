"""What clinicians write, as typed values: messages, contacts, signs, sources, switches, about."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from lbp_app.content.exercises import ExerciseContent
from lbp_app.content.learning import Expectation, Learning, Link, Myth, Picture, Section, Weight
from lbp_app.content.learning import Path as LearningPath
from lbp_app.content.lessons import Lesson
from lbp_app.content.progression import Progression
from lbp_app.content.records import ContactKind, Line, Lines, Record, Said, Whole
from lbp_app.content.signs import Signs
from lbp_app.content.training import ExerciseGroup, Training
from lbp_app.content.triage import Part, Triage
from lbp_app.content.wording import SECOND, SOURCE, Wording

if TYPE_CHECKING:
    from lbp_app.content.search import Hit, Index


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
    sources: Lines


class Contact(Record, frozen=True, kw_only=True):
    """`phone` None: the person's own doctor, or a number too old to be given.

    Empty `regions` means everywhere. `valid_until` is the last day on which the number is given.
    """

    id: Line
    kind: ContactKind
    label: Said
    hours: Said
    phone: Annotated[str, Meta(pattern=r"^[0-9]{3,8}$")] | None
    regions: tuple[Line, ...] = ()
    sources: Lines
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


class Advice(Record, frozen=True, kw_only=True):
    """What helps many in a bad spell; `glyph` names the icon beside it."""

    id: Line
    glyph: Line
    text: Said
    sources: Annotated[list[Line], Meta(min_length=1)]


class Bodies(Whole, frozen=True, kw_only=True):
    """What is read when it is first asked for."""

    about: list[Paragraph]
    flare: list[Advice]
    triage: Triage
    training: Training
    exercises: list[ExerciseContent]
    progression: Progression


class Library:
    """The whole content. `version` changes with every change in it."""

    def __init__(
        self,
        version: str,
        rules: Rules,
        read_bodies: Callable[[], Bodies],
        read_learning: Callable[[], Learning],
    ) -> None:
        self.version = version
        self.key_messages = rules.messages
        self.sources = {source.key: source for source in rules.sources}
        self.written_signs = rules.signs
        self.signs = {sign.id: sign for sign in rules.signs.signs}
        self.sign_page = rules.signs.page
        self.switches = rules.switches
        self.check_number = rules.contacts.check_number
        self.contacts = rules.contacts.contacts
        self._read_bodies = read_bodies
        self._read_learning = read_learning

    def contacts_for(self, region: str | None, on: date) -> list[Contact]:
        """Those who serve `region` (None: every region's), without the numbers too old on `on`."""
        current = (contact.on(on) for contact in self.contacts)
        return [contact for contact in current if contact.serves(region)]

    def message_of_the_day(self, day: date) -> KeyMessage:
        """In turn, so never the same two days running."""
        return self.key_messages[day.toordinal() % len(self.key_messages)]

    def source_of(self, citation: str) -> Source:
        """Of "004 Boks 5" the source 004."""
        return self.sources[citation.split()[0]]

    @property
    def about(self) -> list[Paragraph]:
        return self._bodies.about

    @property
    def flare_advice(self) -> list[Advice]:
        return self._bodies.flare

    @property
    def triage(self) -> Triage:
        return self._bodies.triage

    @property
    def progression(self) -> Progression:
        return self._bodies.progression

    @property
    def training(self) -> Training:
        return self._bodies.training

    @property
    def exercise_groups(self) -> list[ExerciseGroup]:
        return self.training.groups

    @property
    def exercises(self) -> list[ExerciseContent]:
        """The 32 by group and level, then warm-up, cool-down and what is done lying."""
        return self._bodies.exercises

    def exercise(self, id: str) -> ExerciseContent:
        """Raises KeyError for an id that is none of them."""
        return self._exercises[id]

    @cached_property
    def _exercises(self) -> dict[str, ExerciseContent]:
        return {exercise.id: exercise for exercise in self.exercises}

    @property
    def parts(self) -> list[Part]:
        """Every screen of questions, in the order in which they are asked."""
        asking = self.triage.asking
        return [asking.about, *asking.openers, asking.later]

    @cached_property
    def rules_version(self) -> str:
        """Of the safety rules; changes with every change in them and with the switch."""
        rules = msgspec.json.encode((self.signs, self.triage, self.switches))
        return f"{self.triage.version}-{sha256(rules).hexdigest()[:12]}"

    @cached_property
    def progression_version(self) -> str:
        """Of the rules for steps; changes with every change in them and with the switch."""
        rules = msgspec.json.encode((self.progression, self.switches))
        return f"{self.progression.version}-{sha256(rules).hexdigest()[:12]}"

    @cached_property
    def _bodies(self) -> Bodies:
        return self._read_bodies()

    @property
    def lessons(self) -> list[Lesson]:
        """L1 to L20."""
        return self.learning.lessons

    def lesson(self, id: str) -> Lesson:
        """Raises KeyError for an id that is none of them."""
        return self._lessons[id]

    @property
    def myths(self) -> list[Myth]:
        return self.learning.myths

    @property
    def balance(self) -> list[Weight]:
        """What may lie on the scale, loads first."""
        return self.learning.balance

    @property
    def expectations(self) -> list[Expectation]:
        return self.learning.expectations

    @property
    def learning_path(self) -> LearningPath:
        return self.learning.path

    def pictures_for(self, lesson_id: str) -> list[Picture]:
        """The drawings of a lesson, in the order of its cards; each names its card."""
        return [picture for picture in self.learning.pictures if picture.lesson == lesson_id]

    def links_for(self, region: str | None, on: date) -> list[Link]:
        """Those that serve `region` (None: every region's) and are not too old on `on`."""
        return [link for link in self.learning.links if link.serves(region, on)]

    def section_of(self, citation: str) -> Section:
        """What stands at "002 §7.3"; raises KeyError for what no lesson cites."""
        return self._sections[citation]

    def lessons_citing(self, key: str) -> list[Lesson]:
        """Those with a fact out of the source `key`: "004"."""
        return [lesson for lesson in self.lessons if key in lesson.cited_keys]

    def search(self, query: str, language: str) -> "list[Hit]":
        """The best lesson first; those found in the words of `language` before the others."""
        return self._index.find(query, language)

    @cached_property
    def learning(self) -> Learning:
        return self._read_learning()

    @cached_property
    def _lessons(self) -> dict[str, Lesson]:
        return {lesson.id: lesson for lesson in self.lessons}

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {section.key: section for section in self.learning.sections}

    @cached_property
    def _index(self) -> "Index":
        from lbp_app.content.search import Index  # brings SQLite's FTS5 and the stemmers

        return Index(self.lessons, self.learning.style)


def say(t: Wording, said: Said) -> str:
    """In the language of `t`, else in English, else in Danish."""
    return said.get(t.language) or said.get(SECOND) or said[SOURCE]


def load() -> Library:
    """From the bundle; from the YAML files where they differ from it (a checkout being edited).

    Raises ContentError with file and line for what does not verify.
    """
    from lbp_app.content import bundle

    return bundle.load()
