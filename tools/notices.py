"""Writes NOTICES.md, whose work the app stands on: `python tools/notices.py`."""

from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "NOTICES.md"
OWN = "lbp-app"
SHOWN_APART = {
    "Figtree": ("SIL Open Font License 1.1", "assets/licences/Figtree.txt"),
    "Literata": ("SIL Open Font License 1.1", "assets/licences/Literata.txt"),
    "Noto Emoji": ("SIL Open Font License 1.1", "assets/licences/Noto-Emoji.txt"),
    "Lucide icons": ("ISC", "assets/licences/Lucide.txt"),
}
HEAD = """# Notices

Rygvej itself is free software under the GNU Affero General Public License, version 3 or later
(`LICENSE`). It stands on the work of others. This file is written by `python tools/notices.py`;
a test fails when it no longer fits what is installed.

## Fonts and drawings that come with the app

| what | licence | full text |
|---|---|---|
{apart}

The exercise drawings, pictures and texts in this repository are the project's own.

## Python packages that the app runs on

They are installed beside the app, not copied into it. The wheel of `flet-web` holds the Flutter
engine and Skia (both BSD-3-Clause), which draw the page in the browser.

| package | licence |
|---|---|
{packages}
"""


def licence_of(name: str) -> str:
    about = distribution(name).metadata
    classifiers = [
        line.rsplit("::", 1)[1].strip()
        for line in about.get_all("Classifier") or []
        if line.startswith("License ::") and "OSI Approved ::" in line
    ]
    fields = {name: about[name] for name in ("License", "License-Expression") if name in about}
    said = fields.get("License-Expression") or fields.get("License", "")
    return said if 0 < len(said) < 40 else " or ".join(classifiers)


def needed(name: str = OWN, extras: tuple[str, ...] = ("web",)) -> dict[str, str]:
    """Everything that `name` needs to run on this machine, with its licence."""
    found: dict[str, str] = {}
    _add(name, extras, found)
    found.pop(OWN)
    return dict(sorted(found.items(), key=lambda item: item[0].lower()))


def _add(name: str, extras: tuple[str, ...], found: dict[str, str]) -> None:
    about = distribution(name)
    official = about.metadata["Name"]
    if official in found and not extras:
        return
    found[official] = licence_of(name)
    for line in about.requires or []:
        wanted = Requirement(line)
        markers = [
            wanted.marker.evaluate({"extra": e}) if wanted.marker else True for e in ("", *extras)
        ]
        if any(markers):
            _add(wanted.name, tuple(wanted.extras), found)


def text() -> str:
    apart = [f"| {what} | {licence} | `{file}` |" for what, (licence, file) in SHOWN_APART.items()]
    packages = [f"| {name} | {licence} |" for name, licence in needed().items()]
    return HEAD.format(apart="\n".join(apart), packages="\n".join(packages))


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
