"""Is itself wrong."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    raise RuntimeError("a programmer's mistake")
