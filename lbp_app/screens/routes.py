"""Which address shows which screen; its file is read when it is first shown."""

from collections.abc import Callable
from functools import cache
from importlib import import_module

import flet as ft

from lbp_app.model.person import Role

Screen = Callable[[], ft.View]

WELCOME, SIGNS, RESTORE = "/velkommen/1", "/tegn", "/mig/data/gendan"
PRIVACY = "/mig/privatliv"
LOST = "places.LostScreen"
FIRST = {Role.PATIENT: "today.TodayScreen", Role.PHYSIO: "participants.ParticipantsScreen"}
SHARED = {
    "oevelser": "exercises.ExercisesScreen",
    "oevelser/:exercise": "exercise.ExerciseScreen",
    "viden": "learn.LearnScreen",
    "viden/kilder": "source_list.SourceListScreen",
    "viden/lektion/:lesson": "lesson.LessonScreen",
    "viden/lektion/:lesson/:page": "lesson.LessonScreen",
    "viden/links": "links.LinksScreen",
    "viden/tanker": "reflections.ReflectionsScreen",
    "viden/forventninger": "expectations.ExpectationsScreen",
    "viden/myter": "myths.MythsScreen",
    "viden/myter/alle": "myths.AllMythsScreen",
    "viden/myter/:card": "myths.MythsScreen",
    "viden/vaegt": "balance.BalanceScreen",
    "viden/vaegt/:day": "balance_day.BalanceDayScreen",
    "viden/vaegt/:day/:other": "balance_day.ComparisonScreen",
    "mig": "me.MeScreen",
    "mig/data": "mydata.MyDataScreen",
    "mig/data/eksport": "export.ExportScreen",
    "mig/data/forlader": "leaving.LeavingScreen",
    "mig/data/gendan": "restore.RestoreScreen",
    "mig/data/kopi": "backup.BackupScreen",
    "mig/laas": "lock.LockScreen",
    "mig/data/plan": "schedule.ScheduleScreen",
    "mig/data/rapport": "report.ReportScreen",
    "mig/data/slet": "deletion.DeletionScreen",
    "mig/indstillinger": "settings.SettingsScreen",
    "mig/om": "about.AboutScreen",
    "mig/privatliv": "privacy.PrivacyScreen",
    "tegn": "signs.SignsScreen",
    "velkommen/:card": "welcome.WelcomeScreen",
}
PATIENT = {
    "oevelser/begynd": "starting_levels.StartingLevelsScreen",
    "oevelser/fra-fysioterapeut": "take_plan.TakePlanScreen",
    "mig/fysioterapeut": "pairing.PairingScreen",
    "mig/fysioterapeut/rapport": "report_back.ReportBackScreen",
    "oevelser/gruppe/:group": "exercise_group.ExerciseGroupScreen",
    "forloeb": "course.CourseScreen",
    "forloeb/nyt": "course_setup.NewCourseScreen",
    "forloeb/hold": "join_class.JoinClassScreen",
    "forloeb/ret": "course_setup.ChangeCourseScreen",
    "forloeb/liste": "occurrence_rows.OccurrencesScreen",
    "forloeb/tid/:which": "occurrence.OccurrenceScreen",
    "forloeb/maal": "goals.GoalsScreen",
    "forloeb/test": "home_tests.HomeTestsScreen",
    "forloeb/test/:test": "home_test.HomeTestScreen",
    "mig/udvikling": "progress.ProgressScreen",
    "mig/tjek": "screenings.ScreeningsScreen",
    "mig/paamindelser": "reminders.RemindersScreen",
    "mig/paamindelser/virker": "reminder_test.ReminderTestScreen",
    "tjek": "screening.ScreeningScreen",
    "tjek/til-laegen": "doctor_card.DoctorCardScreen",
    "tjek/:step": "screening.ScreeningScreen",
    "dag/:day": "day.DayScreen",
    "daarlig-dag": "flare.FlareScreen",
    "traening": "player.PlayerScreen",
    "traening/log": "training_log.TrainingLogScreen",
    "traening/foer/:what": "begin_training.BeforeTrainingScreen",
    "traening/:session": "session_after.SessionAfterScreen",
}
PHYSIO = {
    "deltager/:participant": "participant.ParticipantScreen",
    "deltager/:participant/forbind": "participant_pairing.ParticipantPairingScreen",
    "deltager/:participant/giv": "plan_handing.HandPlanScreen",
    "deltager/:participant/siden-sidst": "since_last.SinceLastScreen",
    "deltager/:participant/se": "participant_seen.ParticipantSeenScreen",
    "deltager/:participant/kollega": "colleague.HandParticipantScreen",
    "hold/:group/kollega": "colleague.HandClassScreen",
    "kollega": "colleague.FromColleagueScreen",
    "skabeloner": "templates.TemplatesScreen",
    "hold": "classes.ClassesScreen",
    "hold/nyt": "class_setup.NewClassScreen",
    "hold/:group": "class_group.ClassScreen",
    "hold/:group/ret": "class_setup.ChangeClassScreen",
    "hold/:group/opslag": "class_poster.ClassPosterScreen",
    "hold/:group/sal": "class_room.ClassRoomScreen",
    "hold/:group/sal/:station": "class_room.ClassRoomScreen",
    "hold/:group/tid/:which": "class_evening.ClassEveningScreen",
}


def of(role: Role) -> dict[str, str]:
    """Path → screen; what only the other role sees is lost to this one. The first that fits is
    taken, so what has a name of its own stands before what takes any.
    """
    paths = SHARED | (PHYSIO if role is Role.PHYSIO else PATIENT)
    return dict(sorted(paths.items(), key=lambda path: ":" in path[0]))


def router(role: Role) -> ft.Control:
    paths = [ft.Route(path=path, component=shown(name)) for path, name in of(role).items()]
    first = ft.Route(index=True, component=shown(FIRST[role]))
    lost = ft.Route(path=":anything*", component=shown(LOST))
    return ft.Router([first, *paths, lost], manage_views=True)


@cache
def shown(name: str) -> Screen:
    """`file.Screen` of this package; the file is not read before it is called."""
    return lambda: loaded(name)()


def loaded(name: str) -> Screen:
    file, _, component = name.partition(".")
    screen: Screen = getattr(import_module(f"{__package__}.{file}"), component)
    return screen


def allowed(route: str, welcomed: bool) -> bool:
    """Before the first start is done: its cards, the signs, the notice about data, a restore."""
    return welcomed or route.startswith(("/velkommen", SIGNS, RESTORE, PRIVACY))
