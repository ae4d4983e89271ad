"""Øvelser > Få trin fra din fysioterapeut, and Mig > Din fysioterapeut."""

from typing import Any

import flet as ft
import pytest

from lbp_app.actions import care_plan, handing_over, pairing, person
from lbp_app.actions import prescription as actions
from lbp_app.content import library
from lbp_app.content.failures import SENTENCES
from lbp_app.exchange import prescription as exchange
from lbp_app.exchange.typed_code import code_of
from lbp_app.model.care_plan import levels_of
from lbp_app.model.exercise import Group, Level
from lbp_app.model.prescription import Refusal
from lbp_app.services import Services
from tests.chosen import ChosenFile, choosing
from tests.harness import Screen
from tests.opened import opened
from tests.prescribed import OTHER_KEY
from tests.test_screens_mydata import saved_files
from tests.test_taking import LEVELS, Both, both, physio

TAKE, PAIR = "/oevelser/fra-fysioterapeut", "/mig/fysioterapeut"
FIELD, MESSAGE = "Kode eller tekst fra din fysioterapeut", "Besked fra din fysioterapeut"
NAME = "Navnet på din fysioterapeut"

__all__ = ["both", "physio"]


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> ChosenFile:
    return choosing(monkeypatch, ChosenFile("plan.lbprx"))


async def look(screen: Screen, text: str) -> None:
    await screen.type(FIELD, text)
    await screen.press("Se planen")


def error(screen: Screen, label: str) -> object:
    return screen.one(ft.TextField, label=label).error


# --- taking a plan ------------------------------------------------------------------------------


@pytest.mark.full
async def test_ways_lead_there(services: Services) -> None:
    async with opened(services, "/oevelser", height=4000) as screen:
        await screen.follow("Få trin fra din fysioterapeut")
        await screen.follow("Din fysioterapeut")
        assert "Begynd her" in screen.texts()
        await screen.goto("/mig")
        await screen.follow("Din fysioterapeut")
        assert "Sådan foregår det" in screen.texts()


@pytest.mark.full
async def test_a_signed_plan_is_seen_whole_before_it_is_used(both: Both) -> None:
    care_plan.set_level(both.patient, Group(2), Level.ONE)
    doses = ("3 x 10", *[None] * 7)
    async with opened(both.patient, TAKE, height=2000) as screen:
        await look(screen, both.text(doses=doses, note="Tag det roligt."))
        texts = screen.texts()
        assert "Plan fra Mette Holm" in texts
        assert "3 x 10" in texts and "Tag det roligt." in texts
        assert texts.count("Trin 4") == 1 and "Som før: trin 1" in texts
        assert any(one.startswith("Lavet 5.\xa0oktober 2026. Kan tages i brug") for one in texts)
        assert any(one.startswith("Den afløser dine trin fra 5.\xa0oktober 2026") for one in texts)
        jump = next(one for one in texts if one.startswith("Mere end ét trin op"))
        names = [one.name["da"] for one in screen_groups(both.patient)]
        assert names[3] in jump and names[7] in jump and names[1] not in jump
        assert both.patient.prescriptions.all() == []
        await screen.press("Brug planen")
        assert levels_of(both.patient.care_plans.all())[Group(4)] is Level.FOUR
        assert "Din plan fra Mette Holm" in screen.texts()
        await screen.press("Fortryd")
        assert levels_of(both.patient.care_plans.all())[Group(4)] is Level.ONE


VARIED = ("b", *[None] * 7)


async def test_a_variation_is_read_in_the_language_of_the_patient(both: Both) -> None:
    exercise = library.load().exercise("1.1")
    shown = {language: exercise.variations[1].name[language] for language in ("da", "en")}
    assert shown["da"] != shown["en"]
    text = both.text(variations=VARIED)
    for language in ("en", "da"):
        person.change_preference(both.patient, "language", language)
        async with opened(both.patient, TAKE, height=2000) as screen:
            field = {"da": FIELD, "en": "Code or text from your physiotherapist"}[language]
            await screen.type(field, text)
            await screen.press({"da": "Se planen", "en": "See the plan"}[language])
            assert shown[language] in screen.texts()


@pytest.mark.full
async def test_what_was_taken_shows_the_variation_and_how_it_is_done(both: Both) -> None:
    both.take(both.text(variations=VARIED, note=""))
    chosen = library.load().exercise("1.1").variations[1]
    async with opened(both.patient, TAKE, height=2000) as screen:
        assert any(one.endswith(f": {chosen.name['da']}") for one in screen.texts())
        await screen.goto("/oevelser/1.1")
        texts = screen.texts()
        assert texts.index("Fra Mette Holm") < texts.index(chosen.name["da"])
        assert texts.count(chosen.text["da"]) == 2  # from the physiotherapist, and among all


def screen_groups(services: Services) -> Any:
    from lbp_app.content import library

    return library.load().exercise_groups


@pytest.mark.full
async def test_nothing_is_changed_by_a_no(both: Both) -> None:
    async with opened(both.patient, TAKE, height=2000) as screen:
        await look(screen, both.text())
        await screen.press("Nej, lad det være som før")
        assert "Skriv eller indsæt" in screen.texts()
        assert both.patient.care_plans.all() == []


async def test_a_typed_code_asks_whose_it_is(services: Services) -> None:
    async with opened(services, TAKE, height=2000) as screen:
        await look(screen, code_of(LEVELS).lower())
        assert any(one.startswith("Enhver kan lave otte tegn") for one in screen.texts())
        await screen.press("Brug planen")
        assert error(screen, NAME) == SENTENCES["error.physio_name"]
        assert services.care_plans.all() == []
        await screen.type(NAME, "Mette")
        await screen.press("Brug planen", times=2)
        assert [one.name for one in services.prescriptions.all()] == ["Mette"]


@pytest.mark.full
async def test_who_is_connected_need_not_be_written(both: Both) -> None:
    async with opened(both.patient, TAKE, height=2000) as screen:
        await look(screen, code_of(LEVELS))
        assert screen.one(ft.TextField, label=NAME).value == "Mette Holm"
        await screen.press("Brug planen")
        assert both.patient.prescriptions.all()[0].name == "Mette Holm"


@pytest.mark.full
async def test_each_refusal_has_its_sentence_and_the_text_stays(both: Both) -> None:
    both.take(both.text(5))
    texts = {
        Refusal.REPLAY: both.text(5),
        Refusal.OLDER: both.text(4),
        Refusal.WRONG_PATIENT: both.text(6, tag="fedcba9876543210"),
        Refusal.CHANGED_KEY: exchange.signed_text(both.plan(6), OTHER_KEY),
        Refusal.TAMPERED: both.text(6)[:-3],
        Refusal.MISTYPED: "AAAA-AAAA",
        Refusal.GARBAGE: "Hej med dig, her er dine øvelser",
    }
    before = both.patient.care_plans.all()
    async with opened(both.patient, TAKE, height=2000) as screen:
        said = set()
        for refusal, text in texts.items():
            await look(screen, text)
            assert error(screen, FIELD) == SENTENCES[refusal]
            assert screen.one(ft.TextField, label=FIELD).value == text
            said.add(error(screen, FIELD))
        assert len(said) == len(texts)
        await look(screen, both.text(6))
        assert "Plan fra Mette Holm" in screen.texts()
    assert both.patient.care_plans.all() == before


@pytest.mark.full
async def test_a_file_and_a_picture_open_as_well(both: Both, chosen: ChosenFile) -> None:
    handed = handing_over.hand_over(both.physio, both.plan())
    for content in (handed.file, handed.png):
        chosen.bytes = content
        async with opened(both.patient, TAKE, height=2000) as screen:
            await screen.press("Vælg en fil eller et billede")
            await screen.until(lambda screen=screen: "Plan fra Mette Holm" in screen.texts())  # type: ignore[misc]


async def test_a_file_that_holds_no_plan_is_told(services: Services, chosen: ChosenFile) -> None:
    chosen.bytes = b"\xff\xd8\xff not a picture"
    async with opened(services, TAKE, height=2000) as screen:
        await screen.press("Vælg en fil eller et billede")
        await screen.until(lambda: SENTENCES["error.picture_unreadable"] in screen.texts())


@pytest.mark.full
async def test_where_pictures_cannot_be_read_it_is_said_before(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions.picture, "can_read_pictures", lambda: False)
    async with opened(services, TAKE, height=2000) as screen:
        assert any(one.startswith("Billeder af QR-koder kan ikke") for one in screen.texts())


@pytest.mark.full
async def test_the_plan_in_use_shows_its_message(both: Both) -> None:
    both.take(both.text(1, doses=("3 x 10", *[None] * 7), note="Hver anden dag.\u202e"))
    async with opened(both.patient, TAKE, height=2000) as screen:
        texts = screen.texts()
        assert "Din plan fra Mette Holm" in texts and "Hver anden dag." in texts
        assert any(one.endswith(": 3 x 10") for one in texts)


# --- connecting ---------------------------------------------------------------------------------


@pytest.mark.full
async def test_connecting_shows_digits_and_waits_for_a_yes(
    services: Services, physio: Services
) -> None:
    message, _ = handing_over.pairing_message(physio, "Mette Holm")
    async with opened(services, PAIR, height=2400) as screen:
        await screen.type(MESSAGE, message)
        await screen.press("Læs beskeden")
        (one,) = services.pairings.all()
        said = pairing.answer(services, one.id)
        texts = screen.texts()
        assert f"{said.digits[:3]} {said.digits[3:]}" in texts and said.letters in texts
        assert handing_over.digits(physio, one.tag) == said.digits
        assert not one.trusted
        await screen.press("Gem svaret som fil")
        (saved,) = saved_files(screen)
        assert handing_over.read_answer(physio, saved["src_bytes"].decode()).tag == one.tag
        await screen.press("Ja, de er ens")
        assert services.pairings.all()[0].trusted
        assert "Forbundet siden 5.\xa0oktober 2026" in screen.texts()


@pytest.mark.full
async def test_other_digits_connect_nobody(services: Services, physio: Services) -> None:
    message, _ = handing_over.pairing_message(physio, "Mette Holm")
    async with opened(services, PAIR, height=2400) as screen:
        await screen.type(MESSAGE, message)
        await screen.press("Læs beskeden")
        await screen.press("Nej, de er forskellige")
        assert not any(one.trusted for one in services.pairings.all())
        assert "Begynd her" in screen.texts()


async def test_a_reload_in_between_loses_nothing(services: Services, physio: Services) -> None:
    message, _ = handing_over.pairing_message(physio, "Mette Holm")
    one = pairing.begin_pairing(services, message)
    async with opened(services, PAIR, height=2400) as screen:
        await screen.press("Gå videre")
        await screen.press("Ja, de er ens")
        assert pairing.found(services, one.id).trusted


@pytest.mark.full
async def test_a_known_name_with_another_key_is_pointed_out(both: Both) -> None:
    from lbp_app.exchange.pairing import keys_text

    async with opened(both.patient, PAIR, height=2400) as screen:
        await screen.type(MESSAGE, keys_text("Mette Holm", OTHER_KEY, bytes(32)))
        await screen.press("Læs beskeden")
        assert any(one.startswith("Du er allerede forbundet med") for one in screen.texts())


@pytest.mark.full
async def test_a_plan_is_no_message_of_connecting(both: Both) -> None:
    async with opened(both.patient, PAIR, height=2400) as screen:
        await screen.type(MESSAGE, both.text())
        await screen.press("Læs beskeden")
        assert error(screen, MESSAGE) == SENTENCES["error.plan_other_kind"]


@pytest.mark.full
async def test_a_connection_can_be_ended_and_that_undone(both: Both) -> None:
    async with opened(both.patient, PAIR, height=2400) as screen:
        await screen.press("Afslut forbindelsen …")
        await screen.press("Ja, afslut")
        assert not any(one.trusted for one in both.patient.pairings.all())
        await screen.press("Fortryd")
        assert any(one.trusted for one in both.patient.pairings.all())
