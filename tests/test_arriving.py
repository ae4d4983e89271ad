"""Files beside a tab's connection: taken or given once, under a secret, and only whole."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import flet as ft
import pytest

from lbp_app.actions.mydata import csv_copy
from lbp_app.errors import InputRefusedError
from lbp_app.screens import departing, picking, trying
from lbp_app.screens.arriving import Arrivals
from lbp_app.screens.departing import Departures
from lbp_app.screens.mydata import CSV_NAME
from lbp_app.services import Services
from tests.chosen import address_asked, fetched
from tests.opened import opened


async def parts(*given: bytes) -> AsyncIterator[bytes]:
    for part in given:
        yield part


def whole() -> "asyncio.Future[bytes]":
    return asyncio.get_running_loop().create_future()


async def test_it_comes_in_parts_and_is_taken_once() -> None:
    arrivals, file = Arrivals(), whole()
    secret = arrivals.expect(6, file)
    assert await arrivals.take(secret, parts(b"abc", b"", b"def"))
    assert await file == b"abcdef"
    assert not await arrivals.take(secret, parts(b"ghijkl"))
    assert not await arrivals.take("another", parts(b"ghijkl"))


@pytest.mark.parametrize("given", [(), (b"abc",), (b"abc", b"defg"), (b"x" * 100,)])
async def test_what_is_shorter_or_longer_is_refused(given: tuple[bytes, ...]) -> None:
    arrivals, file = Arrivals(), whole()
    assert not await arrivals.take(arrivals.expect(6, file), parts(*given))
    with pytest.raises(InputRefusedError):
        await file


async def test_no_more_is_read_than_was_said() -> None:
    read: list[int] = []

    async def endless() -> AsyncIterator[bytes]:
        while True:
            read.append(1)
            yield b"x" * 10

    arrivals, file = Arrivals(), whole()
    assert not await arrivals.take(arrivals.expect(25, file), endless())
    assert len(read) == 3
    with pytest.raises(InputRefusedError):
        await file


async def test_what_was_given_up_is_expected_no_more() -> None:
    arrivals, file = Arrivals(), whole()
    secret = arrivals.expect(3, file)
    file.cancel()
    await asyncio.sleep(0)
    assert not await arrivals.take(secret, parts(b"abc"))


async def test_a_window_gives_the_path_and_the_program_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kopi.rygvej"
    path.write_bytes(b"abc")

    async def pick(*_: object, **__: object) -> list[ft.FilePickerFile]:
        return [ft.FilePickerFile(id=0, name=path.name, size=3, path=str(path))]

    monkeypatch.setattr(ft.FilePicker, "pick_files", pick)
    assert await picking.chosen_file("rygvej") == picking.Chosen("kopi.rygvej", b"abc")
    path.unlink()
    with pytest.raises(InputRefusedError):
        await picking.chosen_file("rygvej")


# --- the other way ------------------------------------------------------------------------------


@pytest.mark.full
async def test_a_large_file_is_fetched_beside_the_connection(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trying, "LARGE", 10)
    async with opened(services, "/mig/data") as screen:
        await screen.press("Gem som regneark")
        assert "save_file" not in screen.calls
        asked = address_asked(screen)
        place = str(asked["url"]).rpartition("/")[0]
        assert (place, asked["web_only_window_name"]) == ("/test/file", "_self")
        given = fetched(screen)
        assert given
        assert (given.name, given.content) == (CSV_NAME, csv_copy(services))
        assert fetched(screen) is None, "once"


async def test_what_nobody_fetches_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(departing, "PATIENCE", 0.01)
    departures = Departures()
    secret = departures.offer("kopi.rygvej", b"abc")
    await asyncio.sleep(0.05)
    assert departures.give(secret) is None
