"""The tables as they are now. Rows stay inside lbp_app.store."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
    text,
)

from lbp_app.model.activity import ActivityKind
from lbp_app.model.asking import Round
from lbp_app.model.care_plan import Assigner
from lbp_app.model.course import Attendance, Contact, Setting
from lbp_app.model.diary import HIGHEST, LOWEST, Feeling, LegSide, Scale
from lbp_app.model.doctor_card import CardPart
from lbp_app.model.exercise import HARDEST, LIGHTEST, Group
from lbp_app.model.home_test import HomeTest
from lbp_app.model.pause import KEPT, Paused
from lbp_app.model.person import Appearance, Role
from lbp_app.model.prescription import Source
from lbp_app.model.progression import Choice
from lbp_app.model.ring import Outcome, Outside
from lbp_app.model.session import After, SessionKind
from lbp_app.model.triage import Tier

SCHEMA = 14  # the newest file in migrations/versions


class Instant(TypeDecorator[datetime]):
    """An aware time, kept as UTC. A naive one is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise TypeError("an instant needs its zone")
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.replace(tzinfo=UTC)


class Json(TypeDecorator[Any]):
    """Anything that JSON can hold, None too; kept as text on every database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        return json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


# Where the primary key is the table (no row id), a damaged index cannot hide a row.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _of_person(primary_key: bool = False) -> Column[str]:
    owner = ForeignKey("person.person_id")
    return Column("person_id", String(32), owner, nullable=False, primary_key=primary_key)


def _one_of(column: str, values: Any) -> CheckConstraint:
    return _one_of_keys(column, [value.value for value in values])


def _one_of_keys(column: str, keys: list[str]) -> CheckConstraint:
    listed = ", ".join(f"'{key}'" for key in keys)
    return CheckConstraint(f'"{column}" IN ({listed})', name=column)


def _scale(scale: Scale) -> list[Column[Any] | CheckConstraint]:
    within = f"{scale.value} BETWEEN {LOWEST} AND {HIGHEST}"
    return [Column(scale.value, Integer), CheckConstraint(within, name=scale.value)]


schema = Table(  # as Alembic makes it
    "schema_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="schema_version_pkc"),
)

device = Table(
    "device",
    metadata,
    Column("key", String(60), primary_key=True),
    Column("value", Json, nullable=False),
    sqlite_with_rowid=False,
)

person = Table(
    "person",
    metadata,
    Column("person_id", String(32), primary_key=True),
    Column("role", String(20), nullable=False),
    Column("first_name", Text, nullable=False, default=""),
    Column("birth_year", Integer),
    Column("sex", String(20)),
    Column("region", String(20)),
    Column("doctor_name", Text, nullable=False, default=""),
    Column("doctor_phone", Text, nullable=False, default=""),
    Column("welcomed_at", Instant),
    _one_of("role", Role),
    sqlite_with_rowid=False,
)

preferences = Table(
    "preferences",
    metadata,
    _of_person(primary_key=True),
    Column("language", String(20)),
    Column("appearance", String(20), nullable=False),
    Column("text_scale", Integer, nullable=False),
    Column("reduced_motion", Boolean, nullable=False),
    Column("numbers_off", Boolean, nullable=False),
    Column("sounds", Boolean, nullable=False, server_default=text("1")),
    _one_of("appearance", Appearance),
    CheckConstraint("text_scale BETWEEN 100 AND 200", name="text_scale"),
    sqlite_with_rowid=False,
)

check_in = Table(
    "check_in",
    metadata,
    _of_person(primary_key=True),
    Column("day", Date, primary_key=True),
    *[part for scale in Scale for part in _scale(scale)],
    Column("leg_side", String(20)),
    Column("feeling", String(20)),
    Column("note", Text, nullable=False),
    Column("skipped", Text, nullable=False),  # names of questions, sorted, with commas between
    _one_of("leg_side", LegSide),
    _one_of("feeling", Feeling),
    sqlite_with_rowid=False,
)

flare = Table(
    "flare",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("start", Date, nullable=False),
    Column("end", Date),
    CheckConstraint('"end" >= start', name="order"),
    sqlite_with_rowid=False,
)

pause = Table(
    "pause",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("what", String(20), nullable=False),
    Column("by", String(20), nullable=False),
    Column("start", Date, nullable=False),
    Column("until", Date),
    Column("why", Text, nullable=False),
    Column("lifted", Date),
    _one_of("what", Paused),
    _one_of("by", KEPT),
    sqlite_with_rowid=False,
)

screening = Table(  # written once, never changed
    "screening",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("round", String(20), nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("rules_version", String(60), nullable=False),
    Column("answers", Json, nullable=False),
    Column("tier", String(20), nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("reasons", Json, nullable=False),
    Column("shown", Text, nullable=False),
    Column("ask_on", Date),
    _one_of("round", Round),
    _one_of_keys("tier", [tier.key for tier in Tier]),
    sqlite_with_rowid=False,
)

follow_up = Table(  # written once, never changed
    "follow_up",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("screening_id", String(32), nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("reached", Boolean, nullable=False),
    Column("said", Text, nullable=False),
    Column("ask_on", Date),
    ForeignKeyConstraint(["screening_id", "person_id"], ["screening.id", "screening.person_id"]),
    sqlite_with_rowid=False,
)

screening_draft = Table(  # of a check that is under way
    "screening_draft",
    metadata,
    _of_person(primary_key=True),
    Column("round", String(20), nullable=False),
    Column("replies", Json, nullable=False),
    Column("at", Instant, nullable=False),
    _one_of("round", Round),
    sqlite_with_rowid=False,
)

put_off = Table(  # what the app offered, and the person did not want on that day
    "put_off",
    metadata,
    _of_person(primary_key=True),
    Column("offer", String(20), primary_key=True),
    Column("day", Date, primary_key=True),
    sqlite_with_rowid=False,
)

doctor_card = Table(  # what the person has written for a doctor, and what shall be on the sheet
    "doctor_card",
    metadata,
    _of_person(primary_key=True),
    Column("part", String(20), primary_key=True),
    Column("text", Text, nullable=False),
    Column("chosen", Boolean),  # NULL: the person has not said
    _one_of("part", CardPart),
    sqlite_with_rowid=False,
)

care_plan = Table(  # a version is never changed, only withdrawn while nothing has followed it
    "care_plan",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("by", String(20), nullable=False),
    Column("name", Text, nullable=False),
    Column("levels", Json, nullable=False),  # by number of the group
    Column("why", Json, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    _one_of("by", Assigner),
    sqlite_with_rowid=False,
)

level_trial = Table(  # a level that is tried without being assigned
    "level_trial",
    metadata,
    _of_person(primary_key=True),
    Column("group", Integer, primary_key=True, autoincrement=False),
    Column("level", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    CheckConstraint(f'"group" BETWEEN {min(Group)} AND {max(Group)}', name="group"),
    CheckConstraint(f"level BETWEEN {LIGHTEST} AND {HARDEST}", name="level"),
    sqlite_with_rowid=False,
)

home_test = Table(
    "home_test",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("test", String(20), nullable=False),
    Column("value", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    _one_of("test", HomeTest),
    sqlite_with_rowid=False,
)

step_decision = Table(  # what was chosen when the app asked about a step
    "step_decision",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("exercise", String(20), nullable=False),
    Column("suggested", String(20), nullable=False),
    Column("chosen", String(20), nullable=False),
    Column("step", String(20)),
    Column("rule", String(60), nullable=False),
    Column("seen", Json, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    _one_of("suggested", Choice),
    _one_of("chosen", Choice),
    sqlite_with_rowid=False,
)

session = Table(  # training that was done
    "session",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("day", Date, nullable=False),
    Column("started", Instant, nullable=False),
    Column("ended", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("items", Json, nullable=False),
    Column("cut_short", Boolean, nullable=False),
    Column("reflection", Text, nullable=False),
    Column("after", String(20)),
    Column("after_at", Instant),
    _one_of("kind", SessionKind),
    _one_of("after", After),
    CheckConstraint("ended >= started", name="order"),
    sqlite_with_rowid=False,
)

session_draft = Table(  # of a session that is under way
    "session_draft",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("started", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("player", Json, nullable=False),
    Column("run", String(32), nullable=False),
    Column("wall", Instant, nullable=False),
    Column("elapsed", Integer, nullable=False),
    _one_of("kind", SessionKind),
    sqlite_with_rowid=False,
)

activity = Table(  # outside the app
    "activity",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("note", Text, nullable=False),
    _one_of("kind", ActivityKind),
    sqlite_with_rowid=False,
)

comfort = Table(  # how safe an exercise feels, each time that it was said on its page
    "comfort",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("exercise", String(20), nullable=False),
    Column("safe", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    CheckConstraint(f"safe BETWEEN {LOWEST} AND {HIGHEST}", name="safe"),
    sqlite_with_rowid=False,
)

exercise_note = Table(
    "exercise_note",
    metadata,
    _of_person(primary_key=True),
    Column("exercise", String(20), primary_key=True),
    Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)

reading = Table(  # of a lesson
    "reading",
    metadata,
    _of_person(primary_key=True),
    Column("lesson", String(40), primary_key=True),
    Column("place", String(40), nullable=False),
    Column("finished_on", Date),
    Column("saved", Boolean, nullable=False),
    Column("read_on", Date),
    Column("read_at", Instant),
    Column("zone", String(60), nullable=False),
    sqlite_with_rowid=False,
)

reflection = Table(  # on a lesson, one to each of its prompts
    "reflection",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(60), primary_key=True),
    Column("lesson", String(40), nullable=False),
    Column("prompt", String(40), nullable=False),
    Column("text", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    sqlite_with_rowid=False,
)

balance = Table(  # what draws on a person and what gives them strength, one scale a day
    "balance",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),  # the day
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("things", Json, nullable=False),
    Column("step", Json, nullable=False),
    sqlite_with_rowid=False,
)

course = Table(
    "course",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("start", Date, nullable=False),
    Column("setting", String(20), nullable=False),
    Column("timetables", Json, nullable=False),
    Column("place", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    _one_of("setting", Setting),
    sqlite_with_rowid=False,
)

appointment = Table(  # what was said about one planned time of a course
    "appointment",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(60), primary_key=True),
    Column("course", String(32), nullable=False),
    Column("contact", String(20), nullable=False),
    Column("planned", Date, nullable=False),
    Column("day", Date, nullable=False),
    Column("clock", String(5)),  # "17:30" in Denmark
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("cancelled", Boolean, nullable=False),
    Column("attendance", String(20)),
    Column("session", String(32)),
    _one_of("contact", Contact),
    _one_of("attendance", Attendance),
    sqlite_with_rowid=False,
)

goal = Table(  # an activity that matters
    "goal",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("text", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("dropped", Date),
    sqlite_with_rowid=False,
)

goal_rating = Table(
    "goal_rating",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(60), primary_key=True),  # goal and day
    Column("goal", String(32), nullable=False),
    Column("value", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    CheckConstraint(f"value BETWEEN {LOWEST} AND {HIGHEST}", name="value"),
    sqlite_with_rowid=False,
)

home_test_draft = Table(  # a test that is being timed
    "home_test_draft",
    metadata,
    _of_person(primary_key=True),
    Column("test", String(20), nullable=False),
    Column("run", String(32), nullable=False),
    Column("steady", BigInteger, nullable=False),
    Column("wall", Instant, nullable=False),
    _one_of("test", HomeTest),
    sqlite_with_rowid=False,
)

hand_over = Table(  # every file that was made to be taken along; never changed
    "hand_over",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("what", String(20), nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("size", Integer, nullable=False),
    sqlite_with_rowid=False,
)

pairing = Table(  # a physiotherapist whose plans are taken; secrets lie in `device`
    "pairing",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("key", String(64), nullable=False),
    Column("box", String(64), nullable=False),
    Column("tag", String(20), nullable=False),
    Column("own_box", String(64), nullable=False),
    Column("confirmed", Boolean, nullable=False),
    Column("ended", Date),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    sqlite_with_rowid=False,
)

taken_plan = Table(  # a plan that was handed over and taken
    "taken_plan",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("plan_id", String(32), nullable=False),
    Column("pairing_id", String(32)),
    Column("name", Text, nullable=False),
    Column("source", String(20), nullable=False),
    Column("prescribed", Json, nullable=False),  # eight levels or null
    Column("doses", Json, nullable=False),
    Column("note", Text, nullable=False),
    Column("sequence", BigInteger),
    Column("issued", Date),
    Column("expires", Date),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("variations", Json, nullable=False, server_default="null"),  # as doses
    _one_of("source", Source),
    sqlite_with_rowid=False,
)

participant = Table(  # somebody whom a physiotherapist, the owner of the row, sets levels for
    "participant",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("note", Text, nullable=False),
    Column("removed", Instant),
    Column("tag", String(20), nullable=False),
    Column("box", String(64), nullable=False),
    Column("sequence", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

participant_plan = Table(  # as care_plan, of a participant
    "participant_plan",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("participant", String(32), nullable=False),
    Column("version", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("by", String(20), nullable=False),
    Column("name", Text, nullable=False),
    Column("levels", Json, nullable=False),  # by number of the group
    Column("why", Json, nullable=False),
    Column("details", Json, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Index("ix_participant_plan_participant", "person_id", "participant"),
    _one_of("by", Assigner),
    sqlite_with_rowid=False,
)

participant_report = Table(  # what a participant told of a period; never changed
    "participant_report",
    metadata,
    _of_person(primary_key=True),
    Column("participant", String(32), primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("made", Date, nullable=False),
    Column("told", Json, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

plan_template = Table(
    "plan_template",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("levels", Json, nullable=False),
    Column("details", Json, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    sqlite_with_rowid=False,
)

class_group = Table(  # when it meets is the course of the same id
    "class_group",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("stations", Json, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    sqlite_with_rowid=False,
)

class_member = Table(
    "class_member",
    metadata,
    _of_person(primary_key=True),
    Column("class_group", String(32), primary_key=True),
    Column("participant", String(32), primary_key=True),
    Column("joined", Date, nullable=False),
    Column("left", Date),
    sqlite_with_rowid=False,
)

class_attendance = Table(
    "class_attendance",
    metadata,
    _of_person(primary_key=True),
    Column("occurrence", String(60), primary_key=True),
    Column("participant", String(32), primary_key=True),
    Column("attendance", String(20), nullable=False),
    _one_of("attendance", Attendance),
    sqlite_with_rowid=False,
)

reminder = Table(  # of one thing each
    "reminder",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("is_on", Boolean, nullable=False),
    Column("times", Json, nullable=False),
    Column("weekdays", Json, nullable=False),
    Column("unless_done", Boolean, nullable=False),
    Column("start", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("before", Json, nullable=False, server_default="[]"),
    sqlite_with_rowid=False,
)

reminder_manner = Table(  # how they come; one row
    "reminder_manner",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("quiet", Json, nullable=False),
    Column("snooze", Integer, nullable=False),
    Column("outside", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

ring = Table(  # every occurrence of a reminder that came due; its key lets one process have it
    "ring",
    metadata,
    _of_person(primary_key=True),
    Column("id", String(60), primary_key=True),
    Column("what", String(40), nullable=False),
    Column("due", Instant, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("outcome", String(20), nullable=False),
    Column("outside", String(20), nullable=False),
    Column("opened", Instant),
    Column("again", Instant),
    Column("snoozed", Integer, nullable=False),
    _one_of("outcome", Outcome),
    _one_of("outside", Outside),
    sqlite_with_rowid=False,
)

history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_person(),
    Column("noun", String(30), nullable=False),
    Column("key", String(60), nullable=False),
    Column("field", String(60), nullable=False),
    Column("old", Json, nullable=False),
    Column("new", Json, nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("because_of", Integer, ForeignKey("history.id")),  # the change that brought it along
    Index("ix_history_field", "person_id", "noun", "key", "field"),
    Index("ix_history_because_of", "because_of"),
)
