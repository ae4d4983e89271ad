"""`lbp content check`: is everything that clinicians and translators wrote whole and consistent?"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from msgspec import Struct
from msgspec.structs import asdict

from lbp_app.content import check_exercises, check_progression, check_triage
from lbp_app.content.bundle import EXERCISE_WORDS, FOLDER, NAME, load, write
from lbp_app.content.exercises import ExerciseFacts, ExerciseWords
from lbp_app.content.library import (
    Advice,
    Bodies,
    Contacts,
    KeyMessage,
    Paragraph,
    Rules,
    Source,
    Switches,
)
from lbp_app.content.progression import Progression
from lbp_app.content.reading import Written, written
from lbp_app.content.signs import Signs
from lbp_app.content.training import Training
from lbp_app.content.triage import Triage
from lbp_app.content.wording import SECOND, SOURCE
from lbp_app.errors import ContentError, UsageError

T = TypeVar("T")


def everything(folder: Path = FOLDER) -> tuple[Rules, Bodies]:
    """Raises ContentError at the first thing that does not verify."""
    sources = _read(folder / "sources.yaml", list[Source])
    switches = _read(folder / "switches.yaml", Switches)
    messages = _read(folder / "messages.yaml", list[KeyMessage])
    contacts = _read(folder / "contacts.yaml", Contacts)
    signs = _read(folder / "signs.yaml", Signs)
    about = _read(folder / "about.yaml", list[Paragraph])
    flare = _read(folder / "flare.yaml", list[Advice])
    triage = _read(folder / "triage.yaml", Triage)
    training = _read(folder / "training.yaml", Training)
    facts = _read(folder / "exercises.yaml", list[ExerciseFacts])
    words = [_read(folder / f"{name}.yaml", list[ExerciseWords]) for name in EXERCISE_WORDS]
    progression = _read(folder / "progression.yaml", Progression)
    known = {source.key for source in sources.value}
    starting: tuple[Written[Any], ...] = (sources, switches, messages, contacts, signs)
    bodies: tuple[Written[Any], ...] = (about, flare, triage, training, facts, *words, progression)
    for file in (*starting, *bodies):
        check_parts(file, known)
    _check_signs(signs)
    check_triage.check(signs, triage, contacts.value)
    check_exercises.check(facts, words, training)
    check_progression.check(progression)
    rules = Rules(
        sources=sources.value,
        switches=switches.value,
        messages=messages.value,
        contacts=contacts.value,
        signs=signs.value,
    )
    return rules, Bodies(
        about=about.value,
        flare=flare.value,
        triage=triage.value,
        training=training.value,
        exercises=check_exercises.exercises(facts, words),
        progression=progression.value,
    )


def _read(file: Path, kind: type[T]) -> Written[T]:
    if not file.is_file():
        raise ContentError("error.content_file", file=file.name)
    return written(file, kind)


def _parts(value: object, path: str = "$") -> Iterator[tuple[str, object]]:
    """Everything inside, each with its path."""
    yield path, value
    inner: Iterable[tuple[str, object]] = ()
    if isinstance(value, Struct):
        inner = ((f".{name}", part) for name, part in asdict(value).items())
    elif isinstance(value, list):
        inner = ((f"[{at}]", part) for at, part in enumerate(value))
    for name, part in inner:
        yield from _parts(part, path + name)


def check_parts(written: Written[Any], known: set[str]) -> None:
    seen: set[tuple[str, object]] = set()
    for path, part in _parts(written.value):
        if isinstance(part, dict):
            _check_languages(written, path, part)
        if isinstance(part, Struct):
            _check_record(written, path, part, known)
            _check_once(written, path, part, seen)


def _check_languages(written: Written[T], path: str, said: dict[str, str]) -> None:
    for language in (SOURCE, SECOND):
        if not said.get(language, "").strip():
            written.refuse("error.content_language", path, language=language)


def _check_record(written: Written[T], path: str, record: Struct, known: set[str]) -> None:
    for at, citation in enumerate(getattr(record, "sources", ())):
        if citation.split()[0] not in known:
            written.refuse("error.content_source", f"{path}.sources[{at}]", source=citation)
    reviewed = getattr(record, "reviewed_by", None), getattr(record, "reviewed_on", None)
    if (reviewed[0] is None) != (reviewed[1] is None):
        written.refuse("error.content_value", f"{path}.reviewed_by", field="reviewed_by")
    checked, until = getattr(record, "checked_on", None), getattr(record, "valid_until", None)
    if checked and until and until < checked:
        written.refuse("error.content_value", f"{path}.valid_until", field="valid_until")


def _check_once(
    written: Written[T], path: str, record: Struct, seen: set[tuple[str, object]]
) -> None:
    name = getattr(record, "id", None) or getattr(record, "key", None)
    if name is None:
        return
    if (type(record).__name__, name) in seen:
        written.refuse("error.content_twice", path, id=name)
    seen.add((type(record).__name__, name))


def _check_signs(written: Written[Signs]) -> None:
    """Each sign of the page is known, stands once, and in a group of its own tier."""
    tiers = {sign.id: sign.tier for sign in written.value.signs}
    shown: set[str] = set()
    for at, group in enumerate(written.value.page.groups):
        for n, sign in enumerate(group.signs):
            path = f"$.page.groups[{at}].signs[{n}]"
            if sign in shown:
                written.refuse("error.content_twice", path, id=sign)
            if tiers.get(sign) != group.tier:
                written.refuse("error.content_reference", path, id=sign)
            shown.add(sign)


# --- the command -----------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError


def main(argv: Sequence[str]) -> int:
    """`argv` after "lbp content check". Checks, then writes the bundle beside the files."""
    parser = _Parser(prog="lbp content check", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    folder = parser.parse_args(list(argv)).folder
    sys.stdout.write(f"{folder / NAME}: {write(folder)}\n")
    for name, hard in load(folder).learning.readings():
        sys.stdout.write(f"  {name}: LIX {hard:.0f}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
