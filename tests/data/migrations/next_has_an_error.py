"""Is itself wrong."""

revision = "NEXT"
down_revision = "LAST"


def upgrade() -> None:
    raise RuntimeError("a programmer's mistake")
