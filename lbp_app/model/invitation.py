"""What may be offered today, and why not more."""

from dataclasses import dataclass
from enum import StrEnum

from lbp_app.model.flare import Flare
from lbp_app.model.pause import Pause, PausedBy


class Invited(StrEnum):
    """NOTHING: no session is offered at all. GENTLE: nobody is invited, the lightest is offered.
    QUIET: nobody is invited, everything can be found. REST: there was a session a day ago.
    """

    NOTHING = "nothing"
    GENTLE = "gentle"
    QUIET = "quiet"
    REST = "rest"
    SESSION = "session"


@dataclass(frozen=True)
class Invitation:
    """`pause` and `flare` say why, where they do."""

    invited: Invited
    pause: Pause | None = None
    flare: Flare | None = None

    @property
    def is_closed(self) -> bool:
        """The programme is not for this person."""
        return self.pause is not None and self.pause.by is PausedBy.OUTSIDE
