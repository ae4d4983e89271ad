"""Reload, new tab, dropped websocket, restart: the same page and nothing lost."""

import re
import socket
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import press, radio, ready, seen, write
from tests.serving import PATIENCE

NOTE = "Sov dårligt, men gik en tur"


class Line:
    """A TCP line to a server that can be cut and mended. The server sees its own address."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._open: list[socket.socket] = []
        self._cut = False
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Ends every connection and takes no new one."""
        self._cut = True
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self._cut = False

    def close(self) -> None:
        self.cut()
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                if self._cut:
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self._target))
                self._open += [near, far]
                here, there = f"127.0.0.1:{self.port}", f"127.0.0.1:{self._target}"
                names = here.encode(), there.encode()
                for ends in ((near, far, names), (far, near, names[::-1])):
                    threading.Thread(target=self._pass_on, args=ends, daemon=True).start()

    def _pass_on(
        self, source: socket.socket, target: socket.socket, names: tuple[bytes, bytes]
    ) -> None:
        with suppress(OSError):
            while part := source.recv(65536):
                target.sendall(part.replace(*names))
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


@pytest.fixture
def line(server) -> Iterator[Line]:
    line = Line(port_of(server))
    yield line
    line.close()


def port_of(server):
    return int(re.search(r":(\d+)/", server.address)[1])


def half_filled(page):
    """Two answers given, one passed by, a note begun and not left."""
    press(page, "Spring resten over")
    for name, value in (("Rygsmerte", 4), ("Bensmerte", 0)):
        press(page, f"{name}: {value} af 10", role="radio")
        seen(page, f"Ryd svaret: {name}")
    press(page, "Spring over: Besvær")
    seen(page, "sprunget over")
    write(page, "Note til dagen", NOTE)
    seen(page, "Fortryd det seneste")


def still_there(page, timeout=30_000):
    radio(page, "Søvn: 0 af 10").wait_for(state="attached", timeout=timeout)
    for text in ("4 af 10", "0 af 10", "sprunget over", "3 af 5 besvaret"):
        seen(page, text)
    expect(write(page, "Note til dagen", "")).to_have_value(NOTE)


def kept(server, field):
    with sqlite3.connect(f"file:{server.data / 'rygvej.db'}?mode=ro", uri=True) as file:
        row = file.execute(f"SELECT {field} FROM check_in").fetchone()  # noqa: S608
    file.close()
    return row[0]


def wait_kept(page, server, field, value):
    until = time.monotonic() + PATIENCE
    while kept(server, field) != value:
        assert time.monotonic() < until, f"{field} is {kept(server, field)!r}"
        page.wait_for_timeout(50)


def test_a_half_filled_check_in_survives_reload_new_tab_and_restart(server, open_page):
    page = open_page(server, height=2400, forgiving=True)
    half_filled(page)
    wait_kept(page, server, "note", NOTE)
    page.reload()
    still_there(page)
    beside = open_page(server, beside=page, height=2400, forgiving=True)
    still_there(beside)
    beside.close()
    server.restart()
    still_there(page, timeout=30_000)
    press(page, "Søvn: 5 af 10", role="radio")
    wait_kept(page, server, "sleep", 5)


@pytest.mark.full
def test_a_dropped_line_comes_back_by_itself_and_shows_what_is_kept(server, open_page, line):
    page = open_page(server, height=2400, forgiving=True)
    half_filled(page)
    wait_kept(page, server, "note", NOTE)
    page.goto(page.url.replace(f":{port_of(server)}/", f":{line.port}/"))
    still_there(page)
    for seconds, name, field in ((0.5, "Søvn", "sleep"), (3, "Humør", "mood")):
        radio(page, f"{name}: 5 af 10").wait_for(state="attached")
        line.cut()
        press(page, f"{name}: 5 af 10", role="radio")
        page.wait_for_timeout(1000 * seconds)
        with page.expect_event("load"):
            line.mend()
        ready(page)
        shows_what_is_kept(page, server, name, field)
        press(page, f"{name}: 1 af 10", role="radio")
        wait_kept(page, server, field, 1)
    expect(page).to_have_url(re.compile("/$"))
    expect(write(page, "Note til dagen", "")).to_have_value(NOTE)


def shows_what_is_kept(page, server, name, field):
    """A tap while the line is down is kept later or not at all, and never shown as if it were."""
    group, until = page.get_by_role("group", name=name), time.monotonic() + 20
    while True:
        chosen = group.get_by_role("radio", checked=True)
        shown = chosen.get_attribute("aria-label") if chosen.count() else None
        value = kept(server, field)
        if group.count() and shown == (None if value is None else f"{name}: {value} af 10"):
            return
        assert time.monotonic() < until, f"{shown!r} is shown, {value!r} is kept"
        page.wait_for_timeout(100)


@pytest.mark.full
def test_a_text_half_typed_when_the_page_is_left_is_kept(server, open_page):
    page = open_page(server, height=2400, forgiving=True)
    half_filled(page)
    page.keyboard.type(" i dag", delay=20)
    page.wait_for_timeout(900)  # the rest of a breath
    page.goto("about:blank")
    wait_kept(page, server, "note", NOTE + " i dag")
