"""The report back on both sides' screens: chosen and saved, taken in, and seen as what is new."""

from datetime import timedelta
from typing import Any

import flet as ft
import pytest

from lbp_app.actions import participant_plan as plans
from lbp_app.actions import participant_report as reports
from lbp_app.actions import report_back
from lbp_app.model.diary import CheckIn, Scale
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.pairing import Pairing
from lbp_app.model.participant_report import ToldPart
from lbp_app.services import Services
from tests.builders import TODAY, Hand
from tests.chosen import ChosenFile, choosing
from tests.opened import opened
from tests.test_participant_report import QUESTION, birgit, clinic, live, mette

__all__ = ["birgit", "clinic", "mette"]

BACK = "/mig/fysioterapeut/rapport"


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bytes]]:
    files: list[tuple[str, bytes]] = []

    async def save_file(_: ft.FilePicker, file_name: str, src_bytes: bytes, **__: Any) -> str:
        files.append((file_name, src_bytes))
        return file_name

    monkeypatch.setattr(ft.FilePicker, "save_file", save_file)
    return files


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> ChosenFile:
    return choosing(monkeypatch, ChosenFile())


def page(who: str) -> str:
    return f"/deltager/{who}/siden-sidst"


# --- the patient --------------------------------------------------------------------------------


@pytest.mark.full
async def test_a_report_is_saved_for_the_one_who_can_open_it(
    services: Services,
    clinic: Services,
    birgit: str,
    mette: Pairing,
    saved: list[tuple[str, bytes]],
) -> None:
    live(services)
    async with opened(services, "/mig/fysioterapeut") as screen:
        await screen.follow("Rapport til din fysioterapeut")
        assert "Kun Mette kan åbne den." in screen.texts()
        assert "Med i filen: 10 dage med svar, 1 træning." in screen.texts()
        await screen.press("Gem rapporten")
    ((name, data),) = saved
    assert name == "rygvej-rapport-2026-10-05.lbprb"
    assert reports.look_into(clinic, data, birgit).sent.told.question == QUESTION
    assert [one.what for one in services.hand_overs.all()] == [HandedOver.REPORT_BACK]


@pytest.mark.full
async def test_without_a_connection_there_is_the_way_to_one(
    services: Services, saved: list[tuple[str, bytes]]
) -> None:
    async with opened(services, BACK) as screen:
        assert "Gem rapporten" not in screen.texts()
        await screen.press("Gem som åben fil")
        ((name, _),) = saved
        assert name.endswith(".json")
        await screen.follow("Forbind")
        assert "Begynd her" in screen.texts()


@pytest.mark.full
async def test_the_second_of_a_day_is_of_the_same_days(
    services: Services, mette: Pairing, hand: Hand
) -> None:
    first = report_back.period_for(services, mette)
    report_back.lock_report(services, mette.id)
    assert report_back.period_for(services, mette) == first
    hand.move(days=1)
    assert report_back.period_for(services, mette).first == TODAY


# --- the physiotherapist ------------------------------------------------------------------------


@pytest.mark.full
async def test_it_is_taken_in_and_shown(
    services: Services, clinic: Services, birgit: str, mette: Pairing, choose: ChosenFile
) -> None:
    live(services)
    choose.bytes = report_back.lock_report(services, mette.id)
    async with opened(clinic, f"/deltager/{birgit}", height=3000) as screen:
        await screen.follow("Hent rapport")
        texts = screen.texts()
        assert QUESTION in texts
        assert "Gå til bageren: 4 af 10 (5.\xa0okt.)" in texts
        assert "1 gang på 4,3 uger. Forløbet har 2 om ugen." in texts
    assert len(reports.told_by(clinic, birgit)) == 1


async def test_from_the_list_it_finds_whose_it_is(
    services: Services, clinic: Services, birgit: str, mette: Pairing, choose: ChosenFile
) -> None:
    choose.bytes = report_back.lock_report(services, mette.id)
    async with opened(clinic) as screen:
        await screen.follow("Hent rapport")
        assert "Siden sidst" in screen.texts()
        assert "Birgit · 14" in screen.texts()


@pytest.mark.full
async def test_a_refused_one_is_said_below_the_button(
    clinic: Services, birgit: str, choose: ChosenFile
) -> None:
    choose.bytes = b"hej"
    async with opened(clinic, f"/deltager/{birgit}") as screen:
        await screen.press("Hent rapport")
        assert "Filen er ikke en rapport fra Rygvej. Intet er ændret." in screen.texts()
    assert reports.told_by(clinic, birgit) == []


@pytest.fixture
def reported_twice(
    services: Services, clinic: Services, birgit: str, mette: Pairing, hand: Hand
) -> None:
    """Back pain of 5 and then of 2, two weeks apart."""
    plans.set_eight(clinic, birgit, "11211111")
    live(services)
    take(services, clinic, mette)
    hand.move(days=14)
    for back in range(6):
        day = TODAY + timedelta(days=14 - back)
        services.diary.put(CheckIn(day, back_pain=2), Scale.BACK)
    report_back.choose_part(services, ToldPart.SIGNS, False)
    take(services, clinic, mette)


@pytest.mark.usefixtures("reported_twice")
async def test_before_and_since_stand_beside_each_other(clinic: Services, birgit: str) -> None:
    for width in (400, 1200):
        async with opened(clinic, page(birgit), width=width, height=3000) as screen:
            texts = screen.texts()
            row = [texts[at + 1 : at + 3] for at, text in enumerate(texts) if text == "Rygsmerte"]
            assert ["5", "2"] in row
            assert "6 af 15" in texts or "7 af 15" in texts
            assert "Ikke med: Tegn, du har mærket, Mine noter." in texts


@pytest.mark.usefixtures("reported_twice")
async def test_the_participants_own_page_tells_it_in_a_few_lines(
    clinic: Services, birgit: str
) -> None:
    """On a phone before the levels, else beside them."""
    for width, first in ((400, True), (1200, False)):
        async with opened(clinic, f"/deltager/{birgit}", width=width, height=3000) as screen:
            texts = screen.texts()
            assert "Siden sidst, til mandag 19.\xa0oktober" in texts
            assert {"Rygsmerte: før 5, nu 2", f"“{QUESTION}”", "0 træninger på 2,1 uger"} <= {
                *texts
            }
            assert (texts.index(f"“{QUESTION}”") < texts.index("Bøj og svaj")) is first


def take(patient: Services, clinic: Services, one: Pairing) -> None:
    data = report_back.lock_report(patient, one.id)
    reports.take_in(clinic, reports.look_into(clinic, data))


@pytest.mark.full
async def test_without_a_report_the_page_says_so(clinic: Services, birgit: str) -> None:
    async with opened(clinic, page(birgit)) as screen:
        assert "Der er ingen rapport endnu." in screen.texts()
