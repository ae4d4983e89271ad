"""Takes in what a colleague handed over: all of it in one transaction, or nothing."""

from collections.abc import Collection

from sqlalchemy import Connection

from lbp_app.model.colleague import HandedClass, HandedPeople
from lbp_app.store.class_group import ClassStore
from lbp_app.store.course import CourseStore
from lbp_app.store.participant import ParticipantStore
from lbp_app.store.participant_plan import ParticipantPlanStore
from lbp_app.store.participant_report import ParticipantReportStore
from lbp_app.store.session import Database


class ColleagueStore:
    def __init__(
        self,
        database: Database,
        participants: ParticipantStore,
        plans: ParticipantPlanStore,
        reports: ParticipantReportStore,
        classes: ClassStore,
        courses: CourseStore,
    ) -> None:
        self._database = database
        self._participants, self._plans, self._reports = participants, plans, reports
        self._classes, self._courses = classes, courses

    def take(self, handed: HandedPeople, together: Collection[str] = ()) -> None:
        """`together`: who is here and stays as they are; only what is new of them is added."""
        with self._database.writing() as connection:
            for one in handed.people:
                if one.id in together:
                    self._participants.bring_back_within(connection, one.id)
                else:
                    self._participants.put_within(connection, one)
                plans = [plan for plan in handed.plans if plan.participant == one.id]
                self._plans.join_within(connection, one.id, plans)
                reports = [report for report in handed.reports if report.participant == one.id]
                self._reports.join_within(connection, one.id, reports)
            if handed.class_group:
                self._take_class(connection, handed.class_group)

    def _take_class(self, connection: Connection, handed: HandedClass) -> None:
        """In the place of what is left of the same class, when it was here once."""
        self._classes.empty_within(connection, handed.group.id)
        self._courses.empty_within(connection, handed.group.id)
        self._classes.put_with_course_within(connection, handed.group, handed.course)
        for member in handed.members:
            self._classes.put_member_within(connection, member)
        for one in handed.appointments:
            self._courses.put_appointment_within(connection, one.id, one)
        for which, told in handed.said.items():
            for who, said in told.items():
                self._classes.put_said_within(connection, which, who, said)
