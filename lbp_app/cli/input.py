"""Files that commands read."""

import sys
from pathlib import Path

from lbp_app.errors import InputRefusedError


def read_input(file: str, most: int) -> bytes:
    """A byte more than is allowed, so that too much is seen; "-" is standard input."""
    if file == "-":
        return sys.stdin.buffer.read(most + 1)
    try:
        with Path(file).open("rb") as opened:
            return opened.read(most + 1)
    except (OSError, ValueError):
        raise InputRefusedError("error.input_file") from None
