"""Finds a Chromium, or gets one: `python -m tools.chromium` says where it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--js-flags=--liftoff-only",  # a page lives for seconds: better code is never worth its making
]
WHAT_TO_DO = (
    "No Chromium was found and none could be installed: install Chromium or Google Chrome, "
    "or set CHROMIUM to the path of its program, and start again."
)


def chromium_path() -> str | None:
    """The program of a Chromium on this machine; None when there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path), None) or _playwrights_own() or _in_usual_place()


def launch_options(path: str | None) -> dict[str, Any]:
    """What Playwright's `launch` needs to start the browser at `path`."""
    if path is None:
        raise RuntimeError(WHAT_TO_DO)
    return {"executable_path": path, "args": ARGUMENTS}


def get_chromium() -> str | None:
    """Installs a Chromium without asking, and says what; None when nothing works."""
    for say, install in (
        ("Playwright's Chromium, into its cache", _from_playwright),
        ("Debian's package chromium", _from_debian),
    ):
        print(f"No Chromium found: installing {say}.", flush=True)
        if install() and (path := chromium_path()):
            return path
    return None


def _playwrights_own() -> str | None:
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
    except Error:
        return None
    return path if Path(path).is_file() else None


def _in_usual_place() -> str | None:
    return next((place for place in PLACES if Path(place).is_file()), None)


def _from_playwright() -> bool:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        return _succeeds(command, seconds=600)
    except subprocess.TimeoutExpired:
        return False


def _from_debian() -> bool:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return False
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return _succeeds([apt, "update", "-q"], env=quiet) and _succeeds(
        [apt, "install", "-y", "-q", "--no-install-recommends", "chromium"], env=quiet
    )


def _succeeds(
    command: list[str], env: dict[str, str] | None = None, seconds: float | None = None
) -> bool:
    done = subprocess.run(command, env=env, timeout=seconds, capture_output=True, check=False)
    return done.returncode == 0


def main() -> int:
    path = chromium_path() or get_chromium()
    print(path or WHAT_TO_DO)
    return 0 if path else 1


if __name__ == "__main__":
    raise SystemExit(main())
