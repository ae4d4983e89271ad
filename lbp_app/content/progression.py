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
    """`from_value` are the lowest values of level 2, 3 and 4 of `group`, of a test that points to a
    level. `drawing` is the exercise whose picture shows it.
    """

    id: Literal["chair_stands", "extensor_hold", "flexor_hold", "forward_bend"]
    group: Annotated[int, Meta(ge=1, le=8)] | None = None
    unit: Literal["times", "seconds", "cm"]
    from_value: tuple[Count, Count, Count] | None = None
    drawing: Line
    name: Said
    how: Said
    sources: Lines


class Progression(Whole, frozen=True, kw_only=True):
    version: int
    morning_within_days: Count
    thresholds: list[Threshold]
    home_tests: list[HomeTest]
