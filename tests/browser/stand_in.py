"""`lbp` with a tiny app in place of the real one: for tests of the front alone."""

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
    route = ft.context.page.route
    return ft.View(
        route="/",
        controls=[
            ft.Text(f"Sted {route}"),
            ft.Text(f"Talt {count}"),
            ft.FilledButton("Mere", on_click=lambda: set_count(count + 1)),
            ft.FilledButton("Fejl", on_click=lambda: int(CPR)),
            ft.FilledButton("Luk", on_click=lambda: ft.context.page.session.store.get("stop")()),
            ft.Image(src="icons/icon-192.png", semantics_label="Billede"),
        ],
    )


def on_error(page: ft.Page, reference: str) -> None:
    page.views.clear()
    page.views.append(ft.View(controls=[ft.Text(f"Det gik ikke ({reference})")]))
    page.update()


def open_app(settings: config.Settings) -> Served:
    log.start(settings.data)

    def main(page: ft.Page) -> None:
        page.session.store.set("stop", settings.stop)
        page.render_views(App)

    return Served(main=main, on_error=on_error)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    sys.exit(cli.main(open_app=open_app))
