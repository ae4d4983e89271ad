"""Mig > Påmindelser, the page that tries them, the banner and the line on I dag."""

import re
from datetime import time, timedelta
from zoneinfo import ZoneInfo

import flet as ft
import pytest

from lbp_app.actions import calendar, course, pause, reminder, ring
from lbp_app.actions.person import change_preference
from lbp_app.content.failures import SENTENCES, sentence
from lbp_app.content.wording import wording_for
from lbp_app.errors import DiskFullError
from lbp_app.model.course import Setting, Slot
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.recurrence import Quiet
from lbp_app.model.reminder import ReadySet, Thing
from lbp_app.model.ring import Outside
from lbp_app.screens.fields import UNSEEN
from lbp_app.services import Services
from lbp_app.store.ring import RingStore
from tests.builders import NOW, TODAY, Hand
from tests.harness import Screen
from tests.opened import opened

ROUTE, TRY = "/mig/paamindelser", "/mig/paamindelser/virker"


def one_of(services: Services, thing: Thing):
    return next(one for one in reminder.reminders(services) if one.id == thing)


def field(screen: Screen, label: str) -> ft.TextField:
    return next(f for f in screen.find(ft.TextField) if f.label == label)


async def write(screen: Screen, label: str, text: str) -> None:
    await screen.type(label, text)
    await screen.send(field(screen, label), "blur")


@pytest.mark.full
async def test_a_ready_set_and_its_undo(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press("Jævnt")
        assert {one.id for one in services.reminders.all() if one.is_on} == {
            "checkin",
            "exercise",
            "walk",
            "class",
            "follow_up",
            "review",
        }
        assert "De næste" in screen.texts()
        await screen.press("Fortryd")
        assert not reminder.is_any_on(services)


@pytest.mark.full
async def test_times_and_days_of_a_thing(services: Services) -> None:
    reminder.turn(services, Thing.WALK, True)
    async with opened(services, ROUTE) as screen:
        await write(screen, "Klokken: En tur", "8.30, 17")
        assert one_of(services, Thing.WALK).times == (time(8, 30), time(17))
        await write(screen, "Klokken: En tur", "klokken ni")
        assert SENTENCES["error.reminder_clock"] in str(field(screen, "Klokken: En tur").error)
        assert one_of(services, Thing.WALK).times == (time(8, 30), time(17))
        await screen.press("Hverdage")
        assert one_of(services, Thing.WALK).weekdays == frozenset(range(1, 6))


@pytest.mark.parametrize(("percent", "above"), [(100, 0), (200, 1)])
@pytest.mark.full
async def test_a_long_name_stands_over_its_field_where_letters_are_large(
    services: Services, percent: int, above: int
) -> None:
    reminder.turn(services, Thing.WALK, True)
    change_preference(services, "text_scale", percent)
    async with opened(services, ROUTE) as screen:
        name = "Klokken: En tur"
        assert [text.value for text in screen.find(ft.Text)].count(name) == above
        assert (field(screen, name).label_style == UNSEEN) is bool(above)


@pytest.mark.full
async def test_quiet_hours_snooze_and_pause(services: Services) -> None:
    reminder.turn(services, Thing.CHECK_IN, True)
    async with opened(services, ROUTE) as screen:
        await write(screen, "Stille fra og til", "21 - 8.15")
        assert services.reminders.manner().quiet == Quiet(time(21), time(8, 15))
        await screen.press("60 min")
        assert services.reminders.manner().snooze == 60
        await screen.press("En uge")
        assert "Påmindelser holder pause til og med søndag 11.\xa0oktober." in screen.texts()
        await screen.press("Slut pausen")
        assert reminder.pause_now(services) is None


@pytest.mark.full
async def test_a_pause_until_a_day_of_ones_own_is_one_pause(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press("En uge")
        await write(screen, "Pause til og med", "24.10.")
        assert "Påmindelser holder pause til og med lørdag 24.\xa0oktober." in screen.texts()
        await write(screen, "Pause til og med", "24.9.2026")
        assert SENTENCES["error.pause_order"] in str(field(screen, "Pause til og med").error)
        await screen.press("Slut pausen")
        assert reminder.pause_now(services) is None
        assert len(services.pauses.all()) == 1


async def test_a_pause_of_safety_is_not_ended_here(services: Services) -> None:
    pause.pause(services, Paused.REMINDERS, PausedBy.SAFETY)
    async with opened(services, ROUTE) as screen:
        assert "Påmindelser holder pause, til du har talt med en læge." in screen.texts()
        assert "Slut pausen" not in screen.names()


@pytest.mark.full
async def test_it_rings_in_every_tab_and_leads_to_the_thing(services: Services, hand: Hand) -> None:
    reminder.turn(services, Thing.LESSON, True)
    reminder.put_weekdays(services, Thing.LESSON, [1])
    ring.settle(services)
    async with opened(services, "/mig") as screen, opened(services, "/oevelser") as other:
        assert "Tid til at læse" not in screen.texts()
        hand.at = NOW.replace(hour=19)
        ring.settle(services)
        for tab in (screen, other):
            await tab.settle()
            assert "Tid til at læse" in tab.texts()
        await screen.press("Åbn")
        assert screen.pushed_routes[-1] == "/viden"
        for tab in (screen, other):
            await tab.settle()
            assert "Ikke nu" not in tab.names()


@pytest.mark.full
async def test_later_and_not_now(services: Services, hand: Hand) -> None:
    reminder.turn(services, Thing.EXERCISE, True)
    ring.settle(services)
    hand.at = NOW + timedelta(days=2)
    (rang,) = ring.settle(services)
    async with opened(services, "/viden") as screen:
        await screen.press("Om 30 min")
        assert ring.next_due(services) == hand.at + timedelta(minutes=30)
        assert "Ikke nu" not in screen.names()
        hand.move(minutes=30)
        ring.settle(services)
        await screen.settle()
        await screen.press("Ikke nu")
        assert ring.ringing(services) == []
        assert services.rings.since(NOW)[0].id == rang.id


@pytest.mark.full
async def test_when_nothing_can_be_kept_a_banner_says_so_and_stays(
    services: Services, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    reminder.turn(services, Thing.EXERCISE, True)
    ring.settle(services)
    hand.at = NOW + timedelta(days=2)
    ring.settle(services)

    def full(*_: object, **__: object) -> None:
        raise DiskFullError

    async with opened(services, "/viden") as screen:
        with monkeypatch.context() as patched:
            patched.setattr(RingStore, "put", full)
            for press in ("Om 30 min", "Ikke nu"):
                await screen.press(press)
                assert sentence(wording_for("da"), DiskFullError()) in screen.texts()
                assert "Ikke nu" in screen.names()
        await screen.press("Ikke nu")
        assert "Ikke nu" not in screen.names()


async def test_what_was_missed_is_one_line_that_leads_to_the_thing(
    services: Services, hand: Hand
) -> None:
    reminder.turn(services, Thing.EXERCISE, True)
    reminder.put_times(services, Thing.EXERCISE, [time(10), time(15)])
    reminder.put_weekdays(services, Thing.EXERCISE, [1])
    ring.settle(services)
    hand.move(days=1)
    ring.settle(services)
    async with opened(services) as screen:
        assert "Ikke nu" not in screen.names()
        await screen.press("Du gik glip af 2 påmindelser i går")
        assert screen.pushed_routes[-1] == "/oevelser"
    assert ring.missed(services) == []


async def test_the_trial_rings_and_says_what_stands_in_the_way(
    services: Services, hand: Hand
) -> None:
    async with opened(services, TRY) as screen:
        assert "Ingen påmindelser er slået til endnu." in screen.texts()
        await screen.press("Ring om to minutter")
        assert "Det ringer klokken 09.02." in screen.texts()
        hand.move(minutes=2)
        (rang,) = ring.settle(services)
        ring.told_outside(services, rang, Outside.NO_SERVICE)
        await screen.settle()
        texts = screen.texts()
        assert "En prøve: Sådan ser en påmindelse ud" in texts
        assert any("ingen beskedtjeneste" in text for text in texts)
        assert any("Brug kalenderen i stedet" in text for text in texts)
        await screen.press("Åbn")
        assert "Prøv igen" in screen.names()


async def test_the_list_of_what_rang(services: Services, hand: Hand) -> None:
    reminder.turn(services, Thing.CHECK_IN, True)
    ring.settle(services)
    hand.move(days=2, hours=11)
    (rang,) = ring.settle(services)
    ring.told_outside(services, rang, Outside.SHOWN)
    async with opened(services, TRY) as screen:
        texts = screen.texts()
        assert "Mandag 5.\xa0oktober 20.00. Ringede ikke: Rygvej var lukket" in texts
        assert "Onsdag 7.\xa0oktober 20.00. Ringede, vist på skærmen" in texts


async def test_a_calendar_to_take_along(services: Services) -> None:
    reminder.turn(services, Thing.WALK, True)
    async with opened(services, ROUTE) as screen:
        await screen.press("Gem kalenderfil")
        assert [one.what for one in services.hand_overs.all()] == ["calendar"]
        await screen.press("Lav en adresse, som en kalender på denne computer kan følge")
        secret = calendar.secret_of_address(services)
        assert secret is not None and any(secret in text for text in screen.texts())
        await screen.press("Luk adressen")
        assert calendar.secret_of_address(services) is None


@pytest.mark.parametrize("secret", ["", "x", "æ"])
@pytest.mark.full
def test_a_calendar_is_given_for_its_secret_alone(services: Services, secret: str) -> None:
    assert calendar.subscribed(services, secret) is None
    reminder.turn(services, Thing.WALK, True)
    first = calendar.open_address(services)
    assert calendar.subscribed(services, secret) is None
    assert b"RRULE" in (calendar.subscribed(services, first) or b"")
    second = calendar.open_address(services)
    assert calendar.subscribed(services, first) is None
    assert calendar.subscribed(services, second)
    calendar.close_address(services)
    assert calendar.subscribed(services, second) is None


def sequence(data: bytes) -> int:
    return int(re.findall(rb"SEQUENCE:(\d+)", data)[0])


def test_what_was_turned_off_is_cancelled_in_the_calendar(services: Services) -> None:
    reminder.turn(services, Thing.WALK, True)
    first = calendar.calendar(services)
    reminder.turn(services, Thing.WALK, False)
    second = calendar.calendar(services)
    assert b"STATUS:CANCELLED" not in first and b"STATUS:CANCELLED" in second
    assert sequence(second) > sequence(first)


# --- the course ---------------------------------------------------------------------------------


def begun(services: Services) -> None:
    slots = [Slot(1, time(17)), Slot(3, time(17))]
    course.set_up(services, Setting.CLASS, TODAY + timedelta(days=1), slots)


@pytest.mark.full
async def test_without_a_course_there_is_a_door_to_it(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        assert "Forløbets tider" not in screen.texts()
        await screen.press("Lav dit forløb i Rygvej")
        assert screen.pushed_routes[-1] == "/forloeb"


@pytest.mark.full
async def test_how_long_before_a_class(services: Services) -> None:
    begun(services)
    reminder.turn(services, Thing.CLASS, True)
    async with opened(services, ROUTE) as screen:
        await screen.press("Dagen før")
        assert one_of(services, Thing.CLASS).before == (1440, 60)
        await screen.press("En time før")
        assert one_of(services, Thing.CLASS).before == (1440,)
        await screen.press("Dagen før")
        assert SENTENCES["error.reminder_before"] in screen.texts()
        assert one_of(services, Thing.CLASS).before == (1440,)
        await write(screen, "Klokken: Forløbets tider", "10")
        assert one_of(services, Thing.CLASS).times == (time(10),)


async def test_only_classes_is_a_set(services: Services) -> None:
    begun(services)
    async with opened(services, ROUTE) as screen:
        await screen.press("Kun hold")
        found = {one.what for one in reminder.upcoming(services, 60)}
        assert found == {"appointment", "class"}
        assert any("Dit forløb" in text for text in screen.texts())


@pytest.mark.full
async def test_a_class_rings_and_leads_to_itself(services: Services, hand: Hand) -> None:
    begun(services)
    reminder.choose(services, ReadySet.CLASSES)
    ring.settle(services)
    hand.at = NOW.replace(day=15, hour=16)
    ring.settle(services)
    async with opened(services, "/mig") as screen:
        assert "Holdtime" in screen.texts()
        await screen.press("Åbn")
        assert screen.pushed_routes[-1] == "/forloeb/tid/class-2026-10-15"


@pytest.mark.full
async def test_missed_of_the_course_leads_to_it(services: Services, hand: Hand) -> None:
    begun(services)
    reminder.choose(services, ReadySet.CLASSES)
    ring.settle(services)
    hand.at = NOW.replace(day=15, hour=20)
    ring.settle(services)
    async with opened(services) as screen:
        await screen.press("Du gik glip af 1 påmindelse i dag")
        assert screen.pushed_routes[-1] == "/forloeb/tid/class-2026-10-15"


@pytest.mark.parametrize(
    "route", ["/forloeb/tid/class-2026-10-15", "/forloeb/tid/follow_up-3", ROUTE]
)
@pytest.mark.full
async def test_one_thing_to_the_calendar(services: Services, route: str) -> None:
    begun(services)
    reminder.turn(services, Thing.WALK, True)
    async with opened(services, route) as screen:
        name = next(each for each in screen.names() if each.startswith("Gem i kalender"))
        await screen.press(name)
        assert [one.what for one in services.hand_overs.all()] == ["calendar"]


@pytest.mark.full
async def test_what_is_over_or_cancelled_is_not_offered_to_the_calendar(
    services: Services, hand: Hand
) -> None:
    begun(services)
    (made,) = services.courses.all()
    course.cancel(services, f"{made.id}/class-2026-10-20")
    hand.move(days=14)
    for route in ("/forloeb/tid/class-2026-10-20", "/forloeb/tid/class-2026-10-15"):
        async with opened(services, route) as screen:
            assert "Gem i kalender" not in screen.texts()


@pytest.mark.full
async def test_a_class_is_not_put_off_until_after_it_has_begun(
    services: Services, hand: Hand
) -> None:
    slots = [Slot(1, time(17)), Slot(3, time(17))]
    course.set_up(services, Setting.CLASS, NOW.date() - timedelta(days=1), slots)
    reminder.turn(services, Thing.CLASS, True)
    ring.settle(services)
    hand.at = NOW.replace(hour=16) + timedelta(days=1)
    assert len(ring.settle(services)) == 1
    async with opened(services, "/viden") as screen:
        assert "Om 30 min" in screen.names()
        reminder.put_snooze(services, 60)
        await screen.settle()
        assert "Om 60 min" not in screen.names()
        assert "Ikke nu" in screen.names()


async def test_a_pause_until_a_day_without_a_year_is_of_what_is_to_come(
    services: Services, hand: Hand
) -> None:
    hand.at = NOW.replace(year=2027, month=2)
    async with opened(services, ROUTE) as screen:
        await write(screen, "Pause til og med", "24.8.")
        assert "Påmindelser holder pause til og med tirsdag 24.\xa0august." in screen.texts()


async def test_ones_own_pause_is_seen_while_a_doctor_is_waited_for(services: Services) -> None:
    pause.pause(services, Paused.REMINDERS, PausedBy.SAFETY)
    reminder.pause_until(services, TODAY + timedelta(days=20))
    async with opened(services, ROUTE) as screen:
        assert field(screen, "Pause til og med").value == "25.10.2026"


async def test_a_trial_that_did_not_ring_is_not_said_to_have_rung(
    services: Services, hand: Hand
) -> None:
    ring.try_it(services)
    hand.move(minutes=45)
    ring.settle(services)
    async with opened(services, TRY) as screen:
        said = "Prøven ringede ikke. Rygvej var lukket, eller computeren sov, klokken 09.02."
        assert said in screen.texts() and "Prøv igen" in screen.texts()


async def test_of_another_day_the_day_is_said(services: Services, hand: Hand) -> None:
    ring.try_it(services)
    hand.move(minutes=2)
    ring.settle(services)
    hand.move(days=2)
    async with opened(services, TRY) as screen:
        said = "Prøven ringede klokken 09.02 mandag 5. oktober her i Rygvej."
        assert said in [text.replace("\xa0", " ") for text in screen.texts()]


async def test_a_second_ring_that_was_missed_is_told_in_the_list(
    services: Services, hand: Hand
) -> None:
    reminder.turn(services, Thing.EXERCISE, True)
    ring.settle(services)
    hand.at = NOW + timedelta(days=2)
    (rang,) = ring.settle(services)
    ring.snooze(services, rang)
    hand.move(minutes=90)
    ring.settle(services)
    async with opened(services, TRY) as screen:
        said = "Ringede, blev udsat og ringede ikke igen: Rygvej var lukket"
        assert any(text.endswith(said) for text in screen.texts())


async def test_of_what_is_too_late_a_banner_says_so_and_the_list_why(
    services: Services, hand: Hand
) -> None:
    ring.settle(services)
    hand.at = NOW.replace(hour=22, minute=30)
    slots = [Slot(1, time(6, 30)), Slot(3, time(6, 30))]
    course.set_up(services, Setting.CLASS, NOW.date() - timedelta(days=4), slots)
    reminder.choose(services, ReadySet.CLASSES)
    ring.settle(services)
    said = "tirsdag 6.\xa0oktober 06.30. Rygvej når ikke at minde dig om det."
    async with opened(services, "/viden") as screen:
        assert any(said in text for text in screen.texts())
        assert "Om 30 min" not in screen.names()
        await screen.press("Jeg har set det")
        assert not any(said in text for text in screen.texts())
    async with opened(services, "/mig/paamindelser/virker") as screen:
        why = "Ringede ikke: Tiden til det var gået, da det kom i planen"
        assert f"Tirsdag 6.\xa0oktober 06.30. {why}" in screen.texts()
    hand.zone = ZoneInfo("America/New_York")
    hand.at += timedelta(minutes=1)
    services.rings.put(ring.recent(services)[0].id, opened=None)
    async with opened(services, "/viden") as screen:
        said = "tirsdag 6.\xa0oktober 00.30 (06.30 dansk tid). Rygvej når ikke"
        assert any(said in text for text in screen.texts())


@pytest.mark.full
async def test_the_class_is_named_in_the_calendar_when_that_is_wished(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        assert "Skriv holdets navn og sted" not in screen.names()
    slots = [Slot(1, time(17)), Slot(3, time(17))]
    course.set_up(services, Setting.CLASS, NOW.date(), slots, "Sal 2")
    async with opened(services, ROUTE) as screen:
        await screen.press("Skriv holdets navn og sted")
        assert calendar.is_class_named(services)
        assert b"LOCATION:Sal 2" in calendar.calendar(services)
