"""Whether the committed pictures are drawn by this program from these counts."""

from __future__ import annotations

import hashlib
from pathlib import Path

import tools.drawing
import tools.figures
from lbp_app.screens import theme
from tools.lesson_pictures import data

HERE = Path(__file__).parent
KEPT = HERE / "drawn-from.txt"
ADVICE = "The pictures are older than what they are drawn from: run make pictures"
FIGURES = Path(tools.figures.__file__).parent
# What the figure is drawn by and dressed in; the exercises themselves are not seen here.
PARTS = ("arms", "figure", "head", "ink", "items", "look", "skeleton", "solve", "trunk")
DRAWN_BY = (
    *sorted(HERE.glob("*.py")),
    Path(tools.drawing.__file__),
    Path(str(theme.__file__)),
    *(FIGURES / f"{part}.py" for part in PARTS),
    FIGURES / "cast.yaml",
)


def mark() -> str:
    """One number for the text of the program and what it counts, the same on every system."""
    found = hashlib.sha256(repr(sorted(data.counts().items())).encode())
    for file in DRAWN_BY:
        found.update(file.name.encode() + b"\0")
        found.update(file.read_text("utf-8").encode() + b"\0")
    return found.hexdigest()


def write(drawn_from: str) -> None:
    KEPT.write_text(drawn_from + "\n", "utf-8")
