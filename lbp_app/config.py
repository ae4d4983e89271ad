"""Where things lie and how this start was asked for."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lbp_app.content.assets import assets_folder as assets_folder

if TYPE_CHECKING:
    from lbp_app.front.server import Options

PACKAGE = Path(__file__).parent
NAME = "rygvej"


class Instant:
    """Gives the current instant, with its zone.

    A fixed clock (demo only) stands still until it is `set` to another instant.
    """

    def __init__(self, fixed: datetime | None = None) -> None:
        self._fixed = fixed

    @property
    def is_fixed(self) -> bool:
        return self._fixed is not None

    def __call__(self) -> datetime:
        return self._fixed or datetime.now(UTC).astimezone()

    def set(self, instant: datetime) -> None:
        if not self.is_fixed:
            raise RuntimeError("only a fixed clock can be moved")
        self._fixed = instant


def nothing() -> None:
    """What `Settings.stop` does when there is no server to stop."""


@dataclass(frozen=True)
class Settings:
    """One start of the app, as the command line asked for it.

    `port` None means the kept one. `now` is set in a demo only. `language` None means as kept,
    else Danish. Calling `stop` ends the server that serves the app.
    """

    data: Path
    port: int | None = None
    now: datetime | None = None
    demo: bool = False
    role: str = "patient"
    language: str | None = None
    open_browser: bool = True
    window: bool = True
    instant: Instant = field(default_factory=Instant)
    stop: Callable[[], None] = nothing


def data_folder() -> Path:
    """The folder a phone gives the app, else the platform's own for this user."""
    given = os.environ.get("FLET_APP_STORAGE_DATA")
    if given:
        return Path(given)
    import platformdirs

    return Path(platformdirs.user_data_dir(NAME, appauthor=False))


def cache_folder() -> Path:
    """For what can be made again: compressed copies of the program's own files, no answers."""
    import platformdirs

    return Path(platformdirs.user_cache_dir(NAME, appauthor=False))


def front_options() -> "Options":
    """How the web front runs for a person."""
    from lbp_app.front.server import Options

    return Options(version=version(), cache=cache_folder(), assets=assets_folder())


def version() -> str:
    from importlib.metadata import version as installed

    return installed("lbp-app")
