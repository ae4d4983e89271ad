"""`lbp` with a tiny app in place of the real one: for tests of the front alone.

STAND_IN_VERSION gives it another version, STAND_IN_IDLE another patience in seconds.
"""

import dataclasses
import os
import sys
from pathlib import Path

import flet as ft

from lbp_app import cli, config
from lbp_app.front import log
from lbp_app.front.server import Served

CPR = "010190-1234"


@ft.component
def App():  # noqa: N802
    count, set_count = ft.use_state(0)
    if count == 3:
        raise ValueError(CPR)
    page = ft.context.page
    route, set_route = ft.use_state(page.route)
    page.on_route_change = lambda event: set_route(event.route)
    return ft.View(
        route="/",
        controls=[
            ft.Semantics(content=ft.Text(f"Sted {route}"), header=True, heading_level=1),
            ft.Text(f"Talt {count}"),
            ft.FilledButton("Mere", on_click=lambda: set_count(count + 1)),
            ft.FilledButton("Fejl", on_click=lambda: int(CPR)),
            ft.FilledButton("Luk", on_click=lambda: page.session.store.get("stop")()),
            ft.Text("Skrift", font_family="Probe"),
        ],
    )


@ft.component
def Failed(reference: str):  # noqa: N802
    return ft.View(route="/", controls=[ft.Text(f"Det gik ikke ({reference})")])


def on_error(page: ft.Page, reference: str) -> None:
    page.render_views(Failed, reference)


def open_app(settings: config.Settings) -> Served:
    log.start(settings.data)

    def main(page: ft.Page) -> None:
        page.title = "Prøve"
        page.fonts = {"Probe": "fonts/Figtree-400.ttf"}
        danish = ft.Locale("da", "DK")
        page.locale_configuration = ft.LocaleConfiguration([danish], danish)
        page.session.store.set("stop", settings.stop)
        page.render_views(App)

    return Served(main=main, on_error=on_error)


def change_options() -> None:
    usual = config.front_options()
    config.front_options = lambda: dataclasses.replace(
        usual,
        version=os.environ.get("STAND_IN_VERSION", usual.version),
        idle_seconds=float(os.environ.get("STAND_IN_IDLE", usual.idle_seconds)),
        make_smallest=False,
    )


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    change_options()
    sys.exit(cli.main(open_app=open_app))
