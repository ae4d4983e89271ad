"""What has left this device: every file that was made to be taken along or given to somebody."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class HandedOver(StrEnum):
    JSON = "json"
    CSV = "csv"
    FHIR = "fhir"
    DIARY = "diary"  # the diary for a spreadsheet
    DOCTOR_CARD = "doctor_card"
    REPORT = "report"
    EXERCISES = "exercises"  # on paper
    BACKUP = "backup"
    CLASS_LIST = "class_list"
    CLASS_PLAN = "class_plan"  # for the wall; nobody is in it
    COLLEAGUE = "colleague"  # participants, to another physiotherapist
    REPORT_BACK = "report_back"  # to the physiotherapist one is connected with
    PLAN = "plan"  # to a participant
    CALENDAR = "calendar"  # reminders
    SCHEDULED = "scheduled"  # a backup that was made by itself, as the person has asked for


@dataclass(frozen=True)
class HandOver:
    """`at` is UTC with the zone beside it, `size` in bytes. Where the file went is not known."""

    id: str
    what: HandedOver
    at: datetime
    zone: str
    size: int
