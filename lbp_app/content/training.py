"""What holds for all exercises: groups, levels, rules and the weeks of the programme."""

from typing import Annotated

from msgspec import Meta

from lbp_app.content.exercises import Count, Effort, Gear, Group, Level, Place, Range
from lbp_app.content.records import Line, Lines, Record, Said, Whole


class ExerciseGroup(Record, frozen=True, kw_only=True):
    """`aim` is one sentence."""

    id: Group
    name: Said
    aim: Said
    sources: Lines


class LevelMeaning(Record, frozen=True, kw_only=True):
    id: Level
    name: Said
    meaning: Said
    sources: Lines


class PlaceName(Whole, frozen=True, kw_only=True):
    id: Place
    name: Said


class GearName(Whole, frozen=True, kw_only=True):
    id: Gear
    name: Said


class TrainingRule(Record, frozen=True, kw_only=True):
    """Said once for all exercises; `id` is dose, effort, pain, breathing, explore, ..."""

    id: Line
    title: Said
    text: Said
    sources: Lines


class SupporterLine(Record, frozen=True, kw_only=True):
    """A sentence to meet beside an exercise, one at a time."""

    id: Line
    text: Said
    sources: Lines


class Week(Record, frozen=True, kw_only=True):
    """`sets` of each exercise and the `effort` of ten to aim for; `theme` is what to talk about."""

    week: Annotated[int, Meta(ge=1, le=8)]
    sets: Range
    effort: Effort
    theme: Said
    sources: Lines


class Slot(Whole, frozen=True, kw_only=True):
    """One exercise from one of these groups, another group each time in turn."""

    groups: Annotated[list[Group], Meta(min_length=1)]


class ShortSession(Record, frozen=True, kw_only=True):
    """`minutes` it takes; one exercise for each slot, in this order."""

    minutes: Range
    slots: Annotated[list[Slot], Meta(min_length=1)]
    sources: Lines


class Rhythm(Record, frozen=True, kw_only=True):
    """`rest_seconds` between sets, `days_between` sessions, `minutes` of a whole session."""

    weeks: Count
    sessions_a_week: Count
    days_between: Count
    rest_seconds: Range
    minutes: Range
    sources: Lines


OfTraining = (
    Rhythm | ShortSession | Week | ExerciseGroup | LevelMeaning | TrainingRule | SupporterLine
)


class Training(Whole, frozen=True, kw_only=True):
    rhythm: Rhythm
    short_session: ShortSession
    weeks: list[Week]
    groups: list[ExerciseGroup]
    levels: list[LevelMeaning]
    places: list[PlaceName]
    equipment: list[GearName]
    rules: list[TrainingRule]
    supporter_lines: list[SupporterLine]

    @property
    def records(self) -> list[OfTraining]:
        """All that is reviewed one by one."""
        framed: list[OfTraining] = [self.rhythm, self.short_session, *self.weeks]
        return [*framed, *self.groups, *self.levels, *self.rules, *self.supporter_lines]

    def week(self, number: int) -> Week:
        """Of the programme; before the first the first, after the last the last."""
        last = len(self.weeks)
        return self.weeks[min(max(number, 1), last) - 1]

    def place_name(self, place: Place) -> Said:
        return next(one.name for one in self.places if one.id == place)

    def gear_name(self, gear: Gear) -> Said:
        return next(one.name for one in self.equipment if one.id == gear)
