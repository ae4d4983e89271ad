"""A physiotherapist and a patient, each with a process, a folder and a browser of their own.

All that goes from one to the other is what two people could carry across: files, and what is
copied, read aloud and typed.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lbp_app.actions import person, responsibility
from lbp_app.model.person import Role
from lbp_app.services import services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import open_database
from tests.browser.conftest import LISTEN, button, headed, press, seen, told, write
from tests.builders import Hand

QUESTION = "Hvornår må jeg løbe igen?"
TAKE, PAIR = "/oevelser/fra-fysioterapeut", "/mig/fysioterapeut"


class Side:
    """One of the two, with a tab at a time."""

    def __init__(self, server, page, folder) -> None:
        self.server, self.page, self._folder = server, page, folder

    def go(self, route: str) -> Page:
        self.page.goto(f"{self.server.url}{route}")
        self.page.locator("flt-semantics-host flt-semantics").first.wait_for(state="attached")
        return self.page

    def saves(self, name: str) -> Path:
        with self.page.expect_download() as given:
            press(self.page, name)
        path = self._folder / given.value.suggested_filename
        given.value.save_as(path)
        return path

    def chooses(self, name: str, file: Path) -> None:
        with self.page.expect_file_chooser() as asked:
            button(self.page, name).first.click(force=True)
        asked.value.set_files(file)

    def copies(self, name: str) -> str:
        button(self.page, name).first.click(force=True)
        told(self.page, "Kopieret")
        return self.page.evaluate("navigator.clipboard.readText()")

    def pastes(self, label: str, text: str) -> None:
        field = write(self.page, label, "")
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)
        expect(field).to_have_value(text)


def welcomed(folder: Path, role: Role) -> Path:
    """Somebody who has been through the first start."""
    database = open_database(folder, Hand().clock())
    person_id = DeviceStore(database).use(role)
    services = services_for(database, person_id, Hand().clock(), stop=lambda: None)
    person.finish_welcome(services)
    if role is Role.PHYSIO:
        person.change_profile(services, "first_name", "Mette")
        responsibility.take_responsibility(services)
        responsibility.put_off_lock(services)
    database.close()
    return folder


@pytest.fixture
def side(tmp_path, serve, open_page):
    def begin(name: str, role: Role, width: int) -> Side:
        server = serve(data=welcomed(tmp_path / name, role))
        carried = tmp_path / f"{name} files"
        carried.mkdir()
        page = open_page(server, width=width, height=2600, accept_downloads=True)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.context.add_init_script(LISTEN)
        page.reload()
        return Side(server, page, carried)

    return begin


@pytest.mark.full
@pytest.mark.timeout(900)  # two processes, and every page anew
def test_levels_go_over_and_a_report_comes_back(side):
    clinic = side("clinic", Role.PHYSIO, 1200)
    home = side("home", Role.PATIENT, 390)
    who = a_participant(clinic)
    connect(clinic, home, who)
    by_code(clinic, home, who)
    by_text(clinic, home, who)
    by_file(clinic, home, who)
    train(home)
    report = tell(home)
    clinic.go(f"/deltager/{who}")
    clinic.chooses("Hent rapport", report)
    headed(clinic.page, "Siden sidst")
    seen(clinic.page, QUESTION)
    seen(clinic.page, re.compile(r"^1 gang på"))
    seen(clinic.page, re.compile("Bøj og svaj fra 2 til 3 efter din plan"))
    seen(clinic.page, re.compile("Midterste svar: Rygsmerte, Siden: 4"))
    clinic.go(f"/deltager/{who}")
    clinic.chooses("Hent rapport", report)
    seen(clinic.page, "Den rapport er her allerede. Intet er ændret.")


def a_participant(clinic: Side) -> str:
    page = clinic.page
    press(page, "Ny deltager")
    write(page, "Fornavn eller initialer", "Birgit")
    press(page, "Tilføj")
    headed(page, "Birgit")
    set_levels(page, "12312312")
    return page.url.rpartition("/")[2]


def set_levels(page: Page, eight: str) -> None:
    write(page, "Otte tal i træk", eight)
    page.keyboard.press("Enter")
    told(page, "Gemt")


def connect(clinic: Side, home: Side, who: str) -> None:
    """The message goes as a file, the answer comes as a file; both look at the six digits."""
    clinic.go(f"/deltager/{who}/forbind")
    headed(clinic.page, "Forbind enhederne")
    message = clinic.saves("Gem som fil")
    home.go(PAIR)
    headed(home.page, "Din fysioterapeut")
    home.chooses("Vælg en fil eller et billede", message)
    seen(home.page, "Dit svar til Mette")
    answer = home.saves("Gem svaret som fil")
    clinic.chooses("Vælg en fil eller et billede", answer)
    seen(clinic.page, "Er tallene ens på begge skærme?")
    six = re.compile(r"^\d{3} \d{3}$")
    shown = [each.page.get_by_text(six).first.text_content() for each in (clinic, home)]
    assert shown[0] == shown[1]
    press(clinic.page, "Ja, de er ens")
    seen(clinic.page, "I er forbundet")
    press(home.page, "Ja, de er ens")
    seen(home.page, re.compile("^Forbundet siden"))


def by_code(clinic: Side, home: Side, who: str) -> None:
    clinic.go(f"/deltager/{who}/giv")
    spoken = clinic.page.get_by_text(re.compile(r"^(\w ){7}\w$")).first.text_content()
    home.go(TAKE)
    home.pastes("Kode eller tekst fra din fysioterapeut", spoken.replace(" ", "").lower())
    press(home.page, "Se planen")
    seen(home.page, "Plan fra en kode")
    press(home.page, "Brug planen")
    seen(home.page, re.compile("^Taget i brug"))


def by_text(clinic: Side, home: Side, who: str) -> None:
    set_levels(clinic.go(f"/deltager/{who}"), "22312312")
    clinic.go(f"/deltager/{who}/giv")
    write(clinic.page, "Besked til patienten", "Tag det roligt.")
    press(clinic.page, "Lav planen")
    text = clinic.copies("Kopiér planen som tekst")
    home.go(TAKE)
    home.pastes("Kode eller tekst fra din fysioterapeut", text)
    press(home.page, "Se planen")
    seen(home.page, "Plan fra Mette")
    press(home.page, "Brug planen")
    seen(home.page, "Din plan fra Mette")


def by_file(clinic: Side, home: Side, who: str) -> None:
    set_levels(clinic.go(f"/deltager/{who}"), "32312312")
    clinic.go(f"/deltager/{who}/giv")
    press(clinic.page, "Lav planen")
    file = clinic.saves("Gem som fil")
    home.go(TAKE)
    home.chooses("Vælg en fil eller et billede", file)
    seen(home.page, "Plan fra Mette")
    press(home.page, "Brug planen")
    seen(home.page, "Din plan fra Mette")


def train(home: Side) -> None:
    """One exercise by itself, and the question of the day."""
    page = home.go("/")
    page.get_by_role("radio", name=re.compile("^Rygsmerte: 4 af 10")).first.click(force=True)
    told(page, "Gemt")
    page = home.go("/oevelser/1.3")
    press(page, "Start øvelsen")
    headed(page, "Før din første træning")
    press(page, "Ikke i dag")
    press(page, "Begynd")
    press(page, "Færdig med sættet")
    headed(page, "Tak for i dag")


def tell(home: Side) -> Path:
    page = home.go(PAIR)
    press(page, re.compile("^Rapport til din fysioterapeut"))
    headed(page, "Rapport til din fysioterapeut")
    write(page, "Det vil jeg spørge om", QUESTION)
    page.keyboard.press("Tab")
    told(page, "Gemt")
    return home.saves("Gem rapporten")
