"""What a person tells about themself, and how they want the app to be."""

import re

from lbp_app.actions.lock import worn_by
from lbp_app.errors import AnswerRefusedError
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.history import Change
from lbp_app.model.person import Appearance, Role, refuse_birth_year
from lbp_app.model.text import tidy
from lbp_app.services import Services

PROFILE = ("first_name", "birth_year", "sex", "region", "doctor_name", "doctor_phone")
_PHONE = re.compile(r"[0-9 +()]{0,30}")


def change_profile(services: Services, field: str, value: object) -> Change | None:
    """`field` is one of PROFILE; None or "" takes the answer away. None when it says so already."""
    text = tidy("" if value is None else str(value))
    refuse_cpr_number(text)
    kept = _profile(services, field, text)
    same = kept == getattr(services.person.get(), field)
    return None if same else services.person.put(field, kept)


def _profile(services: Services, field: str, text: str) -> object:
    match field:
        case "birth_year":
            return _birth_year(services, text)
        case "region" | "sex":
            return text or None
        case "doctor_phone" if not _PHONE.fullmatch(text):
            raise AnswerRefusedError("error.phone")
        case "first_name" | "doctor_name" | "doctor_phone":
            return text
    raise ValueError(field)


def change_preference(services: Services, field: str, value: object) -> Change | None:
    """`field` is one of Preferences. No change when it is so already."""
    kept = Appearance(str(value)) if field == "appearance" else value
    if kept == getattr(services.person.preferences(), field):
        return None
    change = services.person.put_preference(field, kept)
    services.guard.wear(worn_by(services.person.preferences()))
    return change


def finish_welcome(services: Services) -> Change:
    return services.person.put("welcomed_at", services.clock.now())


def switch_role(services: Services, role: Role) -> str:
    """The id of the person whom the device belongs to from now on."""
    return services.device.use(role)


def _birth_year(services: Services, text: str) -> int | None:
    if not text:
        return None
    year = int(text) if text.isdecimal() else 0
    refuse_birth_year(year, services.clock.local().year)
    return year
