"""A training under way, for a session that is measured while it is guided."""

from pathlib import Path

from lbp_app import app, config
from lbp_app.actions import session
from lbp_app.model.session import SessionKind


def begin(folder: Path) -> None:
    with app.opened(config.Settings(data=folder)) as services:
        plan = session.plan_session(services, SessionKind.FULL)
        session.start_session(services, SessionKind.FULL, plan)
