"""Tag det hele med: a file in each form, and the list of what was made."""

import json
import re
import zipfile

from playwright.sync_api import expect

from lbp_app.actions import diary
from lbp_app.model.diary import Scale
from tests.browser.conftest import TODAY, button, headed, seen


def test_everything_is_taken_along_and_written_down(patient, visit, tmp_path):
    diary.answer(patient, TODAY, Scale.BACK, 4)
    page = visit("/mig/data", height=2400)
    button(page, "Vælg en form").click(force=True)
    headed(page, "Tag det hele med")
    for name, file in (("Regneark", "rygvej-csv.zip"), ("Alt i én", "rygvej.json")):
        with page.expect_download() as given:
            button(page, re.compile(f"^{name}")).click(force=True)
        seen(page, re.compile("^Filen er lavet"))
        assert given.value.suggested_filename == file
        given.value.save_as(tmp_path / file)
    (row,) = json.loads((tmp_path / "rygvej.json").read_text("utf-8"))["nouns"]["check_in"]
    assert row["back_pain"] == 4
    with zipfile.ZipFile(tmp_path / "rygvej-csv.zip") as archive:
        assert archive.read("check_in.csv").decode().splitlines()[1].split(";")[1] == "4"

    again = visit("/mig/data/forlader", height=2400)
    headed(again, "Hvad forlader enheden?")
    seen(again, "Alt i én fil (JSON)")
    expect(again.get_by_text("Alt som regneark (CSV)")).to_be_attached()
