"""Rows by table in the words of a person."""

from collections.abc import Callable, Mapping

from lbp_app.content.wording import Wording

COUNTED: Mapping[
    str, Callable[[Wording, int], str]
] = {  # tables that a person would miss, in the order in which they are told
    "person": lambda t, _: t("det, du har skrevet om dig selv"),
    "check_in": lambda t, n: t.plural("{n} dag med svar", "{n} dage med svar", n),
    "flare": lambda t, n: t.plural("{n} dårlig periode", "{n} dårlige perioder", n),
    "pause": lambda t, n: t.plural("{n} pause", "{n} pauser", n),
    "session": lambda t, n: t.plural("{n} træning", "{n} træninger", n),
    "exercise_note": lambda t, n: t.plural("{n} note om en øvelse", "{n} noter om øvelser", n),
    "comfort": lambda t, n: t.plural("{n} svar om tryghed", "{n} svar om tryghed", n),
    "step_decision": lambda t, n: t.plural("{n} valg om mængde", "{n} valg om mængde", n),
    "activity": lambda t, n: t.plural("{n} aktivitet", "{n} aktiviteter", n),
    "care_plan": lambda t, n: t.plural("{n} ændring af trin", "{n} ændringer af trin", n),
    "level_trial": lambda t, n: t.plural("{n} trin, du prøver", "{n} trin, du prøver", n),
    "home_test": lambda t, n: t.plural("{n} test", "{n} test", n),
    "course": lambda t, n: t.plural("{n} forløb", "{n} forløb", n),
    "appointment": lambda t, n: t.plural("{n} svar om en gang", "{n} svar om gange", n),
    "goal": lambda t, n: t.plural("{n} mål", "{n} mål", n),
    "goal_rating": lambda t, n: t.plural("{n} svar om et mål", "{n} svar om mål", n),
    "pairing": lambda t, n: t.plural("{n} forbindelse", "{n} forbindelser", n),
    "taken_plan": lambda t, n: t.plural("{n} plan", "{n} planer", n),
    "screening": lambda t, n: t.plural("{n} tjek af tegn", "{n} tjek af tegn", n),
    "doctor_card": lambda t, n: t.plural("{n} felt til lægen", "{n} felter til lægen", n),
    "reading": lambda t, n: t.plural("{n} lektion", "{n} lektioner", n),
    "reflection": lambda t, n: t.plural("{n} egen tanke", "{n} egne tanker", n),
    "balance": lambda t, n: t.plural("{n} vægtskål", "{n} vægtskåle", n),
    "reminder": lambda t, n: t.plural("{n} påmindelse", "{n} påmindelser", n),
    "ring": lambda t, n: t.plural("{n} gang, det ringede", "{n} gange, det ringede", n),
    "participant": lambda t, n: t.plural("{n} deltager", "{n} deltagere", n),
    "participant_report": lambda t, n: t.plural(
        "{n} rapport fra en deltager", "{n} rapporter fra deltagere", n
    ),
    "plan_template": lambda t, n: t.plural("{n} skabelon", "{n} skabeloner", n),
    "class_group": lambda t, n: t.plural("{n} hold", "{n} hold", n),
    "hand_over": lambda t, n: t.plural("{n} linje om en fil", "{n} linjer om filer", n),
}


def counted(t: Wording, counts: Mapping[str, int]) -> list[str]:
    """As "3 dage med svar", one for each kind that there is something of."""
    return [in_words(t, counts[name]) for name, in_words in COUNTED.items() if counts.get(name)]
