"""Every sentence stands in every language with its placeholders; a third needs no code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from lbp_app.content.wording import Wording, languages, mark, placeholders, resolve, wording_for
from tools import wording as tool

ROOT = Path(__file__).parent.parent
CODE = sorted((ROOT / "lbp_app").rglob("*.py"))


@pytest.fixture(scope="module")
def template() -> Catalog:
    return tool.extracted()


# --- the catalogues ------------------------------------------------------------------------


@pytest.mark.parametrize("po", tool.po_files(), ids=lambda po: po.parent.parent.name)
@pytest.mark.full
def test_every_message_is_translated(template: Catalog, po: Path) -> None:
    assert tool.problems(tool.read(po), template, po.parent.parent.name) == []


@pytest.mark.full
def test_template_and_compiled_catalogues_are_fresh(template: Catalog) -> None:
    """If not: python -m tools.wording extract, translate, python -m tools.wording compile."""
    assert tool.stale(template) == []


@pytest.mark.full
def test_an_edited_translation_makes_its_compiled_catalogue_stale(tmp_path: Path) -> None:
    catalog = tool.read(tool.po_files()[0])
    before = tool.mo_bytes(catalog)
    catalog["i dag"].string = "this very day"
    assert tool.mo_bytes(catalog) != before


@pytest.mark.parametrize(
    ("message", "said", "flags", "problem"),
    [
        ("Gemt", "", (), "empty"),
        ("Gemt", "  ", (), "empty"),
        ("Gemt", "Saved", ("fuzzy",), "fuzzy"),
        ("Hej {name}", "Hello {nmae}", (), "placeholders differ"),
        ("Hej {name}", "Hello", (), "placeholders differ"),
        (("{n} dag", "{n} dage"), ("{n} day", ""), (), "empty"),
        (("{n} dag", "{n} dage"), ("{n} day", "{m} days"), (), "placeholders differ"),
    ],
)
def test_a_bad_translation_is_found(
    message: str | tuple[str, str], said: str | tuple[str, str], flags: tuple[str], problem: str
) -> None:
    template, catalog = Catalog(), Catalog()
    template.add(message)
    catalog.add(message, said, flags=flags)
    assert problem in tool.problems(catalog, template, "en")[0]


def test_missing_and_left_over_messages_are_found() -> None:
    template, catalog = Catalog(), Catalog()
    template.add("Ny")
    catalog.add("Gammel", "Old")
    found = tool.problems(catalog, template, "en")
    assert found == ["en: 'Ny': missing", "en: 'Gammel': not in the code any more"]


def test_translator_comments_and_plurals_are_extracted(tmp_path: Path) -> None:
    (tmp_path / "screen.py").write_text(
        "# Oversætter: på en knap\n"
        "t('Gem')\n"
        "# not for translators\n"
        "x = mark('Senere'), t.plural('{n} dag', '{n} dage', n)\n",
        "utf-8",
    )
    found = tool.extracted(tmp_path)
    assert {m.id for m in found if m.id} == {"Gem", "Senere", ("{n} dag", "{n} dage")}
    assert found["Gem"].auto_comments == ["Oversætter: på en knap"]
    assert found["Senere"].auto_comments == []


# --- the code ------------------------------------------------------------------------------


def _calls(file: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield node


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id="t" | "mark") | ast.Attribute(attr="t" | "_t"):
            return "t"
        case ast.Attribute(attr="plural"):
            return "plural"
    return ""


def _lacking(call: ast.Call) -> set[str]:
    """Placeholders of a literal message for which the call gives no value."""
    literals = [a.value for a in call.args[:2] if isinstance(a, ast.Constant)]
    wanted = {name for text in literals if isinstance(text, str) for name in placeholders(text)}
    given = {k.arg for k in call.keywords} | ({"n"} if _called(call) == "plural" else set())
    return set() if None in given else wanted - given


def _marks(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "mark"


@pytest.mark.full
def test_every_placeholder_gets_a_value() -> None:
    lacking = {
        f"{file.name}:{call.lineno}": _lacking(call)
        for file in CODE
        for call in _calls(file)
        if _called(call) and not _marks(call) and _lacking(call)
    }
    assert lacking == {}


def _is_text(part: ast.Constant) -> bool:
    return isinstance(part.value, str) and " " in part.value


@pytest.mark.full
def test_no_message_is_put_together_in_the_call() -> None:
    """t(f"…"), t("…" + x) and t("…" if x else "…") are not extracted as they are said."""
    built = [
        f"{file.name}:{call.lineno}"
        for file in CODE
        for call in _calls(file)
        if _called(call) and not isinstance(call.args[0], ast.Constant)
        if any(isinstance(part, ast.Constant) and _is_text(part) for part in ast.walk(call.args[0]))
    ]
    assert built == []


def _literals(call: ast.Call) -> Iterator[str]:
    for arg in call.args[: 2 if _called(call) == "plural" else 1]:
        if isinstance(arg, ast.Constant) and isinstance(arg.value, str):
            yield arg.value


@pytest.mark.full
def test_every_message_in_the_code_is_extracted(template: Catalog) -> None:
    """Extraction does not see into f"{t('…')}"."""
    known = {text for m in template if m.id for text in tool._texts(m.id)}
    unseen = [
        f"{file.name}:{call.lineno}: {text}"
        for file in CODE
        for call in _calls(file)
        if _called(call)
        for text in _literals(call)
        if text and text not in known
    ]
    assert unseen == []


def _danish_texts(file: Path) -> Iterator[str]:
    """Literals with Danish letters, docstrings and single letters apart."""
    tree = ast.parse(file.read_text("utf-8"))
    told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in told:
                if len(text) > 1 and re.search(r"[æøåÆØÅ]", text):
                    yield text


@pytest.mark.full
def test_no_danish_text_is_left_out_of_extraction(template: Catalog) -> None:
    known = {text for m in template if m.id for text in tool._texts(m.id)}
    no_wording = {"flet_inside.py", "pages.py", "people.py", "letters.py"}
    unseen = {
        file.name: texts
        for file in CODE
        if file.name not in no_wording
        if (texts := [t for t in _danish_texts(file) if t not in known])
    }
    assert unseen == {}


@pytest.mark.full
def test_no_extracted_message_is_a_key() -> None:
    """As from t(SENTENCES["error.usage"]), where extraction takes the key for a text."""
    assert [m.id for m in tool.extracted() if re.fullmatch(r"[a-z_]+\.[a-z_.]+", str(m.id))] == []


def test_a_value_that_is_missing_all_the_same_warns_and_does_not_crash() -> None:
    t = wording_for("da")
    with pytest.warns(UserWarning, match="name"):
        assert t(mark("Godmorgen, {name}")) == "Godmorgen, …"


# --- languages -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (None, "da"),
        ("", "da"),
        (" ", "da"),
        ("da", "da"),
        ("da-DK", "da"),
        ("DA_dk.UTF-8", "da"),
        ("EN", "en"),
        ("en-GB", "en"),
        ("tlh", "en"),
        ("../../etc", "en"),
    ],
)
def test_any_code_finds_a_language(asked: str | None, code: str) -> None:
    assert resolve(asked) == code
    assert wording_for(asked).language == code


def test_danish_stands_first_and_each_says_its_own_name() -> None:
    assert languages()[:2] == [("da", "Dansk"), ("en", "English")]


def test_values_are_filled_in_and_plurals_chosen() -> None:
    da, en = wording_for("da"), wording_for("en")
    days = ("for {n} dag siden", "for {n} dage siden")
    assert [da.plural(*days, n) for n in (1, 2)] == ["for 1 dag siden", "for 2 dage siden"]
    assert [en.plural(*days, n) for n in (0, 1, 2)] == ["0 days ago", "1 day ago", "2 days ago"]
    assert da("{a} og {b}", a="{b}", b=2) == "{b} og 2"
    assert da("") == en("") == ""


def _write(folder: Path, code: str, forms: str, messages: dict[object, object]) -> None:
    catalog = tool.NamedCatalog(locale=code, charset="utf-8")
    catalog.own_name = f"own name of {code}"
    for message, said in messages.items():
        catalog.add(message, said)  # type: ignore[arg-type]
    file = folder / code / "LC_MESSAGES" / "lbp.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(tool.mo_bytes(catalog))


def test_a_third_language_needs_no_code_and_falls_back_to_english_then_danish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = ("for {n} dag siden", "for {n} dage siden")
    plural = ("{n} dzień temu", "{n} dni temu", "{n} dni temu")
    _write(tmp_path, "pl", "", {"mandag": "poniedziałek", "april": "april", days: plural})
    monkeypatch.setenv("LBP_PSEUDO", str(tmp_path))
    t = wording_for("pl-PL")
    assert ("pl", "own name of pl") in languages()
    assert (t("mandag"), t("april")) == ("poniedziałek", "april")
    assert [t.plural(*days, n) for n in (1, 5)] == ["1 dzień temu", "5 dni temu"]
    assert t("tirsdag") == "Tuesday"
    assert t("kun på dansk") == "kun på dansk"


@pytest.mark.full
def test_the_made_up_language_is_a_third_longer_and_whole(
    template: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tool.pseudo(tmp_path) == 0
    monkeypatch.setenv("LBP_PSEUDO", str(tmp_path))
    t = wording_for("qps")
    assert t.language == "qps"
    assert tool.problems(tool.pseudo_catalog(template), template, "qps") == []
    for message in (m.id for m in template if isinstance(m.id, str) and m.id):
        filled = {name: "" for name in placeholders(message)}
        danish = Wording.__call__(wording_for("da"), message, **filled)
        assert len(t(message, **filled)) >= 1.35 * len(danish)
