"""The native window, only where Flet's desktop client already lies on the disk."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from lbp_app import config
from lbp_app.front.lifecycle import Running

if TYPE_CHECKING:
    import flet as ft

    from lbp_app.front.server import Served


def is_possible() -> bool:
    """Quick where it is not: the client's package is not even looked at without a screen."""
    from importlib.util import find_spec

    from lbp_app.front.start import has_screen

    if not has_screen() or find_spec("flet_desktop") is None:
        return False
    from lbp_app.flet_inside import desktop_client_ready

    return desktop_client_ready()


def run(settings: config.Settings, open_app: "Callable[[config.Settings], Served]") -> None:
    """Shows the app until its window is closed."""
    import dataclasses

    import flet as ft

    from lbp_app import flet_inside

    Running(os.getpid(), 0, "", "").write(settings.data)
    window = _Window()
    app = open_app(dataclasses.replace(settings, stop=window.close))
    flet_inside.install(app.on_error, app.touched)
    try:
        ft.run(window.showing(app.main), assets_dir=str(config.assets_folder()))
    finally:
        app.close()


class _Window:
    def __init__(self) -> None:
        self._page: ft.Page | None = None

    def showing(self, main: "Callable[[ft.Page], object]") -> "Callable[[ft.Page], object]":
        def shown(page: "ft.Page") -> object:
            self._page = page
            return main(page)

        return shown

    def close(self) -> None:
        if self._page is not None:
            self._page.run_task(self._page.window.destroy)
