"""Levels, home tests, steps, sessions, activities, and what is said about exercises."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "activity",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('walk', 'swim', 'cycle', 'garden', 'work', 'other')",
            name=op.f("ck_activity_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_activity_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_activity")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "care_plan",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("by", sa.String(length=20), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("levels", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.CheckConstraint("\"by\" IN ('self', 'physio')", name=op.f("ck_care_plan_by")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_care_plan_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_care_plan")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "comfort",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("exercise", sa.String(length=20), nullable=False),
        sa.Column("safe", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.CheckConstraint("safe BETWEEN 0 AND 10", name=op.f("ck_comfort_safe")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_comfort_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_comfort")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "exercise_note",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("exercise", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_exercise_note_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "exercise", name=op.f("pk_exercise_note")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "home_test",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("test", sa.String(length=20), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.CheckConstraint(
            "\"test\" IN ('chair_stands', 'extensor_hold', 'flexor_hold')",
            name=op.f("ck_home_test_test"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_home_test_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_home_test")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "level_trial",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("group", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.CheckConstraint('"group" BETWEEN 1 AND 8', name=op.f("ck_level_trial_group")),
        sa.CheckConstraint("level BETWEEN 1 AND 4", name=op.f("ck_level_trial_level")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_level_trial_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "group", name=op.f("pk_level_trial")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "session",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("started", sa.DateTime(), nullable=False),
        sa.Column("ended", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("items", sa.Text(), nullable=False),
        sa.Column("cut_short", sa.Boolean(), nullable=False),
        sa.Column("reflection", sa.Text(), nullable=False),
        sa.Column("after", sa.String(length=20), nullable=True),
        sa.Column("after_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "\"after\" IN ('usual', 'sore', 'over_a_day', 'over_two_days', 'passed')",
            name=op.f("ck_session_after"),
        ),
        sa.CheckConstraint(
            "\"kind\" IN ('full', 'short', 'warmup', 'cooldown', 'single', 'class')",
            name=op.f("ck_session_kind"),
        ),
        sa.CheckConstraint("ended >= started", name=op.f("ck_session_order")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_session_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_session")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "session_draft",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("started", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("player", sa.Text(), nullable=False),
        sa.Column("run", sa.String(length=32), nullable=False),
        sa.Column("wall", sa.DateTime(), nullable=False),
        sa.Column("elapsed", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('full', 'short', 'warmup', 'cooldown', 'single', 'class')",
            name=op.f("ck_session_draft_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_session_draft_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_session_draft")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "step_decision",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("exercise", sa.String(length=20), nullable=False),
        sa.Column("suggested", sa.String(length=20), nullable=False),
        sa.Column("chosen", sa.String(length=20), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=True),
        sa.Column("rule", sa.String(length=60), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.CheckConstraint(
            "\"chosen\" IN ('more', 'same', 'easier', 'declined')",
            name=op.f("ck_step_decision_chosen"),
        ),
        sa.CheckConstraint(
            "\"suggested\" IN ('more', 'same', 'easier', 'declined')",
            name=op.f("ck_step_decision_suggested"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_step_decision_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_step_decision")),
        sqlite_with_rowid=False,
    )
