"""When a page is done: what it fetches is there, and it looks the same for a while."""

from __future__ import annotations

import time
from base64 import b64decode
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from playwright.sync_api import Page, Request

from tests.serving import PATIENCE

STEADY_SECONDS = 0.5  # a picture that stays the same this long is done
DRAWN_SECONDS = 1.3  # until the last thing that was fetched is drawn by a slow machine,
DRAWN_LOOKS = 8  # or by one that is busy besides: as many pictures, frames between them
LOOK_AGAIN = 100  # milliseconds
FRAMES = "() => new Promise(on => requestAnimationFrame(() => requestAnimationFrame(on)))"
QUICKLY = {"format": "png", "optimizeForSpeed": True}


@dataclass
class Fetches:
    """Of one page: what is on its way; of the last that came, when it did (0 when nothing has),
    and how often the page was looked at since then.
    """

    on_their_way: set[Request] = field(default_factory=set)
    last_came: float = 0
    looks: int = DRAWN_LOOKS

    def went(self, request: Request) -> None:
        self.on_their_way.add(request)

    def came(self, request: Request) -> None:
        self.on_their_way.discard(request)
        self.last_came, self.looks = time.monotonic(), 0

    @property
    def are_drawn(self) -> bool:
        late = time.monotonic() - self.last_came > DRAWN_SECONDS
        return late and self.looks >= DRAWN_LOOKS and not self.on_their_way


_FETCHES: WeakKeyDictionary[Page, Fetches] = WeakKeyDictionary()


def watch(page: Page) -> None:
    """To be called before anything is fetched; a page that is not watched fetches nothing."""
    fetches = _FETCHES[page] = Fetches()
    page.on("request", fetches.went)
    page.on("requestfinished", fetches.came)
    page.on("requestfailed", fetches.came)


def steady_picture(page: Page, other_than: bytes = b"") -> bytes:
    """Waits until fonts and pictures have come and nothing moves any more.

    Flutter has said its last word long before: a machine without a graphics card draws more than a
    second behind.
    """
    last, since, until = b"", time.monotonic(), time.monotonic() + PATIENCE
    wire, fetches = page.context.new_cdp_session(page), _FETCHES.get(page, Fetches())
    while time.monotonic() < until:
        page.evaluate(FRAMES)
        picture = b64decode(wire.send("Page.captureScreenshot", QUICKLY)["data"])
        fetches.looks += 1
        if picture != last:
            last, since = picture, time.monotonic()
        elif (
            picture != other_than
            and fetches.are_drawn
            and time.monotonic() - since > STEADY_SECONDS
        ):
            wire.detach()
            return picture
        page.wait_for_timeout(LOOK_AGAIN)
    raise TimeoutError(f"{page.url} does not come to rest, or is not drawn")
