"""A plan from the physiotherapist's side, read on the patient's; two devices paired each way."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from lbp_app.actions import backup, handing_over, pairing, plan_handing, prescribed, prescription
from lbp_app.actions import participant as people
from lbp_app.actions import participant_plan as plans
from lbp_app.exchange import envelope
from lbp_app.exchange import prescription as exchange
from lbp_app.model.exercise import Group, Level, exercise_at
from lbp_app.model.person import Role
from lbp_app.services import Services, services_for
from lbp_app.store.session import open_database
from tests.builders import Hand, refused_with


@pytest.fixture
def physio(services: Services) -> Services:
    person_id = services.device.use(Role.PHYSIO)
    return services_for(services.database, person_id, services.clock, services.stop)


@pytest.fixture
def patient(tmp_path: Path, hand: Hand) -> Iterator[Services]:
    """On a device of their own."""
    clock = hand.clock()
    database = open_database(tmp_path / "patient", clock)
    from lbp_app.store.device import DeviceStore

    person_id, _ = DeviceStore(database).active_person()
    yield services_for(database, person_id, clock, lambda: None)
    database.close()


@pytest.fixture
def birgit(physio: Services) -> str:
    made = people.add_participant(physio, "Birgit", "14").key
    plans.set_eight(physio, made, "23120143")
    return made


def pair(physio: Services, patient: Services, who: str, typed: bool = False) -> None:
    message, _ = handing_over.pairing_message(physio, "Mette")
    begun = pairing.begin_pairing(patient, message)
    said = pairing.answer(patient, begun.id)
    answer = handing_over.read_answer(physio, said.letters if typed else said.text)
    assert handing_over.digits(physio, answer.tag) == said.digits
    plan_handing.confirm_pairing(physio, who, answer)
    pairing.confirm_pairing(patient, begun.id)


@pytest.mark.full
def test_the_typed_code_has_the_eight_levels(physio: Services, birgit: str) -> None:
    read = exchange.read(plan_handing.typed_code(physio, birgit))
    assert [level or 0 for level in read.levels] == [2, 3, 1, 2, 0, 1, 4, 3]  # type: ignore[union-attr]


def test_without_levels_there_is_nothing_to_hand_over(physio: Services) -> None:
    made = people.add_participant(physio, "Poul").key
    for typed in ("", "00000000"):
        if typed:
            plans.set_eight(physio, made, typed)
        assert (
            refused_with(lambda: plan_handing.typed_code(physio, made))
            == "error.participant_no_levels"
        )


@pytest.mark.full
def test_only_paired_devices_have_a_signed_plan(physio: Services, birgit: str) -> None:
    action = lambda: plan_handing.sign_plan(physio, birgit, "")  # noqa: E731
    assert refused_with(action) == "error.participant_not_paired"


@pytest.mark.parametrize("typed", [False, True])
@pytest.mark.full
def test_a_signed_plan_is_taken_on_the_other_device(
    physio: Services, patient: Services, birgit: str, typed: bool
) -> None:
    pair(physio, patient, birgit, typed)
    plans.set_detail(physio, birgit, Group.RISE, dose="3 × 8")
    made = plan_handing.sign_plan(physio, birgit, "Tag det roligt")
    offer = prescription.look_at(patient, made.text)
    assert offer.by_group[Group.SIDE] is Level.FOUR
    assert Group.FRONT not in offer.by_group
    assert offer.doses == {Group.RISE: "3 × 8"}
    assert offer.plan is not None
    assert offer.plan.note == "Tag det roligt"


def test_a_variation_travels_by_its_letter(
    physio: Services, patient: Services, birgit: str
) -> None:
    pair(physio, patient, birgit)
    plans.set_detail(physio, birgit, Group.RISE, variation="b")
    plans.set_detail(physio, birgit, Group.FRONT, variation="a")  # where there is no level
    made = plan_handing.sign_plan(physio, birgit, "")
    offer = prescription.look_at(patient, made.text)
    assert offer.variations == {Group.RISE: "b"}
    prescription.take(patient, offer)
    exercise = exercise_at(Group.RISE, offer.by_group[Group.RISE])
    assert prescribed.variations(patient) == {exercise: "b"}


def test_a_plan_without_variations_is_written_as_before(
    physio: Services, patient: Services, birgit: str
) -> None:
    """So that an older app reads it."""
    pair(physio, patient, birgit)
    made = plan_handing.sign_plan(physio, birgit, "")
    assert envelope.opened(exchange.NAME, made.text).content.keys() == set(exchange.KEYS)


def test_a_device_that_is_connected_is_refused_for_another(
    physio: Services, patient: Services, birgit: str
) -> None:
    pair(physio, patient, birgit)
    carl = people.add_participant(physio, "Carl", "15").key
    tag = people.participant(physio, birgit).tag
    answer = handing_over.PairingAnswer(tag, None)
    again = partial(plan_handing.confirm_pairing, physio, carl, answer)
    assert refused_with(again) == "error.participant_connected"
    assert not people.participant(physio, carl).tag
    plan_handing.confirm_pairing(physio, birgit, answer)


def test_who_is_brought_back_does_not_take_the_connection_of_another(
    physio: Services, patient: Services, birgit: str
) -> None:
    pair(physio, patient, birgit)
    answer = handing_over.PairingAnswer(people.participant(physio, birgit).tag, None)
    people.remove_participant(physio, birgit)
    carl = people.add_participant(physio, "Carl", "15").key
    plan_handing.confirm_pairing(physio, carl, answer)
    people.bring_back(physio, birgit)
    assert [one.tag for one in people.participants(physio)] == ["", answer.tag]


@pytest.mark.full
def test_each_is_later_than_the_one_before(
    physio: Services, patient: Services, birgit: str
) -> None:
    pair(physio, patient, birgit)
    first, second = (plan_handing.sign_plan(physio, birgit, "") for _ in range(2))
    read = [exchange.read(one.text) for one in (first, second)]
    earlier, later = (one.plan.sequence for one in read)  # type: ignore[union-attr]
    assert later == earlier + 1


def test_after_an_older_backup_was_put_back_the_next_plan_is_still_later(
    physio: Services, patient: Services, birgit: str, hand: Hand
) -> None:
    pair(physio, patient, birgit)
    copy, _ = backup.make(physio, "syv gule gynger i vinden")
    for _ in range(2):
        hand.move(minutes=1)
        made = plan_handing.sign_plan(physio, birgit, "")
        prescription.take(patient, prescription.look_at(patient, made.text))
    backup.restore(physio, BytesIO(copy), "syv gule gynger i vinden")
    hand.move(minutes=1)
    made = plan_handing.sign_plan(physio, birgit, "")
    prescription.take(patient, prescription.look_at(patient, made.text))
    assert len(patient.prescriptions.all()) == 3


@pytest.mark.full
def test_the_note_to_oneself_never_goes_along(
    physio: Services, patient: Services, birgit: str
) -> None:
    people.write_own_note(physio, birgit, "hemmeligt")
    pair(physio, patient, birgit)
    made = plan_handing.sign_plan(physio, birgit, "")
    told = repr(exchange.read(made.text))
    assert "hemmeligt" not in told
    assert "Birgit" not in told


@pytest.mark.full
def test_a_cpr_number_in_the_message_is_refused(
    physio: Services, patient: Services, birgit: str
) -> None:
    pair(physio, patient, birgit)
    action = lambda: plan_handing.sign_plan(physio, birgit, "se 010170-1234")  # noqa: E731
    assert refused_with(action) == "error.cpr"
    one = people.participant(physio, birgit)
    assert one.sequence == 0


@pytest.mark.full
def test_a_pairing_is_ended(physio: Services, patient: Services, birgit: str) -> None:
    pair(physio, patient, birgit)
    plan_handing.end_pairing(physio, birgit)
    action = lambda: plan_handing.sign_plan(physio, birgit, "")  # noqa: E731
    assert refused_with(action) == "error.participant_not_paired"
