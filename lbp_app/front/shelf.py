"""The files that are served under a path that changes with their content.

The app's own assets come first, then what Flet brings. Nothing in Flet's wheel is changed: what
must read differently is made here.
"""

import hashlib
import json
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from lbp_app.front.packed import COMPRESSIBLE
from lbp_app.front.pages import HERE

TYPES = {
    ".wasm": "application/wasm",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
FROM_FLET = ("main.dart.", "canvaskit/", "assets/", "icons/", "favicon.png", "version.json")
NOT_FROM_FLET = (".symbols", ".map")
UNUSED_FONTS = (
    "packages/flutter_math_fork/",
    "packages/cupertino_icons/",
    "MaterialIcons",
)
ASKED_FOR_A_LETTER = re.compile(r"assets/fonts/(?P<family>[a-z0-9]+)/v\d+/[^/]+\.woff2")
PICTURES = ("notocoloremoji", "notoemoji", "notosanssymbols", "notosansmath")
FIRST = (
    "main.dart.wasm",
    "canvaskit/skwasm.wasm",
    "main.dart.mjs",
    "canvaskit/skwasm.js",
)


@dataclass(frozen=True)
class Item:
    content: bytes
    type: str
    compressible: bool


class Shelf:
    """`version` is the app's; a new one gives a new `place` even for the same files.

    `own_fonts` are the app's families and their paths below `assets`.
    """

    def __init__(
        self,
        flet: Path,
        assets: Path,
        prefix: str,
        version: str,
        own_fonts: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._flet, self._assets = flet.resolve(), assets.resolve()
        self._made = {
            "manifest.json": manifest(prefix).encode(),
            "rygvej.js": (HERE / "rygvej.js").read_bytes(),
            "flutter_bootstrap.js": bootstrap(self._flet).encode(),
            "assets/FontManifest.json": fonts(self._flet, own_fonts).encode(),
        }
        self.fingerprint = self._fingerprint(version)
        self.place = f"/{prefix}/v/{self.fingerprint}/"

    def get(self, path: str) -> Item | None:
        """The file at a path below `place`."""
        path = instead(path)
        content = self._made.get(path)
        if content is None:
            found = self.own(path) or self._of_flet(path)
            content = found.read_bytes() if found else None
        suffix = Path(path).suffix.lower()
        kind = TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        return None if content is None else Item(content, kind, suffix in COMPRESSIBLE)

    def own(self, path: str) -> Path | None:
        """One of the app's own assets."""
        return _inside(self._assets, path)

    def first_needed(self) -> list[Path]:
        """The large files of a first visit, largest first."""
        fonts = sorted(self._assets.glob("fonts/*.ttf"), key=lambda f: f.stat().st_size)
        return [self._flet / path for path in FIRST] + fonts[::-1]

    def _of_flet(self, path: str) -> Path | None:
        if not path.startswith(FROM_FLET) or path.endswith(NOT_FROM_FLET):
            return None
        return _inside(self._flet, path)

    def _fingerprint(self, version: str) -> str:
        seen = hashlib.sha256(version.encode())
        for path, content in sorted(self._made.items()):
            seen.update(path.encode() + content)
        for file in sorted(f for f in self._assets.rglob("*") if f.is_file()):
            seen.update(str(file.relative_to(self._assets)).encode() + file.read_bytes())
        for file in (self._flet / path for path in FIRST):
            about = file.stat()
            seen.update(f"{file.name} {about.st_size} {about.st_mtime_ns}".encode())
        return seen.hexdigest()[:12]


def _inside(folder: Path, path: str) -> Path | None:
    if "\\" in path or "\0" in path or any(part in ("", ".", "..") for part in path.split("/")):
        return None
    file = (folder / path).resolve()
    return file if file.is_relative_to(folder) and file.is_file() else None


def instead(path: str) -> str:
    """Our own font for one of the many that the engine asks for when a letter has no shape.

    Emoji are fetched that way, when somebody writes one; what no font of ours has stays a box.
    """
    asked = ASKED_FOR_A_LETTER.fullmatch(path)
    if asked is None:
        return path
    return "fonts/Emoji.ttf" if asked["family"].startswith(PICTURES) else "fonts/Figtree-400.ttf"


def manifest(prefix: str) -> str:
    """What a browser needs to install the app as an icon."""
    icons = [
        {"src": f"icons/icon{kind}-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
        | ({"purpose": "maskable"} if kind else {})
        for kind in ("", "-maskable")
        for size in (192, 512)
    ]
    return json.dumps(
        {
            "name": "Rygvej",
            "short_name": "Rygvej",
            "id": f"/{prefix}/",
            "start_url": f"/{prefix}/",
            "scope": f"/{prefix}/",
            "display": "standalone",
            "background_color": "#F6F1E8",
            "theme_color": "#1F7268",
            "icons": icons,
        }
    )


def fonts(flet: Path, own: Mapping[str, str]) -> str:
    """Flet's list of fonts without those for formulas and for icons, and with the app's own.

    What stands here is there before the first frame, so that no text changes its look.
    """
    listed = json.loads((flet / "assets/FontManifest.json").read_text(encoding="utf-8"))
    used = [font for font in listed if not font["family"].startswith(UNUSED_FONTS)]
    more = {"Roboto": "fonts/roboto.woff2"} | {name: f"../{path}" for name, path in own.items()}
    ours = [{"family": name, "fonts": [{"asset": path}]} for name, path in more.items()]
    return json.dumps([*used, *ours])


def bootstrap(flet: Path) -> str:
    """Flet's loader without its service worker, which only takes itself away again."""
    script = (flet / "flutter_bootstrap.js").read_text(encoding="utf-8")
    script, removed = re.subn(r"serviceWorkerSettings: \{[^}]*\},", "", script)
    if removed != 1:
        raise ValueError("flutter_bootstrap.js reads differently in this version of Flet")
    return re.sub(r"//# sourceMappingURL=.*", "", script)
