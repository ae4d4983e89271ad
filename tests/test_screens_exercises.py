"""Øvelser on the screen: the passport of levels, what may be begun, and how to find one."""

import flet as ft
import pytest

from lbp_app.actions import care_plan, check_offer, flare, session
from lbp_app.actions.flare import start_flare
from lbp_app.actions.pause import pause
from lbp_app.actions.person import change_preference
from lbp_app.content import library
from lbp_app.model.care_plan import Assigner, Issuer
from lbp_app.model.exercise import LYING, Group, Level, Mode
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.person import Role as Who
from lbp_app.model.session import Item, SessionKind
from lbp_app.screens.grid import RING
from lbp_app.services import Services
from tests.assigned import assign_levels
from tests.builders import Hand
from tests.chosen import fetched
from tests.harness import Screen
from tests.opened import opened

ROUTE = "/oevelser"
TALL = 4000  # px, a window that holds the whole page
METTE = Issuer(Assigner.PHYSIO, "Mette Holm")
SESSIONS = {
    "Kort": SessionKind.SHORT,
    "Hel": SessionKind.FULL,
    "Varm op": SessionKind.WARM_UP,
    "Rolig afslutning": SessionKind.COOL_DOWN,
}


def name(exercise: str) -> str:
    return library.load().exercise(exercise).name["da"]


def stills() -> list[str]:
    return [f"exercises/{one.id}-still-light.webp" for one in library.load().exercises]


def drawn(screen: Screen) -> list[str]:
    return [str(one.src) for one in screen.find(ft.Image) if "exercises/" in str(one.src)]


def ringed(screen: Screen) -> list[str]:
    """Colours of the rings that lie upon tiles."""
    rings = [box.border for box in screen.find(ft.Container) if isinstance(box.border, ft.Border)]
    return [str(one.top.color.value) for one in rings if one.top.width == RING]


@pytest.mark.full
async def test_the_own_level_is_told_by_word_number_and_shape(services: Services) -> None:
    care_plan.set_level(services, Group.RISE, Level.THREE)
    async with opened(services, ROUTE) as screen:
        assert screen.texts().count("Trin 3") == 1
        assert screen.texts().count("Trin 1") == 7
        assert "Sæt dig i luften, trin 3, dit trin" in screen.names()
        assert "Rejs dig frit, trin 2" in screen.names()
        assert ringed(screen) == ["primary"] * 8
        for level in "1234":
            assert screen.texts().count(level) == 8


@pytest.mark.full
async def test_other_levels_are_paler_and_can_be_opened(services: Services) -> None:
    async with opened(services, ROUTE, height=TALL) as screen:
        pale = [one for one in screen.find(ft.Image) if one.opacity and one.opacity < 1]
        assert len(pale) == 24
        await screen.follow("Det lange skridt, trin 4")
        assert screen.pushed_routes[-1] == "/oevelser/3.4"
        assert "Sådan gør du" in screen.texts()


@pytest.mark.full
async def test_there_are_stills_alone_each_tile_has_its_own(services: Services) -> None:
    async with opened(services, ROUTE, height=TALL) as screen:
        assert sorted(drawn(screen)) == sorted(stills())


@pytest.mark.full
async def test_what_is_far_down_is_drawn_when_somebody_comes_near_it(services: Services) -> None:
    async with opened(services, ROUTE, height=800) as screen:
        above = drawn(screen)
        assert set(stills()[:8]) < set(above) < set(stills())
        scrolls = screen.one(ft.Column, scroll=ft.ScrollMode.AUTO)
        place = {"pixels": 700, "viewport_dimension": 700, "event_type": "update"}
        limits = {"min_scroll_extent": 0, "max_scroll_extent": 3000}
        await screen.send(scrolls, "scroll", place | limits)
        assert set(above) < set(drawn(screen))
        await screen.send(scrolls, "scroll", place | limits | {"pixels": 0})
        await screen.send(scrolls, "scroll", place | limits | {"pixels": 2300})
        assert sorted(drawn(screen)) == sorted(stills())


async def test_a_level_that_is_tried_is_told_beside_the_assigned_one(services: Services) -> None:
    assign_levels(services, {Group.RISE: Level.TWO}, METTE, {})
    care_plan.try_level(services, Group.RISE, Level.FOUR)
    async with opened(services, ROUTE) as screen:
        assert "Rejs dig frit, trin 2, dit trin" in screen.names()
        assert "Det lange skridt, trin 4, det prøver du" in screen.names()
        assert "Du prøver trin 4" in screen.texts()
        assert sorted(ringed(screen)) == sorted([*["primary"] * 8, "secondary"])


@pytest.mark.full
async def test_it_is_told_who_set_the_levels_and_when(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        assert any(text.startswith("Alle begynder på trin 1") for text in screen.texts())
        care_plan.set_level(services, Group.BEND, Level.TWO)
        await screen.settle()
        own = "Du bestemmer selv dine trin. Du valgte sidst 5.\xa0oktober 2026."
        assert own in screen.texts()
        assign_levels(services, {Group.BEND: Level.ONE}, METTE, {})
        await screen.settle()
        given = "Trinnene er sat af Mette Holm, fysioterapeut, 5.\xa0oktober 2026."
        assert any(text.startswith(given) for text in screen.texts())


@pytest.mark.full
async def test_the_name_of_a_group_leads_to_its_history(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.follow("Drej: om dine trin")
        assert screen.pushed_routes[-1] == "/oevelser/gruppe/2"
        assert "Historien om dit trin" in screen.texts()


@pytest.mark.parametrize("said", SESSIONS)
@pytest.mark.full
async def test_a_session_begins(services: Services, said: str) -> None:
    check_offer.put_off(services)
    plan = session.plan_session(services, SESSIONS[said])
    async with opened(services, ROUTE) as screen:
        await screen.press(said)
        assert screen.pushed_routes[-1] == "/traening"
    running = session.under_way(services)
    assert running is not None
    assert running.kind is SESSIONS[said]
    assert running.player.plan == plan


@pytest.mark.full
async def test_the_minutes_are_those_of_the_plan(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        minutes = [text for text in screen.texts() if text.endswith(" min")]
    assert len(minutes) == 4
    assert 12 <= int(minutes[0].split()[0]) <= 15
    assert 25 <= int(minutes[1].split()[0]) <= 40


async def test_on_the_day_that_a_bad_spell_ended_it_is_not_said_to_be_there(
    services: Services, hand: Hand
) -> None:
    start_flare(services)
    async with opened(services, ROUTE) as screen:
        assert any(text.startswith("Du er i en dårlig periode.") for text in screen.texts())
        hand.move(days=3)
        flare.end_flare(services)
        await screen.settle()
        assert not any(text.startswith("Du er i en dårlig periode.") for text in screen.texts())
        assert any(text.startswith("Her er lidt at begynde med") for text in screen.texts())


@pytest.mark.full
async def test_one_that_is_under_way_is_gone_on_with_or_ended(services: Services) -> None:
    plan = session.plan_session(services, SessionKind.SHORT)
    session.start_session(services, SessionKind.SHORT, plan)
    async with opened(services, ROUTE) as screen:
        assert "Kort" not in screen.names()
        await screen.press("Fortsæt")
        assert screen.pushed_routes[-1] == "/traening"
        await screen.press("Afslut den, og gem det, du nåede")
        assert session.under_way(services) is None
        await screen.settle()
        assert "Kort" in screen.names()
        assert "Der var ikke noget at gemme." in screen.texts()


@pytest.mark.full
async def test_a_pause_for_safety_offers_no_session_and_says_whom_to_ring(
    services: Services,
) -> None:
    pause(services, Paused.EXERCISE, PausedBy.SAFETY)
    async with opened(services, ROUTE) as screen:
        assert not set(SESSIONS) & set(screen.names())
        assert any(text.startswith("Træningen holder pause, til") for text in screen.texts())
        await screen.press("Se, hvem du kan ringe til")
        assert screen.pushed_routes[-1] == "/tjek/ring"


async def test_in_a_bad_spell_the_gentle_plan_comes_first(services: Services) -> None:
    start_flare(services)
    check_offer.put_off(services)
    async with opened(services, ROUTE) as screen:
        (gentle,) = [text for text in screen.names() if text.startswith("Begynd blidt")]
        assert screen.names().index(gentle) < screen.names().index("Kort")
        await screen.press(gentle)
        assert screen.pushed_routes[-1] == "/traening"
    running = session.under_way(services)
    assert running is not None
    assert running.player.plan[0].exercise == LYING


@pytest.mark.full
async def test_a_pause_of_one_s_own_leaves_everything_there(services: Services) -> None:
    pause(services, Paused.EXERCISE, PausedBy.PERSON)
    async with opened(services, ROUTE) as screen:
        assert "Kort" in screen.names()
        assert any("appen inviterer ikke" in text for text in screen.texts())


@pytest.mark.full
async def test_the_day_after_a_session_a_rest_is_fine(services: Services, hand: Hand) -> None:
    done = [Item("3.1", Mode.REPS, done=(8,))]
    session.log_session(services, SessionKind.SHORT, services.clock.today(), done, 10)
    hand.move(days=1)
    async with opened(services, ROUTE) as screen:
        assert any(text.startswith("Du har lige trænet") for text in screen.texts())
        hand.move(days=1)
        await screen.goto("/mig")
        await screen.goto(ROUTE)
        assert not any(text.startswith("Du har lige trænet") for text in screen.texts())


async def found(screen: Screen) -> list[str]:
    """The names of what was found, above the grid."""
    await screen.settle()
    names = {one.name["da"] for one in library.load().exercises}
    texts = screen.texts()
    first = next(at for at, text in enumerate(texts) if text.endswith(("passer", "mindre.")))
    return [text for text in texts[first : texts.index("Bøj og svaj")] if text in names]


@pytest.mark.full
async def test_search_is_folded_until_it_is_asked_for(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        assert not screen.find(ft.TextField)
        await screen.press("Find en øvelse")
        assert screen.find(ft.TextField)
        await screen.press("Luk søgningen")
        assert not screen.find(ft.TextField)


async def test_a_chair_finds_what_can_be_done_on_one_and_says_as_what(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press("Find en øvelse")
        await screen.press("På en stol")
        got = await found(screen)
        assert name("1.3") in got
        assert name("1.1") in got
        assert name("4.1") not in got
        await screen.follow("Trin 1 · som “Stol eller seng”: på en stol")
        assert screen.pushed_routes[-1] == "/oevelser/1.1"


@pytest.mark.full
async def test_place_and_equipment_and_words_go_together(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press("Find en øvelse")
        await screen.press("Stående")
        standing = await found(screen)
        await screen.press("Ingen redskaber")
        bare = await found(screen)
        assert set(bare) < set(standing)
        field = screen.one(ft.TextField, label="Søg efter et ord")
        await screen.send(field, "change", "knæ", value="knæ")
        assert set(await found(screen)) < set(bare)
        assert screen.one(ft.TextField, label="Søg efter et ord").value == "knæ"
        field = screen.one(ft.TextField, label="Søg efter et ord")
        await screen.send(field, "change", "zzz", value="zzz")
        assert await found(screen) == []


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ("Din træning indtil nu", "/traening/log"),
        ("Vælg, hvor du vil begynde", "/oevelser/begynd"),
        ("Gå på stedet", "/oevelser/warmup.1"),
        ("Knæ til bryst", "/oevelser/cooldown.1"),
        ("Lig og vug", "/oevelser/lying.1"),
    ],
)
@pytest.mark.full
async def test_what_stands_below_the_grid_leads_on(
    services: Services, said: str, leads: str
) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press(said)
        assert screen.pushed_routes[-1] == leads


@pytest.mark.full
async def test_the_paper_is_saved_as_a_file(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press("Dine øvelser på papir")
        await screen.settle()
        given = fetched(screen)
        assert given
        assert given.name == "rygvej-oevelser.pdf"
        assert given.content.startswith(b"%PDF")
        assert any(text.startswith("Arket er gemt") for text in screen.texts())


@pytest.mark.full
async def test_a_physiotherapist_sees_the_grid_without_levels_of_their_own(
    services: Services,
) -> None:
    services.device.use(Who.PHYSIO)
    async with opened(services, ROUTE) as screen:
        assert "Rejs dig frit, trin 2" in screen.names()
        assert not [said for said in screen.names() if "dit trin" in said]
        assert not ringed(screen)
        assert not {*SESSIONS, "Vælg, hvor du vil begynde"} & set(screen.names())
        await screen.follow("Rejs dig frit, trin 2")
        assert "Sådan gør du" in screen.texts()
        assert "Start øvelsen" not in screen.names()
        await screen.goto("/oevelser/gruppe/3")
        assert "Den side findes ikke" in screen.texts()


@pytest.mark.parametrize("width", [320, 390, 839, 840, 1280])
@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.full
async def test_the_grid_keeps_within_its_page(services: Services, width: int, size: int) -> None:
    change_preference(services, "text_scale", size)
    async with opened(services, ROUTE, width=width) as screen:
        tiles = [one for one in screen.find(ft.Stack) if one.width and one.height]
        assert len(tiles) >= 32
        assert all(float(one.width or 0) <= width / 2 for one in tiles)


async def test_a_tile_of_the_grid_is_few_controls(services: Services) -> None:
    """Flet makes, compares, packs and keeps each."""
    async with opened(services, ROUTE) as screen:
        tiles = [one for one in screen.find(ft.FilledButton) if isinstance(one.content, ft.Stack)]
        each = [len(list(screen.headless.under(tile))) for tile in tiles]
        assert len(each) >= 32
        assert max(each) <= 5
