"""The secrets: what is kept beside the data from start to start, and the link that is good once."""

import json
import secrets
import threading
from dataclasses import dataclass
from pathlib import Path

from lbp_app.front.files import write_private

FILE = "front.json"


@dataclass(frozen=True)
class Kept:
    """Used again at each start, so that bookmark, installed icon and open tab go on working.

    `port` 0 until the first start has found one.
    """

    cookie: str
    prefix: str
    port: int = 0

    @property
    def cookie_name(self) -> str:
        """Differs from data folder to data folder: cookies do not keep ports apart."""
        return f"rygvej_{self.prefix[:6]}"


def kept_in(data: Path) -> Kept | None:
    """What an earlier start kept; None when there was none or the file is damaged."""
    try:
        kept = Kept(**json.loads((data / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return kept if len(kept.cookie) >= 32 and kept.prefix.isalnum() else None


def new_keys() -> Kept:
    return Kept(cookie=secrets.token_urlsafe(32), prefix=secrets.token_hex(6))


def keep(data: Path, kept: Kept) -> None:
    write_private(data / FILE, json.dumps(kept.__dict__))


class Links:
    """Secrets that each buy the cookie once."""

    def __init__(self) -> None:
        self._unspent: set[str] = set()
        self._lock = threading.Lock()

    def new(self) -> str:
        link = secrets.token_urlsafe(24)
        with self._lock:
            self._unspent.add(link)
        return link

    def spend(self, link: str) -> bool:
        """True the first time only."""
        with self._lock:
            known = [one for one in self._unspent if same(one, link)]
            self._unspent.difference_update(known)
        return bool(known)


def same(given: str, secret: str) -> bool:
    return secrets.compare_digest(given.encode(), secret.encode())
