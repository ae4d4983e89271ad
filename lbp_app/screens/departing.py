"""Large files on their way to a tab, beside the tab's own connection.

Through it 8 MB kept the page from doing anything for 37 s and 30 MB for 150 s (Flet 1.0.5, a busy
machine of two cores); beside it the browser takes them while the page goes on.
"""

import asyncio
import secrets
from dataclasses import dataclass

DEPARTURES = "departures"  # where a tab's session keeps it
PATIENCE = 60  # seconds until a file that nobody fetches is given up


@dataclass(frozen=True)
class Departing:
    name: str
    content: bytes


class Departures:
    """Each file is offered under a secret, and is given once."""

    def __init__(self) -> None:
        self._offered: dict[str, Departing] = {}

    def offer(self, name: str, content: bytes) -> str:
        """The secret."""
        secret = secrets.token_urlsafe(24)
        self._offered[secret] = Departing(name, content)
        asyncio.get_running_loop().call_later(PATIENCE, self.give, secret)
        return secret

    def give(self, secret: str) -> Departing | None:
        return self._offered.pop(secret, None)
