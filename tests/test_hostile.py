"""A report and a class that come from anywhere: what was changed, cut, swollen or made up is
refused by name, at once, and by nothing else.
"""

import json
import random
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import cbor2
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from lbp_app.exchange import base45, class_code
from lbp_app.exchange import participant_report as report
from lbp_app.exchange.pairing import BoxKey, new_box, tag_for
from lbp_app.model.care_plan import Assigner
from lbp_app.model.class_plan import ClassPlan
from lbp_app.model.diary import CheckIn
from lbp_app.model.exercise import Group, Level
from lbp_app.model.home_test import HomeTest
from lbp_app.model.participant_report import (
    Aim,
    LevelStep,
    Measured,
    Outside,
    ReportRefusal,
    ReportRefusedError,
    SentReport,
    Signs,
    Spell,
    Told,
    ToldPart,
    Trained,
)
from lbp_app.model.prescription import PlanRefusedError, Refusal
from lbp_app.model.session import After, SessionKind
from lbp_app.model.triage import Tier
from tests.hostile_cbor import HOSTILE_CBOR
from tests.prescribed import KEY
from tests.test_class_plan import CONTENT, TEXT, plan_by

FULL = pytest.mark.full
MOST = 0.05  # seconds for one of them
Dice = random.Random

# --- a report -----------------------------------------------------------------------------------

PHYSIO, PATIENT = BoxKey(bytes(range(64, 96))), BoxKey(bytes(range(96, 128)))
TAG = tag_for(KEY.public, PATIENT.public)
LAST = date(2026, 10, 5)
TOLD = Told(
    first=LAST - timedelta(days=20),
    last=LAST,
    parts=tuple(ToldPart),
    question="Må jeg løbe på øen igen?",
    days=tuple(CheckIn(LAST - timedelta(days=n), back_pain=n) for n in range(9, -1, -1)),
    trained=(Trained(LAST, SessionKind.FULL, 30, ("3.1", "5.4"), After.SORE, "Gik fint"),),
    outside=(Outside(LAST, 20),),
    levels=(Level(2),) * len(Group),
    steps=(LevelStep(LAST, Group(1), Level(1), Level(2), Assigner.SELF, "Går let"),),
    flares=(Spell(LAST),),
    signs=Signs(LAST, Tier.WATCH, ("leg_pain_radiating",)),
    tests=(Measured(LAST, HomeTest.CHAIR_STANDS, 11),),
    aims=(Aim("Gå til bageren", ((LAST, 4),)),),
)
SENT = SentReport("0123456789abcdef" * 2, TAG, 7, LAST, TOLD)
PLAIN = report.plain(SENT)
FILE = report.locked(SENT, PATIENT, PHYSIO.public)


def sealed(packed: bytes, tag: str = TAG, sender: BoxKey = PATIENT) -> bytes:
    """Locked as it should be, whatever is in it."""
    once = new_box()
    head = report.HEAD.pack(
        report.MAGIC, report.VERSION, bytes.fromhex(tag), sender.public, once.public
    )
    shared = report._agreed(once.secret, PHYSIO.public) + report._agreed(
        sender.secret, PHYSIO.public
    )
    key, nonce = report._derived(shared, head, PHYSIO.public)
    return checked(head + AESGCM(key).encrypt(nonce, packed, head))


def checked(file: bytes) -> bytes:
    return file + report._check(file)


def told(**changed: object) -> bytes:
    """A report of which some things are otherwise."""
    said = json.loads(PLAIN)
    return sealed(zlib.compress(json.dumps({**said, "told": {**said["told"], **changed}}).encode()))


def read_report(data: bytes) -> SentReport:
    file = report.read(data)
    assert isinstance(report.is_for(file, KEY.public), bool)
    return report.opened(file, PHYSIO)


def report_refusal(data: bytes) -> ReportRefusal:
    """Any other error is a failure of the test."""
    with pytest.raises(ReportRefusedError) as refused:
        read_report(data)
    return refused.value.refusal


HEAD = report.HEAD.size
DAY = {"day": LAST.isoformat()}
REPORTS: dict[str, tuple[Callable[[], bytes], ReportRefusal]] = {
    "nothing": (lambda: b"", ReportRefusal.GARBAGE),
    "a sentence": (lambda: b"Hej, her er min rapport", ReportRefusal.GARBAGE),
    "zeros": (lambda: bytes(5000), ReportRefusal.GARBAGE),
    "other line ends": (lambda: FILE.replace(b"\r\n", b"\n", 1), ReportRefusal.GARBAGE),
    "a plan": (lambda: b"LBP1:ABC", ReportRefusal.OTHER_KIND),
    "a class": (lambda: TEXT.encode(), ReportRefusal.OTHER_KIND),
    "a backup": (lambda: b"RYGVEJ-BACKUP\r\n\1", ReportRefusal.OTHER_KIND),
    "a paper": (lambda: b"%PDF-1.7", ReportRefusal.OTHER_KIND),
    "not locked": (lambda: PLAIN, ReportRefusal.PLAIN),
    "a later version": (
        lambda: report.MAGIC + b"\2" + FILE[len(report.MAGIC) + 1 :],
        ReportRefusal.NEWER,
    ),
    "no version": (lambda: checked(report.MAGIC + bytes(200)), ReportRefusal.DAMAGED),
    "a name alone": (lambda: report.MAGIC, ReportRefusal.DAMAGED),
    "a head alone": (lambda: checked(FILE[:HEAD]), ReportRefusal.DAMAGED),
    "cut by one": (lambda: FILE[:-1], ReportRefusal.DAMAGED),
    "cut short": (lambda: FILE[: len(FILE) // 2], ReportRefusal.DAMAGED),
    "something after": (lambda: FILE + b"0", ReportRefusal.DAMAGED),
    "twice": (lambda: FILE + FILE, ReportRefusal.DAMAGED),
    "a lock of its own": (lambda: checked(FILE[:HEAD] + b"x" * 400), ReportRefusal.DAMAGED),
    "keys of nobody": (
        lambda: checked(FILE[: HEAD - 32] + bytes(32) + FILE[HEAD : -report.CHECK]),
        ReportRefusal.DAMAGED,
    ),
    "another's tag": (
        lambda: checked(FILE[:15] + b"\1" + bytes(8) + FILE[24 : -report.CHECK]),
        ReportRefusal.DAMAGED,
    ),
    "huge": (lambda: FILE + bytes(20_000_000), ReportRefusal.OVERSIZE),
    "huge and blank": (lambda: b" " * 20_000_000, ReportRefusal.OVERSIZE),
    "a bomb": (lambda: sealed(BOMB), ReportRefusal.OVERSIZE),
    "half a packing": (lambda: sealed(zlib.compress(PLAIN)[:-5]), ReportRefusal.OUT_OF_BOUNDS),
    "more after a packing": (
        lambda: sealed(zlib.compress(PLAIN) + b"0"),
        ReportRefusal.OUT_OF_BOUNDS,
    ),
    "no packing": (lambda: sealed(PLAIN), ReportRefusal.OUT_OF_BOUNDS),
    "no letters": (
        lambda: sealed(zlib.compress(PLAIN.replace(b"rygvej", b"ryg\x8aej"))),
        ReportRefusal.OUT_OF_BOUNDS,
    ),
    "no JSON": (lambda: sealed(zlib.compress(b"\xff\xfe")), ReportRefusal.OUT_OF_BOUNDS),
    "a later version inside": (
        lambda: sealed(zlib.compress(PLAIN.replace(b'"version": 1', b'"version": 2'))),
        ReportRefusal.NEWER,
    ),
    "deep": (lambda: sealed(zlib.compress(b"[" * 900_000)), ReportRefusal.OUT_OF_BOUNDS),
    "deep within": (
        lambda: sealed(zlib.compress(b'{"told":' + b'{"a":' * 300_000)),
        ReportRefusal.OUT_OF_BOUNDS,
    ),
    "a number without end": (
        lambda: sealed(zlib.compress(PLAIN.replace(b'"sequence": 7', b'"sequence": ' + ENDLESS))),
        ReportRefusal.OUT_OF_BOUNDS,
    ),
    "days without end": (lambda: told(days=[DAY] * 60_000), ReportRefusal.OUT_OF_BOUNDS),
    "walks without end": (
        lambda: told(outside=[{**DAY, "minutes": 20}] * 40_000),
        ReportRefusal.OUT_OF_BOUNDS,
    ),
    "lists without end": (lambda: told(parts=[[]] * 400_000), ReportRefusal.OUT_OF_BOUNDS),
    "aims without end": (lambda: told(aims=[{"text": "x"}] * 90_000), ReportRefusal.OUT_OF_BOUNDS),
    "exercises without end": (
        lambda: told(
            trained=[{**DAY, "kind": "full", "minutes": 9, "exercises": ["1.1"] * 250_000}]
        ),
        ReportRefusal.OUT_OF_BOUNDS,
    ),
    "ratings without end": (
        lambda: told(aims=[{"text": "x", "ratings": [[LAST.isoformat(), 4]] * 90_000}]),
        ReportRefusal.OUT_OF_BOUNDS,
    ),
    "brackets without end": (lambda: told(question="[" * 50_000), ReportRefusal.OUT_OF_BOUNDS),
    "a long text": (lambda: told(question="x" * 1_800_000), ReportRefusal.OUT_OF_BOUNDS),
}
BOMB = zlib.compress(bytes(30_000_000), 9)  # fifteen times the largest report
ENDLESS = b"9" * 1_000_000


@pytest.mark.parametrize(("made", "expected"), REPORTS.values(), ids=REPORTS)
@pytest.mark.full
def test_each_damage_of_a_report_has_its_name(
    made: Callable[[], bytes], expected: ReportRefusal
) -> None:
    data = made()
    began = time.thread_time()
    assert report_refusal(data) is expected
    assert time.thread_time() - began < MOST
    assert read_report(FILE) == SENT


@pytest.mark.full
def test_all_that_three_years_hold_is_read_at_once() -> None:
    """Every day with an answer and two walks, every second with a whole training."""
    days = [LAST - timedelta(days=n) for n in range(3 * 366 - 1, -1, -1)]
    full = tuple(f"{group.value}.2" for group in Group)
    told = replace(
        TOLD,
        first=days[0],
        days=tuple(CheckIn(day, 4, 2, 3, 1, 5, note="Gik en tur, 3 km") for day in days),
        outside=tuple(Outside(day, 20) for day in days for _ in range(2)),
        trained=tuple(Trained(day, SessionKind.FULL, 30, full) for day in days[::2]),
        aims=(Aim("Gå til bageren", tuple((day, 4) for day in days)),),
    )
    data = report.locked(replace(SENT, told=told), PATIENT, PHYSIO.public)
    began = time.thread_time()
    assert read_report(data).told == told
    assert time.thread_time() - began < MOST


def _flipped_byte(dice: Dice) -> bytes:
    at = dice.randrange(len(FILE))
    return FILE[:at] + bytes([FILE[at] ^ dice.randrange(1, 256)]) + FILE[at + 1 :]


def _spliced_file(dice: Dice) -> bytes:
    other = report.locked(SENT, PATIENT, PHYSIO.public)
    at = dice.randrange(len(FILE))
    return FILE[:at] + other[at + dice.randrange(-3, 4) :]


def _cut_or_longer(dice: Dice) -> bytes:
    return FILE[: dice.randrange(len(FILE))] + dice.randbytes(dice.randrange(20))


def _forged(dice: Dice) -> bytes:
    """With a check that holds, whatever is in it."""
    body = bytearray(FILE[: -report.CHECK])
    for _ in range(dice.randint(1, 4)):
        body[dice.randrange(len(report.MAGIC), len(body))] = dice.randrange(256)
    return checked(bytes(body))


def _noise(dice: Dice) -> bytes:
    start = dice.choice([b"", report.MAGIC, report.MAGIC + b"\1", b"LBP", b"{"])
    return start + dice.randbytes(dice.randrange(600))


def _sealed_noise(dice: Dice) -> bytes:
    noise = dice.randbytes(dice.randrange(600))
    return sealed(dice.choice([noise, zlib.compress(noise)]))


def _sealed_near_report(dice: Dice) -> bytes:
    content = bytearray(PLAIN)
    for _ in range(dice.randint(1, 4)):
        content[dice.randrange(len(content))] = dice.randrange(256)
    return sealed(zlib.compress(bytes(content), 1))


ODD = (None, True, -1, 0, 11, 2**53, 2**70, 1e308, "", "x" * 3000, "2026-13-01", "9999-12-31", [],
       {}, [[]], ["1.1"], "\ud800", "01.01.70-1234", [None] * 9)  # fmt: skip


def odd(dice: Dice, said: Any) -> Any:
    """The same with something odd in some place."""
    if not dice.randrange(6) or not isinstance(said, dict | list) or not said:
        return dice.choice(ODD)
    if isinstance(said, dict):
        key = dice.choice(list(said))
        if not dice.randrange(8):
            return {name: said[name] for name in said if name != key}
        return {**said, key: odd(dice, said[key])}
    at = dice.randrange(len(said))
    return [*said[:at], odd(dice, said[at]), *said[at + 1 :]]


def _sealed_odd_report(dice: Dice) -> bytes:
    return sealed(zlib.compress(json.dumps(odd(dice, json.loads(PLAIN))).encode(), 1))


HOSTILE_FILES = (
    _flipped_byte, _spliced_file, _cut_or_longer, _forged, _noise, _sealed_noise,
    _sealed_near_report, _sealed_odd_report,
)  # fmt: skip


@pytest.mark.parametrize("count", [400, pytest.param(100_000, marks=FULL)])
@pytest.mark.timeout(1800)
def test_whatever_file_comes_is_a_report_or_one_kind_of_refusal(count: int) -> None:
    """What can be read after all (another letter of a text, a field that may be missing) is a whole
    report.
    """
    dice, slow, refused = Dice(8), 0, 0
    for number in range(count):
        data = HOSTILE_FILES[number % len(HOSTILE_FILES)](dice)
        began = time.thread_time()
        try:
            assert isinstance(read_report(data), SentReport)
        except ReportRefusedError as error:
            refused += error.refusal in ReportRefusal
        slow += time.thread_time() - began > MOST
    assert refused > 0.8 * count
    assert slow == 0


# --- a class ------------------------------------------------------------------------------------


def code(said: bytes) -> str:
    """With a check that holds, whatever is in it."""
    return class_code.NAME + base45.encode(said + class_code._check(said))


def class_refusal(text: str) -> Refusal:
    """Any other error is a failure of the test."""
    with pytest.raises(PlanRefusedError) as refused:
        class_code.read(text)
    return refused.value.refusal


CLASSES: dict[str, tuple[str, Refusal]] = {
    "nothing": ("", Refusal.GARBAGE),
    "half a character": ("\udcff\udcfe", Refusal.GARBAGE),
    "a zero": ("\0", Refusal.GARBAGE),
    "a name alone": ("LBPC1:", Refusal.TAMPERED),
    "other letters": ("LBPC1:æøå", Refusal.TAMPERED),
    "cut by one": (TEXT[:-1], Refusal.TAMPERED),
    "something after": (TEXT + "000", Refusal.TAMPERED),
    "twice": (TEXT + TEXT, Refusal.TAMPERED),
    "a check alone": (code(b""), Refusal.TAMPERED),
    "a later version": (TEXT.replace("LBPC1:", "LBPC2:"), Refusal.NEWER),
    "keys": ("LBPK1:000", Refusal.OTHER_KIND),
    "too long": (TEXT + "0" * 4000, Refusal.OVERSIZE),
    "huge": ("LBPC1:" + "A" * 20_000_000, Refusal.OVERSIZE),
    "huge and blank": (" " * 20_000_000, Refusal.OVERSIZE),
    "a bomb": (code(zlib.compress(bytes(1_000_000), 9)), Refusal.OUT_OF_BOUNDS),
    "a list": (code(cbor2.dumps([1, 2])), Refusal.OUT_OF_BOUNDS),
    "more after it": (code(cbor2.dumps(CONTENT, canonical=True) + b"\0"), Refusal.OUT_OF_BOUNDS),
    "another order": (
        code(cbor2.dumps(dict(reversed(CONTENT.items())))),
        Refusal.OUT_OF_BOUNDS,
    ),
    **{name: (code(said), Refusal.OUT_OF_BOUNDS) for name, said in HOSTILE_CBOR.items()},
}


@pytest.mark.parametrize(("text", "expected"), CLASSES.values(), ids=CLASSES)
@pytest.mark.full
def test_each_damage_of_a_class_has_its_name(text: str, expected: Refusal) -> None:
    began = time.thread_time()
    assert class_refusal(text) is expected
    assert time.thread_time() - began < MOST
    assert isinstance(class_code.read(TEXT), ClassPlan)


def _flipped_letter(dice: Dice) -> str:
    at = dice.randrange(len(TEXT))
    return TEXT[:at] + chr(dice.randrange(1, 0x250)) + TEXT[at + 1 :]


def _spliced_text(dice: Dice) -> str:
    other = class_code.text_of(plan_by(dice.randrange(50)))
    return TEXT[: dice.randrange(len(TEXT))] + other[dice.randrange(len(other)) :]


def _noise_in_letters(dice: Dice) -> str:
    return class_code.NAME + "".join(dice.choices(base45.ALPHABET, k=dice.randrange(3000)))


def _noise_with_a_check(dice: Dice) -> str:
    return code(dice.randbytes(dice.randrange(600)))


def _near_class(dice: Dice) -> str:
    body = bytearray(cbor2.dumps(CONTENT, canonical=True))
    for _ in range(dice.randint(1, 4)):
        body[dice.randrange(len(body))] = dice.randrange(256)
    return code(bytes(body))


def _odd_class(dice: Dice) -> str:
    try:
        return code(cbor2.dumps(odd(dice, CONTENT), canonical=True))
    except UnicodeEncodeError:  # half a character, which CBOR has no bytes for
        return code(b"\x62\xed\xa0")


def _letters(dice: Dice) -> str:
    return "".join(chr(dice.randrange(0xD800)) for _ in range(dice.randrange(60)))


HOSTILE_TEXTS = (
    _flipped_letter, _spliced_text, _noise_in_letters, _noise_with_a_check, _near_class,
    _odd_class, _letters,
)  # fmt: skip


@pytest.mark.parametrize("count", [700, pytest.param(100_000, marks=FULL)])
@pytest.mark.timeout(1800)
@pytest.mark.full
def test_whatever_text_comes_is_a_class_or_one_kind_of_refusal(count: int) -> None:
    """What can be read after all (another letter of its name) is a whole class."""
    dice, slow, refused = Dice(9), 0, 0
    for number in range(count):
        text = HOSTILE_TEXTS[number % len(HOSTILE_TEXTS)](dice)
        began = time.thread_time()
        try:
            assert isinstance(class_code.read(text), ClassPlan)
        except PlanRefusedError as error:
            refused += error.refusal in Refusal
        slow += time.thread_time() - began > MOST
    assert refused > 0.8 * count
    assert slow == 0


# --- memory -------------------------------------------------------------------------------------


@FULL
def test_the_memory_for_a_bomb_is_bounded() -> None:
    """In a process of its own. A report may take a few times what the largest one holds, and no
    more, though the bomb unpacks to 100 MB.
    """
    code = """if True:
        import zlib
        from pathlib import Path
        from lbp_app.errors import InputRefusedError
        from lbp_app.exchange import class_code
        from tests.test_hostile import FILE, TEXT, code, read_report, sealed
        def highest():
            lines = Path("/proc/self/status").read_text().splitlines()
            return next(int(one.split()[1]) for one in lines if one.startswith("VmHWM"))
        packer = zlib.compressobj(9)
        packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(100)) + packer.flush()
        for read, whole, bomb in (
            (read_report, FILE, sealed(packed)),
            (class_code.read, TEXT, code(zlib.compress(bytes(1_000_000), 9))),
        ):
            read(whole)
            Path("/proc/self/clear_refs").write_text("5")  # the highest so far is forgotten
            before = highest()
            for _ in range(20):
                try: read(bomb)
                except InputRefusedError: pass
                else: raise AssertionError
            print(highest() - before)
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    report_kib, class_kib = map(int, done.stdout.split())
    assert report_kib < 12 * 1024
    assert class_kib < 1024
