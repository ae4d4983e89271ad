"""Signed texts: a name such as LBP1:, then base45 of a flag, the signer's key, what is said, and
the signature over all of it. docs/exchange-format.md has the bytes.

The signature covers what is packed, so nothing is unpacked or read that was changed on the way.
"""

import zlib
from dataclasses import dataclass
from typing import Any

from lbp_app.exchange import base45, cbor
from lbp_app.exchange.inflating import inflated
from lbp_app.exchange.signing import SIGNATURE, SIZE, SigningKey, is_signed
from lbp_app.model.prescription import PlanRefusedError, Refusal, refuse

LARGEST = 2048  # bytes of what is said, unpacked
LONGEST = 3300  # characters of a text
LARGEST_FILE = 4 * LONGEST  # bytes
PLAIN, PACKED = b"\0", b"\1"
KINDS = ("LBP", "LBPK", "LBPT", "LBPC")  # a plan, a physiotherapist's keys, an answer, a class


@dataclass(frozen=True)
class Signed:
    key: bytes  # public
    content: dict[int, Any]


def sealed(name: str, content: dict[int, Any], key: SigningKey) -> str:
    plain = cbor.written(content)
    packed = zlib.compress(plain, 9)
    said = PACKED + key.public + packed if len(packed) < len(plain) else PLAIN + key.public + plain
    return name + base45.encode(said + key.sign(_signed(name, said)))


def opened(name: str, text: str) -> Signed:
    """What was said, and by which key. Who holds the key is for others to know."""
    data = content_of(name, text)
    said, signature = data[:-SIGNATURE], data[-SIGNATURE:]
    key, body = said[1 : 1 + SIZE], said[1 + SIZE :]
    if not body or not is_signed(key, _signed(name, said), signature):
        refuse(Refusal.TAMPERED)
    try:
        return Signed(key, cbor.read(_unpacked(said[:1], body)))
    except PlanRefusedError:
        raise
    except ValueError:
        refuse(Refusal.OUT_OF_BOUNDS)


def content_of(name: str, text: str) -> bytes:
    """The bytes of a text of this name."""
    bare = tidied(text)
    if not bare.startswith(name):
        refuse(_instead(name, bare))
    try:
        return base45.decode(bare.removeprefix(name))
    except ValueError:
        refuse(Refusal.TAMPERED)


def tidied(text: str) -> str:
    """Without what a letter program puts around it and where it breaks lines."""
    if len(text) > LONGEST:
        refuse(Refusal.OVERSIZE)
    return text.strip("\ufeff \t\r\n\v\f\u00a0").replace("\r", "").replace("\n", "")


def whole_file(text: str) -> bytes:
    """What a file of a message holds."""
    return f"{text}\n".encode()


def text_of_file(data: bytes) -> str:
    """PlanRefusedError when it is no text at all."""
    if len(data) > LARGEST_FILE:
        refuse(Refusal.OVERSIZE)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        refuse(Refusal.GARBAGE)


def is_message(text: str) -> bool:
    return text.startswith(KINDS[0]) and ":" in text


def _instead(name: str, text: str) -> Refusal:
    """What it is, when it is not of this name."""
    kind, colon, _ = text[: len("LBPK99:")].partition(":")
    letters = kind.rstrip("0123456789")
    if not colon or letters not in KINDS or letters == kind:
        return Refusal.GARBAGE
    return Refusal.NEWER if name.startswith(f"{letters}1") else Refusal.OTHER_KIND


def _signed(name: str, said: bytes) -> bytes:
    """Bound to the kind of message, so that one cannot stand for another."""
    return f"rygvej {name}\0".encode() + said


def _unpacked(flag: bytes, body: bytes) -> bytes:
    if flag == PLAIN:
        return body if len(body) <= LARGEST else refuse(Refusal.OVERSIZE)
    if flag != PACKED:
        raise ValueError
    plain = inflated(body, LARGEST)
    return refuse(Refusal.OVERSIZE) if plain is None else plain
