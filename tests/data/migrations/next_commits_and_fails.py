"""Commits half of its work, as no migration should, and fails then."""

from alembic import op

revision = "NEXT"
down_revision = "LAST"


def upgrade() -> None:
    op.execute("DELETE FROM check_in")
    op.execute("COMMIT")
    op.execute("BEGIN")
    op.execute("INSERT INTO no_such_table VALUES (1)")
