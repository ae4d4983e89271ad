"""From what was typed to an exit code."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from lbp_app.cli.commands import OpenApp, the_app
from lbp_app.cli.parsing import parser
from lbp_app.content.failures import sentence
from lbp_app.content.wording import Wording, wording_for
from lbp_app.errors import AppError

REFUSED = 2


def main(argv: Sequence[str] | None = None, open_app: OpenApp | None = None) -> int:
    """Returns the exit code: 0, or 2 after one line on standard error."""
    given = list(sys.argv[1:] if argv is None else argv)
    if argv is None:
        _end_quietly_when_told()
    _use_utf8()
    t = wording_for(language_of(given, os.environ))
    try:
        return _run(given, t, open_app or the_app)
    except AppError as error:
        sys.stderr.write(sentence(t, error) + "\n")
        return REFUSED
    except KeyboardInterrupt:
        return 0
    except BrokenPipeError:
        _drop_output()
        return 0
    except Exception as error:
        from lbp_app.flet_inside import place

        sys.stderr.write(f"{sentence(t, error)} ({place(error)})\n")
        return REFUSED


def _run(given: list[str], t: Wording, open_app: OpenApp) -> int:
    if given[:2] == ["content", "check"]:
        from lbp_app.content import check

        return check.main(given[2:])
    arguments = parser(t).parse_args(given)
    code: int = arguments.run(arguments, t, open_app)
    sys.stdout.flush()
    return code


def _use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _end_quietly_when_told() -> None:
    """A closed terminal or a `kill` ends as Ctrl-C does: the server says goodbye to its tabs."""

    def end(*_: object) -> NoReturn:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, end)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))


def _drop_output() -> None:
    """So that the interpreter has nothing left to flush into the broken pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def language_of(given: Sequence[str], environment: "os._Environ[str] | dict[str, str]") -> str:
    """`--language`, else Danish if the environment is Danish, else English."""
    for at, word in enumerate(given):
        if word == "--language" and at + 1 < len(given):
            return given[at + 1]
        if word.startswith("--language="):
            return word.partition("=")[2]
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    wish = next((environment[name] for name in names if environment.get(name)), "")
    return "da" if wish.lower().startswith("da") else "en"
