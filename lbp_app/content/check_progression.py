"""Do the rules for steps name every threshold, and do their numbers rise?"""

from typing import get_args

from lbp_app.content.progression import Progression, ThresholdId
from lbp_app.content.reading import Written


def check(written: Written[Progression]) -> None:
    named = {threshold.id for threshold in written.value.thresholds}
    for missing in set(get_args(ThresholdId)) - named:
        written.refuse("error.content_missing", "$.thresholds", field=missing)
    for at, test in enumerate(written.value.home_tests):
        if (test.group is None) != (test.from_value is None):
            written.refuse("error.content_missing", f"$.home_tests[{at}]", field="from_value")
        bounds = [*(test.from_value or ())]
        if bounds != sorted(set(bounds)):
            path = f"$.home_tests[{at}].from_value"
            written.refuse("error.content_value", path, field="from_value")
