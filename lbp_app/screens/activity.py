"""Movement outside the app: two taps to write it down, a row to read and correct it."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from lbp_app.actions import activity as actions
from lbp_app.content.wording import mark
from lbp_app.model.activity import Activity, ActivityKind
from lbp_app.screens.activity_new import NewActivity
from lbp_app.screens.buttons import lead_icon, link, tap
from lbp_app.screens.cards import card, stack
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.days import day_choices, day_of_choice, day_of_week
from lbp_app.screens.fields import SavedField
from lbp_app.screens.figures import WIDE_AS_HIGH
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.shared import MIDDLE
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.trainings import listed, minutes_in_words
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import icon, label, note, words

KINDS = {
    ActivityKind.WALK: (mark("Gåtur"), "footprints"),
    ActivityKind.SWIM: (mark("Svømning"), "waves"),
    ActivityKind.CYCLE: (mark("Cykling"), "bike"),
    # Oversætter: havearbejde, i ét kort ord
    ActivityKind.GARDEN: (mark("Have"), "leaf"),
    # Oversætter: navneord: arbejde, hvor man bruger kroppen
    ActivityKind.WORK: (mark("Arbejde"), "briefcase"),
    # Oversætter: en anden slags bevægelse
    ActivityKind.OTHER: (mark("Andet"), "person-standing"),
}
Pick = Callable[[ActivityKind], None]


@ft.component
def ActivityCard(told: bool = True) -> ft.Control:
    """What is added takes two taps. `told`: with what was written down for today."""
    ui = use_ui()
    kind, set_kind = use_value(_none)
    today = ui.today
    done = [one for one in ui.services.activities.all() if one.day == today]

    def pick(chosen: ActivityKind) -> None:
        set_kind(None if chosen is kind else chosen)

    form = []
    if kind is not None:
        name = ui.t(KINDS[kind][0])
        form = [keyed(NewActivity, f"new-{kind}")(kind, name, partial(set_kind, None))]
    return card(
        ui,
        label(ui, ui.t("Har du bevæget dig i dag?")),
        *(activity_rows(done) if told else []),
        _kinds(ui, kind, pick),
        *form,
    )


def _none() -> ActivityKind | None:
    return None


def _kinds(ui: Ui, chosen: ActivityKind | None, pick: Pick) -> ft.Control:
    tiles = [_kind(ui, kind, kind is chosen, pick) for kind in KINDS]
    per_line = 3 if ui.look.scale <= 1.2 else 2 if ui.look.scale <= 1.5 else 1
    lines = [tiles[at : at + per_line] for at in range(0, len(tiles), per_line)]
    rows = [ft.Row(list(line), spacing=Space.XS) for line in lines]
    return stack(*rows, spacing=Space.XS)


def _kind(ui: Ui, kind: ActivityKind, chosen: bool, pick: Pick) -> ft.Control:
    name, glyph = KINDS[kind]
    bg, fg = (Role.MAIN, Role.ON_MAIN) if chosen else (Role.WELL, Role.INK)
    said = ui.t("{name}, valgt", name=ui.t(name)) if chosen else ui.t(name)
    text = words(ui, ui.t(name), Type.LABEL, fg, semantics_label=said)
    sign = icon(glyph, 22, fg if chosen else Role.MAIN)
    across = ui.look.large
    face: ft.Control = (
        ft.Row([sign, text], spacing=Space.S)
        if across
        else ft.Column(
            [sign, text],
            spacing=4,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        )
    )
    body = ft.Container(face, alignment=None if across else MIDDLE)
    room = (14, 12, 14, 12) if across else (4, 10, 4, 10)
    return tap(body, partial(pick, kind), bg=bg, radius=Radius.TILE, padding=room, expand=1)


# --- what was written down ----------------------------------------------------------------------


def activity_rows(activities: Sequence[Activity], *, dated: bool = False) -> list[ft.Control]:
    """`dated`: each row says its day."""
    return [keyed(ActivityRow, f"activity-{one.id}")(one, dated) for one in activities]


@ft.component
def ActivityRow(one: Activity, dated: bool) -> ft.Control:
    """Reads as one line; opens to be corrected."""
    ui = use_ui()
    opened, open_it = ft.use_state(False)
    name, glyph = KINDS[one.kind]
    says = stack(
        words(ui, ui.t(name), Type.ITEM),
        note(ui, listed(_told(ui, one, dated))),
        spacing=2,
    )
    says.expand = True
    # Oversætter: udsagnsord: at rette et svar
    text = ui.t("Luk") if opened else ui.t("Ret")
    said = f"{text}: {ui.t(name)}, {minutes_in_words(ui, one.minutes)}"
    again = link(ui, text, lambda: open_it(not opened), said=said, at_end=True)
    large = ui.look.large
    lead = [] if large else [_sign(glyph)]
    row = ft.Row([*lead, says, *([] if large else [again])], spacing=14)
    below = [ft.Row([again], wrap=True)] if large else []
    return stack(row, *below, *_form(ui, one, opened), spacing=Space.S)


def _sign(glyph: str) -> ft.Container:
    """As wide as the picture of a session."""
    sign = lead_icon(glyph)
    sign.width = 52 * WIDE_AS_HIGH
    return sign


def _told(ui: Ui, one: Activity, dated: bool) -> list[str]:
    day = [day_of_week(ui, one.day, ui.today)] if dated else []
    return [*day, minutes_in_words(ui, one.minutes), *([one.note] if one.note else [])]


def _form(ui: Ui, one: Activity, opened: bool) -> list[ft.Control]:
    """Each change is kept at once."""
    if not opened:
        return []

    change = partial(partial, actions.change_activity, ui.services, one.id)

    def remove() -> None:
        ui.act(lambda: actions.remove_activity(ui.services, one.id))

    kinds = [Choice(kind.value, ui.t(name)) for kind, (name, _) in KINDS.items()]
    days = day_choices(ui, one.day)
    minutes = keyed(SavedField, f"minutes-{one.id}")
    text = keyed(SavedField, f"note-{one.id}")
    return [
        choices(
            ui,
            ui.t("Hvad lavede du?"),
            kinds,
            one.kind,
            lambda kind: ui.act(change(kind=ActivityKind(kind))),
        ),
        minutes(
            ui.t("Minutter"),
            str(one.minutes),
            lambda said: change(minutes=minutes_of(said)),
            keyboard_type=ft.KeyboardType.NUMBER,
        ),
        choices(
            ui,
            ui.t("Hvilken dag?"),
            days,
            one.day.isoformat(),
            lambda day: ui.act(change(day=day_of_choice(day))),
        ),
        text(ui.t("Note"), one.note, lambda said: change(note=said), helper=ui.t("Frivilligt")),
        ft.Row([link(ui, ui.t("Slet"), remove, said=ui.t("Slet aktiviteten"))], wrap=True),
    ]


def minutes_of(said: str) -> int:
    """0, which is refused, for what is no number."""
    text = said.strip()
    return int(text) if text.isdecimal() and len(text) < 6 else 0
