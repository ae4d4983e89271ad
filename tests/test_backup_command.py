"""`lbp backup` and `lbp restore`: what a person at a terminal, or a script, is told."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from lbp_app import cli
from lbp_app.actions import diary, person
from lbp_app.cli import secret
from lbp_app.front.lifecycle import Lock
from lbp_app.model.diary import Scale
from lbp_app.model.hand_over import HandedOver
from tests.builders import TODAY, YESTERDAY
from tests.process import ROOT, services_in
from tests.test_copies import spoil

WORDS = "syv gule gynger i vinden"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    services = services_in(tmp_path / "data")
    diary.answer(services, YESTERDAY, Scale.BACK, 4)
    services.database.close()
    return tmp_path / "data"


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Exit code, standard output, standard error; `passphrase` comes through a pipe."""

    def command(*given: object, passphrase: str | None = None) -> tuple[int, str, str]:
        where = [] if "--data" in given else ["--data", str(data)]
        words = [*map(str, given), *where, "--language", "da"]
        if passphrase is not None:
            reader, writer = os.pipe()
            os.write(writer, passphrase.encode() + b"\n")
            os.close(writer)
            words += ["--passphrase-fd", str(reader)]
        code = cli.main(words)
        out, err = capsys.readouterr()
        return code, out, err

    return command


@pytest.fixture
def kept(run: Run, tmp_path: Path) -> Path:
    assert run("backup", tmp_path / "a.rygvej", "--plain")[0] == 0
    return tmp_path / "a.rygvej"


def answer(data: Path, day: object, value: int) -> None:
    services = services_in(data)
    diary.answer(services, day, Scale.BACK, value)  # type: ignore[arg-type]
    services.database.close()


def days(folder: Path) -> int:
    services = services_in(folder)
    try:
        return services.diary.count()
    finally:
        services.database.close()


def refused(given: tuple[int, str, str], start: str) -> None:
    code, out, err = given
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(start)


def noted(data: Path) -> list[int]:
    """The size of each backup that the list of what has left the device names."""
    services = services_in(data)
    found = services.hand_overs.all()
    services.database.close()
    return [one.size for one in found if one.what is HandedOver.BACKUP]


def test_a_locked_backup_goes_to_a_new_folder(run: Run, data: Path, tmp_path: Path) -> None:
    file, new = tmp_path / "a.rygvej", tmp_path / "ny"
    said = "1 dag med svar, fra 4.\xa0oktober 2026 til 4.\xa0oktober 2026.\n"
    assert run("backup", file, passphrase=WORDS) == (0, f"Gemt og kontrolleret: {said}", "")
    done = run("restore", file, "--into", new, passphrase=WORDS)
    assert done == (0, f"Gendannet og kontrolleret: {said}", "")
    assert [one.name for one in new.iterdir()] == ["rygvej.db"]
    assert days(new) == 1
    assert noted(data) == [file.stat().st_size]


@pytest.mark.full
def test_a_process_of_its_own_reads_the_passphrase_from_a_file(data: Path, tmp_path: Path) -> None:
    (tmp_path / "words").write_text(WORDS + "\n", encoding="utf-8")
    with (tmp_path / "words").open("rb") as words:
        given = ["backup", str(tmp_path / "a"), "--passphrase-fd", str(words.fileno())]
        done = subprocess.run(
            [sys.executable, "-m", "lbp_app", *given, "--data", str(data)],
            pass_fds=[words.fileno()],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "a").read_bytes().startswith(b"RYGVEJ-BACKUP")


@pytest.mark.full
def test_what_would_be_lost_is_not_replaced_without_yes(run: Run, kept: Path, data: Path) -> None:
    answer(data, TODAY, 9)
    refused(run("restore", kept), "Der er svar på denne enhed")
    assert days(data) == 2
    code, out, _ = run("restore", kept, "--yes")
    assert code == 0
    assert out.splitlines()[0].startswith("I sikkerhedskopien: 1 dag med svar")
    assert out.splitlines()[1].startswith("På denne enhed: 2 dage med svar")
    assert days(data) == 1


@pytest.mark.parametrize(("said", "left"), [("ja", 1), (" JA ", 1), ("nej", 2), ("", 2)])
@pytest.mark.full
def test_a_person_is_asked(
    run: Run, kept: Path, data: Path, monkeypatch: pytest.MonkeyPatch, said: str, left: int
) -> None:
    answer(data, TODAY, 9)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: said)
    code, out, _ = run("restore", kept)
    assert code == 0
    assert days(data) == left
    assert ("Intet er ændret." in out) is (left == 2)


@pytest.mark.full
def test_a_person_types_the_passphrase_twice(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def typed(asking: str) -> str:
        asked.append(asking)
        return WORDS

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(secret, "getpass", typed)
    assert run("backup", tmp_path / "a")[0] == 0
    assert "kan ingen åbne filen" in asked[0] and len(asked) == 2
    assert run("restore", tmp_path / "a", "--into", tmp_path / "ny")[0] == 0


@pytest.mark.full
def test_while_the_app_runs_it_is_not_restored_behind_its_back(
    run: Run, kept: Path, data: Path
) -> None:
    lock = Lock(data)
    assert lock.take()
    refused(run("restore", kept, "--yes"), "Rygvej kører.")
    lock.release()


@pytest.mark.full
def test_a_damaged_database_is_laid_aside(run: Run, kept: Path, data: Path) -> None:
    spoil(data / "rygvej.db")
    damaged = (data / "rygvej.db").read_bytes()
    assert run("restore", kept)[0] == 0
    assert days(data) == 1
    [aside] = data.glob("rygvej.aside-*.db")
    assert aside.read_bytes() == damaged
    assert not list(data.glob("*.part"))


@pytest.mark.full
def test_into_an_empty_data_folder_nothing_is_asked(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "ny"
    assert cli.main(["restore", str(kept), "--data", str(new), "--language", "da"]) == 0
    assert capsys.readouterr().out.startswith("I sikkerhedskopien: 1 dag med svar")
    assert days(new) == 1


@pytest.mark.full
def test_refusals_are_one_sentence_and_change_nothing(
    run: Run, kept: Path, data: Path, tmp_path: Path
) -> None:
    photo, full = tmp_path / "foto.jpg", tmp_path / "fuld"
    photo.write_bytes(b"picture")
    full.mkdir()
    (full / "brev.txt").write_text("hej", encoding="utf-8")
    locked, gone = tmp_path / "låst.rygvej", tmp_path / "væk" / "a"
    assert run("backup", locked, passphrase=WORDS)[0] == 0
    before = {file: file.read_bytes() for file in (kept, locked, photo)}
    refused(run("backup", photo, "--plain"), "Der ligger en anden fil")
    refused(run("backup", gone, "--plain"), "Mappen er der ikke mere")
    refused(run("backup", kept), "Kodeordet kan kun skrives i et terminalvindue")
    refused(run("backup", kept, passphrase=WORDS[:4]), "Kodeordet er for kort")
    refused(run("restore", locked, "--yes", passphrase=WORDS[::-1]), "Kodeordet passer")
    refused(run("restore", photo, "--yes"), "Filen er ikke en sikkerhedskopi")
    refused(run("restore", gone, "--yes"), "Filen kan ikke læses.")
    refused(run("restore", kept, "--into", full), "Mappen, der gendannes i, skal være tom")
    refused(run("restore", kept, "--into", photo), "Rygvej har ikke lov til at skrive")
    refused(run("restore", locked, "--passphrase-fd", "99"), "Det forstod Rygvej ikke.")
    assert {file: file.read_bytes() for file in before} == before
    assert days(data) == 1


def test_without_answers_there_is_nothing_to_back_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["backup", str(tmp_path / "a"), "--data", str(tmp_path / "ny"), "--language", "da"]
    assert cli.main(given) == 2
    assert capsys.readouterr().err == "Der er ingen svar i den mappe.\n"
    assert list(tmp_path.iterdir()) == []


def call(folder: Path, name: str) -> None:
    services = services_in(folder)
    person.change_profile(services, "first_name", name)
    services.database.close()


def other_device(run: Run, data: Path, tmp_path: Path) -> Path:
    """A locked backup of a device of its own; here is an answer of today."""
    elsewhere = tmp_path / "andre"
    answer(elsewhere, TODAY - timedelta(days=2), 7)
    call(elsewhere, "Åse")
    file = tmp_path / "b.rygvej"
    assert run("backup", file, "--data", elsewhere, passphrase=WORDS)[0] == 0
    answer(data, TODAY, 9)
    return file


@pytest.mark.full
def test_two_devices_are_put_together(run: Run, data: Path, tmp_path: Path) -> None:
    file = other_device(run, data, tmp_path)
    code, out, err = run("restore", file, "--merge", passphrase=WORDS)
    assert (code, err, out.startswith("Lagt sammen: ")) == (0, "", True)
    assert days(data) == 3
    assert len([*(data / "copies").glob("before-restore-*.db")]) == 1
    again = run("restore", file, "--merge", passphrase=WORDS)
    assert again[1].startswith("Lagt sammen: 0 nye, 0 rettede, ")


@pytest.mark.full
def test_two_names_are_put_together_only_with_yes(run: Run, data: Path, tmp_path: Path) -> None:
    file = other_device(run, data, tmp_path)
    call(data, "Bent")
    merging = ("restore", file, "--merge")
    refused(run(*merging, passphrase=WORDS), "I filen hedder personen Åse, og her Bent.")
    assert days(data) == 2
    assert run(*merging, "--yes", passphrase=WORDS)[0] == 0
    assert days(data) == 3


@pytest.mark.full
def test_putting_together_needs_the_folder_for_itself(run: Run, kept: Path, data: Path) -> None:
    lock = Lock(data)
    assert lock.take()
    refused(run("restore", kept, "--merge"), "Rygvej kører.")
    lock.release()
    assert run("restore", kept, "--merge", "--into", data)[0] == 2
