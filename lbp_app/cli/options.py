"""The options of each command, and how their texts are read; a ValueError refuses one."""

import argparse
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from lbp_app.content.wording import Wording

if TYPE_CHECKING:
    Group = argparse._ArgumentGroup


def folder(text: str) -> Path:
    return Path(text).expanduser().absolute()


def port(text: str) -> int:
    port = int(text)
    if not 1 <= port <= 65535:
        raise ValueError
    return port


def instant(text: str) -> datetime:
    """An ISO time; without a zone it is the local one, without a time it is nine o'clock."""
    instant = datetime.fromisoformat(text)
    if len(text) <= len("2026-05-04"):
        instant = datetime.combine(instant.date(), time(9))
    return instant.astimezone() if instant.tzinfo is None else instant


def weeks(text: str) -> int:
    weeks = int(text)
    if not 0 <= weeks <= 1000:
        raise ValueError
    return weeks


def web(group: "Group", t: Wording) -> None:
    group.add_argument("--port", type=port, help=t("porten på denne computer"))


def doctor(group: "Group", t: Wording) -> None:
    group.add_argument(
        "--report", action="store_true", help=t("til at sende til andre: uden mappenavne")
    )


def demo(group: "Group", t: Wording) -> None:
    web(group, t)
    group.add_argument(
        "--role", choices=("patient", "physio"), default="patient", help=t("hvem der ser appen")
    )
    group.add_argument("--weeks", type=weeks, default=8, help=t("hvor mange uger der er svar fra"))
    group.add_argument("--seed", type=int, default=1, help=t("et andet tal giver andre svar"))
    group.add_argument("--lock", metavar="CODE", help=t("sætter lås på med en opdigtet kode"))
    group.add_argument("--now", type=instant, help=t("stiller uret, for eksempel 2026-05-04T09:00"))


def triage(group: "Group", t: Wording) -> None:
    group.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        default="-",
        help=t("filen med svar; uden den læses de ind"),
    )


def backup(group: "Group", t: Wording) -> None:
    _passphrase(group, t)
    group.add_argument("--plain", action="store_true", help=t("uden lås: enhver kan læse filen"))


def restore(group: "Group", t: Wording) -> None:
    _passphrase(group, t)
    ways = group.add_mutually_exclusive_group()
    ways.add_argument(
        "--into", metavar="DIR", type=folder, help=t("en tom eller ny mappe at gendanne i")
    )
    ways.add_argument(
        "--merge",
        action="store_true",
        help=t("lægger filen sammen med det, der er her; af hvert svar gælder det senere"),
    )
    group.add_argument("--yes", action="store_true", help=t("spørger ikke, før svar erstattes"))


def _code(group: "Group", t: Wording) -> None:
    group.add_argument(
        "--code-fd",
        metavar="N",
        type=int,
        help=t("læser koden til låsen fra den åbne fil med det nummer"),
    )


def _passphrase(group: "Group", t: Wording) -> None:
    _code(group, t)
    group.add_argument("file", metavar="FILE", type=folder, help=t("filen med kopien"))
    group.add_argument(
        "--passphrase-fd",
        metavar="N",
        type=int,
        help=t("læser kodeordet fra den åbne fil med det nummer"),
    )


def export(group: "Group", t: Wording) -> None:
    _code(group, t)
    group.add_argument("out", metavar="OUT", type=folder, help=t("filen, som alt gemmes i"))
    group.add_argument(
        "--format",
        choices=("json", "csv", "fhir", "pdf"),
        required=True,
        help=t("json og csv kan læses ind igen; fhir er til journalsystemer, pdf til læsning"),
    )
    group.add_argument("--person", choices=("patient", "physio"), help=t("hvis svar det er"))
    group.add_argument(
        "--replace", action="store_true", help=t("erstatter en fil, der ligger der i forvejen")
    )


def import_(group: "Group", t: Wording) -> None:
    _code(group, t)
    group.add_argument("file", metavar="FILE", type=folder, help=t("filen fra lbp export"))


def prescription(group: "Group", t: Wording) -> None:
    group.add_argument(
        "what",
        metavar="keygen|encode|decode",
        choices=("keygen", "encode", "decode"),
        help=t("laver en nøgle, skriver en plan som kode eller læser den igen"),
    )
    group.add_argument(
        "given",
        metavar="OUT|PLAN|TEXT",
        help=t("filen til nøglen, filen med planen eller selve koden; - læser den ind"),
    )
    group.add_argument(
        "--key", metavar="KEY", help=t("encode: filen med nøglen at underskrive med")
    )
    group.add_argument(
        "--public", metavar="PUBLIC", help=t("decode: den nøgle, planen er underskrevet med")
    )


def reminders(group: "Group", t: Wording) -> None:
    group.add_argument("--from", dest="first", metavar="DAY", required=True, help=t("første dag"))
    group.add_argument(
        "--to", dest="end", metavar="DAY", required=True, help=t("dagen efter den sidste")
    )
    group.add_argument(
        "--tz", metavar="ZONE", required=True, help=t("tidszonen, for eksempel Europe/Copenhagen")
    )
    group.add_argument("--rules", metavar="FILE", help=t("regler i JSON i stedet for dine egne"))
    group.add_argument("--ics", metavar="FILE", type=folder, help=t("gemmer dem også som kalender"))


def remind(group: "Group", t: Wording) -> None:
    group.add_argument(
        "--once", action="store_true", help=t("ringer det, der er tid til nu, og slutter")
    )
