"""What is said about a result, whom to ring, and that nothing calms while answers are missing."""

from datetime import date
from itertools import product

import pytest

from lbp_app.content import library
from lbp_app.content.guidance import Guidance, Where, guidance_for
from lbp_app.content.wording import wording_for
from lbp_app.exchange.rules import loaded
from lbp_app.model.person import REGIONS
from lbp_app.model.triage import Answer, Tier
from lbp_app.rules.triage import judge
from tests.clauses import smallest_sets
from tests.second_reading import ALONE, KEYS
from tests.test_triage import ANSWER, NO_TO_ALL

NIGHT = Where("sjaelland", date(2026, 5, 4), is_open=False)
DAY = Where("sjaelland", date(2026, 5, 4), is_open=True)
CALMING = ("fejler ikke noget", "ser vi ikke tegn", "roligt", "haster ikke", "almindeligt")
FINE = ("alt er fint", "alt i orden", "intet i vejen", "helt rask", "all is well", "nothing wrong")


def advice(
    said: dict[str, object], where: Where = NIGHT, language: str = "da", whole: bool = True
) -> Guidance:
    given = NO_TO_ALL | said if whole else said
    outcome = judge(loaded(), {key: ANSWER[answer] for key, answer in given.items()})
    t = wording_for(language)
    return guidance_for(library.load(), t, outcome.actions, outcome.missing, where)


def kinds(given: Guidance) -> list[str]:
    return [call.kind for call in given.calls]


@pytest.mark.full
def test_by_day_the_own_doctor_and_by_night_the_region() -> None:
    assert kinds(advice({"saddle_numbness": True}, DAY)) == ["call_gp", "call_112"]
    by_night = advice({"saddle_numbness": True}, NIGHT)
    assert [(c.kind, c.phone) for c in by_night.calls] == [
        ("call_acute", "1818"),
        ("call_112", "112"),
    ]
    assert kinds(advice({"severely_unwell": True}, NIGHT)) == ["call_112", "call_acute"]
    assert kinds(advice({"fever_unwell": True}, DAY)) == ["call_gp"]
    assert kinds(advice({"weight_loss_unintended": True}, DAY)) == ["book_gp"]
    assert kinds(advice({"walking_leg_symptoms": True}, DAY)) == ["mention"]
    assert kinds(advice({}, DAY)) == ["continue"]


def test_the_own_doctor_has_a_number_where_it_is_known() -> None:
    known = Where("sjaelland", date(2026, 5, 4), is_open=True, doctor_phone="55512345")
    assert advice({"fever_unwell": True}, known).calls[0].phone == "55512345"
    assert advice({"fever_unwell": True}, DAY).calls[0].phone is None


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.full
def test_on_2_january_2027_no_old_number_is_given(region: str) -> None:
    late = Where(region, date(2027, 1, 2), is_open=False)
    acute, alarm = advice({"saddle_numbness": True}, late).calls
    assert (acute.kind, acute.phone, alarm.phone) == ("call_acute", None, "112")
    assert acute.label.endswith("Tjek nummeret på sundhed.dk.")


def test_without_a_region_there_is_still_somebody() -> None:
    late = Where(None, date(2027, 1, 2), is_open=False)
    assert [(c.label, c.phone) for c in advice({"fever_unwell": True}, late).calls] == [
        ("Lægevagten: Tjek nummeret på sundhed.dk.", None)
    ]
    numbers = [c.phone for c in advice({"fever_unwell": True}, Where(None, NIGHT.on, False)).calls]
    assert numbers == ["1813", "1818", "70110707", "70113131", "70150300"]


def test_thoughts_and_tablets_have_people_of_their_own() -> None:
    assert kinds(advice({"suicidal_plan_or_intent": True})) == ["call_112", "call_lifeline"]
    assert kinds(advice({"suicidal_thoughts": True}, DAY)) == ["call_gp", "call_lifeline"]
    tablets = advice({"overdose_or_self_harm": True})
    assert kinds(tablets) == ["call_112", "call_poison", "call_lifeline"]
    for asked in ("hvad", "hvor meget", "hvornår"):
        assert asked in tablets.text
    assert "selv om det haster" in tablets.text


def test_calm_comes_first_and_only_when_everything_is_answered() -> None:
    finished = advice({"night_pain": True})
    assert finished.text.startswith("Ud fra dine svar ser vi ikke tegn, der kræver læge nu.")
    open_one = advice({k: False for k in KEYS if k != "saddle_numbness"}, whole=False)
    assert open_one.text == (
        "Vi kan ikke sige mere, før du har svaret på resten. "
        "Der mangler svar om: følelsen i skridtet."
    )
    assert open_one.title == "Der mangler nogle svar"
    assert [(c.kind, c.label) for c in open_one.calls] == [("continue", "Svar på resten")]


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("pregnant_or_postpartum", "Øvelserne her er ikke lavet til gravide og nybagte mødre"),
        ("age_under_18", "Rygvej er lavet til voksne"),
    ],
)
def test_whom_it_is_not_for_is_said_beside_another_advice(key: str, why: str) -> None:
    urgent = advice({key: True, "saddle_numbness": True})
    alone = advice({"saddle_numbness": True})
    assert (urgent.title, urgent.calls) == (alone.title, alone.calls)
    first, last = urgent.advice
    assert (first,) == alone.advice and last.startswith(why)
    assert not [word for word in CALMING if word in last]
    assert [a for a in advice({key: True, "fever_unwell": True}).advice if a.startswith(why)]
    assert not [a for a in advice({"fever_unwell": True}).advice if a.startswith(why)]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.full
def test_nothing_calms_on_a_partial_set(key: str) -> None:
    given = advice({key: True}, whole=False)
    assert not [word for word in CALMING if word in given.text + given.title]
    assert "Der mangler svar om:" in given.text
    urgent = ALONE[key] in ("emergency_now", "same_day_doctor")
    assert ("continue" in kinds(given)) is not urgent


@pytest.mark.parametrize("every", [40, pytest.param(1, marks=pytest.mark.full)])
def test_all_has_words_in_both_languages_that_never_say_all_is_well(every: int) -> None:
    combined = [case for _, _, case in smallest_sets()][::every]
    alone: list[dict[str, object]] = [{key: True} for key in KEYS]
    for case, language in product([*combined, *alone, {}], ("da", "en")):
        given = advice(case, DAY, language)
        assert given.calls, case
        said = f"{given.title} {given.text} {given.say}".lower()
        assert not [word for word in (*FINE, "rødt flag", "red flag") if word in said]


@pytest.mark.full
def test_an_emergency_has_a_sentence_to_read_aloud_and_ends_with_not_driving() -> None:
    for key in (key for key in KEYS if ALONE[key] == "emergency_now"):
        given = advice({key: True})
        assert given.say
        by_body = key not in ("suicidal_plan_or_intent", "overdose_or_self_harm")
        assert ("Kør ikke selv" in given.text) is by_body


def test_every_tier_and_every_answer_leads_to_words() -> None:
    for answer in Answer:
        outcome = judge(loaded(), dict.fromkeys(KEYS, answer))
        assert guidance_for(library.load(), wording_for("da"), outcome.actions, (), DAY).text
    assert {Tier.of(action.tier) for action in library.load().triage.actions} == set(Tier)
