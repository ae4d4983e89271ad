"""CBOR that would have a careless reader fail, wait or fill the memory."""

HOSTILE_CBOR = {
    "no CBOR": b"\xff\xff",
    "deep": b"\x81" * 1900 + b"\0",
    "a list without end": b"\x9f" * 50,
    "four milliard": b"\x9a\xff\xff\xff\xff",
    "a long string": b"\x5b\x7f\xff\xff\xff\xff\xff\xff\xff",
    "a pattern": b"\xa1\x01\xd8\x23\x67(a+)+$x",
    "a large power": b"\xa1\x01\xc5\x82\x1a\x7f\xff\xff\xff\x01",
    "a circle": b"\xa1\x01\xd8\x1c\x81\xd8\x1d\x00",
    "a key twice": b"\xa2\x01\x01\x01\x02",
}
