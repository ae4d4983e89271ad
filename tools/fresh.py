"""A clean checkout on a machine with an empty home: `python -m tools.fresh [test]`.

Clones what is committed, starts `make run` with an empty HOME, answers a question in a real
Chromium, finds the answer in the file, and with `test` runs `make test` there as well.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.serving import PATIENCE, STARTED
from tools.chromium import chromium_path, launch_options

PROJECT = Path(__file__).resolve().parents[1]
INSTALL_SECONDS = 600
POINTS = 4


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clone, home = folder / "fresh å", folder / "home"
        home.mkdir()
        subprocess.run(["git", "clone", "-q", str(PROJECT), str(clone)], check=True)
        env = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        env |= {"HOME": str(home), "PYTHONUNBUFFERED": "1", "LANG": "da_DK.UTF-8"}
        env.pop("DISPLAY", None)
        with made_run(clone, env) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(**launch_options(chromium_path()))
            answer(browser.new_page(locale="da-DK"), address)
            browser.close()
        kept = answers(home)
        print(f"1 check-in through make run; kept: {kept}")
        if kept != [POINTS]:
            return 1
        return subprocess.run(["make", "test"], cwd=clone, env=env).returncode if arguments else 0


@contextlib.contextmanager
def made_run(clone: Path, env: dict[str, str]) -> Iterator[str]:
    """The printed address of `make run`, in a process group of its own that ends with the block."""
    process = subprocess.Popen(
        ["make", "run"], cwd=clone, env=env, stdout=subprocess.PIPE, text=True, process_group=0
    )
    try:
        yield printed_address(process)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(PATIENCE)


def printed_address(process: subprocess.Popen[str]) -> str:
    until = time.monotonic() + INSTALL_SECONDS
    assert process.stdout is not None  # noqa: S101
    for line in process.stdout:
        if found := STARTED.search(line):
            return found.group()
        if time.monotonic() > until:
            break
    raise SystemExit("make run printed no address")


def answer(page: Page, address: str) -> None:
    """As a newcomer: pass the cards by, say how the back was, wait until it is said to be kept."""
    page.goto(address)
    for role, name in (
        ("button", "Spring resten over"),
        ("radio", f"Rygsmerte: {POINTS} af 10"),
    ):
        found = page.get_by_role(role, name=name, exact=True).first  # type: ignore[arg-type]
        found.wait_for(state="attached", timeout=PATIENCE * 1000)
        found.evaluate("element => element.click()")
    said = page.get_by_text("Gemt").or_(page.get_by_label("Gemt"))
    said.first.wait_for(state="attached", timeout=PATIENCE * 1000)


def answers(home: Path) -> list[int]:
    (file,) = home.rglob("rygvej.db")
    with contextlib.closing(sqlite3.connect(file)) as connection:
        return [points for (points,) in connection.execute("select back_pain from check_in")]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
