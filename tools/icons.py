"""Writes `lbp_app/screens/icons.py` from the npm package lucide-static (ISC licence).

Only the shapes that the app uses. `python -m tools.icons [FOLDER]`; FOLDER is an unpacked package.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
TARGET = PROJECT / "lbp_app" / "screens" / "icons.py"
LICENCE = PROJECT / "assets" / "licences" / "Lucide.txt"
PACKAGE = "lucide-static@1.62.0"

USED = """
arrow-left arrow-right bell bike book-open-text bookmark bookmark-check briefcase calendar-check
calendar-days chart-line check chevron-down chevron-left chevron-right chevron-up circle-check
circle-help circle-user-round clock cloud-sun compass copy download external-link eye eye-off
file-text folder footprints hand-heart heart-handshake history house info languages leaf
library-big life-buoy lightbulb lock map-pin message-circle minus moon notebook-pen pause pencil
person-standing phone play plus power printer refresh-cw repeat route scale search settings
settings-2 shield-check skip-back skip-forward stethoscope sun sunrise table timer trash-2
umbrella undo-2 users volume-2 volume-x waves x
""".split()  # noqa: SIM905
RENAMED = {"circle-help": "circle-question-mark"}

HEAD = '''"""Line icons on a grid of 24, one weight, round ends. Shapes: Lucide (ISC licence).

Written by tools/icons.py.
"""

from functools import cache

SHAPES = {
'''
TAIL = '''}


@cache
def svg(name: str, weight: float = 1.8) -> str:
    """One icon as SVG text, black, to be tinted by its picture; `weight` in 24ths of its width."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="96" height="96" '
        f'fill="none" stroke="#000" stroke-width="{weight:g}" stroke-linecap="round" '
        f'stroke-linejoin="round">{SHAPES[name]}</svg>'
    )
'''


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        package = Path(arguments[0]) if arguments else fetch(Path(name))
        TARGET.write_text(module(package), encoding="utf-8")
        shutil.copyfile(package / "LICENSE", LICENCE)
    print(f"{TARGET.name}: {len(USED)} shapes")


def fetch(folder: Path) -> Path:
    """The folder of the unpacked package."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch the icons.")
    command = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), PACKAGE]
    subprocess.run(command, check=True)
    return folder / "node_modules" / "lucide-static"


def module(package: Path) -> str:
    """The text of `icons.py`, from the shapes in `package`."""
    rows = (f"    {quoted(name)}: {quoted(shape(package, name))},\n" for name in USED)
    return HEAD + "".join(rows) + TAIL


def shape(package: Path, name: str) -> str:
    """What stands inside the <svg> of one icon, on one line."""
    path = package / "icons" / f"{RENAMED.get(name, name)}.svg"
    found = re.search(r"<svg[^>]*>(.*)</svg>", path.read_text(encoding="utf-8"), re.DOTALL)
    if found is None:
        raise SystemExit(f"{path} holds no <svg>.")
    return re.sub(r"\s+", " ", found[1]).strip().replace("> <", "><").replace(" />", "/>")


def quoted(text: str) -> str:
    return f'"{text}"' if '"' not in text else f"'{text}'"


if __name__ == "__main__":
    main(sys.argv[1:])
