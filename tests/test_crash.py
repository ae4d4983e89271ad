"""Killed at any moment, the file has everything that another process had seen as saved."""

import os
import signal
import subprocess
import time
from pathlib import Path
from random import Random

import pytest

from lbp_app.actions import diary
from lbp_app.model.diary import Scale
from lbp_app.services import Services
from tests.builders import TODAY, YESTERDAY
from tests.process import heard, process
from tests.seen import Seen, everything_seen_is_kept

LONGEST = 0.008  # seconds between the last tap that was waited for and the kill


def live_and_die(writer: subprocess.Popen[str], random: Random) -> list[Seen]:
    """One life: what it announced before it was killed."""
    assert writer.stdin is not None
    writer.stdin.write("live\n")
    writer.stdin.flush()
    lines, enough, pid = list[str](), random.randint(1, 12), 0
    while len(lines) < enough or not pid:
        line = heard(writer)
        assert line != "dead", "it died by itself"
        pid = int(line.split()[1]) if line.startswith("pid") else pid
        lines.append(line)
    time.sleep(random.uniform(0, LONGEST))
    os.kill(pid, signal.SIGKILL)
    while lines[-1] != "dead":
        lines.append(heard(writer))
    return [_seen(line) for line in lines if line.startswith("seen")]


def _seen(line: str) -> Seen:
    _, day, field, value = line.split()
    return Seen(day, field, int(value))


@pytest.mark.parametrize("kills", [12, pytest.param(200, marks=pytest.mark.full)])
def test_killed_at_any_moment_it_keeps_what_was_seen(tmp_path: Path, kills: int) -> None:
    random, seen = Random(kills), list[Seen]()  # noqa: S311
    with process("lives", tmp_path, "kept") as writer:
        for life in range(1, kills + 1):
            seen += live_and_die(writer, random)
            everything_seen_is_kept(seen, tmp_path / "rygvej.db", in_flight=life)
    assert len(seen) > kills


@pytest.mark.full
def test_with_a_late_commit_the_proof_fails(tmp_path: Path) -> None:
    random, seen = Random(1), list[Seen]()  # noqa: S311
    with process("lives", tmp_path, "late") as writer:
        for _ in range(5):
            seen += live_and_die(writer, random)
    with pytest.raises(AssertionError, match="seen and is not there"):
        everything_seen_is_kept(seen, tmp_path / "rygvej.db", in_flight=len(seen))


# --- the proof itself ---------------------------------------------------------------------------


@pytest.mark.full
def test_the_proof_is_content_with_what_is_there(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    diary.answer(services, TODAY, Scale.BACK, 3)
    both = [Seen("2026-10-05", "back_pain", 4), Seen("2026-10-05", "back_pain", 3)]
    everything_seen_is_kept(both, services.database.path, in_flight=0)
    everything_seen_is_kept(both[:1], services.database.path, in_flight=1)


@pytest.mark.parametrize(
    ("seen", "why"),
    [
        ([Seen("2026-10-05", "back_pain", 4)], "not there"),
        ([Seen("2026-10-05", "mood", 3)], "not there"),
        ([Seen("2026-10-04", "back_pain", 3)], "not there"),
        ([Seen("2026-10-05", "back_pain", 3)] * 2, "not there"),
        ([], "nobody saw"),
    ],
)
@pytest.mark.full
def test_the_proof_fails_when_seen_and_kept_differ(
    services: Services, seen: list[Seen], why: str
) -> None:
    diary.answer(services, TODAY, Scale.BACK, 3)
    with pytest.raises(AssertionError, match=why):
        everything_seen_is_kept(seen, services.database.path, in_flight=0)


def test_the_proof_fails_when_row_and_history_differ(services: Services) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 3)
    with services.database.writing() as connection:
        connection.exec_driver_sql("UPDATE check_in SET back_pain = 4")
    with pytest.raises(AssertionError, match="half a write"):
        everything_seen_is_kept([Seen("2026-10-04", "back_pain", 3)], services.database.path)
