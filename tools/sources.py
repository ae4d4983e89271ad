"""Writes docs/sources.md out of the content: `python tools/sources.py`."""

from collections import Counter
from pathlib import Path

from lbp_app.content import check, library
from lbp_app.content.exercises import ExerciseContent
from lbp_app.content.learning import Expectation, Hour, Learning, Link, Myth, Weight
from lbp_app.content.lessons import Fact
from lbp_app.content.library import Bodies, Contact, KeyMessage, Rules, Source
from lbp_app.content.signs import Sign
from lbp_app.content.training import OfTraining
from lbp_app.content.triage import Action, Reassessment, Rule, Word

TARGET = Path(__file__).resolve().parent.parent / "docs" / "sources.md"
HEAD = """# Sources

Every clinical statement in Rygvej cites one of these keys, with the place in the document after
it: `004 Boks 5`. They are kept in `lbp_app/content/sources.yaml`; this page is written from there
by `python tools/sources.py`, and a test fails when it is stale.

| key | source | standing | year | in force | cited by |
|---|---|---|---|---|---|
{rows}

**GMK** (general medical knowledge), **EXT** (looked up) and **RYGVEJ** (our own) are not
documents. What rests on them alone waits for a clinician first of all.

## Review

{review}
"""


def _row(source: Source, cited: Counter[str]) -> str:
    year, force = source.year or "not given", "yes" if source.in_force else "**no**"
    title = f"{source.title['en']} ({source.title['da']})"
    cells = (source.key, title, source.standing["en"], year, force, cited[source.key])
    return f"| {' | '.join(map(str, cells))} |"


Learnt = Fact | Myth | Link | Weight | Hour | Expectation
Taught = ExerciseContent | OfTraining
Cited = KeyMessage | Contact | Sign | Word | Rule | Action | Reassessment | Taught | Learnt


def _records(rules: Rules, bodies: Bodies, learning: Learning) -> list[Cited]:
    triage = bodies.triage
    said: list[Cited] = [*rules.messages, *rules.contacts.contacts, *rules.signs.signs]
    judged: list[Cited] = [*triage.words, *triage.rules, *triage.actions, *triage.reassessment]
    taught: list[Taught] = [*bodies.exercises, *bodies.training.records]
    return [*said, *judged, *taught, *_learnt(learning)]


def _learnt(learning: Learning) -> list[Learnt]:
    facts: list[Learnt] = [fact for lesson in learning.lessons for fact in lesson.facts]
    given: list[Learnt] = [*learning.myths, *learning.links, *learning.balance]
    return [*facts, *given, *learning.path.hours, *learning.expectations]


def _review(records: list[Cited]) -> str:
    read = sum(record.reviewed_by is not None for record in records)
    if not read:
        return f"No clinician has reviewed any of the {len(records)} records yet. The app says so."
    return f"{read} of {len(records)} records have been reviewed by a clinician."


def text() -> str:
    rules, bodies = check.everything()
    records = _records(rules, bodies, library.load().learning)
    cited = Counter(key for r in records for key in {c.split()[0] for c in r.sources})
    rows = "\n".join(_row(source, cited) for source in rules.sources)
    return HEAD.format(rows=rows, review=_review(records))


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
