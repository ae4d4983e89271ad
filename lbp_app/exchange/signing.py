"""Ed25519 keys: made, kept as PEM, told as 64 hexadecimal digits, recognised by six digits."""

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lbp_app.errors import InputRefusedError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SIZE, SIGNATURE = 32, 64  # bytes
_PUBLIC = re.compile(r"(?<!\w)[0-9a-f]{64}(?!\w)", re.ASCII)


@dataclass(frozen=True)
class SigningKey:
    """`secret` is the seed of 32 bytes."""

    secret: bytes

    @property
    def public(self) -> bytes:
        return self._whole().public_key().public_bytes_raw()

    def sign(self, said: bytes) -> bytes:
        return self._whole().sign(said)

    def pem(self) -> bytes:
        """PKCS #8, as other programs read it too; without a passphrase."""
        from cryptography.hazmat.primitives import serialization as form

        return self._whole().private_bytes(
            form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption()
        )

    def _whole(self) -> "Ed25519PrivateKey":
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.secret)

    def __repr__(self) -> str:
        return "SigningKey(...)"


def new_key() -> SigningKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return SigningKey(Ed25519PrivateKey.generate().private_bytes_raw())


def read_pem(data: bytes) -> SigningKey:
    """Of a private key; InputRefusedError when it is none, another kind or locked."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(data, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise InputRefusedError("error.plan_key") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise InputRefusedError("error.plan_key")
    return SigningKey(key.private_bytes_raw())


def is_signed(public: bytes, said: bytes, signature: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, said)
    except (InvalidSignature, ValueError):
        return False
    return True


def public_in(text: str) -> bytes | None:
    """The one public key that `lbp prescription keygen` printed, alone or as it stands there."""
    found = _PUBLIC.findall(text)
    return bytes.fromhex(found[0]) if len(found) == 1 else None


def fingerprint(public: bytes) -> str:
    """Six digits."""
    return digits_of(hashlib.sha256(b"rygvej key 1\0" + public).digest())


def digits_of(digest: bytes) -> str:
    return f"{int.from_bytes(digest) % 1_000_000:06}"
