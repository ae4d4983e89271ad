"""Whether the committed pictures are drawn by this program from these key frames."""

from __future__ import annotations

import hashlib
from pathlib import Path

HERE = Path(__file__).parent
KEPT = HERE / "drawn-from.txt"
ADVICE = "The pictures are older than what they are drawn from: run make figures"


def mark() -> str:
    """One number for the text of the program and of the key frames, the same on every system."""
    found = hashlib.sha256()
    for file in sorted([*HERE.glob("*.py"), *HERE.glob("*.yaml")]):
        found.update(file.name.encode() + b"\0")
        found.update(file.read_text("utf-8").encode() + b"\0")
    return found.hexdigest()


def write(drawn_from: str) -> None:
    KEPT.write_text(drawn_from + "\n", "utf-8")
