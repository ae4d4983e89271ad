"""Having been at a class is training: its stations, at the person's own levels."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time
from uuid import NAMESPACE_OID, uuid5

from lbp_app.actions.followed_class import followed_class
from lbp_app.actions.session import basis_of
from lbp_app.model.course import HOUR, ZONE, Appointment, Attendance, Contact
from lbp_app.model.player import as_planned
from lbp_app.model.session import Session, SessionKind
from lbp_app.rules import session_plan
from lbp_app.services import Services

EVENING = time(19)  # of a class without a time of day


def trained_at(services: Services, said: Appointment) -> Mapping[str, Session | None]:
    """What comes into the log, or goes, when this is said. Nothing where the stations are not
    known, or the exercises of the class were logged that day already.
    """
    logged = uuid5(NAMESPACE_OID, said.id).hex
    there = services.sessions.get(logged)
    if said.attendance is not Attendance.ATTENDED or said.cancelled:
        return {logged: None} if there else {}
    if there is not None:
        return {} if there.day == said.day else {logged: _moved(services, there, said)}
    if said.contact is not Contact.CLASS or _has_trained(services, said):
        return {}
    group = followed_class(services)
    if group is None or group.id != said.course:
        return {}
    return {logged: _session(services, logged, said)}


def _has_trained(services: Services, said: Appointment) -> bool:
    return any(
        one.kind is SessionKind.CLASS and one.day == said.day and one.done
        for one in services.sessions.all()
    )


def _session(services: Services, session_id: str, said: Appointment) -> Session:
    started, ended = _hour(services, said)
    items = tuple(map(as_planned, session_plan.stations(basis_of(services))))
    zone = services.clock.zone_name()
    return Session(session_id, SessionKind.CLASS, said.day, started, ended, zone, items)


def _moved(services: Services, there: Session, said: Appointment) -> Session:
    started, ended = _hour(services, said)
    return replace(there, day=said.day, started=started, ended=ended)


def _hour(services: Services, said: Appointment) -> tuple[datetime, datetime]:
    """The hour of the class, or the last one, when it is said before it is over."""
    now = services.clock.now()
    begins = datetime.combine(said.day, said.clock or EVENING, tzinfo=ZONE)
    started = min(begins, now - HOUR)
    return started, started + HOUR
