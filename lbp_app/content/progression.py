"""When the app may ask about a step, and what home tests point to, as written down."""

from typing import Annotated, Literal

from msgspec import Meta

from lbp_app.content.records import Line, Lines, Record, Said, Whole

ThresholdId = Literal[
    "effort_more_most",
    "effort_easier_from",
    "safe_more_from",
    "safe_gently_most",
    "pain_green_most",
    "pain_red_from",
    "times",
    "slow_times",
    "step",
]
Count = Annotated[int, Meta(ge=1)]


class Threshold(Record, frozen=True, kw_only=True):
    """`means` is for clinicians."""

    id: ThresholdId
    means: Line
    value: Annotated[int, Meta(ge=0, le=10)]
    sources: Lines


class HomeTest(Record, frozen=True, kw_only=True):
    """`from_value` are the lowest values of level 2, 3 and 4 of `group`."""

    id: Literal["chair_stands", "extensor_hold", "flexor_hold"]
    group: Annotated[int, Meta(ge=1, le=8)]
    unit: Literal["times", "seconds"]
    from_value: tuple[Count, Count, Count]
    name: Said
    how: Said
    sources: Lines


class Progression(Whole, frozen=True, kw_only=True):
    version: int
    morning_within_days: Count
    thresholds: list[Threshold]
    home_tests: list[HomeTest]
