"""The pictures of the lessons: drawn for all, fresh, without a word, and counted right."""

import re
import shutil
import typing
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import flet as ft
import pytest

from lbp_app.content import bundle, check_learning
from lbp_app.content.assets import assets_folder
from lbp_app.content.learning import Count, Picture
from lbp_app.content.library import Library, load
from lbp_app.content.wording import wording_for
from lbp_app.errors import ContentError
from lbp_app.screens import lesson_picture, theme
from lbp_app.screens.ui import Look, Ui
from tests.test_lessons import KNOWN
from tests.test_theme import contrast
from tools.figures.items import cast
from tools.lesson_pictures import data, fresh
from tools.lesson_pictures.__main__ import draw
from tools.lesson_pictures.palette import PALETTES, ROLES
from tools.lesson_pictures.pictures import DRAWINGS

SVG = "{http://www.w3.org/2000/svg}"
FOLDER = assets_folder() / "lessons"
THEMES = {"light": theme.LIGHT, "dark": theme.DARK}
# What flutter_svg draws just as a browser does.
ELEMENTS = {"svg", "g", "path", "rect", "circle", "ellipse"}
ATTRIBUTES = {
    *("viewBox", "width", "height", "id", "transform", "d", "x", "y", "cx", "cy", "r", "rx", "ry"),
    *("fill", "fill-opacity", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"),
}
MOST_BYTES = 30_000
PICTURES = data.pictures()
EACH = pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.id)
MODES = pytest.mark.parametrize("mode", THEMES)


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def parts(picture: Picture, mode: str) -> Iterator[ElementTree.Element]:
    file = assets_folder() / picture.asset(mode)
    return ElementTree.fromstring(file.read_text("utf-8")).iter()  # noqa: S314 - our own file


# --- all there -----------------------------------------------------------------------------


def test_every_lesson_has_one_on_a_card_of_its_own(library: Library) -> None:
    for lesson in library.lessons:
        found = library.pictures_for(lesson.id)
        assert found, lesson.id
        cards = [card.id for card in lesson.cards]
        places = [cards.index(picture.card) for picture in found]
        assert places == sorted(set(places)), lesson.id


def test_the_folder_holds_both_drawings_of_each_and_nothing_else() -> None:
    wanted = {Path(picture.asset(mode)).name for picture in PICTURES for mode in THEMES}
    assert {file.name for file in FOLDER.iterdir()} == wanted
    assert set(DRAWINGS) == {picture.id for picture in PICTURES}


def test_the_pictures_are_fresh() -> None:
    assert fresh.KEPT.read_text("utf-8").strip() == fresh.mark(), fresh.ADVICE


@EACH
@pytest.mark.full
def test_they_are_drawn_again_the_same(picture: Picture, tmp_path: Path) -> None:
    """To the tenth of a unit: only the last digit may differ between machines."""
    draw(picture.id, data.counts()[picture.id], tmp_path)
    for mode in THEMES:
        kept = (assets_folder() / picture.asset(mode)).read_text("utf-8")
        again = (tmp_path / f"{picture.id}-{mode}.svg").read_text("utf-8")
        assert re.sub(r"[\d.-]+", "", again) == re.sub(r"[\d.-]+", "", kept)


# --- made of what every client draws ----------------------------------------------------------


@EACH
@MODES
@pytest.mark.full
def test_there_is_no_word_no_style_and_no_other_file_in_it(picture: Picture, mode: str) -> None:
    for part in parts(picture, mode):
        assert part.tag.removeprefix(SVG) in ELEMENTS
        assert set(part.attrib) <= ATTRIBUTES
        assert not (part.text or "").strip() and not (part.tail or "").strip()
        assert "url(" not in "".join(part.attrib.values())


@EACH
@MODES
@pytest.mark.full
def test_it_is_small_and_four_to_three(picture: Picture, mode: str) -> None:
    assert (assets_folder() / picture.asset(mode)).stat().st_size <= MOST_BYTES
    assert next(parts(picture, mode)).get("viewBox") == "0 0 320 240"
    assert lesson_picture.WIDE_AS_HIGH == 4 / 3


# --- true ------------------------------------------------------------------------------------


def counted(picture: Picture, mode: str, fact: str) -> tuple[int, int]:
    """How many are drawn as the fact says, and how many there are in all."""
    names = [part.get("id", "") for part in parts(picture, mode)]
    seen = sum(bool(re.fullmatch(rf"{fact}\.\d+", name)) for name in names)
    return seen, seen + sum(bool(re.fullmatch(rf"{fact}\.not\.\d+", name)) for name in names)


@MODES
@pytest.mark.parametrize(
    ("picture", "count"),
    [(picture, count) for picture in PICTURES for count in picture.counts],
    ids=lambda value: value.id if isinstance(value, Picture) else value.fact,
)
@pytest.mark.full
def test_as_many_are_drawn_as_the_lesson_says(
    library: Library, picture: Picture, count: Count, mode: str
) -> None:
    seen, drawn = counted(picture, mode, count.fact)
    together = sum(each.shown for each in picture.counts)
    assert seen == count.shown
    assert count.of == (drawn if len(picture.counts) == 1 else together)
    fact = next(f for f in library.lesson(picture.lesson).facts if f.name == count.fact)
    assert fact.figure is not None
    assert str(count.shown) in re.findall(r"\d+", fact.figure["da"])


def test_nine_of_ten_differ_from_the_tenth_not_by_name_alone() -> None:
    """The same again by colour, so that a name on the wrong figure would be found."""
    drawn = {part.get("id"): part for part in parts(PICTURES[0], "light")}
    coats = {
        name: next(p.get("fill") for p in part.iter(f"{SVG}path"))
        for name, part in drawn.items()
        if name
    }
    assert list(coats.values()).count(theme.LIGHT["primary"]) == 9
    assert len(coats) == 10


def test_the_check_knows_which_pictures_count() -> None:
    assert sum(len(picture.counts) for picture in PICTURES) == 8


# --- seen --------------------------------------------------------------------------------------


@MODES
def test_colours_that_mean_something_are_those_of_the_theme(mode: str) -> None:
    for name, role in ROLES.items():
        assert PALETTES[mode][name] == THEMES[mode][role]


def colour(name: str, mode: str) -> str:
    if name in cast().people:
        return cast().people[name].trousers[list(THEMES).index(mode)]
    return PALETTES[mode][name]


@EACH
@MODES
@pytest.mark.full
def test_what_carries_the_meaning_stands_out(picture: Picture, mode: str) -> None:
    """3 : 1 (WCAG 2.2, 1.4.11), and the colour is really there."""
    used = {part.get(name) for part in parts(picture, mode) for name in ("fill", "stroke")}
    assert DRAWINGS[picture.id].carries
    for pair in DRAWINGS[picture.id].carries:
        front, ground = (colour(name, mode) for name in pair)
        assert front in used, pair
        assert ground in used or pair[1] == "stage", pair
        assert contrast(front, ground) >= 3, pair


@EACH
def test_light_and_dark_are_two_drawings(picture: Picture) -> None:
    light, dark = ((assets_folder() / picture.asset(mode)).read_text("utf-8") for mode in THEMES)
    assert light != dark


# --- said --------------------------------------------------------------------------------------


def test_alt_and_caption_are_short_and_in_both_languages() -> None:
    for picture in PICTURES:
        for language in ("da", "en"):
            assert 4 <= len(picture.alt[language].split()) <= 40
            assert picture.caption is None or len(picture.caption[language].split()) <= 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(bundle.FOLDER / bundle.LESSONS, tmp_path / bundle.LESSONS)
    return tmp_path


@pytest.mark.parametrize(
    ("was", "becomes", "key", "said"),
    [
        ("lesson: sleep", "lesson: slep", "error.content_reference", "slep"),
        ("card: loop", "card: nowhere", "error.content_reference", "nowhere"),
        ("facts: [adapt]", "facts: [adopt]", "error.content_reference", "adopt"),
        ("fact: eight_in_ten, shown: 8", "fact: eight_in_ten, shown: 7", "error.content_figure", 7),
        ("- id: cards", "- id: cord", "error.content_reference", "lessons/cord-light.svg"),
        ('en: "A woman sits', 'uk: "A woman sits', "error.content_language", "en"),
        ("Hver figur er ét", "Hver af 30 figurer er ét", "error.content_loose_figure", "30"),
        ("Sådan kan smerten løbe.", "Din ryg er slidt.", "error.content_tone", "slid"),
    ],
)
@pytest.mark.full
def test_a_fault_is_refused_with_its_line(
    folder: Path, was: str, becomes: str, key: str, said: object
) -> None:
    file = folder / bundle.LESSONS / "pictures.yaml"
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, becomes, 1), "utf-8")
    with pytest.raises(ContentError) as refused:
        check_learning.learning(folder, KNOWN)
    assert refused.value.key == key
    assert said in refused.value.values.values()
    assert refused.value.values["file"] == "pictures.yaml"
    line = text[: text.index(was)].count("\n") + 1
    assert abs(refused.value.values["line"] - line) <= 2


@pytest.mark.full
def test_a_lesson_without_a_picture_is_refused(folder: Path) -> None:
    file = folder / bundle.LESSONS / "pictures.yaml"
    text = file.read_text("utf-8")
    file.write_text(text[: text.index("- id: cards")], "utf-8")
    with pytest.raises(ContentError) as refused:
        check_learning.learning(folder, KNOWN)
    assert refused.value.values["field"] == "picture: myths"


# --- shown -------------------------------------------------------------------------------------


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("picture", [PICTURES[0], PICTURES[7]], ids=lambda picture: picture.id)
def test_the_drawing_is_named_and_its_caption_stands_under_it(picture: Picture, dark: bool) -> None:
    ui = SimpleNamespace(look=Look(390, 844, dark=dark), t=wording_for("en"))
    drawn = list(controls(lesson_picture.lesson_picture(cast_to_ui(ui), picture)))
    (image,) = (each for each in drawn if isinstance(each, ft.Image))
    assert image.src == f"lessons/{picture.id}-{'dark' if dark else 'light'}.svg"
    assert image.semantics_label == picture.alt["en"]
    said = [each.value for each in drawn if isinstance(each, ft.Text)]
    assert said == ([picture.caption["en"]] if picture.caption else [])
    assert any(getattr(each, "bgcolor", None) == theme.Role.STAGE for each in drawn)


def controls(control: ft.Control) -> Iterator[ft.Control]:
    yield control
    inner = getattr(control, "content", None)
    for child in [*getattr(control, "controls", []), *([inner] if inner else [])]:
        yield from controls(child)


def cast_to_ui(ui: object) -> Ui:
    """As much of it as the drawing looks at."""
    return typing.cast(Ui, ui)
