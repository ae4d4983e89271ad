"""A person takes their exercises along on paper."""

from lbp_app.actions.care_plan import training_levels
from lbp_app.actions.hand_over import note_hand_over
from lbp_app.actions.prescribed import doses
from lbp_app.model.hand_over import HandedOver
from lbp_app.services import Services


def paper(services: Services) -> bytes:
    """A PDF of the exercises at the levels that are trained now."""
    from lbp_app.exchange.exercise_sheet import paper_of  # and fpdf2, which takes long to load

    language = services.person.preferences().language
    levels, prescribed = training_levels(services), doses(services)
    made = paper_of(levels, prescribed, language, services.clock.local())
    note_hand_over(services, HandedOver.EXERCISES, len(made))
    return made
