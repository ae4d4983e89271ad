"""What the app says, in the person's language; Danish source texts are the message ids."""

import gettext
import os
import re
import warnings
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

DOMAIN = "lbp"
SOURCE = "da"
SECOND = "en"  # what a language that lacks a message falls back to, before Danish
NAME_HEADER = "X-Language-Name"  # of a catalogue: what its speakers call the language
_SOURCE_NAME = "Dansk"
_LOCALE = Path(__file__).parent / "locale"
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def mark(message: str) -> str:
    """The same text; extraction sees it, `t` translates it later."""
    return message


def placeholders(message: str) -> frozenset[str]:
    return frozenset(_PLACEHOLDER.findall(message))


@dataclass(frozen=True)
class Wording:
    """Translates and fills in: t("Godmorgen, {name}", name="Birgit")."""

    language: str
    _catalogue: gettext.NullTranslations = field(repr=False, compare=False)

    def __call__(self, message: str, /, **values: object) -> str:
        return _fill(self._catalogue.gettext(message) if message else "", values)

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """`n` also fills {n}."""
        return _fill(self._catalogue.ngettext(one, many, n), {"n": n, **values})


def _fill(text: str, values: dict[str, object]) -> str:
    missing = placeholders(text) - values.keys()
    if missing:  # an error in tests; on screen a gap is better than no sentence
        warnings.warn(f"no value for {sorted(missing)} in {text!r}", stacklevel=3)
    return _PLACEHOLDER.sub(lambda found: str(values.get(found[1], "…")), text)


def _folders() -> tuple[Path, ...]:
    """LBP_PSEUDO names a folder with more catalogues, for tests with made-up languages."""
    extra = os.environ.get("LBP_PSEUDO")
    return (_LOCALE, Path(extra)) if extra else (_LOCALE,)


@cache
def _catalogues(folders: tuple[Path, ...]) -> dict[str, gettext.GNUTranslations]:
    """By language code; each falls back to English."""
    files = (mo for folder in folders for mo in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    found = {mo.parent.parent.name: _read(mo) for mo in sorted(files)}
    for code, catalogue in found.items():
        if code != SECOND and SECOND in found:
            catalogue.add_fallback(found[SECOND])
    return found


def _read(file: Path) -> gettext.GNUTranslations:
    with file.open("rb") as opened:
        return gettext.GNUTranslations(opened)


def languages() -> list[tuple[str, str]]:
    """Code and own name of each language, Danish first."""
    infos = {code: catalogue.info() for code, catalogue in _catalogues(_folders()).items()}
    named = sorted((code, info.get(NAME_HEADER.lower(), code)) for code, info in infos.items())
    return [(SOURCE, _SOURCE_NAME), *named]


def resolve(language: str | None) -> str:
    """The nearest language there is: "da-DK" is Danish, None too; one we lack becomes English."""
    if not language or not language.strip():
        return SOURCE
    code = re.split(r"[-_.@,;]", language.strip().lower())[0]
    known = {SOURCE, *_catalogues(_folders())}
    return code if code in known else SECOND if SECOND in known else SOURCE


def wording_for(language: str | None) -> Wording:
    code = resolve(language)
    return Wording(code, _catalogues(_folders()).get(code, gettext.NullTranslations()))
