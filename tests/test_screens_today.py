from datetime import datetime, timedelta

import flet as ft
import pytest

from lbp_app.actions import course, diary
from lbp_app.actions.flare import end_flare, start_flare
from lbp_app.actions.person import change_preference, change_profile
from lbp_app.content import library
from lbp_app.model.course import Setting, Slot
from lbp_app.model.diary import Scale
from lbp_app.services import Services
from tests.builders import HOME, TODAY, YESTERDAY, Hand
from tests.harness import Screen
from tests.opened import opened


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (0, 0, "Godaften"),
        (2, 59, "Godaften"),
        (3, 0, "Godmorgen"),
        (9, 59, "Godmorgen"),
        (10, 0, "Goddag"),
        (17, 59, "Goddag"),
        (18, 0, "Godaften"),
        (23, 59, "Godaften"),
    ],
)
@pytest.mark.full
async def test_the_greeting_goes_by_the_hour_where_the_person_is(
    services: Services, hand: Hand, hour: int, minute: int, said: str
) -> None:
    hand.at = datetime(2026, 10, 5, hour, minute, tzinfo=HOME)
    async with opened(services) as screen:
        assert said in screen.texts()


@pytest.mark.full
async def test_the_greeting_has_the_name_once_it_is_known(services: Services) -> None:
    change_profile(services, "first_name", "Birgit")
    async with opened(services) as screen:
        assert "Godmorgen, Birgit" in screen.texts()


@pytest.mark.full
async def test_the_greeting_and_the_date_are_english_for_whoever_speaks_english(
    services: Services,
) -> None:
    change_preference(services, "language", "en")
    async with opened(services) as screen:
        assert "Good morning" in screen.texts()
        assert any("October" in text for text in screen.texts())


@pytest.mark.full
async def test_at_half_past_one_at_night_it_is_still_yesterday(
    services: Services, hand: Hand
) -> None:
    hand.at = datetime(2026, 10, 6, 1, 30, tzinfo=HOME)
    async with opened(services) as screen:
        assert "Mandag 5.\xa0oktober" in screen.texts()
        await screen.press("Rygsmerte: 4 af 10")
    assert services.diary.get(TODAY).back_pain == 4


@pytest.mark.full
async def test_the_message_of_the_day_changes_and_all_have_their_turn(
    services: Services, hand: Hand
) -> None:
    messages = {m.text["da"] for m in library.load().key_messages}
    shown = []
    for _ in messages:
        async with opened(services) as screen:
            shown += messages & set(screen.texts())
        hand.move(days=1)
    assert sorted(shown) == sorted(messages)


@pytest.mark.full
async def test_sources_stand_under_the_message_on_tap(services: Services) -> None:
    async with opened(services) as screen:
        source = library.load().message_of_the_day(TODAY).sources[0]
        assert not [text for text in screen.texts() if text.startswith(source)]
        await screen.press("Vis kilde")
        assert [text for text in screen.texts() if text.startswith(f"{source}: ")]
        await screen.press("Skjul kilde")
        assert not [text for text in screen.texts() if text.startswith(source)]


def week(screen: Screen) -> list[str]:
    return [name for name in screen.names() if name.endswith("besvaret") and "," in name]


@pytest.mark.full
async def test_the_last_seven_days_are_told_as_answered_or_not(services: Services) -> None:
    diary.answer(services, YESTERDAY, Scale.MOOD, 0)
    diary.skip(services, TODAY - timedelta(days=2), "mood")
    async with opened(services) as screen:
        told = week(screen)
        assert len(told) == 7
        assert told[0].startswith("mandag 28.\xa0september")
        assert told[-2:] == [
            "lørdag 3.\xa0oktober, ikke besvaret",
            "søndag 4.\xa0oktober, besvaret",
        ]


@pytest.mark.full
async def test_any_of_the_last_days_can_be_opened(services: Services) -> None:
    async with opened(services) as screen:
        await screen.follow("fredag 2.\xa0oktober, ikke besvaret")
        assert screen.pushed_routes[-1] == "/dag/2026-10-02"
        assert "Fredag 2.\xa0oktober" in screen.texts()


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Dårlig dag?", "Det er en dårlig periode"),
        ("Tegn, du skal reagere på", "Ring 112"),
        ("Se udviklingen", "Udvikling"),
    ],
)
@pytest.mark.full
async def test_the_quiet_buttons_lead_on(services: Services, name: str, title: str) -> None:
    async with opened(services) as screen:
        await screen.follow(name)
        assert title in screen.texts()


@pytest.mark.full
async def test_a_bad_spell_is_told_while_it_lasts(services: Services) -> None:
    async with opened(services) as screen:
        assert "Se, hvad der hjælper" not in screen.names()
        start_flare(services)
        await screen.settle()
        assert [
            t
            for t in screen.texts()
            if t.startswith("Du har haft en dårlig periode siden mandag 5.\xa0oktober. Den")
        ]
        end_flare(services)
        await screen.settle()
        assert "Se, hvad der hjælper" not in screen.names()


@pytest.mark.parametrize(("width", "rail"), [(839, False), (840, True)])
@pytest.mark.full
async def test_from_840_px_the_places_stand_in_a_rail(
    services: Services, width: float, rail: bool
) -> None:
    async with opened(services, width=width) as screen:
        assert bool(screen.find(ft.NavigationBar)) is not rail
        assert ("I dag, valgt" in screen.names()) is rail


@pytest.mark.full
async def test_a_window_that_is_made_wider_moves_the_places(services: Services) -> None:
    async with opened(services) as screen:
        await screen.resize(1200, 800)
        assert screen.find(ft.NavigationBar) == []
        assert "I dag, valgt" in screen.names()


async def test_the_road_of_a_course_is_laid_once_for_a_drawing(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.set_up(services, Setting.HOME, TODAY, [Slot(1), Slot(3)])
    laid: list[object] = []
    lay = course.rules.road
    monkeypatch.setattr(course.rules, "road", lambda *given: laid.append(given) or lay(*given))
    async with opened(services):
        assert len(laid) == 1
