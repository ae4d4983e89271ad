"""`lbp prescription keygen|encode|decode`: JSON on standard output."""

import os
from contextlib import suppress
from pathlib import Path

from lbp_app.cli.input import read_input
from lbp_app.cli.output import say
from lbp_app.errors import InputRefusedError, UsageError
from lbp_app.exchange import prescription
from lbp_app.exchange.envelope import LARGEST_FILE, text_of_file
from lbp_app.exchange.prescription_json import LARGEST, as_json, read_plan, told
from lbp_app.exchange.prescription_picture import svg
from lbp_app.exchange.signing import SIZE, SigningKey, fingerprint, new_key, public_in, read_pem
from lbp_app.exchange.typed_code import code_of

LARGEST_KEY = 4096  # bytes of a file


def run(what: str, given: str, key: str | None, public: str | None) -> None:
    if (key and what != "encode") or (public and what != "decode"):
        raise UsageError
    if what == "keygen":
        said = keygen(Path(given))
    elif what == "encode":
        said = encode(read_input(given, LARGEST), key)
    else:
        said = decode(_text(given), public)
    say(said)


def keygen(out: Path) -> str:
    key = new_key()
    _write_new(out, key.pem())
    return as_json({"public": key.public.hex(), "fingerprint": fingerprint(key.public)})


def encode(data: bytes, key_file: str | None) -> str:
    key = _key(key_file) if key_file is not None else None
    levels, plan = read_plan(data, signing=key is not None)
    text = prescription.signed_text(plan, key) if plan and key else None
    picture = svg(text) if text else None
    return as_json({"typed": code_of(levels), "text": text, "svg": picture})


def decode(text: str, public: str | None) -> str:
    expected = _public(public) if public is not None else None
    found = prescription.read(text)
    if isinstance(found, prescription.SignedPlan) and expected not in (None, found.key):
        raise InputRefusedError("error.plan_public_other")
    return told(found, verified=expected is not None)


def _text(given: str) -> str:
    return given if given != "-" else text_of_file(read_input(given, LARGEST_FILE))


def _key(file: str) -> SigningKey:
    data = read_input(file, LARGEST_KEY)
    if len(data) > LARGEST_KEY:
        raise InputRefusedError("error.plan_key")
    return read_pem(data)


def _public(given: str) -> bytes:
    """The key itself, or a file that holds it."""
    key = public_in(given) if len(given.strip()) == 2 * SIZE else None  # a path may hold digits
    with suppress(InputRefusedError, UnicodeDecodeError):
        key = key or public_in(read_input(given, LARGEST_KEY).decode("utf-8-sig"))
    if key is None:
        raise InputRefusedError("error.plan_public")
    return key


def _write_new(out: Path, content: bytes) -> None:
    """Readable by nobody else, and never over another file."""
    try:
        handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise InputRefusedError("error.plan_key_exists") from None
    except (OSError, ValueError):
        raise InputRefusedError("error.plan_key_write") from None
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
    except OSError:
        out.unlink()
        raise InputRefusedError("error.plan_key_write") from None
