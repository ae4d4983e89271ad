"""The least there can be on the same front: one Text and one FilledButton that changes it.

`python -m bench.bare web --data FOLDER` starts it as `lbp` starts the app.
"""

from __future__ import annotations

import sys

import flet as ft

from lbp_app import cli, config
from lbp_app.front.server import Served


def main(page: ft.Page) -> None:
    count = 0
    text = ft.Text("Talt 0")

    def more() -> None:
        nonlocal count
        count += 1
        text.value = f"Talt {count}"

    page.add(text, ft.FilledButton("Mere", on_click=more))


def served(settings: config.Settings) -> Served:
    return Served(main=main)


if __name__ == "__main__":
    sys.exit(cli.main(open_app=served))
