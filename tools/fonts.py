"""Makes the fonts of `assets/fonts` and their licences: `python -m tools.fonts`.

Needs `npm` and the extra `tools`. The text faces (Figtree, Literata; SIL OFL) come from npm in two
subsets each, Latin and extended Latin; they are joined, cut to what European languages write, and
given the glyphs that the packages leave out: the sideways arrows (the face's own upright ones,
turned) and a tick. The emoji are one monochrome face (Noto Emoji, SIL OFL); the browser's engine
asks for it only when somebody writes one.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ASSETS = Path(__file__).resolve().parents[1] / "assets"
PACKAGES = (
    "@fontsource/figtree@5.3.0",
    "@fontsource/literata@5.3.0",
    "@fontsource/noto-emoji@5.3.2",
)

EUROPE = {
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x218, 0x21C),
    0x237,
    0x2C6,
    0x2C7,
    *range(0x2D8, 0x2DE),
    *range(0x300, 0x314),
    *range(0x326, 0x329),
    0x1E9E,
    *range(0x2002, 0x200C),
    *range(0x2010, 0x2027),
    0x202F,
    0x2030,
    0x2032,
    0x2033,
    0x2039,
    0x203A,
    0x2044,
    0x20AC,
    0x2116,
    0x2122,
    *range(0x2190, 0x2194),
    0x2212,
    0x2248,
    0x2260,
    0x2264,
    0x2265,
    0x2713,
    0xFFFD,
}


@dataclass(frozen=True)
class Face:
    """One text font: where it comes from and how thick its strokes are (font units)."""

    package: str
    weight: int
    stroke: int

    @property
    def file(self) -> str:
        return f"{self.package.capitalize()}-{self.weight}.ttf"


FACES = (
    Face("figtree", 400, 76),
    Face("figtree", 500, 88),
    Face("figtree", 600, 104),
    Face("literata", 500, 78),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        packages = fetch(folder)
        (ASSETS / "fonts").mkdir(parents=True, exist_ok=True)
        for face in FACES:
            save(text_font(face, packages, folder), face.file)
        save(emoji_font(packages), "Emoji.ttf")
        copy_licences(packages)


def fetch(folder: Path) -> Path:
    """The folder in which the unpacked packages lie."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch the fonts.")
    subprocess.run(
        [npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), *PACKAGES], check=True
    )
    return folder / "node_modules" / "@fontsource"


def text_font(face: Face, packages: Path, folder: Path) -> TTFont:
    parts = []
    for subset in ("latin", "latin-ext"):
        source = (
            packages
            / face.package
            / "files"
            / f"{face.package}-{subset}-{face.weight}-normal.woff2"
        )
        font = cut(TTFont(source), EUROPE)
        font.flavor = None
        parts.append(folder / f"{face.file}-{subset}.ttf")
        font.save(parts[-1])
    font = Merger().merge([str(part) for part in parts])
    for code, upright in ((0x2192, 0x2191), (0x2190, 0x2193)):
        add_glyph(font, code, *turned_right(font, upright))
    add_glyph(font, 0x2713, tick(face.stroke), 760)
    return cut(font, EUROPE)


def cut(font: TTFont, codes: set[int]) -> TTFont:
    options = Options(
        hinting=False,
        notdef_outline=True,
        name_IDs=["*"],
        drop_tables=["STAT", "vhea", "vmtx", "gasp"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    return font


def turned_right(font: TTFont, code: int) -> tuple[Any, int]:
    """The glyph of `code` a quarter turn clockwise, and how wide it then is with its white."""
    glyphs, name = font.getGlyphSet(), font.getBestCmap()[code]
    box = font["glyf"][name]
    white = 60
    middle_x, middle_y = (box.xMin + box.xMax) / 2, (box.yMin + box.yMax) / 2
    record = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(record)
    pen = TTGlyphPen(None)
    record.replay(TransformPen(pen, (0, -1, 1, 0, white - box.yMin, middle_y + middle_x)))
    return pen.glyph(), box.yMax - box.yMin + 2 * white


def tick(stroke: int) -> Any:
    """A tick with square ends, as thick as the face's letters."""
    slope = stroke * 0.7071
    left, low, right = (110, 330), (300, 140), (650, 560)
    run, rise = right[0] - low[0], right[1] - low[1]
    length = (run * run + rise * rise) ** 0.5
    across = (-rise / length * stroke, run / length * stroke)
    inner = (low[0] - 2, low[1] + stroke * 1.38)
    pen = TTGlyphPen(None)
    points = [
        left,
        (left[0] + slope, left[1] + slope),
        inner,
        (right[0] + across[0] * 0.5, right[1] + across[1] * 0.5),
        (right[0] - across[0] * 0.5, right[1] - across[1] * 0.5),
        low,
    ]
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def add_glyph(font: TTFont, code: int, glyph: Any, width: int) -> None:
    name = f"uni{code:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, glyph.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def emoji_font(packages: Path) -> TTFont:
    font = TTFont(packages / "noto-emoji" / "files" / "noto-emoji-emoji-400-normal.woff2")
    font.flavor = None
    return cut(font, set(font.getBestCmap()))


def save(font: TTFont, name: str) -> None:
    path = ASSETS / "fonts" / name
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(path)
    print(f"{name}: {len(font.getBestCmap())} characters, {path.stat().st_size} bytes")


def copy_licences(packages: Path) -> None:
    folder = ASSETS / "licences"
    folder.mkdir(parents=True, exist_ok=True)
    for package, name in (
        ("figtree", "Figtree"),
        ("literata", "Literata"),
        ("noto-emoji", "Noto-Emoji"),
    ):
        shutil.copyfile(packages / package / "LICENSE", folder / f"{name}.txt")


if __name__ == "__main__":
    main()
