"""Is itself wrong."""

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    raise RuntimeError("a programmer's mistake")
