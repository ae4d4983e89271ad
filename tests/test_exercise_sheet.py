"""My exercises on paper: what is said of each, its drawing, and few pages."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from lbp_app.actions import care_plan, exercise_sheet
from lbp_app.actions.person import change_preference
from lbp_app.content import library
from lbp_app.exchange import exercise_sheet as exchange
from lbp_app.model.care_plan import Assigner, Issuer
from lbp_app.model.exercise import Group, Level, exercise_at
from lbp_app.services import Services
from tests.assigned import assign_levels

LETTERS = ("Figtree", "Literata")


@pytest.fixture(autouse=True)
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drawing for each exercise, no two alike."""
    (tmp_path / "exercises").mkdir()
    for n, one in enumerate(library.load().exercises):
        picture = Image.new("RGBA", (40, 30), (n * 5, 40, 90, 128))
        picture.save(tmp_path / "exercises" / f"{one.id}-still-light.webp", lossless=True)
    monkeypatch.setattr(exchange, "assets_folder", lambda: tmp_path)


def read(services: Services) -> PdfReader:
    return PdfReader(BytesIO(exercise_sheet.paper(services)))


def said(paper: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in paper.pages).split())


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.full
def test_each_exercise_stands_there_with_drawing_dose_and_words(
    services: Services, level: Level, language: str
) -> None:
    change_preference(services, "language", language)
    care_plan.begin_at(services, dict.fromkeys(Group, level))
    paper = read(services)
    text = said(paper)
    assert sum(len(page.images) for page in paper.pages) == len(Group)
    assert len(paper.pages) <= 4
    for group in Group:
        one = library.load().exercise(exercise_at(group, level))
        for words in (one.name, one.start, one.move):
            assert " ".join(words[language].split()) in text
    assert text.count(f"Trin {level}" if language == "da" else f"Level {level}") == len(Group)
    assert ("gange" if language == "da" else "times") in text


@pytest.mark.full
def test_it_takes_the_levels_that_are_trained_now(services: Services) -> None:
    physio = Issuer(Assigner.PHYSIO, "Mette Holm")
    assign_levels(services, {Group.RISE: Level.TWO}, physio, {})
    assert "Rejs dig frit" in said(read(services))
    care_plan.try_level(services, Group.RISE, Level.THREE)
    text = said(read(services))
    assert "Sæt dig i luften" in text
    assert "Rejs dig frit" not in text


@pytest.mark.full
def test_date_language_fonts_and_that_nobody_has_reviewed_it(services: Services) -> None:
    paper = read(services)
    assert "5. oktober 2026" in said(paper)
    assert said(paper).count("ikke gennemgået af en fysioterapeut") == len(paper.pages)
    assert str(paper.root_object["/Lang"]) == "da"
    fonts = [font.get_object() for font in paper.pages[0]["/Resources"]["/Font"].values()]
    assert {name for name in LETTERS if any(name in str(font["/BaseFont"]) for font in fonts)} == {
        *LETTERS
    }


def test_letters_are_large_enough_to_read_from_the_floor() -> None:
    assert exchange.TEXT >= 13


def test_without_its_drawing_an_exercise_keeps_its_words(
    services: Services, tmp_path: Path
) -> None:
    for file in (tmp_path / "exercises").iterdir():
        file.unlink()
    paper = read(services)
    assert sum(len(page.images) for page in paper.pages) == 0
    assert "Rejs dig med støtte" in said(paper)
