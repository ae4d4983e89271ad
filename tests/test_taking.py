"""A patient takes over a plan: what can go wrong, one test each, and what a plan changes."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from lbp_app.actions import care_plan, handing_over, pairing, session
from lbp_app.actions import prescription as actions
from lbp_app.actions.history import undo
from lbp_app.errors import AppError, CprNumberError
from lbp_app.exchange import prescription as exchange
from lbp_app.exchange.prescription_picture import png
from lbp_app.exchange.typed_code import code_of
from lbp_app.model.care_plan import Assigner, belongs_to_physio, history_of, levels_of
from lbp_app.model.day import Clock
from lbp_app.model.exercise import Group, Level
from lbp_app.model.pairing import Pairing
from lbp_app.model.prescription import Levels, PlanRefusedError, Prescription, Refusal, Source
from lbp_app.services import Services, services_for
from lbp_app.store.session import open_database
from tests.builders import TODAY, Hand, other_person, refused_with
from tests.prescribed import OTHER_KEY
from tests.trained import trained

LEVELS: Levels = (Level(1), Level(2), Level(2), Level(4), None, Level(2), Level(1), Level(3))
CODE = code_of(LEVELS)


@pytest.fixture
def physio(tmp_path: Path, clock: Clock, new_folder: Path) -> Iterator[Services]:
    """On a device of their own."""
    database = open_database(shutil.copytree(new_folder, tmp_path / "clinic"), clock)
    first = services_for(database, "", clock, stop=lambda: None)
    yield other_person(first)
    database.close()


@dataclass
class Both:
    """A patient and a physiotherapist who are connected."""

    patient: Services
    physio: Services
    pairing: Pairing

    def plan(self, sequence: int = 1, **changed: object) -> Prescription:
        made = handing_over.prescription_for(self.physio, self.pairing.tag, sequence, LEVELS)
        return replace(made, **changed)  # type: ignore[arg-type]

    def text(self, sequence: int = 1, **changed: object) -> str:
        return handing_over.hand_over(self.physio, self.plan(sequence, **changed)).text

    def take(self, text: str) -> None:
        actions.take(self.patient, actions.look_at(self.patient, text))

    def refusal(self, text: str) -> Refusal:
        """And nothing is changed, whatever was in it."""
        before = state(self.patient)
        with pytest.raises(PlanRefusedError) as refused:
            self.take(text)
        assert state(self.patient) == before
        return refused.value.refusal


def state(services: Services) -> object:
    return (
        services.care_plans.all(),
        services.prescriptions.all(),
        services.pairings.all(),
        [services.history.of(noun, "") for noun in ("taken_plan", "care_plan")],
    )


def connected(patient: Services, physio: Services, name: str = "Mette Holm") -> Pairing:
    message, _ = handing_over.pairing_message(physio, name)
    begun = pairing.begin_pairing(patient, message)
    pairing.confirm_pairing(patient, begun.id)
    return pairing.found(patient, begun.id)


@pytest.fixture
def both(services: Services, physio: Services) -> Both:
    return Both(services, physio, connected(services, physio))


# --- the threats --------------------------------------------------------------------------------


@pytest.mark.full
def test_a_plan_that_was_taken_is_not_taken_again(both: Both) -> None:
    text = both.text(3)
    both.take(text)
    assert both.refusal(text) is Refusal.REPLAY
    assert both.refusal(both.text(3, note="en anden")) is Refusal.REPLAY


@pytest.mark.full
def test_an_older_plan_does_not_come_back(both: Both) -> None:
    old = both.text(3)
    both.take(both.text(4))
    assert both.refusal(old) is Refusal.OLDER
    both.take(both.text(5))


@pytest.mark.full
def test_a_plan_for_another_patient_is_a_hard_stop(both: Both) -> None:
    assert both.refusal(both.text(tag="fedcba9876543210")) is Refusal.WRONG_PATIENT


@pytest.mark.full
def test_nobody_is_trusted_by_themself(both: Both) -> None:
    plan = both.plan(tag="fedcba9876543210")
    assert both.refusal(exchange.signed_text(plan, OTHER_KEY)) is Refusal.UNKNOWN_KEY


@pytest.mark.full
def test_another_key_in_a_known_name_is_told_apart(both: Both) -> None:
    """For this patient, but not signed by whom they know: a new device, or somebody else."""
    assert both.refusal(exchange.signed_text(both.plan(), OTHER_KEY)) is Refusal.CHANGED_KEY


@pytest.mark.full
def test_a_connection_that_was_not_compared_is_none(services: Services, physio: Services) -> None:
    message, _ = handing_over.pairing_message(physio, "Mette Holm")
    begun = pairing.begin_pairing(services, message)
    alone = Both(services, physio, begun)
    assert alone.refusal(alone.text()) is Refusal.UNKNOWN_KEY
    pairing.confirm_pairing(services, begun.id)
    alone.take(alone.text())


@pytest.mark.full
def test_a_connection_that_was_ended_is_none_until_that_is_undone(both: Both) -> None:
    change = pairing.end_pairing(both.patient, both.pairing.id)
    assert both.refusal(both.text()) is Refusal.UNKNOWN_KEY
    undo(both.patient, change)
    both.take(both.text())


@pytest.mark.full
def test_a_plan_that_has_run_out(both: Both, hand: Hand) -> None:
    text = both.text(valid_days=10)
    hand.move(days=10)
    assert actions.look_at(both.patient, text)
    hand.move(days=1)
    assert both.refusal(text) is Refusal.EXPIRED


def test_what_ran_out_while_it_was_looked_at_is_not_taken(both: Both, hand: Hand) -> None:
    offer = actions.look_at(both.patient, both.text(valid_days=1))
    hand.move(days=3)
    with pytest.raises(PlanRefusedError) as refused:
        actions.take(both.patient, offer)
    assert refused.value.refusal is Refusal.EXPIRED


@pytest.mark.full
def test_a_plan_of_a_day_to_come(both: Both, hand: Hand) -> None:
    hand.move(days=3)
    text = both.text()
    hand.move(days=-1)
    assert actions.look_at(both.patient, text)  # clocks may differ by a day
    hand.set_wall(days=-1)
    assert both.refusal(text) is Refusal.NOT_YET


@pytest.mark.full
def test_a_changed_plan(both: Both) -> None:
    text = both.text()
    assert both.refusal(text[:-1] + ("0" if text[-1] != "0" else "1")) is Refusal.TAMPERED
    assert both.refusal(text[:200]) is Refusal.TAMPERED


@pytest.mark.full
def test_more_than_a_plan_and_less_than_one(both: Both) -> None:
    assert both.refusal("LBP1:" + "A" * 10_000) is Refusal.OVERSIZE
    assert both.refusal("hej") is Refusal.MISTYPED
    assert both.refusal("Hej, her er dine nye øvelser. Hilsen Mette") is Refusal.GARBAGE
    message, _ = handing_over.pairing_message(both.physio, "Mette Holm")
    assert both.refusal(message) is Refusal.OTHER_KIND


@pytest.mark.full
def test_a_plan_without_a_level(both: Both) -> None:
    assert both.refusal(both.text(levels=(None,) * 8)) is Refusal.NOTHING
    assert both.refusal(code_of((None,) * 8)) is Refusal.NOTHING


@pytest.mark.full
def test_a_cpr_number_is_neither_sent_nor_taken(both: Both) -> None:
    make = handing_over.prescription_for
    with pytest.raises(CprNumberError):
        make(both.physio, both.pairing.tag, 1, LEVELS, None, "020304-1234")
    with pytest.raises(CprNumberError):
        make(both.physio, both.pairing.tag, 1, LEVELS, ("020304-1234", *[None] * 7))
    assert both.refusal(both.text(note="020304-1234")) is Refusal.CPR


@pytest.mark.full
def test_a_jump_of_more_than_one_level_is_pointed_out(both: Both) -> None:
    offer = actions.look_at(both.patient, both.text())
    assert actions.jumps(both.patient, offer) == {Group(4): Level(4), Group(8): Level(3)}
    actions.take(both.patient, offer)
    later = actions.look_at(both.patient, both.text(2))
    assert actions.jumps(both.patient, later) == {}


@pytest.mark.full
def test_a_plan_unlocks_no_check_of_signs(both: Both) -> None:
    """Neither a check that was done nor the pauses it brought are touched."""
    before = both.patient.screenings.all(), both.patient.pauses.all()
    both.take(both.text())
    assert (both.patient.screenings.all(), both.patient.pauses.all()) == before


@pytest.mark.full
def test_the_secrets_stand_in_no_export_and_in_no_history(both: Both, tmp_path: Path) -> None:
    from lbp_app.actions.export import export_file
    from lbp_app.model.export import Form

    secret = both.patient.pairings.secret(both.pairing.id)
    assert secret and len(secret) == 32
    own = handing_over.own_keys(both.physio)
    for whose, secrets in ((both.patient, [secret]), (both.physio, [own.signing.secret])):
        for form in (Form.JSON, Form.CSV):
            file = tmp_path / f"out.{form}"
            export_file(whose, form, file, True)
            content = file.read_bytes()
            assert not [one for one in secrets if one.hex().encode() in content or one in content]
    told = both.patient.history.of("pairing", both.pairing.id)
    assert secret.hex() not in repr(told)


@pytest.mark.full
def test_delete_everything_takes_the_keys_along(both: Both) -> None:
    from lbp_app.actions.mydata import delete_everything

    secret = both.patient.pairings.secret(both.pairing.id) or b""
    delete_everything(both.patient)
    assert both.patient.pairings.all() == [] and both.patient.prescriptions.all() == []
    assert both.patient.pairings.secret(both.pairing.id) is None
    folder = both.patient.database.path.parent
    files = [one.read_bytes() for one in folder.iterdir() if one.is_file()]
    assert not any(secret.hex().encode() in content for content in files)


# --- what a plan changes ------------------------------------------------------------------------


@pytest.mark.full
def test_the_plan_is_in_force_and_the_one_before_is_kept(both: Both) -> None:
    care_plan.set_level(both.patient, Group(5), Level.THREE, "min egen")
    both.take(both.text(1, doses=("3 x 10", *[None] * 7), note="Tag det roligt."))
    first, second = both.patient.care_plans.all()
    assert first.levels[Group(5)] is Level.THREE
    assert (second.issuer.by, second.issuer.name) == (Assigner.PHYSIO, "Mette Holm")
    assert [second.levels[group] for group in Group] == [1, 2, 2, 4, 3, 2, 1, 3]
    assert Group(5) not in second.why  # not prescribed: as it was, and nothing said about it
    (taken,) = both.patient.prescriptions.all()
    assert (taken.plan_id, taken.sequence, taken.note) == (second.id, 1, "Tag det roligt.")
    assert (taken.doses or ())[0] == "3 x 10"
    assert taken.source is Source.SIGNED
    assert (taken.day, taken.issued) == (TODAY, TODAY)


@pytest.mark.full
def test_undoing_gives_the_levels_back_and_the_plan_can_be_taken_again(both: Both) -> None:
    care_plan.set_level(both.patient, Group(5), Level.THREE)
    before = levels_of(both.patient.care_plans.all())
    text = both.text()
    change = actions.take(both.patient, actions.look_at(both.patient, text))
    assert belongs_to_physio(both.patient.care_plans.all())
    undone = undo(both.patient, change)
    assert levels_of(both.patient.care_plans.all()) == before
    assert not belongs_to_physio(both.patient.care_plans.all())
    assert both.patient.prescriptions.all() == []
    undo(both.patient, undone)
    assert levels_of(both.patient.care_plans.all())[Group(4)] is Level.FOUR
    assert len(both.patient.prescriptions.all()) == 1


@pytest.mark.full
def test_a_plan_that_another_one_followed_is_not_undone(both: Both) -> None:
    change = actions.take(both.patient, actions.look_at(both.patient, both.text(1)))
    both.take(both.text(2, levels=(Level(2),) * 8))
    assert refused_with(lambda: undo(both.patient, change)) == "error.undo_too_late"
    assert set(levels_of(both.patient.care_plans.all()).values()) == {Level.TWO}


def test_a_typed_code_says_whose_it_is(services: Services) -> None:
    offer = actions.look_at(services, f" {CODE.lower()} ")
    assert (offer.source, offer.pairing, offer.doses) == (Source.TYPED, None, {})
    for name in ("", "   ", "x" * 61, "a\nb"):
        assert refused_with(lambda name=name: actions.take(services, offer, name))  # type: ignore[misc]
    with pytest.raises(CprNumberError):
        actions.take(services, offer, "020304-1234")
    actions.take(services, offer, " Mette ")
    (taken,) = services.prescriptions.all()
    assert (taken.name, taken.sequence, taken.pairing_id) == ("Mette", None, None)
    (told,) = history_of(services.care_plans.all(), Group(4))
    assert (told.issuer.name, told.level) == ("Mette", Level.FOUR)


@pytest.mark.full
def test_a_file_or_a_picture_says_the_same_as_the_text(both: Both) -> None:
    handed = handing_over.hand_over(both.physio, both.plan())
    offer = actions.look_at(both.patient, handed.text)
    picture = png(handed.text, 6) or b""
    for data in (handed.file, b"\xef\xbb\xbf" + handed.file, handed.png or b"", picture):
        assert actions.look_at(both.patient, actions.text_in(data)) == offer
    assert handed.typed == CODE


def refused_file(services: Services, data: bytes) -> str:
    return refused_with(lambda: actions.look_at(services, actions.text_in(data)))


def test_files_that_are_none(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = b"\x89PNG\r\n\x1a\n"
    assert refused_file(services, b"") == "error.plan_garbage"
    assert refused_file(services, b"\xff\xfe\0") == "error.plan_garbage"
    assert refused_file(services, b"x" * 1_000_000) == "error.plan_oversize"
    assert refused_file(services, empty) == "error.picture_unreadable"
    assert refused_file(services, blank()) == "error.picture_none"
    assert refused_file(services, png("https://example.org") or b"") == "error.plan_garbage"
    monkeypatch.setattr(actions.picture, "find_spec", lambda name: None)
    assert refused_file(services, blank()) == "error.picture_unavailable"


def blank() -> bytes:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("L", (300, 300), 255).save(out, "PNG")
    return out.getvalue()


@pytest.mark.full
def test_a_picture_that_would_fill_the_memory_is_not_unpacked(services: Services) -> None:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("1", (8_000, 8_000)).save(out, "PNG")
    assert refused_file(services, out.getvalue()) == "error.plan_oversize"


@pytest.mark.full
def test_a_plan_is_taken_along_in_export_and_backup(both: Both, tmp_path: Path) -> None:
    from lbp_app.actions import export
    from lbp_app.model.export import Form

    both.take(both.text(note="Tag det roligt."))
    export.export_file(both.patient, Form.JSON, tmp_path / "out.json", False)
    content = (tmp_path / "out.json").read_text("utf-8")
    assert "Tag det roligt." in content and both.pairing.tag in content


@pytest.mark.parametrize("action", [pairing.confirm_pairing, pairing.end_pairing, pairing.answer])
def test_a_connection_that_is_not_there(
    services: Services, action: Callable[[Services, str], object]
) -> None:
    with pytest.raises(AppError) as refused:
        action(services, "no such")
    assert refused.value.key == "error.pairing_none"


# --- variations ---------------------------------------------------------------------------------

VARIED = ("b", *[None] * 7)


def planned(services: Services, exercise: str = "1.1") -> str | None:
    return session.basis_of(services).variations.get(exercise)


def test_training_begins_with_the_variation_of_the_plan(both: Both) -> None:
    assert planned(both.patient) is None
    both.take(both.text(1, variations=VARIED))
    assert planned(both.patient) == "b"
    both.take(both.text(2))
    assert planned(both.patient) is None


def test_what_the_person_did_since_goes_before_it(both: Both, hand: Hand) -> None:
    both.take(both.text(1, variations=VARIED))
    hand.move(minutes=1)
    one = trained(TODAY, "1.1", variation="a")
    now = both.patient.clock.now()
    both.patient.sessions.put(one.id, replace(one, started=now, ended=now))
    assert planned(both.patient) == "a"
    hand.move(minutes=1)
    both.take(both.text(2, variations=VARIED))
    assert planned(both.patient) == "b"


def test_variations_survive_a_restart_and_an_undo(both: Both) -> None:
    both.take(both.text(1, variations=VARIED))
    change = actions.take(both.patient, actions.look_at(both.patient, both.text(2)))
    undo(both.patient, change)
    (taken,) = both.patient.prescriptions.all()
    assert taken.variations == VARIED
    assert planned(both.patient) == "b"
