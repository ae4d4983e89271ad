"""Is itself wrong."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    raise RuntimeError("a programmer's mistake")
