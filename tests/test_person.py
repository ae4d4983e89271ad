import pytest

from lbp_app.actions import person
from lbp_app.errors import CprNumberError, StoreError
from lbp_app.model.person import Appearance, Person, Preferences, Role
from lbp_app.services import Services, services_for
from lbp_app.store.device import DeviceStore
from tests.builders import Hand, other_person, refused_with


def test_a_new_device_has_a_patient_about_whom_nothing_is_known(services: Services) -> None:
    person_id, role = services.device.active_person()
    assert role is Role.PATIENT
    assert services.person.get() == Person(person_id, Role.PATIENT)
    assert services.person.preferences() == Preferences()
    assert services.device.active_person() == (person_id, role)


@pytest.mark.parametrize(
    ("field", "said", "kept"),
    [
        ("first_name", " Åse ", "Åse"),
        ("birth_year", "1960", 1960),
        ("birth_year", 1960, 1960),
        ("region", "midtjylland", "midtjylland"),
        ("doctor_name", "Læge Holm", "Læge Holm"),
        ("doctor_phone", "+45 (12) 34 56 78", "+45 (12) 34 56 78"),
    ],
)
@pytest.mark.parametrize("nothing", ["", None])
@pytest.mark.full
def test_an_answer_is_kept_and_can_be_taken_away(
    services: Services, field: str, said: object, kept: object, nothing: object
) -> None:
    person.change_profile(services, field, said)
    assert getattr(services.person.get(), field) == kept
    person.change_profile(services, field, nothing)
    assert not getattr(services.person.get(), field)


@pytest.mark.parametrize("field", person.PROFILE)
@pytest.mark.full
def test_a_cpr_number_is_refused_in_every_field(services: Services, field: str) -> None:
    before = services.person.get()
    with pytest.raises(CprNumberError):
        person.change_profile(services, field, "010190-1234")
    assert services.person.get() == before


@pytest.mark.parametrize(
    ("field", "said", "key"),
    [
        ("birth_year", "1915", "error.birth_year"),
        ("birth_year", "2009", "error.birth_year"),
        ("birth_year", "treds", "error.birth_year"),
        ("birth_year", "-1960", "error.birth_year"),
        ("region", "skåne", "error.region"),
        ("first_name", "å" * 61, "error.name_long"),
        ("doctor_name", "å" * 61, "error.name_long"),
        ("doctor_phone", "ring til Hanne", "error.phone"),
        ("doctor_phone", "1" * 31, "error.phone"),
    ],
)
def test_what_cannot_be_is_refused(services: Services, field: str, said: object, key: str) -> None:
    before = services.person.get()
    assert refused_with(lambda: person.change_profile(services, field, said)) == key
    assert services.person.get() == before


@pytest.mark.parametrize("year", [1916, 2008])
@pytest.mark.full
def test_the_years_at_both_ends_are_kept(services: Services, year: int) -> None:
    person.change_profile(services, "birth_year", year)
    assert services.person.get().birth_year == year


def test_which_years_are_possible_moves_with_the_clock(services: Services, hand: Hand) -> None:
    hand.move(days=366)
    person.change_profile(services, "birth_year", 2009)
    assert services.person.get().birth_year == 2009


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("language", "en"),
        ("appearance", Appearance.DARK),
        ("text_scale", 200),
        ("reduced_motion", True),
        ("numbers_off", True),
    ],
)
@pytest.mark.full
def test_a_preference_is_kept(services: Services, field: str, value: object) -> None:
    person.change_preference(services, field, value)
    kept = services.person.preferences()
    assert getattr(kept, field) == value
    assert type(getattr(kept, field)) is type(value)


@pytest.mark.parametrize("size", [99, 201])
@pytest.mark.full
def test_text_beyond_the_sizes_is_refused(services: Services, size: int) -> None:
    key = refused_with(lambda: person.change_preference(services, "text_scale", size))
    assert key == "error.text_scale"
    assert services.person.preferences().text_scale == 100


def test_the_first_start_is_gone_through_once(services: Services) -> None:
    assert services.person.get().welcomed_at is None
    person.finish_welcome(services)
    assert services.person.get().welcomed_at == services.clock.now()


def test_switching_role_hides_and_never_deletes(services: Services) -> None:
    patient = services.person.get().id
    person.change_profile(services, "first_name", "Karen")
    physio = person.switch_role(services, Role.PHYSIO)
    assert services.device.active_person() == (physio, Role.PHYSIO)
    assert person.switch_role(services, Role.PHYSIO) == physio
    assert person.switch_role(services, Role.PATIENT) == patient != physio
    assert services.person.get().first_name == "Karen"


@pytest.mark.full
def test_the_first_switch_takes_the_preferences_along_and_later_ones_do_not(
    services: Services,
) -> None:
    person.change_preference(services, "text_scale", 150)
    person.change_preference(services, "language", "en")
    other = other_person(services)
    assert other.person.preferences() == Preferences(language="en", text_scale=150)
    assert other.person.get().first_name == ""
    person.change_preference(other, "text_scale", 100)
    person.switch_role(other, Role.PATIENT)
    assert services.person.preferences().text_scale == 150


def test_another_person_cannot_be_read_or_changed(services: Services) -> None:
    other = other_person(services)
    person.change_profile(services, "first_name", "Karen")
    person.change_preference(services, "numbers_off", True)
    assert other.person.get().first_name == ""
    assert not other.person.preferences().numbers_off


def test_somebody_who_is_not_there_cannot_be_changed(services: Services) -> None:
    nobody = services_for(services.database, "0" * 32, services.clock, services.stop)
    assert nobody.person.get() == Person("0" * 32, Role.PATIENT)
    with pytest.raises(StoreError):
        person.change_profile(nobody, "first_name", "Karen")


def test_the_device_keeps_settings_of_its_own(services: Services) -> None:
    device = DeviceStore(services.database)
    assert device.get("seen_version") is None
    device.put("seen_version", {"a": [1, None]})
    device.put("seen_version", {"a": [2, None]})
    assert DeviceStore(services.database).get("seen_version") == {"a": [2, None]}
