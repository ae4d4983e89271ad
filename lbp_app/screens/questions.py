"""How the questions of the check-in are put, and the words for their answers."""

from dataclasses import dataclass

from lbp_app.content.wording import mark
from lbp_app.model.diary import Feeling, LegSide, Scale


@dataclass(frozen=True)
class Asked:
    """How one scale is asked: its name, the question today and about another day, its two ends."""

    name: str
    today: str
    then: str
    low: str
    high: str


SCALES = {
    Scale.BACK: Asked(
        mark("Rygsmerte"),
        mark("Hvordan har ryggen haft det siden i går?"),
        mark("Hvordan havde ryggen det?"),
        mark("ingen smerte"),
        mark("værst tænkelig"),
    ),
    Scale.LEG: Asked(
        mark("Bensmerte"),
        mark("Og benet?"),
        mark("Og benet?"),
        mark("ingen smerte"),
        mark("værst tænkelig"),
    ),
    Scale.HINDRANCE: Asked(
        mark("Besvær"),
        mark("Hvor meget kom det i vejen?"),
        mark("Hvor meget kom det i vejen?"),
        mark("slet ikke"),
        mark("for alting"),
    ),
    Scale.SLEEP: Asked(
        mark("Søvn"),
        mark("Hvordan har du sovet?"),
        mark("Hvordan sov du natten til den dag?"),
        mark("godt"),
        mark("næsten ikke"),
    ),
    Scale.MOOD: Asked(
        mark("Humør"),
        mark("Hvordan er humøret?"),
        mark("Hvordan var humøret?"),
        # Oversætter: humørets to ender: 0 er lyst, 10 er tungt
        mark("lyst"),
        mark("tungt"),
    ),
}
FEELINGS = {
    Feeling.VERY_WELL: mark("Rigtig godt"),
    Feeling.WELL: mark("Godt"),
    Feeling.SO_SO: mark("Nogenlunde"),
    Feeling.POORLY: mark("Skidt"),
    Feeling.VERY_POORLY: mark("Meget skidt"),
}
SIDES = {LegSide.LEFT: mark("Venstre"), LegSide.RIGHT: mark("Højre"), LegSide.BOTH: mark("Begge")}
