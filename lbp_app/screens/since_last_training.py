"""The training of a report beside the plan: times, and for each group the levels."""

from collections import Counter
from collections.abc import Iterator

import flet as ft

from lbp_app.content import formats
from lbp_app.content.library import say
from lbp_app.model.exercise import Group
from lbp_app.model.session import After
from lbp_app.model.since_last import SinceLast, Worked
from lbp_app.screens.after import WORDS
from lbp_app.screens.cards import card
from lbp_app.screens.charts import table
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, note, words

NOTHING = "–"


def training_card(ui: Ui, since: SinceLast) -> list[ft.Control]:
    """None where the patient left it out."""
    if since.trained is None:
        return []
    rows = [_row(ui, one) for one in since.worked]
    heads = [ui.t("Gruppe"), ui.t("Plan"), ui.t("Trænet")]
    return [
        card(
            ui,
            heading(ui, ui.t("Træning")),
            words(ui, _times(ui, since)),
            *[note(ui, text) for text in _more(ui, since)],
            *([table(ui, heads, rows)] if rows else []),
            *([note(ui, ui.t("Trænet: trin, og hvor mange gange."))] if rows else []),
        )
    ]


def _times(ui: Ui, since: SinceLast) -> str:
    return ui.t(
        "{times} på {weeks} uger. Forløbet har {planned} om ugen.",
        times=ui.t.plural("{n} gang", "{n} gange", since.trained or 0),
        weeks=weeks_of(ui, since),
        planned=ui.library.training.rhythm.sessions_a_week,
    )


def weeks_of(ui: Ui, since: SinceLast) -> str:
    return formats.decimal(ui.t, since.weeks).removesuffix(",0").removesuffix(".0")


def _more(ui: Ui, since: SinceLast) -> Iterator[str]:
    if since.before and since.trained_before is not None:
        times = ui.t.plural("{n} gang", "{n} gange", since.trained_before)
        days = ui.t.plural("{n} dag", "{n} dage", since.before.period.days)
        yield ui.t("Før: {times} på {days}.", times=times, days=days)
    after = Counter(one.after for one in since.told.trained)
    said = [f"{ui.t(WORDS[one])} ({after[one]})" for one in After if one in WORDS and after[one]]
    if said:
        yield ui.t("Ryggen bagefter: {said}.", said=", ".join(said))
    outside = sum(one.minutes for one in since.told.outside)
    if outside:
        yield ui.t("Uden for appen: {n} min.", n=outside)


def _row(ui: Ui, one: Worked) -> list[str]:
    names = {Group(group.id): say(ui.t, group.name) for group in ui.library.exercise_groups}
    # Oversætter: trin, og hvor mange gange det blev trænet
    told = ", ".join(ui.t("{level} ({n}×)", level=at.value, n=n) for at, n in one.times.items())
    return [names[one.group], str(one.planned or NOTHING), told or NOTHING]
