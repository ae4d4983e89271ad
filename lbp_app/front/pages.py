"""The HTML the front serves itself: the page the app runs in, and the one for who is not let in."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from string import Template

from lbp_app.front.answers import ASK_AGAIN, Answer

HERE = Path(__file__).parent / "web"
OPENING = {"da": "Rygvej åbner …", "en": "Rygvej is opening …"}
NIGHT = {"light": "(width < 0px)", "dark": "all"}


@cache
def _template(name: str) -> Template:
    return Template((HERE / name).read_text(encoding="utf-8"))


def language_of(wish: str) -> str:
    """The language of the front's own sentences: Danish or English, from "da-DK,en;q=0.8"."""
    for part in wish.lower().replace("_", "-").split(","):
        code = part.split(";")[0].strip().split("-")[0]
        if code in ("da", "nb", "nn", "no", "sv"):
            return "da"
        if code == "en":
            return "en"
    return "en" if wish.strip() else "da"


def index(prefix: str, place: str, language: str, theme: str = "system") -> str:
    """`place` is the path of the versioned files, `theme` light, dark or system."""
    return _template("index.html").substitute(
        prefix=prefix,
        place=place,
        language=language,
        opening=OPENING.get(language, OPENING["en"]),
        night=NIGHT.get(theme, "(prefers-color-scheme: dark)"),
    )


def policy(html: str) -> str:
    """The content security policy of a page that the app runs in."""
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = " ".join(f"'sha256-{_sha256(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {hashes}; connect-src 'self'; "
        "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; "
        "style-src 'self' 'unsafe-inline'; manifest-src 'self'; worker-src 'self' blob:; "
        "base-uri 'self'; form-action 'none'; frame-ancestors 'none'"
    )


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def index_answer(html: str) -> Answer:
    body = html.encode()
    headers = {
        "content-type": "text/html; charset=utf-8",
        "cache-control": ASK_AGAIN,
        "content-security-policy": policy(html),
        "etag": f'"{hashlib.sha256(body).hexdigest()[:16]}"',
    }
    return Answer(200, body, headers)


def not_modified(answer: Answer) -> Answer:
    """What a browser that has the page already is told."""
    kept = {name: answer.headers[name] for name in ("etag", "cache-control")}
    return Answer(304, b"", kept)


def _plain(status: int, html: str) -> Answer:
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
    headers = {"content-type": "text/html; charset=utf-8", "content-security-policy": policy}
    return Answer(status, html.encode(), headers)


def locked(language: str) -> Answer:
    """Says in both languages how to get in; `language` comes first."""
    danish, english = _template("locked.da.html"), _template("locked.en.html")
    parts = [danish, english] if language == "da" else [english, danish]
    body = "".join(part.substitute() for part in parts)
    return _plain(403, _template("plain.html").substitute(language=language, head="", body=body))


def again() -> Answer:
    """Comes back to the same address by itself.

    A browser that follows a link from another site leaves the strict cookie at home; from this
    page it brings it.
    """
    head = '<meta http-equiv="refresh" content="0">'
    return _plain(200, _template("plain.html").substitute(language="da", head=head, body=""))
