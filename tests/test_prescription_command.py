"""`lbp prescription`, from outside: JSON out, or one sentence and 2."""

import io
import json
import os
import re
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lbp_app import cli
from lbp_app.cli import prescription as command
from lbp_app.exchange import prescription
from lbp_app.exchange.signing import fingerprint
from tests.prescribed import FIELDS, KEY, OTHER_KEY, PLAN
from tests.process import ROOT

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*given: object, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = cli.main(["prescription", *map(str, given), "--language", "en"])
        out, err = capsys.readouterr()
        return code, out, err

    return command


@pytest.fixture
def key(tmp_path: Path) -> Path:
    file = tmp_path / "min nøgle.pem"
    file.write_bytes(KEY.pem())
    return file


@pytest.fixture
def write(tmp_path: Path) -> Callable[[object], Path]:
    def written(plan: object) -> Path:
        file = tmp_path / "plan æ.json"
        whole = plan if isinstance(plan, bytes) else json.dumps(plan).encode()
        file.write_bytes(whole)
        return file

    return written


def result(given: tuple[int, str, str]) -> dict[str, Any]:
    code, out, err = given
    assert (code, err) == (0, "")
    read: dict[str, Any] = json.loads(out)
    return read


def refused(given: tuple[int, str, str]) -> str:
    code, out, err = given
    assert (code, out) == (2, "")
    assert err.count("\n") == 1 and err.endswith(".\n")
    assert "Traceback" not in err and "Error" not in err
    return err


def test_a_key_is_made_once_and_for_nobody_else(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "key"
    said = result(run("keygen", file))
    assert list(said) == ["public", "fingerprint"]
    assert re.fullmatch(r"[0-9a-f]{64}", said["public"])
    assert said["fingerprint"] == fingerprint(bytes.fromhex(said["public"]))
    assert re.fullmatch(r"\d{6}", said["fingerprint"])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_bytes()
    assert "already" in refused(run("keygen", file))
    assert file.read_bytes() == before
    assert result(run("keygen", tmp_path / "another"))["public"] != said["public"]


def test_a_key_is_never_laid_through_a_link_or_where_it_cannot_lie(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for place in ("link", ".", "no/such/folder/key", "a\0b", "x" * 5000):
        refused(run("keygen", f"{tmp_path}/{place}"))
    assert [one.name for one in tmp_path.iterdir()] == ["link"]


@pytest.mark.full
def test_the_whole_way(run: Run, tmp_path: Path, write: Callable[[object], Path]) -> None:
    made = result(run("keygen", tmp_path / "key"))
    said = result(run("encode", "--key", tmp_path / "key", write(FIELDS)))
    assert list(said) == ["typed", "text", "svg"]
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", said["typed"])
    assert said["text"].startswith("LBP1:")
    assert said["svg"].startswith("<svg ") and said["svg"].endswith("</svg>")
    read = result(run("decode", "--public", made["public"], said["text"]))
    expected = {"plan": FIELDS, "source": "signed", "verified": True, "expires": "2026-07-27"}
    assert read == expected
    assert list(read["plan"]) == list(FIELDS)
    assert result(run("decode", said["text"])) == {**expected, "verified": False}
    assert result(run("decode", "-", stdin=said["text"].encode() + b"\n")) == {
        **expected,
        "verified": False,
    }
    typed = {"plan": {"levels": FIELDS["levels"]}, "source": "typed", "verified": False}
    assert result(run("decode", said["typed"])) == typed
    assert result(run("decode", said["typed"].lower().replace("-", ""))) == typed
    assert result(run("decode", "--public", made["public"], said["typed"])) == typed


def test_a_picture_of_the_code_says_the_same(run: Run, key: Path, write: Any) -> None:
    said = result(run("encode", "--key", key, write(FIELDS)))
    size = int(re.findall(r'width="(\d+)"', said["svg"])[0]) // 4
    assert size - 8 <= 17 + 4 * 20  # modules of version 20


def test_without_a_key_there_is_a_code_alone(run: Run, write: Callable[[object], Path]) -> None:
    said = result(run("encode", write(FIELDS)))
    assert said == {"typed": said["typed"], "text": None, "svg": None}
    assert result(run("encode", write({"levels": FIELDS["levels"]}))) == said
    assert result(run("encode", "-", stdin=json.dumps(FIELDS).encode())) == said


def test_a_public_key_may_lie_in_a_file(run: Run, tmp_path: Path) -> None:
    text, file = prescription.signed_text(PLAN, KEY), tmp_path / OTHER_KEY.public.hex() / "nøgle"
    file.parent.mkdir()
    printed = json.dumps({"public": KEY.public.hex(), "fingerprint": "605781"}, indent=2)
    for content in (f"{KEY.public.hex()}\n", f"\ufeff {KEY.public.hex()}\r\n", printed):
        file.write_text(content, encoding="utf-8")
        assert result(run("decode", "--public", file, text))["verified"] is True


@pytest.mark.parametrize(
    "public",
    [
        "",
        "deadbeef",
        KEY.public.hex()[:-1],
        KEY.public.hex().upper() + "0",
        "no such file",
        "/",
        ".",
    ],
)
@pytest.mark.full
def test_a_public_key_that_is_none(run: Run, public: str) -> None:
    text = prescription.signed_text(PLAN, KEY)
    assert "public key" in refused(run("decode", "--public", public, text))


def test_a_key_that_does_not_fit(run: Run) -> None:
    text = prescription.signed_text(PLAN, KEY)
    assert "another key" in refused(run("decode", "--public", OTHER_KEY.public.hex(), text))


def changed(**fields: object) -> dict[str, object]:
    return FIELDS | fields


def without(name: str) -> dict[str, object]:
    return {field: value for field, value in FIELDS.items() if field != name}


BAD: dict[str, object] = {
    "nothing": b"",
    "half": b'{"levels": [1',
    "two": b"{} {}",
    "a list": [],
    "null": None,
    "a number": 7,
    "an empty object": {},
    "not utf-8": b'{"levels": "\xff"}',
    "utf-16": '{"levels": []}'.encode("utf-16"),
    "deep": b"[" * 60_000,
    "a long number": b'{"levels": ' + b"9" * 5000 + b"}",
    "NaN": changed(sequence=float("nan")),
    "infinite": changed(valid_days=float("inf")),
    "large": b" " * 70_000 + json.dumps(FIELDS).encode(),
    "twice": b'{"levels": [], "levels": []}',
    "one more": changed(name="Birgit"),
    **{f"no {name}": without(name) for name in FIELDS},
    **{f"{name} is an object": changed(**{name: {}}) for name in FIELDS},
    **{f"{name} is true": changed(**{name: True}) for name in FIELDS},
    **{f"{name} is null": changed(**{name: None}) for name in FIELDS if name != "doses"},
    **{
        f"a level {one!r}": changed(levels=[one] * 8)
        for one in (0, 5, -1, True, False, "1", 1.0, [])
    },
    "seven levels": changed(levels=[1] * 7),
    "nine levels": changed(levels=[1] * 9),
    "levels in a text": changed(levels="12341234"),
    **{
        f"a dose {one!r}": changed(doses=[one] * 8)
        for one in (1, True, [], {}, "x" * 25, "\ud800")
    },
    "variations is null": changed(variations=None),
    "no variation": changed(variations=[None] * 8),
    "a third variation": changed(variations=["c", *[None] * 7]),
    "a variation of nothing": changed(variations=[*[None] * 4, "a", *[None] * 3]),
    "a variation that is a list": changed(variations=[["a"], *[None] * 7]),
    "seven doses": changed(doses=["x"] * 7),
    "doses in a text": changed(doses="xxxxxxxx"),
    "a long note": changed(note="x" * 401),
    "a long note in bytes": changed(note="å" * 201),
    "half a character": changed(note="\ud83d"),
    "a note in a list": changed(note=["x"]),
    **{
        f"a tag {one!r}": changed(patient_tag=one)
        for one in ("", "0" * 15, "0" * 17, "g" * 16, " " * 16, 16, "٠" * 16, "0x" + "0" * 14)
    },
    **{
        f"the sequence {one!r}": changed(sequence=one)
        for one in (-1, 1.5, 7.0, "7", 10**30, 2**53)
    },
    **{
        f"issued {one!r}": changed(issued=one)
        for one in (
            "2026-13-04", "2026-02-30", "2026-5-4", "20260504", "2026-W19-1", "2026-05-04T10:00:00",
            "9999-12-31", "0000-01-01", "i dag", "", 20260504, "٢٠٢٦-05-04", "-2026-05-04",
            "2026-05-04\n",
        )
    },
    **{f"valid for {one!r}": changed(valid_days=one) for one in (0, -1, 181, 1.5, "84", 10**9)},
}  # fmt: skip


@pytest.mark.parametrize("plan", BAD.values(), ids=BAD)
@pytest.mark.full
def test_what_is_no_plan_is_refused(run: Run, write: Any, key: Path, plan: object) -> None:
    said = refused(run("encode", write(plan))) if plan != without("") else ""
    assert "Birgit" not in said
    refused(run("encode", "--key", key, write(plan)))


@pytest.mark.full
def test_the_bounds_themselves_are_within(run: Run, write: Any, key: Path) -> None:
    for plan in (
        changed(note="å" * 200, doses=["æ" * 24] * 8, valid_days=180, sequence=2**53 - 1),
        changed(variations=["a", None, "b", *[None] * 5]),
        changed(note="", doses=None, valid_days=1, sequence=0, levels=[None] * 8),
        changed(doses=[None, "", *["x"] * 6], patient_tag="ABCDEF0123456789"),
        changed(note="\0\n\t\"'\\\u2028\u202e🙂", issued="0001-01-01"),
    ):
        text = result(run("encode", "--key", key, write(plan)))["text"]
        assert result(run("decode", text))["plan"] == plan


@pytest.mark.parametrize(
    "name", ["no such.json", ".", "a\0b", "x" * 5000], ids=["none", "folder", "zero", "long"]
)
def test_files_that_cannot_be_read(run: Run, tmp_path: Path, write: Any, name: str) -> None:
    assert "cannot be read" in refused(run("encode", f"{tmp_path}/{name}"))
    assert "cannot be read" in refused(run("encode", "--key", f"{tmp_path}/{name}", write(FIELDS)))


def test_what_is_no_key(run: Run, tmp_path: Path, write: Any) -> None:
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519

    whole = ed25519.Ed25519PrivateKey.generate()
    locked = whole.private_bytes(
        form.Encoding.PEM, form.PrivateFormat.PKCS8, form.BestAvailableEncryption(b"x")
    )
    other = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption()
    )
    public = whole.public_key().public_bytes(
        form.Encoding.PEM, form.PublicFormat.SubjectPublicKeyInfo
    )
    large = KEY.pem() + b"\n" * 5000
    for content in (b"", b"\xff\0", locked, other, public, KEY.pem()[:60], large, bytes(32)):
        (tmp_path / "key").write_bytes(content)
        assert "key" in refused(run("encode", "--key", tmp_path / "key", write(FIELDS)))


@pytest.mark.parametrize(
    "stdin",
    [b"", b"\n", b"\xff\xfe", b"LBP1:\xc3", b"LBP1:" + b"A" * 5_000_000, b"\0" * 5_000_000],
    ids=["nothing", "a line", "not utf-8", "half a letter", "huge", "zeros"],
)
def test_what_comes_in_by_standard_input(run: Run, stdin: bytes) -> None:
    began = time.perf_counter()
    refused(run("decode", "-", stdin=stdin))
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    "given",
    [
        ("keygen",),
        ("encode",),
        ("decode",),
        ("sign", "x"),
        ("keygen", "x", "--key", "y"),
        ("keygen", "x", "--public", "y"),
        ("encode", "x", "--public", "y"),
        ("decode", "x", "--key", "y"),
        ("decode", "x", "y"),
        ("decode", "--pub", "y", "x"),
        (),
    ],
)
@pytest.mark.full
def test_what_is_no_command(run: Run, given: tuple[str, ...]) -> None:
    assert "lbp --help" in refused(run(*given))


@pytest.mark.skipif(os.name == "nt", reason="/dev/full is not there")
def test_a_key_that_did_not_reach_the_disk_is_not_left(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(command.os, "fsync", full)
    refused(run("keygen", tmp_path / "key"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.full
def test_as_it_is_typed(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 as an argument, in a process of its own."""
    command = [sys.executable, "-m", "lbp_app", "prescription"]
    done = subprocess.run([*command, "decode", b"LBP1:\xff\xfe"], cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(FIELDS), encoding="utf-8")
    done = subprocess.run([*command, "encode", file], cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
