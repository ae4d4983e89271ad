"""Contact sheets, as wide as on a phone: with their captions, and without for fresh eyes."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from lbp_app.content.learning import Picture
from lbp_app.screens import theme
from tools.chromium import chromium_path, launch_options
from tools.lesson_pictures import data

SHEETS = Path(__file__).resolve().parents[2] / "docs" / "lessons"
THEMES = {"light": theme.LIGHT, "dark": theme.DARK}
STAGE, ACROSS = 358, 4  # px: a phone of 390 without its margins
STYLE = """
body {{ margin: 8px; background: {surface}; color: {on_surface_variant}; font: 16px sans-serif;
  display: grid; grid-template-columns: repeat({across}, {stage}px); gap: 16px }}
figure {{ margin: 0 }}
img {{ display: block; width: {stage}px; height: auto; border-radius: 32px;
  background: {primary_container} }}
figcaption {{ padding: 6px 8px 0 }}
"""


def write(folder: Path) -> None:
    SHEETS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(chromium_path()))
        page = browser.new_page(viewport={"width": (STAGE + 16) * ACROSS, "height": 600})
        for mode in THEMES:
            _shoot(page, folder, mode, SHEETS / f"pictures-{mode}.webp", captions=True)
        _shoot(page, folder, "light", SHEETS / "naming.webp", captions=False)
        browser.close()


def _shoot(page: Page, folder: Path, mode: str, target: Path, captions: bool) -> None:
    style = STYLE.format(across=ACROSS, stage=STAGE, **THEMES[mode])
    cells = "".join(_cells(data.pictures(), folder, mode, captions))
    with TemporaryDirectory() as place:
        sheet = Path(place) / "sheet.html"  # a page of its own file may load the drawings
        sheet.write_text(f"<meta charset=utf-8><style>{style}</style>{cells}", "utf-8")
        page.goto(sheet.as_uri(), wait_until="networkidle")
        with Image.open(BytesIO(page.screenshot(full_page=True))) as seen:
            seen.convert("RGB").save(target, quality=82, method=5)


def _cells(pictures: Iterable[Picture], folder: Path, mode: str, captions: bool) -> Iterable[str]:
    for number, picture in enumerate(pictures, start=1):
        said = picture.caption["da"] if picture.caption and captions else ""
        name = f"{picture.lesson}: {said}" if captions else str(number)
        image = f'<img src="{(folder / f"{picture.id}-{mode}.svg").as_uri()}">'
        yield f"<figure>{image}<figcaption>{escape(name)}</figcaption></figure>"
