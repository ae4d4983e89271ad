"""Commands ask for the code as well, where there is a lock."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lbp_app import cli
from lbp_app.actions import diary, lock
from lbp_app.cli import secret
from lbp_app.cli.entry import REFUSED
from lbp_app.model.diary import Scale
from lbp_app.model.lock import FIRST_WAIT, PATIENCE
from lbp_app.store.lock import LockStore
from tests.builders import TODAY
from tests.process import services_in
from tests.test_lock import CHEAP, CODE

Run = Callable[..., tuple[int, str]]
COMMANDS = (
    ("export", "--format", "json", "out"),
    ("export", "--format", "csv", "out"),
    ("export", "--format", "fhir", "out"),
    ("backup", "--plain", "out"),
    ("restore", "--yes", "kept"),
    ("import", "kept"),
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    services = services_in(tmp_path / "data")
    diary.answer(services, TODAY, Scale.BACK, 4)
    lock.turn_on(services, CODE, CODE, 15, CHEAP)
    services.database.close()
    return tmp_path / "data"


@pytest.fixture
def run(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Exit code and standard error; the code comes through a pipe."""

    def command(*given: str, code: str | None = None) -> tuple[int, str]:
        *words, file = given
        words += [str(tmp_path / file), "--data", str(data), "--language", "da"]
        if code is not None:
            reader, writer = os.pipe()
            os.write(writer, code.encode() + b"\n")
            os.close(writer)
            words += ["--code-fd", str(reader)]
        ended = cli.main(words)
        return ended, capsys.readouterr().err

    return command


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.full
def test_without_the_code_nothing_leaves_and_nothing_comes_in(
    run: Run, data: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    assert run("backup", "--plain", "kept", code=CODE)[0] == 0
    assert run(*command)[1].startswith("Rygvej er låst.")
    assert run(*command, code="forkert kode")[1].startswith("Koden passer ikke.")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", COMMANDS[:5], ids=" ".join)
@pytest.mark.full
def test_with_the_code_it_goes_on(run: Run, command: tuple[str, ...]) -> None:
    assert run("backup", "--plain", "kept", code=CODE)[0] == 0
    assert run(*command, code=CODE) == (0, "")


def test_a_command_waits_as_the_app_does(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(secret.time, "sleep", slept.append)
    LockStore(data).put_wrong(PATIENCE + 2)
    ended, said = run("backup", "--plain", "out", code=CODE)
    assert slept == [pytest.approx(2 * FIRST_WAIT, abs=1)]
    assert said.startswith("Vent ")
    assert ended == REFUSED  # the clock has not gone on: it was only asked to sleep
