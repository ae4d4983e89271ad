"""A person writes down what they think about a lesson."""

from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.history import Change
from lbp_app.model.reflection import Reflection, reflection_id
from lbp_app.model.text import tidy
from lbp_app.services import Services


def write_reflection(services: Services, lesson: str, prompt: str, text: str) -> Change | None:
    """None when it says what it said before; an empty one takes it away."""
    refuse_cpr_number(text)
    kept, name, clock = tidy(text), reflection_id(lesson, prompt), services.clock
    before = services.reflections.get(name)
    if kept == (before.text if before else ""):
        return None
    if before is None:
        services.syllabus().refuse_unknown(lesson, prompt=prompt)
    day, at, zone = clock.today(), clock.now(), clock.zone_name()
    after = Reflection(lesson, prompt, kept, day, at, zone) if kept else None
    return services.reflections.put(name, after)
