"""What is written is read again the same; what was changed, cut, swollen or made up is refused by
name, at once, and by nothing else.
"""

import random
import re
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import cbor2
import pytest

from lbp_app.exchange import base45, cbor, code_letters, envelope, prescription, typed_code
from lbp_app.exchange.prescription import SignedPlan, TypedPlan
from lbp_app.exchange.prescription_picture import LARGEST_VERSION, png, svg, text_in
from lbp_app.exchange.signing import SigningKey, fingerprint
from lbp_app.model.exercise import Level
from lbp_app.model.prescription import PlanRefusedError, Prescription, Refusal
from tests.hostile_cbor import HOSTILE_CBOR
from tests.prescribed import KEY, PLAN, levels_by, plan_by, with_

TEXT = prescription.signed_text(PLAN, KEY)
CODE = typed_code.code_of(PLAN.levels)
FULL = pytest.mark.full
MOST = 0.05  # seconds for one text
BODY = cbor.written({key: key for key in range(1, 8)})


def refusal(text: str) -> Refusal:
    """Any other error is a failure of the test."""
    with pytest.raises(PlanRefusedError) as refused:
        prescription.read(text)
    assert refused.value.key == refused.value.refusal
    return refused.value.refusal


def signed(body: bytes, flag: bytes = envelope.PLAIN, key: SigningKey = KEY) -> str:
    """With a signature that holds, whatever is in it."""
    said = flag + key.public + body
    return "LBP1:" + base45.encode(said + key.sign(b"rygvej LBP1:\0" + said))


# --- there and back -----------------------------------------------------------------------------


def there_and_back(plan: Prescription) -> None:
    text = prescription.signed_text(plan, KEY)
    assert prescription.read(text) == SignedPlan(plan, KEY.public)
    code = typed_code.code_of(plan.levels)
    assert prescription.read(code) == TypedPlan(plan.levels)


@pytest.mark.parametrize("count", [40, pytest.param(5000, marks=FULL)])
def test_plans_come_back_from_the_text_and_levels_from_the_code(count: int) -> None:
    for seed in range(count):
        there_and_back(plan_by(seed))


@pytest.mark.parametrize(
    "plan",
    [
        with_(doses=None, note=""),
        with_(levels=(None,) * 8),
        with_(levels=(Level(4),) * 8, doses=("x" * 24,) * 8, note="æ" * 200),
        with_(doses=("🙂" * 24,) * 8, note="🙂" * 100, sequence=2**53 - 1, valid_days=180),
        with_(issued=date(1, 1, 1), sequence=0, valid_days=1, tag="ABCDEF0123456789"),
        with_(issued=date(9998, 12, 31), tag="aBcDeF0123456789", doses=("",) * 8),
    ],
)
def test_the_ends_of_the_bounds(plan: Prescription) -> None:
    there_and_back(plan)
    assert len(prescription.signed_text(plan, KEY)) < envelope.LONGEST


@pytest.mark.parametrize("count", [1, pytest.param(200, marks=FULL)])
@pytest.mark.full
def test_plans_come_back_from_the_picture(count: int) -> None:
    read = 0
    for seed in range(10 * count):
        text = prescription.signed_text(plan_by(seed), KEY)
        picture = png(text, scale=4)
        if picture is not None and read < count:
            assert text_in(picture) == text
            read += 1
    assert read == count


@pytest.mark.full
def test_the_largest_plan_of_ordinary_letters_fits_the_picture() -> None:
    dice = random.Random(1)  # noqa: S311
    letters = "".join(chr(n) for n in range(33, 127))
    doses = tuple("".join(dice.choices(letters, k=24)) for _ in range(8))
    plan = with_(doses=doses, note="".join(dice.choices(letters, k=400)))
    import segno

    text = prescription.signed_text(plan, KEY)
    assert svg(text) is not None
    assert int(segno.make_qr(text, error="l").version) <= LARGEST_VERSION


@pytest.mark.full
def test_what_no_picture_of_that_size_holds_still_goes_as_text() -> None:
    dice = random.Random(2)  # noqa: S311
    rare = ["".join(chr(dice.randrange(0x10000, 0x110000)) for _ in range(24)) for _ in range(12)]
    plan = with_(doses=tuple(rare[:8]), note="".join(rare[8:]))
    text = prescription.signed_text(plan, KEY)
    assert svg(text) is None and png(text) is None
    assert prescription.read(text) == SignedPlan(plan, KEY.public)


def test_base45_is_that_of_the_standard() -> None:
    for plain, written in {b"AB": "BB8", b"Hello!!": "%69 VD92EX0", b"ietf!": "QED8WEX0"}.items():
        assert base45.encode(plain) == written
        assert base45.decode(written) == plain
    assert not any(
        base45.encode(bytes([a, b]))[-1] == " " for a in range(0, 256, 5) for b in range(256)
    )


@pytest.mark.parametrize("text", ["A", "AB8A", "ÆØÅ", "bb8", "GGW", ":::", "::", "A\n8"])
def test_what_is_no_base45(text: str) -> None:
    with pytest.raises(ValueError, match="base45"):
        base45.decode(text)


# --- the typed code -----------------------------------------------------------------------------


def test_a_code_is_read_as_people_write_it() -> None:
    zeros = next(c for c in codes(9999) if "0" in c and "1" in c and c[8] != "-")
    spellings = [
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", "–"),
        CODE.replace("-", " - "),
        f"  {CODE[:2]} {CODE[2:]}\r\n",
        f"\ufeff{CODE}",
    ]
    for spelled in spellings:
        assert prescription.read(spelled) == prescription.read(CODE)
    for one, other in (("0", "O"), ("0", "o"), ("1", "I"), ("1", "i"), ("1", "L"), ("1", "l")):
        assert prescription.read(zeros.replace(one, other)) == prescription.read(zeros)


def codes(count: int, seed: int = 3) -> Iterator[str]:
    dice = random.Random(seed)  # noqa: S311
    return (typed_code.code_of(levels_by(dice)) for _ in range(count))


def neighbours(code: str) -> Iterator[str]:
    """Every single other letter or digit, and every swap of two that stand beside each other."""
    others = code_letters.ALPHABET + "U-"
    for at, letter in enumerate(code):
        yield from (code[:at] + other + code[at + 1 :] for other in others if other != letter)
        yield code[:at] + code[at + 1 :]
    for at in range(len(code) - 1):
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        if swapped != code:
            yield swapped


@pytest.mark.parametrize("count", [5, pytest.param(500, marks=FULL)])
@pytest.mark.full
def test_every_wrong_letter_and_swap_is_refused(count: int) -> None:
    for code in codes(count):
        for wrong in neighbours(code):
            if wrong != code.replace("-", ""):  # the dash may be left out
                assert refusal(wrong) is Refusal.MISTYPED, (code, wrong)


@pytest.mark.full
def test_chance_makes_no_code() -> None:
    dice = random.Random(4)  # noqa: S311
    made = ("".join(dice.choices(code_letters.ALPHABET, k=8)) for _ in range(1000))
    assert [code for code in made if refusal(code) is not Refusal.MISTYPED] == []


@pytest.mark.parametrize("text", ["00000000", "ABC", "12345678", "XXXX-XXXX-XXXX", "U000-0000"])
def test_a_code_that_does_not_fit(text: str) -> None:
    assert refusal(text) is Refusal.MISTYPED


def test_a_code_of_a_later_version() -> None:
    later = code_letters.letters_of(2 * typed_code.PLANS + 5, typed_code.DATA, typed_code.CHECK)
    assert refusal(later) is Refusal.NEWER


# --- what is refused, by name -------------------------------------------------------------------

BOMB = zlib.compress(b"0" * 50_000_000, 9)  # small enough for a text: 48 kB unpack to 50 MB
NAMED: dict[str, tuple[str, Refusal]] = {
    "nothing": ("", Refusal.GARBAGE),
    "blanks": (" \n\t", Refusal.GARBAGE),
    "a sentence": ("Hej, her er dine øvelser til næste gang.", Refusal.GARBAGE),
    "JSON": ('{"levels": [1, 2, 3, 4, 1, 2, 3, 4]}', Refusal.GARBAGE),
    "half a character": ("\udcff\udcfe", Refusal.GARBAGE),
    "a zero": ("\0", Refusal.GARBAGE),
    "small letters": (TEXT.lower(), Refusal.GARBAGE),
    "without its name": (TEXT.removeprefix("LBP1:"), Refusal.GARBAGE),
    "pairing": (TEXT.replace("LBP1:", "LBPK1:"), Refusal.OTHER_KIND),
    "an answer": (TEXT.replace("LBP1:", "LBPT1:"), Refusal.OTHER_KIND),
    "a later version": (TEXT.replace("LBP1:", "LBP2:"), Refusal.NEWER),
    "a name alone": ("LBP1:", Refusal.TAMPERED),
    "other letters": ("LBP1:æøå", Refusal.TAMPERED),
    "cut short": (TEXT[:-3], Refusal.TAMPERED),
    "cut by one": (TEXT[:-1], Refusal.TAMPERED),
    "something after": (TEXT + "000", Refusal.TAMPERED),
    "twice": (TEXT + TEXT, Refusal.TAMPERED),
    "too long": (TEXT + "0" * 4000, Refusal.OVERSIZE),
    "huge": ("LBP1:" + "A" * 20_000_000, Refusal.OVERSIZE),
    "huge and blank": (" " * 20_000_000, Refusal.OVERSIZE),
    "nothing in it": (signed(b""), Refusal.TAMPERED),
    "more after it": (signed(BODY + b"\0"), Refusal.OUT_OF_BOUNDS),
    "a list": (signed(cbor2.dumps([1, 2])), Refusal.OUT_OF_BOUNDS),
    "an unknown flag": (signed(BODY, b"\2"), Refusal.OUT_OF_BOUNDS),
    "no packing": (signed(BODY, b"\1"), Refusal.OUT_OF_BOUNDS),
    "half a packing": (signed(zlib.compress(BODY)[:-5], b"\1"), Refusal.OUT_OF_BOUNDS),
    "more after a packing": (signed(zlib.compress(BODY) + b"0", b"\1"), Refusal.OUT_OF_BOUNDS),
    "a bomb": (signed(zlib.compress(b"0" * 1_000_000, 9), b"\1"), Refusal.OVERSIZE),
    "a larger bomb": ("LBP1:" + base45.encode(BOMB), Refusal.OVERSIZE),
    "swollen": (signed(b"\x59\x08\x00" + b"0" * 2048), Refusal.OVERSIZE),
    "a letter": (signed(b"\xa1\x01\xd8\x24\x61x"), Refusal.OUT_OF_BOUNDS),
    "a date": (signed(b"\xa1\x01\xc0\x61x"), Refusal.OUT_OF_BOUNDS),
    "a large number": (signed(b"\xa1\x01\xc2\x49\x01" + b"\0" * 8), Refusal.OUT_OF_BOUNDS),
    **{name: (signed(said), Refusal.OUT_OF_BOUNDS) for name, said in HOSTILE_CBOR.items()},
}


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED)
def test_each_damage_has_its_name(text: str, expected: Refusal) -> None:
    began = time.thread_time()
    assert refusal(text) is expected
    assert time.thread_time() - began < MOST


CONTENT = prescription._content(PLAN)
WRONG: dict[str, tuple[int, object]] = {
    "a level of five": (prescription.LEVELS, bytes([5] * 8)),
    "seven levels": (prescription.LEVELS, bytes(7)),
    "levels as a list": (prescription.LEVELS, [1] * 8),
    "a truth as a dose": (prescription.DOSES, [True] * 8),
    "a long dose": (prescription.DOSES, ["x" * 25] * 8),
    "seven doses": (prescription.DOSES, ["x"] * 7),
    "no variation": (prescription.VARIATIONS, bytes(8)),
    "a third variation": (prescription.VARIATIONS, b"\3" + bytes(7)),
    "seven variations": (prescription.VARIATIONS, b"\1" * 7),
    "a variation of nothing": (prescription.VARIATIONS, bytes(4) + b"\1" + bytes(3)),
    "letters as variations": (prescription.VARIATIONS, ["a", *[None] * 7]),
    "no note": (prescription.NOTE, None),
    "a long note": (prescription.NOTE, "æ" * 201),
    "a short tag": (prescription.TAG, bytes(7)),
    "a tag in letters": (prescription.TAG, "0123456789abcdef"),
    "a tag of other letters": (prescription.TAG, "GHIJKLMNOPQRSTUV"),
    "before the first": (prescription.SEQUENCE, -1),
    "beyond the last": (prescription.SEQUENCE, 2**53),
    "a truth as a number": (prescription.SEQUENCE, True),
    "half a number": (prescription.SEQUENCE, 7.5),
    "a day as text": (prescription.ISSUED, "2026-05-04"),
    "before the calendar": (prescription.ISSUED, -(10**6)),
    "after the calendar": (prescription.ISSUED, 2**60),
    "the last year of the calendar": (prescription.ISSUED, 2932800),
    "no days": (prescription.VALID_DAYS, 0),
    "too many days": (prescription.VALID_DAYS, 181),
}


@pytest.mark.parametrize(("key", "value"), WRONG.values(), ids=WRONG)
def test_a_signature_does_not_make_nonsense_a_plan(key: int, value: object) -> None:
    assert prescription.read(signed(cbor.written(CONTENT))) == SignedPlan(PLAN, KEY.public)
    assert refusal(signed(cbor2.dumps({**CONTENT, key: value}, canonical=True))) is (
        Refusal.OUT_OF_BOUNDS
    )


def test_neither_more_nor_less_than_the_fields() -> None:
    assert refusal(signed(cbor.written({**CONTENT, 8: 1}))) is Refusal.OUT_OF_BOUNDS
    for key in CONTENT:
        fewer = {name: value for name, value in CONTENT.items() if name != key}
        assert refusal(signed(cbor.written(fewer))) is Refusal.OUT_OF_BOUNDS


def test_one_plan_has_one_body() -> None:
    body = cbor.written(CONTENT)
    longer = body.replace(b"\x05\x07", b"\x05\x18\x07")  # the same number in two bytes
    turned = cbor2.dumps(dict(reversed(CONTENT.items())))
    for other in (longer, turned):
        assert cbor2.loads(other) == cbor2.loads(body) and other != body
        assert refusal(signed(other)) is Refusal.OUT_OF_BOUNDS


def test_a_signature_for_one_kind_of_message_is_none_for_another() -> None:
    said = envelope.PLAIN + KEY.public + cbor.written(CONTENT)
    text = "LBP1:" + base45.encode(said + KEY.sign(b"rygvej LBPK1:\0" + said))
    assert refusal(text) is Refusal.TAMPERED


@pytest.mark.full
def test_every_changed_letter_of_a_text_is_found() -> None:
    for at in range(len("LBP1:"), len(TEXT)):
        for other in ("0" if TEXT[at] != "0" else "1", "Z" if TEXT[at] != "Z" else "Y", "a"):
            assert refusal(TEXT[:at] + other + TEXT[at + 1 :]) is Refusal.TAMPERED
        swapped = TEXT[:at] + TEXT[at + 1 : at + 2] + TEXT[at] + TEXT[at + 2 :]
        if swapped != TEXT:
            assert refusal(swapped) is Refusal.TAMPERED


def test_a_text_survives_a_letter_program() -> None:
    wrapped = "\r\n".join(TEXT[at : at + 60] for at in range(0, len(TEXT), 60))
    for sent in (f"  {TEXT}\n", wrapped, f"\ufeff{TEXT}\u00a0"):
        assert prescription.read(sent) == SignedPlan(PLAN, KEY.public)


# --- 100,000 hostile texts ----------------------------------------------------------------------


def _flipped(dice: random.Random) -> str:
    at = dice.randrange(len(TEXT))
    return TEXT[:at] + chr(dice.randrange(1, 0x250)) + TEXT[at + 1 :]


def _spliced(dice: random.Random) -> str:
    other = prescription.signed_text(plan_by(dice.randrange(50)), KEY)
    return TEXT[: dice.randrange(len(TEXT))] + other[dice.randrange(len(other)) :]


def _noise(dice: random.Random) -> str:
    return "LBP1:" + base45.encode(dice.randbytes(dice.randrange(1500)))


def _signed_noise(dice: random.Random) -> str:
    return signed(dice.randbytes(dice.randrange(1, 600)), bytes([dice.randrange(3)]))


def _signed_packed_noise(dice: random.Random) -> str:
    return signed(zlib.compress(dice.randbytes(dice.randrange(600))), envelope.PACKED)


def _signed_near_plan(dice: random.Random) -> str:
    body = bytearray(cbor.written(CONTENT))
    for _ in range(dice.randint(1, 4)):
        body[dice.randrange(len(body))] = dice.randrange(256)
    return signed(bytes(body))


def _letters(dice: random.Random) -> str:
    return "".join(chr(dice.randrange(0xD800)) for _ in range(dice.randrange(40)))


def _near_code(dice: random.Random) -> str:
    return "".join(dice.choices(code_letters.ALPHABET + "-OIL U", k=dice.randint(6, 10)))


HOSTILE: tuple[Callable[[random.Random], str], ...] = (
    _flipped, _spliced, _noise, _signed_noise, _signed_packed_noise, _signed_near_plan, _letters,
    _near_code,
)  # fmt: skip


@pytest.mark.parametrize("count", [240, pytest.param(100_000, marks=FULL)])
@pytest.mark.full
def test_whatever_comes_is_a_plan_or_one_kind_of_refusal(count: int) -> None:
    """What can be read after all (an unchanged letter, noise in the note) is a whole plan."""
    dice, slow, refused = random.Random(5), 0, 0  # noqa: S311
    for number in range(count):
        text = HOSTILE[number % len(HOSTILE)](dice)
        began = time.thread_time()
        try:
            assert isinstance(prescription.read(text), SignedPlan | TypedPlan)
        except PlanRefusedError as error:
            refused += error.refusal in Refusal
        slow += time.thread_time() - began > MOST
    assert refused > 0.9 * count
    assert slow == 0


@pytest.mark.full
def test_the_memory_for_a_bomb_is_bounded() -> None:
    """In a process of its own, whose memory may not grow by the tenth of what it unpacks to."""
    code = """if True:
        import resource, sys
        from lbp_app.exchange import prescription
        from lbp_app.model.prescription import PlanRefusedError
        from tests.test_prescription import TEXT, signed
        import zlib
        packer = zlib.compressobj(9)
        bomb = signed(zlib.compress(b"0" * 400_000, 9), b"\\1")
        prescription.read(TEXT)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for _ in range(50):
            try: prescription.read(bomb)
            except PlanRefusedError as error: assert error.refusal == "error.plan_oversize"
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 1024  # KiB


# --- what docs/exchange-format.md says ----------------------------------------------------------

PAGE = Path(__file__).parent.parent / "docs" / "exchange-format.md"
VECTOR = with_(doses=None, note="")


def test_the_vector_of_the_page_is_what_is_written_and_read() -> None:
    page = PAGE.read_text("utf-8")
    text = prescription.signed_text(VECTOR, KEY)
    assert f"\n{text}\n" in page
    assert f"`{cbor.written(prescription._content(VECTOR)).hex()}`" in page
    assert KEY.public.hex() in page and f" {fingerprint(KEY.public)}." in page


def test_the_codes_of_the_page_are_those_of_the_levels() -> None:
    lines = re.findall(r"^\| ([–\d ]+) \| `(\w{4}-\w{4})` \|$", PAGE.read_text("utf-8"), re.M)
    assert len(lines) == 4
    for levels, code in lines:
        expected = tuple(None if one == "–" else Level(int(one)) for one in levels.split())
        assert prescription.read(code) == TypedPlan(expected)
        assert typed_code.code_of(expected) == code


def test_the_page_has_the_generators() -> None:
    for check in (typed_code.CHECK, 3):
        said = " ".join(map(str, code_letters._generator(check)))
        assert f"| {check} | {said} |" in PAGE.read_text("utf-8")
