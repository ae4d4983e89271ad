"""The log: our own sentences, and of everybody else's only where something went wrong."""

import logging
import logging.handlers
import os
import sys
import threading
from pathlib import Path
from types import TracebackType

from lbp_app.flet_inside import place

FILE = "rygvej.log"
OURS = "rygvej"


class Formatter(logging.Formatter):
    """Never a message of another program's and never a traceback: both may quote answers."""

    def format(self, record: logging.LogRecord) -> str:
        is_ours = record.name.split(".")[0] == OURS
        what = record.getMessage() if is_ours else f"at {record.module}:{record.lineno}"
        error = record.exc_info[1] if record.exc_info else None
        about = f" {place(error)}" if error else ""
        return f"{self.formatTime(record)} {record.levelname} {record.name} {what}{about}"


class _OwnerOnly(logging.handlers.RotatingFileHandler):
    def _open(self):  # type: ignore[no-untyped-def]
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return os.fdopen(handle, "a", encoding="utf-8")

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """A full disk does not stop the app."""


def start(data: Path) -> None:
    """Every log record of this process goes to one small file in the data folder."""
    handler = _OwnerOnly(data / FILE, maxBytes=200_000, backupCount=2)
    handler.setFormatter(Formatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.captureWarnings(True)
    logging.getLogger(OURS).setLevel(logging.INFO)
    _catch_the_rest()


def _catch_the_rest() -> None:
    log = logging.getLogger(f"{OURS}.uncaught")

    def uncaught(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
        log.error("%s", place(error))

    def in_thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            log.error("%s in a thread", place(arguments.exc_value))

    def unraisable(arguments: "sys.UnraisableHookArgs") -> None:
        if arguments.exc_value is not None:
            log.error("%s while cleaning up", place(arguments.exc_value))

    sys.excepthook, threading.excepthook, sys.unraisablehook = uncaught, in_thread, unraisable
