"""What `make screens` waits for: a page whose pictures come late is not taken before."""

import time
from base64 import b64encode
from types import SimpleNamespace
from typing import Any

import pytest

from tools import steady


class LatePage:
    """Fetches a picture that comes at 1 s and is drawn 1.2 s later, by a clock of its own.
    `busy` the seconds that two frames take.
    """

    url = "late"

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, comes: float = 1.0, busy: float = 0.03
    ) -> None:
        self.busy, self.drawn_after = busy, max(1.2, 6 * busy)
        self.at, self._comes, self._hears = 100.0, 100 + comes, dict[str, Any]()
        monkeypatch.setattr(time, "monotonic", lambda: self.at)
        self.context = SimpleNamespace(new_cdp_session=lambda page: self)
        steady.watch(self)  # type: ignore[arg-type]
        self._hears["request"]("picture")

    def on(self, event: str, heard: Any) -> None:
        self._hears[event] = heard

    def detach(self) -> None:
        pass

    def send(self, *_: object) -> dict[str, bytes]:
        return {
            "data": b64encode(b"drawn" if self.at >= self._comes + self.drawn_after else b"bare")
        }

    def evaluate(self, _: str) -> None:
        self._pass(self.busy)

    def wait_for_timeout(self, milliseconds: float) -> None:
        self._pass(milliseconds / 1000)

    def _pass(self, seconds: float) -> None:
        before, self.at = self.at, self.at + seconds
        if before < self._comes <= self.at:
            self._hears["requestfinished"]("picture")


def picture(page: LatePage) -> bytes:
    return steady.steady_picture(page)  # type: ignore[arg-type]


def test_it_waits_until_what_was_fetched_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    page = LatePage(monkeypatch)
    assert picture(page) == b"drawn"
    assert page.at < 100 + 1 + 1.2 + steady.STEADY_SECONDS + 0.3, "and not much longer"


def test_a_busy_machine_is_given_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert picture(LatePage(monkeypatch, busy=1.0)) == b"drawn"


def test_where_nothing_was_fetched_it_is_as_quick_as_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = LatePage(monkeypatch, comes=-50)
    page._hears["requestfinished"]("picture")
    page.at += 10
    picture(page)
    began = page.at
    assert picture(page) == b"drawn"
    assert page.at < began + steady.STEADY_SECONDS + 0.3


def test_it_gives_up_when_something_never_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    page = LatePage(monkeypatch, comes=10_000)
    with pytest.raises(TimeoutError):
        picture(page)
