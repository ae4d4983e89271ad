"""`lbp` with the mistake that the crash test must find: it says "Gemt" and commits later."""

import sys

from lbp_app import cli
from lbp_app.store import session
from tests.process import LateDatabase

if __name__ == "__main__":
    session.Database = LateDatabase  # type: ignore[misc]
    sys.exit(cli.main())
