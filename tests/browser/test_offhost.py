"""No request leaves this machine, shown three ways."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ready, seen
from tests.serving import Server, lbp

AUDIT = Path(__file__).parent / "audit"
LOOPBACK = re.compile(r"\('127\.0\.0\.1', \d+\)|'127\.0\.0\.1'")
NOWHERE_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
PLACES = {
    "/": "I dag",
    "/oevelser": "Øvelser",
    "/forloeb": "Forløb",
    "/viden": "Viden",
    "/viden/lektion/sleep/1": "Kort 1",
    "/viden/links": "Tilbud",
    "/viden/kilder": "Kilder",
    "/mig": "Mig",
    "/mig/udvikling": "Udvikling",
    "/mig/data": "Mine data",
    "/mig/indstillinger": "Indstillinger",
    "/mig/om": "Om",
    "/tegn": "Tegn",
    "/daarlig-dag": "Dårlig",
}


@pytest.fixture
def audited(serve: Callable[..., Server], tmp_path: Path) -> tuple[Server, Path]:
    """The demo, in which every connection of the server is written down."""
    file = tmp_path / "connections"
    env = {"PYTHONPATH": str(AUDIT), "AUDIT_FILE": str(file)}
    return serve("demo", "--now", "2026-05-04T09:00+02:00", env=env), file


FEW = ("/", "/mig/udvikling", "/tegn")
walks = pytest.mark.parametrize(
    "places", [FEW, pytest.param(tuple(PLACES), marks=pytest.mark.full)], ids=["few", "all"]
)


def walk(page: Page, server: Server, places: Iterable[str]) -> None:
    """Places by their address, and one answer."""
    page.goto(server.new_link())
    ready(page)
    page.get_by_role("radio").first.evaluate("element => element.click()")
    seen(page, "Gemt")
    for route in places:
        page.goto(f"{server.url}{route}")
        ready(page)
        seen(page, re.compile(PLACES[route]))
        page.wait_for_load_state("networkidle")


class Asked:
    """Hosts that a page asks for, as the browser's own protocol tells."""

    def __init__(self, page: Page) -> None:
        self._hosts: dict[str, str] = {}
        self.blocked: set[str] = set()
        cdp = page.context.new_cdp_session(page)
        cdp.send("Network.enable")
        cdp.on("Network.requestWillBeSent", self._sent)
        cdp.on("Network.webSocketCreated", lambda e: self._add(e["requestId"], e["url"]))
        cdp.on("Network.loadingFailed", self._failed)

    def _sent(self, event: dict) -> None:
        self._add(event["requestId"], event["request"]["url"])

    def _add(self, request: str, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss"):
            self._hosts[request] = parts.netloc

    def _failed(self, event: dict) -> None:
        if event.get("blockedReason") == "csp":
            self.blocked.add(self._hosts.pop(event["requestId"], ""))

    @property
    def hosts(self) -> set[str]:
        return set(self._hosts.values())


@walks
def test_the_browser_asks_nobody_else_and_the_server_neither(audited, open_page, places):
    server, file = audited
    page = open_page(server, forgiving=True)  # Flutter throws where a page is left while it loads
    asked = Asked(page)
    walk(page, server, places)
    assert asked.hosts == {urlsplit(server.url).netloc}
    assert asked.blocked <= {"cdn.jsdelivr.net"}  # Flet's animation library, stopped by the policy
    assert lbp("doctor", "--data", str(server.data)).returncode == 0
    server.stop()
    connections = file.read_text(encoding="utf-8").splitlines()
    assert [line for line in connections if not LOOPBACK.search(line)] == []


def test_the_audit_would_see_a_connection_elsewhere(tmp_path):
    """The proof above can fail: the same hook sees a program that looks up a name."""
    file = tmp_path / "connections"
    env = os.environ | {"PYTHONPATH": str(AUDIT), "AUDIT_FILE": str(file)}
    program = "import socket; socket.socket(2, 2).connect(('192.0.2.1', 9))"
    subprocess.run([sys.executable, "-c", program], env=env, check=True)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not LOOPBACK.search(line)] != []


@pytest.mark.full
@walks
def test_everything_works_where_no_other_host_can_be_found(
    serve: Callable[..., Server], launch: Callable[..., Browser], places: tuple[str, ...]
):
    server = serve("demo", "--now", "2026-05-04T09:00+02:00")
    page = launch(NOWHERE_ELSE).new_page()
    walk(page, server, places)
