"""The exercises: facts and words as they are written, and the two put together."""

from typing import Annotated, Literal

from msgspec import Meta, field

from lbp_app.content.records import Line, Lines, Record, Said, Whole

Kind = Literal["exercise", "warmup", "cooldown", "lying"]
Place = Literal["floor", "bed", "chair", "standing", "wall"]
Gear = Literal["chair", "stool", "bag", "cushion", "towel", "table", "small_things"]
Mode = Literal["reps", "hold", "time"]
Group = Annotated[int, Meta(ge=1, le=8)]
Level = Annotated[int, Meta(ge=1, le=4)]
Count = Annotated[int, Meta(ge=1)]
Points = Annotated[int, Meta(ge=0, le=10)]
Range = tuple[Count, Count]  # lowest and highest
Effort = tuple[Points, Points]  # of ten, lowest and highest


class Dose(Whole, frozen=True, kw_only=True):
    """`amount` counts repetitions, and seconds where `mode` is hold (still) or time (moving).

    `each_side`: the amount is for one side, and the other side gets as much.
    """

    mode: Mode
    sets: Range
    amount: Range
    each_side: bool = False


class Elsewhere(Whole, frozen=True, kw_only=True):
    """Where a variation is done when that is another place, and what it needs there."""

    place: Place
    equipment: tuple[Gear, ...] = ()


class ExerciseFacts(Record, frozen=True, kw_only=True):
    """`group` and `level` are set for the kind exercise alone.

    `also` are further places where it is done as it is. `helpful` is pleasant to have and not
    needed. `a` and `b` are the variations that move to another place, `easier_at` the easier way
    that does. `near_support`: near a wall or a sturdy chair if unsteady. `effort` is of ten; None:
    that of the week. `other_dose` may be chosen instead of `dose`.
    """

    id: Line
    kind: Kind
    group: Group | None = None
    level: Level | None = None
    place: Place
    also: tuple[Place, ...] = ()
    equipment: tuple[Gear, ...] = ()
    helpful: tuple[Gear, ...] = ()
    dose: Dose
    other_dose: Dose | None = None
    effort: Effort | None = None
    near_support: bool = False
    a: Elsewhere | None = None
    b: Elsewhere | None = None
    easier_at: Elsewhere | None = None
    sources: Lines


class VariationWords(Whole, frozen=True, kw_only=True):
    """`text` says what is different from the exercise itself."""

    name: Said
    text: Said


class ExerciseWords(Whole, frozen=True, kw_only=True):
    """`alt` is what the picture shows. The variations are a and b, in this order."""

    id: Line
    name: Said
    start: Said
    move: Said
    trains: Said
    variations: Annotated[list[VariationWords], Meta(max_length=2)] = field(default_factory=list)
    easier: Said | None = None
    harder: Said | None = None
    alt: Said


class Variation(Whole, frozen=True, kw_only=True):
    """`place` None: where the exercise itself is done, and with what it needs."""

    id: Literal["a", "b"]
    name: Said
    text: Said
    place: Place | None
    equipment: tuple[Gear, ...]


class ExerciseContent(Record, frozen=True, kw_only=True):
    """Fields as in ExerciseFacts and ExerciseWords. `id` is "3.2", "warmup.1" or "lying.1".

    The kind exercise has exactly two variations, an easier and a harder way.
    """

    id: Line
    kind: Kind
    group: Group | None
    level: Level | None
    name: Said
    start: Said
    move: Said
    trains: Said
    variations: list[Variation]
    easier: Said | None
    harder: Said | None
    alt: Said
    place: Place
    also: tuple[Place, ...]
    easier_at: Elsewhere | None
    equipment: tuple[Gear, ...]
    helpful: tuple[Gear, ...]
    dose: Dose
    other_dose: Dose | None
    effort: Effort | None
    near_support: bool
    sources: Lines


def put_together(facts: ExerciseFacts, words: ExerciseWords) -> ExerciseContent:
    return ExerciseContent(
        id=facts.id,
        kind=facts.kind,
        group=facts.group,
        level=facts.level,
        name=words.name,
        start=words.start,
        move=words.move,
        trains=words.trains,
        variations=_variations(facts, words),
        easier=words.easier,
        harder=words.harder,
        alt=words.alt,
        place=facts.place,
        also=facts.also,
        easier_at=facts.easier_at,
        equipment=facts.equipment,
        helpful=facts.helpful,
        dose=facts.dose,
        other_dose=facts.other_dose,
        effort=facts.effort,
        near_support=facts.near_support,
        sources=facts.sources,
        reviewed_by=facts.reviewed_by,
        reviewed_on=facts.reviewed_on,
    )


def _variations(facts: ExerciseFacts, words: ExerciseWords) -> list[Variation]:
    places: tuple[tuple[Literal["a", "b"], Elsewhere | None], ...] = (
        ("a", facts.a),
        ("b", facts.b),
    )
    return [
        Variation(
            id=name,
            name=said.name,
            text=said.text,
            place=moved.place if moved else None,
            equipment=moved.equipment if moved else facts.equipment,
        )
        for (name, moved), said in zip(places, words.variations, strict=False)
    ]
