"""Reminders, how they come, and every occurrence that came due."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "reminder",
        *_of_person(32),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("times", sa.Text(), nullable=False),
        sa.Column("weekdays", sa.Text(), nullable=False),
        sa.Column("unless_done", sa.Boolean(), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        *_keys("reminder"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reminder_manner",
        *_of_person(32),
        sa.Column("quiet", sa.Text(), nullable=False),
        sa.Column("snooze", sa.Integer(), nullable=False),
        sa.Column("outside", sa.Boolean(), nullable=False),
        *_keys("reminder_manner"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ring",
        *_of_person(60),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("due", sa.DateTime(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("outside", sa.String(length=20), nullable=False),
        sa.Column("opened", sa.DateTime(), nullable=True),
        sa.Column("again", sa.DateTime(), nullable=True),
        sa.Column("snoozed", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "\"outcome\" IN ('rang', 'missed', 'held')", name=op.f("ck_ring_outcome")
        ),
        sa.CheckConstraint(
            "\"outside\" IN ('not_tried', 'shown', 'no_service', 'off')",
            name=op.f("ck_ring_outside"),
        ),
        *_keys("ring"),
        sqlite_with_rowid=False,
    )


def _of_person(length: int) -> list[sa.Column[str]]:
    return [
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=length), nullable=False),
    ]


def _keys(table: str) -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f(f"fk_{table}_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f(f"pk_{table}")),
    ]
