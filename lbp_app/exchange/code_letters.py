"""Numbers as letters that can be read aloud, with a Reed-Solomon check over GF(32).

`check` letters find every `check` wrong letters, so with two or more every swap of neighbours.
docs/exchange-format.md has the alphabet and the polynomial.
"""

from functools import cache

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: without I, L, O and U
BASE = len(ALPHABET)
_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1
_READ_AS = str.maketrans("OIL", "011")
_VALUE = {letter: value for value, letter in enumerate(ALPHABET)}


def letters_of(number: int, data: int, check: int) -> str:
    """`data` letters for the number, then `check` letters."""
    values = [number // BASE**at % BASE for at in reversed(range(data))]
    return "".join(ALPHABET[value] for value in values + _checks(values, check))


def number_of(text: str, data: int, check: int) -> int | None:
    """None when the check does not fit. Small letters count as capitals, O as 0, I and L as 1."""
    if len(text) != data + check or not text.isascii():
        return None
    values = [_VALUE.get(letter, -1) for letter in text.upper().translate(_READ_AS)]
    if -1 in values or _checks(values[:data], check) != values[data:]:
        return None
    number = 0
    for value in values[:data]:
        number = number * BASE + value
    return number


def grouped(letters: str) -> str:
    """XXXX-XXXX, as it is shown and typed."""
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def ungrouped(text: str, groups: int) -> str | None:
    """Without spaces, and without dashes where `grouped` puts them; None where a dash is astray."""
    bare = "".join(text.split())
    for dash in "‐‑‒–—−":  # what keyboards and letter programs make of one
        bare = bare.replace(dash, "-")
    parts = bare.split("-")
    if len(parts) > 1 and [len(part) for part in parts] != [4] * groups:
        return None
    return "".join(parts)


def _doubled(value: int) -> int:
    return value << 1 if value < BASE // 2 else value << 1 ^ _POLYNOMIAL


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        product ^= one if other & 1 else 0
        one, other = _doubled(one), other >> 1
    return product


@cache
def _generator(check: int) -> list[int]:
    """Of the product of (x - 2^1) to (x - 2^check), the coefficients after the first."""
    made, root = [1], 1
    for _ in range(check):
        root = _doubled(root)
        shifted = [0, *(_times(one, root) for one in made)]
        made = [one ^ other for one, other in zip([*made, 0], shifted, strict=True)]
    return made[1:]


def _checks(values: list[int], check: int) -> list[int]:
    """What is left when the values, as a polynomial, are divided by the generator."""
    left, generator = [0] * check, _generator(check)
    for value in values:
        factor = value ^ left[0]
        shifted = [*left[1:], 0]
        left = [one ^ _times(factor, by) for one, by in zip(shifted, generator, strict=True)]
    return left
