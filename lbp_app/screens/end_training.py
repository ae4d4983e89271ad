"""How a session ends, from wherever it is ended."""

from functools import partial

from lbp_app.actions import session
from lbp_app.model.player import Running
from lbp_app.screens.trying import nothing_to_keep
from lbp_app.screens.ui import Notice, Ui


def end(ui: Ui, running: Running, back: str) -> None:
    """What was done is kept, and told about; where nothing was, it leads to the address `back`."""
    if not ui.act(partial(session.finish_session, ui.services)):
        return
    if ui.services.sessions.get(running.id):
        ui.go(f"/traening/{running.id}")
    else:
        ui.go(back)
        ui.say(Notice(nothing_to_keep))
