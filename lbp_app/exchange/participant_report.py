"""A patient's report to their physiotherapist: locked for one pair of keys, and read.

docs/exchange-format.md has the bytes. Only the physiotherapist opens it, and only the patient can
have made it: both have the same key from two agreements of X25519, as in the authenticated mode of
RFC 9180.
"""

import hashlib
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from lbp_app.errors import AnswerRefusedError, AppError
from lbp_app.exchange.inflating import inflated
from lbp_app.exchange.pairing import BoxKey, tag_for
from lbp_app.exchange.sealed import MAGIC as BACKUP
from lbp_app.model.participant_report import (
    ReportRefusal,
    ReportRefusedError,
    SentReport,
    Told,
    refuse_report,
)

MAGIC = b"RYGVEJ-REPORT\r\n"  # a transfer that changes line ends spoils it at once
VERSION = 1
HEAD = struct.Struct(f">{len(MAGIC)}sB8s32s32s")
KEY, NONCE, CHECK = 32, 12, 8  # bytes
LARGEST = 2_000_000  # bytes of the content; three years with a note every day are about a million
MOST_BRACKETS = 20_000  # in the content: three years with all there is have half of them
MOST_THINGS, MOST_WITHIN = 6_000, 12_000  # in its lists, and in the lists within those
FORMAT = "rygvej-report"
EXTENSION = "lbprb"


@dataclass(frozen=True)
class Locked:
    """A whole file, not opened yet. `tag` says who is meant to have made it, `sender` with which
    key (X25519, public).
    """

    tag: str
    sender: bytes
    once: bytes  # the key that was made for this file alone
    head: bytes
    body: bytes


@dataclass(frozen=True)
class _Content:
    """As JSON."""

    format: str
    version: int
    id: str
    sequence: int
    made: date
    told: dict[str, Any]


# --- written ------------------------------------------------------------------------------------


def plain(sent: SentReport) -> bytes:
    """The content alone, for somebody who wants to read it without a key."""
    said = {
        "format": FORMAT,
        "version": VERSION,
        "id": sent.id,
        "sequence": sent.sequence,
        "made": sent.made.isoformat(),
        "told": plain_told(sent.told),
    }
    return msgspec.json.format(msgspec.json.encode(said), indent=1)


def plain_told(told: Told) -> dict[str, Any]:
    """As plain values; a day tells only what was answered."""
    said: dict[str, Any] = msgspec.to_builtins(told)
    said["days"] = [_said(day) for day in said.get("days", ())]
    return said


def _said(day: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in day.items() if value not in (None, "", [])}


def locked(sent: SentReport, own: BoxKey, physio_box: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from lbp_app.exchange.pairing import new_box

    once = new_box()
    head = HEAD.pack(MAGIC, VERSION, bytes.fromhex(sent.tag), own.public, once.public)
    shared = _agreed(once.secret, physio_box) + _agreed(own.secret, physio_box)
    key, nonce = _derived(shared, head, physio_box)
    file = head + AESGCM(key).encrypt(nonce, zlib.compress(plain(sent), 9), head)
    return file + _check(file)


# --- read ---------------------------------------------------------------------------------------


def read(data: bytes) -> Locked:
    """Whatever came; ReportRefusedError says why it is no report. Nothing is opened."""
    if len(data) > LARGEST:
        refuse_report(ReportRefusal.OVERSIZE)
    if not data.startswith(MAGIC):
        refuse_report(_instead(data))
    if len(data) > len(MAGIC) and data[len(MAGIC)] > VERSION:
        refuse_report(ReportRefusal.NEWER)
    file, check = data[:-CHECK], data[-CHECK:]
    if len(file) <= HEAD.size or check != _check(file):
        refuse_report(ReportRefusal.DAMAGED)
    head = file[: HEAD.size]
    _, version, tag, sender, once = HEAD.unpack(head)
    if version != VERSION:
        refuse_report(ReportRefusal.DAMAGED)
    return Locked(tag.hex(), sender, once, head, file[HEAD.size :])


def is_for(file: Locked, physio_key: bytes) -> bool:
    """Whether it was made for the physiotherapist whose signing key that is."""
    return tag_for(physio_key, file.sender) == file.tag


def opened(file: Locked, own: BoxKey) -> SentReport:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        shared = _agreed(own.secret, file.once) + _agreed(own.secret, file.sender)
        key, nonce = _derived(shared, file.head, own.public)
        packed = AESGCM(key).decrypt(nonce, file.body, file.head)
    except (InvalidTag, ValueError):
        refuse_report(ReportRefusal.DAMAGED)
    return _sent(_unpacked(packed), file.tag)


def told_of(said: Mapping[str, object]) -> Told:
    """Of plain values; AppError or msgspec.ValidationError when they are no report."""
    if not _is_bearable(said):
        raise AnswerRefusedError
    return msgspec.convert(said, Told)


def _is_bearable(said: Mapping[str, object]) -> bool:
    lists = [each for each in said.values() if isinstance(each, list)]
    if sum(map(len, lists)) > MOST_THINGS:
        return False
    things = (thing for each in lists for thing in each if isinstance(thing, dict))
    within = (part for thing in things for part in thing.values() if isinstance(part, list))
    return sum(map(len, within)) <= MOST_WITHIN


def _sent(content: bytes, tag: str) -> SentReport:
    if content.count(b"{") + content.count(b"[") > MOST_BRACKETS:
        refuse_report(ReportRefusal.OUT_OF_BOUNDS)
    try:
        said = msgspec.json.decode(content, type=_Content)
        if said.version > VERSION and said.format == FORMAT:
            refuse_report(ReportRefusal.NEWER)
        if (said.format, said.version) != (FORMAT, VERSION):
            refuse_report(ReportRefusal.OUT_OF_BOUNDS)
        return SentReport(said.id, tag, said.sequence, said.made, told_of(said.told))
    except ReportRefusedError:
        raise
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, AppError):
        refuse_report(ReportRefusal.OUT_OF_BOUNDS)


def _unpacked(packed: bytes) -> bytes:
    try:
        content = inflated(packed, LARGEST)
    except ValueError:
        refuse_report(ReportRefusal.OUT_OF_BOUNDS)
    return refuse_report(ReportRefusal.OVERSIZE) if content is None else content


def _instead(data: bytes) -> ReportRefusal:
    """What it is, when it is no report."""
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((BACKUP, b"LBP", b"%PDF")):
        return ReportRefusal.OTHER_KIND
    is_plain = start.startswith(b"{") and FORMAT.encode() in start
    return ReportRefusal.PLAIN if is_plain else ReportRefusal.GARBAGE


def _agreed(secret: bytes, public: bytes) -> bytes:
    """ValueError for a public key that would make one that everybody knows."""
    from cryptography.hazmat.primitives.asymmetric import x25519

    own = x25519.X25519PrivateKey.from_private_bytes(secret)
    return own.exchange(x25519.X25519PublicKey.from_public_bytes(public))


def _derived(shared: bytes, head: bytes, physio_box: bytes) -> tuple[bytes, bytes]:
    """Key and nonce: both are for this file alone."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    said = b"rygvej report 1\0" + head + physio_box
    made = HKDF(SHA256(), KEY + NONCE, salt=None, info=said).derive(shared)
    return made[:KEY], made[KEY:]


def _check(file: bytes) -> bytes:
    """Finds damage, not forgery."""
    return hashlib.sha256(b"rygvej report check\0" + file).digest()[:CHECK]
