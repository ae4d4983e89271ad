"""Two devices come to know each other: messages, six digits, and nothing by itself."""

import random
from pathlib import Path

import pytest

from lbp_app.actions import handing_over, pairing
from lbp_app.actions.history import undo
from lbp_app.errors import AnswerRefusedError, CprNumberError
from lbp_app.exchange import cbor, code_letters, envelope
from lbp_app.exchange import pairing as exchange
from lbp_app.exchange.prescription_picture import text_in
from lbp_app.model.prescription import PlanRefusedError, Refusal
from lbp_app.services import Services
from tests.prescribed import KEY, OTHER_KEY
from tests.test_prescription import neighbours
from tests.test_taking import connected, physio

BOX = exchange.BoxKey(bytes(range(64, 96)))
OWN = exchange.BoxKey(bytes(range(96, 128)))
MESSAGE = exchange.keys_text("Mette Holm", KEY, BOX.public)
TAG = exchange.tag_for(KEY.public, OWN.public)
ANSWER = exchange.answer_text(TAG, OWN.public)
LETTERS = exchange.answer_letters(TAG)
PAGE = Path(__file__).parent.parent / "docs" / "exchange-format.md"

__all__ = ["physio"]


def refusal(text: str) -> Refusal:
    with pytest.raises(PlanRefusedError) as refused:
        exchange.read_answer(text, KEY.public)
    return refused.value.refusal


def keys_refusal(text: str) -> Refusal:
    with pytest.raises(PlanRefusedError) as refused:
        exchange.read_keys(text)
    return refused.value.refusal


# --- the messages -------------------------------------------------------------------------------


def test_the_keys_come_over_as_text() -> None:
    name = "Mette Sørensen-Ålund"
    said = exchange.read_keys(exchange.keys_text(f"  {name} ", KEY, BOX.public))
    assert said == exchange.PhysioKeys(name, KEY.public, BOX.public)


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "a\nb", "a\u202eb", "\0"])
def test_a_name_is_one_that_can_be_shown(name: str) -> None:
    with pytest.raises(AnswerRefusedError):
        exchange.keys_text(name, KEY, BOX.public)
    signed = envelope.sealed("LBPK1:", {1: BOX.public, 2: name}, KEY)
    assert keys_refusal(signed) is Refusal.OUT_OF_BOUNDS


@pytest.mark.parametrize(
    "content",
    [{}, {1: bytes(32)}, {1: bytes(31), 2: "x"}, {1: "x" * 32, 2: "x"}, {1: bytes(32), 2: 7}],
)
def test_keys_that_are_none(content: dict[int, object]) -> None:
    assert keys_refusal(envelope.sealed("LBPK1:", content, KEY)) is Refusal.OUT_OF_BOUNDS


def test_the_answer_comes_over_as_text_and_as_letters() -> None:
    assert exchange.read_answer(ANSWER, KEY.public) == exchange.Answer(TAG, OWN.public)
    for spelled in (LETTERS, LETTERS.lower(), LETTERS.replace("-", ""), f" {LETTERS}\n"):
        assert exchange.read_answer(spelled, KEY.public) == exchange.Answer(TAG, None)
    assert len(LETTERS) == 19


def test_every_tag_has_its_letters() -> None:
    dice = random.Random(6)  # noqa: S311
    for tag in ["0" * 16, "f" * 16, *(f"{dice.getrandbits(64):016x}" for _ in range(200))]:
        letters = exchange.answer_letters(tag)
        assert exchange.read_answer(letters, KEY.public).tag == tag


@pytest.mark.parametrize("count", [2, pytest.param(100, marks=pytest.mark.full)])
def test_every_wrong_letter_and_swap_of_an_answer_is_refused(count: int) -> None:
    dice = random.Random(7)  # noqa: S311
    for _ in range(count):
        letters = exchange.answer_letters(f"{dice.getrandbits(64):016x}")
        for wrong in neighbours(letters):
            if wrong.replace("-", "") != letters.replace("-", ""):
                assert refusal(wrong) is Refusal.MISTYPED


def test_a_number_that_is_no_tag_is_no_answer() -> None:
    above = code_letters.letters_of(2**64, exchange.DATA_LETTERS, exchange.CHECK_LETTERS)
    assert refusal(above) is Refusal.MISTYPED


def test_answers_that_are_none() -> None:
    assert refusal("") is Refusal.GARBAGE
    assert refusal("Hej Mette, her er mit svar på din besked.") is Refusal.GARBAGE
    assert refusal(MESSAGE) is Refusal.OTHER_KIND
    assert refusal(ANSWER.replace("LBPT1", "LBPT2")) is Refusal.NEWER
    assert refusal(ANSWER[:-3]) is Refusal.TAMPERED
    assert refusal("LBPT1:") is Refusal.TAMPERED
    assert refusal(
        exchange.answer_text(exchange.tag_for(OTHER_KEY.public, OWN.public), OWN.public)
    ) is (Refusal.OTHER_PHYSIO)


@pytest.mark.full
def test_every_changed_letter_of_the_messages_is_found() -> None:
    for at in range(len("LBPK1:"), len(MESSAGE)):
        other = "0" if MESSAGE[at] != "0" else "1"
        assert keys_refusal(MESSAGE[:at] + other + MESSAGE[at + 1 :]) is Refusal.TAMPERED
    for at in range(len("LBPT1:"), len(ANSWER)):
        other = "0" if ANSWER[at] != "0" else "1"
        assert refusal(ANSWER[:at] + other + ANSWER[at + 1 :]) is Refusal.TAMPERED


def test_another_key_cannot_take_the_place_of_the_one_behind_a_tag() -> None:
    """What was typed binds the key that comes later."""
    forged = exchange.answer_text(TAG, exchange.new_box().public)
    assert refusal(forged) is Refusal.OTHER_PHYSIO


@pytest.mark.full
def test_the_digits_change_with_each_part() -> None:
    said = exchange.digits(KEY.public, BOX.public, TAG)
    assert said.isdecimal() and len(said) == 6
    assert said == exchange.digits(KEY.public, BOX.public, TAG)
    others = {
        exchange.digits(OTHER_KEY.public, BOX.public, TAG),
        exchange.digits(KEY.public, OWN.public, TAG),
        exchange.digits(KEY.public, BOX.public, TAG[::-1]),
    }
    assert len(others | {said}) == 4


# --- the two devices ----------------------------------------------------------------------------


@pytest.mark.full
def test_both_screens_show_the_same_digits(services: Services, physio: Services) -> None:
    message, picture = handing_over.pairing_message(physio, "Mette Holm")
    assert text_in(picture or b"") == message
    begun = pairing.begin_pairing(services, message)
    assert (begun.name, begun.trusted) == ("Mette Holm", False)
    said = pairing.answer(services, begun.id)
    by_text = handing_over.read_answer(physio, said.text)
    by_picture = handing_over.read_answer(physio, text_in(said.png or b""))
    by_voice = handing_over.read_answer(physio, said.letters)
    assert by_text == by_picture
    assert by_text.tag == by_voice.tag == begun.tag
    assert by_text.box and by_text.box.hex() == begun.own_box
    assert handing_over.digits(physio, by_voice.tag) == said.digits


@pytest.mark.full
def test_a_message_that_is_read_again_gets_the_same_answer(
    services: Services, physio: Services
) -> None:
    message, _ = handing_over.pairing_message(physio, "Mette Holm")
    first = pairing.begin_pairing(services, message)
    assert pairing.begin_pairing(services, message) == first
    assert len(services.pairings.all()) == 1
    pairing.end_pairing(services, first.id)
    again = pairing.begin_pairing(services, message)
    assert again.tag != first.tag


def test_the_keys_of_a_physiotherapist_stay_the_same(physio: Services) -> None:
    first = handing_over.own_keys(physio)
    assert handing_over.own_keys(physio) == first
    assert first.fingerprint.isdecimal()
    physio.pairings.put_own_secrets(bytes(32), bytes(32))
    assert handing_over.own_keys(physio) == first


@pytest.mark.full
def test_two_patients_are_known_by_two_tags(services: Services, physio: Services) -> None:
    one = connected(services, physio)
    pairing.end_pairing(services, one.id)
    assert connected(services, physio).tag != one.tag


@pytest.mark.full
def test_a_new_key_under_a_known_name_is_pointed_out(services: Services, physio: Services) -> None:
    known = connected(services, physio)
    new = pairing.begin_pairing(services, exchange.keys_text("METTE HOLM", KEY, BOX.public))
    assert pairing.replaced_by(services, new) == [known]
    assert pairing.replaced_by(services, known) == []


def test_confirming_can_be_undone(services: Services, physio: Services) -> None:
    message, _ = handing_over.pairing_message(physio, "Mette Holm")
    begun = pairing.begin_pairing(services, message)
    undo(services, pairing.confirm_pairing(services, begun.id))
    assert not pairing.found(services, begun.id).trusted


def test_a_cpr_number_is_no_name(services: Services, physio: Services) -> None:
    with pytest.raises(CprNumberError):
        handing_over.pairing_message(physio, "020304-1234")
    with pytest.raises(PlanRefusedError) as refused:
        pairing.begin_pairing(services, exchange.keys_text("020304-1234", KEY, BOX.public))
    assert refused.value.refusal is Refusal.CPR
    assert services.pairings.all() == []


@pytest.mark.full
def test_the_vectors_of_the_page() -> None:
    page = PAGE.read_text("utf-8")
    for said in (
        f"\n{MESSAGE}\n",
        f"\n{ANSWER}\n",
        f"`{LETTERS}`",
        f"`{TAG}`",
        f"`{exchange.digits(KEY.public, BOX.public, TAG)}`",
        f"`{cbor.written({1: BOX.public, 2: 'Mette Holm'}).hex()}`",
    ):
        assert said in page, said
