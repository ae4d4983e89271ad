"""The container of a backup: locked with a passphrase, or plain with checksums.

docs/backup-format.md describes it byte by byte. Nothing is given out before it has been checked.
"""

import hashlib
import hmac
import os
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import BinaryIO, Protocol

from lbp_app.errors import InputRefusedError, NewerError
from lbp_app.exchange.whole_file import file_faults

MAGIC = b"RYGVEJ-BACKUP\r\n"  # a transfer that changes line ends spoils it at once
VERSION = 1
CHUNK = 64 * 1024  # bytes of content in each chunk but the last
HEAD = struct.Struct(f">{len(MAGIC)}sBBIII16s7s")
PROOF = 32  # bytes after the head
PLAIN, LOCKED = 0, 1
KIND = len(MAGIC) + 1  # where it stands in the head


@dataclass(frozen=True)
class Cost:
    """Of Argon2id. As RFC 9106 recommends where memory is short."""

    passes: int = 3
    lanes: int = 4
    memory: int = 64 * 1024  # KiB

    @property
    def is_bearable(self) -> bool:
        """A file from outside may not ask for more than this."""
        lanes = 1 <= self.lanes <= 8
        return 1 <= self.passes <= 10 and lanes and 8 * self.lanes <= self.memory <= 256 * 1024


@dataclass(frozen=True)
class Key:
    """Derived once from a passphrase, which then opens every file that is sealed with it.

    `secret` has 64 bytes: the first half encrypts, the second half proves the head.
    """

    cost: Cost
    salt: bytes
    secret: bytes


Lock = str | Key | None  # a passphrase, a key that was made of one, or plain


def key_of(passphrase: str, cost: Cost | None = None) -> Key:
    cost, salt = cost or Cost(), os.urandom(16)
    return Key(cost, salt, _derived(cost, salt, passphrase))


class Box(Protocol):
    proof: bytes
    tag: int  # bytes that each chunk grows by

    def seal(self, place: bytes, chunk: bytes) -> bytes: ...

    def open(self, place: bytes, sealed: bytes) -> bytes: ...


def seal(content: Iterable[bytes], lock: Lock, cost: Cost | None = None) -> Iterator[bytes]:
    """The file, part by part; None means plain."""
    kind = PLAIN if lock is None else LOCKED
    cost, salt = (cost or Cost()) if kind else Cost(0, 0, 0), os.urandom(16)
    if isinstance(lock, Key):
        cost, salt = lock.cost, lock.salt
    head = HEAD.pack(
        MAGIC, VERSION, kind, cost.passes, cost.lanes, cost.memory, salt, os.urandom(7)
    )
    box = _box(head, lock)
    yield head + box.proof
    for number, (chunk, last) in enumerate(_chunks(content)):
        yield box.seal(_place(number, last), chunk)


def unseal(file: BinaryIO, lock: Lock) -> Iterator[bytes]:
    """The content, part by part, each checked before it is given out."""
    with file_faults():
        yield from _unsealed(file, lock)


def _unsealed(file: BinaryIO, lock: Lock) -> Iterator[bytes]:
    head, proof = _head(file), file.read(PROOF)
    box = _box(head, lock)
    if not hmac.compare_digest(proof, box.proof):
        raise InputRefusedError("error.backup_passphrase" if head[KIND] else "error.backup_damaged")
    size = CHUNK + box.tag
    following = file.read(size)
    for number in count():
        chunk, following = following, file.read(size)
        yield box.open(_place(number, last=not following), chunk)
        if not following:
            return


def is_locked(file: BinaryIO) -> bool:
    """Whether a passphrase is needed; begins to read at the start and goes back there."""
    locked = _head(file)[16] == LOCKED
    file.seek(0)
    return locked


def _head(file: BinaryIO) -> bytes:
    head = file.read(HEAD.size)
    if not head.startswith(MAGIC):
        raise InputRefusedError("error.backup_other")
    if len(head) < HEAD.size:
        raise InputRefusedError("error.backup_damaged")
    _, version, kind, *cost, _, _ = HEAD.unpack(head)
    if version > VERSION:
        raise NewerError("error.backup_newer")
    fits = Cost(*cost).is_bearable if kind == LOCKED else not any(cost)
    if version != VERSION or kind not in (PLAIN, LOCKED) or not fits:
        raise InputRefusedError("error.backup_damaged")
    return head


def _box(head: bytes, lock: Lock) -> Box:
    if head[KIND] == PLAIN:
        return _Plain(head)
    if lock is None:
        raise InputRefusedError("error.passphrase_needed")
    return _Locked(head, lock)


class _Plain:
    """SHA-256 over head, place and content: finds damage, not forgery."""

    tag = 32

    def __init__(self, head: bytes) -> None:
        self._head = head
        self.proof = hashlib.sha256(head).digest()

    def seal(self, place: bytes, chunk: bytes) -> bytes:
        return chunk + hashlib.sha256(self._head + place + chunk).digest()

    def open(self, place: bytes, sealed: bytes) -> bytes:
        chunk = sealed[: -self.tag]
        if self.seal(place, chunk) != sealed:
            raise InputRefusedError("error.backup_damaged")
        return chunk


class _Locked:
    """AES-256-GCM. The proof tells a wrong passphrase from a damaged body, and ties the head to
    the key.
    """

    tag = 16

    def __init__(self, head: bytes, lock: str | Key) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        keys = _keys(head, lock)
        self._head, self._prefix = head, head[-7:]
        self._cipher = AESGCM(keys[:32])
        self.proof = hmac.digest(keys[32:], head, "sha256")

    def seal(self, place: bytes, chunk: bytes) -> bytes:
        return self._cipher.encrypt(self._prefix + place, chunk, self._head)

    def open(self, place: bytes, sealed: bytes) -> bytes:
        from cryptography.exceptions import InvalidTag

        try:
            return self._cipher.decrypt(self._prefix + place, sealed, self._head)
        except (InvalidTag, ValueError) as error:
            raise InputRefusedError("error.backup_damaged") from error


def _keys(head: bytes, lock: str | Key) -> bytes:
    """A key that belongs to another salt is no better than a wrong passphrase."""
    _, _, _, *cost, salt, _ = HEAD.unpack(head)
    return lock.secret if isinstance(lock, Key) else _derived(Cost(*cost), salt, lock)


def _derived(cost: Cost, salt: bytes, passphrase: str) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    secret = unicodedata.normalize("NFC", passphrase.strip()).encode()
    return hash_secret_raw(secret, salt, cost.passes, cost.memory, cost.lanes, 64, Type.ID)


def _place(number: int, last: bool) -> bytes:
    """Where a chunk stands, so that none can be moved, repeated, left out or added."""
    return struct.pack(">I?", number, last)


def _chunks(content: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    held = bytearray()
    for part in content:
        held += part
        while len(held) > CHUNK:
            yield bytes(held[:CHUNK]), False
            del held[:CHUNK]
    yield bytes(held), True
