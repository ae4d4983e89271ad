"""How a session ends, from wherever it is ended."""

from functools import partial

from lbp_app.actions import session
from lbp_app.model.player import Running
from lbp_app.screens.ui import Ui


def end(ui: Ui, running: Running, back: str) -> None:
    """What was done is kept, and told about; where nothing was, it leads to the address `back`."""
    done = ui.act(partial(session.finish_session, ui.services))
    kept = ui.services.sessions.get(running.id)
    if done:
        ui.go(f"/traening/{running.id}" if kept else back)
