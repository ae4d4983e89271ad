"""One sheet for the doctor: what is kept, what is chosen, and what stands on the paper."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader
from sqlalchemy import func, insert, select

from lbp_app.actions import (
    activity,
    balance,
    care_plan,
    check_offer,
    diary,
    doctor_card,
    exercise,
    flare,
    follow_up,
    history,
    mydata,
    pause,
    person,
    progression,
    reading,
    reflection,
    reminder,
    ring,
    screening,
    session,
)
from lbp_app.content import library
from lbp_app.content.library import say
from lbp_app.content.wording import wording_for
from lbp_app.exchange.doctor_card import paper_of
from lbp_app.exchange.letters import UNKNOWN, printable
from lbp_app.model.activity import ActivityKind
from lbp_app.model.asking import Round
from lbp_app.model.balance import Side
from lbp_app.model.diary import CheckIn, Feeling, Scale
from lbp_app.model.doctor_card import (
    OWN_WORDS,
    TEXT_LENGTH,
    THOUGHTS,
    CardPart,
    Section,
    Sheet,
)
from lbp_app.model.exercise import Group, Level
from lbp_app.model.home_test import HomeTest
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.progression import Choice, Proposal
from lbp_app.model.reminder import Thing
from lbp_app.model.session import Question, SessionKind
from lbp_app.model.triage import Answer
from lbp_app.services import Services
from lbp_app.store import tables
from tests.builders import NOW, TODAY, YESTERDAY, Hand, one_in, other_person, refused_with
from tests.filled import follow_in_secret, take_plan, teach

WORDS = {part: f"Blåbærgrød nummer {at} på øen" for at, part in enumerate(OWN_WORDS)}
MARKED = ("night_pain", "leg_pain_radiating")
# For each part what stands on the paper for it and for no other part.
TRACES = {
    **{part: (text,) for part, text in WORDS.items()},
    CardPart.PERSON: ("Birgit", "1964"),
    CardPart.SIGNS: ("Smerter, prikken eller en følelsesløs plet ned i det ene ben", "(i tvivl)"),
    CardPart.THOUGHTS: ("Tanker om, at livet ikke er værd at leve",),
    CardPart.ADVICE: ("Appen rådede mig til",),
    CardPart.COURSE: ("Rygsmerte", "Bensmerte", "Dårlige perioder"),
}


@pytest.fixture
def full(services: Services) -> Services:
    """There is something of every part."""
    person.change_profile(services, "first_name", "Birgit")
    person.change_profile(services, "birth_year", 1964)
    for part, text in WORDS.items():
        doctor_card.write(services, part, text)
    answer_days(services, 8)
    flare.start_flare(services)
    check(services, *MARKED, "suicidal_thoughts", unsure=("leg_weakness_mild_recent",))
    return services


def answer_days(services: Services, days: int) -> None:
    with services.database.not_waiting():
        for n in range(days):
            given = CheckIn(TODAY - timedelta(days=n), back_pain=n % 7, leg_pain=2)
            services.diary.put(given, Scale.BACK.value)
            services.diary.put(given, Scale.LEG.value)


def check(services: Services, *yes: str, unsure: tuple[str, ...] = ()) -> None:
    """Every question is answered; what is not named with no."""
    answers = {sign.key: Answer.NO for sign in services.rules().signs if sign.asked}
    answers |= dict.fromkeys(yes, Answer.YES) | dict.fromkeys(unsure, Answer.UNSURE)
    screening.record(services, answers, "…")


def choose_only(services: Services, *chosen: CardPart) -> None:
    for part in CardPart:
        doctor_card.choose(services, part, part in chosen)


def printed(services: Services) -> str:
    return text_of(doctor_card.paper(services).content)


def text_of(content: bytes) -> str:
    """Of the one page; lines are joined, since words wrap."""
    reader = PdfReader(io.BytesIO(content), strict=True)
    assert len(reader.pages) == 1
    return " ".join(reader.pages[0].extract_text().split())


def has(text: str, part: CardPart) -> bool:
    found = [trace in text for trace in TRACES[part]]
    assert len(set(found)) == 1, (part, found)
    return found[0]


# --- what is kept -------------------------------------------------------------------------------


@pytest.mark.parametrize("part", OWN_WORDS)
@pytest.mark.full
def test_a_text_is_kept_tidied_and_told_in_the_history(services: Services, part: CardPart) -> None:
    doctor_card.write(services, part, "  Ondt i lænden \0")
    assert services.doctor_card.get().texts == {part: "Ondt i lænden"}
    (change,) = services.history.of("doctor_card", part)
    assert (change.field, change.old, change.new) == ("text", "", "Ondt i lænden")


def test_nothing_is_written_when_nothing_is_new(services: Services) -> None:
    doctor_card.write(services, CardPart.PLACE, "Lænden")
    assert doctor_card.write(services, CardPart.PLACE, " Lænden ") is None
    assert len(services.history.of("doctor_card", "place")) == 1


def test_writing_and_choosing_leave_each_other_alone(services: Services) -> None:
    doctor_card.choose(services, CardPart.PLACE, False)
    doctor_card.write(services, CardPart.PLACE, "Lænden")
    doctor_card.choose(services, CardPart.PLACE, True)
    kept = services.doctor_card.get()
    assert (kept.text(CardPart.PLACE), kept.wants(CardPart.PLACE)) == ("Lænden", True)


def test_text_and_choice_are_taken_back(services: Services) -> None:
    doctor_card.write(services, CardPart.PLACE, "Lænden")
    written = doctor_card.write(services, CardPart.PLACE, "Nakken")
    chosen = doctor_card.choose(services, CardPart.PLACE, False)
    assert written
    history.undo(services, written)
    history.undo(services, chosen)
    kept = services.doctor_card.get()
    assert (kept.texts, kept.chosen) == ({CardPart.PLACE: "Lænden"}, {})
    assert refused_with(lambda: history.undo(services, written)) == "error.undo_too_late"


def test_what_cannot_be_kept_is_refused(services: Services) -> None:
    def write(text: str) -> str:
        return refused_with(lambda: doctor_card.write(services, CardPart.REASON, text))

    assert write("Mit nummer er 010203-1234") == "error.cpr"
    assert write("x" * (TEXT_LENGTH + 1)) == "error.card_long"
    assert services.doctor_card.get().texts == {}
    doctor_card.write(services, CardPart.REASON, "x" * TEXT_LENGTH)
    with pytest.raises(ValueError, match="signs"):
        doctor_card.write(services, CardPart.SIGNS, "Lænden")


def test_nobody_reads_another_persons(services: Services) -> None:
    doctor_card.write(services, CardPart.REASON, "Ryggen")
    assert other_person(services).doctor_card.get().texts == {}


@pytest.mark.full
def test_deleting_everything_empties_every_table(full: Services, hand: Hand) -> None:
    flare.end_flare(full)
    hand.move(days=1)
    train(full)
    balance.lay(full, TODAY, "stress", Side.LOAD)
    reading.finish_lesson(full, "balance")
    reflection.write_reflection(full, "balance", "one_thing", "Torsdag")
    pause.pause(full, Paused.EXERCISE, PausedBy.PERSON)
    screening.begin(full, Round.FULL)
    check_offer.put_off(full)
    follow_up.not_yet(full, full.screenings.all()[0].id)
    mydata.csv_copy(full)
    follow_in_secret(full)
    teach(full, "Torsdag")
    take_plan(full, "Torsdag")
    reminder.turn(full, Thing.WALK, True)
    reminder.put_snooze(full, 60)
    ring.try_it(full)
    with full.database.writing() as connection:
        connection.execute(insert(tables.device).values(key="asked", value=1))
    assert min(counts(full).values()) > 0
    full.database.erase()
    assert set(counts(full).values()) == {0}
    mydata.delete_everything(full)
    assert full.doctor_card.get().texts == {}


def train(services: Services) -> None:
    """Something of everything that training keeps."""
    care_plan.set_level(services, Group.BEND, Level.TWO, "Det går godt")
    care_plan.try_level(services, Group.TURN, Level.TWO)
    care_plan.note_home_test(services, HomeTest.CHAIR_STANDS, 12)
    exercise.say_how_safe(services, "1.1", 8)
    exercise.keep_note(services, "1.1", "Rart om morgenen")
    activity.log_activity(services, ActivityKind.WALK, 20)
    for one in services.pauses.all():
        pause.lift(services, one.id)
    plan = session.plan_session(services, SessionKind.SINGLE, "1.1")
    session.start_session(services, SessionKind.SINGLE, plan)
    session.go_on(services)
    session.done_set(services)
    session.finish_session(services)
    (kept,) = services.sessions.all()
    session.answer_item(services, kept.id, 0, Question.EFFORT, 9)
    question = Proposal("1.1", Choice.EASIER, (), None, (), (), "effort_easier_from")
    progression.decline_step(services, question)
    session.start_session(services, SessionKind.SINGLE, plan)


def counts(services: Services) -> dict[str, int]:
    with services.database.reading() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in tables.metadata.sorted_tables
        }


# --- what is on the sheet -----------------------------------------------------------------------


def test_without_anything_there_is_nothing_on_it(services: Services) -> None:
    made = doctor_card.sheet(services)
    assert made.empty and not made.held and made.who == ""


@pytest.mark.full
def test_what_holds_something_is_on_it_but_not_the_thoughts(full: Services) -> None:
    text = printed(full)
    assert {part for part in CardPart if has(text, part)} == set(CardPart) - {
        CardPart.THOUGHTS,
        CardPart.ADVICE,
    }


EACH = pytest.mark.parametrize("part", one_in(4, CardPart))


@EACH
@pytest.mark.full
def test_a_part_alone(full: Services, part: CardPart) -> None:
    alone = {part, CardPart.THOUGHTS} if part is CardPart.ADVICE else {part}
    choose_only(full, *alone)
    text = printed(full)
    assert {each for each in CardPart if has(text, each)} == alone


@EACH
@pytest.mark.full
def test_a_part_left_out(full: Services, part: CardPart) -> None:
    choose_only(full, *(set(CardPart) - {part}))
    text = printed(full)
    gone = {part, CardPart.ADVICE} if part is CardPart.THOUGHTS else {part}
    assert {each for each in CardPart if has(text, each)} == set(CardPart) - gone


def test_the_thoughts_are_the_signs_under_those_headings() -> None:
    groups = {group.id: group.signs for group in library.load().sign_page.groups}
    assert {*groups["life_is_hard"], *groups["thoughts"]} == THOUGHTS


@pytest.mark.full
def test_nothing_hints_at_thoughts_that_are_kept_apart(services: Services) -> None:
    check(services, "suicidal_plan_or_intent")
    made = doctor_card.sheet(services)
    assert made.empty
    assert set(made.held) == {CardPart.THOUGHTS}
    check(services, unsure=("overdose_or_self_harm",))
    assert doctor_card.sheet(services).empty


@pytest.mark.full
def test_a_check_without_signs_says_so_and_an_unfinished_one_says_nothing(
    services: Services,
) -> None:
    check(services)
    assert "svarede jeg ikke ja til nogen af de tegn" in printed(services)
    screening.record(services, {"night_pain": Answer.NO}, "…")
    assert doctor_card.sheet(services).empty


@pytest.mark.full
def test_what_a_doctor_should_hear_first_counts_more_than_what_came_after(
    services: Services, hand: Hand
) -> None:
    check(services, "saddle_numbness")
    hand.move(days=1)
    check(services)
    assert "5. oktober 2026, med" in printed(services)
    follow_up.talked_to_doctor(services, services.screenings.all()[-1].id)
    assert "5. oktober 2026, med" not in printed(services)


def test_what_could_wait_comes_beside_the_check_and_not_in_its_place(
    services: Services, hand: Hand
) -> None:
    check(services, "night_pain")
    hand.move(days=1)
    screening.record(services, {"inflammatory_pattern": Answer.NO}, "…", Round.LATER)
    text = printed(services)
    assert "vækker dig om natten" in text and "6. oktober 2026: " not in text
    hand.move(days=1)
    screening.record(services, {"inflammatory_pattern": Answer.YES}, "…", Round.LATER)
    text = printed(services)
    assert "vækker dig om natten" in text and "stiv om morgenen" in text
    assert "Fra tjekkene af tegn 5. oktober 2026 og 7. oktober 2026, med" in text
    assert "7. oktober 2026: Appen rådede mig til at nævne det" in text
    follow_up.talked_to_doctor(services, services.screenings.all()[-1].id)
    assert "stiv om morgenen" in printed(services)
    hand.move(days=30)
    check(services, "leg_pain_radiating")
    text = printed(services)
    assert "ned i det ene ben" in text and "stiv om morgenen" not in text


@pytest.mark.full
def test_the_newest_check_counts(services: Services, hand: Hand) -> None:
    check(services, "night_pain")
    hand.move(days=3)
    check(services, "leg_pain_radiating")
    text = printed(services)
    assert "8. oktober 2026" in text and "5. oktober 2026, med" not in text
    assert "vækker dig om natten" not in text


@pytest.mark.full
def test_age_is_told_by_the_year_of_birth_only(services: Services) -> None:
    check(services, "night_pain", "age_70_plus", "aaa_risk_age_sex")
    assert "70 år" not in printed(services)


@pytest.mark.full
def test_no_disease_is_named(services: Services) -> None:
    signs = library.load().signs
    answers = dict.fromkeys(signs, Answer.YES)
    screening.record(services, answers, "…")
    choose_only(services, *CardPart)
    items = [item for section in doctor_card.sheet(services).sections for item in section.items]
    assert len(items) == sum(sign.question is not None for sign in signs.values())
    texts = {say(wording_for("da"), sign.text) for sign in signs.values()}
    assert set(items) <= texts
    text = printed(services)
    assert not [sign.suspects for sign in signs.values() if sign.suspects in text]


@pytest.mark.full
def test_the_course_is_told_in_middles_and_gaps_stay_gaps(services: Services) -> None:
    for day, value in ((TODAY, 4), (YESTERDAY, 6), (TODAY - timedelta(days=20), 8)):
        diary.answer(services, day, Scale.BACK, value)
    diary.answer(services, TODAY - timedelta(days=30), Scale.BACK, 1)  # too long ago
    (course,) = doctor_card.sheet(services).sections
    assert course.rows == (
        ("Seneste", "14 dage", "30 dage"),
        ("Dage med svar", "2 af 14", "3 af 30"),
        ("Rygsmerte", "5", "6"),
        ("Bensmerte", "–", "–"),
        ("Besvær", "–", "–"),
        ("Søvn", "–", "–"),
    )
    assert course.graph is None
    diary.answer(services, TODAY - timedelta(days=10), Scale.BACK, 0)
    (course,) = doctor_card.sheet(services).sections
    assert course.graph
    (line,) = course.graph.lines
    assert [value for value in line.values if value is not None] == [8, 0, 6, 4]
    assert len(line.values) == 30


def test_who_wants_no_numbers_gets_words(services: Services) -> None:
    answer_days(services, 5)
    for n, feeling in enumerate((Feeling.WELL, Feeling.WELL, Feeling.POORLY)):
        diary.say_feeling(services, TODAY - timedelta(days=n), feeling)
    person.change_preference(services, "numbers_off", True)
    (course,) = doctor_card.sheet(services).sections
    assert course.rows[2:] == (("Godt", "2 dage", "2 dage"), ("Skidt", "1 dag", "1 dag"))
    assert course.graph is None and course.paragraphs == ()


@pytest.mark.full
def test_bad_spells_of_three_months(services: Services, hand: Hand) -> None:
    for days in (100, 3, 3):
        flare.start_flare(services)
        hand.move(days=days - 1)
        flare.end_flare(services)
        hand.move(days=1)
    hand.move(days=84)
    flare.start_flare(services)
    (course,) = doctor_card.sheet(services).sections
    told = "13.\xa0jan. – 15.\xa0jan., 16.\xa0jan. – 18.\xa0jan., siden 13.\xa0apr."
    assert course.paragraphs == (f"Dårlige perioder de seneste 3 måneder: {told}",)


@pytest.mark.full
def test_of_very_many_bad_spells_the_newest_are_told(services: Services, hand: Hand) -> None:
    for _ in range(9):
        flare.start_flare(services)
        flare.end_flare(services)
        hand.move(days=2)
    (course,) = doctor_card.sheet(services).sections
    assert course.paragraphs[0].endswith(
        ": …, 11.\xa0okt., 13.\xa0okt., 15.\xa0okt., 17.\xa0okt., 19.\xa0okt., 21.\xa0okt."
    )


# --- the paper ----------------------------------------------------------------------------------


@pytest.mark.full
def test_the_paper_is_one_page_in_the_language_of_the_person(full: Services) -> None:
    content = doctor_card.paper(full).content
    reader = PdfReader(io.BytesIO(content), strict=True)
    page = reader.pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    assert reader.metadata and reader.metadata.title == "Til lægen"
    assert reader.metadata.author is None
    assert reader.trailer["/Root"]["/Lang"] == "da"
    assert "Skrevet af patienten selv i Rygvej. Ikke gennemgået af en læge." in text_of(content)
    assert b"/Alt" in content and b"/StructTreeRoot" in content
    person.change_preference(full, "language", "en")
    reader = PdfReader(io.BytesIO(doctor_card.paper(full).content))
    assert reader.metadata and reader.metadata.title == "For the doctor"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert "Written by the patient in Rygvej. Not reviewed by a doctor." in printed(full)


def test_the_fonts_are_inside(full: Services) -> None:
    reader = PdfReader(io.BytesIO(doctor_card.paper(full).content))
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    for font in fonts:
        inner = font.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in inner["/FontDescriptor"].get_object()
    assert len(fonts) == 3


@pytest.mark.full
def test_letters_of_many_kinds(services: Services) -> None:
    doctor_card.write(services, CardPart.PLACE, "æøåÆØÅ éüñçł “citat” – 37,5 °C ½ → 😀")
    made = doctor_card.paper(services)
    assert "æøåÆØÅ éüñçł “citat” – 37,5 °C ½ → 😀" in text_of(made.content)
    assert not made.unknown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("tab\there", "tab here"),
        ("ring \x07 escape \x1b[31m", "ring escape [31m"),
        ("\u202eomvendt\u202c \u2066her\u2069", "omvendt her"),
        ("مرحبا كيف حالك", "[?]"),
        ("漢字 og ord", "[?] og ord"),
        ("e\u0301n ﬁn", "én fin"),
        ("👨\u200d👩\u200d👧 ❤\ufe0f", "👨👩👧 ❤"),
        ("a\u00adb", "ab"),
        ("x" * 500, "x" * 50),
        ("Å" * 500, "Å" * 40),
    ],
)
@pytest.mark.full
def test_odd_text_neither_breaks_it_nor_leaves_boxes(
    services: Services, typed: str, shown: str
) -> None:
    doctor_card.write(services, CardPart.REASON, typed)
    made = doctor_card.paper(services)
    text = text_of(made.content)
    assert shown in text
    assert made.unknown is ("[?]" in shown)
    assert ("står for skrifttegn" in text) is made.unknown


@pytest.mark.full
def test_a_text_of_which_nothing_can_be_seen(services: Services) -> None:
    person.change_profile(services, "first_name", "\u200b")
    doctor_card.write(services, CardPart.REASON, "\u200b\u202e")
    assert "Hvorfor jeg kommer" in printed(services)


def test_lines_stay_and_blank_ones_go() -> None:
    assert printable("  en \n\n \n to\r\ntre  ", lambda _: True) == "en\nto\ntre"


def test_many_unknown_letters_are_one_sign() -> None:
    assert printable("漢字 漢 x 字", lambda letter: letter < "z") == f"{UNKNOWN} x {UNKNOWN}"


@pytest.mark.full
def test_very_much_fits_on_one_page_with_a_mark_where_it_was_cut(services: Services) -> None:
    signs = library.load().signs
    assert len(signs) >= 65
    screening.record(services, dict.fromkeys(signs, Answer.YES), "…")
    answer_days(services, 30)
    person.change_profile(services, "first_name", "W" * 60)
    for part in OWN_WORDS:
        doctor_card.write(services, part, ("Æblegrød med fløde " * 40)[:TEXT_LENGTH])
    choose_only(services, *CardPart)
    made = doctor_card.paper(services)
    text = text_of(made.content)
    assert made.shortened
    assert text.count("… (forkortet)") == len(OWN_WORDS)
    assert "… og 5" in text  # signs
    assert "Midterste svar. 0 er bedst, 10 er værst." in text
    assert "Du kan ikke komme af med vandet" in text  # those that hurry most stay
    assert "Ikke gennemgået af en læge." in text
    assert lowest(made.content) > 30


@pytest.mark.parametrize("lines", [1, 4, 5, 6, 10, 40, 299])
@pytest.mark.full
def test_however_many_lines_there_are_nothing_runs_off_the_page(lines: int) -> None:
    text = "\n".join(["o"] * lines)
    sections = tuple(Section(part, "Titel", paragraphs=(text,)) for part in OWN_WORDS)
    made = paper_of(Sheet("da", "Til lægen", "i dag", "", sections, "Fod", {}), NOW)
    assert text_of(made.content)
    assert made.shortened is (lines > 4)
    assert lowest(made.content) > 30


def lowest(content: bytes) -> float:
    """Of everything that is written, in points from the lower edge."""
    places: list[float] = []

    def see(text: str, _: object, at: list[float], *__: object) -> None:
        if text.strip():
            places.append(at[5])

    PdfReader(io.BytesIO(content)).pages[0].extract_text(visitor_text=see)
    return min(places)
