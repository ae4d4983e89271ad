"""A physiotherapist: a participant made, eight levels set quickly, a class ticked off."""

import re
from dataclasses import replace
from datetime import time, timedelta

import pytest
from playwright.sync_api import Page, expect

from lbp_app.actions import class_group as classes
from lbp_app.actions import colleague, plan_handing
from lbp_app.actions import participant as people
from lbp_app.actions import participant_plan as plans
from lbp_app.exchange import colleague as exchange
from lbp_app.model.course import Slot
from lbp_app.model.exercise import Group, Level
from lbp_app.services import Services
from tests.browser.conftest import (
    NOW,
    TODAY,
    button,
    gone,
    headed,
    press,
    radio,
    seen,
    tab,
    told,
    write,
)
from tests.builders import HOME
from tests.physio import participant_of, physio_of
from tests.test_colleague import CHEAP, WORD, handed

MOST = 20  # taps or keys for eight levels
GROUPS = (
    *("Bøj og svaj", "Drej", "Rejs dig", "Broen"),
    *("Forsiden", "Ryggen", "Siden", "Bøj og løft"),
)
LEVELS = "23121143"
ALL_FOUR = dict.fromkeys(Group, Level.FOUR)


@pytest.fixture
def physio(newcomer: Services) -> Services:
    return physio_of(newcomer)


def levels(physio: Services, who: str) -> str:
    plan = plans.plan_of(physio, who)
    return "" if plan is None else "".join(str(plan.prescribed(group) or 0) for group in Group)


@pytest.mark.full
def test_the_first_participant_from_an_empty_place(physio, visit):
    page = visit("/")
    headed(page, "Deltagere")
    press(page, "Ny deltager")
    write(page, "Fornavn eller initialer", "Birgit")
    write(page, "Jeres eget nummer", "14")
    press(page, "Tilføj")
    headed(page, "Birgit · 14")
    assert [one.called for one in people.participants(physio)] == ["Birgit · 14"]
    press(page, "Begynder")
    told(page, "Gemt", 2)
    expect(radio(page, "Rejs dig: trin 1")).to_be_checked()
    press(page, "Fortryd det seneste")
    told(page, "Fortrudt")
    assert levels(physio, people.participants(physio)[0].id) == ""


def test_eight_levels_with_eight_taps(physio, visit):
    who = participant_of(physio)
    page = visit(f"/deltager/{who}", height=3000)
    headed(page, "Birgit · 14")
    taps = 0
    for group, level in zip(GROUPS, LEVELS, strict=True):
        radio(page, f"{group}: trin {level}").click(force=True)
        taps += 1
        expect(radio(page, f"{group}: trin {level}")).to_be_checked()
    assert levels(physio, who) == LEVELS
    assert taps <= MOST


TYPED_AT_ONCE = """(field, text) => {
  field.focus();
  document.execCommand("insertText", false, text);
  field.dispatchEvent(
    new KeyboardEvent("keydown", { key: "Enter", keyCode: 13, bubbles: true, cancelable: true })
  );
  return window.inUse.has(field);
}"""


def test_an_enter_that_comes_before_flutter_listens_is_kept(physio, visit):
    who = participant_of(physio)
    page = visit(f"/deltager/{who}", height=3000)
    headed(page, "Birgit · 14")
    field = page.get_by_role("textbox", name="Otte tal i træk", exact=True)
    assert not field.evaluate(TYPED_AT_ONCE, LEVELS)
    told(page, "Gemt")
    assert levels(physio, who) == LEVELS


def test_eight_levels_by_keyboard_alone(physio, visit):
    """Every key counts, from the moment the page has opened."""
    who = participant_of(physio)
    page = visit("/", height=3000)
    press(page, re.compile("^Birgit"))
    headed(page, "Birgit · 14")
    field = page.get_by_role("textbox", name="Otte tal i træk", exact=True)
    field.wait_for(state="attached")
    keys = 0
    while not field.evaluate("element => element === document.activeElement"):
        tab(page)
        keys += 1
        assert keys <= MOST
    for figure in LEVELS:
        page.keyboard.press(figure)
    page.keyboard.press("Enter")
    keys += len(LEVELS) + 1
    told(page, "Gemt")
    assert levels(physio, who) == LEVELS
    assert keys <= MOST, keys


@pytest.mark.full
def test_a_template_is_kept_applied_and_varied(physio, visit):
    first, second = participant_of(physio), participant_of(physio, "Poul", "15")
    plans.set_eight(physio, first, LEVELS)
    page = visit(f"/deltager/{first}", height=3400)
    press(page, "Gem som skabelon")
    write(page, "Navn på skabelonen", "Kontor")
    press(page, "Gem")
    told(page, "Gemt")
    page = visit(f"/deltager/{second}", height=3400)
    press(page, "Kontor")
    expect(radio(page, "Siden: trin 4")).to_be_checked()
    radio(page, "Siden: trin 2").click(force=True)
    expect(radio(page, "Siden: trin 2")).to_be_checked()
    assert levels(physio, second) == "23121123"
    assert levels(physio, first) == LEVELS


@pytest.mark.full
def test_the_plan_is_shown_as_the_patient_sees_it_and_its_code_given(physio, visit):
    who = participant_of(physio)
    plans.set_eight(physio, who, LEVELS)
    page = visit(f"/deltager/{who}", height=3400)
    press(page, "Se den som patienten")
    headed(page, "Set som patienten")
    press(page, "Engelsk", role="radio")
    seen(page, "Your exercises")
    page = visit(f"/deltager/{who}/giv")
    seen(page, " ".join(plan_handing.typed_code(physio, who).replace("-", "")))


@pytest.mark.full
def test_one_who_was_deleted_comes_back(physio, visit):
    who = participant_of(physio)
    page = visit(f"/deltager/{who}", height=3400)
    press(page, "Slet deltageren")
    press(page, "Ja, slet")
    headed(page, "Deltagere")
    press(page, "Hent tilbage")
    seen(page, re.compile("^Birgit"))
    gone(page, "Slettet for nylig")


# --- a class evening ----------------------------------------------------------------------------

NAMES = ["Anna", "Bo", "Clara", "Dan", "Eva", "Finn", "Gerda", "Hans", "Ida", "Jens"]


@pytest.fixture
def evening(physio: Services) -> str:
    """Ten people whose class meets today."""
    slots = (Slot(TODAY.weekday(), time(17)), Slot((TODAY.weekday() + 2) % 7, time(17)))
    start = TODAY - timedelta(days=21)
    made = classes.start_class(physio, "Onsdagsholdet", start, slots, "Sal 2").key
    for name in NAMES:
        who = participant_of(physio, name, "")
        plans.set_eight(physio, who, LEVELS)
        classes.join(physio, made, who)
    return made


def there(physio: Services, made: str) -> int:
    now = classes.class_now(physio, made)
    assert now.next is not None
    return now.there(now.next)


@pytest.mark.full
def test_a_class_evening_of_ten(physio, evening, visit):
    page: Page = visit("/hold")
    headed(page, "Hold")
    press(page, re.compile("^Onsdagsholdet"))
    headed(page, "Onsdagsholdet")
    press(page, "Fremmøde")
    for name in NAMES[:9]:
        button(page, f"{name}, ikke krydset af").click(force=True)
        button(page, f"{name}, er her").wait_for(state="attached")
    seen(page, "9 af 10 er her")
    assert there(physio, evening) == 9
    page.reload()
    seen(page, "9 af 10 er her")
    press(page, "Vis i salen")
    headed(page, "Onsdagsholdet i salen")
    seen(page, "Anna")
    gone(page, "Jens")
    press(page, "Rejs dig: vis stationen")
    headed(page, "Rejs dig")


@pytest.mark.full
def test_a_class_evening_of_the_ten_of_the_demo(serve, open_page):
    """As `lbp demo --role physio` fills them, late on a Thursday afternoon."""
    then = (NOW + timedelta(days=1)).replace(hour=16, minute=55)
    demo = serve("demo", "--role", "physio", "--now", then.isoformat(), env={"TZ": str(HOME)})
    page = open_page(demo, "/hold", height=2400)
    headed(page, "Hold")
    press(page, re.compile("^Tirsdagsholdet"))
    press(page, "Fremmøde")
    names = page.get_by_role("button", name=re.compile(", ikke krydset af$"))
    expect(names).to_have_count(10)
    for left in range(10, 1, -1):
        names.first.click(force=True)
        expect(names).to_have_count(left - 1)
    seen(page, "9 af 10 er her")
    press(page, "Vis i salen")
    headed(page, re.compile(" i salen$"))
    press(page, "Rejs dig: vis stationen")
    headed(page, "Rejs dig")


@pytest.mark.full
def test_everybody_with_one_tap_and_back(physio, evening, visit):
    page = visit(f"/hold/{evening}")
    press(page, "Fremmøde")
    press(page, "Alle er her")
    seen(page, "10 af 10 er her")
    press(page, "Fortryd det seneste")
    told(page, "Fortrudt")
    gone(page, "10 af 10 er her")
    assert there(physio, evening) == 0


def test_who_is_handed_back_is_put_together_when_ticked(physio, visit):
    who = participant_of(physio)
    plans.set_eight(physio, who, LEVELS)
    file = {"name": "x.lbpkol", "mimeType": "application/octet-stream"}
    theirs = colleague.look_into(physio, handed(physio, who), WORD)
    (plan,) = theirs.plans
    later = replace(plan.plan, at=plan.plan.at + timedelta(minutes=1), levels=ALL_FOUR)
    changed = replace(theirs, plans=(plan, replace(plan, plan=later)))
    page = visit("/kollega", height=1400)
    with page.expect_file_chooser() as asked:
        button(page, "Vælg en fil").click(force=True)
    asked.value.set_files({**file, "buffer": exchange.locked(changed, WORD, CHEAP)})
    write(page, "Kodeord", WORD)
    press(page, "Se, hvad der er i filen")
    seen(page, "Dem har du i forvejen")
    expect(page.get_by_role("checkbox", name="Birgit · 14")).to_be_checked()
    press(page, "Hent dem ind")
    told(page, "Hentet ind")
    assert levels(physio, who) == "44444444"
    assert len(people.participants(physio)) == 1
