"""Which address shows which screen."""

import flet as ft

from lbp_app.model.person import Role
from lbp_app.screens.about import AboutScreen
from lbp_app.screens.backup import BackupScreen
from lbp_app.screens.balance import BalanceScreen
from lbp_app.screens.balance_day import BalanceDayScreen, ComparisonScreen
from lbp_app.screens.begin_training import BeforeTrainingScreen
from lbp_app.screens.class_evening import ClassEveningScreen
from lbp_app.screens.class_group import ClassScreen
from lbp_app.screens.class_poster import ClassPosterScreen
from lbp_app.screens.class_room import ClassRoomScreen
from lbp_app.screens.class_setup import ChangeClassScreen, NewClassScreen
from lbp_app.screens.classes import ClassesScreen
from lbp_app.screens.colleague import (
    FromColleagueScreen,
    HandClassScreen,
    HandParticipantScreen,
)
from lbp_app.screens.course import CourseScreen
from lbp_app.screens.course_setup import ChangeCourseScreen, NewCourseScreen
from lbp_app.screens.day import DayScreen
from lbp_app.screens.deletion import DeletionScreen
from lbp_app.screens.doctor_card import DoctorCardScreen
from lbp_app.screens.exercise import ExerciseScreen
from lbp_app.screens.exercise_group import ExerciseGroupScreen
from lbp_app.screens.exercises import ExercisesScreen
from lbp_app.screens.expectations import ExpectationsScreen
from lbp_app.screens.export import ExportScreen
from lbp_app.screens.flare import FlareScreen
from lbp_app.screens.goals import GoalsScreen
from lbp_app.screens.home_test import HomeTestScreen
from lbp_app.screens.home_tests import HomeTestsScreen
from lbp_app.screens.join_class import JoinClassScreen
from lbp_app.screens.learn import LearnScreen
from lbp_app.screens.leaving import LeavingScreen
from lbp_app.screens.lesson import LessonScreen
from lbp_app.screens.links import LinksScreen
from lbp_app.screens.lock import LockScreen
from lbp_app.screens.me import MeScreen
from lbp_app.screens.mydata import MyDataScreen
from lbp_app.screens.myths import AllMythsScreen, MythsScreen
from lbp_app.screens.occurrence import OccurrenceScreen
from lbp_app.screens.occurrence_rows import OccurrencesScreen
from lbp_app.screens.pairing import PairingScreen
from lbp_app.screens.participant import ParticipantScreen
from lbp_app.screens.participant_pairing import ParticipantPairingScreen
from lbp_app.screens.participant_seen import ParticipantSeenScreen
from lbp_app.screens.participants import ParticipantsScreen
from lbp_app.screens.places import (
    LostScreen,
)
from lbp_app.screens.plan_handing import HandPlanScreen
from lbp_app.screens.player import PlayerScreen
from lbp_app.screens.privacy import ROUTE as PRIVACY
from lbp_app.screens.privacy import PrivacyScreen
from lbp_app.screens.progress import ProgressScreen
from lbp_app.screens.reflections import ReflectionsScreen
from lbp_app.screens.reminder_test import ReminderTestScreen
from lbp_app.screens.reminders import RemindersScreen
from lbp_app.screens.report import ReportScreen
from lbp_app.screens.report_back import ReportBackScreen
from lbp_app.screens.restore import RestoreScreen
from lbp_app.screens.schedule import ScheduleScreen
from lbp_app.screens.screening import ScreeningScreen
from lbp_app.screens.screenings import ScreeningsScreen
from lbp_app.screens.session_after import SessionAfterScreen
from lbp_app.screens.settings import SettingsScreen
from lbp_app.screens.signs import SignsScreen
from lbp_app.screens.since_last import SinceLastScreen
from lbp_app.screens.source_list import SourceListScreen
from lbp_app.screens.starting_levels import StartingLevelsScreen
from lbp_app.screens.take_plan import TakePlanScreen
from lbp_app.screens.templates import TemplatesScreen
from lbp_app.screens.today import TodayScreen
from lbp_app.screens.training_log import TrainingLogScreen
from lbp_app.screens.welcome import WelcomeScreen

WELCOME, SIGNS, RESTORE = "/velkommen/1", "/tegn", "/mig/data/gendan"
SHARED = {
    "oevelser": ExercisesScreen,
    "oevelser/:exercise": ExerciseScreen,
    "viden": LearnScreen,
    "viden/kilder": SourceListScreen,
    "viden/lektion/:lesson": LessonScreen,
    "viden/lektion/:lesson/:page": LessonScreen,
    "viden/links": LinksScreen,
    "viden/tanker": ReflectionsScreen,
    "viden/forventninger": ExpectationsScreen,
    "viden/myter": MythsScreen,
    "viden/myter/alle": AllMythsScreen,
    "viden/myter/:card": MythsScreen,
    "viden/vaegt": BalanceScreen,
    "viden/vaegt/:day": BalanceDayScreen,
    "viden/vaegt/:day/:other": ComparisonScreen,
    "mig": MeScreen,
    "mig/data": MyDataScreen,
    "mig/data/eksport": ExportScreen,
    "mig/data/forlader": LeavingScreen,
    "mig/data/gendan": RestoreScreen,
    "mig/data/kopi": BackupScreen,
    "mig/laas": LockScreen,
    "mig/data/plan": ScheduleScreen,
    "mig/data/rapport": ReportScreen,
    "mig/data/slet": DeletionScreen,
    "mig/indstillinger": SettingsScreen,
    "mig/om": AboutScreen,
    "mig/privatliv": PrivacyScreen,
    "tegn": SignsScreen,
    "velkommen/:card": WelcomeScreen,
}
PATIENT = {
    "oevelser/begynd": StartingLevelsScreen,
    "oevelser/fra-fysioterapeut": TakePlanScreen,
    "mig/fysioterapeut": PairingScreen,
    "mig/fysioterapeut/rapport": ReportBackScreen,
    "oevelser/gruppe/:group": ExerciseGroupScreen,
    "forloeb": CourseScreen,
    "forloeb/nyt": NewCourseScreen,
    "forloeb/hold": JoinClassScreen,
    "forloeb/ret": ChangeCourseScreen,
    "forloeb/liste": OccurrencesScreen,
    "forloeb/tid/:which": OccurrenceScreen,
    "forloeb/maal": GoalsScreen,
    "forloeb/test": HomeTestsScreen,
    "forloeb/test/:test": HomeTestScreen,
    "mig/udvikling": ProgressScreen,
    "mig/tjek": ScreeningsScreen,
    "mig/paamindelser": RemindersScreen,
    "mig/paamindelser/virker": ReminderTestScreen,
    "tjek": ScreeningScreen,
    "tjek/til-laegen": DoctorCardScreen,
    "tjek/:step": ScreeningScreen,
    "dag/:day": DayScreen,
    "daarlig-dag": FlareScreen,
    "traening": PlayerScreen,
    "traening/log": TrainingLogScreen,
    "traening/foer/:what": BeforeTrainingScreen,
    "traening/:session": SessionAfterScreen,
}
PHYSIO = {
    "deltager/:participant": ParticipantScreen,
    "deltager/:participant/forbind": ParticipantPairingScreen,
    "deltager/:participant/giv": HandPlanScreen,
    "deltager/:participant/siden-sidst": SinceLastScreen,
    "deltager/:participant/se": ParticipantSeenScreen,
    "deltager/:participant/kollega": HandParticipantScreen,
    "hold/:group/kollega": HandClassScreen,
    "kollega": FromColleagueScreen,
    "skabeloner": TemplatesScreen,
    "hold": ClassesScreen,
    "hold/nyt": NewClassScreen,
    "hold/:group": ClassScreen,
    "hold/:group/ret": ChangeClassScreen,
    "hold/:group/opslag": ClassPosterScreen,
    "hold/:group/sal": ClassRoomScreen,
    "hold/:group/sal/:station": ClassRoomScreen,
    "hold/:group/tid/:which": ClassEveningScreen,
}


def router(role: Role) -> ft.Control:
    first, own = (ParticipantsScreen, PHYSIO) if role is Role.PHYSIO else (TodayScreen, PATIENT)
    paths = [ft.Route(path=path, component=screen) for path, screen in {**own, **SHARED}.items()]
    routes = [ft.Route(index=True, component=first), *paths]
    routes.append(ft.Route(path=":anything*", component=LostScreen))
    return ft.Router(routes, manage_views=True)


def allowed(route: str, welcomed: bool) -> bool:
    """Before the first start is done: its cards, the signs, the notice about data, a restore."""
    return welcomed or route.startswith(("/velkommen", SIGNS, RESTORE, PRIVACY))
