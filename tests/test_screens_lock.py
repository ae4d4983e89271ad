"""The door before every tab, and Mig > Lås."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import flet as ft
import pytest

from lbp_app import flet_inside
from lbp_app.actions import diary, lock, person, reminder, ring
from lbp_app.app import Opening, opened
from lbp_app.config import Settings
from lbp_app.content.failures import SENTENCES
from lbp_app.model.lock import FIRST_WAIT, PATIENCE, recovery_in
from lbp_app.model.reminder import Thing
from lbp_app.screens.lock_encryption import EXTRA
from lbp_app.services import Services
from lbp_app.store import cipher
from tests.builders import TODAY, Hand
from tests.harness import Screen, run
from tests.opened import opened as app
from tests.test_lock import CHEAP, CODE, locked
from tests.test_screens_mydata import saved_files

PRIVATE = "Lænden brænder"
SHUT = "Rygvej er låst"
PAGE = "/mig/laas"


@pytest.fixture
def somebody(services: Services) -> Services:
    person.change_profile(services, "first_name", "Ingeborg")
    diary.write_note(services, TODAY, PRIVATE)
    return services


def is_shut(screen: Screen) -> bool:
    return SHUT in screen.texts()


def tells(screen: Screen) -> bool:
    """Anything on the page, also what is kept and not drawn, that is the person's own."""
    told = " ".join([*screen.texts(), *screen.labels(), *fields(screen)])
    return PRIVATE in told or "Ingeborg" in told


def fields(screen: Screen) -> list[str]:
    return [field.value or "" for field in screen.find(ft.TextField)]


async def unlock(screen: Screen, code: str = CODE) -> None:
    field = screen.one(ft.TextField, label="Kode")
    await screen.send(field, "change", code, value=code)
    await screen.send(screen.one(ft.TextField, label="Kode"), "submit", code)
    await screen.until(lambda: "Et øjeblik …" not in screen.texts())


# --- the door -----------------------------------------------------------------------------------


@pytest.mark.parametrize("route", ["/", f"/dag/{TODAY}", "/mig", PAGE, "/mig/indstillinger"])
@pytest.mark.full
async def test_while_it_is_locked_no_address_shows_anything(somebody: Services, route: str) -> None:
    locked(somebody)
    async with app(somebody, route) as screen:
        assert is_shut(screen)
        assert not tells(screen)
        await unlock(screen)
        assert not is_shut(screen)


async def test_the_address_leads_on_when_it_is_opened(somebody: Services) -> None:
    locked(somebody)
    async with app(somebody, f"/dag/{TODAY}") as screen:
        await unlock(screen)
        assert PRIVATE in fields(screen)


@pytest.mark.full
async def test_locking_shuts_every_tab_and_opening_opens_them(somebody: Services) -> None:
    lock.turn_on(somebody, CODE, CODE, 15, CHEAP)
    async with app(somebody, "/mig") as one, app(somebody, f"/dag/{TODAY}") as other:
        assert tells(other)
        await one.press("Lås nu")
        await one.settle()
        await other.settle()
        assert is_shut(one)
        assert is_shut(other)
        assert not tells(other)
        await unlock(one)
        await other.settle()
        assert tells(other)


@pytest.mark.full
async def test_a_tab_that_is_cut_off_is_shut_too(somebody: Services) -> None:
    """Else Flet would send it all that it showed when it comes back."""
    lock.turn_on(somebody, CODE, CODE, 15, CHEAP)
    async with app(somebody, f"/dag/{TODAY}") as screen, app(somebody, "/mig") as other:
        await screen.headless.session.disconnect(60)
        await other.press("Lås nu")
        await other.settle()
        await screen.headless.settle()
        assert is_shut(screen)
        assert not tells(screen)
        assert is_shut(other)


@pytest.mark.full
async def test_every_tab_shuts_by_itself(somebody: Services, hand: Hand) -> None:
    lock.turn_on(somebody, CODE, CODE, 5, CHEAP)
    async with app(somebody, f"/dag/{TODAY}") as screen:
        hand.move(minutes=5)
        await screen.until(lambda: is_shut(screen))
        assert not tells(screen)


@pytest.mark.full
async def test_a_press_counts_as_somebody_being_there(somebody: Services, hand: Hand) -> None:
    lock.turn_on(somebody, CODE, CODE, 5, CHEAP)
    async with app(somebody, "/mig") as screen:
        flet_inside.install(None, somebody.guard.touch)
        for _ in range(3):
            hand.move(minutes=4)
            await screen.press("Afslut Rygvej")
            await screen.press("Nej, bliv her")
        assert not is_shut(screen)


@pytest.mark.full
async def test_a_wrong_code_is_said_and_stays_to_be_mended_then_one_waits(
    somebody: Services, hand: Hand
) -> None:
    locked(somebody)
    async with app(somebody) as screen:
        for _ in range(PATIENCE + 1):
            await unlock(screen, "forkert kode")
            assert fields(screen) == ["forkert kode"]
        assert screen.one(ft.TextField).error == SENTENCES["error.code_wrong"]
        assert f"Du kan prøve igen om {FIRST_WAIT} sekunder." in screen.texts()
        assert "Lås op" not in screen.names()
        hand.move(seconds=FIRST_WAIT)
        await screen.until(lambda: "Lås op" in screen.names())
        await unlock(screen)
        assert not is_shut(screen)


async def test_a_tab_has_one_voice_on_both_sides_of_the_door(
    somebody: Services, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, voice = [], ft.SemanticsService
    monkeypatch.setattr(ft, "SemanticsService", lambda: made.append(voice()) or made[-1])
    reminder.turn(somebody, Thing.EXERCISE, True)
    ring.settle(somebody)
    locked(somebody)
    hand.move(days=2)
    ring.settle(somebody)
    async with app(somebody) as screen:
        for told in (1, 2):
            await unlock(screen, "forkert kode")
            assert screen.calls.count("announce_message") == told
        await unlock(screen)
        assert "Ikke nu" in screen.names()
        assert screen.calls.count("announce_message") == 3
        await screen.goto("/mig/indstillinger")
        assert screen.calls.count("announce_message") == 4
        assert len(made) == 1


async def test_the_way_out_when_it_is_forgotten_is_told(somebody: Services) -> None:
    recovery = locked(somebody)
    async with app(somebody) as screen:
        await screen.press("Har du glemt koden?")
        assert any("gendannelsesnøglen" in text for text in screen.texts())
        await unlock(screen, recovery.lower())
        assert not is_shut(screen)


@pytest.mark.full
async def test_the_door_speaks_as_the_person_does(somebody: Services) -> None:
    person.change_preference(somebody, "language", "en")
    locked(somebody)
    async with app(somebody) as screen:
        assert "Rygvej is locked" in screen.texts()


# --- Mig > Lås ----------------------------------------------------------------------------------


@asynccontextmanager
async def turned_on(services: Services) -> AsyncIterator[Screen]:
    async with app(services, PAGE) as screen:
        await screen.type("Ny kode", CODE)
        await screen.type("Ny kode igen", CODE)
        await screen.press("Slå låsen til")
        await screen.until(lambda: "Hvis du glemmer koden" in screen.texts())
        yield screen


@pytest.mark.full
async def test_turning_it_on_gives_a_key_to_print_that_opens(services: Services) -> None:
    async with turned_on(services) as screen:
        [key] = [text for text in screen.texts() if recovery_in(text)]
        await screen.press("Gem nøglen på et ark til print")
        await screen.until(lambda: bool(saved_files(screen)))
        await screen.press("Jeg har gemt nøglen")
        assert key not in screen.texts()
        assert "Der er lås på" in screen.texts()
        await screen.press("Lås nu")
        await unlock(screen, key)
        assert not is_shut(screen)


async def test_two_taps_turn_it_on_once(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, turn_on = [], lock.turn_on

    def counted(*args: Any, **kwargs: Any) -> str:
        asked.append(args)
        return turn_on(*args, CHEAP, **kwargs)

    monkeypatch.setattr(lock, "turn_on", counted)
    monkeypatch.setattr(cipher, "find_spec", lambda name: None)
    async with app(services, PAGE) as screen:
        await screen.type("Ny kode", CODE)
        await screen.type("Ny kode igen", CODE)
        await screen.press_at_once("Slå låsen til")
        await screen.until(lambda: "Hvis du glemmer koden" in screen.texts())
        [key] = [text for text in screen.texts() if recovery_in(text)]
    assert len(asked) == 1
    lock.proven(services.guard, key)


@pytest.mark.full
async def test_it_is_said_beforehand_that_nobody_can_help(services: Services) -> None:
    async with app(services, PAGE) as screen:
        assert any(text.startswith("Glemmer du koden") for text in screen.texts())
        assert any("er svarene tabt" in text for text in screen.texts())


async def test_without_the_extra_it_says_honestly_what_it_does_not_do(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cipher, "find_spec", lambda name: None)
    async with app(services, PAGE) as screen:
        assert any("ikke krypteret" in text for text in screen.texts())
        assert "Kryptér også filen med dine svar" not in screen.texts()
    lock.turn_on(services, CODE, CODE, 15, CHEAP)
    async with app(services, PAGE) as screen:
        assert EXTRA in screen.texts()


@pytest.mark.full
async def test_the_file_is_encrypted_with_the_lock_and_plain_again(services: Services) -> None:
    async with turned_on(services) as screen:
        await screen.until(lambda: services.database.is_encrypted)
        await screen.press("Jeg har gemt nøglen")
        await screen.press("Fjern krypteringen …")
        await screen.type("Koden, som den er nu", CODE)
        await screen.press("Fjern krypteringen")
        await screen.until(lambda: "Filen er ikke krypteret mere." in screen.texts())
        assert not services.database.is_encrypted
        await screen.press("Kryptér filen …")
        await screen.type("Koden, som den er nu", CODE)
        await screen.press("Kryptér filen")
        await screen.until(lambda: "Filen og appens kopier er krypteret." in screen.texts())
        assert services.database.is_encrypted


@pytest.mark.full
async def test_a_code_that_is_too_short_is_refused_and_stays(services: Services) -> None:
    async with app(services, PAGE) as screen:
        await screen.type("Ny kode", "123")
        await screen.type("Ny kode igen", "123")
        await screen.press("Slå låsen til")
        await screen.until(lambda: any("mindst 12 tegn" in text for text in screen.texts()))
        assert fields(screen) == ["123", "123"]
        assert not services.guard.is_on


@pytest.mark.full
async def test_the_code_is_changed(services: Services) -> None:
    lock.turn_on(services, CODE, CODE, 15, CHEAP)
    async with app(services, PAGE) as screen:
        await screen.press("Skift kode …")
        await screen.type("Koden, som den er nu", CODE)
        await screen.type("Ny kode", "482913")
        await screen.type("Ny kode igen", "482913")
        await screen.press("Gem den nye kode")
        await screen.until(lambda: "Koden er skiftet." in screen.texts())
    lock.proven(services.guard, "482913")


async def test_it_is_turned_off_with_the_code_only(services: Services) -> None:
    lock.turn_on(services, CODE, CODE, 15, CHEAP)
    async with app(services, PAGE) as screen:
        for code, said in (("forkert", "Koden passer ikke"), (CODE, "Låsen er slået fra")):
            if "Slå fra …" in screen.names():
                await screen.press("Slå fra …")
            await screen.type("Koden, som den er nu", code)
            await screen.press("Slå fra")
            await screen.until(lambda said=said: any(t.startswith(said) for t in screen.texts()))
        assert not services.guard.is_on


@pytest.mark.full
async def test_how_long_nobody_may_be_there_is_chosen(services: Services) -> None:
    lock.turn_on(services, CODE, CODE, 15, CHEAP)
    async with app(services, PAGE) as screen:
        await screen.press("Kun når jeg selv låser")
    assert services.guard.lock
    assert services.guard.lock.idle is None


@pytest.mark.full
async def test_without_a_lock_there_is_nothing_to_press(services: Services) -> None:
    async with app(services, "/mig") as screen:
        assert "Lås nu" not in screen.names()


# --- the whole program --------------------------------------------------------------------------


@pytest.mark.full
async def test_a_start_with_a_lock_opens_no_file_before_the_code(tmp_path: Path) -> None:
    with opened(Settings(data=tmp_path)) as services:
        person.finish_welcome(services)
        person.change_profile(services, "first_name", "Ingeborg")
        lock.turn_on(services, CODE, CODE, 15, CHEAP)
    opening = Opening(Settings(data=tmp_path))
    try:
        async with run(opening.main, route="/mig") as screen:
            assert is_shut(screen)
            assert opening.services is None
            await unlock(screen)
            assert tells(screen)
            opening.lock()
            await screen.settle()
            assert is_shut(screen)
            assert not tells(screen)
    finally:
        opening.close()


@pytest.mark.full
async def test_a_lock_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with opened(Settings(data=tmp_path)) as services:
        lock.turn_on(services, CODE, CODE, 15, CHEAP)
    for file in tmp_path.glob("lock*.json"):
        file.write_text("{")
    opening = Opening(Settings(data=tmp_path))
    try:
        async with run(opening.main) as screen:
            assert SENTENCES["error.lock_damaged"] in screen.texts()
    finally:
        opening.close()
