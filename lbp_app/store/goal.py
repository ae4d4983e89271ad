"""Keeps goals and how well they went."""

from typing import Any

from lbp_app.model.day import Clock
from lbp_app.model.goal import Goal, GoalRating
from lbp_app.model.history import Change
from lbp_app.store.history import Journal
from lbp_app.store.rows import Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import goal, goal_rating


class GoalStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        goals, ratings = (Journal(person_id, clock, noun) for noun in ("goal", "goal_rating"))
        self._goals: Rows[Goal] = Rows(goal, goals, vars, lambda row: Goal(**row))
        self._ratings: Rows[GoalRating] = Rows(
            goal_rating, ratings, vars, lambda row: GoalRating(**row), "day"
        )

    def all(self) -> list[Goal]:
        """In the order in which they were set; dropped ones too."""
        with self._database.reading() as connection:
            return self._goals.all(connection)

    def put(self, goal_id: str, kept: Goal | None) -> Change:
        with self._database.writing() as connection:
            return self._goals.put(connection, goal_id, kept)

    def ratings(self) -> list[GoalRating]:
        """In the order of their days."""
        with self._database.reading() as connection:
            return self._ratings.all(connection)

    def put_rating(self, rating_id: str, rating: GoalRating | None) -> Change:
        with self._database.writing() as connection:
            return self._ratings.put(connection, rating_id, rating)

    def put_back(self, change: Change) -> Change:
        rows: Rows[Any] = self._goals if change.noun == "goal" else self._ratings
        with self._database.writing() as connection:
            return rows.put_back(connection, change)
