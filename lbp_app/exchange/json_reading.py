"""JSON from outside, read once for every command that takes it."""

import json
from typing import Any

from lbp_app.errors import InputRefusedError


def read_json(data: bytes) -> Any:
    """InputRefusedError when it is not whole, or a name stands in it twice."""
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except InputRefusedError:
        raise
    except (ValueError, RecursionError):
        raise InputRefusedError from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise InputRefusedError("error.input_twice")
    return made
