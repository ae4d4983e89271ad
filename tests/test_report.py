"""The report for a doctor or physiotherapist: what is chosen, and what stands on the paper."""

import io
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from lbp_app.actions import activity, care_plan, diary, doctor_card, flare, person, reading, report
from lbp_app.actions.export import export_bytes
from lbp_app.errors import AnswerRefusedError
from lbp_app.exchange.report_paper import paper_of
from lbp_app.model.activity import ActivityKind
from lbp_app.model.diary import CheckIn, Feeling, Scale
from lbp_app.model.doctor_card import CardPart
from lbp_app.model.exercise import Group, Level
from lbp_app.model.export import Form
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.report import ASKED_FOR, Period, Report, ReportPart, Section
from lbp_app.model.session import After
from lbp_app.services import Services
from tests.builders import NOW, TODAY, YESTERDAY, Hand, other_person, refused_with
from tests.test_doctor_card import check
from tests.trained import trained

QUESTION = "Må jeg løbe på øen igen?"
# For each part what stands on the paper for it and for no other part.
TRACES = {
    ReportPart.PERSON: "Birgit, født 1964",
    ReportPart.QUESTIONS: QUESTION,
    ReportPart.PAIN: "Smerte og besvær",
    ReportPart.SLEEP: "Søvn og humør",
    ReportPart.ACTIVITY: "I alt 20 min træning og 45 min andet",
    ReportPart.FLARES: "1 i alt: siden 5. okt.",
    ReportPart.SIGNS: "plet ned i det ene ben",
    ReportPart.THOUGHTS: "livet ikke er værd at leve",
    ReportPart.TRAINING: "1 træning på 30 dage",
    ReportPart.LEVELS: "Rejs dig 2",
    ReportPart.LEARNING: "1 lektion læst: Balance i hverdagen",
    ReportPart.NOTES: "Blåbærgrød på øen",
}


@pytest.fixture
def full(services: Services) -> Services:
    """There is something of every part."""
    person.change_profile(services, "first_name", "Birgit")
    person.change_profile(services, "birth_year", 1964)
    doctor_card.write(services, CardPart.QUESTIONS, QUESTION)
    answer_days(services, 30)
    diary.write_note(services, YESTERDAY, "Blåbærgrød på øen")
    flare.start_flare(services)
    check(services, "leg_pain_radiating", "suicidal_thoughts")
    one = trained(TODAY - timedelta(days=3), "3.1", "5.4", after=After.SORE)
    services.sessions.put(one.id, one)
    activity.log_activity(services, ActivityKind.GARDEN, 45, YESTERDAY, "hækken")
    care_plan.set_level(services, Group.RISE, Level.TWO)
    reading.finish_lesson(services, "balance")
    return services


def answer_days(services: Services, days: int) -> None:
    with services.database.not_waiting():
        for n in range(days):
            given = CheckIn(TODAY - timedelta(days=n), 3 + n % 5, 2, 4, 5, 1)
            for scale in Scale:
                services.diary.put(given, scale.value)


def choose_only(services: Services, *chosen: ReportPart) -> None:
    for part in ReportPart:
        report.choose_part(services, part, part in chosen)


def pages_of(content: bytes) -> list[str]:
    reader = PdfReader(io.BytesIO(content), strict=True)
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def printed(services: Services) -> str:
    return " ".join(pages_of(report.paper(services).content))


def objects(content: bytes) -> list[Any]:
    reader = PdfReader(io.BytesIO(content), strict=True)
    found = (reader.get_object(n) for n in range(1, len(reader.xref[0]) + 1))
    return [one for one in found if isinstance(one, dict)]


# --- what is chosen -----------------------------------------------------------------------------


@pytest.mark.parametrize("part", TRACES)
@pytest.mark.full
def test_a_part_stands_on_the_paper_when_it_is_chosen_and_only_then(
    full: Services, part: ReportPart
) -> None:
    choose_only(full, part)
    text = printed(full)
    assert [other for other in TRACES if TRACES[other] in text] == [part]


@pytest.mark.full
def test_thoughts_and_notes_come_only_when_asked_for(full: Services) -> None:
    text = printed(full)
    assert {part for part in TRACES if TRACES[part] not in text} == ASKED_FOR


@pytest.mark.full
def test_advice_that_would_tell_of_thoughts_stays_away_with_them(full: Services) -> None:
    assert "Appen rådede mig" not in printed(full)
    report.choose_part(full, ReportPart.THOUGHTS, True)
    assert "Appen rådede mig" in printed(full)


def test_choices_stay_and_belong_to_one_person(services: Services) -> None:
    report.choose_part(services, ReportPart.NOTES, True)
    report.choose_length(services, True)
    report.choose_period(services, date(2026, 9, 1), date(2026, 9, 30))
    kept = report.wish(services)
    assert (kept.long, kept.wants(ReportPart.NOTES)) == (True, True)
    assert kept.period(TODAY) == Period(date(2026, 9, 1), date(2026, 9, 30))
    assert report.wish(other_person(services)) != kept
    report.choose_days(services, 90)
    assert report.wish(services).period(TODAY).days == 90


def test_what_a_later_version_has_chosen_does_no_harm(services: Services) -> None:
    key = f"report.{services.person.get().id}"
    services.device.put(key, {"days": 17, "chosen": {"moon": True, "notes": True}})
    assert report.wish(services).days == 30
    assert report.wish(services).chosen == {ReportPart.NOTES: True}


@pytest.mark.parametrize(
    ("first", "last", "key"),
    [
        (TODAY, YESTERDAY, "error.period_order"),
        (TODAY, TODAY + timedelta(days=1), "error.future_day"),
        (date(2020, 1, 1), TODAY, "error.period_long"),
    ],
)
@pytest.mark.full
def test_a_period_that_cannot_be_is_refused(
    services: Services, first: date, last: date, key: str
) -> None:
    assert refused_with(lambda: report.choose_period(services, first, last)) == key


def test_only_what_is_offered_can_be_chosen(services: Services) -> None:
    with pytest.raises(AnswerRefusedError):
        report.choose_days(services, 31)


@pytest.mark.full
def test_only_what_lies_in_the_period_is_told(full: Services) -> None:
    report.choose_period(full, TODAY - timedelta(days=40), TODAY - timedelta(days=20))
    choose_only(full, *TRACES)
    told = {section.part for section in report.report(full).sections}
    assert not told & {ReportPart.TRAINING, ReportPart.ACTIVITY, ReportPart.FLARES}
    assert not told & {ReportPart.NOTES, ReportPart.LEARNING}
    assert ReportPart.PAIN in told


# --- graphs -------------------------------------------------------------------------------------


@pytest.mark.full
def test_days_without_an_answer_stay_gaps(services: Services) -> None:
    for n in (0, 1, 2, 10, 11, 12):
        diary.answer(services, TODAY - timedelta(days=n), Scale.BACK, 4)
    graph = report.report(services).sections[0].graph
    assert graph is not None
    assert [n for n, value in enumerate(graph.lines[0].values) if value is None] == [
        *range(17),
        *range(20, 27),
    ]


@pytest.mark.full
def test_too_few_answers_draw_no_line(services: Services) -> None:
    for n in range(3):
        diary.answer(services, TODAY - timedelta(days=n), Scale.BACK, 0)
    (section,) = report.report(services).sections
    assert section.graph is None
    assert section.rows[1][-1] == "0–0"


@pytest.mark.full
def test_a_long_period_is_drawn_by_the_week(services: Services) -> None:
    answer_days(services, 90)
    report.choose_days(services, 90)
    graph = report.report(services).sections[0].graph
    assert graph is not None
    assert len(graph.lines[0].values) == 13


@pytest.mark.full
def test_minutes_are_told_by_weeks_that_end_today(services: Services) -> None:
    activity.log_activity(services, ActivityKind.WALK, 30, TODAY)
    activity.log_activity(services, ActivityKind.WALK, 10, TODAY - timedelta(days=6))
    activity.log_activity(services, ActivityKind.WALK, 25, TODAY - timedelta(days=7))
    report.choose_days(services, 14)
    (section,) = report.report(services).sections
    assert section.graph is not None
    assert section.graph.lines[0].values == (25, 40)
    assert section.graph.marks == (0, 30, 60)
    assert "25, 40" in section.graph.said


def test_without_numbers_the_days_are_told_in_words(services: Services) -> None:
    answer_days(services, 10)
    diary.say_feeling(services, TODAY, Feeling.SO_SO)
    person.change_preference(services, "numbers_off", True)
    (section,) = report.report(services).sections
    assert section.graph is None
    assert "Nogenlunde: 1 dag" in section.items


# --- the paper ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("long", [False, True])
@pytest.mark.full
def test_what_the_screen_shows_is_found_again_in_the_file(
    full: Services, language: str, long: bool
) -> None:
    person.change_preference(full, "language", language)
    report.choose_length(full, long)
    choose_only(full, *ReportPart)
    shown = report.report(full)
    pages = pages_of(report.drawn(full).content)
    text = "".join(" ".join(pages).split())
    missing = [one for one in texts_of(shown) if "".join(one.split()) not in text]
    assert missing == []
    assert long or len(pages) == 1


def texts_of(shown: Report) -> list[str]:
    whole = [shown.title, shown.period, shown.who, shown.foot, shown.made_on]
    return [*whole, *(text for section in shown.sections for text in told_by(section))]


def told_by(section: Section) -> list[str]:
    cells = [cell for row in section.rows for cell in row]
    names = [line.name for line in section.graph.lines] if section.graph else []
    return [section.title, *names, *cells, *section.paragraphs, *section.items]


@pytest.mark.full
def test_graphs_have_words_and_the_rest_is_tagged(full: Services) -> None:
    content = report.drawn(full).content
    elements = [one for one in objects(content) if one.get("/Type") == "/StructElem"]
    alternatives = {str(one["/Alt"]) for one in elements if "/Alt" in one}
    graphs = [section.graph for section in report.report(full).sections if section.graph]
    assert len(graphs) == 3
    assert {graph.said for graph in graphs} <= alternatives
    kinds = [str(one["/S"]) for one in elements]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == len(report.report(full).sections)
    assert all("/Alt" in one for one in elements if one["/S"] == "/Figure")


def test_fonts_are_inside_and_the_language_is_told(full: Services) -> None:
    content = report.drawn(full).content
    reader = PdfReader(io.BytesIO(content), strict=True)
    assert reader.trailer["/Root"]["/Lang"] == "da"
    fonts = reader.pages[0]["/Resources"]["/Font"]
    for name in fonts:
        inner = fonts[name]["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in inner["/FontDescriptor"].get_object()
    assert b"/Subtype /Image" not in content, "graphs are drawn, not pictures of dots"


@pytest.mark.full
def test_too_much_for_a_page_is_shortened_and_said(full: Services) -> None:
    with full.database.not_waiting():
        for n in range(30):
            note = f"Nummer {n}: " + "gik en tur rundt om søen " * 20
            full.diary.put(CheckIn(TODAY - timedelta(days=n), note=note), "note")
    choose_only(full, *TRACES)
    made = report.paper(full)
    assert made.shortened
    (text,) = pages_of(made.content)
    assert "plet ned i det ene ben" in text
    assert "… og" in text


@pytest.mark.full
def test_the_longer_one_numbers_its_pages(full: Services) -> None:
    answer_days(full, 365)
    for n in range(60):
        one = trained(TODAY - timedelta(days=3 * n), "3.1", "4.1", "5.4")
        full.sessions.put(one.id, one)
    report.choose_days(full, 365)
    report.choose_length(full, True)
    pages = pages_of(report.drawn(full).content)
    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert f"Side {number} af {len(pages)}" in text
    weeks = [section for section in report.report(full).sections if section.part == "weeks"]
    assert len(weeks[0].rows) == 1 + 53


@pytest.mark.full
def test_nothing_lies_upon_something_else(full: Services) -> None:
    """Lines of one column stand at least a line apart."""
    choose_only(full, *TRACES)
    reader = PdfReader(io.BytesIO(report.drawn(full).content), strict=True)
    places: list[tuple[float, float]] = []

    def see(text: str, _cm: Any, matrix: list[float], _font: Any, size: float) -> None:
        if text.strip():
            places.append((round(matrix[4]), matrix[5]))

    reader.pages[0].extract_text(visitor_text=see)
    for column in {x for x, _ in places}:
        heights = sorted({y for x, y in places if x == column})
        assert all(above - below > 7 for below, above in pairwise(heights))


@pytest.mark.full
def test_a_report_that_is_saved_is_told_of(full: Services) -> None:
    content = report.paper(full).content
    (one,) = full.hand_overs.all()
    assert (one.what, one.size) == (HandedOver.REPORT, len(content))


@pytest.mark.full
def test_it_can_be_exported_as_it_was_chosen(full: Services) -> None:
    choose_only(full, ReportPart.QUESTIONS)
    (text,) = pages_of(export_bytes(full, Form.PDF))
    assert QUESTION in text
    assert "Birgit" not in text
    assert [one.what for one in full.hand_overs.all()] == [HandedOver.REPORT]


@pytest.mark.full
def test_an_empty_period_makes_an_empty_page(services: Services, hand: Hand) -> None:
    shown = report.report(services)
    assert shown.empty
    (text,) = pages_of(paper_of(shown, NOW).content)
    assert "Sådan har jeg haft det" in text
