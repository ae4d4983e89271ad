"""A physiotherapist hangs a class on the wall: its plan as a QR code, as text, and on paper."""

from dataclasses import replace

from lbp_app.actions.class_group import ClassNow, class_now
from lbp_app.actions.hand_over import note_hand_over
from lbp_app.exchange import class_code
from lbp_app.exchange import prescription_picture as picture
from lbp_app.exchange.envelope import whole_file
from lbp_app.model.class_plan import MOST_SAID, MOST_TIMETABLES, ClassPlan
from lbp_app.model.class_poster import ClassPoster
from lbp_app.model.course import MEETS, Course, Timetable
from lbp_app.model.hand_over import HandedOver
from lbp_app.services import Services

NOUNS = ("class_group", "course", "appointment")


def class_plan(services: Services, now: ClassNow) -> ClassPlan:
    """As it was changed last, to the second; the same until it is changed again."""
    group, course = now.group, now.course
    last = services.history.changed_at(NOUNS, group.id) or group.at
    changed = last.replace(microsecond=0)
    ours = (one for one in services.courses.appointments() if one.course == group.id)
    said = sorted((one for one in ours if one.contact in MEETS), key=lambda one: one.id)
    return ClassPlan(
        replace(group, at=changed),
        replace(course, at=changed, timetables=_since_the_start(course)),
        tuple(said[-MOST_SAID:]),
    )


def _since_the_start(course: Course) -> tuple[Timetable, ...]:
    """Of a start that was moved too: one that holds from the first day, and the later ones."""
    first, *others = course.timetables
    begun = [one for one in others if one.since <= course.start]
    later = [one for one in others if one.since > course.start]
    return (replace((begun or [first])[-1], since=course.start), *later[1 - MOST_TIMETABLES :])


def text_of(services: Services, now: ClassNow) -> str:
    return class_code.text_of(class_plan(services, now))


def qr(text: str) -> bytes | None:
    """A PNG; None when it is more than a QR code holds."""
    return picture.png(text)


def as_file(services: Services, now: ClassNow) -> bytes:
    made = whole_file(text_of(services, now))
    note_hand_over(services, HandedOver.CLASS_PLAN, len(made))
    return made


def as_poster(services: Services, class_id: str) -> bytes:
    """A PDF for the wall."""
    from lbp_app.exchange.class_poster import class_poster  # and fpdf2, which takes long to load

    now = class_now(services, class_id)
    language = services.person.preferences().language
    plan = class_plan(services, now)
    held = tuple(one for one in now.road if one.held)
    told = ClassPoster(plan, held, picture.svg(class_code.text_of(plan), "mm"))
    made = class_poster(told, language, services.clock.local())
    note_hand_over(services, HandedOver.CLASS_PLAN, len(made))
    return made
