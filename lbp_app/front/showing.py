"""`lbp demo`: the app on a folder of its own, with made-up answers and, if asked, a fixed clock."""

import dataclasses
import json
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lbp_app import config
from lbp_app.errors import AppError
from lbp_app.front.answers import Answer, Receive, Scope, Send

if TYPE_CHECKING:
    from lbp_app.front.gate import App
    from lbp_app.front.server import Served


class NotEmptyError(AppError):
    key = "error.demo_folder"


def show_demo(
    settings: config.Settings,
    own: Path | None,
    fill: "Callable[[config.Settings], None]",
    open_app: "Callable[[config.Settings], Served]",
    say: Callable[[str, str], None],
) -> None:
    """`own` must be empty or missing and stays; without it the folder is gone afterwards."""
    from lbp_app.front.start import start

    if own is not None and own.exists() and any(own.iterdir()):
        raise NotEmptyError
    data = own or Path(tempfile.mkdtemp(prefix="rygvej-demo-"))
    settings = dataclasses.replace(settings, data=data, instant=config.Instant(settings.now))
    try:
        fill(settings)
        start(settings, open_app, say, config.front_options())
    finally:
        if own is None:
            shutil.rmtree(data, ignore_errors=True)


def clock_control(instant: config.Instant, moved: Callable[[], None] = config.nothing) -> "App":
    """For tests: POST an ISO time to PREFIX/demo/now and the fixed clock stands there."""

    async def control(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] == "POST" and scope["path"].endswith("/demo/now"):
            try:
                instant.set(datetime.fromisoformat((await receive())["body"].decode()).astimezone())
                moved()
            except ValueError:
                return await Answer(400).send(send)
        headers = {"content-type": "application/json"}
        await Answer(200, json.dumps(instant().isoformat()).encode(), headers).send(send)

    return control
