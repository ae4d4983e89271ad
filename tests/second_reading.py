"""The safety rules written a second time, by hand from the clinical document and not from the code
or the YAML, so that a slip in one of them shows. Slow, plain, one line of the document at a time.
"""

from collections.abc import Mapping
from pathlib import Path

# key, group of suspicion and tier alone: copied once from the clinical table, in its order
TABLE = [
    line.split() for line in (Path(__file__).parent / "data" / "signs.txt").read_text().splitlines()
]
KEYS = [key for key, _, _ in TABLE]
GROUP = {key: group for key, group, _ in TABLE}
ALONE = {key: tier for key, _, tier in TABLE}

WATCH, MENTION, DAYS = "watch", "mention_next_gp", "gp_within_days"
TODAY, NOW = "same_day_doctor", "emergency_now"
HEIGHT = {tier: at for at, tier in enumerate([WATCH, MENTION, DAYS, TODAY, NOW])}
RULES = [
    "C1", "C2", "C3", "C3b", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11", "C12", "C13", "C14",
    "C15a", "C15b", "C15c", "C16", "C17", "C18", "C19", "C20", "C21",
]  # fmt: skip

NAMED_BY_C9 = (
    "urine_control_changed_new",
    "bilateral_leg_symptoms_new",
    "sexual_function_loss_new",
    "leg_weakness_severe_over_48h",
    "fever_unwell",
    "trauma_major_recent",
)
AGE, MALE_AGE, WIDE = "age_70_plus", "aaa_risk_age_sex", "aaa_known"


def tier_and_rules(answers: Mapping[str, object]) -> tuple[str, dict[str, str]]:
    """Answers are True, False or "unknown". The tier, and each fired rule with its own."""
    fired = fired_rules(answers)
    tiers = [ALONE[key] for key in KEYS if answers.get(key) is True] + list(fired.values())
    return max(tiers, key=HEIGHT.__getitem__, default=WATCH), fired


def closed_by(answers: Mapping[str, object]) -> tuple[str, ...]:
    """What closes the programme whatever the tier, in the order of the table."""
    closing = ("age_under_18", "pregnant_or_postpartum")
    return tuple(key for key in closing if answers.get(key) is True)


def fired_rules(answers: Mapping[str, object]) -> dict[str, str]:
    def yes(*keys: str) -> bool:
        return any(answers.get(key) is True for key in keys)

    def unsure(*keys: str) -> bool:
        return any(answers.get(key) == "unknown" for key in keys)

    mild = yes("leg_weakness_mild_recent")
    weak = mild or yes("leg_weakness_severe_over_48h")
    major = yes(
        "leg_weakness_severe_over_48h",
        "bilateral_leg_symptoms_new",
        "urine_control_changed_new",
        "urine_start_or_feeling_changed_14d",
        "sexual_function_loss_new",
    )
    nerve = mild or major
    new = (
        yes("pain_new_or_different")
        or unsure("pain_new_or_different")
        or yes("pain_progressive_unremitting")
        or yes("condition_changed_markedly")
    )
    both, urine = yes("bilateral_leg_symptoms_new"), yes("urine_control_changed_new")
    sex, stand = yes("sexual_function_loss_new"), yes("severe_pain_cannot_stand")
    minor, recent = yes("trauma_minor"), yes("trauma_major_recent")
    older = yes("trauma_major_older_unassessed")
    cancer = yes("cancer_history", "cancer_active_or_spread")
    found: dict[str, str] = {}

    if urine and (both or sex or weak or yes("leg_pain_radiating")):
        found["C1"] = NOW
    if sex and (both or weak):
        found["C1"] = NOW
    if both and weak:
        found["C1"] = NOW

    if (cancer or yes("fever_unwell")) and nerve:
        found["C2"] = NOW

    if recent and (nerve or stand):
        found["C3"] = NOW

    if older and major:
        found["C3b"] = NOW
    elif older and mild:
        found["C3b"] = TODAY

    if yes(WIDE) and (new or stand):
        found["C4"] = NOW

    if cancer and new:
        worse = yes(
            "cancer_active_or_spread",
            "night_pain",
            "pain_progressive_unremitting",
            "weight_loss_unintended",
            "thoracic_pain",
            "band_or_electric_pain",
        )
        found["C5"] = TODAY if worse else DAYS

    first_three = yes("immunosuppression", "iv_drug_use", "recent_infection_or_spine_procedure")
    if new and (first_three or yes("steroid_long_term", "diabetes_dialysis_alcohol")):
        if yes("night_pain", "pain_progressive_unremitting", "unwell_sweats_no_fever"):
            found["C6"] = TODAY
        elif first_three:
            found["C6"] = DAYS

    brittle = yes("osteoporosis_known", "steroid_long_term")
    if (brittle and (minor or new)) or (yes(AGE) and minor):
        found["C7"] = DAYS

    age_flag = yes("age_50_plus_first_ever") or (yes(AGE) and new)
    others = yes("night_pain") + yes("thoracic_pain")
    if age_flag and others:
        found["C8"] = DAYS
    elif others == 2 or (yes(AGE) and new):
        found["C8"] = MENTION
    elif others or age_flag:
        found["C8"] = WATCH

    if unsure(*(key for key in KEYS if ALONE[key] == NOW)) or unsure(*NAMED_BY_C9):
        found["C9"] = TODAY
    elif unsure(*(k for k in KEYS if ALONE[k] == TODAY and k != "suicidal_thoughts")):
        found["C9"] = DAYS

    if (first_three or yes("anticoagulant")) and (new or yes("unwell_sweats_no_fever")):
        if major:
            found["C10"] = NOW
        elif mild:
            found["C10"] = TODAY

    cord = yes(
        "weight_loss_unintended",
        "pain_progressive_unremitting",
        "thoracic_pain",
        "band_or_electric_pain",
    )
    if cord and (both or urine):
        found["C11"] = NOW

    frail = brittle or yes(AGE)
    if minor and (frail or yes("anticoagulant")) and stand:
        found["C12"] = NOW
    if minor and frail and (both or urine or sex or yes("urine_start_or_feeling_changed_14d")):
        found["C12"] = NOW

    if yes("stiff_spine_known"):
        if minor or recent or older:
            found["C13"] = NOW
        elif new:
            found["C13"] = TODAY

    if yes("anticoagulant"):
        if recent:
            found["C14"] = NOW
        elif minor and new:
            found["C14"] = TODAY

    side = yes("urinary_symptoms_burning_blood_flank")
    sudden = unsure("abdominal_pain_sudden_severe")
    if yes(MALE_AGE, WIDE, AGE) and new and side:
        found["C15a"] = TODAY
        if sudden:
            found["C15b"] = NOW
    if yes(MALE_AGE, WIDE) and sudden:
        found["C15c"] = NOW

    if yes("fever_unwell") and new and yes("immunosuppression", "iv_drug_use"):
        found["C16"] = NOW

    if yes("suicidal_thoughts") and unsure("suicidal_plan_or_intent"):
        found["C17"] = NOW
    elif unsure("suicidal_thoughts") and unsure("suicidal_plan_or_intent"):
        found["C17"] = TODAY
    elif unsure("suicidal_thoughts") and not yes("suicidal_plan_or_intent"):
        found["C17"] = DAYS

    if yes("age_under_18"):
        if yes("fever_unwell") and (yes("night_pain") or stand):
            found["C18"] = NOW
        elif yes("weight_loss_unintended", "pain_progressive_unremitting"):
            found["C18"] = TODAY

    if yes("pregnant_or_postpartum") and side:
        found["C19"] = TODAY

    over = "leg_weakness_severe_over_48h"
    if (yes(over) or unsure(over)) and unsure("leg_weakness_severe_48h"):
        found["C20"] = NOW

    doubted = unsure(
        "saddle_numbness",
        "urine_cannot_pass",
        "bowel_control_loss_new",
        "urine_start_or_feeling_changed_14d",
    )
    if doubted and nerve:
        found["C21"] = NOW
    return {rule: found[rule] for rule in RULES if rule in found}
