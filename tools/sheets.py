"""Contact sheets: many pictures small on one, for looking at and for keeping."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

FONT = Path(__file__).resolve().parents[1] / "assets" / "fonts" / "Figtree-500.ttf"
MOST_BYTES = 400_000
SHEET_WIDTH, GAP, LABEL = 1800, 18, 30
GROUND, INK = "#E7E3DA", "#3A4543"
QUALITIES = (82, 70, 58, 46, 34, 22)


def contact_sheet(target: Path, pictures: list[Path], columns: int) -> None:
    """Writes one picture of at most 400 kB: the pictures in rows, each under its name."""
    columns = min(columns, len(pictures))
    width = (SHEET_WIDTH - GAP * (columns + 1)) // columns
    small = [_fitted(path, width) for path in pictures]
    rows = [small[at : at + columns] for at in range(0, len(small), columns)]
    heights = [max(each.height for each in row) + LABEL + GAP for row in rows]
    sheet = Image.new("RGB", (SHEET_WIDTH, sum(heights) + GAP), GROUND)
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(str(FONT), 20)
    for at, (path, picture) in enumerate(zip(pictures, small, strict=True)):
        x = GAP + at % columns * (width + GAP)
        y = GAP + sum(heights[: at // columns])
        pen.text((x, y), path.stem, INK, font)
        sheet.paste(picture, (x, y + LABEL))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(_small_enough(sheet))


def _fitted(path: Path, width: int) -> Image.Image:
    with Image.open(path) as picture:
        height = round(picture.height * width / picture.width)
        return picture.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)


def _small_enough(sheet: Image.Image) -> bytes:
    for quality in QUALITIES:
        buffer = BytesIO()
        sheet.save(buffer, "WEBP", quality=quality, method=4)
        if buffer.tell() <= MOST_BYTES:
            break
    return buffer.getvalue()


def without_blank_foot(path: Path, edge: int = 24) -> None:
    """Cuts off the rows above the bottom bar that hold nothing but ground."""
    with Image.open(path) as opened:
        picture = opened.convert("RGB")
    column = picture.crop((0, 0, picture.width, picture.height))
    ground = Image.new("RGB", picture.size, picture.getpixel((2, picture.height // 2)))
    box = ImageChops.difference(column, ground).getbbox()
    if box:
        picture.crop((0, 0, picture.width, min(picture.height, box[3] + edge))).save(path)
