"""A patient makes a report for the physiotherapist they are connected with: chooses, looks at it,
and takes it along as a file that only the physiotherapist can open.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from lbp_app.actions.hand_over import note_hand_over
from lbp_app.actions.report_told import told_of
from lbp_app.errors import AnswerRefusedError
from lbp_app.exchange import participant_report as exchange
from lbp_app.exchange.pairing import BoxKey
from lbp_app.exchange.participant_report import EXTENSION as EXTENSION
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.pairing import TOLD_LAST, Pairing, trusted
from lbp_app.model.participant_report import SentReport, Told, ToldPart, ToldWish
from lbp_app.model.report import Period
from lbp_app.services import Services

DAYS = 30  # of a first report, where no plan was taken


@dataclass(frozen=True)
class _Last:
    """Of the report that was made last for one physiotherapist."""

    sequence: int
    first: date
    until: date


def physios(services: Services) -> list[Pairing]:
    """Whom a report can be locked for, the newest connection first."""
    return trusted(services.pairings.all())[::-1]


def wish(services: Services) -> ToldWish:
    """What was chosen last; it belongs to the device, and is no answer."""
    kept = _kept(services)
    own, picked = kept.get("own"), kept.get("picked", {})
    known = {part.value: part for part in ToldPart}
    return ToldWish(
        Period(*map(date.fromisoformat, own)) if own else None,
        {known[name]: bool(yes) for name, yes in picked.items() if name in known},
    )


def choose_part(services: Services, part: ToldPart, wanted: bool) -> None:
    picked = {**wish(services).picked, part: wanted}
    _keep(services, picked={one.value: yes for one, yes in picked.items()})


def choose_period(services: Services, first: date, last: date) -> None:
    services.clock.refuse_future(last)
    period = Period(first, last)
    _keep(services, own=[period.first.isoformat(), period.last.isoformat()])


def choose_since_last(services: Services) -> None:
    _keep(services, own=None)


def period_for(services: Services, to: Pairing | None) -> Period:
    """As it was chosen; else since the last report, or since the plan, or DAYS."""
    return wish(services).own or since_last(services, to)


def since_last(services: Services, to: Pairing | None) -> Period:
    """The day of the last report is in it again: it was not over yet. One that is made anew on the
    same day is of the same days.
    """
    today, last = services.clock.today(), to and _last(services, to)
    if last:
        first = last.first if last.until >= today else last.until
        return Period(min(first, today), today)
    longest = today - timedelta(days=365)
    plans = [one.day for one in services.prescriptions.all()]
    first = max(plans[-1], longest) if plans else today - timedelta(days=DAYS - 1)
    return Period(min(first, today), today)


def last_made(services: Services, to: Pairing) -> date | None:
    last = _last(services, to)
    return last.until if last else None


def told(services: Services, to: Pairing | None) -> Told:
    """What will stand in it."""
    asked = wish(services)
    parts = tuple(part for part in ToldPart if asked.wants(part))
    return told_of(services, period_for(services, to), parts)


def lock_report(services: Services, pairing_id: str) -> bytes:
    """For that physiotherapist's eyes; told of in the list of what has left the device."""
    to = next((one for one in physios(services) if one.id == pairing_id), None)
    secret = services.pairings.secret(pairing_id)
    if to is None or secret is None:
        raise AnswerRefusedError("error.pairing_none")
    sent = _sent(services, to)
    made = exchange.locked(sent, BoxKey(secret), bytes.fromhex(to.box))
    note_hand_over(services, HandedOver.REPORT_BACK, len(made))
    first, until = sent.told.first.isoformat(), sent.told.last.isoformat()
    last = {"sequence": sent.sequence, "first": first, "until": until}
    _keep(services, own=None, last={**_kept(services).get("last", {}), to.id: last})
    return made


def plain_report(services: Services) -> bytes:
    """Open for everybody; no physiotherapist's app takes it in."""
    sent = SentReport(uuid4().hex, "", 0, services.clock.today(), told(services, None))
    made = exchange.plain(sent)
    note_hand_over(services, HandedOver.REPORT_BACK, len(made))
    return made


def _sent(services: Services, to: Pairing) -> SentReport:
    """The sequence is a time, so that it grows also after an older backup was put back."""
    last = _last(services, to)
    sequence = max(int(services.clock.now().timestamp()), last.sequence + 1 if last else 0)
    return SentReport(uuid4().hex, to.tag, sequence, services.clock.today(), told(services, to))


# --- what was chosen and made last, as it is kept -----------------------------------------------


def _key(services: Services) -> str:
    return f"{TOLD_LAST}{services.person.get().id}"


def _kept(services: Services) -> dict[str, Any]:
    return services.device.get(_key(services)) or {}


def _keep(services: Services, **changed: object) -> None:
    services.device.put(_key(services), {**_kept(services), **changed})


def _last(services: Services, to: Pairing) -> _Last | None:
    kept = _kept(services).get("last", {}).get(to.id)
    days = [date.fromisoformat(kept[end]) for end in ("first", "until")] if kept else []
    return _Last(kept["sequence"], *days) if kept else None
