"""The front as a browser, a stranger and another start meet it: a real process, real requests."""

import asyncio
import base64
import gzip
import hashlib
import json
import logging
import os
import re
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import brotli
import pytest

from lbp_app.config import assets_folder
from lbp_app.front import pages
from lbp_app.front.keys import Links, kept_in
from lbp_app.front.lifecycle import IdleEnd, Lock, Running, running_in
from lbp_app.front.log import Formatter
from lbp_app.front.packed import QUICK, SMALLEST, Packed
from lbp_app.front.ports import listen
from lbp_app.front.shelf import Shelf
from lbp_app.front.site import Site
from tests.serving import STAND_IN, Server, environment, lbp

OFFERED = ("127.0.0.1", "localhost")


@pytest.fixture(scope="module")
def terminal(request) -> dict[str, str]:
    return environment(Path(request.config.cache.mkdir("rygvej")))


def make(folder: Path, terminal: dict[str, str], *arguments: str) -> Server:
    command = [sys.executable, *STAND_IN, *arguments, "--data", str(folder)]
    return Server(command, folder, terminal)


@pytest.fixture(scope="module")
def server(tmp_path_factory, terminal) -> Iterator[Server]:
    server = make(tmp_path_factory.mktemp("front") / "data", terminal)
    server.start()
    yield server
    server.close()


class Answer:
    def __init__(self, response):
        self.status, self.body = response.status, response.read()
        self.headers = {name.lower(): value for name, value in response.getheaders()}


def ask(server: Server, path: str = "/", method: str = "GET", body=None, **headers: str) -> Answer:
    """`path` below the prefix; headers by name with underscores; the Host can be another."""
    place = server.url.removeprefix("http://")
    host, prefix = place.split("/")
    connection = HTTPConnection(host, timeout=10)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, f"/{prefix}{path}", body, sent)
    answer = Answer(connection.getresponse())
    connection.close()
    return answer


def cookie(server: Server) -> str:
    kept = kept_in(server.data)
    return f"{kept.cookie_name}={kept.cookie}"


def place(server: Server) -> str:
    html = ask(server, cookie=cookie(server)).body.decode()
    return re.search(r"assetBase: '/\w+(/v/\w+/)'", html)[1]


def upgrade(server: Server, **headers: str) -> int:
    """The status of an attempt to open the websocket."""
    asked = {
        "connection": "Upgrade",
        "upgrade": "websocket",
        "sec_websocket_version": "13",
        "sec_websocket_key": base64.b64encode(b"0123456789abcdef").decode(),
    }
    return ask(server, "/ws", **asked, **headers).status


def origin(server: Server) -> str:
    return server.url.rpartition("/")[0]


# --- who may come in ----------------------------------------------------------------------------


@pytest.mark.full
def test_secrets_are_for_the_owner_only(server):
    assert stat.S_IMODE(server.data.stat().st_mode) == 0o700
    for name in ("front.json", "running.json", "running.lock", "rygvej.log"):
        assert stat.S_IMODE((server.data / name).stat().st_mode) == 0o600, name


@pytest.mark.parametrize("path", ["/", "/mig", "/alive", "/ws", "/front.json", "/v/1/x.js"])
@pytest.mark.full
def test_without_the_cookie_every_path_says_how_to_get_in(server, path):
    answer = ask(server, path)
    assert answer.status == 403
    text = answer.body.decode()
    assert "Rygvej er låst her" in text
    assert "Rygvej is locked here" in text
    assert "lbp open" in text
    assert "script" not in text


def test_the_locked_page_speaks_the_browsers_language_first(server):
    danish = ask(server, accept_language="da-DK,en;q=0.8").body.decode()
    english = ask(server, accept_language="en-GB,en;q=0.8").body.decode()
    assert '<html lang="da">' in danish
    assert danish.index("låst") < danish.index("locked")
    assert '<html lang="en">' in english
    assert english.index("locked") < english.index("låst")


@pytest.mark.full
def test_the_printed_link_is_good_once_and_leads_to_the_clean_address(server):
    link = server.new_link("/mig/udvikling")
    path = link.removeprefix(server.url)
    first = ask(server, f"{path}&visning=uge")
    assert first.status == 303
    assert first.headers["location"] == f"/{kept_in(server.data).prefix}/mig/udvikling?visning=uge"
    given, *attributes = first.headers["set-cookie"].split("; ")
    assert given == cookie(server)
    prefix = kept_in(server.data).prefix
    assert {"HttpOnly", "SameSite=Strict", f"Path=/{prefix}/"} <= set(attributes)
    assert ask(server, path).status == 403
    assert ask(server, path, cookie=cookie(server)).status == 303


@pytest.mark.full
def test_a_route_with_danish_letters_is_led_to(server):
    path = server.new_link("/%C3%B8velser").removeprefix(server.url)
    assert ask(server, path).headers["location"].endswith("/%C3%B8velser")


@pytest.mark.parametrize(("path", "status"), [("oevelser/3.2", 200), ("exercises/3.png", 404)])
def test_a_route_may_have_a_point_in_it_and_is_no_file(server, path, status):
    asked = f"/{kept_in(server.data).prefix}/{path}"
    assert ask(server, asked, cookie=cookie(server)).status == status


@pytest.mark.full
def test_a_browser_that_looks_ahead_does_not_spend_the_link(server):
    path = server.new_link().removeprefix(server.url)
    assert ask(server, path, sec_purpose="prefetch;prerender").status == 503
    assert ask(server, path, method="HEAD").status == 403
    assert ask(server, path).status == 303


def test_a_link_is_spent_once_even_by_many_at_once():
    links = Links()
    one, other = links.new(), links.new()
    assert [links.spend(one), links.spend(one), links.spend("x"), links.spend("æ")] == [
        True,
        False,
        False,
        False,
    ]
    assert links.spend(other)


def test_coming_from_another_site_loads_once_more_so_that_the_cookie_comes_along(server):
    elsewhere = {
        "sec_fetch_site": "cross-site",
        "sec_fetch_mode": "navigate",
        "sec_fetch_dest": "document",
    }
    answer = ask(server, "/mig", **elsewhere)
    assert (answer.status, b'http-equiv="refresh"' in answer.body) == (200, True)
    assert ask(server, "/mig", **elsewhere | {"sec_fetch_dest": "iframe"}).status == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "evil@127.0.0.1", ""])
def test_another_host_is_refused_with_the_cookie_too(server, host):
    assert ask(server, host=host, cookie=cookie(server)).status in (400, 403)
    assert ask(server, cookie=cookie(server)).status == 200


@pytest.mark.parametrize("wrong", ["", "rygvej=1", "æ=ø", "a b;;=", "rygvej_{}={}"])
def test_a_wrong_cookie_is_refused(server, wrong):
    assert ask(server, cookie=wrong.encode().decode("latin-1")).status == 403


def test_the_websocket_opens_only_for_a_page_of_ours(server):
    ours, kept = origin(server), cookie(server)
    assert upgrade(server, cookie=kept, origin=ours) == 101
    assert upgrade(server, origin=ours) == 403
    assert upgrade(server, cookie=kept) == 403
    assert upgrade(server, cookie=kept, origin="http://evil.example") == 403
    assert upgrade(server, cookie=kept, origin="null") == 403
    assert upgrade(server, cookie=kept, origin=ours, host="evil.example") == 403


def test_what_could_change_something_needs_our_origin(server):
    kept = cookie(server)
    assert ask(server, method="POST", cookie=kept).status == 403
    assert ask(server, method="POST", cookie=kept, origin="http://evil.example").status == 403
    assert ask(server, method="POST", cookie=kept, origin=origin(server)).status == 405


def test_a_file_that_nobody_expects_is_not_taken(server):
    kept, sent = cookie(server), b"x" * 3_000_000
    assert ask(server, "/file/guess", "PUT", sent, cookie=kept).status == 403
    assert ask(server, "/file/guess", "PUT", sent, cookie=kept, origin=origin(server)).status == 404
    assert ask(server, "/file/guess", cookie=kept).status == 404
    assert ask(server, "/alive", cookie=kept).status == 204


def test_a_browser_that_looks_ahead_does_not_take_a_file_away():
    offered = {"secret": ("a.csv", b"1")}
    site: Any = SimpleNamespace(_depart=lambda secret: offered.pop(secret, None))
    assert Site._offered(site, "HEAD", "secret").status == 404
    assert Site._offered(site, "GET", "secret").body == b"1"
    assert Site._offered(site, "GET", "secret").status == 404


def test_only_the_key_of_the_running_file_gives_new_links(server):
    kept = cookie(server)
    here = origin(server)
    for headers in ({}, {"cookie": kept, "origin": here}, {"x_rygvej_control": "guess"}):
        assert ask(server, "/control/open", "POST", **headers).status in (403, 405)
    running = running_in(server.data)
    assert "?k=" in running.ask("open")
    assert running.ask("state") == "{}"
    assert running.ask("nothing") is None


def test_it_listens_on_loopback_only(server):
    port = running_in(server.data).port
    listening = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    addresses = {row.split()[1] for row in listening if row.split()[3] == "0A"}
    assert f"0100007F:{port:04X}" in addresses
    assert f"00000000:{port:04X}" not in addresses


# --- what is served -----------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/alive", "/nothing.js", "/ws"])
def test_headers_that_every_answer_has_or_lacks(server, path):
    for given in ({}, {"cookie": cookie(server)}):
        headers = ask(server, path, **given).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-embedder-policy"] == "require-corp"
        assert not {"server", "date", "access-control-allow-origin"} & headers.keys()


def test_the_policy_names_exactly_the_scripts_of_the_page(server):
    answer = ask(server, "/mig", cookie=cookie(server))
    policy, html = answer.headers["content-security-policy"], answer.body.decode()
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    wanted = {
        "'sha256-" + base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() + "'"
        for s in scripts
    }
    assert set(re.findall(r"'sha256-\S+'", policy)) == wanted
    assert len(wanted) == 1
    assert policy.startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ")
    assert "script-src 'self' 'unsafe-inline'" not in policy
    assert "http" not in policy


def test_the_page_is_not_sent_again_to_who_has_it(server):
    first = ask(server, cookie=cookie(server))
    again = ask(server, cookie=cookie(server), if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    ("wish", "language", "opening"),
    [("da-DK", "da", "Rygvej åbner"), ("nb", "da", "åbner"), ("de,en", "en", "is opening")],
)
def test_the_page_opens_in_the_browsers_language(server, wish, language, opening):
    html = ask(server, cookie=cookie(server), accept_language=wish).body.decode()
    assert f'<html lang="{language}">' in html
    assert opening in html


def test_the_page_follows_the_apps_language_and_theme():
    html = pages.index("p", "/p/v/1/", "qps", "dark")
    assert '<html lang="qps">' in html
    assert "@media all" in html
    assert pages.index("p", "/p/v/1/", "da", "light").count("@media (width < 0px)") == 1


@pytest.mark.parametrize(
    ("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_files_are_kept_for_good_and_come_compressed(server, encoding, unpack):
    path = f"{place(server)}main.dart.mjs"
    plain = ask(server, path, cookie=cookie(server))
    packed = ask(server, path, cookie=cookie(server), accept_encoding=f"{encoding}, deflate")
    assert packed.headers["cache-control"] == "private, max-age=31536000, immutable"
    assert packed.headers["content-encoding"] == encoding
    assert packed.headers["content-type"] == "text/javascript"
    assert unpack(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 3


@pytest.mark.parametrize(
    "path",
    [
        "pyodide/pyodide.asm.wasm",
        "canvaskit/skwasm.js.symbols",
        "index.html",
        "../main.dart.mjs",
        "assets/../../__init__.py",
        "assets/..%2f..%2f__init__.py",
        "//etc/passwd",
        "%5c..%5cx",
    ],
)
@pytest.mark.full
def test_nothing_else_is_served(server, path):
    answer = ask(server, f"{place(server)}{path}", cookie=cookie(server))
    assert answer.status == 404
    assert answer.body == b""


def test_a_link_out_of_the_assets_is_not_followed(tmp_path):
    (tmp_path / "secret.svg").write_text("x", encoding="utf-8")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "a.svg").symlink_to(tmp_path / "secret.svg")
    shelf = Shelf(flet_web(), tmp_path / "assets", "p", "1")
    assert shelf.get("a.svg") is None


def test_files_of_another_version_are_gone(server):
    assert ask(server, "/v/000000000000/main.dart.mjs", cookie=cookie(server)).status == 404


def test_manifest_and_icons(server):
    manifest = json.loads(ask(server, f"{place(server)}manifest.json", cookie=cookie(server)).body)
    prefix = f"/{kept_in(server.data).prefix}/"
    assert (manifest["name"], manifest["theme_color"]) == ("Rygvej", "#1F7268")
    assert manifest["background_color"] == "#F6F1E8"
    assert {manifest["start_url"], manifest["scope"], manifest["id"]} == {prefix}
    for icon in manifest["icons"]:
        answer = ask(server, place(server) + icon["src"], cookie=cookie(server))
        assert (answer.status, answer.headers["content-type"]) == (200, "image/png")


def test_fonts_for_formulas_and_for_icons_that_are_not_ours_are_left_out(server):
    path = f"{place(server)}assets/FontManifest.json"
    families = [f["family"] for f in json.loads(ask(server, path, cookie=cookie(server)).body)]
    assert families == ["Roboto"]


def test_own_assets_by_plain_name_are_asked_for_again(server):
    font = next(assets_folder().glob("fonts/*.ttf")).name
    first = ask(server, f"/fonts/{font}", cookie=cookie(server))
    again = ask(
        server, f"/fonts/{font}", cookie=cookie(server), if_none_match=first.headers["etag"]
    )
    assert (first.status, again.status) == (200, 304)
    assert ask(server, "/icons/nothing.png", cookie=cookie(server)).status == 404
    assert ask(server, "/main.dart.mjs", cookie=cookie(server)).status == 404  # Flet's, not ours


def test_a_new_version_gives_a_new_place(tmp_path):
    flet = flet_web()
    (tmp_path / "fonts").mkdir()
    font = tmp_path / "fonts" / "a.ttf"
    font.write_bytes(b"1")
    one = Shelf(flet, tmp_path, "p", "1.0").place
    assert Shelf(flet, tmp_path, "p", "1.0").place == one
    assert Shelf(flet, tmp_path, "p", "1.1").place != one
    font.write_bytes(b"2")
    assert Shelf(flet, tmp_path, "p", "1.0").place != one


def flet_web() -> Path:
    import flet_web

    return Path(flet_web.__file__).parent / "web"


def test_flets_own_files_are_not_changed(server):
    index = (flet_web() / "index.html").read_text(encoding="utf-8")
    assert "<!-- fletAppConfig -->" in index
    assert '<base href="/">' in index


def test_copies_are_made_quickly_then_the_smallest_is_taken(tmp_path):
    packed, content = Packed(tmp_path / "cache"), b"Rygvej " * 1000
    assert brotli.decompress(packed.get(content, "br")) == content
    assert packed.has(content, "br", QUICK)
    smallest = packed.make(content, "br", SMALLEST)
    assert packed.get(content, "br") == smallest


def test_copies_that_nobody_asked_for_are_dropped(tmp_path):
    packed = Packed(tmp_path)
    packed.make(b"a", "br", QUICK)
    [copy] = tmp_path.iterdir()
    packed.drop_unused(copy.stat().st_mtime + 59 * 24 * 3600)
    assert copy.exists()
    packed.drop_unused(copy.stat().st_mtime + 61 * 24 * 3600)
    assert not copy.exists()


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path):
    (tmp_path / "cache").write_bytes(b"a file where the folder should be")
    content = b"Rygvej " * 1000
    assert brotli.decompress(Packed(tmp_path / "cache").get(content, "br")) == content


# --- starts and ends ----------------------------------------------------------------------------


@pytest.fixture
def another(tmp_path, terminal) -> Iterator[Server]:
    server = make(tmp_path / "mappe å", terminal)
    server.start()
    yield server
    server.close()


@pytest.mark.full
def test_cookie_prefix_and_port_survive_a_restart_and_the_link_does_not(another):
    before, link = kept_in(another.data), another.address.removeprefix(another.url)
    assert another.stop() == 0
    assert running_in(another.data) is None
    another.start()
    assert kept_in(another.data) == before
    assert ask(another, link).status == 403
    assert ask(another, cookie=cookie(another)).status == 200


@pytest.mark.full
def test_after_a_kill_the_left_over_running_file_is_no_hindrance(another):
    another.kill()
    assert running_in(another.data) is not None
    assert lbp("open", "--data", str(another.data)).returncode == 2
    another.start()
    assert ask(another, cookie=cookie(another)).status == 200


@pytest.mark.full
def test_a_taken_port_is_replaced_for_good_and_it_says_so(another):
    before = kept_in(another.data)
    another.stop()
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", before.port))
        taken.listen()
        another.start()
    assert f"Port {before.port} er optaget" in another.said
    after = kept_in(another.data)
    assert (after.cookie, after.prefix) == (before.cookie, before.prefix)
    assert after.port != before.port
    another.restart()
    assert kept_in(another.data) == after


@pytest.mark.full
def test_a_wanted_port_that_is_taken_is_refused_in_one_line(tmp_path, terminal, server):
    port = str(kept_in(server.data).port)
    done = lbp("web", "--port", port, "--data", str(tmp_path / "x"), env=terminal)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"Port {port} er optaget af et andet program. Vælg en anden.\n"


@pytest.mark.full
def test_a_second_start_gives_a_new_link_to_the_running_one(another, terminal):
    second = make(another.data, terminal)
    second.start()
    assert second.ended() == 0
    assert second.url == another.url
    assert second.address != another.address
    assert ask(another, second.address.removeprefix(another.url)).status == 303
    second.close()


@pytest.mark.full
def test_of_many_starts_at_once_one_serves_and_all_lead_to_it(tmp_path, terminal):
    starts = [make(tmp_path / "data", terminal) for _ in range(4)]
    for one in starts:
        one.begin()
    for one in starts:
        one.wait_started()
    serving = [one for one in starts if "er åben her" in one.said]
    assert len(serving) == 1
    assert {one.url for one in starts} == {serving[0].url}
    for one in starts:
        one.close()


def test_the_lock_is_held_by_one():
    folder = Path(__file__).parent
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lbp_app.front.lifecycle.LOCK_FILE", "../.pytest_cache/lock")
        one, other = Lock(folder), Lock(folder)
        assert (one.take(), other.take()) == (True, False)
        one.release()
        assert other.take()
        other.release()


@pytest.mark.full
def test_a_running_file_that_points_at_a_stranger_is_not_believed(tmp_path):
    stranger = listen(0)
    Running(1, stranger.getsockname()[1], "p", "key").write(tmp_path)
    assert running_in(tmp_path).ask("open", timeout=0.2) is None
    stranger.close()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cookie": "short", "prefix": "a"}', "\0"])
def test_damaged_secrets_are_made_anew(tmp_path, text):
    (tmp_path / "front.json").write_text(text, encoding="utf-8")
    assert kept_in(tmp_path) is None


@pytest.mark.full
async def test_it_ends_by_itself_after_the_last_tab_only():
    ended, said = asyncio.Event(), []
    idle = IdleEnd(ended.set, lambda: False, said.append, after=0.01)
    idle.tabs(1)
    idle.tabs(2)
    idle.tabs(1)
    await asyncio.sleep(0.05)
    assert not ended.is_set()
    idle.tabs(0)
    await asyncio.wait_for(ended.wait(), 5)
    assert said == ["idle"]


@pytest.mark.full
async def test_a_tab_that_comes_back_in_time_keeps_it_running():
    ended = asyncio.Event()
    idle = IdleEnd(ended.set, lambda: False, lambda key: None, after=0.05)
    idle.tabs(0)
    idle.tabs(1)
    await asyncio.sleep(0.1)
    assert not ended.is_set()


async def test_with_reminders_on_it_says_that_it_goes_on():
    ended, said, keep = asyncio.Event(), [], [True]
    idle = IdleEnd(ended.set, lambda: keep[0], said.append, after=0.01)
    idle.tabs(0)
    async with asyncio.timeout(5):
        while "kept" not in said:
            await asyncio.sleep(0.005)
    assert not ended.is_set()
    keep[0] = False
    await asyncio.wait_for(ended.wait(), 5)
    assert said[-1] == "idle"
    assert said.count("kept") == 1


# --- the log ------------------------------------------------------------------------------------


def test_the_log_holds_no_message_of_others_and_no_traceback():
    cpr = "010190-1234"
    for name, logged in (("flet", False), ("uvicorn.error", False), ("rygvej.x", True)):
        try:
            raise ValueError(cpr)
        except ValueError:
            record = logging.LogRecord(
                name, logging.ERROR, __file__, 7, "hændt %s", ("her",), sys.exc_info()
            )
        line = Formatter().format(record)
        assert cpr not in line
        assert ("hændt her" in line) is logged
        assert "ValueError at test_front.py:" in line
        assert "\n" not in line


def smallest(folder, content, stdin=subprocess.PIPE):
    command = [sys.executable, "-m", "lbp_app.front.packed", str(folder), str(content)]
    return subprocess.Popen(command, stdin=stdin)


@pytest.mark.full
def test_only_one_process_at_a_time_makes_the_smallest_copies(tmp_path):
    content = tmp_path / "page.js"
    content.write_bytes(b"Rygvej " * 1000)
    first = Lock(tmp_path)
    assert first.take()
    with smallest(tmp_path, content) as process:
        assert process.wait(30) == 0
    assert not Packed(tmp_path).has(content.read_bytes(), "br", SMALLEST)
    first.release()
    with smallest(tmp_path, content) as process:
        assert process.wait(30) == 0
    assert Packed(tmp_path).has(content.read_bytes(), "br", SMALLEST)


@pytest.mark.full
def test_it_ends_with_the_program_that_started_it(tmp_path):
    content = tmp_path / "page.js"
    content.write_bytes(os.urandom(30_000_000).hex().encode())
    process = smallest(tmp_path, content)
    process.stdin.close()  # as when the program is killed
    assert process.wait(10) == 0
    assert not Packed(tmp_path).has(content.read_bytes(), "br", SMALLEST)
