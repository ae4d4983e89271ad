"""What every record of the content is made of."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

Line = Annotated[str, Meta(min_length=1)]
Lines = Annotated[list[Line], Meta(min_length=1)]
Said = dict[str, Line]  # by language code; "da" and "en" are always there
Tier = Literal["emergency_now", "same_day_doctor", "gp_within_days", "mention_next_gp", "watch"]
ContactKind = Literal["call_112", "call_gp", "call_acute", "call_lifeline", "call_poison"]


class Whole(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Parts that are reviewed one by one."""


class Record(Whole, frozen=True, kw_only=True):
    """`reviewed_by` None: no clinician has read it yet."""

    reviewed_by: str | None = None
    reviewed_on: date | None = None
