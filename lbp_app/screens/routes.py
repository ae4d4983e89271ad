"""Which address shows which screen."""

from collections.abc import Callable

import flet as ft

from lbp_app.model.person import Role
from lbp_app.screens.about import AboutScreen
from lbp_app.screens.backup import BackupScreen
from lbp_app.screens.balance import BalanceScreen
from lbp_app.screens.balance_day import BalanceDayScreen, ComparisonScreen
from lbp_app.screens.deletion import DeletionScreen
from lbp_app.screens.exercise import ExerciseScreen
from lbp_app.screens.exercises import ExercisesScreen
from lbp_app.screens.expectations import ExpectationsScreen
from lbp_app.screens.export import ExportScreen
from lbp_app.screens.learn import LearnScreen
from lbp_app.screens.leaving import LeavingScreen
from lbp_app.screens.lesson import LessonScreen
from lbp_app.screens.links import LinksScreen
from lbp_app.screens.lock import LockScreen
from lbp_app.screens.me import MeScreen
from lbp_app.screens.mydata import MyDataScreen
from lbp_app.screens.myths import AllMythsScreen, MythsScreen
from lbp_app.screens.places import LostScreen
from lbp_app.screens.privacy import ROUTE as PRIVACY
from lbp_app.screens.privacy import PrivacyScreen
from lbp_app.screens.reflections import ReflectionsScreen
from lbp_app.screens.report import ReportScreen
from lbp_app.screens.restore import RestoreScreen
from lbp_app.screens.schedule import ScheduleScreen
from lbp_app.screens.settings import SettingsScreen
from lbp_app.screens.signs import SignsScreen
from lbp_app.screens.source_list import SourceListScreen
from lbp_app.screens.welcome import WelcomeScreen

Screen = Callable[[], ft.View]

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


def router(role: Role) -> ft.Control:
    first, own = of(role)
    paths = [ft.Route(path=path, component=screen) for path, screen in {**own, **SHARED}.items()]
    routes = [ft.Route(index=True, component=first), *paths]
    routes.append(ft.Route(path=":anything*", component=LostScreen))
    return ft.Router(routes, manage_views=True)


def of(role: Role) -> tuple[Screen, dict[str, Screen]]:
    """The first screen and those of this role alone; what only the other sees is not loaded."""
    if role is Role.PHYSIO:
        from lbp_app.screens import routes_physio

        return routes_physio.FIRST, routes_physio.ROUTES
    from lbp_app.screens import routes_patient

    return routes_patient.FIRST, routes_patient.ROUTES


def allowed(route: str, welcomed: bool) -> bool:
    """Before the first start is done: its cards, the signs, the notice about data, a restore."""
    return welcomed or route.startswith(("/velkommen", SIGNS, RESTORE, PRIVACY))
