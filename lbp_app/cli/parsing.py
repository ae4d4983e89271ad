"""What may be typed: one parser with the table of commands below it."""

import argparse
from typing import Any, NoReturn

from lbp_app.cli.commands import COMMANDS, run_app
from lbp_app.cli.options import folder
from lbp_app.content.wording import Wording
from lbp_app.errors import UsageError

SUPPRESS = argparse.SUPPRESS


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError


def parser(t: Wording) -> _Parser:
    top = _new_parser(t, "lbp", t("Rygvej: åbner appen i din browser."))
    chosen = top.add_subparsers(title=t("Kommandoer"), metavar="", parser_class=_Parser)
    for command in COMMANDS:
        text = t(command.help)
        below = _new_parser(t, f"lbp {command.name}", text, chosen, help=text)
        command.options(below._action_groups[-1], t)
        below.set_defaults(run=command.run)
    top.set_defaults(run=run_app)
    return top


def _new_parser(
    t: Wording, name: str, description: str, below: Any = None, **given: Any
) -> _Parser:
    options: dict[str, Any] = {"add_help": False, "allow_abbrev": False, "usage": SUPPRESS}
    options |= {"description": description, **given}
    parser: _Parser
    if below is None:
        parser = _Parser(prog=name, **options)
    else:
        parser = below.add_parser(name.removeprefix("lbp "), prog=name, **options)
    group = parser.add_argument_group(t("Valg"))
    group.add_argument("-h", "--help", action="help", help=t("viser denne hjælp"))
    group.add_argument(
        "--data",
        metavar="DIR",
        type=folder,
        default=SUPPRESS,
        help=t("mappen, som dine svar ligger i"),
    )
    group.add_argument(
        "--language", metavar="LANG", default=SUPPRESS, help=t("sproget, for eksempel da eller en")
    )
    return parser
