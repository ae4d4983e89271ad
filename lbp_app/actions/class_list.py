"""A physiotherapist takes the list of a class along."""

from lbp_app.actions.class_group import class_now, levels_in_class
from lbp_app.actions.hand_over import note_hand_over
from lbp_app.exchange.class_list import class_csv
from lbp_app.model.class_list import ClassList, ListedPerson
from lbp_app.model.exercise import Group
from lbp_app.model.hand_over import HandedOver
from lbp_app.services import Services


def as_csv(services: Services, class_id: str) -> bytes:
    language = services.person.preferences().language
    made = class_csv(_list_of(services, class_id), language)
    note_hand_over(services, HandedOver.CLASS_LIST, len(made))
    return made


def as_paper(services: Services, class_id: str) -> bytes:
    """A PDF."""
    from lbp_app.exchange.class_paper import class_paper  # and fpdf2, which takes long to load

    language = services.person.preferences().language
    made = class_paper(_list_of(services, class_id), language, services.clock.local())
    note_hand_over(services, HandedOver.CLASS_LIST, len(made))
    return made


def _list_of(services: Services, class_id: str) -> ClassList:
    now = class_now(services, class_id)
    plans = levels_in_class(services, now)
    held = [one for one in now.road if one.held]
    people = [
        ListedPerson(
            name=one.name,
            number=one.number,
            levels={
                group: plans[one.id].prescribed(group) if one.id in plans else None
                for group in Group
            },
            came={
                time.day: now.said[time.id][one.id]
                for time in held
                if one.id in now.said.get(time.id, {})
            },
        )
        for one in now.people
    ]
    return ClassList(now.group.name, now.course.place, [one.day for one in held], people)
