"""Mig > Mine data > Automatisk sikkerhedskopi, and the line on Mig."""

from pathlib import Path

import pytest

from lbp_app.actions import schedule
from lbp_app.app import look_after
from lbp_app.services import Services
from tests.builders import Hand, held
from tests.opened import opened
from tests.test_schedule import WORDS, begin, files
from tests.test_schedule import cheap as cheap
from tests.test_schedule import folder as folder
from tests.test_screens_report import choose

ROUTE = "/mig/data/plan"
FAILED = "Den planlagte sikkerhedskopi blev ikke lavet."


@pytest.mark.full
async def test_a_plan_is_made_and_the_first_file_with_it(services: Services, folder: Path) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.type("Mappen", str(folder))
        await choose(screen, "Hvor tit?", "7")
        await choose(screen, "Hvor mange gemmes?", "14")
        await screen.type("Kodeord", WORDS)
        await screen.type("Kodeord igen", WORDS)
        await screen.press("Gem planen")
        await screen.until(lambda: "Din plan" in screen.texts())
        plan = schedule.schedule(services)
        assert plan is not None
        assert (plan.every, plan.keep, plan.locked) == (7, 14, True)
        assert len(files(folder)) == 1
        await screen.press("Stop planen")
        assert "Din plan" not in screen.texts()


@pytest.mark.parametrize("given", ["usb", ""])
@pytest.mark.full
async def test_a_folder_that_is_no_use_is_explained(services: Services, given: str) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.type("Mappen", given)
        await screen.type("Kodeord", WORDS)
        await screen.type("Kodeord igen", WORDS)
        await screen.press("Gem planen")
        await screen.until(
            lambda: any(text.startswith("Skriv hele vejen") for text in screen.texts())
        )
        assert schedule.schedule(services) is None


async def test_a_plan_that_could_not_be_stopped_is_not_said_to_be(
    services: Services, folder: Path
) -> None:
    begin(services, folder)
    async with opened(services, ROUTE) as screen:
        with held(services):
            await screen.press("Stop planen")
        assert "Din plan" in screen.texts()
        assert not [text for text in screen.texts() if text.startswith("Planen er stoppet")]
        await screen.press("Stop planen")
        assert "Planen er stoppet. Filerne ligger, hvor de ligger." in screen.texts()


async def test_mig_says_in_one_line_that_it_failed(
    services: Services, folder: Path, hand: Hand
) -> None:
    begin(services, folder)
    async with opened(services, "/mig") as screen:
        assert not [text for text in screen.texts() if text.startswith(FAILED)]
    folder.rename(folder.with_name("elsewhere"))
    hand.move(days=1)
    look_after(services)
    async with opened(services, "/mig") as screen:
        assert len([text for text in screen.texts() if text.startswith(FAILED)]) == 1
