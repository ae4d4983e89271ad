"""A patient's report to their physiotherapist: what goes along, who reads it, what is refused."""

import json
import re
import shutil
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from lbp_app.actions import (
    care_plan,
    colleague,
    diary,
    doctor_card,
    flare,
    goal,
    home_test,
    pairing,
    plan_handing,
    report_back,
)
from lbp_app.actions import handing_over as keys
from lbp_app.actions import participant as people
from lbp_app.actions import participant_report as reports
from lbp_app.actions.history import undo
from lbp_app.content.failures import SENTENCES
from lbp_app.exchange import participant_report as exchange
from lbp_app.exchange.pairing import BoxKey
from lbp_app.exchange.sealed import Cost
from lbp_app.exchange.signing import SigningKey
from lbp_app.model.diary import CheckIn, Scale
from lbp_app.model.doctor_card import CardPart
from lbp_app.model.exercise import Group, Level
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.home_test import HomeTest
from lbp_app.model.pairing import Pairing
from lbp_app.model.participant_report import ReportRefusal, ReportRefusedError, ToldPart
from lbp_app.model.session import After
from lbp_app.services import Services, services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import open_database
from tests.builders import NOW, TODAY, YESTERDAY, Hand, other_person, refused_with
from tests.physio import participant_of, physio_of
from tests.test_doctor_card import check
from tests.trained import trained

QUESTION = "Må jeg løbe på øen igen?"


@pytest.fixture
def clinic(tmp_path: Path, hand: Hand, new_folder: Path) -> Iterator[Services]:
    """The physiotherapist's device."""
    clock = hand.clock()
    database = open_database(shutil.copytree(new_folder, tmp_path / "clinic"), clock)
    person_id, _ = DeviceStore(database).active_person()
    yield physio_of(services_for(database, person_id, clock, lambda: None))
    database.close()


@pytest.fixture
def birgit(clinic: Services) -> str:
    return participant_of(clinic)


@pytest.fixture
def mette(services: Services, clinic: Services, birgit: str) -> Pairing:
    return paired(services, clinic, birgit)


def paired(patient: Services, clinic: Services, who: str, typed: bool = False) -> Pairing:
    """Both ways, as two people do it."""
    message, _ = keys.pairing_message(clinic, "Mette")
    begun = pairing.begin_pairing(patient, message)
    said = pairing.answer(patient, begun.id)
    answer = keys.read_answer(clinic, said.letters if typed else said.text)
    plan_handing.confirm_pairing(clinic, who, answer)
    pairing.confirm_pairing(patient, begun.id)
    return begun


def live(patient: Services) -> None:
    """Something of every part."""
    doctor_card.write(patient, CardPart.QUESTIONS, QUESTION)
    for back in range(10):
        day = TODAY - timedelta(days=back)
        patient.diary.put(CheckIn(day, back_pain=back), Scale.BACK)
    diary.write_note(patient, YESTERDAY, "Blåbærgrød på øen")
    one = trained(TODAY - timedelta(days=3), "3.1", "5.4", after=After.SORE)
    patient.sessions.put(one.id, one)
    care_plan.set_level(patient, Group.RISE, Level.TWO)
    care_plan.try_level(patient, Group.BEND, Level.THREE)
    flare.start_flare(patient)
    check(patient, "leg_pain_radiating")
    goal.rate_goal(patient, goal.set_goal(patient, "Gå til bageren").key, 4)
    home_test.note_result(patient, HomeTest.CHAIR_STANDS, 11)


def refusal(action: Callable[[], object]) -> ReportRefusal:
    with pytest.raises(ReportRefusedError) as refused:
        action()
    return refused.value.refusal


# --- there and back -----------------------------------------------------------------------------


@pytest.mark.full
def test_what_was_told_comes_over_as_it_was(
    services: Services, clinic: Services, birgit: str, mette: Pairing
) -> None:
    live(services)
    report_back.choose_part(services, ToldPart.NOTES, True)
    told = report_back.told(services, mette)
    assert all((told.days, told.trained, told.steps, told.tried, told.flares, told.signs))
    assert all((told.tests, told.aims, told.levels, told.question == QUESTION))
    received = reports.look_into(clinic, report_back.lock_report(services, mette.id), birgit)
    assert (received.whose.id, received.sent.told) == (birgit, told)
    assert reports.told_by(clinic, birgit) == []
    reports.take_in(clinic, received)
    assert reports.told_by(clinic, birgit) == [told]


@pytest.mark.full
def test_notes_go_along_only_when_they_were_ticked(services: Services, mette: Pairing) -> None:
    live(services)
    assert "Blåbær" not in repr(report_back.told(services, mette))
    report_back.choose_part(services, ToldPart.NOTES, True)
    assert "Blåbær" in repr(report_back.told(services, mette))


@pytest.mark.parametrize("part", [*ToldPart])
@pytest.mark.full
def test_what_is_left_out_is_not_told(services: Services, mette: Pairing, part: ToldPart) -> None:
    live(services)
    report_back.choose_part(services, ToldPart.NOTES, True)
    whole = vars(report_back.told(services, mette))
    report_back.choose_part(services, part, False)
    told = vars(report_back.told(services, mette))
    own = {
        ToldPart.DIARY: {"days"},
        ToldPart.TRAINING: {"trained"},
        ToldPart.LEVELS: {"levels", "steps", "tried"},
        ToldPart.FLARES: {"flares"},
        ToldPart.SIGNS: {"signs"},
        ToldPart.GOALS: {"tests", "aims"},
        ToldPart.NOTES: {"days"},
    }
    assert {name for name in whole if whole[name] != told[name]} == {"parts", *own[part]}


@pytest.mark.full
def test_thoughts_are_never_told_nor_how_much_they_hurry(
    services: Services, mette: Pairing
) -> None:
    check(services, "leg_pain_radiating", "suicidal_thoughts")
    signs = report_back.told(services, mette).signs
    assert signs and signs.tier is None
    assert signs.yes == ("leg_pain_radiating",)


def test_the_signs_are_those_of_the_period(services: Services, mette: Pairing, hand: Hand) -> None:
    """Also where something older, which hurries more, was never told to a doctor."""
    check(services, "saddle_numbness")
    hand.move(days=60)
    check(services, "leg_pain_radiating")
    report_back.choose_period(services, services.clock.today(), services.clock.today())
    signs = report_back.told(services, mette).signs
    assert signs and signs.day == services.clock.today()
    assert signs.yes == ("leg_pain_radiating",)


def test_signs_at_night_belong_to_the_day_before(
    services: Services, mette: Pairing, hand: Hand
) -> None:
    hand.at = NOW.replace(day=6, hour=1, minute=30)
    check(services, "leg_pain_radiating")
    signs = report_back.told(services, mette).signs
    assert signs and signs.day == services.clock.today() == date(2026, 10, 5)


@pytest.mark.full
def test_the_next_one_goes_on_where_the_last_one_ended(
    services: Services, clinic: Services, birgit: str, mette: Pairing, hand: Hand
) -> None:
    assert report_back.period_for(services, mette).days == report_back.DAYS
    report_back.choose_period(services, YESTERDAY, YESTERDAY)
    first = reports.look_into(clinic, report_back.lock_report(services, mette.id))
    hand.move(days=14)
    period = report_back.period_for(services, mette)
    assert (period.first, period.last) == (YESTERDAY, TODAY + timedelta(days=14))
    second = reports.look_into(clinic, report_back.lock_report(services, mette.id))
    assert second.sent.sequence > first.sent.sequence


@pytest.mark.full
def test_two_in_one_second_follow_each_other(services: Services, mette: Pairing) -> None:
    own = BoxKey(services.pairings.secret(mette.id) or b"")
    assert own
    sequences = []
    for _ in range(3):
        report_back.lock_report(services, mette.id)
        sequences.append(services.device.get(f"report_back.{services.person.get().id}"))
    numbers = [kept["last"][mette.id]["sequence"] for kept in sequences]
    assert numbers == sorted(set(numbers))


@pytest.mark.full
def test_it_is_told_of_what_left_the_device(services: Services, mette: Pairing) -> None:
    made = report_back.lock_report(services, mette.id)
    (one,) = services.hand_overs.all()
    assert (one.what, one.size) == (HandedOver.REPORT_BACK, len(made))


@pytest.mark.full
def test_an_ended_connection_gets_none(services: Services, mette: Pairing) -> None:
    pairing.end_pairing(services, mette.id)
    assert report_back.physios(services) == []
    made = refused_with(lambda: report_back.lock_report(services, mette.id))
    assert made == "error.pairing_none"


@pytest.mark.full
def test_an_answer_of_sixteen_letters_is_enough(
    services: Services, clinic: Services, birgit: str
) -> None:
    one = paired(services, clinic, birgit, typed=True)
    received = reports.look_into(clinic, report_back.lock_report(services, one.id), birgit)
    assert received.whose.id == birgit


@pytest.mark.full
def test_nothing_of_it_can_be_read_in_the_file(services: Services, mette: Pairing) -> None:
    live(services)
    made = report_back.lock_report(services, mette.id)
    assert QUESTION.encode() not in made
    assert b"back_pain" not in made
    assert QUESTION in report_back.plain_report(services).decode()


def test_the_vector_of_the_format_opens() -> None:
    """docs/exchange-format.md: written once, and readable ever after."""
    page = (Path(__file__).parent.parent / "docs" / "exchange-format.md").read_text()
    (vector,) = re.findall(r"^[0-9a-f]{300,}$", page, re.MULTILINE)
    file = exchange.read(bytes.fromhex(vector))
    assert exchange.is_for(file, SigningKey(bytes(range(32))).public)
    sent = exchange.opened(file, BoxKey(bytes(range(64, 96))))
    assert (sent.tag, sent.sequence, sent.told.question) == ("fbdbb8061b5c8ea2", 7, "Hvornår?")
    assert sent.told.days == (CheckIn(date(2026, 10, 1), back_pain=4),)


# --- kept ---------------------------------------------------------------------------------------


def take(patient: Services, clinic: Services, one: Pairing) -> Any:
    return reports.take_in(
        clinic, reports.look_into(clinic, report_back.lock_report(patient, one.id))
    )


@pytest.mark.full
def test_taking_in_can_be_undone_and_done_again(
    services: Services, clinic: Services, birgit: str, mette: Pairing, hand: Hand
) -> None:
    take(services, clinic, mette)
    hand.move(days=7)
    data = report_back.lock_report(services, mette.id)
    change = reports.take_in(clinic, reports.look_into(clinic, data))
    assert len(reports.told_by(clinic, birgit)) == 2
    undo(clinic, change)
    assert len(reports.told_by(clinic, birgit)) == 1
    undone = reports.take_in(clinic, reports.look_into(clinic, data))
    assert len(reports.told_by(clinic, birgit)) == 2
    undo(clinic, undo(clinic, undone))
    assert len(reports.told_by(clinic, birgit)) == 2


@pytest.mark.full
def test_it_goes_with_the_participant(
    services: Services, clinic: Services, birgit: str, mette: Pairing
) -> None:
    live(services)
    take(services, clinic, mette)
    people.remove_participant(clinic, birgit)
    people.forget_participant(clinic, birgit)
    assert clinic.participant_reports.of(birgit) == []
    assert clinic.history.of("participant_report", birgit) == []


def test_a_colleague_gets_it_too(
    services: Services, clinic: Services, birgit: str, mette: Pairing
) -> None:
    live(services)
    take(services, clinic, mette)
    data = colleague.hand_participant(clinic, birgit, "korrekt hest batteri", Cost(1, 1, 8))
    colleague.take_in(clinic, colleague.look_into(clinic, data, "korrekt hest batteri"))
    ours, theirs = people.participants(clinic)
    assert reports.told_by(clinic, theirs.id) == reports.told_by(clinic, ours.id) != []


# --- refused ------------------------------------------------------------------------------------


def locked(patient: Services, one: Pairing, **changed: Any) -> bytes:
    """As the app would never make it."""
    sent = replace(report_back._sent(patient, one), **changed)
    own = BoxKey(patient.pairings.secret(one.id) or b"")
    return exchange.locked(sent, own, bytes.fromhex(one.box))


def packed(patient: Services, one: Pairing, content: bytes, monkeypatch: Any) -> bytes:
    """Locked as it should be, with another content."""
    with monkeypatch.context() as patched:
        patched.setattr(exchange, "plain", lambda _: content)
        return locked(patient, one)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", ReportRefusal.GARBAGE),
        (b"\0" * 200, ReportRefusal.GARBAGE),
        (b"hej", ReportRefusal.GARBAGE),
        (b"%PDF-1.4 ...", ReportRefusal.OTHER_KIND),
        (b"LBP1:ABC", ReportRefusal.OTHER_KIND),
        (b"RYGVEJ-BACKUP\r\n\1", ReportRefusal.OTHER_KIND),
        (b"RYGVEJ-REPORT\r\n", ReportRefusal.DAMAGED),
        (b"RYGVEJ-REPORT\r\n\1" + b"x" * 200, ReportRefusal.DAMAGED),
        (b"RYGVEJ-REPORT\n\1" + b"x" * 200, ReportRefusal.GARBAGE),
        (b"RYGVEJ-REPORT\r\n\2" + b"x" * 200, ReportRefusal.NEWER),
        (b"x" * (exchange.LARGEST + 1), ReportRefusal.OVERSIZE),
    ],
)
@pytest.mark.full
def test_what_is_no_report_is_called_what_it_is(
    clinic: Services, birgit: str, data: bytes, why: ReportRefusal
) -> None:
    assert refusal(lambda: reports.look_into(clinic, data, birgit)) is why


@pytest.mark.full
def test_a_plain_one_has_no_sender(services: Services, clinic: Services, mette: Pairing) -> None:
    plain = report_back.plain_report(services)
    assert refusal(lambda: reports.look_into(clinic, plain)) is ReportRefusal.PLAIN


@pytest.mark.full
def test_every_changed_byte_is_noticed(
    services: Services, clinic: Services, birgit: str, mette: Pairing
) -> None:
    data = report_back.lock_report(services, mette.id)
    for at in range(0, len(data), 7):
        spoilt = data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :]
        why = refusal(lambda spoilt=spoilt: reports.look_into(clinic, spoilt))  # type: ignore[misc]
        assert why in (ReportRefusal.DAMAGED, ReportRefusal.GARBAGE, ReportRefusal.NEWER)
    for cut in (1, 8, 100, len(data) - 20):
        assert refusal(lambda cut=cut: reports.look_into(clinic, data[:-cut])) is (  # type: ignore[misc]
            ReportRefusal.DAMAGED
        )
    assert reports.look_into(clinic, data)


@pytest.mark.full
def test_a_forged_check_does_not_help(services: Services, clinic: Services, mette: Pairing) -> None:
    data = report_back.lock_report(services, mette.id)
    body = bytearray(data[: -exchange.CHECK])
    body[-1] ^= 1
    forged = bytes(body) + exchange._check(bytes(body))
    assert refusal(lambda: reports.look_into(clinic, forged)) is ReportRefusal.DAMAGED


@pytest.mark.full
def test_only_the_patient_can_have_made_it(
    services: Services, clinic: Services, birgit: str, mette: Pairing
) -> None:
    """Somebody who knows every public key, and puts the patient's into the head."""
    sent, stranger = report_back._sent(services, mette), BoxKey(bytes(range(32)))
    made = exchange.locked(sent, stranger, bytes.fromhex(mette.box))
    body = bytearray(made[: -exchange.CHECK])
    at = len(exchange.MAGIC) + 1 + 8
    body[at : at + 32] = bytes.fromhex(mette.own_box)
    forged = bytes(body) + exchange._check(bytes(body))
    assert refusal(lambda: reports.look_into(clinic, forged)) is ReportRefusal.DAMAGED


@pytest.mark.full
def test_a_key_that_everybody_knows_is_refused(
    services: Services, clinic: Services, mette: Pairing
) -> None:
    body = bytearray(report_back.lock_report(services, mette.id)[: -exchange.CHECK])
    body[exchange.HEAD.size - 32 : exchange.HEAD.size] = bytes(32)
    forged = bytes(body) + exchange._check(bytes(body))
    assert refusal(lambda: reports.look_into(clinic, forged)) is ReportRefusal.DAMAGED


@pytest.mark.full
def test_one_of_another_participant(
    services: Services, clinic: Services, birgit: str, mette: Pairing
) -> None:
    other = participant_of(clinic, "Anders", "15")
    data = report_back.lock_report(services, mette.id)
    with pytest.raises(ReportRefusedError) as refused:
        reports.look_into(clinic, data, other)
    assert refused.value.refusal is ReportRefusal.WRONG_PARTICIPANT
    assert refused.value.values == {"name": "Birgit · 14"}
    assert reports.look_into(clinic, data).whose.id == birgit


@pytest.mark.full
def test_one_from_a_patient_who_is_not_connected(
    services: Services, clinic: Services, birgit: str, mette: Pairing
) -> None:
    data = report_back.lock_report(services, mette.id)
    plan_handing.end_pairing(clinic, birgit)
    assert refusal(lambda: reports.look_into(clinic, data, birgit)) is ReportRefusal.NOT_PAIRED
    assert refusal(lambda: reports.look_into(clinic, data)) is ReportRefusal.UNKNOWN_KEY


@pytest.mark.full
def test_one_for_another_physiotherapist(
    services: Services, clinic: Services, birgit: str, mette: Pairing
) -> None:
    data = report_back.lock_report(services, mette.id)
    elsewhere = physio_of(other_person(services))
    assert refusal(lambda: reports.look_into(elsewhere, data)) is ReportRefusal.OTHER_PHYSIO


@pytest.mark.full
def test_the_same_twice_and_an_older_one(
    services: Services, clinic: Services, birgit: str, mette: Pairing, hand: Hand
) -> None:
    older = report_back.lock_report(services, mette.id)
    hand.move(days=1)
    newer = report_back.lock_report(services, mette.id)
    looked_at = reports.look_into(clinic, newer)
    reports.take_in(clinic, looked_at)
    assert refusal(lambda: reports.look_into(clinic, newer)) is ReportRefusal.REPLAY
    assert refusal(lambda: reports.take_in(clinic, looked_at)) is ReportRefusal.REPLAY
    assert refusal(lambda: reports.look_into(clinic, older)) is ReportRefusal.OLDER
    assert len(reports.told_by(clinic, birgit)) == 1


@pytest.mark.full
def test_one_of_a_day_to_come(services: Services, clinic: Services, mette: Pairing) -> None:
    ahead = TODAY + timedelta(days=2)
    data = locked(services, mette, made=ahead)
    assert refusal(lambda: reports.look_into(clinic, data)) is ReportRefusal.NOT_YET
    assert reports.look_into(clinic, locked(services, mette, made=TODAY + timedelta(days=1)))


@pytest.mark.full
def test_one_that_holds_a_cpr_number(services: Services, clinic: Services, mette: Pairing) -> None:
    told = replace(report_back.told(services, mette), question="Jeg er 010170-1234")
    data = locked(services, mette, told=told)
    assert refusal(lambda: reports.look_into(clinic, data)) is ReportRefusal.CPR


@pytest.mark.full
def test_what_unpacks_to_more_than_any_report_is_refused(
    services: Services, clinic: Services, mette: Pairing, monkeypatch: Any
) -> None:
    data = packed(services, mette, b" " * 300_000_000, monkeypatch)
    assert len(data) < exchange.LARGEST
    assert refusal(lambda: reports.look_into(clinic, data)) is ReportRefusal.OVERSIZE


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "noget"),
        (("id",), "../../x"),
        (("sequence",), -1),
        (("sequence",), True),
        (("made",), "i går"),
        (("told",), []),
        (("told", "first"), "2026-13-01"),
        (("told", "first"), "2027-01-01"),
        (("told", "first"), "1826-01-01"),
        (("told", "parts"), ["noget"]),
        (("told", "question"), "x" * 601),
        (("told", "days", 0, "back_pain"), 11),
        (("told", "days", 0, "back_pain"), "7"),
        (("told", "days", 0, "day"), "2020-01-01"),
        (("told", "days", 0, "day"), TODAY.isoformat()),
        (("told", "days", 0, "note"), "x" * 2001),
        (("told", "trained", 0, "kind"), "løb"),
        (("told", "trained", 0, "exercises"), ["99.99"]),
        (("told", "trained", 0, "minutes"), -1),
        (("told", "levels"), [1, 2]),
        (("told", "levels"), [9] * 8),
        (("told", "aims", 0, "ratings"), [[TODAY.isoformat(), 99]]),
        (("told", "tests", 0, "value"), 10**9),
    ],
)
@pytest.mark.full
def test_what_the_app_would_never_tell_is_refused(
    services: Services,
    clinic: Services,
    mette: Pairing,
    monkeypatch: Any,
    path: tuple[str | int, ...],
    value: object,
) -> None:
    live(services)
    said: Any = json.loads(exchange.plain(report_back._sent(services, mette)))
    at = said
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    data = packed(services, mette, json.dumps(said).encode(), monkeypatch)
    assert refusal(lambda: reports.look_into(clinic, data)) is ReportRefusal.OUT_OF_BOUNDS


@pytest.mark.full
def test_noise_that_was_locked_is_refused(
    services: Services, clinic: Services, mette: Pairing, monkeypatch: Any
) -> None:
    for noise in (b"", b"null", b"[" * 5000, b"\xff", b"1e999", b'{"format":1}', b"{}"):
        data = packed(services, mette, noise, monkeypatch)
        assert refusal(lambda data=data: reports.look_into(clinic, data)) is (  # type: ignore[misc]
            ReportRefusal.OUT_OF_BOUNDS
        )
    with monkeypatch.context() as patched:
        patched.setattr(zlib, "compress", lambda content, _: content)
        unpacked = locked(services, mette)
    assert refusal(lambda: reports.look_into(clinic, unpacked)) is ReportRefusal.OUT_OF_BOUNDS


@pytest.mark.full
def test_a_later_version_inside_says_so(
    services: Services, clinic: Services, mette: Pairing, monkeypatch: Any
) -> None:
    said: Any = json.loads(exchange.plain(report_back._sent(services, mette)))
    data = packed(services, mette, json.dumps({**said, "version": 2}).encode(), monkeypatch)
    assert refusal(lambda: reports.look_into(clinic, data)) is ReportRefusal.NEWER


def test_each_refusal_has_its_own_sentence() -> None:
    said = [SENTENCES[one.value] for one in ReportRefusal]
    assert len(set(said)) == len(said)


@pytest.mark.full
def test_a_refusal_changes_nothing(
    services: Services, clinic: Services, birgit: str, mette: Pairing
) -> None:
    keys.own_keys(clinic)
    with clinic.backups.now() as before:
        rows = [list(part.rows) for part in before.tables()]
    for data in (b"", report_back.plain_report(services)):
        refusal(lambda data=data: reports.look_into(clinic, data, birgit))  # type: ignore[misc]
    with clinic.backups.now() as after:
        assert [list(part.rows) for part in after.tables()] == rows


@pytest.mark.full
def test_days_are_dates(services: Services, mette: Pairing) -> None:
    assert isinstance(report_back.told(services, mette).first, date)
