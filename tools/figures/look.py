"""One person on one ground: the colours of skin, hair and clothes."""

from __future__ import annotations

from dataclasses import dataclass

from tools.figures.ink import MODES
from tools.figures.items import Person, cast

FAR = 0.78  # what is on the far side is this much darker


@dataclass(frozen=True)
class Look:
    person: Person
    skin: str
    hair: str
    shirt: str
    trousers: str
    shoes: str

    @property
    def round(self) -> bool:
        return self.person.shape == "round"


def look_of(name: str, mode: str) -> Look:
    at = MODES.index(mode)
    who = cast().people[name]
    clothes = (each[at] for each in (who.hair_colour, who.shirt, who.trousers, who.shoes))
    return Look(who, cast().skins[who.skin][at], *clothes)


def stage(mode: str) -> dict[str, str]:
    return {name: pair[MODES.index(mode)] for name, pair in cast().stage.items()}
