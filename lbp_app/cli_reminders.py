"""`lbp reminders`."""

import sys
from pathlib import Path

from lbp_app.config import Settings
from lbp_app.errors import InputRefusedError
from lbp_app.exchange.reminders import occurrence_json, read_day, read_plan
from lbp_app.model.reminder import Plan, zone_named
from lbp_app.reminders.plan import occurrences


def reminders(
    settings: Settings, rules: bytes | None, asked: tuple[str, str, str], ics: Path | None
) -> None:
    """`asked`: first day, the day after the last, zone. Without `rules` the person's own."""
    first, end = read_day(asked[0]), read_day(asked[1])
    if end < first:
        raise InputRefusedError("error.rules_from_to")
    zone = zone_named(asked[2])
    plan = _own(settings) if rules is None else read_plan(rules)
    between = "["
    for one in occurrences(plan, first, end, zone):
        sys.stdout.write(between + occurrence_json(one))
        between = ",\n "
    sys.stdout.write("[]\n" if between == "[" else "]\n")


def _own(settings: Settings) -> Plan:
    return Plan()
