"""What a physiotherapist keeps, and a plan that is taken over: for tests of all that is kept."""

from datetime import time, timedelta

from lbp_app.actions import class_group as classes
from lbp_app.actions import course, goal, home_test, pairing, prescription
from lbp_app.actions import participant as people
from lbp_app.actions import participant_plan as plans
from lbp_app.exchange.pairing import keys_text
from lbp_app.exchange.participant_report import plain_told
from lbp_app.exchange.prescription import signed_text
from lbp_app.model.course import Attendance, Setting, Slot
from lbp_app.model.home_test import HomeTest
from lbp_app.model.participant_report import ParticipantReport, Told, ToldPart
from lbp_app.services import Services
from tests.builders import TODAY
from tests.prescribed import KEY, with_


def teach(services: Services, secret: str) -> None:
    """A participant with a plan and a report, a template, and a class that met; `secret` stands in
    a note and is what the participant asks.
    """
    who = people.add_participant(services, "Birgit", "14").key
    people.write_own_note(services, who, secret)
    plans.set_eight(services, who, "12312312")
    services.participant_reports.put(reported(services, who, secret))
    plans.save_template(services, who, "Rolig begyndelse")
    slots, begun = (Slot(1, time(17)), Slot(3, time(17))), TODAY - timedelta(weeks=2)
    made = classes.start_class(services, "Holdet", begun, slots, "Sal 2").key
    classes.join(services, made, who)
    first = classes.class_now(services, made).road[0].id.partition("/")[2]
    classes.say_who_came(services, made, first, {who: Attendance.ATTENDED})


def reported(services: Services, who: str, question: str) -> ParticipantReport:
    """Two days, and nothing answered but what is asked."""
    told = Told(TODAY - timedelta(days=1), TODAY, (ToldPart.DIARY,), question)
    clock = services.clock
    return ParticipantReport(
        id="a" * 32,
        participant=who,
        sequence=1,
        made=TODAY,
        told=plain_told(told),
        day=TODAY,
        at=clock.now(),
        zone=clock.zone_name(),
    )


def take_plan(services: Services, secret: str) -> None:
    """From a physiotherapist who has been connected with; `secret` stands in the plan's note."""
    message = keys_text("Mette Holm", KEY, bytes(32))
    pairing.confirm_pairing(services, pairing.begin_pairing(services, message).id)
    plan = with_(tag=services.pairings.all()[0].tag, issued=TODAY, note=secret)
    prescription.take(services, prescription.look_at(services, signed_text(plan, KEY)))


def follow_in_secret(services: Services) -> None:
    """A course, a goal and a test that is being timed."""
    slots = [Slot(1, time(17, 0)), Slot(3)]
    course.set_up(services, Setting.CLASS, TODAY, slots, "Stedhemmelig")
    now = course.course_now(services)
    assert now is not None
    course.say_attendance(services, now.road[0].id, Attendance.ATTENDED)
    made = goal.set_goal(services, "Målhemmelig")
    goal.rate_goal(services, made.key, 3)
    home_test.begin_timing(services, HomeTest.FLEXOR_HOLD)
