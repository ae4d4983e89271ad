"""The table of clauses in tests/data/rules.txt as smallest sets of answers."""

from itertools import product
from pathlib import Path

WORDS = {
    "WEAKNESS": "leg_weakness_mild_recent|leg_weakness_severe_over_48h",
    "MAJOR": "leg_weakness_severe_over_48h|bilateral_leg_symptoms_new|urine_control_changed_new"
    "|urine_start_or_feeling_changed_14d|sexual_function_loss_new",
    "NEW": "pain_new_or_different|pain_new_or_different?|condition_changed_markedly",
}
WORDS["NERVE"] = f"leg_weakness_mild_recent|{WORDS['MAJOR']}"
Given = dict[str, object]  # a sign to True or "unknown"


def smallest_sets() -> list[tuple[str, str, Given]]:
    """Rule, its tier, and answers of which none can be spared."""
    text = (Path(__file__).parent / "data" / "rules.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return [case for line in lines for case in _cases(line)]


def _cases(line: str) -> list[tuple[str, str, Given]]:
    head, _, body = line.partition(": ")
    rule, tier = head.split()
    slots = [_alternatives(slot.strip()) for slot in body.split(" + ")]
    ways = [dict(map(_answer, way)) for way in product(*slots)]
    return [(rule, tier, way) for way in ways if len(way) == len(slots)]


def _alternatives(slot: str) -> list[str]:
    names = [name for part in slot.split("|") for name in WORDS.get(part, part).split("|")]
    return list(dict.fromkeys(names))


def _answer(name: str) -> tuple[str, object]:
    return (name[:-1], "unknown") if name.endswith("?") else (name, True)
