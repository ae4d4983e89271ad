"""Writes docs/exercises.md out of the content: `python tools/exercises.py`."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

from lbp_app.content import library
from lbp_app.content.exercises import Dose, ExerciseContent
from lbp_app.content.library import Library
from lbp_app.content.records import Said
from lbp_app.content.training import ExerciseGroup, Training, TrainingRule, Week
from tools.tables import both, review, reviewed, table

TARGET = Path(__file__).resolve().parent.parent / "docs" / "exercises.md"
HEAD = """# Exercises

For a physiotherapist to read line by line, to mark and to sign. This page is written from
`exercises*.yaml` and `training.yaml` in `lbp_app/content` by `python tools/exercises.py`, and a
test fails when it is stale: what stands here is what the app says.

{review} The exercises, their doses and the weeks are our own and are cited as RYGVEJ; they are
not those of any other programme. Other keys name where a principle comes from:
[sources](sources.md).

How to read it: put ✓, ✗ or a remark into the last column. `a` and `b` are the variations; ◇ marks
a way that is done in another place. A dose says sets × amount.
"""
SIGNATURE = """## Signature

I have read the {count} exercises, the rules, the weeks and the short session above, in
version {version}, and have marked what I do not agree with.

| | |
|---|---|
| Name | |
| Profession and authorisation number | |
| Lines that must be changed before use | |
| Date | |
| Signature | |

Then `reviewed_by` and `reviewed_on` are set on each record that was accepted.
"""
AROUND = {"warmup": "Warm-up", "cooldown": "Cool-down", "lying": "Lying, for the first days"}
HEADS = ("exercise", "Danish", "English", "dose", "where and with what", "source", "reviewed")


def text() -> str:
    return "\n".join(part.rstrip() + "\n" for part in _pages(library.load()))


def _pages(content: Library) -> Iterator[str]:
    yield HEAD.format(review=review([*content.exercises, *content.training.records]))
    yield _rules(content.training)
    yield _weeks(content.training)
    for group in content.exercise_groups:
        yield _group(group, [one for one in content.exercises if one.group == group.id])
    for kind, title in AROUND.items():
        rows = map(_row, (one for one in content.exercises if one.kind == kind))
        yield f"## {title}\n\n{table((*HEADS, 'mark'), rows)}"
    yield SIGNATURE.format(count=len(content.exercises), version=_version(content))


def _version(content: Library) -> str:
    """Of all that stands on the page."""
    return sha256(msgspec.json.encode((content.exercises, content.training))).hexdigest()[:12]


# --- what holds for all -------------------------------------------------------------------------


def _rules(training: Training) -> str:
    told: list[tuple[object, ...]] = [
        (f"**{rule.id}**", *_both_said(rule), ", ".join(rule.sources), reviewed(rule))
        for rule in training.rules
    ]
    told += [
        (f"**{name}**", said["da"], said["en"], ", ".join(sources), done)
        for name, said, sources, done in _lines(training)
    ]
    head = ("rule", "Danish", "English", "source", "reviewed", "mark")
    return f"## What holds for all\n\n{table(head, told)}"


def _both_said(rule: TrainingRule) -> list[str]:
    return [f"{rule.title[language]}: {rule.text[language]}" for language in ("da", "en")]


def _lines(training: Training) -> Iterator[tuple[str, Said, list[str], str]]:
    for level in training.levels:
        yield f"level {level.id}", level.meaning, level.sources, reviewed(level)
    for line in training.supporter_lines:
        yield f"line {line.id}", line.text, line.sources, reviewed(line)


def _weeks(training: Training) -> str:
    rhythm, short = training.rhythm, training.short_session
    rows = map(_week, training.weeks)
    slots = "; ".join(" or ".join(map(str, slot.groups)) for slot in short.slots)
    head = ("week", "sets", "effort of 10", "to talk about", "source", "reviewed", "mark")
    return (
        f"## Weeks\n\n{rhythm.weeks} weeks, {rhythm.sessions_a_week} sessions a week with "
        f"{rhythm.days_between} day between, {_span(rhythm.minutes)} minutes, "
        f"{_span(rhythm.rest_seconds)} seconds of rest between sets "
        f"({', '.join(rhythm.sources)}). A short session takes {_span(short.minutes)} minutes: one "
        f"exercise each from the groups {slots}, in turn ({', '.join(short.sources)}).\n\n"
        + table(head, rows)
    )


def _week(week: Week) -> tuple[object, ...]:
    aims = week.week, _span(week.sets), _span(week.effort)
    return *aims, both(week.theme), ", ".join(week.sources), reviewed(week)


# --- exercises ----------------------------------------------------------------------------------


def _group(group: ExerciseGroup, exercises: Iterable[ExerciseContent]) -> str:
    rows = map(_row, exercises)
    title = f"## {group.id} {group.name['da']} ({group.name['en']})"
    return f"{title}\n\n{both(group.aim)}\n\n{table((*HEADS, 'mark'), rows)}"


def _row(one: ExerciseContent) -> tuple[object, ...]:
    name = f"**{one.id}** {one.name['da']} / *{one.name['en']}*"
    doses = _dose(one.dose) + (f", or {_dose(one.other_dose)}" if one.other_dose else "")
    effort = f"; effort {_span(one.effort)} of 10" if one.effort else ""
    told = [_told(one, language) for language in ("da", "en")]
    return name, *told, doses + effort, _where(one), ", ".join(one.sources), reviewed(one)


def _told(one: ExerciseContent, language: str) -> str:
    parts = [one.start[language], one.move[language], f"**Trains:** {one.trains[language]}"]
    for variation in one.variations:
        moved = " ◇" if variation.place else ""
        words = f"{variation.name[language]}: {variation.text[language]}"
        parts.append(f"**{variation.id}{moved}** {words}")
    moved = " ◇" if one.easier_at else ""
    parts += [f"**Easier{moved}:** {one.easier[language]}"] if one.easier else []
    parts += [f"**Harder:** {one.harder[language]}"] if one.harder else []
    return "<br>".join([*parts, f"**Picture:** {one.alt[language]}"])


def _where(one: ExerciseContent) -> str:
    places = " or ".join((one.place, *one.also))
    needs = ", ".join(one.equipment) or "nothing"
    parts = [f"{places}; {needs}"]
    parts += [f"pleasant: {', '.join(one.helpful)}"] if one.helpful else []
    moved: list[tuple[str, str, Iterable[str]]] = []
    moved += [(v.id, v.place, v.equipment) for v in one.variations if v.place]
    moved += [("easier", one.easier_at.place, one.easier_at.equipment)] if one.easier_at else []
    parts += [f"{id} ◇ {place}; {', '.join(gear) or 'nothing'}" for id, place, gear in moved]
    parts += ["near a wall or chair if unsteady"] if one.near_support else []
    return "<br>".join(parts)


def _dose(dose: Dose) -> str:
    unit = {"reps": "", "hold": " s still", "time": " s moving"}[dose.mode]
    side = " each side" if dose.each_side else ""
    return f"{_span(dose.sets)} × {_span(dose.amount)}{unit}{side}"


def _span(range: tuple[int, int]) -> str:
    low, high = range
    return str(low) if low == high else f"{low}–{high}"


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
