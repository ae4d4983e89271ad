"""Which address shows which screen to a physiotherapist."""

from lbp_app.screens.class_evening import ClassEveningScreen
from lbp_app.screens.class_group import ClassScreen
from lbp_app.screens.class_poster import ClassPosterScreen
from lbp_app.screens.class_room import ClassRoomScreen
from lbp_app.screens.class_setup import ChangeClassScreen, NewClassScreen
from lbp_app.screens.classes import ClassesScreen
from lbp_app.screens.colleague import FromColleagueScreen, HandClassScreen, HandParticipantScreen
from lbp_app.screens.participant import ParticipantScreen
from lbp_app.screens.participant_pairing import ParticipantPairingScreen
from lbp_app.screens.participant_seen import ParticipantSeenScreen
from lbp_app.screens.participants import ParticipantsScreen
from lbp_app.screens.plan_handing import HandPlanScreen
from lbp_app.screens.since_last import SinceLastScreen
from lbp_app.screens.templates import TemplatesScreen

FIRST = ParticipantsScreen
ROUTES = {
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
