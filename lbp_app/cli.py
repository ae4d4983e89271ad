"""The command `lbp`. One table of commands; each imports what it needs when it runs."""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from lbp_app import config
from lbp_app.cli_input import read_input
from lbp_app.content.failures import sentence
from lbp_app.content.wording import Wording, mark, wording_for
from lbp_app.errors import AppError, UsageError

if TYPE_CHECKING:
    from lbp_app.front.server import Served

    OpenApp = Callable[[config.Settings], Served]

REFUSED = 2
Arguments = argparse.Namespace
SUPPRESS = argparse.SUPPRESS


@dataclass(frozen=True)
class Command:
    """`options` adds to the parser's group of options; `run` returns the exit code."""

    name: str
    help: str
    run: "Callable[[Arguments, Wording, OpenApp], int]"
    options: "Callable[[argparse._ArgumentGroup, Wording], object]" = lambda group, t: None


def main(argv: Sequence[str] | None = None, open_app: "OpenApp | None" = None) -> int:
    """Returns the exit code: 0, or 2 after one line on standard error."""
    given = list(sys.argv[1:] if argv is None else argv)
    if argv is None:
        _end_quietly_when_told()
    _use_utf8()
    t = wording_for(language_of(given, os.environ))
    try:
        return _run(given, t, open_app or _the_app)
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


def _run(given: list[str], t: Wording, open_app: "OpenApp") -> int:
    if given[:2] == ["content", "check"]:
        from lbp_app.content import check

        return check.main(given[2:])
    arguments = _parser(t).parse_args(given)
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


# --- parsing ------------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError


def _parser(t: Wording) -> _Parser:
    top = _new_parser(t, "lbp", t("Rygvej: åbner appen i din browser."))
    chosen = top.add_subparsers(title=t("Kommandoer"), metavar="", parser_class=_Parser)
    for command in COMMANDS:
        text = t(command.help)
        parser = _new_parser(t, f"lbp {command.name}", text, chosen, help=text)
        command.options(parser._action_groups[-1], t)
        parser.set_defaults(run=command.run)
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
        type=_folder,
        default=SUPPRESS,
        help=t("mappen, som dine svar ligger i"),
    )
    group.add_argument(
        "--language", metavar="LANG", default=SUPPRESS, help=t("sproget, for eksempel da eller en")
    )
    return parser


def _folder(text: str) -> Path:
    return Path(text).expanduser().absolute()


def _port(text: str) -> int:
    port = int(text)
    if not 1 <= port <= 65535:
        raise ValueError
    return port


def _instant(text: str) -> datetime:
    """An ISO time; without a zone it is the local one, without a time it is nine o'clock."""
    instant = datetime.fromisoformat(text)
    if len(text) <= len("2026-05-04"):
        instant = datetime.combine(instant.date(), time(9))
    return instant.astimezone() if instant.tzinfo is None else instant


def settings_from(arguments: Arguments, **more: Any) -> config.Settings:
    data = getattr(arguments, "data", None) or config.data_folder()
    language = getattr(arguments, "language", None)
    return config.Settings(data=data, language=language, **more)


# --- the commands -------------------------------------------------------------------------------


def _the_app(settings: config.Settings) -> "Served":
    from lbp_app.front.wiring import served

    return served(settings)


def _say(t: Wording) -> Callable[[str, str], None]:
    from lbp_app.front.saying import say_in

    return say_in(t)


def run_app(arguments: Arguments, t: Wording, open_app: "OpenApp") -> int:
    from lbp_app.front import window
    from lbp_app.front.start import start

    settings = settings_from(arguments)
    if window.is_possible():
        from lbp_app.front.start import alone

        with alone(settings, _say(t)) as first:
            if first:
                window.run(settings, open_app)
        return 0
    start(settings, open_app, _say(t), config.front_options())
    return 0


def run_web(arguments: Arguments, t: Wording, open_app: "OpenApp") -> int:
    from lbp_app.front.start import start

    settings = settings_from(arguments, port=arguments.port)
    start(settings, open_app, _say(t), config.front_options())
    return 0


def run_open(arguments: Arguments, t: Wording, open_app: "OpenApp") -> int:
    from lbp_app.front.start import NotRunningError, is_running, show_running

    settings = settings_from(arguments)
    if not is_running(settings.data):
        raise NotRunningError
    show_running(settings, _say(t), "link", patience=3.0)
    return 0


def run_doctor(arguments: Arguments, t: Wording, open_app: "OpenApp") -> int:
    from lbp_app.front.doctor import lines

    for line in lines(settings_from(arguments).data, t, report=arguments.report):
        sys.stdout.write(line + "\n")
    return 0


def run_demo(arguments: Arguments, t: Wording, open_app: "OpenApp") -> int:
    from lbp_app.front.showing import show_demo
    from lbp_app.front.wiring import fill

    settings = settings_from(
        arguments, demo=True, now=arguments.now, role=arguments.role, port=arguments.port
    )
    own = getattr(arguments, "data", None)
    filled = fill(arguments.weeks, arguments.seed, arguments.lock)
    show_demo(settings, own, filled, open_app, _say(t))
    return 0


def run_backup(arguments: Arguments, t: Wording, open_app: "OpenApp") -> int:
    from lbp_app import cli_backup

    settings = settings_from(arguments)
    given = arguments.file, arguments.plain, arguments.passphrase_fd, arguments.code_fd
    cli_backup.backup(settings, t, *given)
    return 0


def run_restore(arguments: Arguments, t: Wording, open_app: "OpenApp") -> int:
    from lbp_app import cli_backup

    settings, given = settings_from(arguments), (arguments.file, arguments.passphrase_fd)
    if arguments.into:
        cli_backup.restore_into(arguments.into, t, *given)
        return 0
    instead = cli_backup.merge if arguments.merge else cli_backup.restore
    instead(settings, t, *given, arguments.yes, arguments.code_fd)
    return 0


def run_export(arguments: Arguments, t: Wording, open_app: "OpenApp") -> int:
    from lbp_app import cli_export

    person = getattr(arguments, "person", None)
    given = arguments.format, arguments.out, arguments.replace, person, arguments.code_fd
    cli_export.export(settings_from(arguments), t, *given)
    return 0


def run_import(arguments: Arguments, t: Wording, open_app: "OpenApp") -> int:
    from lbp_app import cli_export

    cli_export.import_file(settings_from(arguments), t, arguments.file, arguments.code_fd)
    return 0


def run_prescription(arguments: Arguments, t: Wording, open_app: "OpenApp") -> int:
    from lbp_app import cli_prescription

    cli_prescription.run(arguments.what, arguments.given, arguments.key, arguments.public)
    return 0


def run_reminders(arguments: Arguments, t: Wording, open_app: "OpenApp") -> int:
    from lbp_app import cli_reminders
    from lbp_app.exchange.reminders import LARGEST

    rules = arguments.rules
    data = None if rules is None else read_input(rules, LARGEST)
    asked = arguments.first, arguments.end, arguments.tz
    cli_reminders.reminders(settings_from(arguments), t, data, asked, arguments.ics)
    return 0


def run_remind(arguments: Arguments, t: Wording, open_app: "OpenApp") -> int:
    from lbp_app import cli_reminders

    if not arguments.once:
        raise UsageError
    cli_reminders.remind_once(settings_from(arguments), t)
    return 0


def run_triage(arguments: Arguments, t: Wording, open_app: "OpenApp") -> int:
    from lbp_app.content import library
    from lbp_app.content.guidance import Where, guidance_for
    from lbp_app.exchange.rules import rule_set
    from lbp_app.exchange.screening import LARGEST, read_request, result_json
    from lbp_app.model.surgery import DENMARK
    from lbp_app.rules.triage import judge

    content = library.load()
    rules = rule_set(content)
    asked = read_request(read_input(arguments.file, LARGEST), content.signs)
    outcome = judge(rules, asked.answers)
    at = (asked.at or datetime.now(UTC)).astimezone(DENMARK)
    said = wording_for(asked.language) if asked.language else t
    where = Where(asked.region, at.date(), rules.surgery.is_open(at))
    guidance = guidance_for(content, said, outcome.actions, outcome.missing, where)
    sys.stdout.write(result_json(outcome, guidance) + "\n")
    return 0


def _web_options(group: "argparse._ArgumentGroup", t: Wording) -> None:
    group.add_argument("--port", type=_port, help=t("porten på denne computer"))


def _doctor_options(group: "argparse._ArgumentGroup", t: Wording) -> None:
    group.add_argument(
        "--report", action="store_true", help=t("til at sende til andre: uden mappenavne")
    )


def _demo_options(group: "argparse._ArgumentGroup", t: Wording) -> None:
    _web_options(group, t)
    group.add_argument(
        "--role", choices=("patient", "physio"), default="patient", help=t("hvem der ser appen")
    )
    group.add_argument("--weeks", type=_weeks, default=8, help=t("hvor mange uger der er svar fra"))
    group.add_argument("--seed", type=int, default=1, help=t("et andet tal giver andre svar"))
    group.add_argument("--lock", metavar="CODE", help=t("sætter lås på med en opdigtet kode"))
    group.add_argument(
        "--now", type=_instant, help=t("stiller uret, for eksempel 2026-05-04T09:00")
    )


def _triage_options(group: "argparse._ArgumentGroup", t: Wording) -> None:
    group.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        default="-",
        help=t("filen med svar; uden den læses de ind"),
    )


def _backup_options(group: "argparse._ArgumentGroup", t: Wording) -> None:
    _passphrase_options(group, t)
    group.add_argument("--plain", action="store_true", help=t("uden lås: enhver kan læse filen"))


def _restore_options(group: "argparse._ArgumentGroup", t: Wording) -> None:
    _passphrase_options(group, t)
    ways = group.add_mutually_exclusive_group()
    ways.add_argument(
        "--into", metavar="DIR", type=_folder, help=t("en tom eller ny mappe at gendanne i")
    )
    ways.add_argument(
        "--merge",
        action="store_true",
        help=t("lægger filen sammen med det, der er her; af hvert svar gælder det senere"),
    )
    group.add_argument("--yes", action="store_true", help=t("spørger ikke, før svar erstattes"))


def _code_option(group: "argparse._ArgumentGroup", t: Wording) -> None:
    group.add_argument(
        "--code-fd",
        metavar="N",
        type=int,
        help=t("læser koden til låsen fra den åbne fil med det nummer"),
    )


def _passphrase_options(group: "argparse._ArgumentGroup", t: Wording) -> None:
    _code_option(group, t)
    group.add_argument("file", metavar="FILE", type=_folder, help=t("filen med kopien"))
    group.add_argument(
        "--passphrase-fd",
        metavar="N",
        type=int,
        help=t("læser kodeordet fra den åbne fil med det nummer"),
    )


def _export_options(group: "argparse._ArgumentGroup", t: Wording) -> None:
    _code_option(group, t)
    group.add_argument("out", metavar="OUT", type=_folder, help=t("filen, som alt gemmes i"))
    group.add_argument(
        "--format",
        choices=("json", "csv", "fhir", "pdf"),
        required=True,
        help=t("json og csv kan læses ind igen; fhir er til journalsystemer, pdf til læsning"),
    )
    group.add_argument("--person", choices=("patient", "physio"), help=t("hvis svar det er"))
    group.add_argument(
        "--replace", action="store_true", help=t("erstatter en fil, der ligger der i forvejen")
    )


def _import_options(group: "argparse._ArgumentGroup", t: Wording) -> None:
    _code_option(group, t)
    group.add_argument("file", metavar="FILE", type=_folder, help=t("filen fra lbp export"))


def _prescription_options(group: "argparse._ArgumentGroup", t: Wording) -> None:
    group.add_argument(
        "what",
        metavar="keygen|encode|decode",
        choices=("keygen", "encode", "decode"),
        help=t("laver en nøgle, skriver en plan som kode eller læser den igen"),
    )
    group.add_argument(
        "given",
        metavar="OUT|PLAN|TEXT",
        help=t("filen til nøglen, filen med planen eller selve koden; - læser den ind"),
    )
    group.add_argument(
        "--key", metavar="KEY", help=t("encode: filen med nøglen at underskrive med")
    )
    group.add_argument(
        "--public", metavar="PUBLIC", help=t("decode: den nøgle, planen er underskrevet med")
    )


def _reminders_options(group: "argparse._ArgumentGroup", t: Wording) -> None:
    group.add_argument("--from", dest="first", metavar="DAY", required=True, help=t("første dag"))
    group.add_argument(
        "--to", dest="end", metavar="DAY", required=True, help=t("dagen efter den sidste")
    )
    group.add_argument(
        "--tz", metavar="ZONE", required=True, help=t("tidszonen, for eksempel Europe/Copenhagen")
    )
    group.add_argument("--rules", metavar="FILE", help=t("regler i JSON i stedet for dine egne"))
    group.add_argument(
        "--ics", metavar="FILE", type=_folder, help=t("gemmer dem også som kalender")
    )


def _remind_options(group: "argparse._ArgumentGroup", t: Wording) -> None:
    group.add_argument(
        "--once", action="store_true", help=t("ringer det, der er tid til nu, og slutter")
    )


def _weeks(text: str) -> int:
    weeks = int(text)
    if not 0 <= weeks <= 1000:
        raise ValueError
    return weeks


def _no_such(arguments: Arguments, t: Wording, open_app: "OpenApp") -> int:
    raise UsageError


COMMANDS = (
    Command("web", mark("åbner appen i browseren, aldrig i et vindue"), run_web, _web_options),
    Command("open", mark("giver et nyt link til den Rygvej, der kører"), run_open),
    Command("doctor", mark("viser, hvordan Rygvej har det her"), run_doctor, _doctor_options),
    Command("demo", mark("viser appen med opdigtede svar"), run_demo, _demo_options),
    Command("backup", mark("gemmer alle svar i én fil"), run_backup, _backup_options),
    Command(
        "restore",
        mark("henter alle svar fra en sikkerhedskopi"),
        run_restore,
        _restore_options,
    ),
    Command("export", mark("gemmer alt i en fil, som andre kan læse"), run_export, _export_options),
    Command("import", mark("læser en fil fra lbp export"), run_import, _import_options),
    Command(
        "prescription",
        mark("skriver og læser en plan med trin som kode"),
        run_prescription,
        _prescription_options,
    ),
    Command("triage", mark("siger, hvor meget svar i JSON haster"), run_triage, _triage_options),
    Command(
        "reminders",
        mark("viser, hvornår påmindelser ringer"),
        run_reminders,
        _reminders_options,
    ),
    Command("remind", mark("ringer uden at appen er åben"), run_remind, _remind_options),
    Command("content", mark("content check: ser efter, om indholdet er i orden"), _no_such),
)
