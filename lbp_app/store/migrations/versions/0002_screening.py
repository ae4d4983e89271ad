"""Safety checks, what became of them, the one under way, and what was put off; the sex, if told."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("person", sa.Column("sex", sa.String(length=20), nullable=True))
    op.create_table(
        "screening",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("round", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("rules_version", sa.String(length=60), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("tier", sa.String(length=20), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("ask_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "\"round\" IN ('full', 'short', 'later')", name=op.f("ck_screening_round")
        ),
        sa.CheckConstraint(
            "\"tier\" IN ('watch', 'mention_next_gp', 'gp_within_days', 'same_day_doctor', "
            "'emergency_now')",
            name=op.f("ck_screening_tier"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_screening_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_screening")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "follow_up",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("screening_id", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("reached", sa.Boolean(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("ask_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_follow_up_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["screening_id", "person_id"],
            ["screening.id", "screening.person_id"],
            name=op.f("fk_follow_up_screening_id"),
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_follow_up")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "screening_draft",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("round", sa.String(length=20), nullable=False),
        sa.Column("replies", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "\"round\" IN ('full', 'short', 'later')", name=op.f("ck_screening_draft_round")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_screening_draft_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_screening_draft")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "put_off",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("offer", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_put_off_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "offer", "day", name=op.f("pk_put_off")),
        sqlite_with_rowid=False,
    )
