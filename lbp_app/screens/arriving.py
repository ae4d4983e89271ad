"""Files on their way from a tab to the program, beside the tab's own connection."""

import asyncio
import secrets
from collections.abc import AsyncIterator

from lbp_app.errors import InputRefusedError

ARRIVALS = "arrivals"  # where a tab's session keeps it


class Arrivals:
    """Each file is expected under a secret, and is taken once."""

    def __init__(self) -> None:
        self._expected: dict[str, tuple[int, asyncio.Future[bytes]]] = {}

    def expect(self, size: int, whole: asyncio.Future[bytes]) -> str:
        """The secret; `whole` gets the file, or an InputRefusedError where it is cut off."""
        secret = secrets.token_urlsafe(24)
        self._expected[secret] = size, whole
        whole.add_done_callback(lambda _: self._expected.pop(secret, None))
        return secret

    async def take(self, secret: str, parts: AsyncIterator[bytes]) -> bool:
        """False where nothing is expected, or something of another length came."""
        expected = self._expected.pop(secret, None)
        if expected is None:
            return False
        size, whole = expected
        content = await _at_most(size, parts)
        if whole.done():
            return False
        if len(content) != size:
            whole.set_exception(cut_off())
            return False
        whole.set_result(bytes(content))
        return True


async def _at_most(size: int, parts: AsyncIterator[bytes]) -> bytearray:
    """A part more where there is more."""
    content = bytearray()
    async for part in parts:
        content += part
        if len(content) > size:
            break
    return content


def cut_off() -> InputRefusedError:
    return InputRefusedError("error.file_cut")
