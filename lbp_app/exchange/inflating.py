"""Unpacks what came from outside, no further than it may go."""

import zlib


def inflated(packed: bytes, most: int) -> bytes | None:
    """Of one whole zlib stream; None when there are more than `most` bytes in it. ValueError when
    it is none, is cut off or has something after it.
    """
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(packed, most + 1)
    except zlib.error:
        raise ValueError from None
    if len(plain) > most:
        return None
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError
    return plain
