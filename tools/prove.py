"""Runs the full counts behind every promise: `make prove`, with ONLY=crash one of them.

One line for each proof (count, seed, seconds, result, when), written to docs/proof.md as soon as it
is known; the lines of other proofs stay. A proof that fails, or whose tests are not there, is
listed as failing, and one that has never been run as not run.
"""

from __future__ import annotations

import platform
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
TARGET = PROJECT / "docs" / "proof.md"
TESTS = PROJECT / "tests"
HEAD = """# Proof

Written by `make prove`, on {machine}. Everything here is measured by running it; the numbers of
time and memory stand in [bench.md](bench.md).

| promise | proof | count | seed | seconds | when | result |
|---|---|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Proof:
    """`promise` is the line of "Must show". Either tests of pytest, or a module that is run."""

    name: str
    promise: str
    what: str
    tests: tuple[str, ...] = ()
    module: tuple[str, ...] = ()
    seed: str = ""


BROWSER = "tests/browser/test_"
LONGEST = 3600  # seconds for one test
NAMED = (
    Proof(
        "fresh",
        "1 a clean checkout with an empty HOME",
        "make run serves a check-in, make test passes",
        module=("tools.fresh", "test"),
    ),
    Proof(
        "journeys",
        "2 by role and name",
        "first start, check-in, correction, table, language, text size",
        tests=tuple(
            f"{BROWSER}{each}.py"
            for each in ("first_start", "check_in", "days", "progress", "settings")
        ),
    ),
    Proof(
        "coming-back",
        "2 reload, new tab, dropped socket, restart",
        "the same screen from database and address; two tabs",
        tests=tuple(f"{BROWSER}{each}.py" for each in ("coming_back", "two_tabs", "front")),
    ),
    Proof(
        "access",
        "3 accessibility",
        "axe, with CSP too; contrast of every pair; targets; 200 % at 320 px",
        tests=(f"{BROWSER}keyboard.py", f"{BROWSER}access.py", "tests/test_theme.py"),
    ),
    Proof(
        "crash",
        "4 kill -9",
        "200 on the wire, 10 in the browser, and red with a late commit",
        tests=("tests/test_crash.py", f"{BROWSER}crash.py"),
        seed="one for each kill",
    ),
    Proof(
        "faults",
        "storage: real faults",
        "300 damaged files, full disk, locked, read-only, newer, two processes",
        tests=("tests/test_faults.py", "tests/test_copies.py", "tests/test_migrations.py"),
        seed="0 to 299",
    ),
    Proof(
        "offhost",
        "5 no request off the host",
        "CDP, no name resolves, audit hook",
        tests=(f"{BROWSER}offhost.py",),
    ),
    Proof(
        "letters",
        "own fonts",
        "no glyph is a box, no font request fails",
        tests=(f"{BROWSER}fonts.py", "tests/test_assets.py"),
    ),
    Proof(
        "languages",
        "Danish, English, and one that is 35 % longer",
        "catalogues whole; fits 320 px",
        tests=(f"{BROWSER}wording.py", "tests/test_wording.py", "tests/test_formats.py"),
    ),
    Proof(
        "command",
        "the command and the demo",
        "ends at every signal and leaves nothing; three seeds live believable weeks",
        tests=("tests/test_cli.py", "tests/test_demo.py"),
        seed="1 to 3",
    ),
    Proof(
        "wheel",
        "an installed wheel",
        "finds its assets from a folder with a space and å",
        tests=("tests/test_wheel.py",),
    ),
    Proof(
        "signs",
        "safety rules",
        "each sign and clause; 20,000 answer sets by a second reading; 20,000 ways through",
        tests=tuple(
            f"tests/test_{each}.py" for each in ("triage", "safety_rules", "asking", "guidance")
        ),
        seed="in each test",
    ),
    Proof(
        "check",
        "the check of signs on the screen",
        "calm, at once, unsure, back, reload, pause and release; words and taps",
        tests=(
            "tests/test_screens_screening.py",
            "tests/test_screening.py",
            f"{BROWSER}screening.py",
        ),
    ),
    Proof(
        "doctor-card",
        "one sheet for the doctor",
        "one page, æøå, only what was chosen, read back",
        tests=(
            "tests/test_doctor_card.py",
            "tests/test_screens_doctor_card.py",
            f"{BROWSER}doctor_card.py",
        ),
    ),
    Proof(
        "exercises",
        "exercises: content, levels, steps",
        "every cell of the grid; a table at each threshold; nothing locked, nothing by itself",
        tests=tuple(
            f"tests/test_{each}.py"
            for each in (
                "exercises_content",
                "exercise_search",
                "exercises_page",
                "care_plan",
                "progression",
                "session_plan",
                "screens_exercise",
                "screens_exercises",
            )
        ),
    ),
    Proof(
        "figures",
        "exercises: pictures",
        "planted contacts, key frames, floor, loop, edges, sizes; fresh",
        tests=("tests/test_figures.py",),
    ),
    Proof(
        "session",
        "exercises: the guided session",
        "blocked, cut off, not run for 20 s; clock moved; a whole training and the morning after",
        tests=(
            "tests/test_player.py",
            "tests/test_screens_player.py",
            f"{BROWSER}player.py",
            f"{BROWSER}session.py",
            f"{BROWSER}training.py",
            f"{BROWSER}exercises.py",
        ),
    ),
    Proof(
        "lessons",
        "lessons: content and search",
        "facts, words, LIX, sources, both languages; queries with a fixed answer",
        tests=tuple(
            f"tests/test_{each}.py"
            for each in ("lessons", "learning", "search", "lesson_pictures", "content")
        ),
    ),
    Proof(
        "learn",
        "lessons on the screen, the scale, myths",
        "read by keyboard, quiz, thoughts kept, search, source shown; scale saved and reopened",
        tests=(
            f"{BROWSER}learn.py",
            f"{BROWSER}scale.py",
            *(
                f"tests/test_{each}.py"
                for each in (
                    "reading",
                    "reflection",
                    "balance",
                    "screens_learn",
                    "screens_lesson",
                    "screens_balance",
                )
            ),
        ),
    ),
    Proof(
        "course",
        "programme: the course, tests and goals",
        "clock changes, holidays, moved, cancelled, leap day, New Year; by keyboard; home twin; "
        "a class on the wall is followed",
        tests=(
            f"{BROWSER}course.py",
            f"{BROWSER}class_join.py",
            *(
                f"tests/test_{each}.py"
                for each in ("course", "goal", "home_test", "class_plan", "screens_course")
            ),
        ),
        seed="by hypothesis",
    ),
    Proof(
        "backup",
        "backup and restore",
        "equal, from every version; 10,000 damaged files; 200 kills; ten years in 10 s; two "
        "devices put together; full, read-only and vanished disks; 100 MB through the page",
        tests=(
            *(
                f"tests/test_{each}.py"
                for each in ("backup", "backup_command", "schedule", "merge", "mydata_faults")
            ),
            *(f"tests/test_screens_{each}.py" for each in ("backup", "schedule")),
            "tests/test_arriving.py",
            *(f"{BROWSER}{each}.py" for each in ("backup", "files", "schedule")),
        ),
        seed="in each test",
    ),
    Proof(
        "lock",
        "my data: the lock, and the encrypted database",
        "no byte to any tab, waits over restarts and clocks, 200 kills of the conversion, axe",
        tests=(
            *(f"tests/test_{each}.py" for each in ("lock", "lock_command", "encrypted")),
            "tests/test_screens_lock.py",
            f"{BROWSER}lock.py",
        ),
        seed="in each test",
    ),
    Proof(
        "export",
        "my data: export that others can read",
        "every table there and back; valid FHIR, every value; refused files; ten years",
        tests=(
            f"{BROWSER}export.py",
            *(
                f"tests/test_{each}.py"
                for each in ("export", "export_command", "fhir", "screens_export")
            ),
        ),
    ),
    Proof(
        "prescription",
        "handing over: plans, codes, pairing",
        "5,000 texts, 200 pictures; every wrong letter; 100,000 hostile plans, "
        "classes and reports each; each threat",
        tests=(
            f"{BROWSER}prescription.py",
            *(
                f"tests/test_{each}.py"
                for each in (
                    "prescription",
                    "prescription_command",
                    "hostile",
                    "taking",
                    "pairing",
                    "dose",
                    "screens_take_plan",
                )
            ),
        ),
        seed="in each test",
    ),
    Proof(
        "reminders",
        "reminders",
        "an oracle that walks every minute of a year; twelve years of an app open now and then, "
        "six of them travelling; calendars read back; two tabs, kill -9; refused rules",
        tests=(
            f"{BROWSER}reminders.py",
            *(
                f"tests/test_{each}.py"
                for each in (
                    "reminder",
                    "reminder_plan",
                    "reminder_course",
                    "ring",
                    "screens_reminders",
                    "reminders_command",
                    "remind_command",
                    "ics",
                )
            ),
        ),
        seed="hypothesis",
    ),
    Proof(
        "report",
        "my data: the report for a doctor or physiotherapist",
        "one page, fonts inside, found again, graphs have words, only what was chosen",
        tests=("tests/test_report.py", "tests/test_screens_report.py", f"{BROWSER}report.py"),
    ),
    Proof(
        "delete",
        "my data: a real delete",
        "one thing, a period, one kind; undone for a while, then no byte in any file; kill -9",
        tests=(
            *(f"tests/test_{each}.py" for each in ("deletion", "encrypted_deletion", "mydata")),
            *(f"tests/test_screens_{each}.py" for each in ("deletion", "mydata")),
            f"{BROWSER}delete.py",
        ),
        seed="in each test",
    ),
    Proof(
        "physio",
        "the physiotherapist's side",
        "eight levels in 20 taps or keys; all of a participant deleted; a class evening of ten; "
        "from two first starts to levels that go over and a report that comes back; the demo's ten",
        tests=(
            f"{BROWSER}physio.py",
            f"{BROWSER}two_sides.py",
            *(
                f"tests/test_{each}.py"
                for each in (
                    "participant",
                    "demo",
                    "plan_handing",
                    "class_group",
                    "colleague",
                    "participant_report",
                    "screens_since_last",
                    "screens_participant",
                    "screens_class",
                )
            ),
        ),
    ),
)
MEASURED = (
    Proof("bench", "6 measurements", "see bench.md", module=("bench.run",)),
    Proof("screens", "7 pictures of every screen", "docs/screens", module=("tools.screens",)),
)


def remaining(named: Iterable[Proof]) -> Proof:
    every = {path.relative_to(PROJECT).as_posix() for path in TESTS.rglob("test_*.py")}
    others = every.difference(*(proof.tests for proof in named))
    return Proof(
        "rest", "everything else", "the tests that no other line names", (*sorted(others),)
    )


PROOFS = (*NAMED, remaining(NAMED), *MEASURED)


@dataclass(frozen=True)
class Outcome:
    proof: Proof
    count: str
    seconds: float
    result: str
    when: str

    def __str__(self) -> str:
        proof = self.proof
        measured = (self.count, proof.seed or "–", f"{self.seconds:.0f}", self.when)
        return f"{begin_of(proof)} {' | '.join(measured)} | {self.result} |"


def begin_of(proof: Proof) -> str:
    return f"| {proof.promise} | {proof.what} |"


def main(arguments: list[str]) -> int:
    chosen = [proof for proof in PROOFS if not arguments or proof.name in arguments]
    if not chosen:
        print(f"make prove ONLY= one of {', '.join(proof.name for proof in PROOFS)}")
        return 2
    outcomes = []
    for proof in chosen:
        outcomes.append(proved(proof))
        print(outcomes[-1], flush=True)
        write(outcomes[-1])
    failed = [each.proof.name for each in outcomes if each.result != "holds"]
    print(f"{len(outcomes) - len(failed)} of {len(outcomes)} hold")
    return 1 if failed else 0


def proved(proof: Proof) -> Outcome:
    began = time.monotonic()
    count, result = by_tests(proof) if proof.tests else by_module(proof)
    when = datetime.now().astimezone().date().isoformat()
    return Outcome(proof, count, time.monotonic() - began, result, when)


def by_tests(proof: Proof) -> tuple[str, str]:
    """All of the tests, the ones marked `full` too."""
    missing = [each for each in proof.tests if not (PROJECT / each).is_file()]
    there = [each for each in proof.tests if each not in missing]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = ["-m", "pytest", "-q", f"--timeout={LONGEST}", f"--junitxml={report}", *there]
        done = run(command) if there else 1
        cases = list(ElementTree.parse(report).iter("testcase")) if report.exists() else []  # noqa: S314
    wrong = [case.get("name", "") for case in cases if has(case, "failure", "error")]
    skipped = sum(has(case, "skipped") for case in cases)
    count = f"{len(cases) - len(wrong) - skipped} tests" + (f", {skipped} skipped" * bool(skipped))
    problems = [f"no {Path(each).name}" for each in missing] + wrong[:3]
    if problems or done or not cases:
        return count, f"**fails**: {', '.join(problems) or 'pytest did not finish'}"
    return count, "holds"


def has(case: ElementTree.Element, *kinds: str) -> bool:
    return any(case.find(kind) is not None for kind in kinds)


def by_module(proof: Proof) -> tuple[str, str]:
    done = run(["-m", *proof.module])
    return "1 run", "**fails**" if done else "holds"


def run(arguments: list[str]) -> int:
    """What it prints goes to the terminal."""
    done = subprocess.run([sys.executable, *arguments], cwd=PROJECT, check=False)
    return done.returncode


def write(outcome: Outcome) -> None:
    """In place of the line of the same proof."""
    before = TARGET.read_text("utf-8").splitlines() if TARGET.exists() else []
    machine = f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    rows = [_row(proof, before, outcome) for proof in PROOFS]
    TARGET.write_text(HEAD.format(machine=machine) + "\n".join(rows) + "\n", encoding="utf-8")


def _row(proof: Proof, before: list[str], outcome: Outcome) -> str:
    if proof == outcome.proof:
        return str(outcome)
    kept = (line for line in before if line.startswith(begin_of(proof)))
    return next(kept, f"{begin_of(proof)} – | – | – | – | not run |")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
