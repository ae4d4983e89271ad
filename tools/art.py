"""Draws the pictures of `assets/art` and the icons of `assets/icons`: `python -m tools.art`.

Own drawings, written as code. Light and dark are two drawings: at night the sun is the moon and the
windows are lit. The icons are painted by Chromium from the sign of the house.
"""

from __future__ import annotations

from pathlib import Path

from tools.balance_scale import PARTS
from tools.drawing import PALETTES
from tools.landscape import app_icon, hills_phone, hills_wide, mark
from tools.scenes import SCENES

ASSETS = Path(__file__).resolve().parents[1] / "assets"
PICTURES = {"hills-phone": hills_phone, "hills-wide": hills_wide, "mark": mark} | SCENES | PARTS
ICONS = {
    "icons/icon-192.png": (192, False),
    "icons/icon-512.png": (512, False),
    "icons/icon-maskable-192.png": (192, True),
    "icons/icon-maskable-512.png": (512, True),
    "icons/apple-touch-icon-192.png": (192, True),
    "favicon.png": (32, False),
}


def main() -> None:
    draw(ASSETS / "art")
    paint(ASSETS)


def draw(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, drawing in PICTURES.items():
        for mode, palette in PALETTES.items():
            (folder / f"{name}-{mode}.svg").write_text(drawing(palette), encoding="utf-8")


def paint(folder: Path) -> None:
    from playwright.sync_api import sync_playwright

    from tools.chromium import chromium_path, launch_options

    (folder / "icons").mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(chromium_path()))
        for name, (size, maskable) in ICONS.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            style = "<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>"
            page.set_content(style + app_icon(maskable))
            page.screenshot(path=folder / name, omit_background=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
