"""Is itself wrong."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    raise RuntimeError("a programmer's mistake")
