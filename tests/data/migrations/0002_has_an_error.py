"""Is itself wrong."""

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    raise RuntimeError("a programmer's mistake")
