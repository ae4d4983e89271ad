"""The first tables: device, person, preferences, check_in, flare, pause, history."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "device",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_device")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "person",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("region", sa.String(length=20), nullable=True),
        sa.Column("doctor_name", sa.Text(), nullable=False),
        sa.Column("doctor_phone", sa.Text(), nullable=False),
        sa.Column("welcomed_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("\"role\" IN ('patient', 'physio')", name=op.f("ck_person_role")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_person")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "check_in",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("back_pain", sa.Integer(), nullable=True),
        sa.Column("leg_pain", sa.Integer(), nullable=True),
        sa.Column("hindrance", sa.Integer(), nullable=True),
        sa.Column("sleep", sa.Integer(), nullable=True),
        sa.Column("mood", sa.Integer(), nullable=True),
        sa.Column("leg_side", sa.String(length=20), nullable=True),
        sa.Column("feeling", sa.String(length=20), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("skipped", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "\"feeling\" IN ('very_well', 'well', 'so_so', 'poorly', 'very_poorly')",
            name=op.f("ck_check_in_feeling"),
        ),
        sa.CheckConstraint(
            "\"leg_side\" IN ('left', 'right', 'both')", name=op.f("ck_check_in_leg_side")
        ),
        sa.CheckConstraint("back_pain BETWEEN 0 AND 10", name=op.f("ck_check_in_back_pain")),
        sa.CheckConstraint("hindrance BETWEEN 0 AND 10", name=op.f("ck_check_in_hindrance")),
        sa.CheckConstraint("leg_pain BETWEEN 0 AND 10", name=op.f("ck_check_in_leg_pain")),
        sa.CheckConstraint("mood BETWEEN 0 AND 10", name=op.f("ck_check_in_mood")),
        sa.CheckConstraint("sleep BETWEEN 0 AND 10", name=op.f("ck_check_in_sleep")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_check_in_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "day", name=op.f("pk_check_in")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "flare",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=True),
        sa.CheckConstraint('"end" >= start', name=op.f("ck_flare_order")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_flare_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_flare")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("noun", sa.String(length=30), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("because_of", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["because_of"], ["history.id"], name=op.f("fk_history_because_of")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_history_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
    )
    op.create_index("ix_history_because_of", "history", ["because_of"], unique=False)
    op.create_index(
        "ix_history_field", "history", ["person_id", "noun", "key", "field"], unique=False
    )
    op.create_table(
        "pause",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("by", sa.String(length=20), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("lifted", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "\"by\" IN ('person', 'flare', 'safety', 'physio')", name=op.f("ck_pause_by")
        ),
        sa.CheckConstraint(
            "\"what\" IN ('everything', 'exercise', 'reminders', 'course')",
            name=op.f("ck_pause_what"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_pause_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_pause")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "preferences",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=20), nullable=True),
        sa.Column("appearance", sa.String(length=20), nullable=False),
        sa.Column("text_scale", sa.Integer(), nullable=False),
        sa.Column("reduced_motion", sa.Boolean(), nullable=False),
        sa.Column("numbers_off", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "\"appearance\" IN ('system', 'light', 'dark')", name=op.f("ck_preferences_appearance")
        ),
        sa.CheckConstraint(
            "text_scale BETWEEN 100 AND 200", name=op.f("ck_preferences_text_scale")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_preferences_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_preferences")),
        sqlite_with_rowid=False,
    )
