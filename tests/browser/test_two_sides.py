"""A physiotherapist and a patient, each with a process, a folder and a browser of their own.

Both begin with an empty folder and go through the first start. All that goes from one to the other
is what two people could carry across: files, and what is copied, read aloud and typed.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LISTEN, button, headed, press, seen, told, write

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


@pytest.fixture
def side(tmp_path, serve, open_page):
    def begin(name: str, width: int) -> Side:
        server = serve(data=tmp_path / name)
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
    clinic, home = side("clinic", 1200), side("home", 390)
    begins_as_physio(clinic.page)
    begins_as_patient(home.page)
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


@pytest.mark.full
@pytest.mark.timeout(600)
def test_connected_by_text_and_by_what_is_read_aloud(side):
    clinic, home = side("clinic", 1200), side("home", 390)
    begins_as_physio(clinic.page)
    begins_as_patient(home.page)
    who = a_participant(clinic)
    clinic.go(f"/deltager/{who}/forbind")
    message = clinic.copies("Kopiér beskeden som tekst")
    home.go(PAIR)
    home.pastes("Besked fra din fysioterapeut", message)
    press(home.page, "Læs beskeden")
    aloud = home.page.get_by_text(re.compile(r"^(\w{4}-){3}\w{4}$")).first.text_content()
    clinic.pastes("Svaret som tekst eller 16 tegn", aloud.lower())
    press(clinic.page, "Læs svaret")
    both_say_yes(clinic, home)
    by_text(clinic, home, who)


def begins_as_physio(page: Page) -> None:
    headed(page, "Velkommen")
    press(page, "Videre")
    headed(page, "Hvem bruger appen?")
    page.get_by_role("radio", name="Jeg er fysioterapeut").click(force=True)
    told(page, "Gemt")
    press(page, "Videre")
    finishes(page, "Mette")
    headed(page, "Deltagere")
    press(page, "Det er forstået")
    press(page, "Vent med låsen, jeg passer på enheden")


def begins_as_patient(page: Page) -> None:
    headed(page, "Velkommen")
    press(page, "Videre")
    headed(page, "Hvem bruger appen?")
    press(page, "Videre")
    finishes(page, "Birgit")
    headed(page, re.compile("Birgit$"))


def finishes(page: Page, name: str) -> None:
    headed(page, "Hvad appen er, og hvad den ikke er")
    press(page, "Videre")
    headed(page, "Lidt om dig")
    write(page, "Fornavn", name)
    press(page, "Til appen")


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
    both_say_yes(clinic, home)


def both_say_yes(clinic: Side, home: Side) -> None:
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
