"""Disks of their own, as a stick or a full drive is; only root can have one."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def mounted(*arguments: object) -> bool:
    try:
        done = subprocess.run(["mount", *map(str, arguments)], capture_output=True, check=False)
    except FileNotFoundError:
        return False
    return done.returncode == 0


@contextmanager
def disk_at(place: Path, size: str, why_skipped: str = "needs root and mount") -> Iterator[Path]:
    """So large ("12m"), until the end of the block or until it is pulled out within it."""
    place.mkdir()
    if not mounted("-t", "tmpfs", "-o", f"size={size}", "tmpfs", place):
        pytest.skip(why_skipped)
    try:
        yield place
    finally:
        if os.path.ismount(place):
            pull_out(place)


def pull_out(place: Path) -> None:
    subprocess.run(["umount", "--lazy", place], check=True)
