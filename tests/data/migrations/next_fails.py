"""Fails when half of it is done."""

from alembic import op

revision = "NEXT"
down_revision = "LAST"


def upgrade() -> None:
    op.execute("UPDATE check_in SET back_pain = 0")
    op.drop_table("flare")
    op.execute("INSERT INTO no_such_table VALUES (1)")
