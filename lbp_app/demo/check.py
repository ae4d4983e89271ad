"""A check of signs as a demo person goes through it: nothing to tell but pain down one leg."""

from lbp_app.actions import screening
from lbp_app.content import library
from lbp_app.content.guidance import Where, guidance_for
from lbp_app.content.wording import wording_for
from lbp_app.model.asking import Kind, Reply, Step
from lbp_app.model.person import Sex
from lbp_app.model.triage import Answer, Outcome
from lbp_app.services import Services

LEG = "leg_pain_radiating"


def check(services: Services) -> None:
    def tell(outcome: Outcome) -> str:
        t = wording_for(services.person.preferences().language)
        where = Where(services.person.get().region, services.clock.today(), is_open=True)
        shown = guidance_for(library.load(), t, outcome.actions, outcome.missing, where)
        return f"{shown.title}\n\n{shown.text}"

    step: Step | None = screening.way(services, screening.check_of_today(services)).steps[-1]
    while step is not None:
        screening.reply(services, step, _said(step), tell)
        draft = screening.under_way(services)
        step = screening.way(services, draft).steps[-1] if draft else None


def _said(step: Step) -> Reply:
    match step.kind:
        case Kind.SEX:
            return (Sex.FEMALE.value,)
        case Kind.QUESTION:
            return (Answer.YES.value if step.name == LEG else Answer.NO.value,)
    return (LEG,) if step.name == "legs" else ()
