"""Takes in what a colleague handed over: all of it in one transaction, or nothing."""

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

    def take(self, handed: HandedPeople) -> None:
        with self._database.writing() as connection:
            for one in handed.people:
                self._participants.put_within(connection, one)
            for plan in handed.plans:
                self._plans.put_within(connection, plan)
            for report in handed.reports:
                self._reports.put_within(connection, report)
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
