"""`lbp triage`: JSON in, JSON out, or one sentence and nothing else."""

import io
import json
import subprocess
import sys

import pytest

from lbp_app import cli
from lbp_app.exchange.rules import loaded
from tests.second_reading import KEYS

GIVEN = {
    "answers": {"saddle_numbness": True, "night_pain": "unknown"},
    "region": "sjaelland",
    "at": "2026-05-04T21:10:00+02:00",
    "language": "da",
}


class Input:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def run(monkeypatch, capsys, data: bytes | str, language: str = "da") -> tuple[int, str, str]:
    monkeypatch.setattr("sys.stdin", Input(data if isinstance(data, bytes) else data.encode()))
    code = cli.main(["triage", "--language", language])
    return code, *capsys.readouterr()


def result(monkeypatch, capsys, given: dict[str, object]) -> dict[str, object]:
    code, out, err = run(monkeypatch, capsys, json.dumps(given))
    assert (code, err) == (0, "")
    return json.loads(out)


def test_a_result_has_exactly_what_it_should(monkeypatch, capsys):
    said = result(monkeypatch, capsys, GIVEN)
    assert list(said) == [
        "tier", "reasons", "actions", "title", "text", "unanswered", "complete", "rules_version",
    ]  # fmt: skip
    assert said["tier"] == "emergency_now"
    source = "002 §6.2, 002 Tabel 2, GMK"
    assert said["reasons"] == [
        {"rule": "saddle_numbness", "signs": ["saddle_numbness"], "source": source}
    ]
    assert said["actions"] == [
        {"kind": "call_acute", "label": "Lægevagten i Region Sjælland", "phone": "1818"},
        {"kind": "call_112", "label": "Alarmcentralen", "phone": "112"},
    ]
    assert (said["title"], said["complete"]) == ("Ring nu", False)
    open_keys = [k for k in KEYS if k not in GIVEN["answers"] and not k.startswith("a")]
    assert [k for k in said["unanswered"] if not k.startswith("a")] == open_keys
    assert said["rules_version"] == loaded().version


def test_the_whole_of_it_answered(monkeypatch, capsys):
    answers = dict.fromkeys(KEYS, False)
    said = result(monkeypatch, capsys, GIVEN | {"answers": answers, "language": "en"})
    assert (said["tier"], said["complete"], said["unanswered"]) == ("watch", True, [])
    assert said["text"].startswith("Your answers show no signs needing a doctor now.")
    assert [action["kind"] for action in said["actions"]] == ["continue"]


@pytest.mark.full
def test_the_region_and_the_hour_decide_whom_to_ring(monkeypatch, capsys):
    def first(**changed: object) -> tuple[object, object]:
        call = result(monkeypatch, capsys, GIVEN | changed)["actions"][0]
        return call["kind"], call["phone"]

    assert first(region="hovedstaden") == ("call_acute", "1813")
    assert first(at="2026-05-04T10:00:00+02:00") == ("call_gp", None)
    assert first(at="2026-05-04T08:00:00Z") == ("call_gp", None)
    assert first(at="2026-05-14T10:00:00+02:00") == ("call_acute", "1818")
    assert first(at="2027-01-02T10:00:00+01:00") == ("call_acute", None)
    assert first(at="2026-12-31T23:30:00Z", region="syddanmark") == ("call_acute", None)
    assert first(at="2026-05-04T21:10:00") == ("call_acute", "1818")


def test_only_the_answers_are_needed(monkeypatch, capsys):
    said = result(monkeypatch, capsys, {"answers": {}})
    assert (said["tier"], said["complete"]) == ("watch", False)
    assert "Der mangler svar om:" in said["text"]


def test_a_file_is_read_as_well_and_a_byte_order_mark_does_not_hurt(tmp_path, capsys):
    file = tmp_path / "svar å.json"
    file.write_text(json.dumps(GIVEN), "utf-8-sig")
    assert cli.main(["triage", str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["tier"] == "emergency_now"


def given(**changed: object) -> str:
    return json.dumps(GIVEN | changed)


REFUSED = {
    "empty": "",
    "blank": " \n",
    "half": '{"answers": {"night_pain": tr',
    "two": "{} {}",
    "not utf-8": b'{"answers": {"\xff": true}}',
    "utf-16": '{"answers": {}}'.encode("utf-16"),
    "nested lists": "[" * 200_000,
    "nested objects": '{"answers":' * 100_000,
    "closed nest": '{"answers": ' + "[" * 99_000 + "]" * 99_000 + "}",
    "a long number": '{"answers": {"night_pain": ' + "9" * 5000 + "}}",
    "not a number": '{"answers": {"night_pain": NaN}}',
    "infinite": '{"answers": {"night_pain": -Infinity}}',
    "too large": '{"answers": {}}' + " " * 1_000_000,
    "a list": "[]",
    "null": "null",
    "a word": '"answers"',
    "no answers": "{}",
    "answers are a list": given(answers=[]),
    "answers are null": given(answers=None),
    "an unknown field": given(name="Birgit"),
    "an unknown sign": given(answers={"night_pains": True}),
    "a rule as a sign": given(answers={"C1": True}),
    "half a character": '{"answers": {"\\ud800": true}}',
    "a doubled field": '{"answers": {}, "answers": {}}',
    "a doubled sign": '{"answers": {"night_pain": true, "night_pain": false}}',
    "doubled by escape": '{"answers": {"night_pain": true, "night\\u005fpain": true}}',
    "one": given(answers={"night_pain": 1}),
    "zero": given(answers={"night_pain": 0}),
    "yes": given(answers={"night_pain": "yes"}),
    "Unknown": given(answers={"night_pain": "Unknown"}),
    "null as an answer": given(answers={"night_pain": None}),
    "a list as an answer": given(answers={"night_pain": [True]}),
    "an object as an answer": given(answers={"night_pain": {}}),
    "an unknown region": given(region="skåne"),
    "a number as region": given(region=1),
    "a list as region": given(region=["sjaelland"]),
    "an unknown language": given(language="klingon"),
    "no language": given(language=None),
    "tomorrow": given(at="i morgen"),
    "no such month": given(at="2026-13-04T21:10:00+02:00"),
    "no such day": given(at="2026-02-30T21:10:00+01:00"),
    "no such hour": given(at="2026-05-04T25:10:00+02:00"),
    "no such zone": given(at="2026-05-04T21:10:00+99:00"),
    "no hour": given(at="2026-05-04"),
    "a number as time": given(at=1777921800),
    "no time": given(at=None),
    "before the year 1": given(at="0001-01-01T00:00:00+02:00"),
    "after the year 9999": given(at="9999-12-31T23:59:59-02:00"),
    "other digits": given(at="٢٠٢٦-05-04T21:10:00+02:00"),
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.full
def test_what_does_not_fit_is_one_sentence_and_nothing_else(monkeypatch, capsys, data, language):
    code, out, err = run(monkeypatch, capsys, data, language)
    assert (code, out) == (2, "")
    assert err.endswith(".\n")
    assert err.count("\n") == 1
    for told in ("Traceback", "Birgit", "skåne", "klingon", "night_pain", "Error"):
        assert told not in err


def test_the_sentence_is_in_the_language_asked_for(monkeypatch, capsys):
    assert run(monkeypatch, capsys, "", "da")[2].startswith("Det er ikke hel JSON.")
    assert run(monkeypatch, capsys, "", "en")[2].startswith("This is not whole JSON.")


@pytest.mark.parametrize("name", ["no such.json", ".", "a\0b", "x" * 5000])
@pytest.mark.full
def test_a_file_that_cannot_be_read(capsys, tmp_path, name):
    assert cli.main(["triage", f"{tmp_path}/{name}", "--language", "da"]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", "Filen kan ikke læses. Se efter, om navnet er rigtigt.\n")


@pytest.mark.full
def test_as_it_is_typed():
    done = subprocess.run(
        [sys.executable, "-m", "lbp_app", "triage"],
        input=json.dumps(GIVEN).encode(),
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    assert json.loads(done.stdout)["tier"] == "emergency_now"


def test_two_files_are_a_usage_error(capsys):
    assert cli.main(["triage", "a", "b"]) == 2
    assert capsys.readouterr().out == ""
