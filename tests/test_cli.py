"""The command as a person or a script meets it: real processes."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path

import pytest

from lbp_app import cli, config
from lbp_app.cli.commands import COMMANDS
from lbp_app.cli.entry import language_of
from lbp_app.cli.options import instant
from lbp_app.cli.parsing import parser
from lbp_app.content.wording import wording_for
from lbp_app.errors import UsageError
from lbp_app.front.keys import kept_in
from lbp_app.front.start import has_screen, open_browser
from lbp_app.front.window import is_possible
from tests.serving import STAND_IN, Server, environment, lbp

COPENHAGEN = datetime.fromisoformat("2026-05-04T09:00+02:00")


@pytest.fixture
def terminal(request) -> dict[str, str]:
    return environment(Path(request.config.cache.mkdir("rygvej")))


@pytest.mark.parametrize(
    "arguments",
    [
        ("--nej",),
        ("flyv",),
        ("web", "--port", "0"),
        ("web", "--port", "99999"),
        ("web", "--port", "0190101234"),
        ("demo", "--role", "læge"),
        ("demo", "--now", "i morgen"),
        ("demo", "--weeks", "-1"),
        ("open", "--data"),
        ("content",),
        ("--dat", "x"),
    ],
)
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.full
def test_a_usage_error_is_one_line_in_the_asked_language(capsys, arguments, language):
    assert cli.main([*arguments, "--language", language]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    sentence = {"da": "Det forstod Rygvej ikke.", "en": "Rygvej did not understand that."}
    assert err.startswith(sentence[language])
    assert err.count("\n") == 1
    assert not any(word in err for word in arguments if len(word) > 4)


@pytest.mark.parametrize(
    ("given", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "da_DK.UTF-8"}, "da"),
        ([], {"LANG": "da_DK.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "C", "LC_MESSAGES": "da_DK"}, "da"),
        (["--language", "da"], {"LANG": "en_GB"}, "da"),
        (["demo", "--language=en"], {"LANG": "da_DK"}, "en"),
    ],
)
def test_the_language_of_the_terminal(given, environment, language):
    assert language_of(given, environment) == language


@pytest.mark.full
def test_lines_are_utf8_whatever_the_terminal_says(terminal):
    """Not with LC_ALL=C: then Python itself finds no checkout under a path with å."""
    done = subprocess.run(
        [sys.executable, "-m", "lbp_app", "--help"],
        env=terminal | {"PYTHONIOENCODING": "ascii", "LANG": "C"},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    danish = subprocess.run(
        [sys.executable, "-m", "lbp_app", "--help", "--language", "da"],
        env=terminal | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert "åbner appen" in danish.stdout.decode()


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
@pytest.mark.full
def test_every_command_is_in_the_help_and_has_its_own(terminal, command):
    assert f"\n    {command}" in lbp("--help", env=terminal).stdout
    own = lbp(command, "--help", env=terminal)
    assert (own.returncode, own.stderr) == (0, "")
    assert "--data DIR" in own.stdout


@pytest.mark.full
def test_a_reader_that_goes_away_is_no_error(terminal):
    command = f"'{sys.executable}' -m lbp_app doctor | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], env=terminal, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.full
def test_a_reader_of_the_address_that_goes_away_does_not_end_the_server(terminal, tmp_path):
    command = [sys.executable, *STAND_IN, "--data", str(tmp_path)]
    process = subprocess.Popen(
        command, env=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.close()
    until = time.monotonic() + 30
    while lbp("open", "--data", str(tmp_path), env=terminal).returncode:
        assert time.monotonic() < until
        assert process.poll() is None
    process.terminate()
    assert process.wait(30) in (0, -15)
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.full
def test_ctrl_c_ends_quietly(terminal, tmp_path):
    server = Server([sys.executable, *STAND_IN, "--data", str(tmp_path)], tmp_path, terminal)
    server.start()
    assert server.stop() == 0
    assert server.process.stderr.read() == b""
    server.close()


@pytest.mark.full
def test_open_without_a_running_app_says_so_in_one_line(terminal, tmp_path):
    done = lbp("open", "--data", str(tmp_path / "no such"), env=terminal)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Rygvej kører ikke. Start den med lbp.\n"
    assert not (tmp_path / "no such").exists()


@pytest.mark.full
def test_a_data_folder_that_cannot_be_made_is_refused_in_one_line(terminal, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = lbp("--data", str(tmp_path / "file" / "data"), env=terminal)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Rygvej har ikke lov til at skrive")
    assert done.stderr.count("\n") == 1


def test_an_unexpected_failure_shows_no_message_and_no_traceback(capsys, tmp_path):
    def open_app(settings):
        raise ValueError("010190-1234")

    assert cli.main(["--data", str(tmp_path)], open_app=open_app) == 2
    out, err = capsys.readouterr()
    assert "010190" not in out + err
    assert err.count("\n") == 1
    assert "ValueError at front/start.py:" in err


@pytest.mark.full
def test_the_browser_is_opened_where_there_is_one(terminal, tmp_path):
    seen = tmp_path / "seen"
    browser = tmp_path / "browser"
    browser.write_text(
        f'#!/bin/sh\necho "$1" > "{seen}.part"; mv "{seen}.part" "{seen}"\nsleep 60\n'
    )
    browser.chmod(0o700)
    command = [sys.executable, *STAND_IN, "--data", str(tmp_path / "data")]
    server = Server(command, tmp_path / "data", terminal | {"BROWSER": f"{browser} %s &"})
    server.start()
    until = time.monotonic() + 30
    while not seen.exists():
        assert time.monotonic() < until
        time.sleep(0.02)
    assert seen.read_text(encoding="utf-8").strip() == server.address
    assert server.stop() == 0
    server.close()


def test_no_browser_and_no_window_where_there_is_no_screen(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("webbrowser.open", lambda address: pytest.fail("opened"))
    assert not has_screen()
    assert not is_possible()
    open_browser("http://127.0.0.1/")


def test_no_window_where_the_desktop_client_is_not_installed(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert not is_possible()


@pytest.mark.full
def test_doctor_tells_how_it_is_without_health_data(terminal, tmp_path):
    done = lbp("doctor", "--data", str(tmp_path), env=terminal)
    assert (done.returncode, done.stderr) == (0, "")
    for wanted in (
        "Rygvej ",
        "flet 1.0.5",
        "sqlalchemy ",
        str(tmp_path),
        "Ledig plads",
        "flet-desktop",
    ):
        assert wanted in done.stdout
    assert "Databasen: ingen endnu" in done.stdout
    assert "Rygvej kører ikke lige nu." in done.stdout
    report = lbp("doctor", "--report", "--data", str(tmp_path), env=terminal)
    assert str(tmp_path) not in report.stdout
    assert str(Path.home()) not in report.stdout


@pytest.mark.full
def test_doctor_finds_a_damaged_database(terminal, tmp_path):
    (tmp_path / "rygvej.db").write_bytes(os.urandom(8192))
    done = lbp("doctor", "--data", str(tmp_path), env=terminal)
    assert "Databasen: Filen med dine svar kan ikke læses." in done.stdout


@pytest.mark.full
def test_doctor_sees_the_running_app(terminal, tmp_path):
    server = Server([sys.executable, *STAND_IN, "--data", str(tmp_path)], tmp_path, terminal)
    server.start()
    port = server.url.split(":")[2].split("/")[0]
    done = lbp("doctor", "--data", str(tmp_path), env=terminal)
    assert f"Rygvej kører på port {port}." in done.stdout
    assert "Uret er stillet" not in done.stdout
    server.close()


@pytest.mark.full
def test_doctor_as_a_start_does_not_change_the_folder(terminal, tmp_path):
    lbp("doctor", "--data", str(tmp_path / "new"), env=terminal)
    assert not (tmp_path / "new").exists()


# --- settings -----------------------------------------------------------------------------------


def test_the_data_folder_of_a_phone_comes_first(monkeypatch, tmp_path):
    monkeypatch.setenv("FLET_APP_STORAGE_DATA", str(tmp_path))
    assert config.data_folder() == tmp_path
    monkeypatch.delenv("FLET_APP_STORAGE_DATA")
    assert config.data_folder().name == "rygvej"


def test_assets_are_found():
    assert (config.assets_folder() / "fonts").is_dir()


def test_only_a_fixed_clock_can_be_moved():
    fixed = config.Instant(COPENHAGEN)
    assert fixed() == COPENHAGEN
    fixed.set(datetime(2026, 5, 5, tzinfo=UTC))
    assert fixed() == datetime(2026, 5, 5, tzinfo=UTC)
    assert config.Instant()().tzinfo is not None
    with pytest.raises(RuntimeError):
        config.Instant().set(COPENHAGEN)


@pytest.mark.parametrize(
    ("text", "hour"), [("2026-05-04", 9), ("2026-05-04T07:30", 7), ("2026-05-04T07:30+02:00", 7)]
)
def test_a_time_on_the_command_line(text, hour):
    said = instant(text)
    assert (said.hour, said.tzinfo is not None) == (hour, True)


def test_the_parser_raises_our_own_error():
    with pytest.raises(UsageError):
        parser(wording_for("da")).parse_args(["--nej"])


# --- demo ---------------------------------------------------------------------------------------


@pytest.fixture
def demo(tmp_path, terminal):
    """`lbp demo` of one week, without a folder."""
    words = ("demo", "--weeks", "1", "--now", COPENHAGEN.isoformat())
    command = [sys.executable, "-m", "lbp_app", *words]
    server = Server(command, tmp_path, terminal | {"TMPDIR": str(tmp_path)})
    server.start()
    yield server
    server.close()


def clock(server: Server, method: str, body: str = "", **headers: str) -> tuple[int, str]:
    """What PREFIX/demo/now answers a page of the demo."""
    [folder] = server.data.glob("rygvej-demo-*")
    kept = kept_in(folder)
    host = server.url.removeprefix("http://").split("/")[0]
    sent = {"cookie": f"{kept.cookie_name}={kept.cookie}", "origin": f"http://{host}"} | headers
    connection = HTTPConnection(host, timeout=10)
    connection.request(method, f"/{kept.prefix}/demo/now", body, sent)
    response = connection.getresponse()
    answer = response.status, response.read().decode()
    connection.close()
    return answer


@pytest.mark.full
def test_the_demo_has_a_fixed_clock_that_moves_when_told(demo, terminal):
    [folder] = demo.data.glob("rygvej-demo-*")
    assert clock(demo, "GET") == (200, json.dumps(COPENHAGEN.isoformat()))
    assert clock(demo, "POST", "2026-05-05T03:00+02:00")[0] == 200
    assert "2026-05-05T0" in clock(demo, "GET")[1]
    assert clock(demo, "POST", "i morgen")[0] == 400
    assert clock(demo, "POST", "2026-06-01T09:00", cookie="")[0] == 403
    assert clock(demo, "POST", "2026-06-01T09:00", origin="http://evil.example")[0] == 403
    told = lbp("doctor", "--data", str(folder), env=terminal).stdout
    assert "Uret er stillet til 2026-05-05T0" in told


@pytest.mark.parametrize(
    "how",
    [
        signal.SIGTERM,
        pytest.param(signal.SIGINT, marks=pytest.mark.full),
        pytest.param(signal.SIGHUP, marks=pytest.mark.full),
    ],
)
@pytest.mark.full
def test_the_demo_folder_is_gone_afterwards(demo, how):
    assert len(list(demo.data.glob("rygvej-demo-*"))) == 1
    demo.process.send_signal(how)
    assert demo.ended() == 0
    assert list(demo.data.glob("rygvej-demo-*")) == []
    assert demo.process.stderr.read() == b""


@pytest.mark.full
def test_the_demo_never_writes_into_a_folder_that_holds_something(tmp_path, terminal):
    (tmp_path / "diary").write_text("mine", encoding="utf-8")
    done = lbp("demo", "--data", str(tmp_path), env=terminal)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Mappen til lbp demo skal være tom.\n"
    assert [file.name for file in tmp_path.iterdir()] == ["diary"]


@pytest.mark.full
def test_only_a_demo_with_a_fixed_clock_has_the_control(tmp_path, terminal):
    server = Server([sys.executable, *STAND_IN, "--data", str(tmp_path)], tmp_path, terminal)
    server.start()
    host, prefix = server.url.removeprefix("http://").split("/")
    kept = kept_in(tmp_path)
    connection = HTTPConnection(host, timeout=10)
    sent = {"cookie": f"{kept.cookie_name}={kept.cookie}", "origin": f"http://{host}"}
    connection.request("POST", f"/{prefix}/demo/now", "2026-06-01T09:00", sent)
    assert connection.getresponse().status == 405
    connection.close()
    server.close()
