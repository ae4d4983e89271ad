"""Is itself wrong."""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    raise RuntimeError("a programmer's mistake")
