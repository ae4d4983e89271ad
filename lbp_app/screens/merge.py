"""A backup put together with what is here: what comes of it, before anything is changed."""

from collections import Counter
from collections.abc import Callable, Mapping

import flet as ft

from lbp_app.content.wording import Wording
from lbp_app.model.merge import Merge, MergePreview
from lbp_app.screens.buttons import main_button, plain_button
from lbp_app.screens.cards import dotted, stack
from lbp_app.screens.counted import counted
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import label, note, words


def merge_preview(
    ui: Ui,
    seen: MergePreview,
    merge: Callable[[], object],
    forget: Callable[[], None],
    busy: bool,
) -> list[ft.Control]:
    if seen.merge.changes_nothing:
        told = ui.t("Alt i filen er her allerede. Der er ikke noget at lægge sammen.")
        return [words(ui, told), ft.Row([plain_button(ui, ui.t("Det er fint"), forget)], wrap=True)]
    buttons = [
        main_button(ui, ui.t("Læg sammen"), merge, disabled=busy),
        plain_button(ui, ui.t("Nej, behold"), forget),
    ]
    kept = ui.t("Appen gemmer først en kopi af det, der er her, så du kan gå tilbage.")
    return [
        *_whose(ui, seen),
        *_told(ui, seen.merge),
        *_come_back(ui, seen),
        note(ui, kept),
        ft.Row(list(buttons), wrap=True),
    ]


def merged_words(merge: Merge, t: Wording) -> str:
    """What came of it, in one sentence."""
    come = counted(t, merge.new)
    changed = counted(t, Counter(merge.theirs) + Counter(merge.mixed))
    if come:
        return t("Lagt sammen. Nyt her: {what}.", what=", ".join(come))
    if changed:
        return t("Lagt sammen. Rettet her: {what}.", what=", ".join(changed))
    return t("Lagt sammen.")


def _told(ui: Ui, merge: Merge) -> list[ft.Control]:
    kinds = [
        (merge.new, ui.t("Nyt fra filen")),
        (merge.theirs, ui.t("Bliver som i filen, fordi det er sagt senere dér")),
        (merge.mixed, ui.t("Får svar fra begge: af hvert svar det senere")),
        (merge.gone, ui.t("Går væk, fordi det er fjernet senere dér")),
        (merge.ours, ui.t("Bliver som her, fordi det er sagt senere her")),
    ]
    listed = [_kind(ui, name, counts) for counts, name in kinds if any(counts.values())]
    same = ", ".join(counted(ui.t, merge.known))
    return [*listed, *([note(ui, ui.t("Uændret: {what}.", what=same))] if same else [])]


def _kind(ui: Ui, name: str, counts: Mapping[str, int]) -> ft.Control:
    lines = counted(ui.t, counts) or [ui.t("Små ting uden navn")]
    return stack(label(ui, name), *[dotted(ui, line) for line in lines], spacing=4)


def _whose(ui: Ui, seen: MergePreview) -> list[ft.Control]:
    if not seen.names.differ:
        return []
    told = ui.t(
        "I filen hedder personen {file}, og her {here}. Læg kun sammen, hvis det er den samme.",
        file=seen.names.file,
        here=seen.names.here,
    )
    return [words(ui, told)]


def _come_back(ui: Ui, seen: MergePreview) -> list[ft.Control]:
    if not seen.deleted_since:
        return []
    told = ui.t(
        "Du har slettet noget her, efter at filen blev lavet. Ligger det i filen, kommer det igen."
    )
    return [words(ui, told)]
