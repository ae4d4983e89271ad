"""Forløb on screen: the road, its stops in words, what can be said about them, and typed days."""

from dataclasses import replace
from datetime import date, time

import flet as ft
import pytest

from lbp_app.actions import course, goal, home_test, offer, pause, session
from lbp_app.actions.course import CourseNow, course_now
from lbp_app.actions.person import change_preference
from lbp_app.content import formats
from lbp_app.content.wording import wording_for
from lbp_app.errors import AnswerRefusedError
from lbp_app.model.course import Attendance, Contact, Occurrence, Setting, Slot
from lbp_app.model.home_test import HomeTest
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.player import as_planned
from lbp_app.model.session import SessionKind
from lbp_app.screens.course_road import EDGE, _points
from lbp_app.screens.day_fields import clock_of, day_of
from lbp_app.services import Services
from tests.builders import TODAY, Hand, held, refused_with
from tests.opened import opened
from tests.trained import trained

FIVE = time(17, 0)
SLOTS = [Slot(1, FIVE), Slot(3, FIVE)]


@pytest.fixture
def begun(services: Services, hand: Hand) -> Services:
    """A Tuesday at noon: class 5 of 16 is tonight, and everything before it was attended."""
    course.set_up(services, Setting.CLASS, TODAY, SLOTS, "Hallen")
    hand.move(days=22, hours=3)
    for one in now(services).road:
        if one.day < services.clock.today():
            course.say_attendance(services, one.id, Attendance.ATTENDED)
    return services


def now(services: Services) -> CourseNow:
    found = course_now(services)
    assert found is not None
    return found


def stop(services: Services, number: int) -> Occurrence:
    return next(
        one for one in now(services).road if (one.contact, one.number) == (Contact.CLASS, number)
    )


def where(one: Occurrence) -> str:
    return f"/forloeb/tid/{one.id.partition('/')[2]}"


# --- the road -----------------------------------------------------------------------------------


async def test_without_a_course_the_place_says_what_will_be_here(services: Services) -> None:
    async with opened(services, "/forloeb") as screen:
        assert "Vejen, du går, uge for uge" in screen.texts()
        await screen.follow("Sæt dit forløb op")
        assert "16 gange fra tirsdag 13.\xa0oktober til 3.\xa0december 2026." in screen.texts()


@pytest.mark.full
async def test_every_stop_can_be_pressed_and_says_what_it_is(begun: Services) -> None:
    async with opened(begun, "/forloeb", height=2400) as screen:
        names = screen.names()
        for said in (
            "Den første samtale, Mandag 5. oktober, du var der",
            "Undervisning 2 af 2, Torsdag 8. oktober kl. 17.00, du var der",
            "Holdtime 4 af 16, Torsdag 22. oktober kl. 17.00, du var der",
            "Holdtime 5 af 16, Tirsdag 27. oktober kl. 17.00, den næste",
            "Holdtime 16 af 16, Torsdag 3. december kl. 17.00",
            "Den sidste samtale, Tirsdag 8. december",
            "Opfølgning efter 12 måneder, Fra 5. oktober 2027",
        ):
            assert said in names
        assert "Uge 3 af 8" in screen.texts()
        assert "Du har været med til 4 holdtimer." in screen.texts()
        await screen.follow("Holdtime 5 af 16, Tirsdag 27. oktober kl. 17.00, den næste")
        assert "Hallen" in screen.texts()


async def test_what_became_of_a_time_begins_its_own_line(begun: Services) -> None:
    async with opened(begun, "/forloeb/liste") as screen:
        assert "Torsdag 22.\xa0oktober kl. 17.00\nDu var der" in screen.texts()


async def test_how_a_class_is_read_in_is_said_once(services: Services) -> None:
    async with opened(services, "/forloeb/hold") as screen:
        told = screen.texts()
        assert sum("billede" in text and "QR" in text for text in told) == 1
        assert "" not in told


@pytest.mark.parametrize("room", [284, 296, 318, 456])
def test_no_two_stops_touch_and_none_leaves_the_card(room: float) -> None:
    points = _points(room)
    assert len(points) == 20
    assert all(EDGE <= x <= room - EDGE for x, _ in points)
    for at, (x, y) in enumerate(points):
        for other_x, other_y in points[at + 1 :]:
            assert abs(x - other_x) >= 48 or abs(y - other_y) >= 48


@pytest.mark.full
async def test_this_week_comes_first_and_is_ticked_off_in_one_tap(begun: Services) -> None:
    async with opened(begun, "/forloeb") as screen:
        assert "Denne uge" in screen.texts()
        await screen.press("Jeg var der")
    assert stop(begun, 5).attendance is Attendance.ATTENDED


async def test_a_pause_says_that_nothing_is_lost_and_ends_in_one_tap(begun: Services) -> None:
    course.pause_course(begun)
    async with opened(begun, "/forloeb") as screen:
        assert any("Intet er tabt" in text for text in screen.texts())
        assert not any("den næste" in name for name in screen.names())
        await screen.press("Fortsæt forløbet")
    assert now(begun).pause is None


async def test_two_quick_taps_pause_it_once(begun: Services) -> None:
    async with opened(begun, "/forloeb") as screen:
        await screen.press("Hold pause med forløbet")
        await screen.press("Ja, hold pause", times=2)
        assert "Gemt" in screen.texts()
    assert len(begun.pauses.all()) == 1


async def test_two_quick_taps_begin_one_course(services: Services) -> None:
    async with opened(services, "/forloeb/nyt") as screen:
        await screen.press("Begynd forløbet", times=2)
        assert screen.pushed_routes == ["/forloeb"]
        assert "Det forløb er sat op allerede." not in screen.texts()
    assert len(services.courses.all()) == 1


# --- one stop -----------------------------------------------------------------------------------


@pytest.mark.full
async def test_what_is_to_come_can_only_be_excused(begun: Services) -> None:
    async with opened(begun, where(stop(begun, 9))) as screen:
        assert "Jeg var der" not in screen.names()
        await screen.press("Jeg kan ikke komme")
        assert "Holdtimen kan tages hjemme, når det passer dig." in screen.texts()
    assert stop(begun, 9).attendance is Attendance.EXCUSED


@pytest.mark.full
async def test_what_was_attended_is_not_offered_at_home(begun: Services) -> None:
    async with opened(begun, where(stop(begun, 4))) as screen:
        assert "Tag den hjemme" not in screen.names()
        await screen.press("Ryd svaret")
        assert "Tag den hjemme" in screen.names()


async def test_only_an_answer_of_ones_own_can_be_wiped(services: Services, hand: Hand) -> None:
    course.set_up(services, Setting.HOME, TODAY, [Slot(1), Slot(3)])
    hand.move(days=8)
    items = [as_planned(one) for one in session.plan_session(services, SessionKind.SHORT)]
    session.log_session(services, SessionKind.SHORT, services.clock.today(), items, 15)
    async with opened(services, where(stop(services, 1))) as screen:
        assert "Gjort" in screen.texts() and "Ryd svaret" not in screen.names()
        await screen.press("Blev ikke til noget")
        await screen.press("Ryd svaret")
        assert "Gjort" in screen.texts() and "Ryd svaret" not in screen.names()


async def test_what_was_made_up_for_at_home_cannot_be_said_to_be_missed(begun: Services) -> None:
    third = stop(begun, 3)
    course.say_attendance(begun, third.id, Attendance.MISSED)
    twin = course.begin_home_twin(begun, third.id)
    begun.sessions.keep_draft(None)
    begun.sessions.put(twin.id, replace(trained(third.day, "3.1"), id=twin.id))
    async with opened(begun, where(third)) as screen:
        assert "Lavet hjemme" in screen.texts() and "Ryd svaret" not in screen.names()
        assert not {"Var der ikke", "Afbud"} & {*screen.names()}
        await screen.press("Jeg var der")
        assert "Du var der" in screen.texts() and "Ryd svaret" in screen.names()


@pytest.mark.full
async def test_nothing_is_offered_during_a_pause_for_safety(begun: Services) -> None:
    pause.pause(begun, Paused.EXERCISE, PausedBy.SAFETY)
    async with opened(begun, where(stop(begun, 5))) as screen:
        assert "Tag den hjemme" not in screen.names()
        await screen.goto("/")
        assert not any(text.startswith("Holdtime") for text in screen.texts())


async def test_a_holiday_says_so_and_can_be_held_all_the_same(services: Services) -> None:
    course.set_up(services, Setting.CLASS, date(2026, 10, 26), SLOTS)
    async with opened(services, "/forloeb/tid/class-2026-12-24") as screen:
        said = "Det er en fridag. Gangen lægges til sidst, så ingen går tabt."
        assert said in screen.texts()
        await screen.press("Flyt eller aflys")
        await screen.press("Holdet mødes alligevel")
        assert said not in screen.texts()


@pytest.mark.full
async def test_an_address_that_is_no_stop_is_lost(begun: Services) -> None:
    async with opened(begun, "/forloeb/tid/class-1999-01-01") as screen:
        assert "Den side findes ikke" in screen.texts()


async def test_on_ones_own_it_is_training_that_was_done(services: Services, hand: Hand) -> None:
    course.set_up(services, Setting.HOME, TODAY, [Slot(1), Slot(3)])
    hand.move(days=8)
    async with opened(services, where(stop(services, 1))) as screen:
        assert "Træning 1 af 16" in screen.texts()
        assert "Begynd træningen" in screen.names()
        assert "Jeg gjorde det" in screen.texts()
        assert "Afbud" not in screen.texts()


# --- I dag --------------------------------------------------------------------------------------


async def test_the_evening_after_is_asked_about_kindly(begun: Services, hand: Hand) -> None:
    hand.move(days=1)
    async with opened(begun) as screen:
        assert "Holdtime 5 af 16, i går: hvordan blev det?" in screen.texts()
        await screen.press("Afbud")
        assert "Holdtime 5 af 16, i går: hvordan blev det?" not in screen.texts()
    assert stop(begun, 5).attendance is Attendance.EXCUSED


@pytest.mark.full
async def test_english_writes_its_weekdays_large_in_a_line_too(begun: Services, hand: Hand) -> None:
    change_preference(begun, "language", "en")
    hand.move(days=2)
    course.say_attendance(begun, stop(begun, 6).id, Attendance.EXCUSED)
    async with opened(begun) as screen:
        assert "Class 5 of 16, Tuesday: how did it turn out?" in screen.texts()


async def test_a_home_twin_waits_for_the_training_under_way(begun: Services) -> None:
    offer.start(begun, offer.offer(begun, SessionKind.SHORT))
    async with opened(begun, where(stop(begun, 5))) as screen:
        await screen.press("Tag den hjemme")
        assert screen.pushed_routes[-1] == "/traening"
    assert begun.courses.appointments()[-1].session is None


# --- setting up ---------------------------------------------------------------------------------


@pytest.mark.full
async def test_the_form_keeps_what_was_typed_and_says_what_is_wrong(services: Services) -> None:
    async with opened(services, "/forloeb/nyt", height=2400) as screen:
        await screen.type("Første dag", "35.13.")
        assert "Skriv dagen som 24.8. eller 24.8.2026." in screen.texts()
        await screen.press("Begynd forløbet")
        assert services.courses.all() == []
        assert screen.one(ft.TextField, label="Første dag").value == "35.13."
        await screen.type("Første dag", "12.10.")
        await screen.type("Klokken", "1830")
        await screen.press("Begynd forløbet")
    kept = now(services).course
    assert (kept.start, kept.slots[0].at) == (date(2026, 10, 12), time(18, 30))


@pytest.mark.full
async def test_a_third_weekday_takes_the_place_of_the_first(services: Services) -> None:
    async with opened(services, "/forloeb/nyt", height=2400) as screen:
        boxes = screen.find(ft.Checkbox)
        assert [one.value for one in boxes] == [False, True, False, True, False, False, False]
        await screen.send(boxes[6], "change", True, value=True)
        boxes = screen.find(ft.Checkbox)
        assert [one.value for one in boxes] == [False, False, False, True, False, False, True]


async def test_a_course_is_changed_and_deleted(begun: Services) -> None:
    async with opened(begun, "/forloeb/ret", height=2400) as screen:
        await screen.type("Sted", "Klinikken")
        await screen.press("Gem ændringerne")
        assert now(begun).course.place == "Klinikken"
        assert stop(begun, 4).attendance is Attendance.ATTENDED
        await screen.press("Slet forløbet")
        await screen.press("Ja, slet forløbet")
    assert course_now(begun) is None


async def test_what_another_tab_keeps_is_seen_in_an_open_form_and_not_put_back(
    begun: Services,
) -> None:
    """What was typed here stays."""
    async with opened(begun, "/forloeb/ret", height=2400) as screen:
        await screen.type("Klokken", "18.30")
        of = now(begun).course
        course.change_course(begun, of.setting, of.start, of.slots, "Klinikken")
        await screen.settle()
        assert screen.one(ft.TextField, label="Sted").value == "Klinikken"
        assert screen.one(ft.TextField, label="Klokken").value == "18.30"
        await screen.press("Gem ændringerne")
    kept = now(begun).course
    assert (kept.place, kept.slots[0].at) == ("Klinikken", time(18, 30))


async def test_the_form_tells_the_last_class_as_the_road_does(begun: Services) -> None:
    """A cancelled class is made up for at the end, and is no holiday."""
    course.cancel(begun, stop(begun, 7).id)
    last = formats.date_full(wording_for("da"), stop(begun, 16).day)
    async with opened(begun, "/forloeb/ret", height=2400) as screen:
        told = next(text for text in screen.texts() if text.startswith("16 gange fra"))
        assert told.endswith(f"til {last}.")
        assert not any("fridag" in text for text in screen.texts())


DAYS = [
    ("24.8.2026", date(2026, 8, 24)),
    ("24/8-2026", date(2026, 8, 24)),
    (" 24. 8. 26 ", date(2026, 8, 24)),
    ("2026-08-24", date(2026, 8, 24)),
    ("24.8.", date(2026, 8, 24)),
    ("3/1", date(2027, 1, 3)),
    ("29.2.2028", date(2028, 2, 29)),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_days_are_read_as_people_write_them(text: str, day: date) -> None:
    assert day_of(text, TODAY) == day


AHEAD = [("24.8.", date(2027, 8, 24)), ("5.10.", TODAY), ("4.10", date(2027, 10, 4))]


@pytest.mark.parametrize(("text", "day"), AHEAD)
def test_of_what_is_to_come_it_is_the_next_such_day(text: str, day: date) -> None:
    assert day_of(text, TODAY, ahead=True) == day
    assert day_of("24.8.2020", TODAY, ahead=True) == date(2020, 8, 24)


@pytest.mark.parametrize("text", ["", "31.2.2026", "29.2.", "mandag", "24", "1.2.3.4", "²4.8."])
def test_what_is_no_day_is_refused(text: str) -> None:
    assert refused_with(lambda: day_of(text, TODAY)) == "error.course_date"


TIMES = [("17", 17, 0), ("17.30", 17, 30), ("17:30", 17, 30), ("1730", 17, 30), ("kl. 9", 9, 0)]


@pytest.mark.parametrize(("text", "hour", "minute"), [*TIMES, ("930", 9, 30), ("00.00", 0, 0)])
def test_times_are_read_as_people_write_them(text: str, hour: int, minute: int) -> None:
    assert clock_of(text) == time(hour, minute)


def test_an_empty_time_is_none_and_nonsense_is_refused() -> None:
    assert clock_of("  ") is None
    for text in ("25", "17.60", "aften", "17.5", "12345"):
        with pytest.raises(AnswerRefusedError):
            clock_of(text)


# --- tests and goals ----------------------------------------------------------------------------


@pytest.mark.full
async def test_own_change_is_told_in_words_and_never_graded(services: Services, hand: Hand) -> None:
    home_test.note_result(services, HomeTest.FORWARD_BEND, 18)
    home_test.note_result(services, HomeTest.EXTENSOR_HOLD, 40)
    hand.move(days=60)
    home_test.note_result(services, HomeTest.FORWARD_BEND, 11)
    home_test.note_result(services, HomeTest.EXTENSOR_HOLD, 39)
    async with opened(services, "/forloeb/test") as screen:
        texts = screen.texts()
        assert "5.\xa0okt.: 18 cm. 4.\xa0dec.: 11 cm. Det er 7 cm tættere på gulvet." in texts
        assert any("Det er 1 sekund kortere." in text for text in texts)
        assert any(text.startswith("En lille forskel kan være dagsform") for text in texts)
        assert texts.count("Ikke taget endnu") == 2


@pytest.mark.full
async def test_a_test_runs_by_the_clock_and_keeps_its_end(services: Services, hand: Hand) -> None:
    async with opened(services, "/forloeb/test/flexor_hold") as screen:
        await screen.press("Start uret")
        assert "Gør dig klar" in screen.texts()
        hand.move(seconds=5 + 31)
        await screen.until(lambda: "0:31" in screen.texts())
        hand.move(seconds=300)
        await screen.until(lambda: "Start uret" in screen.names())
    (kept,) = services.home_tests.all()
    assert (kept.test, kept.value) == (HomeTest.FLEXOR_HOLD, 120)


async def test_no_test_is_begun_while_a_doctor_is_waited_for(services: Services) -> None:
    pause.pause(services, Paused.EXERCISE, PausedBy.SAFETY)
    for route in ("/forloeb/test", "/forloeb/test/chair_stands", "/forloeb/test/forward_bend"):
        async with opened(services, route) as screen:
            assert "Testene holder pause, til en læge har hørt om dine svar." in screen.texts()
            assert "Start uret" not in screen.names()
            assert "Her er intet ur. Mål, og skriv resultatet." not in screen.texts()


async def test_a_hold_that_was_stopped_at_once_is_not_said_to_be_kept(
    services: Services, hand: Hand
) -> None:
    async with opened(services, "/forloeb/test/extensor_hold") as screen:
        await screen.press("Start uret")
        await screen.press("Stop")
        assert "Der var ikke noget at gemme." in screen.texts()
        await screen.press("Start uret")
        hand.move(seconds=5 + 20)
        await screen.press("Stop", times=2)
        assert "Gemt" in screen.texts()
        assert "Fortryd det seneste" in screen.names()
    assert [one.value for one in services.home_tests.all()] == [20]


async def test_a_test_that_cannot_be_begun_says_why(services: Services) -> None:
    async with opened(services, "/forloeb/test/extensor_hold") as screen:
        with held(services):
            await screen.press("Start uret")
        assert "Start uret" in screen.names()
        assert any("Et andet program" in text for text in screen.texts()), screen.texts()


async def test_chair_stands_ask_for_the_count_when_time_is_up(
    services: Services, hand: Hand
) -> None:
    async with opened(services, "/forloeb/test/chair_stands") as screen:
        await screen.press("Start uret")
        hand.move(seconds=5 + 30)
        asked = "Tiden er gået. Hvor mange gange kom du op?"
        await screen.until(lambda: asked in screen.texts())
        await screen.type("Antal gange", "x")
        await screen.press("Gem resultatet")
        assert services.home_tests.all() == []
        await screen.type("Antal gange", "12")
        await screen.press("Gem resultatet")
        assert asked not in screen.texts()
    assert [one.value for one in services.home_tests.all()] == [12]


@pytest.mark.full
async def test_three_goals_are_enough(services: Services) -> None:
    for text in ("Gå", "Sidde", "Sove"):
        goal.set_goal(services, text)
    async with opened(services, "/forloeb/maal", height=3000) as screen:
        assert "Tilføj" not in screen.names()
        await screen.press("Læg væk: Gå")
        assert "Tilføj" in screen.names()


async def test_a_goal_that_was_put_away_by_a_double_tap_comes_back(services: Services) -> None:
    goal.set_goal(services, "Gå")
    async with opened(services, "/forloeb/maal", height=3000) as screen:
        await screen.press("Læg væk: Gå", times=2)
        await screen.press("Fortryd det seneste")
        assert "Læg væk: Gå" in screen.names()


async def test_quick_taps_add_one_goal_and_one_result(services: Services) -> None:
    async with opened(services, "/forloeb/maal", height=3000) as screen:
        await screen.type("Noget, der betyder noget for dig", "Gå")
        await screen.press("Tilføj", times=3)
        await screen.goto("/forloeb/test/forward_bend")
        await screen.type("Centimeter til gulvet", "12")
        await screen.press("Gem resultatet", times=3)
    assert [one.text for one in services.goals.all()] == ["Gå"]
    assert [one.value for one in services.home_tests.all()] == [12]
