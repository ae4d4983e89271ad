"""The scales as one cell a day beside the diary."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from lbp_app.content.library import load, say
from lbp_app.content.wording import Wording, mark
from lbp_app.model.balance import Balance, Heft, Side, Step, Thing, Went

# Oversætter: overskrift over en søjle i et regneark: en vægt med to skåle
BALANCE = mark("Vægtskålen")
SIDES = {
    Side.LOAD: mark("Trækker: {things}"),
    Side.RESOURCE: mark("Giver kræfter: {things}"),
}
HEFTS = {Heft.LITTLE: mark("lidt"), Heft.SOME: mark("noget"), Heft.MUCH: mark("meget")}
WENT = {
    Went.WELL: mark("det blev til noget"),
    Went.PARTLY: mark("lidt af det"),
    Went.NOT: mark("ikke denne gang"),
    Went.PASSED: mark("sprunget over"),
}


def balance_cells(balances: Sequence[Balance], t: Wording) -> dict[date, str]:
    if not balances:
        return {}
    content = load().balance
    names = {one.id: say(t, one.label) for one in content}
    steps = {one.id: say(t, one.step) for one in content}
    return {one.day: "\n".join(_lines(one, t, names, steps)) for one in balances}


def _lines(
    balance: Balance, t: Wording, names: Mapping[str, str], steps: Mapping[str, str]
) -> Iterator[str]:
    for side, words in SIDES.items():
        things = [_thing(thing, t, names) for thing in balance.of(side)]
        if things:
            yield t(words, things=", ".join(things))
    if balance.step:
        yield t("Én ting: {step}", step=_step(balance.step, t, steps))


def _thing(thing: Thing, t: Wording, names: Mapping[str, str]) -> str:
    return f"{thing.text or names.get(thing.id, thing.id)} ({t(HEFTS[thing.heft])})"


def _step(step: Step, t: Wording, steps: Mapping[str, str]) -> str:
    text = step.text or steps.get(step.thing, step.thing)
    return f"{text} ({t(WENT[step.went])})" if step.went else text
