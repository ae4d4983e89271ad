"""Message catalogues: `python tools/wording.py extract | compile | check | pseudo FOLDER`.

extract   reads the messages out of the code into lbp.pot and brings each lbp.po up to date
compile   writes each lbp.mo
check     says what is missing, fuzzy, stale or has other placeholders than the Danish text
pseudo    writes a made-up language, 35 % longer, into FOLDER (start the app with LBP_PSEUDO=FOLDER)
"""

import re
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser, write_po

from lbp_app.content.wording import DOMAIN, NAME_HEADER, placeholders

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "lbp_app"
LOCALE = PACKAGE / "content" / "locale"
TEMPLATE = LOCALE / f"{DOMAIN}.pot"
KEYWORDS = {"t": None, "_t": None, "plural": (1, 2), "mark": None}
COMMENT_TAG = "Oversætter:"
LONGER = 0.35
PSEUDO = "qps"  # kept free by ISO 639 for local use
_KEPT_HEADERS = ("Language", "Plural-Forms", "MIME-Version", "Content-Type")
_ACCENTED = str.maketrans("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ")


class NamedCatalog(Catalog):
    """Knows what its language calls itself; its header holds nothing that changes by the hour."""

    own_name = ""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        kept = [(k, v) for k, v in self._get_mime_headers() if k in _KEPT_HEADERS]
        return [*kept, (NAME_HEADER, self.own_name)] if self.own_name else kept

    @mime_headers.setter
    def mime_headers(self, headers: list[tuple[str, str]]) -> None:
        headers = list(headers)
        self._set_mime_headers(headers)
        self.own_name = dict(headers).get(NAME_HEADER, "")


@cache
def extracted(folder: Path = PACKAGE) -> NamedCatalog:
    template = NamedCatalog(charset="utf-8", header_comment="# Messages of Rygvej.", fuzzy=False)
    found = extract_from_dir(
        folder,
        method_map=[("**.py", "python")],
        options_map={},
        keywords=KEYWORDS,
        comment_tags=(COMMENT_TAG,),
    )
    for file, _, message, comments, _ in sorted(found, key=lambda f: (f[0], f[1])):
        template.add(message, locations=[(file, 0)], auto_comments=comments)
    return template


def read(file: Path) -> NamedCatalog:
    code = None if file.suffix == ".pot" else file.parent.parent.name
    catalog = NamedCatalog(locale=code, domain=DOMAIN, fuzzy=False)
    with file.open("rb") as opened:
        PoFileParser(catalog).parse(opened)
    return catalog


def po_text(catalog: Catalog) -> bytes:
    out = BytesIO()
    write_po(out, catalog, width=100, sort_by_file=True, include_lineno=False, omit_header=False)
    return out.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def po_files() -> list[Path]:
    return sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


# --- what may be wrong with a catalogue ------------------------------------------------------


def _texts(value: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [""])


def problems_of(message: Message) -> Iterator[str]:
    sources, said = _texts(message.id), _texts(message.string)
    if message.fuzzy:
        yield "fuzzy"
    if not all(text.strip() for text in said):
        yield "empty"
        return
    wanted = [placeholders(text) for text in sources]
    for text in said:
        if placeholders(text) not in wanted:
            yield f"placeholders differ: {text!r}"


def problems(catalog: Catalog, template: Catalog, code: str) -> list[str]:
    """One line for each: missing, empty, fuzzy, other placeholders, no longer in the code."""
    found = [f"{code}: {m.id!r}: missing" for m in template if m.id and m.id not in catalog]
    for message in catalog:
        if message.id and message.id not in template:
            found.append(f"{code}: {message.id!r}: not in the code any more")
        elif message.id:
            found += [f"{code}: {message.id!r}: {problem}" for problem in problems_of(message)]
    return found


def _asked(template: Catalog) -> dict[object, list[str]]:
    """What translators see; a message that only moved to another file is the same."""
    return {m.id: m.auto_comments for m in template if m.id}


def stale(template: Catalog) -> list[str]:
    """Files that do not hold what extract and compile would write now."""
    found = [] if _asked(read(TEMPLATE)) == _asked(template) else [f"{TEMPLATE.name} is stale"]
    for po in po_files():
        if po.with_suffix(".mo").read_bytes() != mo_bytes(read(po)):
            found.append(f"{po.with_suffix('.mo').relative_to(LOCALE)} is stale")
    return found


# --- a made-up language ----------------------------------------------------------------------


def lengthened(text: str) -> str:
    """Accented and at least 35 % longer, its placeholders untouched."""
    parts = re.split(r"(\{\w+\})", text)
    accented = "".join(p if p.startswith("{") else p.translate(_ACCENTED) for p in parts)
    letters = len(re.sub(r"\{\w+\}", "", text))
    filler = (" ñøw" * letters)[: -(-int(letters * LONGER * 100) // 100) + 1].rstrip()
    return f"{accented}{filler.ljust(2, '~')}"


def pseudo_catalog(template: Catalog) -> NamedCatalog:
    catalog = NamedCatalog(charset="utf-8", domain=DOMAIN)
    catalog.own_name = "Ýderst længé språg"
    for message in template:
        if message.id:
            said = tuple(map(lengthened, _texts(message.id)))
            catalog.add(message.id, said[0] if isinstance(message.id, str) else said)
    return catalog


# --- commands --------------------------------------------------------------------------------


def extract() -> int:
    template = extracted()
    LOCALE.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_bytes(po_text(template))
    for po in po_files():
        catalog = read(po)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        po.write_bytes(po_text(catalog))
    return 0


def compile_all() -> int:
    for po in po_files():
        po.with_suffix(".mo").write_bytes(mo_bytes(read(po)))
    return 0


def check() -> int:
    template = extracted()
    found = stale(template)
    for po in po_files():
        catalog, code = read(po), po.parent.parent.name
        found += problems(catalog, template, code)
        found += [] if catalog.own_name else [f"{code}: {NAME_HEADER} is missing in the header"]
    print(
        "\n".join(found) or f"{len(template)} messages, {len(po_files())} translation(s): in order"
    )
    return bool(found)


def pseudo(folder: Path) -> int:
    target = folder / PSEUDO / "LC_MESSAGES" / f"{DOMAIN}.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(mo_bytes(pseudo_catalog(extracted())))
    return 0


def main(arguments: list[str]) -> int:
    match arguments:
        case ["extract"]:
            return extract()
        case ["compile"]:
            return compile_all()
        case ["check"]:
            return check()
        case ["pseudo", folder]:
            return pseudo(Path(folder))
    print(__doc__)
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
