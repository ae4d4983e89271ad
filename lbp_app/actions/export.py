"""A person takes everything along in a form that others can read, or brings it back."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from lbp_app.actions.hand_over import note_hand_over
from lbp_app.actions.mydata import diary_copy, followed, trained
from lbp_app.actions.report import drawn
from lbp_app.errors import DiskFullError, InputRefusedError, ReadOnlyError, StoreError
from lbp_app.exchange import export_csv, export_json, fhir
from lbp_app.exchange.whole_file import file_faults, reading, replacing
from lbp_app.model.doctor_card import CardPart
from lbp_app.model.export import Form, Stamp, Taken
from lbp_app.model.hand_over import HandedOver
from lbp_app.services import Database, Services, services_for

LARGEST = 100_000_000  # bytes of a file that is read back
WHAT = {
    Form.JSON: HandedOver.JSON,
    Form.CSV: HandedOver.CSV,
    Form.FHIR: HandedOver.FHIR,
    Form.PDF: HandedOver.REPORT,
}
_ZIP = b"PK"
_OF_THE_PLACE = {
    "error.backup_full": DiskFullError("error.export_full"),
    "error.backup_read_only": ReadOnlyError("error.export_read_only"),
    "error.backup_gone": StoreError("error.export_gone"),
    "error.backup_write": StoreError("error.export_write"),
}


def export_bytes(services: Services, form: Form) -> bytes:
    """For a browser to save."""
    out = BytesIO()
    _write(services, form, out)
    note_hand_over(services, WHAT[form], out.tell())
    return out.getvalue()


def export_file(services: Services, form: Form, path: Path, replace: bool = False) -> None:
    """A new file, whole or not there; one that lies there already only with `replace`."""
    if path.exists() and not (replace and path.is_file()):
        raise InputRefusedError("error.export_exists")
    try:
        with replacing(path) as out:
            _write(services, form, out)
            note_hand_over(services, WHAT[form], out.tell())
    except StoreError as error:
        raise _OF_THE_PLACE.get(error.key, error) from error


def read_file(services: Services, path: Path) -> Taken:
    """What a file of ours (JSON or CSV) holds; nothing is kept yet."""
    with reading(path) as opened:
        content = opened.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise InputRefusedError("error.import_large")
    read = export_csv.read if content.startswith(_ZIP) else export_json.read
    return read(content, services.exports.nouns(), services.exports.version)


def take_over(services: Services, taken: Taken) -> None:
    """All of it, for a person of whom nothing is kept; what the app could not read is refused."""

    def check(database: Database) -> None:
        _read_all(services_for(database, services.person.get().id, services.clock, services.stop))

    services.exports.take(taken, check)


def _write(services: Services, form: Form, out: BinaryIO) -> None:
    if form is Form.PDF:
        content = drawn(services).content
        with file_faults():
            out.write(content)
        return
    stamp = Stamp(services.exports.version, services.person.get().id, services.clock.local())
    with services.exports.now() as told, file_faults():
        if form is Form.JSON:
            export_json.write(out, stamp, told)
        elif form is Form.CSV:
            export_csv.write(out, stamp, told, diary_copy(services))
        else:
            fhir.write(out, _for_records(services))


def _for_records(services: Services) -> fhir.Told:
    return fhir.Told(
        person=services.person.get(),
        language=services.person.preferences().language,
        made_at=services.clock.local(),
        check_ins=services.diary.between(date.min, date.max),
        flares=services.flares.all(),
        trained=trained(services),
        followed=followed(services),
        screenings=services.screenings.all(),
        with_thoughts=services.doctor_card.get().wants(CardPart.THOUGHTS),
        pairings=services.pairings.all(),
    )


def _read_all(services: Services) -> None:
    """As every screen would."""
    diary_copy(services)
    services.person.preferences()
    services.pauses.all()
    services.screenings.all()
    services.screenings.follow_ups()
    services.screenings.draft()
    services.screenings.put_offs()
    services.doctor_card.get()
    services.sessions.draft()
    services.pairings.all()
    services.prescriptions.all()
    services.participants.all()
    services.participant_plans.newest()
    services.plan_templates.all()
    services.classes.all()
    services.classes.members()
    services.classes.attendance()
    services.home_tests.draft()
    services.hand_overs.all()
