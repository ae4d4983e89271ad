from typing import Any
from unittest.mock import ANY

import flet as ft
import pytest
from sqlalchemy import event

from lbp_app.actions import diary
from lbp_app.actions.person import change_preference
from lbp_app.errors import StoreError
from lbp_app.model.diary import CheckIn, Feeling, LegSide, Scale
from lbp_app.screens import checkin
from lbp_app.screens.questions import FEELINGS, SCALES
from lbp_app.screens.ui import Ui
from lbp_app.services import Services
from tests.builders import TODAY, YESTERDAY
from tests.harness import Screen
from tests.opened import opened

NUMBERS = {str(n) for n in range(11)}


def chosen(screen: Screen) -> list[str | None]:
    """What each open question has as its answer."""
    return [group.value for group in screen.find(ft.RadioGroup)]


def rings(screen: Screen) -> list[str]:
    """The numbers with a faint ring: what was said the day before."""
    circles = [c for c in screen.find(ft.Container) if isinstance(c.content, ft.Text) and c.border]
    return [c.content.value for c in circles if isinstance(c.content, ft.Text)]


async def skip_to(screen: Screen, scale: Scale) -> None:
    for before in list(Scale)[: list(Scale).index(scale)]:
        await screen.press(f"Spring over: {SCALES[before].name}")


@pytest.mark.full
async def test_the_first_question_is_open_and_nothing_is_chosen(services: Services) -> None:
    async with opened(services) as screen:
        assert "Hvordan har ryggen haft det siden i går?" in screen.texts()
        assert "Og benet?" not in screen.texts()
        assert chosen(screen) == [None]
        assert services.diary.get(TODAY) == CheckIn(TODAY)


@pytest.mark.full
async def test_unanswered_is_never_shown_as_zero(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 0)
    async with opened(services) as screen:
        assert "0 af 10" in screen.texts()
        await screen.press("Ret: Rygsmerte")
        assert chosen(screen) == ["0", None]
        await screen.press("Ryd svaret: Rygsmerte")
        assert chosen(screen) == [None, None]
        assert services.diary.get(TODAY).back_pain is None
        assert not [text for text in screen.texts() if "af 10" in text]


@pytest.mark.full
async def test_a_tap_is_saved_at_once_and_the_next_question_opens(services: Services) -> None:
    async with opened(services) as screen:
        await screen.press("Rygsmerte: 4 af 10")
        assert services.diary.get(TODAY).back_pain == 4
        assert "Gemt" in screen.texts()
        assert "1 af 5 besvaret" in screen.labels()
        assert chosen(screen) == ["4", None]
        assert "Og benet?" in screen.texts()


@pytest.mark.full
async def test_an_arrow_key_answers_as_a_tap_does(services: Services) -> None:
    async with opened(services) as screen:
        group = screen.one(ft.RadioGroup)
        await screen.send(group, "change", "7", value="7")
        assert services.diary.get(TODAY).back_pain == 7


@pytest.mark.full
async def test_the_question_that_was_answered_stays_open_until_the_one_after(
    services: Services,
) -> None:
    async with opened(services) as screen:
        await screen.press("Rygsmerte: 4 af 10")
        await screen.press("Rygsmerte: 5 af 10")
        assert services.diary.get(TODAY).back_pain == 5
        await screen.press("Bensmerte: 1 af 10")
        assert "Rygsmerte: 5 af 10" not in screen.names()
        assert "5 af 10" in screen.texts()


@pytest.mark.full
async def test_each_number_is_named_with_its_question(services: Services) -> None:
    async with opened(services) as screen:
        named = [name for name in screen.names() if name.startswith("Rygsmerte: ")]
        assert named == [f"Rygsmerte: {n} af 10" for n in range(11)]
        assert "Rygsmerte" in screen.labels()


@pytest.mark.full
async def test_the_ends_of_each_scale_are_said_in_words(services: Services) -> None:
    async with opened(services) as screen:
        for scale in Scale:
            low, high = SCALES[scale].low, SCALES[scale].high
            assert {f"0  {low}", f"10  {high}"} <= set(screen.texts())
            await screen.press(f"Spring over: {SCALES[scale].name}")


@pytest.mark.full
async def test_a_question_can_be_passed_by_and_taken_up_again(services: Services) -> None:
    async with opened(services) as screen:
        await screen.press("Spring over: Rygsmerte")
        assert services.diary.get(TODAY).skipped == {"back_pain"}
        assert "sprunget over" in screen.texts()
        await screen.press("Ret: Rygsmerte")
        await screen.press("Rygsmerte: 2 af 10")
        assert services.diary.get(TODAY) == CheckIn(TODAY, back_pain=2)


@pytest.mark.full
async def test_yesterdays_answer_is_shown_but_not_filled_in(services: Services) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 6)
    async with opened(services) as screen:
        assert [text for text in screen.texts() if text.endswith(": 6")]
        assert rings(screen) == ["6"]
        assert chosen(screen) == [None]
        assert services.diary.get(TODAY) == CheckIn(TODAY)


@pytest.mark.full
async def test_nothing_is_ringed_when_yesterday_was_not_answered(services: Services) -> None:
    diary.skip(services, YESTERDAY, "back_pain")
    async with opened(services) as screen:
        assert rings(screen) == []


@pytest.mark.parametrize("value", [None, 0, 3])
@pytest.mark.full
async def test_the_side_is_asked_only_when_the_leg_hurts(
    services: Services, value: int | None
) -> None:
    diary.answer(services, TODAY, Scale.BACK, 3)
    async with opened(services) as screen:
        if value is not None:
            await screen.press(f"Bensmerte: {value} af 10")
        assert ("Hvilket ben?" in screen.texts()) is bool(value)


@pytest.mark.full
async def test_the_side_is_saved(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 3)
    async with opened(services) as screen:
        await screen.press("Bensmerte: 5 af 10")
        await screen.press("Venstre")
        assert services.diary.get(TODAY).leg_side is LegSide.LEFT


@pytest.mark.full
async def test_the_last_answer_brings_a_thank_you_and_no_sum(services: Services) -> None:
    async with opened(services) as screen:
        for scale in Scale:
            await screen.press(f"{SCALES[scale].name}: 3 af 10")
        assert "Tak. Så er der svaret på det hele." in screen.texts()
        assert "5 af 5 besvaret" in screen.labels()


@pytest.mark.full
async def test_the_last_tap_can_be_undone_once(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 2)
    async with opened(services) as screen:
        await screen.press("Ret: Rygsmerte")
        await screen.press("Rygsmerte: 9 af 10")
        await screen.press("Fortryd det seneste")
        assert services.diary.get(TODAY).back_pain == 2
        assert "Fortrudt" in screen.texts()
        assert "Fortryd det seneste" not in screen.names()


@pytest.mark.full
async def test_an_undo_that_comes_too_late_is_said(services: Services) -> None:
    async with opened(services) as screen:
        await screen.press("Rygsmerte: 9 af 10")
        diary.answer(services, TODAY, Scale.BACK, 1)
        await screen.press("Fortryd det seneste")
        assert services.diary.get(TODAY).back_pain == 1
        assert [text for text in screen.texts() if "kan ikke fortrydes mere" in text]


@pytest.mark.full
async def test_a_note_can_be_written_once_something_was_said(services: Services) -> None:
    async with opened(services) as screen:
        assert screen.find(ft.TextField) == []
        await screen.press("Rygsmerte: 4 af 10")
        await screen.type("Note til dagen", "  Gik en tur.\n")
        assert services.diary.get(TODAY).note == "Gik en tur."
        assert screen.one(ft.TextField).value == "Gik en tur."


@pytest.mark.full
async def test_without_numbers_no_number_is_shown_and_one_question_is_asked(
    services: Services,
) -> None:
    for day in (YESTERDAY, TODAY):
        for scale in Scale:
            diary.answer(services, day, scale, 7)
    change_preference(services, "numbers_off", True)
    async with opened(services) as screen:
        assert "Hvordan går det?" in screen.texts()
        assert not NUMBERS & set(screen.texts())
        assert not [text for text in [*screen.texts(), *screen.labels()] if " af 10" in text]
        assert not [text for text in screen.labels() if "af 5" in text]


@pytest.mark.parametrize("feeling", list(Feeling))
@pytest.mark.full
async def test_five_words_answer_without_numbers(services: Services, feeling: Feeling) -> None:
    change_preference(services, "numbers_off", True)
    async with opened(services) as screen:
        await screen.press(FEELINGS[feeling])
        assert services.diary.get(TODAY) == CheckIn(TODAY, feeling=feeling)
        assert chosen(screen) == [feeling.value]


@pytest.mark.parametrize(
    ("width", "lines"), [(320, [4, 4, 3]), (400, [6, 5]), (839, [11]), (1200, [6, 5])]
)
@pytest.mark.full
async def test_the_eleven_choices_stand_in_lines_that_fit(
    services: Services, width: float, lines: list[int]
) -> None:
    async with opened(services, width=width) as screen:
        rows = [
            len(row.controls)
            for row in screen.find(ft.Row)
            if row.controls and isinstance(row.controls[0], ft.MergeSemantics)
        ]
        assert rows == lines


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.full
async def test_a_number_is_never_smaller_than_a_finger(services: Services, percent: int) -> None:
    change_preference(services, "text_scale", percent)
    async with opened(services, width=320) as screen:
        sizes = {stack.width for stack in screen.find(ft.Stack) if stack.width == stack.height}
        assert min(size for size in sizes if size) >= 44


@pytest.mark.full
async def test_a_tap_draws_the_card_then_the_page_and_only_what_hangs_on_it(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(services) as screen:
        await screen.press("Rygsmerte: 4 af 10")
        drawn: list[CheckIn] = []
        draw = checkin.use_scales

        def counted(ui: Ui, check_in: CheckIn, *known: Any) -> list[ft.Control]:
            drawn.append(check_in)
            return draw(ui, check_in, *known)

        monkeypatch.setattr(checkin, "use_scales", counted)
        bar, legs = screen.one(ft.NavigationBar), screen.find(ft.RadioGroup)[1]
        await screen.press("Rygsmerte: 5 af 10")
        assert [check_in.back_pain for check_in in drawn] == [5, 5]
        assert screen.one(ft.NavigationBar) is bar
        assert screen.find(ft.RadioGroup)[1] is legs


def numbers(screen: Screen) -> list[ft.Control]:
    """What is drawn of the first open question's eleven."""
    rows = [row for row in screen.find(ft.Row) if isinstance(row.controls[0], ft.MergeSemantics)]
    return [number for row in rows for number in row.controls][:11]


async def test_of_eleven_numbers_a_tap_draws_the_two_that_look_otherwise(
    services: Services,
) -> None:
    async with opened(services) as screen:
        await screen.press("Rygsmerte: 4 af 10")
        before = numbers(screen)
        await screen.press("Rygsmerte: 5 af 10")
        after = numbers(screen)
        drawn = [
            n for n, (old, new) in enumerate(zip(before, after, strict=True)) if old is not new
        ]
        assert drawn == [4, 5]
        await screen.press("Rygsmerte: 6 af 10")  # one that was kept
        assert services.diary.get(TODAY).back_pain == 6
        assert chosen(screen)[0] == "6"


async def test_a_tap_sends_little_and_asks_little(services: Services) -> None:
    """Bytes, messages and statements of one changed answer, the drawing of the page included."""
    asked: list[str] = []
    async with opened(services) as screen:
        for value in (4, 5):  # the voice that announces is made once
            await screen.press(f"Rygsmerte: {value} af 10")
        event.listen(
            services.database.engine,
            "before_cursor_execute",
            lambda *given: asked.append(given[2]),
        )
        client = screen.headless.client
        sent, calls = client.bytes_sent, len(client.calls)
        await screen.press("Rygsmerte: 6 af 10")
        assert client.bytes_sent - sent < 480, "435 and some; a new voice would be 62 more"
        assert client.calls[calls:] == [("announce_message", ANY)]
        saving = next(n for n, statement in enumerate(asked) if statement.startswith("INSERT"))
        assert saving == 2, "what stands is read, and written"
        assert len([one for one in asked if one.startswith("SELECT")]) < 45


@pytest.mark.full
async def test_what_could_not_be_saved_is_not_shown_as_chosen(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError

    async with opened(services) as screen:
        await screen.press("Rygsmerte: 4 af 10")
        with monkeypatch.context() as patched:
            patched.setattr(diary, "answer", full)
            for _ in range(2):  # the radio button has it already
                group = screen.find(ft.RadioGroup)[0]
                await screen.send(group, "change", "7", value="7")
                assert chosen(screen) == ["4", None]
        await screen.press("Rygsmerte: 6 af 10")
        assert chosen(screen) == ["6", None]
