"""`lbp export` and `lbp import` as a script meets them."""

import json
import zipfile
from pathlib import Path

import pytest

from lbp_app import cli
from lbp_app.actions import diary, export, person
from lbp_app.model.diary import Scale
from lbp_app.model.export import Form
from lbp_app.model.person import Role
from lbp_app.services import Services
from tests.builders import TODAY
from tests.physio import participant_of, physio_of
from tests.process import services_in


@pytest.fixture
def data(services: Services) -> str:
    diary.answer(services, TODAY, Scale.BACK, 3)
    return str(services.database.path.parent)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.main([*words, "--language", "da"])
    return (code, *capsys.readouterr())


@pytest.mark.parametrize("form", ["json", "csv"])
def test_out_and_in_again(
    capsys: pytest.CaptureFixture[str], data: str, tmp_path: Path, form: str
) -> None:
    out, new = str(tmp_path / "file"), str(tmp_path / "new")
    code, said, wrong = run(capsys, "export", "--format", form, out, "--data", data)
    assert (code, wrong) == (0, "") and said.startswith("Gemt.")
    code, said, wrong = run(capsys, "import", out, "--data", new)
    assert (code, wrong) == (0, "") and said.startswith("Læst ind: ")
    assert services_in(Path(new)).diary.get(TODAY).back_pain == 3


@pytest.mark.full
def test_fhir(capsys: pytest.CaptureFixture[str], data: str, tmp_path: Path) -> None:
    out = tmp_path / "file"
    assert run(capsys, "export", "--format", "fhir", str(out), "--data", data)[0] == 0
    assert json.loads(out.read_text("utf-8"))["type"] == "collection"
    code, said, wrong = run(capsys, "import", str(out), "--data", str(tmp_path / "new"))
    assert (code, said, wrong.count("\n")) == (2, "", 1)
    assert wrong.startswith("Filen er ikke lavet af Rygvej.")


@pytest.mark.full
def test_of_whom(
    capsys: pytest.CaptureFixture[str], services: Services, data: str, tmp_path: Path
) -> None:
    words = ["export", "--format", "csv", "--data", data]
    code, said, wrong = run(capsys, *words, "--person", "physio", str(tmp_path / "one"))
    assert (code, said, wrong.count("\n")) == (2, "", 1)
    person.switch_role(services, Role.PHYSIO)
    for whose in ("patient", "physio"):
        assert run(capsys, *words, "--person", whose, str(tmp_path / whose))[0] == 0
    sizes = [
        zipfile.ZipFile(tmp_path / whose).getinfo("check_in.csv").file_size
        for whose in ("patient", "physio")
    ]
    assert sizes[0] > sizes[1]


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("export", "--format", "json", "{there}", "--data", "{data}"), "Der ligger allerede"),
        (("export", "--format", "json", "{tmp}/no/file", "--data", "{data}"), "Mappen er der ikke"),
        (("export", "--format", "json", "/sys/file", "--data", "{data}"), "Rygvej har ikke lov"),
        (("export", "--format", "json", "{tmp}/file", "--data", "{tmp}/no"), "Der er ingen svar"),
        (("export", "--format", "xml", "{tmp}/file", "--data", "{data}"), "Det forstod Rygvej"),
        (("export", "{tmp}/file", "--data", "{data}"), "Det forstod Rygvej"),
        (("import", "{there}", "--data", "{data}"), "Der er allerede svar"),
        (("import", "{there}", "--data", "{tmp}/new"), "Filen er ikke hel"),
        (("import", "{tmp}/missing", "--data", "{tmp}/new"), "Filen kan ikke læses"),
    ],
)
@pytest.mark.full
def test_what_is_refused_is_one_line(
    capsys: pytest.CaptureFixture[str],
    data: str,
    tmp_path: Path,
    words: tuple[str, ...],
    begins: str,
) -> None:
    there = tmp_path / "there"
    there.write_text("mit")
    filled = [word.format(there=there, data=data, tmp=tmp_path) for word in words]
    code, said, wrong = run(capsys, *filled)
    assert (code, said, wrong.count("\n")) == (2, "", 1)
    assert wrong.startswith(begins)
    assert there.read_text() == "mit"
    assert not (tmp_path / "file").exists()


def test_a_refused_import_leaves_the_device_to_whose_it_was(
    capsys: pytest.CaptureFixture[str], services: Services, tmp_path: Path
) -> None:
    physio = physio_of(services)
    participant_of(physio)
    file = tmp_path / "file"
    file.write_bytes(export.export_bytes(physio, Form.JSON))
    services.device.use(Role.PATIENT)
    data = str(services.database.path.parent)
    code, _, wrong = run(capsys, "import", str(file), "--data", data)
    assert code == 2
    assert wrong.startswith("Der er allerede svar")
    assert services.device.active_person()[1] is Role.PATIENT
