"""A person's rights over what they have written: take it along, delete it."""

from datetime import date

from lbp_app.actions import lock
from lbp_app.actions.course import course_now
from lbp_app.actions.hand_over import note_hand_over
from lbp_app.exchange.csv import diary_csv
from lbp_app.exchange.csv_course import Followed
from lbp_app.exchange.csv_learning import Learned
from lbp_app.exchange.csv_training import Trained
from lbp_app.model.hand_over import HandedOver
from lbp_app.services import Services


def csv_copy(services: Services) -> bytes:
    """`diary_copy` to be saved by a browser."""
    content = diary_copy(services)
    note_hand_over(services, HandedOver.DIARY, len(content))
    return content


def diary_copy(services: Services) -> bytes:
    """All that was written down, for a spreadsheet, in the person's language."""
    language = services.person.preferences().language
    check_ins = services.diary.between(date.min, date.max)
    flares = services.flares.all()
    return diary_csv(
        check_ins, flares, language, trained(services), _learned(services), followed(services)
    )


def delete_everything(services: Services) -> str:
    """All answers of everyone on this device, copies and the lock included.

    Returns the id of the new person, who begins at the first start.
    """
    services.database.erase()
    lock.remove(services)
    return services.device.active_person()[0]


def trained(services: Services) -> Trained:
    return Trained(
        today=services.clock.today(),
        sessions=services.sessions.all(),
        activities=services.activities.all(),
        plans=services.care_plans.all(),
        trials=[*services.care_plans.trials().values()],
        tests=services.home_tests.all(),
        decisions=services.decisions.all(),
        comforts=services.comforts.all(),
        notes=services.comforts.notes(),
    )


def followed(services: Services) -> Followed:
    now = course_now(services)
    return Followed(
        course=None if now is None else now.course,
        road=now.road if now else (),
        goals=services.goals.all(),
        ratings=services.goals.ratings(),
        group=now.group if now else None,
    )


def _learned(services: Services) -> Learned:
    return Learned(
        today=services.clock.today(),
        readings=[*services.readings.all().values()],
        reflections=services.reflections.all(),
        balances=services.balances.all(),
    )
