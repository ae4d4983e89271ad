import io
from typing import Any

import flet as ft
import pytest
from pypdf import PdfReader

from lbp_app.actions import diary, doctor_card, person, screening
from lbp_app.errors import LockedError
from lbp_app.model.diary import Scale
from lbp_app.model.doctor_card import OWN_WORDS, TEXT_LENGTH, CardPart
from lbp_app.model.person import Role
from lbp_app.model.triage import Answer
from lbp_app.screens.doctor_card import DAILY, FIRST, MORE
from lbp_app.services import Services
from tests.builders import TODAY
from tests.harness import Screen
from tests.opened import opened

ROUTE = "/tjek/til-laegen"
EMPTY = "Arket er tomt endnu. Skriv et par ord, så kommer de frem her."


def switches(screen: Screen) -> dict[str, bool]:
    """By the name that a screen reader gives the row, in order."""
    rows = [row for row in screen.find(ft.MergeSemantics) if under(row, ft.Switch)]
    return {under(row, ft.Text)[0].value: under(row, ft.Switch)[0].value for row in rows}


def under(control: ft.Control, kind: type[Any]) -> list[Any]:
    from lbp_app.flet_inside import Headless

    return [part for part in Headless.under(control) if isinstance(part, kind)]


def saved(screen: Screen) -> list[dict[str, Any]]:
    return [args for name, args in screen.headless.client.calls if name == "save_file"]


def test_every_part_of_ones_own_words_has_a_field() -> None:
    assert {*FIRST, *DAILY, *MORE} == set(OWN_WORDS)


@pytest.mark.full
async def test_an_empty_sheet_says_what_will_be_there(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        assert EMPTY in screen.texts()
        assert "Gem som PDF" not in screen.names()
        assert switches(screen) == {}


@pytest.mark.full
async def test_a_text_saves_itself_and_is_on_the_sheet_at_once(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.type("Hvor det gør ondt", "Lænden, højre side")
        assert services.doctor_card.get().text(CardPart.PLACE) == "Lænden, højre side"
        assert {"Gemt", "Lænden, højre side"} <= set(screen.texts())
        assert switches(screen) == {"Hvor det gør ondt": True}
        await screen.press("Fortryd")
        assert EMPTY in screen.texts()


@pytest.mark.full
async def test_what_was_written_is_there_next_time(services: Services) -> None:
    doctor_card.write(services, CardPart.REASON, "Ryggen igen")
    async with opened(services, ROUTE) as screen:
        assert screen.one(ft.TextField, label="Hvorfor jeg kommer").value == "Ryggen igen"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Jeg er 010203-1234", "Der ser ud til at stå et CPR-nummer."),
        ("x" * (TEXT_LENGTH + 1), "Det er lidt mere, end arket har plads til."),
    ],
)
@pytest.mark.full
async def test_what_is_refused_stays_in_the_field_with_the_reason(
    services: Services, text: str, why: str
) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.type("Hvorfor jeg kommer", text)
        field = screen.one(ft.TextField, label="Hvorfor jeg kommer")
        assert field.value == text
        assert str(field.error).startswith(why)
        assert services.doctor_card.get().texts == {}


@pytest.mark.full
async def test_the_rest_unfolds_when_asked_for_or_when_something_stands_there(
    services: Services,
) -> None:
    async with opened(services, ROUTE) as screen:
        assert screen.find(ft.TextField, label="Tolk, telefon, transport") == []
        await screen.press("Skriv mere")
        await screen.type("Tolk, telefon, transport", "Tolk på tamil")
    async with opened(services, ROUTE) as screen:
        assert screen.one(ft.TextField, label="Tolk, telefon, transport").value == "Tolk på tamil"


@pytest.mark.full
async def test_a_part_is_switched_off_and_the_choice_is_kept(services: Services) -> None:
    doctor_card.write(services, CardPart.REASON, "Ryggen igen")
    doctor_card.write(services, CardPart.PLACE, "Lænden")
    async with opened(services, ROUTE) as screen:
        await screen.press("Hvor det gør ondt")
        assert switches(screen) == {"Hvorfor jeg kommer": True, "Hvor det gør ondt": False}
        assert "Lænden" not in screen.texts()
    async with opened(services, ROUTE) as screen:
        assert switches(screen) == {"Hvorfor jeg kommer": True, "Hvor det gør ondt": False}


@pytest.mark.full
async def test_signs_stand_in_plain_words_and_thoughts_wait_to_be_chosen(
    services: Services,
) -> None:
    answers = {
        "night_pain": Answer.YES,
        "leg_pain_radiating": Answer.UNSURE,
        "suicidal_thoughts": Answer.YES,
    }
    screening.record(services, answers, "…")
    async with opened(services, ROUTE) as screen:
        assert switches(screen) == {"Tegn, jeg har mærket": True, "Tunge tanker": False}
        assert (
            "Smerter, prikken eller en følelsesløs plet ned i det ene ben (i tvivl)"
            in screen.texts()
        )
        assert [t for t in screen.texts() if t.startswith("Dine svar om selvmord, selvskade")]
        assert "Tanker om, at livet ikke er værd at leve" not in screen.texts()
        await screen.press("Tunge tanker")
        assert "Tanker om, at livet ikke er værd at leve" in screen.texts()
        assert switches(screen)["Appens råd"] is True


@pytest.mark.full
async def test_the_diary_is_a_table_that_can_be_heard(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    async with opened(services, ROUTE) as screen:
        assert "Seneste: Rygsmerte, 14 dage: 4, 30 dage: 4" in screen.labels()
        assert "Seneste: Søvn, 14 dage: ikke besvaret, 30 dage: ikke besvaret" in screen.labels()


@pytest.mark.full
async def test_the_sheet_is_saved_as_a_pdf(services: Services) -> None:
    doctor_card.write(services, CardPart.QUESTIONS, "Må jeg løfte på øen?")
    async with opened(services, ROUTE) as screen:
        await screen.press("Gem som PDF")
        [file] = saved(screen)
        assert file["file_name"] == "rygvej-til-laegen.pdf"
        [page] = PdfReader(io.BytesIO(file["src_bytes"])).pages
        assert "Må jeg løfte på øen?" in page.extract_text()
        assert "Arket er gemt. Det ligger, hvor din browser gemmer filer." in screen.texts()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("漢字", "Enkelte skrifttegn kan ikke vises og står som [?]."),
        ("\n".join("ord" * 100), "Noget er forkortet, så alt kan stå på én side."),
    ],
)
async def test_one_is_told_when_the_paper_differs(services: Services, text: str, told: str) -> None:
    doctor_card.write(services, CardPart.REASON, text)
    async with opened(services, ROUTE) as screen:
        await screen.press("Gem som PDF")
        assert [line for line in screen.texts() if line.endswith(told)]


@pytest.mark.full
async def test_what_cannot_be_read_is_said(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Services) -> None:
        raise LockedError

    doctor_card.write(services, CardPart.REASON, "Ryggen")
    async with opened(services, ROUTE) as screen:
        monkeypatch.setattr(doctor_card, "paper", refuse)
        await screen.press("Gem som PDF")
        assert saved(screen) == []
        assert [text for text in screen.texts() if text.startswith("Et andet program bruger")]


async def test_large_text_has_the_names_above_the_fields(services: Services) -> None:
    person.change_preference(services, "text_scale", 200)
    async with opened(services, ROUTE, width=320) as screen:
        assert "Hvorfor jeg kommer" in screen.texts()
        assert screen.one(ft.TextField, label="Hvorfor jeg kommer")


@pytest.mark.full
async def test_it_is_spoken_in_english_too(services: Services) -> None:
    doctor_card.write(services, CardPart.REASON, "My back again")
    person.change_preference(services, "language", "en")
    async with opened(services, ROUTE) as screen:
        assert {"For the doctor", "Why I have come", "Save as PDF"} <= set(screen.texts())


@pytest.mark.full
async def test_a_patient_finds_it_under_me_and_a_physiotherapist_does_not(
    services: Services,
) -> None:
    async with opened(services, "/mig") as screen:
        await screen.follow("Til lægen")
        assert screen.page.route == ROUTE
    person.switch_role(services, Role.PHYSIO)
    async with opened(services, "/mig") as screen:
        assert "Til lægen" not in screen.names()
