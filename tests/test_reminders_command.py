"""`lbp reminders`: rules in, rings out, or one sentence and nothing else."""

import json
import re

import pytest

from lbp_app import cli

A = {
    "id": "a",
    "what": "exercise",
    "times": ["08:00", "19:30"],
    "weekdays": [1, 3, 5],
    "start": "2026-03-01",
    "until": None,
    "zone": "floating",
}
B = {
    "id": "b",
    "what": "walk",
    "times": ["02:30"],
    "every_days": 2,
    "start": "2026-03-01",
    "until": "2026-06-30",
    "zone": "Europe/Copenhagen",
}
GIVEN = {"rules": [A, B], "quiet": ["22:00", "07:00"], "paused": [["2026-07-06", "2026-07-26"]]}
PERIOD = ("2026-03-27", "2026-03-31", "Europe/Copenhagen")


def run(tmp_path, capsys, rules, period=PERIOD, *more: str) -> tuple[int, str, str]:
    file = tmp_path / "regler å.json"
    file.write_bytes(rules if isinstance(rules, bytes) else json.dumps(rules).encode())
    first, end, zone = period
    asked = ["--from", first, "--to", end, "--tz", zone, "--rules", str(file)]
    code = cli.main(["reminders", *asked, "--data", str(tmp_path / "none"), *more])
    return code, *capsys.readouterr()


def found(tmp_path, capsys, rules, period=PERIOD) -> list[tuple[str, str]]:
    code, out, err = run(tmp_path, capsys, rules, period)
    assert (code, err) == (0, "")
    assert all(list(one) == ["id", "at"] for one in json.loads(out))
    return [(one["id"], one["at"]) for one in json.loads(out)]


def test_the_rules_of_the_issue(tmp_path, capsys):
    assert found(tmp_path, capsys, GIVEN) == [
        ("b", "2026-03-27T07:00:00+01:00"),
        ("a", "2026-03-27T08:00:00+01:00"),
        ("a", "2026-03-27T19:30:00+01:00"),
        ("b", "2026-03-29T07:00:00+02:00"),
        ("a", "2026-03-30T08:00:00+02:00"),
        ("a", "2026-03-30T19:30:00+02:00"),
    ]
    plain = {"rules": [B]}
    assert found(tmp_path, capsys, plain)[1] == ("b", "2026-03-29T03:30:00+02:00")


def test_what_may_be_left_out(tmp_path, capsys):
    bare = {k: A[k] for k in ("id", "what", "times", "start", "zone")}
    assert len(found(tmp_path, capsys, {"rules": [bare]})) == 8  # every day
    assert found(tmp_path, capsys, {"rules": []}) == []
    assert found(tmp_path, capsys, GIVEN, ("2026-03-27", "2026-03-27", "UTC")) == []


def test_times_are_told_in_the_zone_that_was_asked_for(tmp_path, capsys):
    later = found(
        tmp_path, capsys, {"rules": [B]}, ("2026-03-26", "2026-03-27", "America/New_York")
    )
    assert later == [("b", "2026-03-26T21:30:00-04:00")]


def test_own_reminders_of_a_folder_without_any(tmp_path, capsys):
    asked = ["--from", "2026-03-01", "--to", "2026-04-01", "--tz", "UTC"]
    assert cli.main(["reminders", *asked, "--data", str(tmp_path / "none")]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert not (tmp_path / "none").exists()


def without(field: str) -> dict[str, object]:
    return {"rules": [{k: v for k, v in A.items() if k != field}]}


def changed(**fields: object) -> dict[str, object]:
    return {"rules": [A | fields]}


REFUSED = {
    "empty": b"",
    "half": b'{"rules": [',
    "not utf-8": b'{"rules": [], "\xff": 1}',
    "utf-16": '{"rules": []}'.encode("utf-16"),
    "nested": b"[" * 200_000,
    "digits": b'{"rules": [{"every_days": ' + b"9" * 5000 + b"}]}",
    "large": b" " * 1_000_001,
    "name twice": b'{"rules": [], "rules": []}',
    "a list": [],
    "no rules": {},
    "rules as object": {"rules": {}},
    "rule as text": {"rules": ["a"]},
    "unknown above": {"rules": [], "more": 1},
    "unknown in a rule": changed(snooze=5),
    **{f"no {field}": without(field) for field in ("id", "what", "times", "start", "zone")},
    **{
        f"null {field}": changed(**{field: None})
        for field in ("id", "what", "times", "start", "zone")
    },
    "null rules": {"rules": None},
    "a null": None,
    "a number": 1,
    "with a mark of order": b'\xef\xbb\xbf{"rules": [], "more": 1}',
    "not a number": b'{"rules": [], "quiet": NaN}',
    "endless": b'{"rules": [{"every_days": Infinity}]}',
    "name twice in a rule": b'{"rules": [{"id": "a", "id": "b"}]}',
    "a comma too many": b'{"rules": [],}',
    "more after it": b'{"rules": []} {"rules": []}',
    "deep in a rule": b'{"rules": [' + b'{"id":' * 100_000 + b"1" + b"}" * 100_000 + b"]}",
    "unknown name of a null": changed(days=None),
    "id twice": {"rules": [A, A]},
    "id a number": changed(id=1),
    "id blank": changed(id=" "),
    "id half a character": b'{"rules": [' + json.dumps(A | {"id": "\ud800"}).encode() + b"]}",
    "what a list": changed(what=["walk"]),
    "no times": changed(times=[]),
    "times as text": changed(times="08:00"),
    **{
        f"time {time!r}": changed(times=[time])
        for time in ("24:00", "08:60", "8:00", "08:00:00", "08.00", "", 8, None, "٠٨:٠٠", "08:00\n")
    },
    **{
        f"weekdays {days!r}": changed(weekdays=days)
        for days in ([], [0], [8], [1.0], [True], ["1"], 1, "1", {"1": 2}, [1, None])
    },
    **{
        f"every {n!r}": {"rules": [B | {"every_days": n}]}
        for n in (0, -1, 2.0, 1.5, True, "2", [2])
    },
    "both": changed(every_days=2),
    **{
        f"start {day!r}": changed(start=day)
        for day in ("2026-02-30", "2026-3-1", "20260301", "2026-03-01T08:00", 2026, "0000-01-01")
    },
    "until before start": changed(until="2026-02-28"),
    **{
        f"zone {zone!r}": changed(zone=zone)
        for zone in ("Mars/Base", "", "../x", "Europe", 1, "\0")
    },
    **{
        f"quiet {quiet!r}": {"rules": [], "quiet": quiet}
        for quiet in (
            ["22:00"],
            [],
            ["22:00", "07:00", "08:00"],
            "22:00",
            [22, 7],
            ["22:00", "24:00"],
        )
    },
    **{
        f"paused {paused!r}": {"rules": [], "paused": paused}
        for paused in (
            ["2026-07-06"],
            [["2026-07-06"]],
            [["2026-07-06", "2026-07-07", "2026-07-08"]],
            [["2026-07-26", "2026-07-06"]],
            [["2026-07-06", None]],
            "2026",
            {},
        )
    },
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_does_not_fit_is_one_sentence(tmp_path, capsys, name):
    for language, last in (("da", "."), ("en", ".")):
        code, out, err = run(tmp_path, capsys, REFUSED[name], PERIOD, "--language", language)
        assert (code, out) == (2, "")
        assert err.count("\n") == 1 and err.endswith(f"{last}\n") and len(err) < 150
        assert "Traceback" not in err and "{" not in err


@pytest.mark.parametrize(
    "period",
    [
        ("2026-03-31", "2026-03-27", "UTC"),
        ("2026-03-01", "2026-02-30", "UTC"),
        ("igår", "2026-03-27", "UTC"),
        ("2026-03-01", "2026-03-27", "Mars/Base"),
        ("2026-03-01", "2026-03-27", "floating"),
        ("2026-03-01", "2026-03-27", ""),
    ],
)
def test_a_period_that_cannot_be(tmp_path, capsys, period):
    code, out, err = run(tmp_path, capsys, GIVEN, period)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_a_missing_file_a_folder_and_missing_options(tmp_path, capsys):
    period = ["--from", "2026-03-01", "--to", "2026-04-01", "--tz", "UTC"]
    for rules in (tmp_path, tmp_path / "none.json"):
        assert cli.main(["reminders", *period, "--rules", str(rules)]) == 2
    assert cli.main(["reminders", *period[:4]]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 3)


def test_a_range_of_many_years(tmp_path, capsys):
    ends = {"rules": [A | {"until": "2026-12-31"}]}
    assert len(found(tmp_path, capsys, ends, ("0001-01-01", "9999-12-31", "UTC"))) == 2 * 131


@pytest.mark.full
def test_numbers_as_large_as_they_come(tmp_path, capsys):
    rare = {"rules": [B | {"every_days": 10**30, "until": None}]}
    assert found(tmp_path, capsys, rare, ("2026-01-01", "9999-12-31", "UTC")) == [
        ("b", "2026-03-01T01:30:00+00:00")
    ]
    late = {"rules": [A | {"start": "9999-12-31", "weekdays": None}]}
    assert found(tmp_path, capsys, late, ("9999-12-30", "9999-12-31", "UTC")) == []
    early = {"rules": [A | {"start": "0001-01-01", "until": "0001-01-07", "weekdays": [1]}]}
    assert len(found(tmp_path, capsys, early, ("0001-01-01", "0002-01-01", "UTC"))) == 2


def test_every_option_is_needed_and_known(tmp_path, capsys):
    file = tmp_path / "r.json"
    file.write_text('{"rules": []}')
    asked = {"--from": "2026-03-01", "--to": "2026-04-01", "--tz": "UTC", "--rules": str(file)}
    for left_out in ("--from", "--to", "--tz"):
        some = [word for pair in asked.items() if pair[0] != left_out for word in pair]
        assert cli.main(["reminders", *some]) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
    every = [word for pair in asked.items() for word in pair]
    for more in (["--days", "3"], ["more"]):
        assert cli.main(["reminders", *every, *more]) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
    assert cli.main(["reminders", *every]) == 0


def test_a_file_that_may_not_be_read_and_one_that_never_ends(tmp_path, capsys):
    period = ["--from", "2026-03-01", "--to", "2026-04-01", "--tz", "UTC"]
    loop = tmp_path / "loop.json"
    loop.symlink_to(loop)
    for rules in (loop, "/dev/zero", "/dev/null", "", "x" * 5000, "a\0b"):
        assert cli.main(["reminders", *period, "--rules", str(rules)]) == 2, rules
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1), rules


def sequences(calendar: bytes) -> list[int]:
    return [int(one) for one in re.findall(rb"SEQUENCE:(\d+)", calendar)]


@pytest.mark.full
def test_the_calendar_beside_the_list(tmp_path, capsys):
    file = tmp_path / "påmindelser.ics"
    code, out, err = run(tmp_path, capsys, GIVEN, PERIOD, "--ics", str(file))
    assert (code, len(json.loads(out)), err) == (0, 6, "")
    assert file.read_bytes().count(b"BEGIN:VEVENT") == 3
    first = sequences(file.read_bytes())
    moved = {"rules": [A | {"times": ["09:00", "19:30"]}, B]}
    assert run(tmp_path, capsys, moved, PERIOD, "--ics", str(file))[0] == 0
    assert max(sequences(file.read_bytes())) > max(first)
    file.write_bytes(b"")
    assert run(tmp_path, capsys, GIVEN, PERIOD, "--ics", str(file))[0] == 0


def test_a_file_that_is_no_calendar_of_ours_is_left_alone(tmp_path, capsys):
    file = tmp_path / "regler å.json"
    for place in (file, tmp_path, tmp_path / "none" / "a.ics"):
        code, out, err = run(tmp_path, capsys, GIVEN, PERIOD, "--ics", str(place))
        assert (code, out, err.count("\n")) == (2, "", 1)
    assert json.loads(file.read_bytes()) == GIVEN
