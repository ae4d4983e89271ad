"""What age and sex say about the signs that hang on them."""

from collections.abc import Collection

from lbp_app.model.person import Sex
from lbp_app.model.triage import AgeRule, Ages, Answer


def age_answers(rules: Collection[AgeRule], ages: Ages, sex: Sex | None) -> dict[str, Answer]:
    """Of the ages possible the one that leads higher; a sign that is asked about is only ruled out
    here.
    """
    found = {rule.sign: _holds(rule, ages, sex) for rule in rules}
    asked = {rule.sign for rule in rules if rule.asked}
    return {
        sign: Answer.YES if holds else Answer.NO
        for sign, holds in found.items()
        if not (holds and sign in asked)
    }


def depends_on_sex(rules: Collection[AgeRule], ages: Ages) -> bool:
    women, men = (age_answers(rules, ages, sex) for sex in (Sex.FEMALE, Sex.MALE))
    return women != men


def _holds(rule: AgeRule, ages: Ages, sex: Sex | None) -> bool:
    if rule.below is not None and ages.youngest < rule.below:
        return True
    limit = rule.women_from if sex is Sex.FEMALE and rule.women_from else rule.from_age
    return limit is not None and (ages.oldest is None or ages.oldest >= limit)
