"""A safety check as JSON: answers in, result out. What does not fit is an InputRefusedError."""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from lbp_app.content.guidance import Guidance
from lbp_app.content.wording import languages
from lbp_app.errors import InputRefusedError
from lbp_app.exchange.json_reading import read_json
from lbp_app.model.person import REGIONS
from lbp_app.model.surgery import DENMARK
from lbp_app.model.triage import Answer, Answers, Outcome

LARGEST = 1_000_000  # bytes
FIELDS = frozenset(["answers", "region", "at", "language"])
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?", re.ASCII)


@dataclass(frozen=True)
class Request:
    """`at` is aware; without a zone it was Danish time. None: not said."""

    answers: Answers
    region: str | None
    at: datetime | None
    language: str | None


def read_request(data: bytes, signs: Collection[str]) -> Request:
    """`signs` are the keys that may be answered."""
    if len(data) > LARGEST:
        raise InputRefusedError("error.input_large")
    read = read_json(data)
    if not isinstance(read, dict) or not isinstance(read.get("answers"), dict):
        raise InputRefusedError("error.input_shape")
    if not (read.keys() <= FIELDS and read["answers"].keys() <= set(signs)):
        raise InputRefusedError("error.input_name")
    return Request(
        answers={sign: _answer(said) for sign, said in read["answers"].items()},
        region=_region(read.get("region")),
        at=_time(read["at"]) if "at" in read else None,
        language=_language(read["language"]) if "language" in read else None,
    )


def result_json(outcome: Outcome, guidance: Guidance) -> str:
    reasons = [
        {"rule": reason.rule, "signs": reason.signs, "source": reason.source}
        for reason in outcome.reasons
    ]
    result = {
        "tier": outcome.tier.key,
        "reasons": reasons,
        "actions": [vars(call) for call in guidance.calls],
        "title": guidance.title,
        "text": guidance.text,
        "unanswered": outcome.unanswered,
        "complete": outcome.complete,
        "rules_version": outcome.rules_version,
    }
    return json.dumps(result, ensure_ascii=False, indent=2)


def _answer(said: object) -> Answer:
    if said is True:
        return Answer.YES
    if said is False:
        return Answer.NO
    if said == Answer.UNSURE.value:
        return Answer.UNSURE
    raise InputRefusedError("error.input_answer")


def _region(said: object) -> str | None:
    if said is None:
        return None
    if isinstance(said, str) and said in REGIONS:
        return said
    raise InputRefusedError("error.input_region")


def _time(said: object) -> datetime:
    if not isinstance(said, str) or not _TIME.fullmatch(said):
        raise InputRefusedError("error.input_time")
    try:
        at = datetime.fromisoformat(said)
        return at.astimezone(DENMARK) if at.tzinfo else at.replace(tzinfo=DENMARK)
    except (ValueError, OverflowError):
        raise InputRefusedError("error.input_time") from None


def _language(said: object) -> str:
    if isinstance(said, str) and said in dict(languages()):
        return said
    raise InputRefusedError("error.input_language")
