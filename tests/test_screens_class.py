"""A class on the screen: made, ticked off, shown in the room."""

from datetime import time

import pytest

from lbp_app.actions import class_group as classes
from lbp_app.actions import participant as people
from lbp_app.actions import participant_plan as plans
from lbp_app.model.course import Slot
from lbp_app.services import Services
from tests.builders import TODAY, Hand
from tests.opened import opened
from tests.physio import participant_of, physio_of

NAMES = ["Anna", "Bo", "Clara", "Dan", "Eva", "Finn", "Gerda", "Hans", "Ida", "Jens"]


@pytest.fixture
def physio(services: Services) -> Services:
    return physio_of(services)


@pytest.fixture
def made(physio: Services, hand: Hand) -> str:
    """Ten people on the evening of the first day."""
    slots = (Slot(1, time(17)), Slot(3, time(17)))
    class_id = classes.start_class(physio, "Tirsdagsholdet", TODAY, slots, "Sal 2").key
    for name in NAMES:
        who = participant_of(physio, name, "")
        plans.set_eight(physio, who, "23120143")
        classes.join(physio, class_id, who)
    hand.move(days=1, hours=8)
    return class_id


@pytest.mark.full
async def test_without_participants_it_leads_to_them(physio: Services) -> None:
    async with opened(physio, "/hold") as screen:
        await screen.follow("Til deltagerne")
        assert "Din første deltager" in screen.texts()


async def test_a_class_is_made(physio: Services) -> None:
    participant_of(physio)
    async with opened(physio, "/hold") as screen:
        await screen.follow("Nyt hold")
        await screen.press("Gem holdet")
        assert "Giv holdet et navn." in screen.texts()
        await screen.type("Holdets navn", "Aftenholdet")
        await screen.press("Gem holdet", times=2)
        await screen.goto(screen.pushed_routes[-1])
        assert "Aftenholdet" in screen.texts()
        await screen.press("Tilføj deltagere")
        await screen.press("Birgit · 14")
        assert "1 deltager" in screen.texts()
    (now,) = classes.classes(physio)
    assert len(now.people) == 1


async def test_what_is_typed_for_a_class_stays_with_it(physio: Services, made: str) -> None:
    slots = (Slot(1, time(17)), Slot(3, time(17)))
    other = classes.start_class(physio, "Torsdagsholdet", TODAY, slots).key
    async with opened(physio, f"/hold/{made}/ret") as screen:
        await screen.type("Holdets navn", "Et andet navn")
        await screen.press("Slet holdet")
        await screen.goto(f"/hold/{other}/ret")
        assert "Ja, slet holdet" not in screen.names()
        await screen.press("Gem holdet")
    assert {one.group.name for one in classes.classes(physio)} == {
        "Tirsdagsholdet",
        "Torsdagsholdet",
    }


@pytest.mark.full
async def test_a_whole_class_is_ticked_off_with_eleven_taps(physio: Services, made: str) -> None:
    async with opened(physio, f"/hold/{made}") as screen:
        await screen.follow("Fremmøde")
        for name in NAMES:
            await screen.press(name)
        assert "10 af 10 er her" in screen.texts()
        await screen.press("Jens")
        assert "9 af 10 er her" in screen.texts()
    now = classes.class_now(physio, made)
    assert now.there(now.road[0]) == 9


async def test_who_was_there_and_left_the_same_evening_is_still_counted(
    physio: Services, made: str
) -> None:
    first = classes.class_now(physio, made).road[0]
    which = first.id.partition("/")[2]
    classes.everyone_came(physio, made, which)
    for one in classes.class_now(physio, made).people[:9]:
        classes.leave(physio, made, one.id)
    async with opened(physio, f"/hold/{made}/tid/{which}") as screen:
        assert "10 af 10 er her" in screen.texts()
        await screen.goto(f"/hold/{made}")
        assert "10 af 10 var her" in " ".join(screen.texts())
    people.remove_participant(physio, classes.class_now(physio, made).people[0].id)
    async with opened(physio, f"/hold/{made}/tid/{which}") as screen:
        assert "9 af 9 er her" in screen.texts()


async def test_apologies_are_marked_and_everyone_else_with_one_tap(
    physio: Services, made: str
) -> None:
    async with opened(physio, f"/hold/{made}") as screen:
        await screen.follow("Fremmøde")
        await screen.press("Har meldt afbud")
        await screen.press("Anna")
        await screen.press("Alle er her")
        assert "9 af 10 er her" in screen.texts()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (844, 390), (390, 844)])
async def test_the_room_shows_everybody_at_every_station(
    physio: Services, made: str, width: float, height: float
) -> None:
    async with opened(physio, f"/hold/{made}/sal", width, height) as screen:
        assert all(name in screen.texts() for name in NAMES)
        assert screen.texts().count("3") >= 20
        await screen.follow("Rejs dig: vis stationen")
        assert "Trin 1" in screen.texts()
        await screen.follow("Næste station")
        assert "Trin 2" in screen.texts()


@pytest.mark.full
async def test_figures_without_names_are_told_of_five_or_more(physio: Services, made: str) -> None:
    async with opened(physio, f"/hold/{made}") as screen:
        assert "Holdet i tal, uden navne" in screen.texts()
    now = classes.class_now(physio, made)
    for one in now.people[:6]:
        classes.leave(physio, made, one.id)
    async with opened(physio, f"/hold/{made}") as screen:
        assert "Holdet i tal, uden navne" not in screen.texts()


async def test_a_page_of_no_class_is_lost(physio: Services) -> None:
    for route in ("/hold/x", "/hold/x/ret", "/hold/x/sal", "/hold/x/tid/y", "/hold/x/kollega"):
        async with opened(physio, route) as screen:
            assert "Den side findes ikke" in screen.texts()


@pytest.mark.parametrize("page", ["", "/ret", "/opslag", "/sal", "/kollega"])
async def test_a_page_whose_class_another_tab_removes_is_lost(
    physio: Services, made: str, page: str
) -> None:
    async with opened(physio, f"/hold/{made}{page}", height=2400) as screen:
        assert "Den side findes ikke" not in screen.texts()
        classes.remove_class(physio, made)
        await screen.settle()
        assert "Den side findes ikke" in screen.texts()
