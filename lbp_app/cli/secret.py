"""What only a person knows: from a prompt or an open file, never from an argument."""

import os
import sys
import time
from getpass import getpass

from lbp_app.actions.lock import unlock
from lbp_app.app import clock_of
from lbp_app.config import Settings
from lbp_app.content.wording import Wording
from lbp_app.errors import InputRefusedError, UsageError
from lbp_app.services import Guard

LONGEST = 4096  # bytes of a secret


def guard_for(settings: Settings, t: Wording, handle: int | None) -> Guard:
    """Opened with the code where there is a lock. Waits as long as the app would."""
    guard = Guard(settings.data, clock_of(settings))
    if guard.is_locked:
        code = (
            prompted(t("Kode til Rygvej: "), "error.code_where")
            if handle is None
            else (first_line(handle))
        )
        if left := guard.wait_left():
            sys.stderr.write(t.plural("Vent {n} sekund …", "Vent {n} sekunder …", left) + "\n")
            time.sleep(left)
        unlock(guard, code)
    return guard


def prompted(asking: str, refusal: str) -> str:
    """`refusal` names the sentence for where nobody can be asked."""
    if not sys.stdin.isatty():
        raise InputRefusedError(refusal)
    return getpass(asking)


def first_line(handle: int) -> str:
    try:
        with os.fdopen(handle, "rb") as opened:
            return opened.readline(LONGEST).decode().rstrip("\r\n")
    except (OSError, ValueError) as error:
        raise UsageError from error
