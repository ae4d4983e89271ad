"""Every error that can reach a person has a sentence, and every sentence an error."""

import ast
import re
from pathlib import Path

import pytest

from lbp_app import errors
from lbp_app.content.failures import SENTENCES, UNEXPECTED, sentence
from lbp_app.content.wording import languages, placeholders, wording_for
from lbp_app.errors import AnswerRefusedError, AppError, LockedError

PACKAGE = Path(errors.__file__).parent
KEY = re.compile(r"error\.\w+")


def _keys_in(file: Path) -> set[str]:
    constants = (
        n.value for n in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(n, ast.Constant)
    )
    return {text for text in constants if isinstance(text, str) and KEY.fullmatch(text)}


def _values_given(file: Path) -> dict[str, set[str]]:
    """For each AppError("error.…", name=…) in the code, the names of its values."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Call(args=[ast.Constant(value=str(key)), *_]) if KEY.fullmatch(key):
                names = {k.arg for k in node.keywords}
                if None not in names:
                    found[key] = found.get(key, set()) | {str(name) for name in names}
    return found


@pytest.mark.full
def test_every_error_has_a_sentence_and_every_sentence_an_error() -> None:
    files = [f for f in PACKAGE.rglob("*.py") if f.name != "failures.py"]
    assert set().union(*map(_keys_in, files)) == set(SENTENCES)


@pytest.mark.full
def test_raising_gives_the_values_that_the_sentence_needs() -> None:
    for file in PACKAGE.rglob("*.py"):
        for key, names in _values_given(file).items():
            wanted = placeholders(SENTENCES[key])
            if not key.startswith("error.content_"):  # those get file and line from one place
                assert wanted <= names, (file.name, key)


@pytest.mark.parametrize("language", [code for code, _ in languages()])
def test_a_sentence_is_filled_in(language: str) -> None:
    said = sentence(wording_for(language), AnswerRefusedError("error.note_long", most=2000))
    assert "2000" in said
    assert "{" not in said


def test_what_is_not_an_apps_error_says_nothing_of_its_own() -> None:
    t = wording_for("da")
    assert sentence(t, ValueError("hemmelig note")) == t(UNEXPECTED)
    assert sentence(t, AppError("error.nobody_wrote_this")) == t(UNEXPECTED)


def test_each_error_class_has_its_own_sentence() -> None:
    t = wording_for("en")
    assert sentence(t, LockedError()).startswith("Another program")
