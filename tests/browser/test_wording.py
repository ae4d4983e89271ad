"""A language a third longer fits a small phone, and nothing on screen escapes translation."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from lbp_app.actions import diary, flare, person
from lbp_app.model.day import Clock
from lbp_app.model.diary import Scale
from lbp_app.services import services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import open_database
from tests.browser.conftest import ready
from tests.builders import Hand
from tests.serving import Server
from tools import wording as tool

NARROW = 320  # px
HEADINGS = {
    "/": "Dagens tjek",
    "/mig/udvikling": "Udvikling",
    "/mig/data": "Mine data",
    "/mig/indstillinger": "Indstillinger",
}
MADE_UP = "ñ"  # every message of the made-up language holds it, clinical content does not
DANISH = re.compile(r"\b(og|ikke|din|dine|svar|dage|gemt)\b", re.IGNORECASE)
PLACES = """() => [...document.querySelectorAll('flt-semantics')].map(e => {
  const box = e.getBoundingClientRect();
  const own = e.querySelector('flt-semantics') ? '' : e.textContent;
  const said = e.getAttribute('aria-label') || own || '';
  return [said.trim(), box.left, box.right];
}).filter(([said]) => said)"""


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    tool.pseudo(tmp_path / "catalogues")
    return tmp_path / "catalogues"


def _lived_in(folder: Path, monkeypatch: pytest.MonkeyPatch, made_up: Path) -> None:
    """A diary of a few days, kept by somebody who reads the made-up language."""
    monkeypatch.setenv("LBP_PSEUDO", str(made_up))
    hand = Hand()
    clock: Clock = hand.clock()
    database = open_database(folder, clock)
    person_id, _ = DeviceStore(database).active_person()
    services = services_for(database, person_id, clock, stop=lambda: None)
    person.change_preference(services, "language", tool.PSEUDO)
    person.finish_welcome(services)
    flare.start_flare(services)
    for scale in Scale:
        diary.answer(services, clock.today(), scale, 4)
    database.close()


@pytest.mark.full
def test_a_longer_language_fits_320_px_and_leaves_no_danish(
    tmp_path: Path,
    made_up: Path,
    serve: Callable[..., Server],
    open_page: Callable[..., Page],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "data"
    _lived_in(folder, monkeypatch, made_up)
    server = serve(data=folder, env={"LBP_PSEUDO": str(made_up)})
    page = open_page(server, width=NARROW, height=900)
    outside, untranslated = {}, {}
    for route, heading in HEADINGS.items():
        page.goto(f"{server.url}{route}")
        ready(page)
        page.get_by_role("heading", name=tool.lengthened(heading)).wait_for(state="attached")
        found = page.evaluate(PLACES)
        outside[route] = [f for f in found if f[2] > NARROW + 1 and f[1] >= 0]
        said = [text for text, *_ in found]
        untranslated[route] = [t for t in said if DANISH.search(t) and MADE_UP not in t]
    assert not any(outside.values()), outside
    assert not any(untranslated.values()), untranslated
