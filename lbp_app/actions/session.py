"""A person trains: begins, goes through it in the guided player, ends, and tells how it was."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

from lbp_app.actions import prescribed, programme
from lbp_app.actions.care_plan import training_levels
from lbp_app.actions.followed_class import followed_class
from lbp_app.errors import AnswerRefusedError
from lbp_app.model import player as playing
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.day import day_of
from lbp_app.model.exercise import EASIER, Group, lighter
from lbp_app.model.history import Change
from lbp_app.model.invitation import Invitation, Invited
from lbp_app.model.player import Planned, Player, Running, items_of, resumed
from lbp_app.model.session import After, Item, Question, Session, SessionKind, to_ask_about
from lbp_app.model.text import tidy
from lbp_app.rules import progression, session_plan
from lbp_app.rules.invitation import invitation
from lbp_app.rules.session_plan import Basis
from lbp_app.services import Services

# --- before -------------------------------------------------------------------------------------


def invitation_today(services: Services) -> Invitation:
    """What Today may offer; nothing during a pause for safety, or to whom it is not for."""
    sessions, today = services.sessions.all(), services.clock.today()
    days_between = services.catalogue().days_between
    pauses = programme.pauses(services)
    return invitation(pauses, services.flares.all(), sessions, today, days_between)


def is_stopped(services: Services) -> bool:
    """While a doctor has to hear about a check first, and for whom the programme is not, nothing
    is begun or gone on with.
    """
    return invitation_today(services).invited is Invited.NOTHING


def refuse_stopped(services: Services) -> None:
    if is_stopped(services):
        raise AnswerRefusedError("error.training_stopped")


def plan_session(
    services: Services, kind: SessionKind, exercise: str | None = None
) -> tuple[Planned, ...]:
    """`exercise` is needed for SINGLE. A CLASS has the stations of the class that is followed."""
    return plan_of(basis_of(services), kind, exercise)


def plan_of(basis: Basis, kind: SessionKind, exercise: str | None = None) -> tuple[Planned, ...]:
    """As `plan_session`; several plans share the basis, which is read from all that was done."""
    match kind:
        case SessionKind.FULL:
            return session_plan.full(basis)
        case SessionKind.CLASS:
            return session_plan.of_class(basis)
        case SessionKind.SHORT:
            return session_plan.short(basis)
        case SessionKind.WARM_UP:
            return session_plan.warm_up(basis)
        case SessionKind.COOL_DOWN:
            return session_plan.cool_down(basis)
        case SessionKind.SINGLE:
            return session_plan.single(basis, exercise or "")


def plan_gentle(services: Services) -> tuple[Planned, ...]:
    """For a bad spell: lying first, the lightest level, half the dose."""
    return session_plan.gentle(basis_of(services))


def minutes_of(plan: Sequence[Planned]) -> int:
    """Estimated, with the time to get into place."""
    return round(session_plan.minutes_of(plan))


def basis_of(services: Services) -> Basis:
    sessions, decisions = services.sessions.all(), services.decisions.all()
    catalogue, than = prescribed.catalogue(services), services.progression().thresholds
    seen = progression.seen_by_exercise(sessions)
    varied = {
        one.id: progression.variation_of(one, seen.get(one.id, []), decisions)
        for one in catalogue.exercises.values()
    }
    group = followed_class(services)
    return Basis(
        catalogue=catalogue,
        levels=training_levels(services),
        week=session_plan.week_of(sessions, services.clock.today()),
        done=sessions,
        amounts={
            one.id: progression.amount_of(one, decisions, than)
            for one in catalogue.exercises.values()
        },
        variations={one: name for one, name in varied.items() if name}
        | dict(prescribed.variations_to_begin_with(services, seen, decisions)),
        stations=group.stations if group else tuple(Group),
    )


# --- during -------------------------------------------------------------------------------------


def start_session(services: Services, kind: SessionKind, plan: Sequence[Planned]) -> Running:
    """Refused while another one is under way: it can be gone on with or ended; and while training
    is stopped.
    """
    refuse_stopped(services)
    if services.sessions.draft() is not None:
        raise AnswerRefusedError("error.session_running")
    clock = services.clock
    player = Player(tuple(plan), clock.steady())
    zone = clock.zone_name()
    running = Running(uuid4().hex, kind, clock.now(), zone, player, clock.run, clock.now())
    services.sessions.keep_draft(running)
    return running


def under_way(services: Services) -> Running | None:
    """As it stands now, after a reload and a new start too."""
    kept, clock = services.sessions.draft(), services.clock
    return resumed(kept, clock.run, clock.steady(), clock.now()) if kept else None


def pause_session(services: Services) -> Running:
    return _moved(services, playing.pause)


def resume_session(services: Services) -> Running:
    return _after(services, playing.resume)


def go_on(services: Services) -> Running:
    return _after(services, playing.go_on)


def go_back(services: Services) -> Running:
    return _after(services, playing.go_back)


def done_set(services: Services, amount: int | None = None) -> Running:
    """`amount` None: as planned."""
    return _after(services, lambda player, now: playing.done_set(player, now, amount))


def skip_exercise(services: Services) -> Running:
    return _after(services, playing.skip)


def take_easier(services: Services) -> Running:
    """One level down for the rest of this exercise, at the lightest its easier way."""
    basis = basis_of(services)

    def easier(player: Player, now: int) -> Player:
        player = playing.settle(player, now)
        if player.item is None:
            return player
        return playing.swap(player, now, _easier(basis, player.item))

    return _after(services, easier)


def take_variation(services: Services, variation: str | None) -> Running:
    """None: the exercise as it is."""

    def varied(player: Player, now: int) -> Player:
        player = playing.settle(player, now)
        if player.item is None:
            return player
        return playing.swap(player, now, replace(player.item, variation=variation))

    return _after(services, varied)


def finish_session(services: Services) -> Change | None:
    """What was done counts. None when nothing was: then nothing is kept."""
    running = under_way(services)
    if running is None:
        raise AnswerRefusedError("error.session_none")
    session = _session(services, running)
    if not session.done:
        services.sessions.keep_draft(None)
        return None
    return services.sessions.finish(session)


def _after(services: Services, operation: Callable[[Player, int], Player]) -> Running:
    refuse_stopped(services)
    return _moved(services, operation)


def _moved(services: Services, operation: Callable[[Player, int], Player]) -> Running:
    running = under_way(services)
    if running is None:
        raise AnswerRefusedError("error.session_none")
    player = operation(running.player, services.clock.steady())
    moved = replace(running, player=player)
    services.sessions.keep_draft(moved)
    return moved


def _easier(basis: Basis, now: Planned) -> Planned:
    below = lighter(now.exercise)
    if below is None:
        return replace(now, variation=EASIER)
    return session_plan.planned(basis, basis.catalogue.exercise(below))


def _session(services: Services, running: Running) -> Session:
    player = playing.finish(running.player, running.player.at)
    started = running.started
    return Session(
        id=running.id,
        kind=running.kind,
        day=day_of(started.astimezone(services.clock.zone())),
        started=started,
        ended=started + timedelta(milliseconds=running.elapsed),
        zone=running.zone,
        items=items_of(player),
        cut_short=player.cut_short,
    )


# --- afterwards ---------------------------------------------------------------------------------


def log_session(
    services: Services, kind: SessionKind, day: date, items: Sequence[Item], minutes: int
) -> Change:
    """One that was done without the player; any day until today."""
    clock = services.clock
    clock.refuse_future(day)
    now = clock.now()
    ended = now if day == clock.today() else _evening(services, day)
    started, session_id = ended - timedelta(minutes=max(0, minutes)), uuid4().hex
    kept = Session(session_id, kind, day, started, ended, clock.zone_name(), tuple(items))
    return services.sessions.put(session_id, kept)


def remove_session(services: Services, session_id: str) -> Change | None:
    """None when it is gone already."""
    if services.sessions.get(session_id) is None:
        return None
    return services.sessions.put(session_id, None)


def answer_item(
    services: Services, session_id: str, at: int, question: Question, value: int | None
) -> Change | None:
    """About the item at that place. A value of None takes the answer away. No change when it is the
    answer already.
    """
    item = _item(services, session_id, at)
    if item is not None and item.answer(question) == value:
        return None
    return services.sessions.put_item(session_id, at, question.value, value)


def correct_item(
    services: Services, session_id: str, at: int, done: Sequence[int]
) -> Change | None:
    """The amounts that were done, set by set. None when they are the same."""
    item = _item(services, session_id, at)
    if item is not None and item.done == tuple(done):
        return None
    return services.sessions.put_item(session_id, at, "done", list(done))


def reflect(services: Services, session_id: str, text: str) -> Change | None:
    """None when it says what it said before."""
    refuse_cpr_number(text)
    if tidy(text) == _existing(services, session_id).reflection:
        return None
    return services.sessions.put_reflection(session_id, tidy(text))


def morning_question(services: Services) -> Session | None:
    """The session to ask about today: how was the back afterwards?"""
    within = services.progression().morning_within
    return to_ask_about(services.sessions.all(), services.clock.today(), within)


def answer_morning_after(services: Services, session_id: str, after: After | None) -> Change | None:
    """PASSED when the person does not want to say; `after` None takes the answer away. No change
    when it is the answer already: nothing new was told.
    """
    if _existing(services, session_id).after is after:
        return None
    return services.sessions.put_after(session_id, after, services.clock.now())


def _existing(services: Services, session_id: str) -> Session:
    found = services.sessions.get(session_id)
    if found is None:
        raise AnswerRefusedError("error.session_none")
    return found


def _item(services: Services, session_id: str, at: int) -> Item | None:
    items = _existing(services, session_id).items
    return items[at] if 0 <= at < len(items) else None


def _evening(services: Services, day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 20, tzinfo=services.clock.zone())
