"""Participants of a physiotherapist, their plans, templates, and classes."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    _participants()
    _templates()
    _classes()


def _participants() -> None:
    op.create_table(
        "participant",
        _person(),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *_written(),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("removed", sa.DateTime(), nullable=True),
        sa.Column("tag", sa.String(length=20), nullable=False),
        sa.Column("box", sa.String(length=64), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        *_keys("participant", "person_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "participant_plan",
        _person(),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("participant", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *_written(),
        sa.Column("by", sa.String(length=20), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("levels", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.CheckConstraint("\"by\" IN ('self', 'physio')", name=op.f("ck_participant_plan_by")),
        *_keys("participant_plan", "person_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_participant_plan_participant", "participant_plan", ["person_id", "participant"]
    )


def _templates() -> None:
    op.create_table(
        "plan_template",
        _person(),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("levels", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        *_written(),
        *_keys("plan_template", "person_id", "id"),
        sqlite_with_rowid=False,
    )


def _classes() -> None:
    op.create_table(
        "class_group",
        _person(),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("stations", sa.Text(), nullable=False),
        *_written(),
        *_keys("class_group", "person_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "class_member",
        _person(),
        sa.Column("class_group", sa.String(length=32), nullable=False),
        sa.Column("participant", sa.String(length=32), nullable=False),
        sa.Column("joined", sa.Date(), nullable=False),
        sa.Column("left", sa.Date(), nullable=True),
        *_keys("class_member", "person_id", "class_group", "participant"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "class_attendance",
        _person(),
        sa.Column("occurrence", sa.String(length=60), nullable=False),
        sa.Column("participant", sa.String(length=32), nullable=False),
        sa.Column("attendance", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "\"attendance\" IN ('attended', 'at_home', 'excused', 'missed')",
            name=op.f("ck_class_attendance_attendance"),
        ),
        *_keys("class_attendance", "person_id", "occurrence", "participant"),
        sqlite_with_rowid=False,
    )


def _person() -> sa.Column[str]:
    return sa.Column("person_id", sa.String(length=32), nullable=False)


def _written() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
    )


def _keys(table: str, *primary: str) -> tuple[sa.Constraint, ...]:
    return (
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f(f"fk_{table}_person_id")
        ),
        sa.PrimaryKeyConstraint(*primary, name=op.f(f"pk_{table}")),
    )
