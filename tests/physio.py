"""A physiotherapist who has begun, for tests."""

from lbp_app.actions import participant, person, responsibility
from lbp_app.model.person import Role
from lbp_app.services import Services, services_for


def physio_of(services: Services) -> Services:
    """Welcomed, told who is responsible, the lock put off."""
    person_id = services.device.use(Role.PHYSIO)
    made = services_for(services.database, person_id, services.clock, services.stop)
    person.change_profile(made, "first_name", "Mette")
    person.finish_welcome(made)
    responsibility.take_responsibility(made)
    responsibility.put_off_lock(made)
    return made


def participant_of(physio: Services, name: str = "Birgit", number: str = "14") -> str:
    return participant.add_participant(physio, name, number).key
