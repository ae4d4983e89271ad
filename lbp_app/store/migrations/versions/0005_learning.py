"""How far lessons are read, and what is thought about them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "reading",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("lesson", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("saved", sa.Boolean(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=True),
        sa.Column("read_at", sa.DateTime(), nullable=True),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_reading_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "lesson", name=op.f("pk_reading")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reflection",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("lesson", sa.String(length=40), nullable=False),
        sa.Column("prompt", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_reflection_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_reflection")),
        sqlite_with_rowid=False,
    )
