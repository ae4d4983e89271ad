"""The keyring of the device, where there is one: a second secret that a copied file lacks.

`keyring` is an optional extra and is loaded with the first use. Whatever it does wrong means that
there is none: the recovery key opens without it.
"""

from __future__ import annotations

import base64
import os
from contextlib import suppress
from importlib.util import find_spec
from typing import Any

SERVICE, SIZE = "Rygvej", 32


class Ring:
    """`name` tells one lock of this user from another."""

    def is_there(self) -> bool:
        """Some systems have the library and nothing behind it."""
        with suppress(Exception):
            return bool(_backend() and _backend().priority > 0)
        return False

    def get(self, name: str) -> bytes | None:
        with suppress(Exception):
            kept = _backend().get_password(SERVICE, name)
            return base64.b64decode(kept) if kept else None
        return None

    def make(self, name: str) -> bytes | None:
        """A new secret; None unless it can be read again."""
        secret = os.urandom(SIZE)
        with suppress(Exception):
            _backend().set_password(SERVICE, name, base64.b64encode(secret).decode())
        return secret if self.get(name) == secret else None

    def remove(self, name: str) -> None:
        with suppress(Exception):
            _backend().delete_password(SERVICE, name)


def _backend() -> Any:
    if find_spec("keyring") is None:
        return None
    import keyring

    return keyring.get_keyring()


SYSTEM = Ring()
