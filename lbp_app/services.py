"""What the app is wired from; app.py builds one, each test builds its own."""

from collections.abc import Callable
from dataclasses import dataclass

from lbp_app.exchange.rules import loaded
from lbp_app.model.day import Clock
from lbp_app.model.triage import RuleSet
from lbp_app.store.device import DeviceStore
from lbp_app.store.diary import DiaryStore
from lbp_app.store.doctor_card import DoctorCardStore
from lbp_app.store.flare import FlareStore
from lbp_app.store.history import HistoryStore
from lbp_app.store.pause import PauseStore
from lbp_app.store.person import PersonStore
from lbp_app.store.screening import ScreeningStore
from lbp_app.store.session import Database


@dataclass(frozen=True)
class Services:
    """Stores of the person who is using the app now.

    `rules` reads the safety rules when it is first called.
    """

    database: Database
    clock: Clock
    device: DeviceStore
    person: PersonStore
    diary: DiaryStore
    flares: FlareStore
    pauses: PauseStore
    screenings: ScreeningStore
    doctor_card: DoctorCardStore
    history: HistoryStore
    rules: Callable[[], RuleSet]
    stop: Callable[[], None]  # ends the program


def services_for(
    database: Database, person_id: str, clock: Clock, stop: Callable[[], None]
) -> Services:
    pauses = PauseStore(database, person_id, clock)
    return Services(
        database=database,
        clock=clock,
        device=DeviceStore(database),
        person=PersonStore(database, person_id, clock),
        diary=DiaryStore(database, person_id, clock),
        flares=FlareStore(database, person_id, clock),
        pauses=pauses,
        screenings=ScreeningStore(database, person_id, clock, pauses),
        doctor_card=DoctorCardStore(database, person_id, clock),
        history=HistoryStore(database, person_id),
        rules=loaded,
        stop=stop,
    )
