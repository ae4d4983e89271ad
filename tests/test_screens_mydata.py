from typing import Any

import flet as ft
import pytest

from lbp_app.actions import diary, mydata
from lbp_app.actions import participant as people
from lbp_app.actions.person import change_profile, switch_role
from lbp_app.errors import ReadOnlyError
from lbp_app.model.diary import Scale
from lbp_app.model.person import Role
from lbp_app.services import Services
from tests.builders import TODAY, YESTERDAY
from tests.harness import Screen
from tests.opened import opened
from tests.physio import physio_of

ROUTE = "/mig/data"


def saved_files(screen: Screen) -> list[dict[str, Any]]:
    return [args for name, args in screen.headless.client.calls if name == "save_file"]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([], "Her er 0 dage med svar."),
        ([TODAY], "Her er 1 dag med svar."),
        ([TODAY, YESTERDAY], "Her er 2 dage med svar."),
    ],
)
@pytest.mark.full
async def test_it_tells_where_the_file_lies_and_what_is_in_it(
    services: Services, days: list[Any], said: str
) -> None:
    for day in days:
        diary.answer(services, day, Scale.BACK, 0)
    async with opened(services, ROUTE) as screen:
        assert said in screen.texts()
        to_be_copied = screen.one(ft.SelectionArea).content
        assert isinstance(to_be_copied, ft.Text)
        assert to_be_copied.value == str(services.database.path)


@pytest.mark.full
async def test_a_copy_is_the_whole_diary_as_a_spreadsheet(services: Services) -> None:
    diary.write_note(services, TODAY, "Æbler, pærer; og “citat”")
    async with opened(services, ROUTE) as screen:
        await screen.press("Gem som regneark")
        [file] = saved_files(screen)
        assert file["file_name"] == "rygvej-dagbog.csv"
        assert file["src_bytes"] == mydata.csv_copy(services)
        assert [text for text in screen.texts() if text.startswith("Kopien er lavet.")]


async def test_what_was_not_saved_after_all_is_not_said_to_be(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a window of one's own one chooses where, and may think better of it."""

    async def save_file(_: ft.FilePicker, **__: Any) -> str | None:
        return where

    where: str | None = None
    monkeypatch.setattr(ft.FilePicker, "save_file", save_file)
    monkeypatch.setattr(ft.Page, "web", False)
    async with opened(services, ROUTE) as screen:
        await screen.press("Gem som regneark")
        assert not [text for text in screen.texts() if text.startswith("Kopien er lavet.")]
        where = "/home/mig/rygvej-dagbog.csv"
        await screen.press("Gem som regneark")
        assert [text for text in screen.texts() if text.startswith("Kopien er lavet.")]


async def test_deleting_is_asked_once_and_may_be_thought_over(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    async with opened(services, ROUTE) as screen:
        await screen.press("Slet alt …")
        assert [text for text in screen.texts() if "alle kopier: 1 dag med svar, fra" in text]
        await screen.press("Nej, behold")
        assert "Er du sikker?" not in screen.texts()
        assert services.diary.get(TODAY).back_pain == 4


async def test_a_physiotherapist_is_told_whom_deleting_takes_along(services: Services) -> None:
    physio = physio_of(services)
    people.add_participant(physio, "Birgit", "14")
    async with opened(physio, ROUTE) as screen:
        assert not [text for text in screen.texts() if "dage med svar" in text]
        await screen.press("Slet alt …")
        assert [text for text in screen.texts() if "1 deltager" in text]


@pytest.mark.full
async def test_everything_is_deleted_and_one_begins_anew(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    change_profile(services, "first_name", "Birgit")
    switch_role(services, Role.PHYSIO)
    switch_role(services, Role.PATIENT)
    async with opened(services, ROUTE) as screen:
        await screen.press("Slet alt …")
        await screen.follow("Ja, slet alt")
        assert screen.page.route == "/velkommen/1"
        assert "Alt er slettet." in screen.texts()
        assert "Gemt" not in screen.texts()
        assert services.diary.count() == 0
        await screen.goto("/velkommen/4")
        assert screen.one(ft.TextField, label="Fornavn").value == ""


@pytest.mark.full
async def test_what_cannot_be_deleted_is_said_and_one_stays(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Services) -> None:
        raise ReadOnlyError

    async with opened(services, ROUTE) as screen:
        monkeypatch.setattr(mydata, "delete_everything", refuse)
        await screen.press("Slet alt …")
        await screen.press("Ja, slet alt")
        assert [text for text in screen.texts() if "har ikke lov til at skrive" in text]
        assert screen.pushed_routes == []
