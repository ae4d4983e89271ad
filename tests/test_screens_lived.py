"""Every page that is pictured, for somebody who has lived with the app for weeks."""

import pytest

from lbp_app import demo
from lbp_app.services import Services
from tests.opened import opened
from tests.process import services_in
from tools.screens import PATIENT

WEEKS = 8


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Services:
    services = services_in(tmp_path_factory.mktemp("lived"))
    demo.fill(services, weeks=WEEKS)
    return services


async def test_no_page_fails(lived: Services) -> None:
    """`goto` refuses one that does."""
    async with opened(lived) as screen:
        for shown in PATIENT:
            await screen.goto(shown.route)
