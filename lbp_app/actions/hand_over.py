"""Notes what leaves the device, before it does."""

from uuid import uuid4

from lbp_app.model.hand_over import HandedOver, HandOver
from lbp_app.services import Services


def note_hand_over(services: Services, what: HandedOver, size: int) -> None:
    """`size` in bytes of a file that is about to be given away."""
    clock = services.clock
    services.hand_overs.add(HandOver(uuid4().hex, what, clock.now(), clock.zone_name(), size))
