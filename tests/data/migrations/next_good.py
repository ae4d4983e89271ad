"""Adds a column to a table with rows in it."""

import sqlalchemy as sa
from alembic import op

revision = "NEXT"
down_revision = "LAST"


def upgrade() -> None:
    with op.batch_alter_table("check_in") as table:
        table.add_column(sa.Column("steps", sa.Integer(), nullable=False, server_default="0"))
