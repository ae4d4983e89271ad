"""`lbp triage`: how urgent the answers of a file are, as JSON."""

from datetime import UTC, datetime

from lbp_app.cli.input import read_input
from lbp_app.cli.output import say
from lbp_app.content import library
from lbp_app.content.guidance import Where, guidance_for
from lbp_app.content.wording import Wording, wording_for
from lbp_app.exchange.rules import rule_set
from lbp_app.exchange.screening import LARGEST, read_request, result_json
from lbp_app.model.surgery import DENMARK
from lbp_app.rules.triage import judge


def triage(file: str, t: Wording) -> None:
    content = library.load()
    rules = rule_set(content)
    asked = read_request(read_input(file, LARGEST), content.signs)
    outcome = judge(rules, asked.answers)
    at = (asked.at or datetime.now(UTC)).astimezone(DENMARK)
    said = wording_for(asked.language) if asked.language else t
    where = Where(asked.region, at.date(), rules.surgery.is_open(at))
    guidance = guidance_for(content, said, outcome.actions, outcome.missing, where)
    say(result_json(outcome, guidance))
