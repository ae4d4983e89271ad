"""The page of a session: what was done counts; more is told only if it is wanted."""

from dataclasses import replace

import flet as ft
import pytest

from lbp_app.actions import person
from lbp_app.model.exercise import Mode
from lbp_app.model.session import After, Item, Question, Session, SessionKind
from lbp_app.services import Services
from tests.builders import TODAY, YESTERDAY
from tests.harness import Screen
from tests.opened import opened
from tests.trained import trained

HOLD = Item("5.1", Mode.HOLD, (20, 20, 15, 10), each_side=True)
SKIPPED = Item("4.1", Mode.REPS, skipped=True)


def kept(services: Services, **changes: object) -> Session:
    one = replace(trained(TODAY, "3.2", variation="a"), **changes)  # type: ignore[arg-type]
    services.sessions.put(one.id, one)
    return one


def now(services: Services, one: Session) -> Session:
    found = services.sessions.get(one.id)
    assert found is not None
    return found


def lines(screen: Screen) -> list[str]:
    return [text.replace("\u00a0", " ") for text in screen.texts()]


@pytest.mark.full
async def test_it_begins_warmly_then_what_was_done_then_the_way_on(services: Services) -> None:
    one = kept(services)
    async with opened(services, f"/traening/{one.id}") as screen:
        texts = lines(screen)
        begin = [
            texts.index(text)
            for text in (
                "Tak for i dag",
                "Du brugte 20 min på dig selv og din ryg. Det tæller.",
                "Det lavede du",
                "Rejs dig frit",
                "Til I dag",
            )
        ]
        assert begin == sorted(begin)
        assert "Kort træning · 20 min · 1 øvelse" in texts
        await screen.follow("Til I dag")
        assert screen.pushed_routes[-1] == "/"


@pytest.mark.full
async def test_each_exercise_says_level_amount_and_variation(services: Services) -> None:
    one = kept(services, items=(*trained(TODAY, "3.2", variation="a").items, HOLD, SKIPPED))
    async with opened(services, f"/traening/{one.id}") as screen:
        texts = lines(screen)
        assert "Trin 2" in texts
        assert any(text.startswith("2 × 8 gange · ") for text in texts)
        assert "20 + 15/10 sekunder til hver side" in texts
        assert "sprunget over" in texts


@pytest.mark.full
async def test_one_cut_short_is_told_without_judgement(services: Services) -> None:
    one = kept(services, cut_short=True)
    async with opened(services, f"/traening/{one.id}") as screen:
        assert "Du stoppede, da det passede dig. Alt det, du lavede, tæller." in screen.texts()


@pytest.mark.full
async def test_nothing_is_asked_before_it_is_unfolded(services: Services) -> None:
    one = kept(services)
    async with opened(services, f"/traening/{one.id}") as screen:
        assert screen.find(ft.RadioGroup) == []
        await screen.press("Rejs dig frit")
        assert len(screen.find(ft.RadioGroup)) == len(Question)
        assert {group.value for group in screen.find(ft.RadioGroup)} == {None}
        await screen.press("Rejs dig frit")
        assert screen.find(ft.RadioGroup) == []


@pytest.mark.parametrize(
    ("name", "question"),
    [("Kræfter", Question.EFFORT), ("Smerte", Question.PAIN), ("Tryg", Question.SAFE)],
)
@pytest.mark.full
async def test_an_answer_is_kept_told_and_taken_back(
    services: Services, name: str, question: Question
) -> None:
    one = kept(services)
    async with opened(services, f"/traening/{one.id}") as screen:
        await screen.press("Rejs dig frit")
        await screen.press(f"{name}: 4 af 10")
        assert now(services, one).items[0].answer(question) == 4
        assert f"{name} 4" in lines(screen)
        await screen.press(f"Ryd svaret: {name}")
        assert now(services, one).items[0].answer(question) is None
        await screen.press("Fortryd det seneste")
        assert now(services, one).items[0].answer(question) == 4


@pytest.mark.full
async def test_what_was_done_can_be_corrected_set_by_set(services: Services) -> None:
    one = kept(services)

    def done() -> tuple[int, ...]:
        return now(services, one).items[0].done

    async with opened(services, f"/traening/{one.id}") as screen:
        await screen.press("Rejs dig frit")
        await screen.press("Mere: Sæt 2")
        assert done() == (8, 9)
        await screen.press("Mindre: Sæt 1")
        assert done() == (7, 9)
        await screen.press("Fortryd det seneste")
        assert done() == (8, 9)
        await screen.press("Et sæt mere")
        assert done() == (8, 9, 9)
        for _ in range(3):
            await screen.press("Et sæt mindre")
        assert done() == ()
        assert any(text.startswith("ikke lavet") for text in lines(screen))
        await screen.press("Et sæt mere")
        assert done() == (8,)  # the least of the dose


async def test_a_set_is_both_sides_also_where_one_was_not_written_down(services: Services) -> None:
    one = kept(services, items=(Item("2.2", Mode.REPS, (6, 6, 7), each_side=True),))

    def done() -> tuple[int, ...]:
        return now(services, one).items[0].done

    async with opened(services, f"/traening/{one.id}", height=3000) as screen:
        await screen.press(next(name for name in screen.names() if "til hver side" in name))
        await screen.press("Et sæt mere")
        assert done() == (6, 6, 7, 7)
        await screen.press("Fortryd det seneste")
        await screen.press("Et sæt mindre")
        assert done() == (6, 6)


async def test_seconds_go_by_five_and_each_side_by_itself(services: Services) -> None:
    one = kept(services, items=(HOLD,))
    async with opened(services, f"/traening/{one.id}") as screen:
        await screen.press(exercise(screen))
        await screen.press("Mindre: Sæt 2, anden side")
        assert now(services, one).items[0].done == (20, 20, 15, 5)
        await screen.press("Et sæt mere")
        assert now(services, one).items[0].done == (20, 20, 15, 5, 15, 5)


@pytest.mark.full
async def test_nothing_is_less_than_none(services: Services) -> None:
    one = kept(services, items=(Item("3.1", Mode.REPS, (0, 8)),))
    async with opened(services, f"/traening/{one.id}") as screen:
        await screen.press(exercise(screen))
        await screen.press("Mindre: Sæt 1")
    assert now(services, one).items[0].done == (0, 8)


def exercise(screen: Screen) -> str:
    """The name of the first row that unfolds."""
    at = screen.texts().index("Tryk på en øvelse, hvis du vil fortælle om den eller rette den.")
    return screen.texts()[at + 1]


async def test_without_numbers_no_scale_is_shown(services: Services) -> None:
    person.change_preference(services, "numbers_off", True)
    one = kept(services, items=(Item("3.1", Mode.REPS, (8, 8), effort=4),))
    async with opened(services, f"/traening/{one.id}") as screen:
        assert "Kræfter 4" not in lines(screen)
        await screen.press(exercise(screen))
        assert screen.find(ft.RadioGroup) == []
        assert "Hvor meget blev det?" in screen.texts()


@pytest.mark.full
async def test_a_reflection_is_kept(services: Services) -> None:
    one = kept(services)
    async with opened(services, f"/traening/{one.id}") as screen:
        await screen.type("Hvad blev lettere?", "At tage sko på")
    assert now(services, one).reflection == "At tage sko på"


@pytest.mark.full
async def test_a_reflection_with_a_cpr_number_is_refused_and_stays(services: Services) -> None:
    one = kept(services)
    async with opened(services, f"/traening/{one.id}") as screen:
        await screen.type("Hvad blev lettere?", "Mit nummer er 010190-1234")
        field = screen.one(ft.TextField, label="Hvad blev lettere?")
        assert field.value == "Mit nummer er 010190-1234"
        assert "CPR-nummer" in str(field.error)
    assert now(services, one).reflection == ""


@pytest.mark.full
async def test_it_can_be_deleted_and_brought_back(services: Services) -> None:
    one = kept(services)
    async with opened(services, f"/traening/{one.id}") as screen:
        await screen.press("Slet træningen")
        assert services.sessions.all() == []
        assert "Træningen er her ikke" in screen.texts()
        await screen.press("Fortryd det seneste")
        assert "Rejs dig frit" in screen.texts()
    assert services.sessions.all() == [one]


async def test_one_that_is_not_there_leads_on(services: Services) -> None:
    async with opened(services, "/traening/nix") as screen:
        assert "Træningen er her ikke" in screen.texts()
        await screen.follow("Se al din træning")
        assert "Din træning" in screen.texts()


@pytest.mark.full
async def test_how_the_back_was_can_be_said_and_changed_later(services: Services) -> None:
    one = kept(services, day=YESTERDAY, after=After.PASSED)
    async with opened(services, f"/traening/{one.id}") as screen:
        assert "Sprunget over dengang. Du kan stadig svare." in screen.texts()
        await screen.press("Mere øm i over et døgn")
    assert now(services, one).after is After.OVER_A_DAY


@pytest.mark.full
async def test_on_the_day_itself_nobody_knows_yet(services: Services) -> None:
    one = kept(services)
    async with opened(services, f"/traening/{one.id}") as screen:
        assert "Hvordan var ryggen bagefter?" not in screen.texts()


async def test_a_single_exercise_goes_by_its_own_name(services: Services) -> None:
    one = kept(services, kind=SessionKind.SINGLE, day=YESTERDAY)
    async with opened(services, f"/traening/{one.id}") as screen:
        assert "Én øvelse" not in screen.texts()
        assert screen.texts().count("Rejs dig frit") == 2


async def test_a_double_tap_deletes_once_and_can_be_undone(services: Services) -> None:
    one = kept(services)
    async with opened(services, f"/traening/{one.id}", height=3000) as screen:
        await screen.press("Slet træningen", times=2)
        assert "Gemt" in screen.texts()
        await screen.press("Fortryd det seneste")
    assert services.sessions.all() == [one]
