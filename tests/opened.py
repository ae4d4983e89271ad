"""The whole app in one tab, headless, for a person who has been through the first start."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from lbp_app import flet_inside
from lbp_app.actions.person import finish_welcome
from lbp_app.app import main_for
from lbp_app.services import Services
from tests.harness import Screen, run


@asynccontextmanager
async def opened(
    services: Services, route: str = "/", width: float = 400, height: float = 800
) -> AsyncIterator[Screen]:
    """Whatever fails while it is drawn fails the test."""
    if services.person.get().welcomed_at is None:
        finish_welcome(services)
    async with tab(services, route, width, height) as screen:
        yield screen


@asynccontextmanager
async def tab(
    services: Services, route: str = "/", width: float = 400, height: float = 800
) -> AsyncIterator[Screen]:
    """As `opened`, also for somebody who is new."""
    flet_inside.install(None)
    try:
        async with run(main_for(services), route=route, width=width, height=height) as screen:
            yield screen
            screen.no_crash()
    finally:
        flet_inside.uninstall()
