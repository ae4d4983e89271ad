"""Fra en kollega: who is in the file, who is here already, and what is put together."""

from collections.abc import Iterator
from pathlib import Path

import flet as ft
import pytest

from lbp_app.actions import participant as people
from lbp_app.actions import participant_plan as plans
from lbp_app.model.exercise import Group, Level
from lbp_app.services import Services, services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import open_database
from tests.builders import Hand
from tests.chosen import ChosenFile, choosing
from tests.harness import Screen
from tests.opened import opened
from tests.physio import participant_of, physio_of
from tests.test_colleague import WORD, colleague, handed


@pytest.fixture
def physio(services: Services) -> Services:
    return physio_of(services)


@pytest.fixture
def birgit(physio: Services, hand: Hand) -> str:
    made = participant_of(physio)
    plans.set_eight(physio, made, "23120143")
    hand.move(days=7)
    return made


@pytest.fixture
def other(tmp_path: Path, hand: Hand, physio: Services, birgit: str) -> Iterator[Services]:
    """The colleague, who has got Birgit and gone on with her."""
    clock = hand.clock()
    database = open_database(tmp_path / "other", clock)
    person_id, _ = DeviceStore(database).active_person()
    theirs = physio_of(services_for(database, person_id, clock, lambda: None))
    colleague.take_in(theirs, colleague.look_into(theirs, handed(physio, birgit), WORD))
    plans.set_level(theirs, birgit, Group.BEND, Level.FOUR)
    yield theirs
    database.close()


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> ChosenFile:
    return choosing(monkeypatch, ChosenFile("rygvej.lbpkol"))


async def look_into(screen: Screen) -> None:
    await screen.press("Vælg en fil")
    await screen.type("Kodeord", WORD)
    await screen.press("Se, hvad der er i filen")
    await screen.settle()


def ticked(screen: Screen) -> list[bool | None]:
    return [one.value for one in screen.find(ft.Checkbox)]


async def test_who_is_here_is_shown_with_what_would_change_and_put_together(
    physio: Services, other: Services, birgit: str, chosen: ChosenFile
) -> None:
    chosen.bytes = handed(other, birgit)
    async with opened(physio, "/kollega", height=2000) as screen:
        await look_into(screen)
        texts = screen.texts()
        assert "Dem har du i forvejen" in texts
        assert any(one.startswith("Trin: ") and " bliver til " in one for one in texts)
        assert ticked(screen) == [True]
        await screen.press("Hent dem ind")
    (one,) = people.participants(physio)
    assert one.id == birgit
    assert physio.participant_plans.newest()[birgit].prescribed(Group.BEND) is Level.FOUR


async def test_another_name_is_asked_about_and_left_alone_when_not_ticked(
    physio: Services, other: Services, birgit: str, chosen: ChosenFile
) -> None:
    people.rename_participant(other, birgit, "Ole", "9")
    chosen.bytes = handed(other, birgit)
    async with opened(physio, "/kollega", height=2000) as screen:
        await look_into(screen)
        assert "Hos din kollega: Ole · 9" in screen.texts()
        assert ticked(screen) == [False]
        await screen.press("Hent dem ind")
    assert [one.name for one in people.participants(physio)][1:] == ["Ole"]
    assert physio.participant_plans.newest()[birgit].prescribed(Group.BEND) is not Level.FOUR


async def test_nobody_known_nothing_asked(
    physio: Services, other: Services, chosen: ChosenFile
) -> None:
    chosen.bytes = handed(other, people.add_participant(other, "Ny").key)
    async with opened(physio, "/kollega", height=2000) as screen:
        await look_into(screen)
        assert "Dem har du i forvejen" not in screen.texts()
        assert ticked(screen) == []
        await screen.press("Hent dem ind", times=2)
    assert [one.name for one in people.participants(physio)].count("Ny") == 1
