"""Takes back what was just done."""

from lbp_app.model.history import Change
from lbp_app.services import Services


def undo(services: Services, change: Change) -> Change:
    """Puts the old value back; refused when the same field was changed again since."""
    stores = {
        "check_in": services.diary,
        "person": services.person,
        "preferences": services.person,
        "flare": services.flares,
        "pause": services.pauses,
    }
    return stores[change.noun].put_back(change)
