"""What tests are made from."""

from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from lbp_app.model.day import Clock

HOME = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 10, 5, 9, 0, tzinfo=HOME)  # a Monday morning
TODAY = date(2026, 10, 5)


class Hand:
    """Moves the clock of a test."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at
        self.zone: tzinfo = HOME

    def clock(self) -> Clock:
        return Clock(instant=lambda: self.at, zone=lambda: self.zone)

    def move(self, **by: float) -> None:
        """As timedelta counts: `hand.move(days=1)`."""
        self.at += timedelta(**by)
