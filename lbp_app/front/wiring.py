"""What the front serves: the app of app.py, and the made-up answers of demo.py."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from lbp_app import config
from lbp_app.content.wording import resolve
from lbp_app.front.showing import clock_control
from lbp_app.model.person import Appearance, Preferences
from lbp_app.store.person import PersonStore

if TYPE_CHECKING:
    from lbp_app.front.server import Served
    from lbp_app.front.site import Look
    from lbp_app.services import Services


def served(settings: config.Settings) -> "Served":
    from lbp_app import app
    from lbp_app.front import log
    from lbp_app.front.server import Served

    log.start(settings.data)
    services = app.open_services(settings)
    return Served(
        main=app.main_for(services),
        on_error=partial(app.show_failure, services),
        look=_look(services),
        close=services.database.close,
        extra=clock_control(settings.instant) if settings.now else None,
        state=lambda: _state(settings),
    )


def _look(services: "Services") -> "Look":
    from lbp_app.front.site import Look

    def preferences() -> Preferences:
        person_id, _ = services.device.active_person()
        return PersonStore(services.database, person_id, services.clock).preferences()

    def theme() -> str | None:
        appearance = preferences().appearance
        return None if appearance is Appearance.SYSTEM else appearance.value

    return Look(lambda: resolve(preferences().language), theme)


def _state(settings: config.Settings) -> dict[str, object]:
    fixed = settings.instant().isoformat() if settings.instant.is_fixed else None
    return {"demo": settings.demo, "fixed_clock": fixed}


def fill(weeks: int, seed: int) -> Callable[[config.Settings], None]:
    """Writes made-up answers into the folder of the settings."""

    def write(settings: config.Settings) -> None:
        from lbp_app import app, demo

        services = app.open_services(settings)
        try:
            demo.fill(services, weeks=weeks, seed=seed, role=settings.role)
        finally:
            services.database.close()

    return write
