"""Draws the pictures of the exercises: `python -m tools.figures`, or some of them: `... 3.2`."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.figures import fresh, sheets
from tools.figures.files import write_loop, write_still
from tools.figures.ink import MODES
from tools.figures.items import Item, items
from tools.figures.loop import loop
from tools.figures.picture import frame_picture, still_picture

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "exercises"
LOOP_WIDTHS, STILL_WIDTH, SAMPLES = (440, 400, 360), 960, 6


def main(wanted: list[str]) -> None:
    drawn_from = fresh.mark()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for item in items():
        if not wanted or item.id in wanted:
            draw(item, FOLDER)
            print(item.id, flush=True)
    if not wanted:
        sheets.write()
        fresh.write(drawn_from)


def draw(item: Item, folder: Path) -> None:
    for mode in MODES:
        target = folder / f"{item.id}-{mode}.webp"
        for wide in LOOP_WIDTHS:
            if _fits(item, mode, target, wide):
                break
        still = still_picture(item, mode, STILL_WIDTH)
        write_still(folder / f"{item.id}-still-{mode}.webp", still)


def _fits(item: Item, mode: str, target: Path, wide: int) -> bool:
    frames = loop(item)
    pictures = [frame_picture(item, frame, mode, wide) for frame in frames]
    whole = [seen for seen, frame in zip(pictures, frames, strict=True) if frame.strength == 1]
    typical = whole[:: max(1, len(whole) // SAMPLES)]
    return write_loop(target, pictures, [frame.ms for frame in frames], typical)


if __name__ == "__main__":
    main(sys.argv[1:])
