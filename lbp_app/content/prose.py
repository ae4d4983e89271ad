"""A lesson's words in one language: Markdown with front matter and one heading a card.

---
id: sleep
title: Søvn
...
---
## Overskrift {#card_id}

Et afsnit.
"""

import re
from pathlib import Path
from typing import Annotated, Any

from lbp_app.content.lessons import Two
from lbp_app.content.reading import Lines as LineNumbers
from lbp_app.content.reading import Written, plain, shown, text_of, typed
from lbp_app.content.records import Line, Lines, Whole
from lbp_app.errors import ContentError

FENCE = "---\n"
HEADING = re.compile(r"^## (?P<title>.+?) \{#(?P<id>\w+)\}$")
MARKUP = re.compile(r"^(#|- |\* |> |\d+\. )|\*\*|__|\]\(|`")


class ProseCard(Whole, frozen=True, kw_only=True):
    id: Line
    title: Line
    text: Line


class ProseQuestion(Whole, frozen=True, kw_only=True):
    ask: Line
    options: Lines
    why: Line


class Prose(Whole, frozen=True, kw_only=True):
    id: Line
    title: Line
    aim: Line
    words: Lines
    prompts: Annotated[dict[Line, Line], Two]
    quiz: Annotated[dict[Line, ProseQuestion], Two]
    cards: list[ProseCard]


def prose(file: Path) -> Written[Prose]:
    """Raises ContentError with file and line."""
    text = text_of(file)
    head, fence, body = text.removeprefix(FENCE).partition(FENCE)
    if not text.startswith(FENCE) or not fence:
        raise ContentError("error.content_yaml", file=shown(file), line=1)
    front, lines = plain(FENCE + head, file)
    if not isinstance(front, dict):
        raise ContentError("error.content_yaml", file=shown(file), line=1)
    first = text.count("\n", 0, len(text) - len(body)) + 1
    front["cards"] = _cards(body, first, lines, file)
    return Written(file, typed(front, Prose, lines, file), lines)


def _cards(body: str, first: int, lines: LineNumbers, file: Path) -> list[dict[str, Any]]:
    cards: list[dict[str, Any]] = []
    for number, line in enumerate(body.split("\n"), start=first):
        if heading := HEADING.match(line):
            lines[f"$.cards[{len(cards)}]"] = number
            cards.append({**heading.groupdict(), "text": ""})
        elif MARKUP.search(line) or (line.strip() and not cards):
            raise ContentError("error.content_markup", file=shown(file), line=number)
        elif cards:
            cards[-1]["text"] += f"{line}\n"
    return [card | {"text": _paragraphs(card["text"])} for card in cards]


def _paragraphs(text: str) -> str:
    """Lines that belong together in one; an empty line stays between paragraphs."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))
