import time
from datetime import date, timedelta

import flet as ft
import flet_charts as fc  # type: ignore[import-untyped]
import pytest

from lbp_app.actions import diary
from lbp_app.actions.person import change_preference
from lbp_app.model.diary import Feeling, Scale
from lbp_app.model.progress import THINNED
from lbp_app.services import Services
from tests.builders import TODAY, YESTERDAY, Hand, ten_years
from tests.harness import Screen
from tests.opened import opened

ROUTE = "/mig/udvikling"
CHARTS = 3


def say(services: Services, scale: Scale, answers: dict[int, int]) -> None:
    """`answers` by days ago."""
    for ago, value in answers.items():
        diary.answer(services, TODAY - timedelta(days=ago), scale, value)


def drawn(screen: Screen, at: int = 0) -> list[list[tuple[float, float]]]:
    """The points of each unbroken line of a chart."""
    return [
        [(point["x"], point["y"]) for point in data.points]
        for data in screen.find(fc.LineChart)[at].data_series
    ]


def rows(screen: Screen) -> list[str]:
    """The rows of an open table, as a screen reader says them."""
    return [label for label in screen.labels() if label.startswith(("Dag: ", "Uge fra: "))]


@pytest.mark.full
async def test_before_the_first_answer_it_says_what_will_be_here(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        assert "Her kan du se, hvordan det går over tid" in screen.texts()
        assert screen.find(fc.LineChart) == []
        await screen.follow("Til dagens tjek")
        assert "Dagens tjek" in screen.texts()


@pytest.mark.full
async def test_a_line_is_drawn_for_each_question_and_stops_at_a_gap(services: Services) -> None:
    say(services, Scale.BACK, {6: 4, 5: 0, 2: 3, 1: 8})
    say(services, Scale.SLEEP, {0: 2})
    async with opened(services, ROUTE) as screen:
        await screen.press("7 dage")
        assert drawn(screen) == [[(0, 4), (1, 0)], [(4, 3), (5, 8)]]
        assert [len(drawn(screen, at)) for at in range(CHARTS)] == [2, 0, 1]


@pytest.mark.full
async def test_an_answer_between_two_gaps_is_a_dot(services: Services) -> None:
    say(services, Scale.BACK, {5: 4, 1: 8})
    async with opened(services, ROUTE) as screen:
        await screen.press("7 dage")
        alone, newest = screen.find(fc.LineChart)[0].data_series
        assert alone.point
        assert newest.points[-1]["point"]


@pytest.mark.parametrize(("span", "days"), [("7 dage", 7), ("30 dage", 30), ("90 dage", 90)])
@pytest.mark.full
async def test_a_span_is_as_long_as_it_says(services: Services, span: str, days: int) -> None:
    say(services, Scale.BACK, {ago: 1 for ago in (0, 6, 7, 29, 30, 89, 90)})
    async with opened(services, ROUTE) as screen:
        await screen.press(span)
        points = [point for line in drawn(screen) for point in line]
        expected = [days - 1 - ago for ago in (90, 89, 30, 29, 7, 6, 0) if ago < days]
        assert [x for x, _ in points] == expected
        assert screen.find(fc.LineChart)[0].max_x == days - 0.5


@pytest.mark.full
async def test_all_begins_with_the_first_day(services: Services) -> None:
    say(services, Scale.BACK, {100: 5, 0: 2})
    async with opened(services, ROUTE) as screen:
        await screen.press("Alt")
        assert drawn(screen) == [[(0, 5)], [(100, 2)]]


@pytest.mark.full
async def test_a_clock_that_went_back_leaves_something_to_see(
    services: Services, hand: Hand
) -> None:
    say(services, Scale.BACK, {0: 5})
    hand.move(days=-400)
    async with opened(services, ROUTE) as screen:
        await screen.press("Alt")
        assert drawn(screen) == []


@pytest.mark.full
async def test_each_chart_has_a_sentence_which_is_also_its_name(services: Services) -> None:
    say(services, Scale.BACK, {7: 8, 6: 8, 1: 3, 0: 3})
    async with opened(services, ROUTE) as screen:
        sentence = "Rygsmerten er gået fra omkring 8 til omkring 3."
        assert [text for text in screen.texts() if text.startswith(sentence)]
        charts = [label for label in screen.labels() if label.startswith("Graf: ")]
        assert len(charts) == CHARTS
        assert sentence in charts[0]
        assert "Besvær: der er for få svar endnu til at sige noget." in charts[1]


@pytest.mark.full
async def test_the_table_twin_of_a_week_has_a_row_a_day_newest_first(services: Services) -> None:
    say(services, Scale.BACK, {2: 0, 0: 7})
    async with opened(services, ROUTE) as screen:
        await screen.press("7 dage")
        assert rows(screen) == []
        await screen.press("Vis som tabel: Rygsmerte · Bensmerte")
        assert rows(screen)[:3] == [
            "Dag: 5.\xa0okt., Rygsmerte: 7, Bensmerte: ikke besvaret",
            "Dag: 4.\xa0okt., Rygsmerte: ikke besvaret, Bensmerte: ikke besvaret",
            "Dag: 3.\xa0okt., Rygsmerte: 0, Bensmerte: ikke besvaret",
        ]
        assert len(rows(screen)) == 7
        await screen.press("Skjul tabel: Rygsmerte · Bensmerte")
        assert rows(screen) == []


@pytest.mark.parametrize(("percent", "heads"), [(100, 1), (200, 0)])
@pytest.mark.full
async def test_heads_stand_over_cells_and_not_over_sentences(
    services: Services, percent: int, heads: int
) -> None:
    say(services, Scale.BACK, {0: 7})
    change_preference(services, "text_scale", percent)
    async with opened(services, ROUTE) as screen:
        await screen.press("7 dage")
        await screen.press("Vis som tabel: Rygsmerte · Bensmerte")
        assert screen.labels().count("Dag, Rygsmerte, Bensmerte") == heads
        assert rows(screen)


async def test_the_table_stands_before_its_chart_for_the_keyboard(services: Services) -> None:
    say(services, Scale.BACK, {0: 7})
    async with opened(services, ROUTE) as screen:
        await screen.press("Vis som tabel: Rygsmerte · Bensmerte")
        labels = screen.labels()
        assert labels.index(rows(screen)[0]) < next(
            at for at, label in enumerate(labels) if label.startswith("Graf: Rygsmerte")
        )


@pytest.mark.full
async def test_a_longer_table_has_whole_weeks_from_monday(services: Services) -> None:
    say(services, Scale.BACK, {n: 4 for n in range(28, 36)} | {0: 3, 1: 5, 2: 6})
    async with opened(services, ROUTE) as screen:
        await screen.press("Vis som tabel: Rygsmerte · Bensmerte")
        told = rows(screen)
        assert (
            told[0] == "Uge fra: 5.\xa0okt., Rygsmerte: 3, Bensmerte: ikke besvaret, Dage: 1 af 7"
        )
        assert told[1].startswith("Uge fra: 28.\xa0sep., Rygsmerte: 5,5")
        assert told[-1].startswith("Uge fra: 31.\xa0aug., Rygsmerte: 4")
        assert told[-1].endswith("Dage: 7 af 7")


@pytest.mark.full
async def test_a_table_stays_open_when_another_span_is_chosen(services: Services) -> None:
    say(services, Scale.BACK, {0: 7})
    async with opened(services, ROUTE) as screen:
        await screen.press("Vis som tabel: Rygsmerte · Bensmerte")
        await screen.press("7 dage")
        assert len(rows(screen)) == 7


@pytest.mark.full
async def test_the_calendar_tells_answered_days_and_no_streak(services: Services) -> None:
    say(services, Scale.MOOD, {0: 0, 1: 3, 2: 5})
    diary.skip(services, date(2026, 10, 1), "mood")
    async with opened(services, ROUTE) as screen:
        days = [n for n in screen.names() if n.endswith("besvaret") and "oktober, " in n]
        assert [n.split(", ")[1] for n in days] == ["ikke besvaret"] * 2 + ["besvaret"] * 3
        assert "Måneden efter" not in screen.names()
        assert not [t for t in screen.texts() if "i træk" in t or "streak" in t]


@pytest.mark.full
async def test_a_day_in_the_calendar_leads_to_that_day(services: Services) -> None:
    say(services, Scale.MOOD, {1: 3})
    async with opened(services, ROUTE) as screen:
        await screen.press("Måneden før")
        assert "September 2026" in screen.texts()
        await screen.follow("onsdag 30.\xa0september, ikke besvaret")
        assert "Onsdag 30.\xa0september" in screen.texts()


@pytest.mark.full
async def test_an_answer_given_in_another_tab_fills_its_day(services: Services) -> None:
    say(services, Scale.MOOD, {1: 3})
    async with opened(services, ROUTE) as screen:
        diary.answer(services, TODAY, Scale.BACK, 4)
        await screen.settle()
        assert "mandag 5.\xa0oktober, besvaret" in screen.names()
        assert drawn(screen) == [[(29, 4)]]


@pytest.mark.full
async def test_another_language_redraws_what_was_kept(services: Services) -> None:
    say(services, Scale.MOOD, {1: 3})
    async with opened(services, ROUTE) as screen:
        change_preference(services, "language", "en")
        await screen.settle()
        assert [label for label in screen.labels() if label.startswith("Chart: Back pain")]
        assert "Sunday 4\xa0October, answered" in screen.names()


@pytest.mark.full
async def test_a_larger_text_redraws_what_was_kept(services: Services) -> None:
    say(services, Scale.BACK, {1: 3})
    async with opened(services, ROUTE) as screen:
        axis = screen.find(fc.LineChart)[0].left_axis.label_size
        change_preference(services, "text_scale", 200)
        await screen.settle()
        assert screen.find(fc.LineChart)[0].left_axis.label_size == 2 * axis


async def test_without_numbers_there_are_words_and_days_but_no_scores(services: Services) -> None:
    say(services, Scale.BACK, {0: 7, 1: 7, 2: 7, 3: 7})
    diary.say_feeling(services, TODAY, Feeling.WELL)
    diary.say_feeling(services, YESTERDAY, Feeling.WELL)
    change_preference(services, "numbers_off", True)
    async with opened(services, ROUTE) as screen:
        assert screen.find(fc.LineChart) == []
        assert "Svar: Godt, Dage: 2 dage" in screen.labels()
        assert "Svar: Skidt, Dage: 0 dage" in screen.labels()
        assert not [text for text in screen.texts() if "Rygsmerte" in text]


@pytest.mark.full
async def test_ten_years_keep_to_few_points_and_say_how(services: Services) -> None:
    ten_years(services)
    async with opened(services, ROUTE) as screen:
        await screen.press("Alt")
        for at in range(CHARTS):
            places = {x for line in drawn(screen, at) for x, _ in line}
            assert places == set(range(THINNED))
        assert screen.texts().count("Hvert punkt er det midterste svar af 61 dage.") == CHARTS


@pytest.mark.full
async def test_ten_years_are_drawn_in_the_blink_of_an_eye(services: Services) -> None:
    """Seconds of this process, so that a busy machine counts less. bench/ measures the real bar."""
    ten_years(services)
    took: dict[str, list[float]] = {"I dag": [], "Udvikling, alt": []}
    for _ in range(4):
        began = time.process_time()
        async with opened(services):
            took["I dag"].append(time.process_time() - began)
        async with opened(services, ROUTE) as screen:
            spans = next(group for group in screen.find(ft.RadioGroup) if group.value == "30")
            began = time.process_time()
            await screen.headless.send(spans, "change", "all", value="all")
            took["Udvikling, alt"].append(time.process_time() - began)
    for name, seconds in took.items():
        print(f"{name}: {min(seconds) * 1000:.0f} ms")
        assert min(seconds) <= 0.2
