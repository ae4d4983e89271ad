"""`lbp export` and `lbp import`."""

from pathlib import Path

from lbp_app.actions import export as actions
from lbp_app.app import opened
from lbp_app.cli.output import say
from lbp_app.cli.secret import guard_for
from lbp_app.config import Settings
from lbp_app.content.wording import Wording
from lbp_app.errors import AnswerRefusedError, AppError, InputRefusedError
from lbp_app.model.export import Form, Taken
from lbp_app.model.person import Role
from lbp_app.services import Services, services_for
from lbp_app.store import copies
from lbp_app.store.health import is_empty


def export(
    settings: Settings,
    t: Wording,
    form: str,
    out: Path,
    replace: bool,
    person: str | None,
    code: int | None = None,
) -> None:
    """`code` is an open file with the code of the lock."""
    if is_empty(settings.data / copies.FILE):
        raise InputRefusedError("error.export_nothing")
    with opened(settings, guard_for(settings, t, code)) as services:
        whose = _of(services, person) if person else services
        actions.export_file(whose, Form(form), out, replace)
    say(t("Gemt. Filen er ikke låst: Alle, der åbner den, kan læse den."))


def import_file(settings: Settings, t: Wording, file: Path, code: int | None = None) -> None:
    """Where nobody has answered anything yet."""
    with opened(settings, guard_for(settings, t, code)) as services:
        if not services.exports.is_new():
            raise AnswerRefusedError("error.import_not_new")
        taken = actions.read_file(services, file)
        _take_over(services, taken)
    say(t("Læst ind: {rows} rækker.", rows=sum(map(len, taken.rows.values()))))


def _take_over(services: Services, taken: Taken) -> None:
    """Refused, the device is whose it was."""
    _, before = services.device.active_person()
    try:
        actions.take_over(_as(services, services.device.use(Role(taken.role))), taken)
    except AppError:
        services.device.use(before)
        raise


def _of(services: Services, role: str) -> Services:
    person_id = services.device.get(f"person.{role}")
    if person_id is None:
        raise InputRefusedError("error.export_person")
    return _as(services, person_id)


def _as(services: Services, person_id: str) -> Services:
    return services_for(services.database, person_id, services.clock, services.stop)
