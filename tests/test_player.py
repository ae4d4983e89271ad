"""The guided session: the right second and phase after any lag, and nothing lost on the way."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lbp_app.model import player as playing
from lbp_app.model.exercise import Mode
from lbp_app.model.player import (
    FORGOTTEN,
    SWITCH_SECONDS,
    UNATTENDED,
    Phase,
    Planned,
    Player,
    Running,
    Side,
    Tone,
    items_of,
    resumed,
    settle,
    stages_of,
    tone,
)
from lbp_app.model.session import SessionKind

WALL = datetime(2026, 10, 5, 7, 0, tzinfo=UTC)
HOLD = Planned("5.4", Mode.HOLD, sets=2, amount=20, rest=30)
REPS = Planned("3.2", Mode.REPS, sets=2, amount=8, rest=30)
SIDES = Planned("7.2", Mode.HOLD, sets=1, amount=10, each_side=True)


def begun(*plan: Planned, at: int = 0) -> Player:
    """In the first set of the first exercise."""
    return playing.go_on(Player(plan, at), at)


def where(player: Player) -> tuple[Phase, int, int | None]:
    return player.now.phase, player.now.set, player.left


# --- the way ------------------------------------------------------------------------------------


def test_an_exercise_waits_then_works_rests_and_works_again() -> None:
    phases = [(stage.phase, stage.set, stage.seconds) for stage in stages_of([HOLD])]
    assert phases == [
        (Phase.READY, 0, None),
        (Phase.WORK, 0, 20),
        (Phase.REST, 1, 30),
        (Phase.WORK, 1, 20),
        (Phase.END, 0, None),
    ]


def test_a_one_sided_hold_changes_side() -> None:
    told = [(stage.phase, stage.side, stage.seconds) for stage in stages_of([SIDES])][1:4]
    assert told == [
        (Phase.WORK, Side.FIRST, 10),
        (Phase.SWITCH, Side.SECOND, SWITCH_SECONDS),
        (Phase.WORK, Side.SECOND, 10),
    ]


def test_a_session_without_exercises_is_at_its_end() -> None:
    assert Player((), 0).finished
    assert playing.finish(Player((), 0), 5).finished


@pytest.mark.parametrize(
    ("ms", "at"),
    [
        (0, (Phase.WORK, 0, 20)),
        (1, (Phase.WORK, 0, 20)),
        (19_000, (Phase.WORK, 0, 1)),
        (19_999, (Phase.WORK, 0, 1)),
        (20_000, (Phase.REST, 1, 30)),
        (35_000, (Phase.REST, 1, 15)),
        (50_000, (Phase.WORK, 1, 20)),
        (69_999, (Phase.WORK, 1, 1)),
        (70_000, (Phase.END, 0, None)),
        (90_000, (Phase.END, 0, None)),
    ],
)
def test_after_any_lag_it_is_the_right_second_and_phase(
    ms: int, at: tuple[Phase, int, int | None]
) -> None:
    assert where(settle(begun(HOLD), ms)) == at


def test_a_hold_that_ended_meanwhile_is_done() -> None:
    lagged = settle(settle(begun(HOLD), 15_000), 35_000)
    assert where(lagged) == (Phase.REST, 1, 15)
    assert items_of(lagged)[0].done == (20,)


def test_repetitions_wait_for_the_person_however_long() -> None:
    assert where(settle(begun(REPS), 10**9)) == (Phase.WORK, 0, None)
    rested = settle(playing.done_set(begun(REPS), 0), 10**6)
    assert rested.now.phase is Phase.WORK
    assert items_of(rested)[0].done == (8,)


def test_who_was_away_for_long_finds_what_was_running_finished_and_the_rest_waiting() -> None:
    away = settle(begun(HOLD), UNATTENDED + 1)
    assert (where(away), away.running) == ((Phase.REST, 1, 30), False)
    assert where(settle(away, 10**9)) == (Phase.REST, 1, 30)
    on = playing.resume(away, 10**9)
    assert where(settle(on, 10**9 + 10_000)) == (Phase.REST, 1, 20)


def test_a_lag_just_within_the_limit_still_runs() -> None:
    plan = replace(HOLD, sets=5)
    assert settle(begun(plan), UNATTENDED).running
    assert where(settle(begun(plan), UNATTENDED)) == (Phase.REST, 3, 30)


def test_a_steady_clock_that_goes_back_changes_nothing() -> None:
    player = settle(begun(HOLD), 10_000)
    assert settle(player, 4_000) == player


def test_a_pause_stops_the_clock_and_going_on_keeps_the_second() -> None:
    paused = playing.pause(begun(HOLD), 8_000)
    assert where(settle(paused, 60_000)) == (Phase.WORK, 0, 12)
    on = playing.resume(paused, 100_000)
    assert where(settle(on, 103_000)) == (Phase.WORK, 0, 9)


# --- tones --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ms", "sounds"),
    [
        (19_999, None),
        (20_000, Tone.STOP),
        (49_000, Tone.STOP),
        (50_000, Tone.BEGIN),
        (70_000, Tone.END),
    ],
)
def test_however_much_lay_between_there_is_one_tone(ms: int, sounds: Tone | None) -> None:
    before = begun(HOLD)
    assert tone(before, settle(before, ms)) is sounds


def test_going_back_makes_no_tone_of_a_hold_that_was_passed() -> None:
    before = settle(begun(HOLD), 25_000)
    assert tone(before, settle(before, 26_000)) is None


# --- what a person can do -----------------------------------------------------------------------


def test_a_hold_that_is_left_early_counts_its_seconds() -> None:
    assert items_of(playing.go_on(begun(HOLD), 7_900))[0].done == (7,)
    assert items_of(playing.go_on(begun(HOLD), 900)) == ()


def test_repetitions_count_only_when_the_person_says_so() -> None:
    assert items_of(playing.go_on(begun(REPS), 60_000)) == ()
    assert items_of(playing.done_set(begun(REPS), 0, 5))[0].done == (5,)


def test_the_side_that_was_left_is_told_by_its_nought() -> None:
    sides = replace(SIDES, mode=Mode.REPS, sets=2)
    second = playing.go_on(playing.go_on(begun(sides), 0), 0)
    assert second.now.side is Side.SECOND
    (item,) = items_of(playing.done_set(second, 0))
    assert item.done == (0, 10)


def test_done_set_does_nothing_in_a_rest() -> None:
    rest = playing.done_set(begun(REPS), 0)
    assert playing.done_set(rest, 1_000) == settle(rest, 1_000)


def test_doing_a_set_again_never_takes_away_from_it() -> None:
    player = playing.done_set(begun(REPS), 0, 8)
    again = playing.done_set(playing.go_back(player, 10), 20, 3)
    assert items_of(again)[0].done == (8,)


def test_back_goes_to_the_set_before_and_stops_at_the_beginning() -> None:
    player = settle(begun(HOLD), 55_000)
    once = playing.go_back(player, 55_000)
    assert where(once) == (Phase.WORK, 0, 20)
    twice = playing.go_back(once, 55_000)
    assert where(twice) == (Phase.READY, 0, None)
    assert where(playing.go_back(twice, 55_000)) == (Phase.READY, 0, None)


def test_skipping_leaves_the_exercise_and_keeps_what_was_done() -> None:
    player = playing.skip(playing.done_set(begun(REPS, HOLD), 0), 1_000)
    assert (player.item, player.now.phase) == (HOLD, Phase.READY)
    (item,) = items_of(player)
    assert (item.done, item.skipped) == ((8,), True)
    end = playing.skip(player, 2_000)
    assert (end.finished, end.cut_short) == (True, False)
    assert playing.skip(end, 3_000) == settle(end, 3_000)


def test_what_is_done_after_all_is_not_told_as_skipped() -> None:
    player = playing.go_back(playing.skip(begun(REPS, HOLD), 0), 0)
    assert player.item == REPS
    (item,) = items_of(playing.done_set(player, 0))
    assert (item.done, item.skipped) == ((8,), False)


def test_another_exercise_takes_over_before_anything_was_done() -> None:
    easier = replace(REPS, exercise="3.1")
    player = playing.swap(begun(REPS, HOLD), 0, easier)
    assert player.plan == (easier, HOLD)
    assert player.now.phase is Phase.READY


def test_another_exercise_takes_the_sets_that_are_left() -> None:
    easier = replace(REPS, exercise="3.1")
    first = playing.done_set(begun(replace(REPS, sets=3), HOLD), 0)
    player = playing.swap(first, 1_000, easier)
    assert [(p.exercise, p.sets) for p in player.plan] == [("3.2", 1), ("3.1", 2), ("5.4", 2)]
    assert player.item == replace(easier, sets=2)
    assert [item.done for item in items_of(player)] == [(8,)]


def test_after_going_back_and_swapping_later_exercises_keep_what_was_done() -> None:
    player = playing.done_set(begun(REPS, SIDES), 0)
    player = playing.skip(player, 0)
    player = settle(playing.go_on(player, 0), 10_000)  # the first side
    for _ in range(3):
        player = playing.go_back(player, 10_000)
    assert player.now.item == 0
    player = playing.swap(player, 10_000, replace(REPS, exercise="3.1"))
    told = [(item.exercise, item.done, item.skipped) for item in items_of(player)]
    assert told == [("3.2", (8,), True), ("7.2", (10, 0), False)]


def test_ending_early_counts_what_was_done() -> None:
    ended = playing.finish(settle(begun(HOLD, REPS), 25_000), 25_000)
    assert (ended.finished, ended.cut_short) == (True, True)
    assert [item.done for item in items_of(ended)] == [(20,)]
    whole = playing.finish(settle(begun(HOLD), 70_000), 70_000)
    assert not whole.cut_short


# --- reload and restart --------------------------------------------------------------------------


def kept(player: Player, run: str = "one") -> Running:
    return Running("id", SessionKind.SHORT, WALL, "Europe/Copenhagen", player, run, WALL)


def test_in_the_same_run_the_time_of_day_may_be_set_as_anyone_likes() -> None:
    running = kept(settle(begun(HOLD), 5_000))
    for hours in (-1, 0, 1):
        player = resumed(running, "one", 12_000, WALL + timedelta(hours=hours)).player
        assert where(player) == (Phase.WORK, 0, 8)


@pytest.mark.parametrize(
    ("gap", "at", "running"),
    [
        (timedelta(seconds=7), (Phase.WORK, 0, 8), True),
        (timedelta(seconds=25), (Phase.REST, 1, 20), True),
        (timedelta(hours=-1), (Phase.WORK, 0, 15), True),
        (timedelta(hours=1), (Phase.REST, 1, 30), False),
    ],
)
def test_after_a_new_start_the_time_of_day_says_how_long_it_was(
    gap: timedelta, at: tuple[Phase, int, int | None], running: bool
) -> None:
    player = resumed(kept(settle(begun(HOLD), 5_000)), "two", 77, WALL + gap).player
    assert (where(player), player.running, player.at) == (at, running, 77)


@pytest.mark.parametrize(("ms", "counts"), [(FORGOTTEN, FORGOTTEN), (FORGOTTEN + 1, 0), (-5, 0)])
def test_a_long_time_without_a_touch_is_not_part_of_the_session(ms: int, counts: int) -> None:
    running = replace(kept(begun(REPS)), elapsed=1_000)
    assert resumed(running, "one", ms, WALL).elapsed == 1_000 + counts
    paused = replace(running, player=playing.pause(running.player, 0))
    assert resumed(paused, "one", ms, WALL).elapsed == 1_000


# --- any way at all -----------------------------------------------------------------------------

PLANS = st.lists(
    st.builds(
        Planned,
        exercise=st.sampled_from(["1.1", "3.2", "5.4", "warmup.1"]),
        mode=st.sampled_from(Mode),
        sets=st.integers(1, 3),
        amount=st.integers(1, 60),
        each_side=st.booleans(),
        rest=st.integers(0, 60),
    ),
    max_size=4,
).map(tuple)
OTHER = Planned("3.1", Mode.REPS, 2, 9, rest=20)
STEPS = {
    "pause": playing.pause,
    "resume": playing.resume,
    "go_on": playing.go_on,
    "done_set": playing.done_set,
    "go_back": playing.go_back,
    "skip": playing.skip,
    "swap": lambda player, now: playing.swap(player, now, OTHER),
    "wait": settle,
}
WAYS = st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(-10_000, 200_000)))


def states(plan: tuple[Planned, ...], way: list[tuple[str, int]]) -> list[Player]:
    now, player = 0, Player(plan, 0)
    told = [player]
    for name, gap in way:
        now += gap
        player = STEPS[name](player, now)
        told.append(player)
    return told


@given(PLANS, WAYS)
@pytest.mark.full
def test_whatever_is_done_it_stands_somewhere_and_nothing_done_is_lost(
    plan: tuple[Planned, ...], way: list[tuple[str, int]]
) -> None:
    for before, after in pairwise(states(plan, way)):
        assert 0 <= after.stage < len(after.stages)
        length = after.now.length
        assert 0 <= after.spent < length if length is not None else after.spent == 0
        assert after.at >= before.at
        assert sum(after.done.values()) >= sum(before.done.values())
        logged = sum(item.total for item in items_of(after))
        assert logged == sum(after.done.values())
        assert sum(after.done.values()) <= sum(p.amount * 6 for p in after.plan)


@given(PLANS, WAYS, st.integers(0, 300_000))
@pytest.mark.full
def test_by_itself_it_only_goes_forward_and_the_same_instant_says_the_same(
    plan: tuple[Planned, ...], way: list[tuple[str, int]], gap: int
) -> None:
    player = states(plan, way)[-1]
    later = settle(player, player.at + gap)
    assert (later.stage, later.spent) >= (player.stage, player.spent)
    assert settle(later, later.at) == later
    assert later.stages[later.stage].item - player.now.item <= 1, "it never runs past the next"


@given(PLANS, WAYS, st.integers(0, UNATTENDED), st.integers(0, 100))
@pytest.mark.full
def test_ticks_on_the_way_do_not_matter(
    plan: tuple[Planned, ...], way: list[tuple[str, int]], gap: int, percent: int
) -> None:
    player = states(plan, way)[-1]
    first = settle(player, player.at + gap * percent // 100)
    assert settle(first, player.at + gap) == settle(player, player.at + gap)


@given(PLANS, WAYS, st.integers(-(10**8), 10**8))
@pytest.mark.full
def test_within_a_run_setting_the_clock_of_the_wall_changes_nothing(
    plan: tuple[Planned, ...], way: list[tuple[str, int]], seconds: int
) -> None:
    running = kept(states(plan, way)[-1])
    steady = running.player.at + 3_000
    moved = resumed(running, "one", steady, WALL + timedelta(seconds=seconds))
    assert moved.player == settle(running.player, steady)
    assert moved.elapsed == (3_000 if running.player.running else 0)
