"""Course, goals, and a fourth home test."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "course",
        _person(),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("setting", sa.String(length=20), nullable=False),
        sa.Column("timetables", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        *_written(),
        sa.CheckConstraint("\"setting\" IN ('class', 'home')", name=op.f("ck_course_setting")),
        *_keys("course", "person_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "appointment",
        _person(),
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("course", sa.String(length=32), nullable=False),
        sa.Column("contact", sa.String(length=20), nullable=False),
        sa.Column("planned", sa.Date(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("clock", sa.String(length=5), nullable=True),
        *_written(),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("attendance", sa.String(length=20), nullable=True),
        sa.Column("session", sa.String(length=32), nullable=True),
        sa.CheckConstraint(
            "\"contact\" IN ('start', 'education', 'class', 'end', 'follow_up')",
            name=op.f("ck_appointment_contact"),
        ),
        sa.CheckConstraint(
            "\"attendance\" IN ('attended', 'at_home', 'excused', 'missed')",
            name=op.f("ck_appointment_attendance"),
        ),
        *_keys("appointment", "person_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "goal",
        _person(),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *_written(),
        sa.Column("dropped", sa.Date(), nullable=True),
        *_keys("goal", "person_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "goal_rating",
        _person(),
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("goal", sa.String(length=32), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *_written(),
        sa.CheckConstraint("value BETWEEN 0 AND 10", name=op.f("ck_goal_rating_value")),
        *_keys("goal_rating", "person_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "home_test_draft",
        _person(),
        sa.Column("test", sa.String(length=20), nullable=False),
        sa.Column("run", sa.String(length=32), nullable=False),
        sa.Column("steady", sa.BigInteger(), nullable=False),
        sa.Column("wall", sa.DateTime(), nullable=False),
        _tests("home_test_draft"),
        *_keys("home_test_draft", "person_id"),
        sqlite_with_rowid=False,
    )
    _widen_home_test()


def _widen_home_test() -> None:
    """A rule of a table cannot be changed in SQLite; the table is made anew."""
    op.rename_table("home_test", "home_test_before")
    op.create_table(
        "home_test",
        _person(),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("test", sa.String(length=20), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *_written(),
        _tests("home_test"),
        *_keys("home_test", "person_id", "id"),
        sqlite_with_rowid=False,
    )
    columns = 'person_id, id, test, value, day, "at", zone'
    op.execute(f"INSERT INTO home_test ({columns}) SELECT {columns} FROM home_test_before")  # noqa: S608
    op.drop_table("home_test_before")


def _person() -> sa.Column[str]:
    return sa.Column("person_id", sa.String(length=32), nullable=False)


def _written() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
    )


def _tests(table: str) -> sa.CheckConstraint:
    tests = "'chair_stands', 'extensor_hold', 'flexor_hold', 'forward_bend'"
    return sa.CheckConstraint(f'"test" IN ({tests})', name=op.f(f"ck_{table}_test"))


def _keys(table: str, *primary: str) -> tuple[sa.Constraint, ...]:
    return (
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f(f"fk_{table}_person_id")
        ),
        sa.PrimaryKeyConstraint(*primary, name=op.f(f"pk_{table}")),
    )
