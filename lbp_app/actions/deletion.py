"""A person deletes one thing, a period or one kind; it can be undone for a while."""

from collections.abc import Mapping
from datetime import date

from lbp_app.actions import calendar
from lbp_app.model.deletion import Deleted, Kind, Scope, Thing
from lbp_app.model.report import Period
from lbp_app.services import Services

IN_CALENDAR = frozenset(["reminder", "course", "appointment", "goal"])  # what a calendar tells of


def of_kind(kind: Kind) -> Scope:
    return Scope(kind=kind)


def of_period(services: Services, first: date, last: date) -> Scope:
    services.clock.refuse_future(first)
    return Scope(period=Period(first, last))


def of_thing(thing: Thing) -> Scope:
    return Scope(thing=(thing.table, thing.key))


def what_would_go(services: Services, scope: Scope) -> Mapping[str, int]:
    """Rows by table."""
    return services.deletions.counts(scope)


def of_each_kind(services: Services) -> dict[Kind, Mapping[str, int]]:
    """What would go with it."""
    return dict(zip(Kind, services.deletions.counts_of([*map(of_kind, Kind)]), strict=True))


def things_on(services: Services, day: date) -> list[Thing]:
    return services.deletions.things(day)


def delete(services: Services, scope: Scope) -> Deleted:
    """From now on nobody finds it; until `finish` it can be undone."""
    deleted = services.deletions.delete(scope)
    if is_in_calendar(deleted.counts):
        calendar.forget(services)
    return deleted


def is_in_calendar(counts: Mapping[str, int]) -> bool:
    return bool(counts.keys() & IN_CALENDAR)


def undoable(services: Services) -> list[Deleted]:
    """Newest first."""
    return services.deletions.undoable()


def undo(services: Services, deleted: Deleted) -> None:
    services.deletions.undo(deleted.id)


def finish(services: Services, *, now: bool = False) -> None:
    """Out of every file, with what can no longer be undone; `now` ends the time for that."""
    services.finish_deletions(whole=now)
