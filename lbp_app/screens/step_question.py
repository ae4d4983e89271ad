"""A question about a step: what the app saw, what each way would mean, and the person chooses."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import flet as ft

from lbp_app.actions import progression as actions
from lbp_app.actions.step_today import Steps, steps_of
from lbp_app.content import formats
from lbp_app.content.library import say
from lbp_app.content.progression import Threshold
from lbp_app.model.progression import Choice, Easier, More, Proposal, Seen
from lbp_app.screens.buttons import link, tap
from lbp_app.screens.cards import card, stack
from lbp_app.screens.figures import tile
from lbp_app.screens.hooks import Single, use_single
from lbp_app.screens.levels import level_badge, level_name
from lbp_app.screens.sources import cited
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.trainings import exercise_name
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, label, note, words

STILL = 68  # px
RESTS_ON = {  # ids of thresholds, by the rule that led here
    "effort_more_most": ("effort_more_most", "safe_more_from", "pain_green_most", "times"),
    "over_two_days": ("pain_red_from",),
}


@dataclass(frozen=True)
class Way:
    """`step` None for the same again. `detail` may be empty."""

    choice: Choice
    text: str
    detail: str = ""
    step: Easier | None = None


@ft.component
def StepCard(proposal: Proposal) -> ft.Control:
    ui = use_ui()
    shown, show = ft.use_state(False)
    single = use_single(ui.services.clock)
    exercise = ui.library.exercise(proposal.exercise)
    ways = ways_of(ui, proposal, steps_of(ui.services, proposal.exercise))
    name = stack(
        words(ui, say(ui.t, exercise.name), Type.ITEM),
        *([level_badge(ui, exercise.level, Role.SOFT)] if exercise.level else []),
        spacing=4,
    )
    name.expand = True
    picture = [] if ui.look.large else [tile(ui, exercise.id, STILL)]

    def decline() -> None:
        single(lambda: ui.act(partial(actions.decline_step, ui.services, proposal)))

    why = ui.t("Skjul") if shown else ui.t("Hvorfor spørger appen?")
    return card(
        ui,
        label(ui, ui.t("Næste gang")),
        ft.Row([*picture, name], spacing=14),
        words(ui, seen_in_words(ui, proposal)),
        heading(ui, ui.t("Hvad passer dig næste gang?"), Type.SPEAK, 2),
        stack(*(_way(ui, single, proposal, way) for way in ways), spacing=Space.XS),
        ft.Row(
            [link(ui, ui.t("Ikke nu"), decline), link(ui, why, lambda: show(not shown))],
            wrap=True,
            spacing=Space.M,
            run_spacing=0,
        ),
        *(_reasons(ui, proposal) if shown else []),
    )


def _way(ui: Ui, single: Single, proposal: Proposal, way: Way) -> ft.Control:
    accept = partial(actions.accept_step, ui.services, proposal, way.choice, way.step)

    def choose() -> None:
        single(lambda: ui.act(accept))

    says: list[ft.Control] = [words(ui, way.text, Type.ITEM)]
    if way.detail:
        says.append(note(ui, way.detail))
    face = ft.Column(says, spacing=2, tight=True)
    return tap(face, choose, bg=Role.WELL, radius=Radius.TILE, padding=(18, 14, 18, 14))


# --- what was seen ------------------------------------------------------------------------------


def seen_in_words(ui: Ui, proposal: Proposal) -> str:
    """The numbers as they were told, and no word of praise or blame."""
    last = proposal.seen[-1]
    match proposal.rule:
        case "effort_more_most":
            return ui.t(
                "{times} gange i træk: kræfter {efforts} af 10, tryg {safes} af 10.",
                times=len(proposal.seen),
                efforts=_listed(ui, [one.effort for one in proposal.seen]),
                safes=_listed(ui, [one.safe for one in proposal.seen]),
            )
        case "effort_easier_from":
            return ui.t("{day}: kræfter {n} af 10.", day=_day(ui, last), n=last.effort)
        case "pain_red_from":
            return ui.t("{day}: smerte undervejs {n} af 10.", day=_day(ui, last), n=last.pain)
        case "over_two_days":
            return ui.t("{day}: ryggen var mere øm i over to døgn bagefter.", day=_day(ui, last))
        case "slow_times":
            times = len(proposal.seen)
            return ui.t("{times} gange i træk var ryggen mere øm i over et døgn.", times=times)
    return ui.t("{day}: tryg {n} af 10.", day=_day(ui, last), n=last.safe)


def _listed(ui: Ui, numbers: Sequence[int | None]) -> str:
    *before, last = map(str, numbers)
    return ui.t("{first} og {last}", first=", ".join(before), last=last) if before else last


def _day(ui: Ui, one: Seen) -> str:
    session = ui.services.sessions.get(one.session_id)
    day = session.day if session else one.done_at.date()
    return formats.capital(formats.date_long(ui.t, day, ui.today))


# --- what each way would mean -------------------------------------------------------------------


def ways_of(ui: Ui, proposal: Proposal, steps: Steps) -> list[Way]:
    """What the rule would choose stands first; all may be chosen."""
    more = [_more(ui, proposal, steps)] if proposal.more else []
    same = [_same(ui, proposal)]
    easier = [_easier(ui, proposal, steps, way) for way in proposal.easier]
    if proposal.suggests is Choice.EASIER:
        return [*easier, *same, *more]
    return [*more, *same, *easier] if proposal.suggests is Choice.MORE else [*same, *easier, *more]


def _more(ui: Ui, proposal: Proposal, steps: Steps) -> Way:
    if proposal.more is More.VARIATION:
        found = ui.library.exercise(proposal.exercise).variations
        one = next(each for each in found if each.id == steps.variation)
        text = ui.t("Prøv en variation: {name}", name=say(ui.t, one.name))
        return Way(Choice.MORE, text, say(ui.t, one.text))
    if proposal.more is More.REPS:
        return Way(Choice.MORE, ui.t("Lidt flere"), _instead(ui, proposal, steps.more, steps.now))
    return Way(Choice.MORE, _other_level(ui, steps.harder), exercise_name(ui, steps.harder or ""))


def _same(ui: Ui, proposal: Proposal) -> Way:
    if not proposal.gently:
        return Way(Choice.SAME, ui.t("Det samme igen"))
    detail = ui.t("Gør den mindre, langsommere, liggende eller med noget at støtte dig til.")
    return Way(Choice.SAME, ui.t("Den samme, på en måde du er tryg ved"), detail)


def _easier(ui: Ui, proposal: Proposal, steps: Steps, way: Easier) -> Way:
    if way is Easier.REPS:
        text, detail = ui.t("Lidt færre"), _instead(ui, proposal, steps.fewer, steps.now)
    elif way is Easier.SMALLER:
        easier = ui.library.exercise(proposal.exercise).easier
        text, detail = ui.t("En mindre bevægelse"), say(ui.t, easier) if easier else ""
    else:
        text, detail = _other_level(ui, steps.lighter), exercise_name(ui, steps.lighter or "")
    return Way(Choice.EASIER, text, detail, way)


def _instead(ui: Ui, proposal: Proposal, other: int, now: int) -> str:
    if ui.library.exercise(proposal.exercise).dose.mode == "reps":
        return ui.t("{other} gange i stedet for {now}", other=other, now=now)
    return ui.t("{other} sekunder i stedet for {now}", other=other, now=now)


def _other_level(ui: Ui, exercise: str | None) -> str:
    level = ui.library.exercise(exercise or "").level
    return ui.t("Prøv {level}", level=level_name(ui, level or 1).lower())


# --- what it rests on ---------------------------------------------------------------------------


def _reasons(ui: Ui, proposal: Proposal) -> list[ft.Control]:
    rests_on = [_threshold(ui, name) for name in RESTS_ON.get(proposal.rule, (proposal.rule,))]
    citations = sorted({citation for one in rests_on for citation in one.sources})
    lines = [note(ui, _rule(ui, proposal)), *(note(ui, cited(ui, one)) for one in citations)]
    if not all(one.reviewed_by for one in rests_on):
        lines.append(note(ui, ui.t("Ikke gennemgået af en fysioterapeut.")))
    return [stack(*lines, spacing=4)]


def _threshold(ui: Ui, name: str) -> Threshold:
    return next(one for one in ui.library.progression.thresholds if one.id == name)


def _rule(ui: Ui, proposal: Proposal) -> str:
    than = ui.services.progression().thresholds
    match proposal.rule:
        case "effort_more_most":
            return ui.t(
                "Appen spørger om mere, når det {times} gange i træk tog højst {effort} af 10 "
                "kræfter, føltes trygt fra {safe} af 10, og smerten faldt til ro inden for et "
                "døgn.",
                times=than.times,
                effort=than.effort_more_most,
                safe=than.safe_more_from,
            )
        case "effort_easier_from":
            n = than.effort_easier_from
            return ui.t("Appen spørger om noget lettere, når det tog {n} af 10 kræfter.", n=n)
        case "pain_red_from":
            n = than.pain_red_from
            return ui.t(
                "Appen spørger om noget lettere, når smerten undervejs er fra {n} af 10.", n=n
            )
        case "over_two_days":
            return ui.t("Appen spørger om noget lettere, når ryggen er mere øm i over to døgn.")
        case "slow_times":
            return ui.t(
                "Appen spørger om noget lettere, når ryggen {times} gange i træk er mere øm i over "
                "et døgn.",
                times=than.slow_times,
            )
    n = than.safe_gently_most
    return ui.t("Appen spørger, når du er tryg højst {n} af 10.", n=n)
