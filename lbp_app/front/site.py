"""What lies behind the gate: the page, its files, the heartbeat and Flet's websocket."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import quote

from lbp_app.front import pages
from lbp_app.front.answers import (
    ASK_AGAIN,
    FOR_GOOD,
    Answer,
    Receive,
    Scope,
    Send,
    header,
)
from lbp_app.front.gate import App
from lbp_app.front.packed import Packed, chosen
from lbp_app.front.shelf import Item, Shelf

# A secret and what comes under it; whether it was expected and came whole.
Arrive = Callable[[str, AsyncIterator[bytes]], Awaitable[bool]]

Depart = Callable[[str], tuple[str, bytes] | None]  # name and content of what is offered, once


def _nothing_said() -> str | None:
    return None


async def nothing_expected(secret: str, parts: AsyncIterator[bytes]) -> bool:
    return False


def nothing_offered(secret: str) -> tuple[str, bytes] | None:
    return None


@dataclass(frozen=True)
class Look:
    """What the page looks like before the app itself has drawn anything."""

    language: Callable[[], str | None] = _nothing_said  # None: as the browser asks
    theme: Callable[[], str | None] = _nothing_said  # light, dark or None for the system's


@dataclass
class Tabs:
    """How many websockets are open; `changed` hears the new count."""

    changed: Callable[[int], None]
    count: int = field(default=0, init=False)

    def add(self, change: int) -> None:
        self.count += change
        self.changed(self.count)


class Site:
    """`extra` answers paths of its own (the demo's clock) before anything else is looked up; `lock`
    is what the key that locks does in every page, `arrive` and `depart` are
    for files that go beside the websocket.
    """

    def __init__(
        self,
        flet: App,
        shelf: Shelf,
        packed: Packed,
        prefix: str,
        look: Look,
        tabs: Tabs,
        extra: App | None = None,
        lock: Callable[[], None] = lambda: None,
        arrive: Arrive = nothing_expected,
        depart: Depart = nothing_offered,
    ) -> None:
        self._flet, self._shelf, self._packed = flet, shelf, packed
        self._base = f"/{prefix}"
        self._look, self._tabs, self._extra, self._lock = look, tabs, extra, lock
        self._arrive, self._depart = arrive, depart

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await self._flet(scope, receive, send)
        if scope["type"] == "websocket":
            return await self._websocket(scope, receive, send)
        if scope["path"].startswith(f"{self._base}/demo/") and self._extra:
            return await self._extra(scope, receive, send)
        if scope["path"] == f"{self._base}/lock" and scope["method"] == "POST":
            self._lock()
            return await Answer(204).send(send)
        if scope["path"].startswith(f"{self._base}/file/") and scope["method"] == "PUT":
            return await self._file(scope, receive, send)
        answer = await self._answer(scope)
        await answer.send(send, head=scope["method"] == "HEAD")

    async def _file(self, scope: Scope, receive: Receive, send: Send) -> None:
        secret = scope["path"].removeprefix(f"{self._base}/file/")
        whole = await self._arrive(secret, _parts(receive))
        await Answer(204 if whole else 404).send(send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] != f"{self._base}/ws":
            await receive()
            return await send({"type": "websocket.close", "code": 1008})
        self._tabs.add(1)
        try:
            await self._flet({**scope, "root_path": self._base}, receive, send)
        finally:
            self._tabs.add(-1)

    async def _answer(self, scope: Scope) -> Answer:
        if scope["method"] not in ("GET", "HEAD"):
            return Answer(405)
        path = scope["path"].removeprefix(f"{self._base}/")
        if path == "alive":
            return Answer(204)
        if path.startswith("file/"):
            return self._offered(scope["method"], path.removeprefix("file/"))
        if scope["path"].startswith(self._shelf.place):
            return await self._versioned(scope)
        if path.startswith("v/") or not _is_page(path):
            return await self._unversioned(path, scope)
        return self._page(scope)

    def _offered(self, method: str, secret: str) -> Answer:
        found = self._depart(secret) if method == "GET" else None
        if found is None:
            return Answer(404)
        name, content = found
        kept_as = f"attachment; filename*=UTF-8''{quote(name)}"
        headers = {"content-type": "application/octet-stream", "content-disposition": kept_as}
        return Answer(200, content, headers)

    async def _versioned(self, scope: Scope) -> Answer:
        item = self._shelf.get(scope["path"].removeprefix(self._shelf.place))
        if item is None:
            return Answer(404)
        return await self._packed_answer(item, scope, {"cache-control": FOR_GOOD})

    async def _unversioned(self, path: str, scope: Scope) -> Answer:
        """The app's own assets by their plain name: asked for again at each visit."""
        item = self._shelf.get(path) if self._shelf.own(path) else None
        if item is None:
            return Answer(404)
        tag = f'"{hashlib.sha256(item.content).hexdigest()[:16]}"'
        headers = {"cache-control": ASK_AGAIN, "etag": tag}
        if header(scope, "if-none-match") == tag:
            return Answer(304, b"", headers)
        return await self._packed_answer(item, scope, headers)

    async def _packed_answer(self, item: Item, scope: Scope, headers: dict[str, str]) -> Answer:
        headers = headers | {"content-type": item.type}
        encoding = chosen(header(scope, "accept-encoding")) if item.compressible else ""
        if not encoding:
            return Answer(200, item.content, headers)
        body = await asyncio.to_thread(self._packed.get, item.content, encoding)
        headers |= {"content-encoding": encoding, "vary": "accept-encoding"}
        return Answer(200, body, headers)

    def _page(self, scope: Scope) -> Answer:
        wish = self._look.language() or pages.language_of(header(scope, "accept-language"))
        theme = self._look.theme() or "system"
        html = pages.index(self._base[1:], self._shelf.place, wish, theme)
        answer = pages.index_answer(html)
        if header(scope, "if-none-match") == answer.headers["etag"]:
            return pages.not_modified(answer)
        return answer


async def _parts(receive: Receive) -> AsyncIterator[bytes]:
    """Of the body of a request; ends early where the browser goes away."""
    more = True
    while more:
        message = await receive()
        yield message.get("body", b"")
        more = message.get("more_body", False)


def _is_page(path: str) -> bool:
    """A route of the app, such as "oevelser/3.2", and no file."""
    suffix = PurePosixPath(path).suffix
    return suffix in ("", ".html") or suffix[1:].isdecimal()
