"""What is said about a result, and whom to ring: the words of the content, put together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lbp_app.content.library import Contact, Library, say
from lbp_app.content.triage import Action
from lbp_app.content.wording import Wording

UPPER = ("emergency_now", "same_day_doctor")


@dataclass(frozen=True)
class Where:
    """`on` is the date in Denmark and `is_open` whether a surgery can be rung now.

    `doctor_phone` None: the person's own doctor is named in words.
    """

    region: str | None
    on: date
    is_open: bool
    doctor_phone: str | None = None


@dataclass(frozen=True)
class Call:
    """`kind` as in the content; `phone` None where there is nothing to ring or no sure number."""

    kind: str
    label: str
    phone: str | None = None


@dataclass(frozen=True)
class Guidance:
    """`missing` says what is not answered yet."""

    title: str
    advice: tuple[str, ...]
    missing: str | None
    say: str | None
    calls: tuple[Call, ...]

    @property
    def text(self) -> str:
        return "\n\n".join([*self.advice, *([self.missing] if self.missing else [])])


def guidance_for(
    library: Library, t: Wording, actions: Sequence[str], missing: Sequence[str], where: Where
) -> Guidance:
    """Of `actions` in their order; `missing` are parts that are not answered, and while there are
    any, nothing calms.
    """
    known = {action.id: action for action in library.triage.actions}
    shown = [known[name] for name in actions]
    urgent = shown[0].tier in UPPER
    unfinished = library.triage.unfinished
    title = shown[0].title if urgent or not missing else unfinished.title
    spoken = next((action.say for action in shown if action.say), None)
    return Guidance(
        title=say(t, title),
        advice=tuple(_advice(t, shown, calm=not missing)),
        missing=_missing(library, t, missing) if missing else None,
        say=say(t, spoken) if spoken else None,
        calls=tuple(_calls(library, t, shown, bool(missing) and not urgent, where)),
    )


def _advice(t: Wording, shown: Sequence[Action], *, calm: bool) -> Iterator[str]:
    for action in shown:
        if action.beside and _is_beside(action, shown):
            yield say(t, action.beside)
        elif calm:
            odds = f"{say(t, action.odds)} " if action.odds else ""
            yield odds + say(t, action.text)
        elif action.tier != "watch":
            yield say(t, action.text)


def _is_beside(action: Action, shown: Sequence[Action]) -> bool:
    """Something else hurries more."""
    return action.beside is not None and action.tier != shown[0].tier


def _missing(library: Library, t: Wording, missing: Sequence[str]) -> str:
    names = {part.id: part.name for part in library.parts}
    listed = ", ".join(say(t, names[part]) for part in missing)
    return f"{say(t, library.triage.unfinished.missing)} {listed}."


def _calls(
    library: Library, t: Wording, shown: Sequence[Action], unfinished: bool, where: Where
) -> Iterator[Call]:
    own = [action for action in shown if not _is_beside(action, shown)]
    kinds = dict.fromkeys(_kind(call, where) for action in own for call in action.calls)
    for kind in kinds:
        if not (unfinished and kind == "continue"):
            yield from _of_kind(library, t, kind, where)
    if unfinished:
        yield Call("continue", say(t, library.triage.unfinished.go_on))


def _kind(call: str, where: Where) -> str:
    if call == "call_doctor":
        return "call_gp" if where.is_open else "call_acute"
    return call


def _of_kind(library: Library, t: Wording, kind: str, where: Where) -> Iterator[Call]:
    contacts = library.contacts_for(where.region, where.on)
    found = [contact for contact in contacts if contact.kind == kind]
    yield from (_contact(library, t, contact, where) for contact in found)
    if not found:
        label = next(say(t, step.label) for step in library.triage.steps if step.id == kind)
        unsure = kind == "call_acute"
        yield Call(kind, _unsure(library, t, label) if unsure else label)


def _contact(library: Library, t: Wording, contact: Contact, where: Where) -> Call:
    label = say(t, contact.label)
    if contact.kind == "call_gp":
        return Call(contact.kind, label, where.doctor_phone)
    if contact.phone is None:
        return Call(contact.kind, _unsure(library, t, label))
    return Call(contact.kind, label, contact.phone)


def _unsure(library: Library, t: Wording, label: str) -> str:
    return f"{label}: {say(t, library.check_number)}"
