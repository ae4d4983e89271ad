"""Medians, quartiles, and the table that they stand in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Spread:
    """What was measured, in one unit."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.values)

    @property
    def quartiles(self) -> tuple[float, float]:
        if len(self.values) < 2:
            return self.values[0], self.values[0]
        low, _, high = quantiles(self.values, n=4, method="inclusive")
        return low, high

    def __str__(self) -> str:
        low, high = self.quartiles
        return f"{number(self.median)} ({number(low)} to {number(high)}, n = {len(self.values)})"


@dataclass(frozen=True)
class Row:
    """One line of docs/bench.md. `value` is what the `limit` is about; `bare` may be missing."""

    name: str
    unit: str
    app: Spread
    bare: Spread | None
    value: float
    limit: float
    how: str

    @property
    def holds(self) -> bool:
        return self.value <= self.limit

    def __str__(self) -> str:
        said = "holds" if self.holds else "**misses**"
        verdict = f"{number(self.value)} {self.how}, at most {number(self.limit)}"
        return (
            f"| {self.name} ({self.unit}) | {self.app} | {self.bare or ''} | {verdict} | {said} |"
        )


def ratio(name: str, unit: str, app: Spread, bare: Spread, limit: float) -> Row:
    return Row(name, unit, app, bare, app.median / bare.median, limit, "x")


def more_than_bare(name: str, unit: str, app: Spread, bare: Spread, limit: float) -> Row:
    return Row(name, unit, app, bare, app.median - bare.median, limit, f"{unit} more")


def absolute(name: str, unit: str, app: Spread, limit: float, bare: Spread | None = None) -> Row:
    return Row(name, unit, app, bare, app.median, limit, unit)


def in_turn(rounds: int, *measures: Callable[[], float]) -> tuple[Spread, ...]:
    """A B A B: what slows the machine down for a while slows both."""
    values: tuple[list[float], ...] = tuple([] for _ in measures)
    for _ in range(rounds):
        for kept, measure in zip(values, measures, strict=True):
            kept.append(measure())
    return tuple(Spread(tuple(kept)) for kept in values)


def number(value: float) -> str:
    return (
        f"{value:.0f}"
        if abs(value) >= 100
        else f"{value:.1f}"
        if abs(value) >= 10
        else f"{value:.2f}"
    )


def table(rows: Sequence[Row]) -> str:
    head = "| what | app | bare | result | |\n|---|---|---|---|---|\n"
    return head + "".join(f"{row}\n" for row in rows)
