"""My exercises on paper: a drawing, the dose and a few words for each, large enough to read from
the floor.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lbp_app.content import formats, library
from lbp_app.content.assets import assets_folder
from lbp_app.content.doses import dose_in_words, gear_in_words, level_name
from lbp_app.content.exercises import ExerciseContent
from lbp_app.content.library import Library, say
from lbp_app.content.wording import Wording, wording_for
from lbp_app.exchange.page import HEIGHT, INK, SOFT, TEAL, WIDTH, Colour, Font, Page, line_height
from lbp_app.model.exercise import Group, Level, exercise_at
from lbp_app.model.text import legible

EDGE, TOP, BOTTOM = 16.0, 15.0, 14.0  # mm
GAP = 9.0  # mm between two exercises
COLUMN = (WIDTH - 2 * EDGE - GAP) / 2
AIR = 1.4  # mm above each cue
PICTURE = 62.0  # mm wide; three quarters as high
NAME, DOSE, TEXT, SMALL = 17.0, 13.0, 13.0, 10.0  # points


@dataclass(frozen=True)
class Line:
    """`above` are mm of air."""

    text: str
    font: Font
    size: float
    colour: Colour = INK
    above: float = 0.0

    @property
    def height(self) -> float:
        return self.above + line_height(self.size)


@dataclass(frozen=True)
class Block:
    """One exercise, its lines broken to the width of a column."""

    exercise: ExerciseContent
    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        return PICTURE * 3 / 4 + 2 + sum(line.height for line in self.lines)


def paper_of(
    levels: Mapping[Group, Level],
    doses: Mapping[str, str],
    language: str | None,
    made_at: datetime,
) -> bytes:
    """As a PDF. `made_at` is the local time, whose date stands on it; `doses` are those that a
    physiotherapist has prescribed, by exercise.
    """
    t, written = wording_for(language), library.load()
    page = Page(t.language, t("Mine øvelser"), made_at)
    chosen = [written.exercise(exercise_at(group, levels[group])) for group in Group]
    blocks = [_block(page, one, doses.get(one.id), written, t) for one in chosen]
    y = _head(page, t, made_at)
    for pair in _pairs(blocks):
        height = max(block.height for block in pair)
        if y + height > HEIGHT - BOTTOM - 2 * line_height(SMALL):
            _foot(page, chosen, t)
            page.turn()
            y = TOP
        for at, block in enumerate(pair):
            _draw(page, block, EDGE + at * (COLUMN + GAP), y, t)
        y += height + GAP
    _foot(page, chosen, t)
    return page.content()


def _pairs(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    return [blocks[at : at + 2] for at in range(0, len(blocks), 2)]


def _head(page: Page, t: Wording, made_at: datetime) -> float:
    """Where the exercises begin."""
    page.write(EDGE, TOP, t("Mine øvelser"), Font.SERIF, 26)
    day = formats.date_full(t, made_at.date())
    page.write(WIDTH - EDGE, TOP + 4.8, day, Font.SANS, 12, SOFT, before=True)
    page.rule(EDGE, TOP + 14, WIDTH - EDGE, TEAL, 0.6)
    return TOP + 19


def _foot(page: Page, chosen: Sequence[ExerciseContent], t: Wording) -> None:
    y = HEIGHT - BOTTOM - line_height(SMALL)
    page.rule(EDGE, y - 1.5, WIDTH - EDGE)
    told = t("Lavet i Rygvej.")
    if not all(one.reviewed_by for one in chosen):
        unread = t("Øvelserne er ikke gennemgået af en fysioterapeut endnu.")
        told = f"{told} {unread}"
    page.write(EDGE, y, told, Font.SANS, SMALL, SOFT)


def _block(
    page: Page, exercise: ExerciseContent, dose: str | None, written: Library, t: Wording
) -> Block:
    prescribed = dose and t("{dose}, fra din fysioterapeut", dose=legible(dose))
    training = written.training
    group = next(one for one in training.groups if one.id == exercise.group)
    above = f"{say(t, group.name)} · {level_name(t, training, exercise.level or 1)}"
    told = [
        Line(above, Font.BOLD, DOSE, TEAL),
        Line(say(t, exercise.name), Font.SERIF, NAME),
        Line(prescribed or dose_in_words(t, exercise.dose), Font.BOLD, DOSE),
        Line(gear_in_words(t, training, exercise), Font.SANS, DOSE, SOFT),
        Line(say(t, exercise.start), Font.SANS, TEXT, above=AIR),
        Line(say(t, exercise.move), Font.SANS, TEXT, above=AIR),
    ]
    return Block(exercise, tuple(part for line in told for part in _broken(page, line)))


def _broken(page: Page, line: Line) -> list[Line]:
    parts = page.wrap(page.clean(line.text), line.font, line.size, COLUMN)
    first, *later = [replace(line, text=part) for part in parts]
    return [first, *(replace(one, above=0.0) for one in later)]


def _draw(page: Page, block: Block, x: float, y: float, t: Wording) -> None:
    file = assets_folder() / "exercises" / f"{block.exercise.id}-still-light.webp"
    page.photo(file, x, y, PICTURE, say(t, block.exercise.alt))
    y += PICTURE * 3 / 4 + 2
    for line in block.lines:
        page.write(x, y + line.above, line.text, line.font, line.size, line.colour)
        y += line.height
