"""What year of birth and sex say about the signs that hang on age."""

from collections.abc import Collection

from lbp_app.model.screening import Sex
from lbp_app.model.triage import AgeRule, Answer


def age_answers(
    rules: Collection[AgeRule], birth_year: int | None, sex: Sex | None, this_year: int
) -> dict[str, Answer]:
    """Nothing without a year of birth. Of the two ages possible this year, the one that leads
    higher; a sign that is asked about is only ruled out here.
    """
    if birth_year is None:
        return {}
    oldest = this_year - birth_year
    found = {rule.sign: _holds(rule, oldest, sex) for rule in rules}
    asked = {rule.sign for rule in rules if rule.asked}
    return {
        sign: Answer.YES if holds else Answer.NO
        for sign, holds in found.items()
        if not (holds and sign in asked)
    }


def _holds(rule: AgeRule, oldest: int, sex: Sex | None) -> bool:
    if rule.below is not None and oldest - 1 < rule.below:
        return True
    limit = rule.women_from if sex is Sex.FEMALE and rule.women_from else rule.from_age
    return limit is not None and oldest >= limit
