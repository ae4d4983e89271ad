from datetime import date, timedelta

import flet as ft
import pytest

from lbp_app.actions import diary
from lbp_app.actions.history import undo
from lbp_app.actions.person import change_preference
from lbp_app.model.diary import CheckIn, Feeling, LegSide, Scale
from lbp_app.services import Services
from tests.builders import TODAY, YESTERDAY, Hand
from tests.opened import opened

LOST = "Den side findes ikke"
EARLIER = date(2026, 9, 30)


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/dag/2026-10-04", "Søndag 4.\xa0oktober"),
        ("/dag/2026-10-05", "Mandag 5.\xa0oktober"),
        ("/dag/1998-02-28", "Lørdag 28.\xa0februar 1998"),
        ("/dag/2026-10-06", LOST),
        ("/dag/2999-01-01", LOST),
        ("/dag/2026-02-30", LOST),
        ("/dag/igaar", LOST),
        ("/dag/0001-01-01", LOST),
        ("/dag/-1", LOST),
    ],
)
@pytest.mark.full
async def test_an_address_opens_its_day_and_no_other(
    services: Services, address: str, title: str
) -> None:
    async with opened(services, address) as screen:
        assert title in screen.texts()


@pytest.mark.full
async def test_an_earlier_day_can_be_completed(services: Services) -> None:
    diary.answer(services, EARLIER, Scale.BACK, 3)
    async with opened(services, f"/dag/{EARLIER}") as screen:
        assert "For 5 dage siden" in screen.texts()
        await screen.press("Bensmerte: 2 af 10")
    assert services.diary.get(EARLIER) == CheckIn(EARLIER, back_pain=3, leg_pain=2)
    assert services.diary.get(TODAY) == CheckIn(TODAY)


@pytest.mark.full
async def test_a_correction_is_told_with_what_stood_before(services: Services, hand: Hand) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 3)
    hand.move(hours=2)
    async with opened(services, f"/dag/{YESTERDAY}") as screen:
        assert "Rettet" not in screen.texts()
        await screen.press("Ret: Rygsmerte")
        await screen.press("Rygsmerte: 8 af 10")
        assert "5.\xa0okt. 11.00: Rygsmerte fra 3 til 8" in screen.texts()


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("leg_side", "Hvilket ben? fra Venstre til Begge"),
        ("feeling", "Hvordan går det? fra Godt til Skidt"),
        ("skip", "Humør fra 5 til sprunget over"),
        ("clear", "Humør fra 5 til intet svar"),
        ("take up", "Søvn fra sprunget over til 1"),
        ("note", "noten blev ændret"),
    ],
)
@pytest.mark.full
async def test_every_kind_of_correction_has_its_words(
    services: Services, field: str, said: str
) -> None:
    diary.answer(services, YESTERDAY, Scale.LEG, 4)
    diary.answer(services, YESTERDAY, Scale.MOOD, 5)
    diary.skip(services, YESTERDAY, "sleep")
    diary.choose_leg_side(services, YESTERDAY, LegSide.LEFT)
    diary.say_feeling(services, YESTERDAY, Feeling.WELL)
    diary.write_note(services, YESTERDAY, "En hemmelighed.")
    corrections = {
        "leg_side": lambda: diary.choose_leg_side(services, YESTERDAY, LegSide.BOTH),
        "feeling": lambda: diary.say_feeling(services, YESTERDAY, Feeling.POORLY),
        "skip": lambda: diary.skip(services, YESTERDAY, "mood"),
        "clear": lambda: diary.answer(services, YESTERDAY, Scale.MOOD, None),
        "take up": lambda: diary.answer(services, YESTERDAY, Scale.SLEEP, 1),
        "note": lambda: diary.write_note(services, YESTERDAY, "En anden."),
    }
    corrections[field]()
    async with opened(services, f"/dag/{YESTERDAY}") as screen:
        assert [text for text in screen.texts() if text.endswith(said)]
        assert not [text for text in screen.texts() if "hemmelighed" in text]


async def test_the_newest_correction_stands_first_and_an_undo_is_one(services: Services) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 3)
    undo(services, diary.answer(services, YESTERDAY, Scale.BACK, 8))
    async with opened(services, f"/dag/{YESTERDAY}") as screen:
        told = [text for text in screen.texts() if "Rygsmerte fra" in text]
        assert [text.split(": ")[1] for text in told] == [
            "Rygsmerte fra 8 til 3",
            "Rygsmerte fra 3 til 8",
        ]


@pytest.mark.full
async def test_without_numbers_a_correction_tells_no_number(services: Services) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 3)
    diary.answer(services, YESTERDAY, Scale.BACK, 8)
    diary.say_feeling(services, YESTERDAY, Feeling.WELL)
    diary.say_feeling(services, YESTERDAY, Feeling.POORLY)
    change_preference(services, "numbers_off", True)
    async with opened(services, f"/dag/{YESTERDAY}") as screen:
        assert [text for text in screen.texts() if text.endswith("fra Godt til Skidt")]
        assert not [text for text in screen.texts() if "Rygsmerte" in text]


@pytest.mark.full
async def test_one_goes_from_day_to_day_but_not_beyond_today(services: Services) -> None:
    async with opened(services, f"/dag/{YESTERDAY}") as screen:
        await screen.follow("Dagen efter")
        assert "Mandag 5.\xa0oktober" in screen.texts()
        assert "Dagen efter" not in screen.names()
        await screen.follow("Dagen før")
        await screen.follow("Dagen før")
        assert "Lørdag 3.\xa0oktober" in screen.texts()


@pytest.mark.full
async def test_the_answers_of_one_day_do_not_come_along_to_the_next(services: Services) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 3)
    diary.write_note(services, YESTERDAY, "I haven.")
    diary.write_note(services, TODAY, "I byen.")
    async with opened(services, f"/dag/{YESTERDAY}") as screen:
        assert screen.one(ft.TextField).value == "I haven."
        await screen.follow("Dagen efter")
        assert screen.one(ft.TextField).value == "I byen."
        assert "0 af 5 besvaret" in screen.labels()


@pytest.mark.full
async def test_a_question_about_an_earlier_day_asks_in_the_past(services: Services) -> None:
    async with opened(services, f"/dag/{YESTERDAY - timedelta(days=1)}") as screen:
        assert "Hvordan havde ryggen det?" in screen.texts()
        assert "Dagens svar" in screen.texts()
