"""Takes back what was just done."""

from lbp_app.model.history import Change
from lbp_app.services import Services


def undo(services: Services, change: Change) -> Change:
    """Puts the old value back; refused when the same field was changed again since."""
    match change.noun:
        case "check_in":
            return services.diary.put_back(change)
        case "person" | "preferences":
            return services.person.put_back(change)
        case "flare":
            return services.flares.put_back(change)
        case "pause":
            return services.pauses.put_back(change)
        case "doctor_card":
            return services.doctor_card.put_back(change)
    raise ValueError(change.noun)
