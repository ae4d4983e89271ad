"""Where fonts, drawings and icons lie."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def assets_folder() -> Path:
    """Inside the wheel, or beside the package in a checkout."""
    for folder in (PACKAGE / "assets", PACKAGE.parent / "assets"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("assets")
