"""What was trained and moved: written down in two taps, read by week, corrected, taken back."""

from dataclasses import replace
from datetime import datetime, timedelta

import flet as ft
import pytest

from lbp_app.actions import activity, offer, person
from lbp_app.model.activity import ActivityKind
from lbp_app.model.session import SessionKind
from lbp_app.services import Services
from tests.builders import HOME, TODAY, YESTERDAY, Hand
from tests.harness import Screen, press_names
from tests.opened import opened
from tests.trained import trained

LOG = "/traening/log"
MORE = "En anden dag eller en note"


def lines(screen: Screen) -> list[str]:
    return [text.replace("\u00a0", " ") for text in screen.texts()]


# --- activities ---------------------------------------------------------------------------------


async def test_quick_taps_keep_one_activity_and_one_training(services: Services) -> None:
    async with opened(services, LOG) as screen:
        await screen.press("Gåtur")
        await screen.press("Gåtur, 20 min", times=3)
        await screen.press("Skriv en træning ned")
        await screen.press("Gem", times=3)
    assert [one.minutes for one in services.activities.all()] == [20]
    assert len(services.sessions.all()) == 1


@pytest.mark.full
async def test_a_walk_is_two_taps(services: Services) -> None:
    async with opened(services) as screen:
        await screen.press("Svømning")
        await screen.press("Svømning, 30 min")
        assert "Gemt" in screen.texts()
        assert "30 min" in lines(screen)
        assert "Svømning, 30 min" not in screen.names()
    (kept,) = services.activities.all()
    assert (kept.kind, kept.minutes, kept.day) == (ActivityKind.SWIM, 30, TODAY)


@pytest.mark.full
async def test_the_walk_of_the_plan_is_written_down_on_the_spot(services: Services) -> None:
    async with opened(services) as screen:
        await screen.press("Så langt, det er rart. Tryk og skriv den ned.")
        await screen.press("Gåtur, 20 min")
    (kept,) = services.activities.all()
    assert (kept.kind, kept.minutes) == (ActivityKind.WALK, 20)


@pytest.mark.full
async def test_after_three_at_night_it_is_a_new_day(services: Services, hand: Hand) -> None:
    hand.move(hours=17, minutes=59)
    async with opened(services) as screen:
        await screen.press("Have")
        await screen.press("Have, 10 min")
    hand.move(minutes=1)
    async with opened(services) as screen:
        assert "10 min" not in lines(screen)
        await screen.press("Have")
        await screen.press("Have, 20 min")
    assert [one.day for one in services.activities.all()] == [TODAY, TODAY + timedelta(days=1)]


@pytest.mark.parametrize(("said", "kept"), [("1", 1), ("1440", 1440), (" 7 ", 7)])
@pytest.mark.full
async def test_any_number_of_minutes_will_do(services: Services, said: str, kept: int) -> None:
    async with opened(services, LOG) as screen:
        await screen.press("Gåtur")
        await screen.press("Et andet antal")
        await screen.type("Minutter", said)
        await screen.press("Gem")
    assert [one.minutes for one in services.activities.all()] == [kept]


@pytest.mark.parametrize("said", ["", "0", "1441", "-5", "en time", "99999999"])
@pytest.mark.full
async def test_what_is_no_number_of_minutes_is_refused_and_stays(
    services: Services, said: str
) -> None:
    async with opened(services, LOG) as screen:
        await screen.press("Gåtur")
        await screen.press("Et andet antal")
        await screen.type("Minutter", said)
        await screen.press("Gem")
        field = screen.one(ft.TextField, label="Minutter")
        assert field.error == "Skriv minutterne som et tal fra 1 til 1440."
        assert field.value == said
    assert services.activities.all() == []


async def test_another_day_and_a_note(services: Services) -> None:
    async with opened(services, LOG) as screen:
        await screen.press("Cykling")
        await screen.press(MORE)
        await screen.press("I går")
        await screen.type("Note", "Til Brugsen og hjem")
        await screen.press("Cykling, 45 min")
        assert "I går · 45 min · Til Brugsen og hjem" in lines(screen)
    (kept,) = services.activities.all()
    assert (kept.day, kept.note) == (YESTERDAY, "Til Brugsen og hjem")


@pytest.mark.full
async def test_a_note_with_a_cpr_number_is_refused_and_stays(services: Services) -> None:
    async with opened(services) as screen:
        await screen.press("Gåtur")
        await screen.press(MORE)
        await screen.type("Note", "010190-1234")
        await screen.press("Gåtur, 20 min")
        field = screen.one(ft.TextField, label="Note")
        assert "CPR-nummer" in str(field.error)
        assert field.value == "010190-1234"
    assert services.activities.all() == []


def walked(services: Services, days_ago: int = 0, note: str = "") -> str:
    day = TODAY - timedelta(days=days_ago)
    return activity.log_activity(services, ActivityKind.WALK, 20, day, note).key


async def test_a_note_and_a_kind_that_are_changed_at_once_are_both_kept(
    services: Services,
) -> None:
    walked(services)
    async with opened(services, height=3000) as screen:
        await screen.press("Ret: Gåtur, 20 min")
        note = screen.one(ft.TextField, label="Note")
        pills = screen.find(ft.GestureDetector)
        pill = next(one for one in pills if "Cykling" in press_names(one))
        session = screen.headless.session
        session.apply_patch(note._i, {"value": "Langs åen"})
        await session.dispatch_event(note._i, "change", "Langs åen")
        await session.dispatch_event(note._i, "blur", "Langs åen")
        await screen.send(pill, "tap")
    (one,) = services.activities.all()
    assert (one.kind, one.note) == (ActivityKind.CYCLE, "Langs åen")


@pytest.mark.full
async def test_an_activity_is_corrected_field_by_field(services: Services) -> None:
    name = walked(services)
    async with opened(services, LOG) as screen:
        await screen.press("Ret: Gåtur, 20 min")
        await screen.press("Have")
        await screen.press("I går")
        await screen.type("Minutter", "25")
        await screen.type("Note", "Plukkede æbler")
    kept = services.activities.get(name)
    assert kept is not None
    told = (kept.kind, kept.day, kept.minutes, kept.note)
    assert told == (ActivityKind.GARDEN, YESTERDAY, 25, "Plukkede æbler")


async def test_a_correction_that_is_refused_changes_nothing(services: Services) -> None:
    name = walked(services)
    async with opened(services, LOG) as screen:
        await screen.press("Ret: Gåtur, 20 min")
        await screen.type("Minutter", "0")
        assert screen.one(ft.TextField, label="Minutter").error
        await screen.type("Note", "010190-1234")
        field = screen.one(ft.TextField, label="Note")
        assert "CPR-nummer" in str(field.error)
        assert field.value == "010190-1234"
    kept = services.activities.get(name)
    assert kept is not None
    assert (kept.minutes, kept.note) == (20, "")


@pytest.mark.full
async def test_an_activity_is_deleted_and_brought_back(services: Services) -> None:
    walked(services)
    async with opened(services) as screen:
        await screen.press("Ret: Gåtur, 20 min")
        await screen.press("Slet aktiviteten", times=2)
        assert "Fortryd det seneste" in screen.names()
        assert services.activities.all() == []
        await screen.press("Fortryd det seneste")
        assert "20 min" in lines(screen)


# --- the log ------------------------------------------------------------------------------------


@pytest.mark.full
async def test_before_the_first_it_says_what_will_be_here(services: Services) -> None:
    async with opened(services, LOG) as screen:
        assert "Her kommer det, du laver, til at stå" in screen.texts()


@pytest.mark.full
async def test_all_stands_by_week_newest_first(services: Services) -> None:
    for ago in (0, 1, 8):
        one = trained(TODAY - timedelta(days=ago), "3.1")
        services.sessions.put(one.id, one)
    walked(services, 1, "Om søen")
    async with opened(services, LOG) as screen:
        told = lines(screen)
        here = [
            "Denne uge",
            "I dag · 20 min · 1 øvelse",
            "28. sep. – 4. okt.",
            "I går · 20 min · Om søen",
        ]
        here += ["21. sep. – 27. sep.", "Søn. 27. sep. · 20 min · 1 øvelse"]
        assert [told.index(text) for text in here] == sorted(told.index(text) for text in here)
        await screen.follow(here[-1].replace(" ", "\u00a0").replace("\u00a0·\u00a0", " · "))
        assert "Søndag 27. september · 20 min · 1 øvelse" in lines(screen)


@pytest.mark.full
async def test_older_weeks_come_when_they_are_asked_for(services: Services) -> None:
    for week in range(9):
        walked(services, 7 * week)
    async with opened(services, LOG) as screen:
        counts = []
        while "Vis flere uger" in screen.texts():
            counts.append(screen.texts().count("Ret"))
            await screen.press("Vis flere uger")
        assert [*counts, screen.texts().count("Ret")] == [4, 8, 9]


async def test_a_session_without_the_app_is_written_down(services: Services) -> None:
    plan = offer.offer(services, SessionKind.SHORT).plan
    async with opened(services, LOG) as screen:
        await screen.press("Skriv en træning ned")
        await screen.press("I går")
        await screen.press("20 min")
        (box, *_) = screen.find(ft.Checkbox)
        await screen.send(box, "change", False, value=False)
        await screen.press("Gem")
        assert "Skriv en træning ned" in screen.texts()
    (kept,) = services.sessions.all()
    assert (kept.kind, kept.day, kept.minutes) == (SessionKind.SHORT, YESTERDAY, 20)
    assert [item.exercise for item in kept.items] == [one.exercise for one in plan[1:]]
    assert all(item.total for item in kept.items)


@pytest.mark.full
async def test_a_session_of_nothing_cannot_be_kept(services: Services) -> None:
    async with opened(services, LOG) as screen:
        await screen.press("Skriv en træning ned")
        for number in range(len(screen.find(ft.Checkbox))):
            assert "Gem" in screen.texts()
            box = screen.find(ft.Checkbox)[number]
            await screen.send(box, "change", False, value=False)
        assert "Gem" not in screen.texts()
        await screen.press("Luk")
    assert services.sessions.all() == []


# --- elsewhere ----------------------------------------------------------------------------------


@pytest.mark.full
async def test_a_day_shows_what_was_done_on_it(services: Services) -> None:
    one = trained(YESTERDAY, "3.1")
    services.sessions.put(one.id, one)
    walked(services, 1)
    walked(services, 2)
    async with opened(services, f"/dag/{YESTERDAY}") as screen:
        assert "Træning og bevægelse" in screen.texts()
        assert lines(screen).count("20 min") == 1
        await screen.follow("Kort træning")
        assert screen.pushed_routes[-1] == f"/traening/{one.id}"


@pytest.mark.full
async def test_a_day_without_anything_says_nothing_of_it(services: Services) -> None:
    walked(services, 2)
    async with opened(services, f"/dag/{YESTERDAY}") as screen:
        assert "Træning og bevægelse" not in screen.texts()


@pytest.mark.full
async def test_development_tells_of_the_weeks_that_had_training(services: Services) -> None:
    for ago in (0, 1, 15, 56):
        one = trained(TODAY - timedelta(days=ago), "3.1")
        services.sessions.put(one.id, one)
    async with opened(services, "/mig/udvikling") as screen:
        assert "De sidste otte uger har du trænet 3 gange, 60 min i alt." in screen.texts()
        rows = [text for text in screen.labels() if text.startswith("Uge fra: ")]
        assert rows == [
            "Uge fra: 5.\xa0okt., Gange: 1, I alt: 20 min",
            "Uge fra: 28.\xa0sep., Gange: 1, I alt: 20 min",
            "Uge fra: 14.\xa0sep., Gange: 1, I alt: 20 min",
        ]
        await screen.follow("Se al din træning")
        assert screen.pushed_routes[-1] == LOG


async def test_development_says_nothing_where_there_is_nothing(services: Services) -> None:
    one = replace(trained(TODAY, "3.1"), items=trained(TODAY, "3.1", done=(), skipped=True).items)
    services.sessions.put(one.id, one)
    async with opened(services, "/mig/udvikling") as screen:
        assert "Din træning" not in screen.texts()


async def test_it_is_english_for_whoever_speaks_english(services: Services) -> None:
    person.change_preference(services, "language", "en")
    one = trained(YESTERDAY, "3.1")
    services.sessions.put(one.id, one)
    async with opened(services) as screen:
        assert "You trained yesterday. How was your back afterwards?" in screen.texts()
        assert "On the way today" in screen.texts()
        await screen.press("Walk")
        await screen.press("Walk, 20 min")
    assert len(services.activities.all()) == 1


async def test_a_week_over_new_year_has_both_years_and_its_rows_none(
    services: Services, hand: Hand
) -> None:
    hand.at = datetime(2026, 12, 30, 9, tzinfo=HOME)
    activity.log_activity(services, ActivityKind.WALK, 30, services.clock.today())
    hand.at = datetime(2027, 1, 9, 9, tzinfo=HOME)
    async with opened(services, "/traening/log", height=2400) as screen:
        assert "28. dec. 2026 – 3. jan. 2027" in lines(screen)
        assert "Ons. 30. dec. · 30 min" in lines(screen)
