"""Draws the pictures of the lessons: `python -m tools.lesson_pictures`, or some: `... scans`."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.lesson_pictures import data, fresh, sheets
from tools.lesson_pictures.palette import PALETTES
from tools.lesson_pictures.pictures import DRAWINGS

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "lessons"


def main(wanted: list[str]) -> None:
    drawn_from = fresh.mark()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for id, counts in data.counts().items():
        if not wanted or id in wanted:
            draw(id, counts, FOLDER)
    if not wanted:
        sheets.write(FOLDER)
        fresh.write(drawn_from)


def draw(id: str, counts: dict[str, tuple[int, int]], folder: Path) -> None:
    for mode, palette in PALETTES.items():
        drawn = DRAWINGS[id].draw(palette, counts)
        (folder / f"{id}-{mode}.svg").write_text(drawn, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
