"""The front in a real Chromium, mostly with a tiny app behind it."""

import re
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from lbp_app.front.shelf import FIRST
from tests.browser.conftest import press, ready, seen
from tests.browser.stand_in import CPR
from tests.serving import STAND_IN, Server
from tools.chromium import chromium_path, launch_options

CLOSED = re.compile("Rygvej er lukket på denne computer")
KEEP_SOCKETS = """
window.sockets = [];
window.WebSocket = class extends WebSocket {
  constructor(...given) { super(...given); window.sockets.push(this); }
};
"""


@pytest.fixture
def server(serve: Callable[..., Server]) -> Server:
    return serve(program=STAND_IN)


@pytest.mark.full
def test_a_deep_link_reaches_the_app_without_the_prefix(server, open_page):
    page = open_page(server, "/mig/udvikling")
    seen(page, "Sted /mig/udvikling")
    expect(page).to_have_url(f"{server.url}/mig/udvikling")
    expect(page).to_have_title("Prøve")
    assert page.locator("html").get_attribute("lang") == "da-DK"


def test_reload_new_tab_dropped_socket_and_restart_lead_to_the_same_place(server, open_page):
    page = open_page(server, "/forloeb", forgiving=True)
    page.reload()
    ready(page)
    seen(page, "Sted /forloeb")
    beside = open_page(server, "/viden", beside=page)
    seen(beside, "Sted /viden")
    beside.close()
    page.add_init_script(KEEP_SOCKETS)
    page.reload()
    ready(page)
    press(page, "Mere")
    seen(page, "Talt 1")
    with page.expect_event("load"):
        page.evaluate("window.sockets.forEach(socket => socket.close())")
    ready(page)
    press(page, "Mere")
    seen(page, re.compile("Talt [12]"))
    seen(page, "Sted /forloeb")
    server.restart()
    seen_after_restart(page, "Talt 0")
    seen(page, "Sted /forloeb")


def seen_after_restart(page: Page, text: str) -> None:
    """The page may load again meanwhile."""
    page.get_by_text(text).first.wait_for(state="attached", timeout=30_000)


@pytest.mark.full
def test_when_the_program_is_gone_an_own_message_says_so_and_goes_when_it_is_back(
    server, open_page
):
    page = open_page(server, "/mig", forgiving=True)
    seen(page, "Sted /mig")
    expect(page.locator("html")).to_have_attribute("lang", "da-DK")
    before = time.monotonic()
    server.kill()
    message = page.get_by_role("alertdialog", name=CLOSED)
    message.wait_for()
    assert 4.5 <= time.monotonic() - before <= 9
    expect(message).to_contain_text("Dine svar er gemt. Var du midt i en tekst, så se den efter.")
    expect(message).to_contain_text("Your answers are saved.")
    expect(message.get_by_role("button", name="Prøv igen")).to_be_focused()
    box = message.bounding_box()
    assert (box["width"], box["height"]) == (400, 800)
    page.keyboard.press("Enter")
    expect(message).to_be_visible()
    server.start()
    seen_after_restart(page, "Sted /mig")
    expect(message).to_have_count(0)


@pytest.mark.full
def test_closing_from_within_ends_the_program_and_the_page_says_so(server, open_page):
    page = open_page(server, forgiving=True)
    expect(page.locator("html")).to_have_attribute("lang", "da-DK")
    press(page, "Luk")
    assert server.ended() == 0
    page.get_by_role("alertdialog", name=CLOSED).wait_for()


@pytest.mark.full
def test_it_ends_by_itself_after_the_last_tab(serve, open_page):
    server = serve(program=STAND_IN, env={"STAND_IN_IDLE": "1"})
    page = open_page(server)
    beside = open_page(server, beside=page)
    page.close()
    beside.wait_for_timeout(1500)
    assert server.process.poll() is None
    beside.close()
    assert server.ended() == 0
    server.wait_said("Ingen har haft Rygvej åben")


@pytest.mark.full
@pytest.mark.parametrize(
    "presses", [pytest.param(["Fejl"], marks=pytest.mark.full), ["Mere", "Mere", "Mere"]]
)
def test_an_exception_is_shown_in_the_apps_own_view_and_its_text_nowhere(
    server, open_page, presses
):
    page = open_page(server)
    frames: list[object] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda f: frames.append(f)))
    page.reload()
    ready(page)
    for n, name in enumerate(presses, start=1):
        press(page, name)
        if n < len(presses):
            seen(page, f"Talt {n}")
    seen(page, re.compile("Det gik ikke"))
    reference = re.search(r"\((\w{6})\)", page.locator("flt-semantics-host").inner_text())[1]
    log = (server.data / "rygvej.log").read_text(encoding="utf-8")
    assert f"{reference} ValueError at " in log
    assert frames
    for text in (log, page.content(), *map(str, frames)):
        assert CPR not in text
        assert "Traceback" not in text
    page.reload()
    ready(page)


def test_nothing_that_the_page_asks_for_fails(server, open_page):
    page = open_page(server)
    failed = []
    page.on("response", lambda one: failed.append(one.url) if one.status >= 400 else None)
    page.reload()
    ready(page)
    manifest = page.context.new_cdp_session(page).send("Page.getAppManifest")
    assert '"theme_color": "#1F7268"' in manifest["data"]
    assert manifest["errors"] == []
    icon = page.locator("link[rel=icon]").get_attribute("href")
    assert page.request.get(f"{server.url.rpartition('/')[0]}{icon}").status == 200
    assert failed == []


# --- cookies and other sites --------------------------------------------------------------------


class Stranger(BaseHTTPRequestHandler):
    """Another program on this computer; remembers the cookies it is shown."""

    cookies: list[str | None]
    link: str

    def do_GET(self) -> None:
        type(self).cookies.append(self.headers["cookie"])
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(f"<a href='{self.link}'>over</a>".encode())

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def stranger() -> Iterator[ThreadingHTTPServer]:
    Stranger.cookies = []
    other = ThreadingHTTPServer(("127.0.0.1", 0), Stranger)
    thread = Thread(target=other.serve_forever, daemon=True)
    thread.start()
    yield other
    other.shutdown()
    other.server_close()
    thread.join()


@pytest.mark.full
def test_a_server_on_another_port_does_not_get_the_cookie(server, open_page, stranger):
    page = open_page(server)
    assert page.context.cookies()[0]["path"] == f"/{server.url.rpartition('/')[2]}/"
    for path in ("/", "/ws", "/x/y"):
        page.goto(f"http://127.0.0.1:{stranger.server_port}{path}")
    assert set(Stranger.cookies) == {None}


@pytest.mark.full
def test_two_servers_keep_each_other_logged_in(serve, open_page):
    one, other = serve(program=STAND_IN), serve(program=STAND_IN)
    page = open_page(one)
    page.goto(other.new_link())
    ready(page)
    page.goto(one.url + "/")
    ready(page)
    page.goto(other.url + "/")
    ready(page)


@pytest.mark.full
def test_a_link_on_another_site_leads_in_where_the_cookie_is(server, open_page, stranger):
    page = open_page(server)
    Stranger.link = f"{server.url}/viden"
    page.goto(f"http://localhost:{stranger.server_port}/")
    page.get_by_text("over").click()
    ready(page)
    seen(page, "Sted /viden")


@pytest.mark.full
def test_another_site_cannot_frame_fetch_or_connect(server, open_page, stranger):
    page = open_page(server)
    Stranger.link = "x"
    page.goto(f"http://localhost:{stranger.server_port}/")
    tried = page.evaluate(
        """async (url) => {
            const socket = new WebSocket(url.replace('http', 'ws') + '/ws');
            const opened = new Promise(done => {
                socket.onopen = () => done(true);
                socket.onerror = () => done(false);
            });
            const fetched = await fetch(url + '/', {credentials: 'include'})
                .then(() => true, () => false);
            return [fetched, await opened];
        }""",
        server.url,
    )
    assert tried == [False, False]


# --- what a visit costs -------------------------------------------------------------------------


class Visits:
    """A Chromium with a profile on the disk, as a person's."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._cdp = page.context.new_cdp_session(page)
        self._cdp.send("Network.enable")
        self._urls: dict[str, str] = {}
        self.asked: list[tuple[str, int]] = []
        self._cdp.on("Network.requestWillBeSent", self._begun)
        self._cdp.on("Network.loadingFinished", self._ended)

    def _begun(self, event: dict) -> None:
        self._urls[event["requestId"]] = event["request"]["url"]

    def _ended(self, event: dict) -> None:
        size = int(event["encodedDataLength"])
        if size:
            self.asked.append((self._urls[event["requestId"]], size))

    def visit(self, address: str) -> list[tuple[str, int]]:
        """What went over the wire, address and bytes with headers; nothing that was cached."""
        self.page.goto("about:blank")
        self.asked = []
        self.page.goto(address)
        ready(self.page)
        self.page.wait_for_timeout(1000)
        return self.asked


@pytest.fixture
def visits(playwright, tmp_path) -> Iterator[Visits]:
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "profile", **launch_options(chromium_path())
    )
    yield Visits(context.pages[0])
    context.close()


@pytest.mark.full
def test_a_second_visit_asks_for_the_page_only_and_an_upgrade_is_seen_at_once(serve, visits):
    server = serve(program=STAND_IN, env={"STAND_IN_VERSION": "1"})
    first = visits.visit(server.address)
    assert len(first) > 8
    second = visits.visit(server.url + "/")
    assert [url for url, _ in second] == [server.url + "/"]
    assert sum(size for _, size in second) <= 2000
    visits.page.goto("about:blank")  # else the old page comes back by itself, too
    server.stop()
    upgraded = serve(program=STAND_IN, env={"STAND_IN_VERSION": "2"}, data=server.data)
    third = visits.visit(upgraded.url + "/")
    names = {url.rpartition("/")[2] for url, _ in third}
    assert {"main.dart.wasm", "rygvej.js", "Figtree-400.ttf"} <= names
    assert [url for url, _ in visits.visit(upgraded.url + "/")] == [upgraded.url + "/"]


@pytest.mark.full
def test_a_first_visit_is_small_once_the_smallest_copies_are_made(serve, visits, terminal):
    server = serve()
    packed = Path(terminal["XDG_CACHE_HOME"]) / "rygvej" / "packed"
    until = time.monotonic() + 180
    while len(list(packed.glob("*.11.br"))) < len(FIRST):
        assert time.monotonic() < until
        time.sleep(0.5)
    asked = visits.visit(server.address)
    assert sum(size for _, size in asked) <= 4_400_000
    assert sum(size for _, size in visits.visit(server.url + "/")) <= 2000
