"""What the content says of the pictures: which there are, and what they count.

Read from the file itself: the content as a whole is refused while a drawing is missing.
"""

from __future__ import annotations

from pathlib import Path

from lbp_app.content.bundle import FOLDER, LESSONS
from lbp_app.content.learning import Picture
from lbp_app.content.reading import read

FILE = Path(FOLDER) / LESSONS / "pictures.yaml"


def pictures() -> list[Picture]:
    """In the order of the lessons."""
    return read(FILE, list[Picture])[0]


def counts() -> dict[str, dict[str, tuple[int, int]]]:
    """By picture and fact: so many, of so many."""
    return {
        one.id: {count.fact: (count.shown, count.of) for count in one.counts} for one in pictures()
    }
