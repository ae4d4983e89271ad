"""Runs through, and leaves rows that belong to nobody."""

from alembic import op

revision = "NEXT"
down_revision = "LAST"


def upgrade() -> None:
    op.execute("UPDATE check_in SET person_id = 'nobody'")
