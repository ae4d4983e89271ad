"""How long before a time of the course a reminder rings."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    before = sa.Column("before", sa.Text(), nullable=False, server_default="[]")
    op.add_column("reminder", before)
