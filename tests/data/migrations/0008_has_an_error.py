"""Is itself wrong."""

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    raise RuntimeError("a programmer's mistake")
