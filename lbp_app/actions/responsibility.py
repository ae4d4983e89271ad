"""Who is responsible for what is kept about participants, and that the device is locked."""

from lbp_app.services import Services

TOLD, NO_LOCK = "participants.told", "participants.no_lock"


def is_told(services: Services) -> bool:
    """Whether the physiotherapist has read who is responsible."""
    return services.device.get(_key(services, TOLD)) is not None


def take_responsibility(services: Services) -> None:
    services.device.put(_key(services, TOLD), services.clock.now().isoformat())


def is_locked(services: Services) -> bool:
    """Whether a code is asked for before the app opens."""
    return services.guard.is_on


def wants_lock(services: Services) -> bool:
    """To be asked before the first participant, until there is one or it was put off."""
    return not is_locked(services) and services.device.get(_key(services, NO_LOCK)) is None


def put_off_lock(services: Services) -> None:
    """Knowingly; it is remembered."""
    services.device.put(_key(services, NO_LOCK), services.clock.now().isoformat())


def _key(services: Services, what: str) -> str:
    return f"{what}.{services.person.get().id}"
