"""What a person has written for a doctor."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "doctor_card",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=True),
        sa.CheckConstraint(
            "\"part\" IN ('person', 'reason', 'questions', 'signs', 'thoughts', 'advice', 'onset', "
            "'place', 'work', 'course', 'treatments', 'medicine', 'illness', 'scans', 'told', "
            "'practical')",
            name=op.f("ck_doctor_card_part"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.person_id"], name=op.f("fk_doctor_card_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "part", name=op.f("pk_doctor_card")),
        sqlite_with_rowid=False,
    )
