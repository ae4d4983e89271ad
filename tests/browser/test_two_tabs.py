"""Two tabs on the same diary."""

import re
import time
from statistics import median

import pytest
from playwright.sync_api import expect

from lbp_app.actions import diary
from lbp_app.model.diary import Scale
from tests.browser.conftest import TODAY, press, radio, seen, told, write

WITHIN = 1.0  # seconds
TIMES = 5
# When a text came to be on this page, in ms on the clock that all pages share.
WATCH = """(wanted) => {
  window.cameAt = 0;
  const look = () => {
    const host = document.querySelector('flt-semantics-host');
    if (!window.cameAt && host.textContent.includes(wanted)) {
      window.cameAt = performance.timeOrigin + performance.now();
    }
  };
  new MutationObserver(look).observe(document, {
    childList: true, subtree: true, characterData: true, attributes: true
  });
}"""
TOLD_AT = "window.toldAt"
LISTEN = """() => {
  const now = () => performance.timeOrigin + performance.now();
  window.announced = { push: () => { window.toldAt = now(); } };
}"""


def when(page, name):
    until = time.monotonic() + 10
    while not (at := page.evaluate(name)):
        assert time.monotonic() < until, f"{name} did not come"
        page.wait_for_timeout(10)
    return at


def until(page, holds):
    """Waits for what is saved: where typing is slow, a part of a text is saved before the whole."""
    patience = time.monotonic() + 15
    while not holds():
        assert time.monotonic() < patience, "it was not saved"
        page.wait_for_timeout(50)


@pytest.mark.parametrize("of", [median, pytest.param(max, marks=pytest.mark.full)])
def test_a_change_in_one_is_seen_in_the_other_within_a_second(patient, visit, of):
    """Mostly where others keep the machine busy, always where `make prove` has it for itself."""
    one, other = visit("/"), visit("/")
    radio(one, "Rygsmerte: 0 af 10").click(force=True)
    seen(other, "0 af 10")
    one.evaluate(LISTEN)
    took = []
    for n in range(1, TIMES + 1):
        other.evaluate(WATCH, f"{n} af 10")
        one.evaluate("() => { window.toldAt = 0; }")
        radio(one, f"Rygsmerte: {n} af 10").click(force=True)
        saved, shown = when(one, TOLD_AT), when(other, "window.cameAt")
        took.append((shown - saved) / 1000)
    print(f"other tab: median {median(took):.3f} s, at most {max(took):.3f} s after 'Gemt'")
    assert of(took) < WITHIN


@pytest.mark.full
def test_typing_goes_on_while_another_tab_answers(patient, visit):
    """No key is lost and no letter is put back, however often the page is drawn again."""
    diary.answer(patient, TODAY, Scale.BACK, 0)
    one, other = visit("/"), visit("/")
    text = "Gik en lang tur langs åen, satte mig på en bænk og gik hjem igen i regn og blæst."
    field = write(one, "Note til dagen", "")
    press(other, "Ret: Rygsmerte")
    for n, part in enumerate(re.findall(".{1,9}", text)):
        one.keyboard.type(part, delay=20)
        press(other, f"Rygsmerte: {n % 11} af 10", role="radio")
    expect(field).to_have_value(text)
    told(one, "Gemt")
    expect(field).to_have_value(text)
    until(one, lambda: patient.diary.get(TODAY).note == text)
    expect(write(other, "Note til dagen", "")).to_have_value(text)


@pytest.mark.full
def test_a_name_typed_quickly_stays(newcomer, visit):
    one, other = visit("/velkommen/4"), visit("/velkommen/4")
    names = {"Fornavn": "Birgit Marie", "Fødselsår": "1967", "Egen læge": "Lægerne på Torvet"}
    for region, (label, text) in zip(
        ("Sjælland", "Syddanmark", "Nordjylland"), names.items(), strict=True
    ):
        write(one, label, text[:3], delay=20)
        press(other, region, role="radio")
        one.keyboard.type(text[3:], delay=20)
    for label, text in names.items():
        expect(write(one, label, "")).to_have_value(text)
    until(one, lambda: newcomer.person.get().doctor_name == names["Egen læge"])
    who = newcomer.person.get()
    assert (who.first_name, who.birth_year) == ("Birgit Marie", 1967)
    assert who.region == "nordjylland"


@pytest.mark.full
def test_letters_grow_under_whoever_is_writing(patient, visit):
    """The name goes above the field; the field, its text and the focus stay."""
    diary.answer(patient, TODAY, Scale.BACK, 0)
    one, other = visit("/"), visit("/mig/indstillinger")
    field = write(one, "Note til dagen", "gik en ")
    before = field.bounding_box()["height"]
    press(other, "200 %", role="radio")
    until(one, lambda: field.bounding_box()["height"] > before)
    one.keyboard.type("tur i skoven", delay=20)
    expect(field).to_have_value("gik en tur i skoven")
