"""What was changed, when, from what to what: for every noun, so that any write can be undone."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Change:
    """`old` and `new` are JSON values; `at` is UTC and `zone` the device's zone beside it."""

    id: int
    noun: str  # check_in, person, preferences, flare, pause …
    key: str  # which one: a day, an id
    field: str
    old: object
    new: object
    at: datetime
    zone: str
