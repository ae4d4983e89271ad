"""What a person tells about themself, and how they want the app to be."""

import re

from lbp_app.errors import AnswerRefusedError, CprNumberError
from lbp_app.model.cpr import holds_cpr_number
from lbp_app.model.history import Change
from lbp_app.model.person import Role, refuse_birth_year
from lbp_app.services import Services

_PHONE = re.compile(r"[0-9 +()]{0,30}")
PROFILE = ("first_name", "birth_year", "region", "doctor_name", "doctor_phone")


def change_profile(services: Services, field: str, value: object) -> Change:
    """`field` is one of PROFILE; None or "" takes the answer away."""
    if field not in PROFILE:
        raise ValueError(field)
    if isinstance(value, str):
        value = _text(field, value)
    if field == "birth_year" and value is not None:
        refuse_birth_year(_year(value), services.clock.local().year)
        value = _year(value)
    return services.person.put(field, value)


def change_preference(services: Services, field: str, value: object) -> Change:
    return services.person.put_preference(field, value)


def finish_welcome(services: Services) -> Change:
    return services.person.put("welcomed_at", services.clock.now())


def switch_role(services: Services, role: Role) -> str:
    """The id of the person whom the device belongs to from now on."""
    return services.device.use(role)


def _text(field: str, text: str) -> str | None:
    if holds_cpr_number(text):
        raise CprNumberError
    if field == "doctor_phone" and not _PHONE.fullmatch(text.strip()):
        raise AnswerRefusedError("error.phone")
    return text.strip() or ("" if field not in ("birth_year", "region") else None)


def _year(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        raise AnswerRefusedError("error.birth_year_number") from None
