"""What the app is wired from; app.py builds one, each test builds its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lbp_app.exchange import holidays, learning, training
from lbp_app.exchange.rules import loaded
from lbp_app.model.day import Clock
from lbp_app.model.exercise import Catalogue
from lbp_app.model.progression import ProgressionRules
from lbp_app.model.reading import Syllabus
from lbp_app.model.triage import RuleSet, Tier
from lbp_app.store.activity import ActivityStore
from lbp_app.store.backup import BackupStore
from lbp_app.store.backup import Kept as Kept
from lbp_app.store.balance import BalanceStore
from lbp_app.store.care_plan import CarePlanStore
from lbp_app.store.class_group import ClassStore
from lbp_app.store.colleague import ColleagueStore
from lbp_app.store.comfort import ComfortStore
from lbp_app.store.course import CourseStore
from lbp_app.store.deletion import DeletionStore
from lbp_app.store.deletion import finish as finish_deletions_in
from lbp_app.store.device import DeviceStore
from lbp_app.store.diary import DiaryStore
from lbp_app.store.doctor_card import DoctorCardStore
from lbp_app.store.export import ExportStore
from lbp_app.store.flare import FlareStore
from lbp_app.store.goal import GoalStore
from lbp_app.store.guard import Guard as Guard
from lbp_app.store.hand_over import HandOverStore
from lbp_app.store.history import HistoryStore
from lbp_app.store.home_test import HomeTestStore
from lbp_app.store.pairing import PairingStore
from lbp_app.store.participant import ParticipantStore
from lbp_app.store.participant_plan import ParticipantPlanStore
from lbp_app.store.participant_report import ParticipantReportStore
from lbp_app.store.pause import PauseStore
from lbp_app.store.person import PersonStore
from lbp_app.store.plan_template import PlanTemplateStore
from lbp_app.store.prescription import PrescriptionStore
from lbp_app.store.progression import DecisionStore
from lbp_app.store.reading import ReadingStore
from lbp_app.store.reflection import ReflectionStore
from lbp_app.store.reminder import ReminderStore
from lbp_app.store.ring import RingStore
from lbp_app.store.screening import ScreeningStore
from lbp_app.store.session import Database as Database
from lbp_app.store.training import SessionStore


@dataclass(frozen=True)
class Services:
    """Stores of the person who is using the app now.

    `rules`, `catalogue`, `progression` and `syllabus` read what clinicians wrote when they are
    first called.
    """

    database: Database
    guard: Guard
    clock: Clock
    device: DeviceStore
    person: PersonStore
    diary: DiaryStore
    flares: FlareStore
    pauses: PauseStore
    screenings: ScreeningStore
    doctor_card: DoctorCardStore
    care_plans: CarePlanStore
    pairings: PairingStore
    prescriptions: PrescriptionStore
    home_tests: HomeTestStore
    decisions: DecisionStore
    sessions: SessionStore
    activities: ActivityStore
    comforts: ComfortStore
    courses: CourseStore
    goals: GoalStore
    participants: ParticipantStore
    participant_plans: ParticipantPlanStore
    participant_reports: ParticipantReportStore
    plan_templates: PlanTemplateStore
    classes: ClassStore
    colleagues: ColleagueStore
    readings: ReadingStore
    reflections: ReflectionStore
    balances: BalanceStore
    reminders: ReminderStore
    rings: RingStore
    history: HistoryStore
    hand_overs: HandOverStore
    deletions: DeletionStore
    exports: ExportStore
    backups: BackupStore
    rules: Callable[[], RuleSet]
    catalogue: Callable[[], Catalogue]
    progression: Callable[[], ProgressionRules]
    syllabus: Callable[[], Syllabus]
    is_holiday: Callable[[date], bool]  # in Denmark, where classes meet
    stop: Callable[[], None]  # ends the program

    def finish_deletions(self, *, whole: bool = False) -> None:
        finish_deletions_in(self.database, self.clock, _stopping, whole=whole)


def _stopping() -> frozenset[Tier]:
    return loaded().pauses


def services_for(
    database: Database, person_id: str, clock: Clock, stop: Callable[[], None]
) -> Services:
    pauses = PauseStore(database, person_id, clock)
    care_plans = CarePlanStore(database, person_id, clock)
    sessions = SessionStore(database, person_id, clock)
    courses = CourseStore(database, person_id, clock, sessions)
    participants = ParticipantStore(database, person_id, clock)
    participant_plans = ParticipantPlanStore(database, person_id, clock)
    participant_reports = ParticipantReportStore(database, person_id, clock)
    classes = ClassStore(database, person_id, clock, courses)
    return Services(
        database=database,
        guard=database.guard,
        clock=clock,
        device=DeviceStore(database),
        person=PersonStore(database, person_id, clock),
        diary=DiaryStore(database, person_id, clock),
        flares=FlareStore(database, person_id, clock),
        pauses=pauses,
        screenings=ScreeningStore(database, person_id, clock, pauses),
        doctor_card=DoctorCardStore(database, person_id, clock),
        care_plans=care_plans,
        pairings=PairingStore(database, person_id, clock),
        prescriptions=PrescriptionStore(database, person_id, clock, care_plans),
        home_tests=HomeTestStore(database, person_id, clock),
        decisions=DecisionStore(database, person_id, clock, care_plans),
        sessions=sessions,
        activities=ActivityStore(database, person_id, clock),
        comforts=ComfortStore(database, person_id, clock),
        courses=courses,
        goals=GoalStore(database, person_id, clock),
        participants=participants,
        participant_plans=participant_plans,
        participant_reports=participant_reports,
        plan_templates=PlanTemplateStore(database, person_id, clock),
        classes=classes,
        colleagues=ColleagueStore(
            database, participants, participant_plans, participant_reports, classes, courses
        ),
        readings=ReadingStore(database, person_id, clock),
        reflections=ReflectionStore(database, person_id, clock),
        balances=BalanceStore(database, person_id, clock),
        reminders=ReminderStore(database, person_id, clock),
        rings=RingStore(database, person_id),
        history=HistoryStore(database, person_id),
        hand_overs=HandOverStore(database, person_id),
        deletions=DeletionStore(database, person_id, clock, _stopping),
        exports=ExportStore(database, person_id),
        backups=BackupStore(database, clock),
        rules=loaded,
        catalogue=training.catalogue,
        progression=training.progression,
        syllabus=learning.syllabus,
        is_holiday=holidays.is_holiday,
        stop=stop,
    )
