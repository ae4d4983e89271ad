"""Seals the data key so that only a code, or the recovery key, opens it again.

Argon2id makes a key of the secret, AES-256-GCM seals with it: a wrong secret opens nothing, and
nothing that is kept tells what the right one is.
"""

import hmac
import os
import unicodedata
from collections.abc import Callable

from lbp_app.exchange.sealed import Cost
from lbp_app.model.lock import ALPHABET, GROUP, GROUPS, Opens, Slot, shown_recovery

KEY, NONCE, SALT = 32, 12, 16  # bytes


def new_key() -> bytes:
    return os.urandom(KEY)


def new_recovery() -> str:
    """For a person to print or write down."""
    return shown_recovery("".join(ALPHABET[byte % 32] for byte in os.urandom(GROUPS * GROUP)))


def seal(
    key: bytes, opens: Opens, secret: str, ring: bytes | None = None, cost: Cost | None = None
) -> Slot:
    """`ring` is the second secret, which only this device has."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cost = cost or Cost()
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    empty = Slot(opens, cost.passes, cost.lanes, cost.memory, salt, nonce, b"", ring is not None)
    sealed = AESGCM(_key(empty, secret, ring)).encrypt(nonce, key, _said(empty))
    return Slot(opens, cost.passes, cost.lanes, cost.memory, salt, nonce, sealed, empty.ringed)


def unseal(slot: Slot, secret: str, ring: Callable[[], bytes | None]) -> bytes | None:
    """The data key; None for a wrong secret, and where the device has lost the second one."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    second = ring() if slot.ringed else None
    if slot.ringed and second is None:
        return None
    try:
        return AESGCM(_key(slot, secret, second)).decrypt(slot.nonce, slot.sealed, _said(slot))
    except InvalidTag:
        return None


def _key(slot: Slot, secret: str, ring: bytes | None) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    said = unicodedata.normalize("NFC", secret).encode()
    made = hash_secret_raw(said, slot.salt, slot.passes, slot.memory, slot.lanes, KEY, Type.ID)
    return made if ring is None else hmac.digest(ring, made, "sha256")


def _said(slot: Slot) -> bytes:
    """What is not secret in a slot and must not be changed."""
    told = (slot.opens.value, slot.passes, slot.lanes, slot.memory, slot.ringed)
    return repr(told).encode() + slot.salt
