"""How two devices come to know each other: the physiotherapist's keys, the patient's answer, and
six digits that both screens show. docs/exchange-format.md has the bytes, and what it is good for.
"""

import hashlib
from dataclasses import dataclass

from lbp_app.errors import AnswerRefusedError
from lbp_app.exchange import base45, envelope
from lbp_app.exchange.code_letters import grouped, letters_of, number_of, ungrouped
from lbp_app.exchange.signing import SIZE, SigningKey, digits_of
from lbp_app.model.pairing import name_of
from lbp_app.model.prescription import Refusal, refuse

KEYS, ANSWER = "LBPK1:", "LBPT1:"
BOX, NAME = 1, 2
TAG, CHECK = 8, 4  # bytes
DATA_LETTERS, CHECK_LETTERS = 13, 3


@dataclass(frozen=True)
class BoxKey:
    """X25519; `secret` has 32 bytes."""

    secret: bytes

    @property
    def public(self) -> bytes:
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        return X25519PrivateKey.from_private_bytes(self.secret).public_key().public_bytes_raw()

    def __repr__(self) -> str:
        return "BoxKey(...)"


@dataclass(frozen=True)
class PhysioKeys:
    """Public: what a patient learns of a physiotherapist."""

    name: str
    key: bytes
    box: bytes


@dataclass(frozen=True)
class Answer:
    """`box` None: it was typed, and comes with the first report."""

    tag: str
    box: bytes | None


def new_box() -> BoxKey:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return BoxKey(X25519PrivateKey.generate().private_bytes_raw())


# --- the physiotherapist says who they are ------------------------------------------------------


def keys_text(name: str, signing: SigningKey, box: bytes) -> str:
    return envelope.sealed(KEYS, {BOX: box, NAME: name_of(name)}, signing)


def read_keys(text: str) -> PhysioKeys:
    said = envelope.opened(KEYS, text)
    box, name = said.content.get(BOX), said.content.get(NAME)
    if len(said.content) != 2 or not isinstance(box, bytes) or len(box) != SIZE:
        refuse(Refusal.OUT_OF_BOUNDS)
    try:
        return PhysioKeys(name_of(name), said.key, box)
    except AnswerRefusedError:
        refuse(Refusal.OUT_OF_BOUNDS)


# --- the patient answers ------------------------------------------------------------------------


def tag_for(physio_key: bytes, box: bytes) -> str:
    """As good as random, since `box` is; it stands for the two keys, so that a tag that was only
    typed still tells whether a key that comes later is the right one.
    """
    return hashlib.sha256(b"rygvej tag 1\0" + physio_key + box).digest()[:TAG].hex()


def answer_text(tag: str, box: bytes) -> str:
    said = bytes.fromhex(tag) + box
    return ANSWER + base45.encode(said + _check(said))


def answer_letters(tag: str) -> str:
    """The tag alone, to be read aloud."""
    return grouped(letters_of(int(tag, 16), DATA_LETTERS, CHECK_LETTERS))


def read_answer(text: str, physio_key: bytes) -> Answer:
    """As text or as letters. PlanRefusedError when it is none, or for another physiotherapist."""
    bare = envelope.tidied(text)
    if not envelope.is_message(bare):
        return Answer(_tag_in(bare), None)
    data = envelope.content_of(ANSWER, bare)
    said, check = data[:-CHECK], data[-CHECK:]
    if len(said) != TAG + SIZE or check != _check(said):
        refuse(Refusal.TAMPERED)
    answer = Answer(said[:TAG].hex(), said[TAG:])
    if answer.tag != tag_for(physio_key, said[TAG:]):
        refuse(Refusal.OTHER_PHYSIO)
    return answer


def _tag_in(text: str) -> str:
    bare = ungrouped(text, groups=4)
    number = None if bare is None else number_of(bare, DATA_LETTERS, CHECK_LETTERS)
    if number is None or number >= 256**TAG:
        letters = sum(letter.isalnum() for letter in text)
        refuse(Refusal.MISTYPED if 0 < letters <= 24 else Refusal.GARBAGE)
    return f"{number:016x}"


def _check(said: bytes) -> bytes:
    return hashlib.sha256(b"rygvej LBPT1:\0" + said).digest()[:CHECK]


# --- both compare -------------------------------------------------------------------------------


def digits(physio_key: bytes, physio_box: bytes, tag: str) -> str:
    """Six digits of all that was exchanged. Slow on purpose (about 50 ms and 16 MB), so that
    trying a million keys until they agree takes longer than two people need to look.
    """
    said = physio_key + physio_box + bytes.fromhex(tag)
    return digits_of(hashlib.scrypt(said, salt=b"rygvej digits 1", n=2**14, r=8, p=1, dklen=32))
