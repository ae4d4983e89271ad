"""Every page that is pictured, for somebody who has lived with the app for weeks."""

from lbp_app.services import Services
from tests.opened import opened
from tools.screens import PATIENT


async def test_no_page_fails(demo_person: Services) -> None:
    """`goto` refuses one that does."""
    async with opened(demo_person) as screen:
        for shown in PATIENT:
            await screen.goto(shown.route)
