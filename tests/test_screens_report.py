"""Mig > Mine data > Rapport: choosing, seeing and taking along."""

import io
from datetime import timedelta
from typing import Any

import flet as ft
import pytest
from pypdf import PdfReader

from lbp_app.actions import diary, doctor_card, report
from lbp_app.actions.person import change_preference, switch_role
from lbp_app.model.diary import Scale
from lbp_app.model.doctor_card import CardPart
from lbp_app.model.person import Role
from lbp_app.model.report import Period, ReportPart
from lbp_app.services import Services
from tests.builders import TODAY
from tests.harness import Screen
from tests.opened import opened
from tests.test_report import answer_days, texts_of
from tests.test_screens_doctor_card import saved, switches

ROUTE = "/mig/data/rapport"


def field(screen: Screen, name: str) -> ft.TextField:
    return screen.one(ft.TextField, label=name)


async def choose(screen: Screen, group: str, value: str) -> None:
    named = screen.one(ft.Semantics, label=group)
    assert isinstance(named.content, ft.RadioGroup)
    await screen.send(named.content, "change", value)


@pytest.mark.full
async def test_what_will_be_on_paper_stands_on_the_screen(services: Services) -> None:
    answer_days(services, 20)
    doctor_card.write(services, CardPart.QUESTIONS, "Må jeg løbe?")
    async with opened(services, ROUTE) as screen:
        shown = report.report(services)
        seen = [*screen.texts(), *screen.labels()]
        told = [text for text in texts_of(shown) if text != shown.made_on]
        assert [text for text in told if text and text not in seen] == []
        graphs = [section.graph.said for section in shown.sections if section.graph]
        assert set(graphs) <= set(screen.labels())


@pytest.mark.full
async def test_the_file_has_a_neutral_name_and_is_told_of(services: Services) -> None:
    answer_days(services, 5)
    async with opened(services, ROUTE) as screen:
        await screen.press("Gem som PDF")
        (file,) = saved(screen)
        assert file["file_name"] == "rygvej-rapport.pdf"
        assert len(PdfReader(io.BytesIO(file["src_bytes"])).pages) == 1
        assert any(text.startswith("Rapporten er gemt.") for text in screen.texts())
    assert len(services.hand_overs.all()) == 1


@pytest.mark.full
async def test_letters_that_cannot_be_printed_are_said(services: Services) -> None:
    doctor_card.write(services, CardPart.QUESTIONS, "漢字")
    async with opened(services, ROUTE) as screen:
        await screen.press("Gem som PDF")
        assert any("vises og står som [?]." in text for text in screen.texts())


@pytest.mark.full
async def test_a_part_is_left_out_with_its_switch(services: Services) -> None:
    answer_days(services, 5)
    async with opened(services, ROUTE) as screen:
        assert switches(screen) == {"Smerte og besvær": True, "Søvn og humør": True}
        row = next(one for one in screen.find(ft.Switch) if one.value)
        await screen.send(row, "change", False, value=False)
        assert not report.wish(services).wants(ReportPart.PAIN)
        assert "Rygsmerte" not in screen.texts()


@pytest.mark.full
async def test_the_period_is_chosen_from_a_few_or_typed(services: Services) -> None:
    diary.answer(services, TODAY - timedelta(days=60), Scale.BACK, 4)
    async with opened(services, ROUTE) as screen:
        assert any(text.startswith("Der er ikke noget fra den tid") for text in screen.texts())
        await choose(screen, "Hvilken tid?", "90")
        assert "Rygsmerte" in screen.texts()
        await choose(screen, "Hvilken tid?", "own")
        await screen.type("Fra", "1.8.26")
        await screen.type("Til", "31/8 2026")
        await screen.press("Vis den tid")
        assert report.wish(services).own == Period(
            TODAY.replace(month=8, day=1), TODAY.replace(month=8, day=31)
        )
        assert "Rygsmerte" in screen.texts()


@pytest.mark.parametrize(
    ("first", "last", "where", "why"),
    [
        ("i går", "5.10.2026", "Fra", "Skriv datoen med tal, for eksempel 05.10.2026."),
        ("1.10.2026", "31.2.2026", "Til", "Skriv datoen med tal, for eksempel 05.10.2026."),
        ("3.10.2026", "1.10.2026", "Til", "Slutdagen ligger før den første dag."),
        ("1.10.2026", "6.10.2026", "Til", "Den dag er ikke kommet endnu."),
    ],
)
@pytest.mark.full
async def test_dates_that_cannot_be_are_explained_at_their_field(
    services: Services, first: str, last: str, where: str, why: str
) -> None:
    async with opened(services, ROUTE) as screen:
        await choose(screen, "Hvilken tid?", "own")
        await screen.type("Fra", first)
        await screen.type("Til", last)
        await screen.press("Vis den tid")
        errors: dict[str, Any] = {n: field(screen, n).error for n in ("Fra", "Til")}
        assert str(errors.pop(where)).startswith(why)
        assert [*errors.values()] == [None]
        assert report.wish(services).own is None


@pytest.mark.full
async def test_a_question_that_is_written_here_is_on_the_sheet_for_the_doctor_too(
    services: Services,
) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.type("Det vil jeg spørge om", "Hvad må jeg?")
        await screen.send(field(screen, "Det vil jeg spørge om"), "blur")
        assert services.doctor_card.get().text(CardPart.QUESTIONS) == "Hvad må jeg?"


@pytest.mark.full
async def test_the_longer_one_tells_week_by_week(services: Services) -> None:
    answer_days(services, 20)
    async with opened(services, ROUTE) as screen:
        assert "Uge for uge" not in screen.texts()
        await choose(screen, "Hvor meget?", "long")
        assert "Uge for uge" in screen.texts()


async def test_a_physiotherapist_is_offered_none_about_themselves(services: Services) -> None:
    switch_role(services, Role.PHYSIO)
    async with opened(services, "/mig/data") as screen:
        assert "Se rapporten" not in screen.names()


@pytest.mark.full
async def test_it_speaks_english(services: Services) -> None:
    answer_days(services, 5)
    change_preference(services, "language", "en")
    async with opened(services, ROUTE) as screen:
        assert "Pain and trouble" in screen.texts()
