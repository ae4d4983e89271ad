"""Who has read a text: always said, and said honestly where it is nobody."""

from collections.abc import Sequence

from lbp_app.content import formats
from lbp_app.content.records import Record
from lbp_app.screens.sources import unreviewed
from lbp_app.screens.ui import Ui


def review(ui: Ui, records: Sequence[Record]) -> str:
    """The newest date counts."""
    names = dict.fromkeys(one.reviewed_by for one in records if one.reviewed_by)
    days = [one.reviewed_on for one in records if one.reviewed_by and one.reviewed_on]
    if len(days) < len(records):
        return unreviewed(ui)
    day = formats.date_full(ui.t, max(days))
    return ui.t("Gennemgået af {name}, {day}.", name=", ".join(names), day=day)
