"""Tables of Markdown for pages that a clinician reads, marks and signs."""

from collections.abc import Iterable

from lbp_app.content.records import Record, Said


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """The last name of `head` stands over a column that is left empty, to be filled by hand."""
    names: list[object] = list(head)
    ruler: list[object] = ["---"] * len(names)
    lines: list[list[object]] = [names, ruler, *([*row, ""] for row in rows)]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|").replace("\n", " ")


def review(records: Iterable[Record]) -> str:
    told = [record.reviewed_by is not None for record in records]
    if not any(told):
        return f"**No clinician has reviewed any of its {len(told)} records.**"
    return f"{sum(told)} of its {len(told)} records have been reviewed."


def reviewed(record: Record) -> str:
    return f"{record.reviewed_by}, {record.reviewed_on}" if record.reviewed_by else "no"


def both(said: Said | None) -> str:
    return f"{said['da']} / *{said['en']}*" if said else "–"
