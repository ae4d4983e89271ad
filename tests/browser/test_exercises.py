"""From the grid to an exercise that moves, by hand and by keyboard alone; still where it should."""

import re

import pytest
from playwright.sync_api import Page, expect

from lbp_app.actions import care_plan
from lbp_app.model.exercise import Group, Level
from tests.browser.conftest import button, headed, seen, tab_to, told, write

STOP, SHOW = "Stop bevægelsen", "Vis bevægelsen"


def stage(page: Page, name: str):
    return page.get_by_role("button", name=re.compile(name))


def test_from_the_grid_to_an_exercise_that_stops_and_starts_by_space(patient, visit):
    care_plan.set_level(patient, Group.RISE, Level.TWO)
    page = visit("/oevelser", height=3400)
    headed(page, "Dine øvelser")
    button(page, "Rejs dig frit, trin 2, dit trin").click(force=True)
    headed(page, "Rejs dig frit")
    tab_to(page, stage(page, STOP))
    page.keyboard.press("Space")
    expect(stage(page, SHOW)).to_have_count(1)
    page.keyboard.press("Space")
    expect(stage(page, STOP)).to_have_count(1)
    stage(page, STOP).click(force=True)
    expect(stage(page, SHOW)).to_have_count(1)


@pytest.mark.full
def test_levels_and_neighbours_by_keyboard_alone(patient, visit):
    page = visit("/oevelser", height=3400)
    headed(page, "Dine øvelser")
    tab_to(page, button(page, "Rejs dig frit, trin 2"))
    page.keyboard.press("Enter")
    headed(page, "Rejs dig frit")
    tab_to(page, button(page, "Gør det til mit trin"))
    page.keyboard.press("Enter")
    told(page, "Gemt")
    seen(page, "Det her er dit trin")
    assert care_plan.training_levels(patient)[Group.RISE] is Level.TWO
    tab_to(page, button(page, "Alle øvelser"))
    page.keyboard.press("Enter")
    headed(page, "Dine øvelser")
    seen(page, "Rejs dig frit, trin 2, dit trin")


@pytest.mark.full
def test_where_the_system_wants_no_motion_the_still_is_shown(patient, visit):
    asked: list[str] = []
    page = visit("/mig", height=1600, reduced_motion="reduce")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(re.sub(r"/mig$", "/oevelser/3.2", page.url))
    headed(page, "Rejs dig frit")
    expect(stage(page, SHOW)).to_have_count(1)
    assert any("3.2-still-light.webp" in url for url in asked)


@pytest.mark.full
def test_a_note_is_kept(patient, visit):
    page = visit("/oevelser/3.2", height=3400)
    headed(page, "Rejs dig frit")
    write(page, "Note til øvelsen", "Pude på stolen")
    told(page, "Gemt")
    assert patient.comforts.note("3.2") == "Pude på stolen"


COUNTING = """const Theirs = ImageDecoder
window.decoders = 0
ImageDecoder = class extends Theirs { constructor(init) { super(init); window.decoders++ } }
"""


@pytest.mark.full
def test_a_drawing_is_decoded_when_somebody_comes_near_it(patient, visit):
    page = visit("/mig", width=400, height=800)
    page.add_init_script(COUNTING)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if "/exercises/" in one.url else None)
    page.goto(re.sub(r"/mig$", "/oevelser", page.url))
    headed(page, "Dine øvelser")
    page.wait_for_function("window.decoders > 0")
    page.wait_for_timeout(1500)
    assert all(any(f"/1.{level}-still" in url for url in asked) for level in range(1, 5))
    assert not [url for url in asked if "/8." in url or "/cooldown." in url]
    assert page.evaluate("window.decoders") == len(set(asked)) < 32
    page.mouse.move(200, 400)
    for _ in range(6):
        page.mouse.wheel(0, 800)
        page.wait_for_timeout(300)
    page.wait_for_function("window.decoders === 43")
    assert len(set(asked)) == 43
