"""What the front serves: the app of app.py, and the made-up answers of demo.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lbp_app import config
from lbp_app.content.wording import resolve
from lbp_app.front.showing import clock_control
from lbp_app.model.person import Appearance

if TYPE_CHECKING:
    from lbp_app.app import Opening
    from lbp_app.front.server import Served
    from lbp_app.front.site import Look


def served(settings: config.Settings) -> "Served":
    from lbp_app import app
    from lbp_app.front import log
    from lbp_app.front.server import Served
    from lbp_app.screens import theme

    log.start(settings.data)
    opening = app.Opening(settings)
    return Served(
        main=opening.main,
        on_error=opening.show_failure,
        look=_look(opening),
        keep_running=opening.ringing.is_needed,
        begin=opening.ringing.begin,
        close=opening.close,
        touched=opening.touch,
        lock=opening.lock,
        arrive=opening.arrivals.take,
        depart=lambda secret: _departing(opening, secret),
        calendar=lambda secret: _calendar(opening, secret),
        fonts=theme.FONTS,
        extra=clock_control(settings.instant, opening.ringing.hear) if settings.now else None,
        state=lambda: _state(settings),
    )


def _departing(opening: "Opening", secret: str) -> tuple[str, bytes] | None:
    found = opening.departures.give(secret)
    return (found.name, found.content) if found else None


def _calendar(opening: "Opening", secret: str) -> bytes | None:
    from lbp_app.actions import calendar

    services = opening.now()
    return calendar.subscribed(services, secret) if services else None


def _look(opening: "Opening") -> "Look":
    from lbp_app.front.site import Look

    def theme() -> str | None:
        appearance = opening.preferences().appearance
        return None if appearance is Appearance.SYSTEM else appearance.value

    return Look(lambda: resolve(opening.preferences().language), theme)


def _state(settings: config.Settings) -> dict[str, object]:
    fixed = settings.instant().isoformat() if settings.instant.is_fixed else None
    return {"demo": settings.demo, "fixed_clock": fixed}


def fill(weeks: int, seed: int, code: str | None = None) -> Callable[[config.Settings], None]:
    """Writes made-up answers into the folder of the settings; with a code they are locked."""

    def write(settings: config.Settings) -> None:
        from lbp_app import app, demo
        from lbp_app.actions import lock, person

        with app.opened(settings) as services:
            person.change_preference(services, "language", settings.language)
            demo.fill(services, weeks=weeks, seed=seed, role=settings.role)
            if code is not None:
                lock.turn_on(services, code, code, idle=15)

    return write
