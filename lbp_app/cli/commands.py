"""One table of commands; each imports what it needs when it runs."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lbp_app import config
from lbp_app.cli import options
from lbp_app.cli.input import read_input
from lbp_app.cli.output import say
from lbp_app.content.wording import Wording, mark
from lbp_app.errors import UsageError

if TYPE_CHECKING:
    from lbp_app.front.server import Served

Arguments = argparse.Namespace
OpenApp = Callable[[config.Settings], "Served"]


@dataclass(frozen=True)
class Command:
    """`options` adds to the parser's group of options; `run` returns the exit code."""

    name: str
    help: str
    run: Callable[[Arguments, Wording, OpenApp], int]
    options: "Callable[[argparse._ArgumentGroup, Wording], object]" = lambda group, t: None


def settings_from(arguments: Arguments, **more: Any) -> config.Settings:
    data = getattr(arguments, "data", None) or config.data_folder()
    language = getattr(arguments, "language", None)
    return config.Settings(data=data, language=language, **more)


def the_app(settings: config.Settings) -> "Served":
    from lbp_app.front.wiring import served

    return served(settings)


def _say(t: Wording) -> Callable[[str, str], None]:
    from lbp_app.front.saying import say_in

    return say_in(t)


def run_app(arguments: Arguments, t: Wording, open_app: OpenApp) -> int:
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


def run_web(arguments: Arguments, t: Wording, open_app: OpenApp) -> int:
    from lbp_app.front.start import start

    settings = settings_from(arguments, port=arguments.port)
    start(settings, open_app, _say(t), config.front_options())
    return 0


def run_open(arguments: Arguments, t: Wording, open_app: OpenApp) -> int:
    from lbp_app.front.start import NotRunningError, is_running, show_running

    settings = settings_from(arguments)
    if not is_running(settings.data):
        raise NotRunningError
    show_running(settings, _say(t), "link", patience=3.0)
    return 0


def run_doctor(arguments: Arguments, t: Wording, open_app: OpenApp) -> int:
    from lbp_app.front.doctor import lines

    for line in lines(settings_from(arguments).data, t, report=arguments.report):
        say(line)
    return 0


def run_demo(arguments: Arguments, t: Wording, open_app: OpenApp) -> int:
    from lbp_app.front.showing import show_demo
    from lbp_app.front.wiring import fill

    settings = settings_from(
        arguments, demo=True, now=arguments.now, role=arguments.role, port=arguments.port
    )
    own = getattr(arguments, "data", None)
    filled = fill(arguments.weeks, arguments.seed, arguments.lock)
    show_demo(settings, own, filled, open_app, _say(t))
    return 0


def run_backup(arguments: Arguments, t: Wording, open_app: OpenApp) -> int:
    from lbp_app.cli import backup

    settings = settings_from(arguments)
    given = arguments.file, arguments.plain, arguments.passphrase_fd, arguments.code_fd
    backup.backup(settings, t, *given)
    return 0


def run_restore(arguments: Arguments, t: Wording, open_app: OpenApp) -> int:
    from lbp_app.cli import backup

    settings, given = settings_from(arguments), (arguments.file, arguments.passphrase_fd)
    if arguments.into:
        backup.restore_into(arguments.into, t, *given)
        return 0
    instead = backup.merge if arguments.merge else backup.restore
    instead(settings, t, *given, arguments.yes, arguments.code_fd)
    return 0


def run_export(arguments: Arguments, t: Wording, open_app: OpenApp) -> int:
    from lbp_app.cli import export

    person = getattr(arguments, "person", None)
    given = arguments.format, arguments.out, arguments.replace, person, arguments.code_fd
    export.export(settings_from(arguments), t, *given)
    return 0


def run_import(arguments: Arguments, t: Wording, open_app: OpenApp) -> int:
    from lbp_app.cli import export

    export.import_file(settings_from(arguments), t, arguments.file, arguments.code_fd)
    return 0


def run_prescription(arguments: Arguments, t: Wording, open_app: OpenApp) -> int:
    from lbp_app.cli import prescription

    prescription.run(arguments.what, arguments.given, arguments.key, arguments.public)
    return 0


def run_reminders(arguments: Arguments, t: Wording, open_app: OpenApp) -> int:
    from lbp_app.cli import reminders
    from lbp_app.exchange.reminders import LARGEST

    rules = arguments.rules
    data = None if rules is None else read_input(rules, LARGEST)
    asked = arguments.first, arguments.end, arguments.tz
    reminders.reminders(settings_from(arguments), t, data, asked, arguments.ics)
    return 0


def run_remind(arguments: Arguments, t: Wording, open_app: OpenApp) -> int:
    from lbp_app.cli import reminders

    if not arguments.once:
        raise UsageError
    reminders.remind_once(settings_from(arguments), t)
    return 0


def run_triage(arguments: Arguments, t: Wording, open_app: OpenApp) -> int:
    from lbp_app.cli.triage import triage

    triage(arguments.file, t)
    return 0


def _no_such(arguments: Arguments, t: Wording, open_app: OpenApp) -> int:
    raise UsageError


COMMANDS = (
    Command("web", mark("åbner appen i browseren, aldrig i et vindue"), run_web, options.web),
    Command("open", mark("giver et nyt link til den Rygvej, der kører"), run_open),
    Command("doctor", mark("viser, hvordan Rygvej har det her"), run_doctor, options.doctor),
    Command("demo", mark("viser appen med opdigtede svar"), run_demo, options.demo),
    Command("backup", mark("gemmer alle svar i én fil"), run_backup, options.backup),
    Command(
        "restore",
        mark("henter alle svar fra en sikkerhedskopi"),
        run_restore,
        options.restore,
    ),
    Command(
        "export",
        mark("gemmer alt i en fil, som andre kan læse"),
        run_export,
        options.export,
    ),
    Command("import", mark("læser en fil fra lbp export"), run_import, options.import_),
    Command(
        "prescription",
        mark("skriver og læser en plan med trin som kode"),
        run_prescription,
        options.prescription,
    ),
    Command("triage", mark("siger, hvor meget svar i JSON haster"), run_triage, options.triage),
    Command(
        "reminders",
        mark("viser, hvornår påmindelser ringer"),
        run_reminders,
        options.reminders,
    ),
    Command("remind", mark("ringer uden at appen er åben"), run_remind, options.remind),
    Command("content", mark("content check: ser efter, om indholdet er i orden"), _no_such),
)
