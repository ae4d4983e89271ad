"""How a session ends, from wherever it is ended."""

from functools import partial

from lbp_app.actions import session
from lbp_app.model.player import Running
from lbp_app.screens.trying import nothing_to_keep
from lbp_app.screens.ui import Notice, Said, Ui


def end(ui: Ui, running: Running, back: str) -> bool:
    """What was done is kept, and told about; where nothing was, it leads to the address `back`.
    False where it was not ended here.
    """
    if not ended(ui):
        return False
    if ui.services.sessions.get(running.id):
        ui.go(f"/traening/{running.id}")
    else:
        ui.go(back)
        ui.say(Notice(nothing_to_keep))
    return True


def ended(ui: Ui, otherwise: Said | None = None) -> bool:
    """Whether it was, just now: not by the second tap of a double one, nor after another tab."""
    under_way = session.under_way(ui.services) is not None
    return under_way and ui.act(partial(session.finish_session, ui.services), otherwise)
