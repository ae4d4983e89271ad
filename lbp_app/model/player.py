"""The guided session: where it stands is worked out from a steady clock, never from ticks.

All times are whole milliseconds of a clock that only goes forward. A state is anchored to the
moment at which it was last `settled`; from there the timed stages run by themselves, and a stage
that waits for the person (get ready, repetitions) holds until they say so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from lbp_app.model.exercise import Mode
from lbp_app.model.session import Item, SessionKind

SWITCH_SECONDS = 5  # to turn round for the other side
UNATTENDED = 120_000  # ms away after which only what was running is finished, and the rest waits
FORGOTTEN = 1_800_000  # ms without a touch that are no longer part of the session


class Side(StrEnum):
    FIRST = "first"
    SECOND = "second"


class Phase(StrEnum):
    READY = "ready"  # look at the exercise, get into place; waits
    WORK = "work"  # repetitions wait, holds and timed moves run
    SWITCH = "switch"
    REST = "rest"
    END = "end"


class Tone(StrEnum):
    BEGIN = "begin"
    STOP = "stop"
    END = "end"


@dataclass(frozen=True)
class Planned:
    """One exercise of a session. `amount` as `mode` counts, for one side; `rest` in seconds."""

    exercise: str
    mode: Mode
    sets: int
    amount: int
    each_side: bool = False
    variation: str | None = None
    rest: int = 0


@dataclass(frozen=True)
class Stage:
    """`item` and `set` count from 0. `seconds` None: it waits for the person."""

    item: int
    set: int
    phase: Phase
    seconds: int | None = None
    side: Side | None = None

    @property
    def length(self) -> int | None:
        """Milliseconds."""
        return None if self.seconds is None else self.seconds * 1000


Place = tuple[int, int, Side | None]  # item, set, side


@dataclass(frozen=True)
class Player:
    """`stage` counts the stages of `plan`; `spent` ms were spent in it when it was `at`. `done`
    holds the amount of each WORK that was done, `skipped` the items that were left.
    """

    plan: tuple[Planned, ...]
    at: int
    stage: int = 0
    spent: int = 0
    running: bool = True
    done: Mapping[Place, int] = field(default_factory=dict)
    skipped: frozenset[int] = frozenset()
    cut_short: bool = False

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        return stages_of(self.plan)

    @property
    def now(self) -> Stage:
        return self.stages[self.stage]

    @property
    def item(self) -> Planned | None:
        """None at the end."""
        return None if self.finished else self.plan[self.now.item]

    @property
    def finished(self) -> bool:
        return self.now.phase is Phase.END

    @property
    def left(self) -> int | None:
        """Whole seconds, rounded up; None where it waits for the person."""
        length = self.now.length
        return None if length is None else -(-(length - self.spent) // 1000)


@dataclass(frozen=True)
class Running:
    """A session under way, as it is kept. `run` names the run of the program whose steady clock
    `player.at` belongs to; `wall` is the time of day at that moment, `elapsed` the ms until then,
    without those of a pause.
    """

    id: str
    kind: SessionKind
    started: datetime
    zone: str
    player: Player
    run: str
    wall: datetime
    elapsed: int = 0


def stages_of(plan: Sequence[Planned]) -> tuple[Stage, ...]:
    stages = [stage for at, planned in enumerate(plan) for stage in _stages(at, planned)]
    return (*stages, Stage(len(plan), 0, Phase.END))


def _stages(at: int, planned: Planned) -> list[Stage]:
    stages = [Stage(at, 0, Phase.READY)]
    seconds = planned.amount if planned.mode.timed else None
    for number in range(planned.sets):
        if number and planned.rest:
            stages.append(Stage(at, number, Phase.REST, planned.rest))
        if planned.each_side:
            stages.append(Stage(at, number, Phase.WORK, seconds, Side.FIRST))
            stages.append(Stage(at, number, Phase.SWITCH, SWITCH_SECONDS, Side.SECOND))
            stages.append(Stage(at, number, Phase.WORK, seconds, Side.SECOND))
        else:
            stages.append(Stage(at, number, Phase.WORK, seconds))
    return stages


# --- the clock ----------------------------------------------------------------------------------


def settle(player: Player, now: int) -> Player:
    """As it stands at `now`: stages that ended meanwhile are done. A clock that went back changes
    nothing. After more than UNATTENDED only what was running is finished, and the rest is paused.
    """
    gap = max(0, now - player.at)
    player = replace(player, at=max(now, player.at))
    left = gap
    while player.running and (length := player.now.length) is not None:
        if left < length - player.spent:
            return replace(player, spent=player.spent + left)
        left -= length - player.spent
        player = _moved(_counted(player, length // 1000), 1)
        if gap > UNATTENDED:
            return replace(player, running=False)
    return player


def resumed(running: Running, run: str, steady: int, wall: datetime) -> Running:
    """As it stands now: in the same run of the program by its steady clock, in another by the time
    of day, of which a step backwards counts as nothing and a long one as having been away.
    """
    same = running.run == run
    gap = steady - running.player.at if same else (wall - running.wall) // timedelta(milliseconds=1)
    gap = max(0, gap)
    player = settle(replace(running.player, at=steady - gap), steady)
    counts = running.player.running and gap <= FORGOTTEN
    elapsed = running.elapsed + (gap if counts else 0)
    return replace(running, player=player, run=run, wall=wall, elapsed=elapsed)


def tone(before: Player, after: Player) -> Tone | None:
    """The one to sound when the clock led from `before` to `after`, however much lay between."""
    if after.stage == before.stage:
        return None
    if after.now.phase in (Phase.END, Phase.WORK):
        return Tone.END if after.finished else Tone.BEGIN
    passed = before.stages[before.stage : after.stage]
    return Tone.STOP if any(stage.phase is Phase.WORK for stage in passed) else None


# --- what a person can do -----------------------------------------------------------------------


def pause(player: Player, now: int) -> Player:
    return replace(settle(player, now), running=False)


def resume(player: Player, now: int) -> Player:
    return replace(settle(player, now), running=True)


def go_on(player: Player, now: int) -> Player:
    """To the next stage. The seconds of a hold count, repetitions only by `done_set`."""
    player = _partly(settle(player, now))
    return player if player.finished else replace(_moved(player, 1), running=True)


def done_set(player: Player, now: int, amount: int | None = None) -> Player:
    """`amount` None: as planned, or the seconds so far. Changes nothing outside WORK."""
    player = settle(player, now)
    if player.now.phase is not Phase.WORK:
        return player
    planned = player.plan[player.now.item]
    so_far = player.spent // 1000 if planned.mode.timed else planned.amount
    counted = _counted(player, so_far if amount is None else amount)
    return replace(_moved(counted, 1), running=True)


def go_back(player: Player, now: int) -> Player:
    """To the stage before that is not rest; what was done stays done."""
    player = settle(player, now)
    stops = [n for n, stage in enumerate(player.stages[: player.stage]) if _is_stop(stage)]
    return replace(player, stage=stops[-1] if stops else 0, spent=0, running=True)


def skip(player: Player, now: int) -> Player:
    """Leaves the exercise; sets already done stay done."""
    player = _partly(settle(player, now))
    if player.finished:
        return player
    skipped = player.skipped | {player.now.item}
    return _to_item(replace(player, skipped=skipped), player.now.item + 1)


def swap(player: Player, now: int, other: Planned) -> Player:
    """`other` instead of the exercise, for the sets that are left."""
    player = _partly(settle(player, now))
    if player.finished:
        return player
    at = player.now.item
    sets_done = 1 + max((number for item, number, _ in player.done if item == at), default=-1)
    before, old, after = player.plan[:at], player.plan[at], player.plan[at + 1 :]
    if not sets_done:
        return _to_item(replace(player, plan=(*before, other, *after)), at)
    rest = replace(other, sets=max(1, old.sets - sets_done))
    plan = (*before, replace(old, sets=sets_done), rest, *after)
    return _to_item(_shifted(player, plan, at), at + 1)


def finish(player: Player, now: int) -> Player:
    """Ends it here; what was done counts."""
    player = _partly(settle(player, now))
    end = len(player.stages) - 1
    return replace(player, stage=end, spent=0, cut_short=not player.finished or player.cut_short)


def items_of(player: Player) -> tuple[Item, ...]:
    """What was done and what was skipped; what was never reached is left out."""
    items = (_item(player, at, planned) for at, planned in enumerate(player.plan))
    return tuple(item for item in items if item.done or item.skipped)


def as_planned(one: Planned) -> Item:
    """Done without the player, as much as was planned."""
    times = one.sets * (2 if one.each_side else 1)
    done = (one.amount,) * times
    return Item(one.exercise, one.mode, done, one.each_side, one.variation)


def _item(player: Player, at: int, planned: Planned) -> Item:
    sides = (Side.FIRST, Side.SECOND) if planned.each_side else (None,)
    sets = [[player.done.get((at, n, side), 0) for side in sides] for n in range(planned.sets)]
    return Item(
        exercise=planned.exercise,
        mode=planned.mode,
        done=tuple(amount for one in sets if any(one) for amount in one),
        each_side=planned.each_side,
        variation=planned.variation,
        skipped=at in player.skipped,
    )


def _is_stop(stage: Stage) -> bool:
    return stage.phase in (Phase.READY, Phase.WORK)


def _moved(player: Player, by: int) -> Player:
    return replace(player, stage=player.stage + by, spent=0)


def _to_item(player: Player, item: int) -> Player:
    stage = next(n for n, stage in enumerate(player.stages) if stage.item == item)
    return replace(player, stage=stage, spent=0, running=True)


def _counted(player: Player, amount: int) -> Player:
    """Doing a set again never takes away from it, and what is done after all was not skipped."""
    stage = player.now
    if stage.phase is not Phase.WORK or amount <= 0:
        return player
    place = (stage.item, stage.set, stage.side)
    best = max(amount, player.done.get(place, 0))
    skipped = player.skipped - {stage.item}
    return replace(player, done={**player.done, place: best}, skipped=skipped)


def _partly(player: Player) -> Player:
    """The seconds of a hold that is left before its end."""
    return _counted(player, player.spent // 1000)


def _shifted(player: Player, plan: tuple[Planned, ...], at: int) -> Player:
    """One item more after `at`; what was done and skipped of later ones moves along."""
    done = {(i + (i > at), number, side): n for (i, number, side), n in player.done.items()}
    skipped = frozenset(i + (i > at) for i in player.skipped)
    return replace(player, plan=plan, done=done, skipped=skipped)
