"""Mig > Mine data > Slet noget: choosing, being told what goes, deleting, undoing."""

from datetime import timedelta

import pytest

from lbp_app.actions import activity, calendar, deletion, diary, reminder
from lbp_app.actions.person import change_preference
from lbp_app.model.activity import ActivityKind
from lbp_app.model.deletion import Kind
from lbp_app.model.diary import Scale
from lbp_app.model.reminder import Thing
from lbp_app.services import Services
from tests.builders import TODAY, YESTERDAY, held
from tests.harness import Screen
from tests.opened import opened
from tests.test_deletion import again, folder_of, found_in
from tests.test_screens_report import choose

ROUTE = "/mig/data/slet"
HOW = "Hvad vil du slette?"


@pytest.fixture
def some(services: Services) -> Services:
    diary.answer(services, TODAY, Scale.BACK, 4)
    diary.write_note(services, YESTERDAY, "Dagbogshemmelig")
    activity.log_activity(services, ActivityKind.GARDEN, 45, TODAY)
    return services


async def press_row(screen: Screen, begins: str) -> None:
    await screen.press(next(name for name in screen.names() if name.startswith(begins)))


@pytest.mark.full
async def test_one_thing_is_asked_about_and_then_goes(some: Services) -> None:
    async with opened(some, ROUTE) as screen:
        await press_row(screen, "En aktivitet")
        assert "1 aktivitet" in screen.texts()
        assert again(some).activities.all()
        await screen.press("Ja, slet det")
        assert again(some).activities.all() == []
        assert again(some).diary.get(TODAY).back_pain == 4
        assert "Slettet. Du kan fortryde i 10 minutter." in screen.texts()


async def test_two_taps_delete_once(some: Services) -> None:
    async with opened(some, ROUTE) as screen:
        await press_row(screen, "En aktivitet")
        await screen.press("Ja, slet det", times=2)
        assert "Slettet. Du kan fortryde i 10 minutter." in screen.texts()


@pytest.mark.full
async def test_it_may_be_thought_over(some: Services) -> None:
    async with opened(some, ROUTE) as screen:
        await press_row(screen, "En aktivitet")
        await screen.press("Nej, behold")
        assert "Ja, slet det" not in screen.names()
        assert again(some).activities.all()


@pytest.mark.full
async def test_a_kind_says_how_much_there_is_and_can_be_undone(some: Services) -> None:
    async with opened(some, ROUTE) as screen:
        await choose(screen, HOW, "kind")
        assert "2 dage med svar" in screen.texts()
        await press_row(screen, "Dagens tjek og noter")
        await screen.press("Ja, slet det")
        assert again(some).diary.count() == 0
        await screen.press("Fortryd sletningen")
        assert again(some).diary.count() == 2
        assert "Slettet for lidt siden" not in screen.texts()


@pytest.mark.full
async def test_the_way_back_is_there_after_a_reload_and_ends_when_told(some: Services) -> None:
    deletion.delete(some, deletion.of_kind(Kind.DIARY))
    async with opened(some, ROUTE) as screen:
        assert "Slettet for lidt siden" in screen.texts()
        await screen.press("Slet endeligt nu")
        assert "Slettet for lidt siden" not in screen.texts()
    assert found_in(folder_of(some), "Dagbogshemmelig") == []


@pytest.mark.parametrize(
    ("pressed", "claimed"),
    [("Fortryd sletningen", "Fortrudt"), ("Slet endeligt nu", "Det er slettet endeligt.")],
)
async def test_what_another_program_keeps_from_being_done_is_not_said_to_be_done(
    some: Services, pressed: str, claimed: str
) -> None:
    deletion.delete(some, deletion.of_kind(Kind.DIARY))
    async with opened(some, ROUTE) as screen:
        with held(some):
            await screen.press(pressed)
        assert claimed not in screen.texts()
        assert any("Et andet program" in text for text in screen.texts())


async def test_a_period_is_typed(some: Services) -> None:
    async with opened(some, ROUTE) as screen:
        await choose(screen, HOW, "period")
        await screen.type("Fra", "4.10.2026")
        await screen.type("Til", "4.10.2026")
        await screen.press("Se, hvad der er")
        assert "1 dag med svar" in screen.texts()
        await screen.press("Ja, slet det")
        assert again(some).diary.get(YESTERDAY).note == ""
        assert again(some).activities.all()


@pytest.mark.full
async def test_an_older_day_is_found(some: Services) -> None:
    diary.answer(some, TODAY - timedelta(days=40), Scale.BACK, 1)
    async with opened(some, ROUTE) as screen:
        await screen.press("En ældre dag")
        await screen.type("Dato", "26.8.2026")
        await screen.press("Vis dagen")
        await press_row(screen, "Dagens tjek og note")
        await screen.press("Ja, slet det")
    assert again(some).diary.count() == 2


@pytest.mark.full
async def test_nothing_to_delete_is_said(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        assert "Der er ikke noget den dag." in screen.texts()
        await choose(screen, HOW, "kind")
        assert "Der er ikke noget at slette endnu." in screen.texts()


@pytest.mark.full
async def test_another_way_forgets_what_was_asked(some: Services) -> None:
    async with opened(some, ROUTE) as screen:
        await press_row(screen, "En aktivitet")
        await choose(screen, HOW, "kind")
        assert "Ja, slet det" not in screen.names()


@pytest.mark.full
async def test_it_speaks_english(some: Services) -> None:
    change_preference(some, "language", "en")
    async with opened(some, ROUTE) as screen:
        await choose(screen, "What do you want to delete?", "kind")
        assert "2 days with answers" in screen.texts()


@pytest.mark.full
async def test_what_lies_in_the_phones_calendar_is_told_of(some: Services) -> None:
    reminder.turn(some, Thing.WALK, True)
    out = "Gem fil, der tager det ud"
    async with opened(some, ROUTE) as screen:
        await choose(screen, HOW, "kind")
        await press_row(screen, "Påmindelser")
        assert out not in screen.names()
        calendar.calendar_file(some)
        await press_row(screen, "Dagens tjek og noter")
        assert out not in screen.names()
        await press_row(screen, "Påmindelser")
        await screen.press(out)
        assert len(some.hand_overs.all()) == 2
        await screen.press("Ja, slet det")
        assert not calendar.is_taken_along(some)
