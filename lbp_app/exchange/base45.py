"""Base45 (RFC 9285): bytes as the 45 characters that a QR code packs best. One text for one bytes.

The last character is never a space, so that a text survives being trimmed.
"""

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUE = {letter: value for value, letter in enumerate(ALPHABET)}


def encode(content: bytes) -> str:
    pairs = (content[at : at + 2] for at in range(0, len(content), 2))
    return "".join(_letters(pair) for pair in pairs)


def decode(text: str) -> bytes:
    """ValueError when it is none."""
    triples = (text[at : at + 3] for at in range(0, len(text), 3))
    return b"".join(_bytes(triple) for triple in triples)


def _letters(pair: bytes) -> str:
    number, letters = int.from_bytes(pair), ""
    for _ in range(len(pair) + 1):
        number, letter = divmod(number, len(ALPHABET))
        letters += ALPHABET[letter]
    return letters


def _bytes(triple: str) -> bytes:
    number = 0
    for letter in reversed(triple):
        if letter not in _VALUE:
            raise ValueError("no letter of base45")
        number = number * len(ALPHABET) + _VALUE[letter]
    size = len(triple) - 1
    if size < 1 or number >= 256**size:
        raise ValueError("no base45")
    return number.to_bytes(size)
