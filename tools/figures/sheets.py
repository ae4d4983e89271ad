"""Sheets to look at: every item at the size of a phone, and all stills without their names."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from tools.figures.ink import MODES
from tools.figures.items import Item, items
from tools.figures.loop import Frame
from tools.figures.picture import frame_picture, still_picture
from tools.figures.poses import body_at

ROOT = Path(__file__).resolve().parents[2]
FOLDER, FONT = ROOT / "docs" / "figures", ROOT / "assets" / "fonts" / "Figtree-500.ttf"
GROUNDS, INKS = {"light": "#DCEBE4", "dark": "#20403A"}, {"light": "#0E4039", "dark": "#CDEFE7"}
CELL, LABEL, ACROSS, ROWS = 240, 26, 3, 11
NAMING_CELL, NAMING_ACROSS, SHUFFLE = 200, 7, 59


def write() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for mode in MODES:
        for at in range(0, len(items()), ROWS):
            chosen = items()[at : at + ROWS]
            _three_moments(chosen, mode).save(
                FOLDER / f"moments-{at // ROWS + 1}-{mode}.webp", quality=80
            )
    _naming()


def moments(item: Item) -> list[Frame]:
    """Start, halfway and end; of a circle three of its four key frames."""
    ways = [(0, 0.0), (1, 0.0), (2, 0.0)] if item.more else [(0, 0.0), (0, 0.5), (0, 1.0)]
    return [Frame(body_at(item, *way), 0, frozenset(item.held)) for way in ways]


def _three_moments(chosen: Sequence[Item], mode: str) -> Image.Image:
    tall = CELL * 3 // 4 + LABEL
    sheet = Image.new("RGB", (CELL * (ACROSS + 1), tall * len(chosen)), GROUNDS[mode])
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(str(FONT), 16)
    for row, item in enumerate(chosen):
        pen.text((10, row * tall + 4), f"{item.id}  {item.name}", INKS[mode], font)
        pictures = [frame_picture(item, each, mode, CELL) for each in moments(item)]
        for at, picture in enumerate([*pictures, still_picture(item, mode, CELL)]):
            sheet.paste(picture, (at * CELL, row * tall + LABEL), picture)
    return sheet


def _naming() -> None:
    """For a test with fresh eyes: numbers instead of names, and the key in a file of its own."""
    mixed = list(items())
    random.Random(SHUFFLE).shuffle(mixed)  # noqa: S311 - the order is no secret
    tall = NAMING_CELL * 3 // 4 + LABEL
    size = (NAMING_CELL * NAMING_ACROSS, tall * -(-len(mixed) // NAMING_ACROSS))
    sheet = Image.new("RGB", size, GROUNDS["light"])
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(str(FONT), 18)
    for at, item in enumerate(mixed):
        x, y = at % NAMING_ACROSS * NAMING_CELL, at // NAMING_ACROSS * tall
        picture = still_picture(item, "light", NAMING_CELL)
        sheet.paste(picture, (x, y + LABEL), picture)
        pen.text((x + 8, y + 4), str(at + 1), INKS["light"], font)
    sheet.save(FOLDER / "naming.webp", quality=82)
    key = [f"{at + 1}. {item.id} {item.name}\n" for at, item in enumerate(mixed)]
    (FOLDER / "naming-key.txt").write_text("".join(key), "utf-8")
