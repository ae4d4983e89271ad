"""Which address shows which screen to a patient."""

from lbp_app.screens.begin_training import BeforeTrainingScreen
from lbp_app.screens.course import CourseScreen
from lbp_app.screens.course_setup import ChangeCourseScreen, NewCourseScreen
from lbp_app.screens.day import DayScreen
from lbp_app.screens.doctor_card import DoctorCardScreen
from lbp_app.screens.exercise_group import ExerciseGroupScreen
from lbp_app.screens.flare import FlareScreen
from lbp_app.screens.goals import GoalsScreen
from lbp_app.screens.home_test import HomeTestScreen
from lbp_app.screens.home_tests import HomeTestsScreen
from lbp_app.screens.join_class import JoinClassScreen
from lbp_app.screens.occurrence import OccurrenceScreen
from lbp_app.screens.occurrence_rows import OccurrencesScreen
from lbp_app.screens.pairing import PairingScreen
from lbp_app.screens.player import PlayerScreen
from lbp_app.screens.progress import ProgressScreen
from lbp_app.screens.reminder_test import ReminderTestScreen
from lbp_app.screens.reminders import RemindersScreen
from lbp_app.screens.report_back import ReportBackScreen
from lbp_app.screens.screening import ScreeningScreen
from lbp_app.screens.screenings import ScreeningsScreen
from lbp_app.screens.session_after import SessionAfterScreen
from lbp_app.screens.starting_levels import StartingLevelsScreen
from lbp_app.screens.take_plan import TakePlanScreen
from lbp_app.screens.today import TodayScreen
from lbp_app.screens.training_log import TrainingLogScreen

FIRST = TodayScreen
ROUTES = {
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
