"""The variations of exercises in a plan that was taken over."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    variations = sa.Column("variations", sa.Text(), nullable=False, server_default="null")
    op.add_column("taken_plan", variations)
