"""A class on the wall: what is written is read again the same, and a patient follows it."""

import json
import random
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
import segno
from pypdf import PdfReader

from lbp_app.actions import care_plan, class_plan, export, mydata, offer, session
from lbp_app.actions import class_group as classes
from lbp_app.actions import course as calendar
from lbp_app.actions import followed_class as following
from lbp_app.actions import participant as people
from lbp_app.actions.class_group import ClassNow
from lbp_app.actions.history import undo
from lbp_app.actions.person import change_preference
from lbp_app.exchange import base45, cbor, class_code, envelope, prescription
from lbp_app.exchange import prescription_picture as picture
from lbp_app.exchange.prescription import signed_text
from lbp_app.exchange.typed_code import code_of
from lbp_app.model.class_group import NAME_LENGTH, ClassGroup
from lbp_app.model.class_plan import MOST_SAID, ClassPlan
from lbp_app.model.course import (
    CLASSES,
    PLACE_LENGTH,
    Appointment,
    Attendance,
    Contact,
    Course,
    Setting,
    Slot,
    State,
    Timetable,
    occurrence_id,
)
from lbp_app.model.deletion import Kind, Scope
from lbp_app.model.exercise import Group, Level, place_of
from lbp_app.model.export import Form
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.history import Change
from lbp_app.model.person import Role
from lbp_app.model.prescription import PlanRefusedError, Refusal
from lbp_app.model.session import SessionKind
from lbp_app.rules import session_plan
from lbp_app.services import Services
from tests.builders import TODAY, Hand, other_person, refused_with
from tests.prescribed import KEY, PLAN

SLOTS = (Slot(1, time(17)), Slot(3, time(17)))
STATIONS = (Group(3), Group(1), Group(6))
CHANGED = datetime(2026, 9, 28, 8, 30, tzinfo=UTC)
CLASS = bytes(range(16)).hex()
ZONE = "Europe/Copenhagen"


def plan_of(*said: Appointment, name: str = "Tirsdagsholdet", place: str = "Sal 2") -> ClassPlan:
    group = ClassGroup(CLASS, name, STATIONS, CHANGED, ZONE)
    table = Timetable(TODAY, SLOTS)
    course = Course(CLASS, TODAY, Setting.CLASS, (table,), place, CHANGED, ZONE)
    return ClassPlan(group, course, said)


def said_of(
    day: date,
    by: int = 0,
    clock: time | None = time(17),
    *,
    number: int = 0,
    cancelled: bool = False,
) -> Appointment:
    contact = Contact.EDUCATION if number else Contact.CLASS
    which, to = occurrence_id(CLASS, contact, number or day), day + timedelta(by)
    return Appointment(which, CLASS, contact, day, to, clock, CHANGED, ZONE, cancelled)


def plan_by(seed: int) -> ClassPlan:
    """Any that can be: names, slots, moved and cancelled times."""
    some = random.Random(seed)  # noqa: S311 - made-up classes are no secret
    letters = "aå æØz09-–é€漢🙂"
    name = "x" + "".join(some.choices(letters, k=some.randrange(NAME_LENGTH - 2))) + "x"
    place = "".join(some.choices(letters, k=some.randrange(PLACE_LENGTH))).strip()
    start = TODAY + timedelta(some.randrange(-200, 200))
    clock = lambda: some.choice([None, time(some.randrange(24), some.randrange(60))])  # noqa: E731
    tables = [
        Timetable(
            start + timedelta(14 * at),
            tuple(Slot(day, clock()) for day in sorted(some.sample(range(7), 2))),
        )
        for at in range(some.randrange(1, 4))
    ]
    days = sorted(some.sample(range(1, 300), some.randrange(20)))
    said = [
        said_of(
            start + timedelta(day), some.randrange(-9, 9), clock(), cancelled=some.random() < 0.3
        )
        for day in days
    ]
    stations = tuple(some.sample(list(Group), some.randrange(1, 9)))
    group = ClassGroup(CLASS, name, stations, CHANGED, ZONE)
    course = Course(CLASS, start, Setting.CLASS, tuple(tables), place, CHANGED, ZONE)
    return ClassPlan(group, course, tuple(said))


def refusal(text: str) -> Refusal:
    """Any other error is a failure of the test."""
    with pytest.raises(PlanRefusedError) as refused:
        class_code.read(text)
    return refused.value.refusal


def written(content: object) -> str:
    """With a check that holds, whatever is in it."""
    said = cbor.written(content)  # type: ignore[arg-type]
    return class_code.NAME + base45.encode(said + class_code._check(said))


# --- there and back -----------------------------------------------------------------------------


@pytest.mark.parametrize("count", [100, pytest.param(5000, marks=pytest.mark.full)])
def test_plans_come_back_from_the_text(count: int) -> None:
    for seed in range(count):
        plan = plan_by(seed)
        assert class_code.read(class_code.text_of(plan)) == plan


VECTOR = plan_of(
    said_of(date(2026, 10, 20), cancelled=True),
    said_of(date(2026, 10, 22), 1, time(18, 30)),
    said_of(date(2026, 10, 6), clock=time(16), number=1),
)


def test_the_text_is_the_one_of_the_document() -> None:
    text = class_code.text_of(VECTOR)
    assert text in (Path(__file__).parents[1] / "docs" / "exchange-format.md").read_text()
    assert class_code.read(text) == VECTOR


# --- what is no class ---------------------------------------------------------------------------

TEXT = class_code.text_of(VECTOR)
CONTENT = class_code._content(VECTOR)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Refusal.GARBAGE),
        ("Hej med dig", Refusal.GARBAGE),
        (TEXT.removeprefix("LBPC1:"), Refusal.GARBAGE),
        (TEXT.lower(), Refusal.GARBAGE),
        (TEXT[:-4], Refusal.TAMPERED),
        ("LBPC1:", Refusal.TAMPERED),
        ("LBPC1:æøå", Refusal.TAMPERED),
        (TEXT.replace("LBPC1:", "LBPC2:"), Refusal.NEWER),
        (TEXT + "0" * envelope.LONGEST, Refusal.OVERSIZE),
        (signed_text(PLAN, KEY), Refusal.NO_CLASS),
        (code_of(PLAN.levels), Refusal.NO_CLASS),
        ("LBPK1:000", Refusal.OTHER_KIND),
        ("LBPT1:000", Refusal.OTHER_KIND),
    ],
)
def test_what_is_no_class_is_refused_by_name(text: str, why: Refusal) -> None:
    assert refusal(text) is why


def test_a_plan_for_one_person_is_not_mistaken_for_a_class_nor_the_other_way() -> None:
    with pytest.raises(PlanRefusedError) as refused:
        prescription.read(TEXT)
    assert refused.value.refusal is Refusal.OTHER_KIND


def test_every_letter_counts() -> None:
    """Each is turned into its neighbour, and each pair swapped."""
    for at in range(len(class_code.NAME), len(TEXT)):
        other = "A" if TEXT[at] != "A" else "B"
        assert refusal(TEXT[:at] + other + TEXT[at + 1 :]) is Refusal.TAMPERED
        swapped = TEXT[:at] + TEXT[at + 1 : at + 2] + TEXT[at] + TEXT[at + 2 :]
        if swapped.rstrip() != TEXT:
            assert refusal(swapped) is Refusal.TAMPERED


@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_line_breaks_and_space_around_it_do_no_harm(breaks: str) -> None:
    wrapped = breaks.join(TEXT[at : at + 40] for at in range(0, len(TEXT), 40))
    assert class_code.read(f"\ufeff {wrapped}{breaks}") == VECTOR


@pytest.mark.parametrize(
    "changed",
    [
        {class_code.ID: b"short"},
        {class_code.ID: "0" * 32},
        {class_code.CHANGED: -1},
        {class_code.CHANGED: 2**63},
        {class_code.CHANGED: True},
        {class_code.CALLED: ""},
        {class_code.CALLED: "x" * (NAME_LENGTH + 1)},
        {class_code.CALLED: "dlo\u202eH"},
        {class_code.CALLED: "to\nlinjer"},
        {class_code.PLACE: "x" * (PLACE_LENGTH + 1)},
        {class_code.PLACE: None},
        {class_code.START: -1},
        {class_code.START: 3_000_000},
        {class_code.START: 2.5},
        {class_code.TABLES: []},
        {class_code.TABLES: [[1, 1, None, 3, None]]},
        {class_code.TABLES: [[0, 1, None, 1, None]]},
        {class_code.TABLES: [[0, 1, None, 7, None]]},
        {class_code.TABLES: [[0, 1, 1440, 3, None]]},
        {class_code.TABLES: [[0, 1, 0, 3, 0], [9, 1, 0, 3, 0], [5, 1, 0, 3, 0]]},
        {class_code.TABLES: [[0, 1, 0, 3, 0], [0, 2, 0, 3, 0]]},
        {class_code.TABLES: [[at, 1, 0, 3, 0] for at in range(17)]},
        {class_code.STATIONS: b""},
        {class_code.STATIONS: b"\1\1"},
        {class_code.STATIONS: b"\11"},
        {class_code.STATIONS: [1, 2]},
        {class_code.SAID: [[0, 1, 0, 0, 2]]},
        {class_code.SAID: [[0, 1, 0, 0]]},
        {class_code.SAID: [[3, 1, 0, 0, 0]]},
        {class_code.SAID: [[0, -1, 0, 0, 0]]},
        {class_code.SAID: [[0, 1, 2000, 0, 0]]},
        {class_code.SAID: [[0, 8, 0, 0, 0], [0, 8, 1, 0, 0]]},
        {class_code.SAID: [[0, at, 0, 0, 0] for at in range(MOST_SAID + 1)]},
        {class_code.SAID: {}},
        {9: "more"},
    ],
    ids=str,
)
def test_what_is_out_of_bounds_is_refused(changed: dict[int, object]) -> None:
    assert refusal(written(CONTENT | changed)) is Refusal.OUT_OF_BOUNDS


def test_what_is_missing_is_refused() -> None:
    for key in CONTENT:
        less = {one: CONTENT[one] for one in CONTENT if one != key}
        assert refusal(written(less)) is Refusal.OUT_OF_BOUNDS


@pytest.mark.parametrize("count", [500, pytest.param(50_000, marks=pytest.mark.full)])
def test_whatever_comes_is_read_or_refused_by_name(count: int) -> None:
    some = random.Random(7)  # noqa: S311
    alphabet = base45.ALPHABET
    for _ in range(count):
        body = some.randbytes(some.randrange(120))
        text = some.choice(
            [
                class_code.NAME + "".join(some.choices(alphabet, k=some.randrange(200))),
                class_code.NAME + base45.encode(body + class_code._check(body)),
                "".join(chr(some.randrange(0x2000)) for _ in range(some.randrange(60))),
            ]
        )
        assert refusal(text) in Refusal


# --- on the wall --------------------------------------------------------------------------------


@pytest.fixture
def physio(services: Services) -> Services:
    return other_person(services)


@pytest.fixture
def made(physio: Services) -> str:
    """Tuesdays and Thursdays from today, a Monday, on."""
    return classes.start_class(physio, "Tirsdagsholdet", TODAY, SLOTS, "Sal 2", STATIONS).key


def now_of(physio: Services, made: str) -> ClassNow:
    return classes.class_now(physio, made)


def text_of(physio: Services, made: str) -> str:
    return class_plan.text_of(physio, now_of(physio, made))


def lessons(now: ClassNow) -> list[str]:
    return [one.id for one in now.road if one.contact is Contact.CLASS]


@pytest.mark.full
def test_the_text_stays_the_same_until_the_class_is_changed(
    physio: Services, made: str, hand: Hand
) -> None:
    first = text_of(physio, made)
    hand.move(days=1)
    assert text_of(physio, made) == first
    change = calendar.cancel(physio, lessons(now_of(physio, made))[3])
    assert text_of(physio, made) != first
    hand.move(hours=1)
    undo(physio, change)
    back, before = class_code.read(text_of(physio, made)), class_code.read(first)
    assert back.says_as(before)
    assert back.changed > before.changed


@pytest.mark.full
def test_nobody_is_in_it(physio: Services, made: str, hand: Hand) -> None:
    before = text_of(physio, made)
    who = people.add_participant(physio, "Birgit", "14").key
    classes.join(physio, made, who)
    hand.move(days=8, hours=9)
    classes.everyone_came(physio, made, lessons(now_of(physio, made))[0].partition("/")[2])
    assert text_of(physio, made) == before


def biggest(physio: Services, made: str) -> None:
    """Every evening moved, to another time as well, five cancelled, and long names."""
    name = "Æ" * NAME_LENGTH
    classes.change_class(
        physio, made, name, TODAY, SLOTS, "Ø" * PLACE_LENGTH, tuple(reversed(Group))
    )
    for number in range(5):
        calendar.cancel(physio, lessons(now_of(physio, made))[number])
    for one in now_of(physio, made).road:
        if one.held:
            calendar.move(physio, one.id, one.day + timedelta(1), time(18, 45))


@pytest.mark.full
def test_the_biggest_course_fits_a_qr_code_of_version_20(physio: Services, made: str) -> None:
    biggest(physio, made)
    now = now_of(physio, made)
    assert sum(one.contact is Contact.CLASS and one.held for one in now.road) == CLASSES
    text = class_plan.text_of(physio, now)
    assert class_plan.qr(text) is not None
    assert int(segno.make_qr(text, error="l").version) <= picture.LARGEST_VERSION
    assert class_code.read(text) == class_plan.class_plan(physio, now)


@pytest.mark.full
def test_the_picture_is_read_again(physio: Services, made: str) -> None:
    pytest.importorskip("zxingcpp")
    biggest(physio, made)
    text = text_of(physio, made)
    png = class_plan.qr(text)
    assert png is not None
    assert picture.text_in(png) == text


@pytest.mark.full
def test_a_start_that_was_moved_is_read_again(physio: Services, made: str, hand: Hand) -> None:
    told = ("Hold", TODAY + timedelta(7), SLOTS, "", STATIONS)
    classes.change_class(physio, made, *told)
    now = now_of(physio, made)
    plan = class_code.read(class_plan.text_of(physio, now))
    assert plan.course.timetables == (Timetable(TODAY + timedelta(7), SLOTS),)
    hand.move(days=20)
    days = (Slot(0, time(10)), Slot(2, time(11)))
    classes.change_class(physio, made, "Hold", TODAY, days, "", STATIONS)
    plan = class_code.read(text_of(physio, made))
    assert [one.since for one in plan.course.timetables] == [TODAY, TODAY + timedelta(20)]


# --- following it -------------------------------------------------------------------------------


def follow(patient: Services, text: str) -> Change:
    return following.join(patient, following.look_at(patient, text))


@pytest.mark.full
def test_all_of_it_is_seen_first_and_nothing_changed(
    services: Services, physio: Services, made: str
) -> None:
    seen = following.look_at(services, text_of(physio, made))
    assert seen.plan.group.name == "Tirsdagsholdet"
    assert seen.plan.group.stations == STATIONS
    assert len(seen.evenings) == CLASSES + 2
    assert seen.before is None
    assert not seen.known
    assert services.courses.all() == []
    assert following.followed_class(services) is None


@pytest.mark.full
def test_the_course_of_a_patient_is_the_one_of_the_class(
    services: Services, physio: Services, made: str
) -> None:
    lesson = lessons(now_of(physio, made))
    calendar.cancel(physio, lesson[2])
    calendar.move(physio, lesson[4], date(2026, 10, 30), time(10, 15))
    follow(services, text_of(physio, made))
    mine, theirs = calendar.course_now(services), now_of(physio, made)
    assert mine is not None
    assert mine.meetings == tuple(one for one in theirs.road if one.held)
    assert mine.group is not None
    assert mine.group.stations == STATIONS
    assert mine.course.place == "Sal 2"


@pytest.mark.full
def test_what_is_taken_along_names_the_class(
    services: Services, physio: Services, made: str
) -> None:
    follow(services, text_of(physio, made))
    assert "Forløbet på holdet Tirsdagsholdet begynder" in mydata.diary_copy(services).decode()
    found = json.loads(export.export_bytes(services, Form.FHIR))["entry"]
    (plan,) = (one["resource"] for one in found if one["resource"]["resourceType"] == "CarePlan")
    assert (plan["title"], plan["description"]) == ("Forløb på hold: Tirsdagsholdet", "Sal 2")


@pytest.mark.full
def test_following_is_undone_with_all_of_it_and_the_course_before_is_back(
    services: Services, physio: Services, made: str, hand: Hand
) -> None:
    own = calendar.set_up(services, Setting.HOME, TODAY, SLOTS).key
    calendar.cancel(physio, lessons(now_of(physio, made))[2])
    hand.move(minutes=1)
    seen = following.look_at(services, text_of(physio, made))
    assert seen.before is not None
    assert seen.before.id == own
    change = following.join(services, seen)
    now = calendar.course_now(services)
    assert now is not None
    assert now.course.id == made
    undo(services, change)
    now = calendar.course_now(services)
    assert now is not None
    assert now.course.id == own
    assert services.courses.appointments() == []
    assert services.classes.all() == []


@pytest.mark.full
def test_late_joiners_follow_one_that_began_before_their_own_course(
    services: Services, physio: Services, made: str, hand: Hand
) -> None:
    hand.move(days=20)
    calendar.set_up(services, Setting.HOME, services.clock.today(), SLOTS)
    hand.move(minutes=1)
    follow(services, text_of(physio, made))
    now = calendar.course_now(services)
    assert now is not None
    assert now.course.id == made


def test_leaving_takes_the_class_away_and_is_undone(
    services: Services, physio: Services, made: str
) -> None:
    follow(services, text_of(physio, made))
    change = calendar.remove_course(services)
    assert calendar.course_now(services) is None
    assert following.followed_class(services) is None
    undo(services, change)
    assert following.followed_class(services) is not None


@pytest.mark.full
def test_a_newer_plan_moves_evenings_and_keeps_what_was_said(
    services: Services, physio: Services, made: str, hand: Hand
) -> None:
    follow(services, text_of(physio, made))
    hand.move(days=17)
    first, second, *others = lessons(now_of(physio, made))
    calendar.say_attendance(services, first, Attendance.ATTENDED)
    calendar.say_attendance(services, second, Attendance.MISSED)
    calendar.move(physio, second, date(2026, 10, 16), time(12))
    calendar.cancel(physio, others[3])
    seen = following.look_at(services, text_of(physio, made))
    assert seen.known
    change = following.join(services, seen)
    now = calendar.course_now(services)
    assert now is not None
    found = {one.id: one for one in now.road}
    assert found[first].attendance is Attendance.ATTENDED
    assert found[second].attendance is Attendance.MISSED
    assert found[second].day == date(2026, 10, 16)
    assert found[others[3]].state is State.CANCELLED
    undo(services, change)
    now = calendar.course_now(services)
    assert now is not None
    assert {one.id: one for one in now.road}[second].day == date(2026, 10, 15)


@pytest.mark.full
def test_what_was_called_off_no_more_is_as_planned_again(
    services: Services, physio: Services, made: str, hand: Hand
) -> None:
    lesson = lessons(now_of(physio, made))[2]
    calendar.cancel(physio, lesson)
    follow(services, text_of(physio, made))
    hand.move(minutes=1)
    calendar.as_planned(physio, lesson)
    follow(services, text_of(physio, made))
    assert services.courses.appointments() == []


def test_other_weekdays_take_along_what_lies_ahead_only(
    services: Services, physio: Services, made: str, hand: Hand
) -> None:
    follow(services, text_of(physio, made))
    hand.move(days=17)
    before = lessons(now_of(physio, made))
    calendar.say_attendance(services, before[0], Attendance.ATTENDED)
    calendar.say_attendance(services, before[6], Attendance.EXCUSED)
    days = (Slot(0, time(10)), Slot(2, time(11)))
    classes.change_class(physio, made, "Hold", TODAY, days, "Sal 3", STATIONS)
    follow(services, text_of(physio, made))
    mine, theirs = calendar.course_now(services), now_of(physio, made)
    assert mine is not None
    assert [one.day for one in mine.meetings] == [one.day for one in theirs.road if one.held]
    found = {one.id: one.attendance for one in mine.road}
    assert found[before[0]] is Attendance.ATTENDED
    assert before[6] not in found


@pytest.mark.full
def test_a_class_meets_during_a_pause_too(
    services: Services, physio: Services, made: str, hand: Hand
) -> None:
    follow(services, text_of(physio, made))
    calendar.pause_course(services)
    hand.move(days=21)
    calendar.resume_course(services)
    mine, theirs = calendar.course_now(services), now_of(physio, made)
    assert mine is not None
    assert mine.meetings == tuple(one for one in theirs.road if one.held)


# --- what may not be followed -------------------------------------------------------------------


def looked_at(patient: Services, text: str) -> str:
    kept = patient.courses.all(), patient.courses.appointments(), patient.classes.all()
    why = refused_with(lambda: following.look_at(patient, text))
    assert (patient.courses.all(), patient.courses.appointments(), patient.classes.all()) == kept
    return why


@pytest.mark.full
def test_the_same_again_is_nothing_new(services: Services, physio: Services, made: str) -> None:
    text = text_of(physio, made)
    follow(services, text)
    assert looked_at(services, text) == Refusal.CLASS_SAME


@pytest.mark.full
def test_having_been_there_makes_it_no_other_class(
    services: Services, physio: Services, made: str, hand: Hand
) -> None:
    text = text_of(physio, made)
    follow(services, text)
    hand.move(days=17)
    calendar.say_attendance(services, lessons(now_of(physio, made))[0], Attendance.ATTENDED)
    assert looked_at(services, text) == Refusal.CLASS_SAME


@pytest.mark.full
def test_an_older_poster_is_refused(
    services: Services, physio: Services, made: str, hand: Hand
) -> None:
    older = text_of(physio, made)
    hand.move(minutes=1)
    calendar.cancel(physio, lessons(now_of(physio, made))[2])
    follow(services, text_of(physio, made))
    assert looked_at(services, older) == Refusal.CLASS_OLDER


@pytest.mark.full
def test_one_that_is_over_is_refused(
    services: Services, physio: Services, made: str, hand: Hand
) -> None:
    hand.move(days=100)
    assert looked_at(services, text_of(physio, made)) == Refusal.CLASS_OVER


@pytest.mark.full
def test_one_from_the_future_is_refused(
    services: Services, physio: Services, made: str, hand: Hand
) -> None:
    text = text_of(physio, made)
    hand.move(days=-3)
    assert looked_at(services, text) == Refusal.NOT_YET


@pytest.mark.parametrize("days", [-401, 367, 1_000_000])
@pytest.mark.full
def test_a_start_too_far_away_is_refused(services: Services, days: int) -> None:
    start = (TODAY - date(1970, 1, 1)).days + days
    assert looked_at(services, written(CONTENT | {class_code.START: start})) == (
        Refusal.OUT_OF_BOUNDS
    )


@pytest.mark.parametrize("field", [class_code.CALLED, class_code.PLACE])
@pytest.mark.full
def test_a_cpr_number_in_it_is_refused(services: Services, field: int) -> None:
    text = written(CONTENT | {field: "Hold 010170-1234"})
    assert looked_at(services, text) == Refusal.CPR


# --- having been there --------------------------------------------------------------------------


@pytest.fixture
def followed(services: Services, physio: Services, made: str, hand: Hand) -> list[str]:
    """The evenings; the first two have been."""
    follow(services, text_of(physio, made))
    hand.move(days=10, hours=10)  # Thursday 19.00
    return lessons(now_of(physio, made))


@pytest.mark.full
def test_having_been_there_logs_the_stations_at_own_levels(
    services: Services, followed: list[str]
) -> None:
    care_plan.set_level(services, Group(1), Level(3))
    calendar.say_attendance(services, followed[0], Attendance.ATTENDED)
    (logged,) = services.sessions.all()
    assert logged.kind is SessionKind.CLASS
    assert logged.day == date(2026, 10, 13)
    assert [one.exercise for one in logged.done] == ["3.1", "1.3", "6.1"]
    assert logged.minutes == 60
    assert logged.started == datetime(2026, 10, 13, 15, tzinfo=UTC)


@pytest.mark.full
def test_it_is_undone_and_taken_back_in_one_go(services: Services, followed: list[str]) -> None:
    undo(services, calendar.say_attendance(services, followed[0], Attendance.ATTENDED))
    assert services.sessions.all() == []
    assert services.courses.appointments() == []
    calendar.say_attendance(services, followed[0], Attendance.ATTENDED)
    change = calendar.say_attendance(services, followed[0], Attendance.MISSED)
    assert services.sessions.all() == []
    undo(services, change)
    assert len(services.sessions.all()) == 1
    calendar.cancel(services, followed[0])
    assert services.sessions.all() == []


@pytest.mark.full
def test_an_evening_that_is_moved_takes_its_training_along(
    services: Services, followed: list[str]
) -> None:
    calendar.say_attendance(services, followed[0], Attendance.ATTENDED)
    change = calendar.move(services, followed[0], date(2026, 10, 14), time(18))
    (logged,) = services.sessions.all()
    assert (logged.day, logged.started) == (
        date(2026, 10, 14),
        datetime(2026, 10, 14, 16, tzinfo=UTC),
    )
    undo(services, change)
    assert [one.day for one in services.sessions.all()] == [date(2026, 10, 13)]
    calendar.move(services, followed[0], date(2026, 10, 20), time(18))
    assert services.sessions.all() == [], "that evening is still to come"


@pytest.mark.full
def test_saying_it_twice_logs_it_once(services: Services, followed: list[str]) -> None:
    for _ in range(2):
        calendar.say_attendance(services, followed[0], Attendance.ATTENDED)
    assert len(services.sessions.all()) == 1


@pytest.mark.full
def test_before_it_is_over_the_hour_that_was_is_meant(
    services: Services, followed: list[str], hand: Hand
) -> None:
    hand.move(hours=-1, minutes=-50)
    calendar.say_attendance(services, followed[1], Attendance.ATTENDED)
    (logged,) = services.sessions.all()
    assert logged.ended == services.clock.now()


@pytest.mark.full
def test_the_exercises_of_the_class_that_were_guided_are_not_logged_again(
    services: Services, followed: list[str]
) -> None:
    plan = session.plan_session(services, SessionKind.CLASS)
    session.start_session(services, SessionKind.CLASS, plan)
    session.go_on(services)
    for _ in plan:
        session.done_set(services)
        session.go_on(services)
    session.finish_session(services)
    calendar.say_attendance(services, followed[1], Attendance.ATTENDED)
    assert len(services.sessions.all()) == 1


@pytest.mark.full
def test_where_the_stations_are_not_known_nothing_is_logged(services: Services, hand: Hand) -> None:
    calendar.set_up(services, Setting.CLASS, TODAY, SLOTS)
    hand.move(days=10)
    now = calendar.course_now(services)
    assert now is not None
    calendar.say_attendance(services, now.road[3].id, Attendance.ATTENDED)
    assert services.sessions.all() == []


@pytest.mark.full
def test_the_exercises_of_the_class_are_its_stations_in_their_order(
    services: Services, followed: list[str]
) -> None:
    chosen = offer.offer(services, SessionKind.CLASS)
    catalogue = services.catalogue()
    around = {one for one in catalogue.exercises if place_of(one) is None}
    stations = [one.exercise for one in chosen.plan if one.exercise not in around]
    assert stations == ["3.1", "1.1", "6.1"]
    assert chosen.plan[0].exercise in around
    assert chosen.plan[-1].exercise in around
    assert len(session_plan.full(session.basis_of(services))) > len(chosen.plan)
    running = calendar.begin_home_twin(services, followed[0])
    assert [one.exercise for one in running.player.plan] == [one.exercise for one in chosen.plan]


@pytest.mark.full
def test_without_a_class_it_is_all_eight(services: Services) -> None:
    basis = session.basis_of(services)
    assert session_plan.of_class(basis) == session_plan.full(basis)


@pytest.mark.full
def test_both_roles_on_one_device_keep_apart(services: Services, made: str) -> None:
    assert services.classes.all() == []
    services.device.use(Role.PATIENT)
    assert following.followed_class(services) is None


# --- on paper -----------------------------------------------------------------------------------


def paper_of(physio: Services, made: str) -> PdfReader:
    return PdfReader(BytesIO(class_plan.as_poster(physio, made)), strict=True)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.full
def test_the_poster_says_all_of_it_on_one_page(
    physio: Services, made: str, language: str, recwarn: pytest.WarningsRecorder
) -> None:
    change_preference(physio, "language", language)
    paper = paper_of(physio, made)
    (page,) = paper.pages
    said = " ".join(page.extract_text().split())
    first, last = ("tirs. 6. okt.", "18 gange") if language == "da" else ("Tue", "18 times")
    for wanted in ("Tirsdagsholdet", "Sal 2", "17", first, last):
        assert wanted in said
    assert paper.trailer["/Root"]["/Lang"] == language
    assert not recwarn.list


@pytest.mark.full
def test_the_poster_of_the_biggest_course_stays_on_its_page(physio: Services, made: str) -> None:
    biggest(physio, made)
    (page,) = paper_of(physio, made).pages
    lowest: list[float] = []
    page.extract_text(visitor_text=lambda text, cm, tm, *_: text.strip() and lowest.append(tm[5]))
    assert min(lowest) > 20  # points
    assert "18 gange" in page.extract_text()


def test_what_left_the_device_is_noted(physio: Services, made: str) -> None:
    class_plan.as_poster(physio, made)
    class_plan.as_file(physio, now_of(physio, made))
    assert [one.what for one in physio.hand_overs.all()] == [HandedOver.CLASS_PLAN] * 2


@pytest.mark.parametrize("kind", [Kind.COURSE, None])
@pytest.mark.full
def test_deleting_the_course_takes_the_class_along_and_brings_it_back(
    services: Services, physio: Services, made: str, kind: Kind | None
) -> None:
    follow(services, text_of(physio, made))
    deleted = services.deletions.delete(Scope(kind))
    assert deleted.counts["class_group"] == 1
    assert services.classes.all() == []
    assert len(physio.classes.all()) == 1
    services.deletions.undo(deleted.id)
    assert following.followed_class(services) is not None
