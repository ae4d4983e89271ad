"""The part of CBOR that messages are written in: maps with numbers as keys, plain values.

One content has one encoding. Tags, which make a reader build dates, patterns or numbers without
end, are refused before they do.
"""

from typing import Any, NoReturn

DEEPEST = 3


class _NoTags(dict[Any, Any]):
    """Says of every tag how it is read: not at all."""

    def __missing__(self, tag: object) -> Any:
        return _refuse


def written(content: dict[int, Any]) -> bytes:
    import cbor2

    return cbor2.dumps(content, canonical=True)


def read(data: bytes) -> dict[int, Any]:
    """ValueError when it is anything else."""
    import cbor2

    try:
        found = cbor2.loads(
            data,
            semantic_decoders=_NoTags(),
            max_depth=DEEPEST,
            allow_indefinite=False,
            allow_duplicate_keys=False,
        )
    except cbor2.CBORError as error:
        raise ValueError from error
    if not isinstance(found, dict) or any(type(key) is not int for key in found):
        raise ValueError
    if written(found) != data:
        raise ValueError
    return found


def _refuse(*_: object) -> NoReturn:
    raise ValueError
