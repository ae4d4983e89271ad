"""Takes back what was just done."""

from lbp_app.model.history import Change
from lbp_app.services import Services


def can_be_undone(change: Change) -> bool:
    """A check of signs and what came of it are only ever added to."""
    return change.noun not in ("screening", "follow_up")


def undo(services: Services, change: Change) -> Change:
    """Puts the old value back; refused when the same field was changed again since."""
    match change.noun:
        case "check_in":
            return services.diary.put_back(change)
        case "person" | "preferences":
            return services.person.put_back(change)
        case "flare":
            return services.flares.put_back(change)
        case "pause":
            return services.pauses.put_back(change)
        case "doctor_card":
            return services.doctor_card.put_back(change)
        case "care_plan" | "level_trial":
            return services.care_plans.put_back(change)
        case "taken_plan":
            return services.prescriptions.put_back(change)
        case "pairing":
            return services.pairings.put_back(change)
        case "home_test":
            return services.home_tests.put_back(change)
        case "step_decision":
            return services.decisions.put_back(change)
        case "session":
            return services.sessions.put_back(change)
        case "activity":
            return services.activities.put_back(change)
        case "comfort" | "exercise_note":
            return services.comforts.put_back(change)
        case "course" | "appointment":
            return services.courses.put_back(change)
        case "goal" | "goal_rating":
            return services.goals.put_back(change)
        case "reading":
            return services.readings.put_back(change)
        case "reflection":
            return services.reflections.put_back(change)
        case "balance":
            return services.balances.put_back(change)
        case "participant":
            return services.participants.put_back(change)
        case "participant_plan":
            return services.participant_plans.put_back(change)
        case "participant_report":
            return services.participant_reports.put_back(change)
        case "plan_template":
            return services.plan_templates.put_back(change)
        case "class_group" | "class_member" | "class_attendance":
            return services.classes.put_back(change)
        case "reminder" | "reminder_manner":
            return services.reminders.put_back(change)
    raise ValueError(change.noun)
