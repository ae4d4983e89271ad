"""Whatever the safety rules name exists: signs, words, actions, tiers, contacts, questions."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from lbp_app.content.library import Contacts
from lbp_app.content.reading import Written
from lbp_app.content.signs import Signs
from lbp_app.content.triage import UNSURE, Clause, Triage, UnsureOf, unsure_signs


def check(signs: Written[Signs], triage: Written[Triage], contacts: Contacts) -> None:
    """Raises ContentError at the first name that leads nowhere."""
    known = {sign.id for sign in signs.value.signs}
    _check_words(triage, known)
    _check_rules(triage, known)
    _check_actions(triage, {contact.kind for contact in contacts.contacts})
    _check_signs(signs, triage)
    _check_asking(signs, triage)
    _check_names(triage, known)
    _check_bands(triage)


def _check_words(triage: Written[Triage], signs: set[str]) -> None:
    """Each is made of signs and of words above it."""
    words: set[str] = set()
    for at, word in enumerate(triage.value.words):
        path = f"$.words[{at}]"
        if (word.any is None) == (word.all is None) or word.id in signs:
            triage.refuse("error.content_value", path, field="any")
        for name in ("any", "all"):
            _check_readings(triage, f"{path}.{name}", getattr(word, name) or (), signs | words)
        words.add(word.id)


def _check_rules(triage: Written[Triage], signs: set[str]) -> None:
    known = signs | {word.id for word in triage.value.words}
    for at, rule in enumerate(triage.value.rules):
        for n, clause in enumerate(rule.clauses):
            _check_clause(triage, f"$.rules[{at}].clauses[{n}]", clause, known, signs)


def _check_clause(
    triage: Written[Triage], path: str, clause: Clause, known: set[str], signs: set[str]
) -> None:
    if not clause.all and not clause.unsure_of:
        triage.refuse("error.content_value", path, field="all")
    for at, readings in enumerate(clause.all or ()):
        _check_readings(triage, f"{path}.all[{at}]", readings, known)
    unsure = clause.unsure_of or UnsureOf()
    for name, listed in (("named", unsure.named), ("but", unsure.but)):
        _check_known(triage, f"{path}.unsure_of.{name}", listed, signs)
    _check_known(triage, f"{path}.unless", clause.unless, signs)
    tiers = {action.id: action.tier for action in triage.value.actions}
    if tiers.get(clause.action) != clause.tier:
        triage.refuse("error.content_reference", f"{path}.action", id=clause.action)


def _check_readings(
    triage: Written[Triage], path: str, readings: Iterable[str], known: set[str]
) -> None:
    _check_known(triage, path, [reading.removesuffix(UNSURE) for reading in readings], known)


def _check_known(triage: Written[Triage], path: str, names: Iterable[str], known: set[str]) -> None:
    for at, name in enumerate(names):
        if name not in known:
            triage.refuse("error.content_reference", f"{path}[{at}]", id=name)


def _check_actions(triage: Written[Triage], contacts: set[str]) -> None:
    """Whoever is to be called is among the contacts; whatever else is to be done has its words."""
    actions = triage.value.actions
    kinds = contacts | {step.id for step in triage.value.steps}
    if {"call_gp", "call_acute"} <= contacts:
        kinds.add("call_doctor")
    for at, action in enumerate(actions):
        _check_known(triage, f"$.actions[{at}].calls", action.calls, kinds)
        _check_known(triage, f"$.actions[{at}].covers", action.covers, {a.id for a in actions})


def _check_signs(signs: Written[Signs], triage: Written[Triage]) -> None:
    known = {sign.id for sign in signs.value.signs}
    tiers = {action.id: action.tier for action in triage.value.actions}
    closing = {a.id for a in triage.value.actions if a.always and a.beside}
    read_unsure = set(unsure_signs(signs.value, triage.value))
    for at, sign in enumerate(signs.value.signs):
        path = f"$.signs[{at}]"
        if tiers.get(sign.action) != sign.tier:
            signs.refuse("error.content_reference", f"{path}.action", id=sign.action)
        if sign.ends_programme and sign.action not in closing:
            signs.refuse("error.content_reference", f"{path}.action", id=sign.action)
        if sign.after is not None and sign.after not in known:
            signs.refuse("error.content_reference", f"{path}.after", id=sign.after)
        if sign.id in read_unsure and sign.again is None:
            signs.refuse("error.content_missing", path, field="again")


def _check_asking(signs: Written[Signs], triage: Written[Triage]) -> None:
    """Every sign with a question stands under one tick, and no other does."""
    asked: set[str] = set()
    wanted = {sign.id for sign in signs.value.signs if sign.question is not None}
    for path, sign in _ticked(triage.value):
        if sign in asked:
            triage.refuse("error.content_twice", path, id=sign)
        if sign not in wanted:
            triage.refuse("error.content_reference", path, id=sign)
        asked.add(sign)
    for at, one in enumerate(signs.value.signs):
        if one.id in wanted - asked:
            signs.refuse("error.content_reference", f"$.signs[{at}]", id=one.id)


def _ticked(triage: Triage) -> Iterator[tuple[str, str]]:
    asking = triage.asking
    parts = {"$.asking.about": asking.about, "$.asking.later": asking.later}
    parts |= {f"$.asking.openers[{at}]": part for at, part in enumerate(asking.openers)}
    for path, part in parts.items():
        for at, tick in enumerate(part.ticks):
            for n, sign in enumerate(tick.signs):
                yield f"{path}.ticks[{at}].signs[{n}]", sign


def _check_names(triage: Written[Triage], signs: set[str]) -> None:
    for at, age in enumerate(triage.value.ages):
        if age.sign not in signs:
            triage.refuse("error.content_reference", f"$.ages[{at}].sign", id=age.sign)
    for at, row in enumerate(triage.value.reassessment):
        if row.sign is not None and row.sign not in signs:
            triage.refuse("error.content_reference", f"$.reassessment[{at}].sign", id=row.sign)


def _check_bands(triage: Written[Triage]) -> None:
    """They follow each other without a gap, and begin at every age at which a rule turns."""
    bands = triage.value.asking.age.bands
    for at, (band, following) in enumerate(pairwise(bands)):
        if band.oldest is None or band.oldest + 1 != following.youngest:
            triage.refuse("error.content_value", f"$.asking.age.bands[{at}]", field="oldest")
    begun = {band.youngest for band in bands}
    for at, age in enumerate(triage.value.ages):
        if not {age.from_age, age.women_from, age.below} - {None} <= begun:
            triage.refuse("error.content_value", f"$.ages[{at}]", field="youngest")
