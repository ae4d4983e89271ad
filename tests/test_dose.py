"""A dose that a physiotherapist wrote holds in the session, and stands where the usual one did."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from lbp_app.actions import care_plan, prescribed, progression, session, step_today
from lbp_app.actions import prescription as actions
from lbp_app.actions.exercise_sheet import paper
from lbp_app.actions.history import undo
from lbp_app.actions.person import change_preference
from lbp_app.content import library
from lbp_app.model.dose import dose_of
from lbp_app.model.exercise import Dose, Group, Level, Mode
from lbp_app.model.history import Change
from lbp_app.model.player import Planned
from lbp_app.model.prescription import Doses, Prescription, Variations
from lbp_app.model.progression import Choice, Easier, More, Proposal
from lbp_app.model.session import SessionKind
from lbp_app.services import Services
from tests.builders import TODAY, Hand
from tests.opened import opened

REPS = Dose(Mode.REPS, (1, 3), (8, 12), each_side=True)
HOLD = Dose(Mode.HOLD, (1, 3), (10, 20))
A_STEP = Proposal("3.2", Choice.MORE, (), More.REPS, (Easier.REPS,), (), "effort_more_most")
LEVELS = (Level(1), None, Level(2), Level(1), Level(1), Level(1), Level(1), Level(1))
NOTE = "Godt gået.\nRejs dig: Fra en lavere stol. Prøv med indkøbsposen.\nRise: With a bag."


@pytest.mark.parametrize(
    ("said", "sets", "amount"),
    [
        ("3 x 10", (3, 3), (10, 10)),
        ("3×8, to gange om dagen", (3, 3), (8, 8)),
        ("2-3 x 8–12 gange", (2, 3), (8, 12)),
        (" 2 sæt x 15 ", (2, 2), (15, 15)),
        ("2 sets x 15 reps", (2, 2), (15, 15)),
        ("1 * 6 til hver side", (1, 1), (6, 6)),
    ],
)
def test_a_dose_is_read(said: str, sets: tuple[int, int], amount: tuple[int, int]) -> None:
    assert dose_of(said, REPS) == Dose(Mode.REPS, sets, amount, each_side=True)


@pytest.mark.parametrize(
    "said",
    ["", "som sidst", "3 x", "3 x 30 sek", "2 x 1 min", "0 x 8", "3 x 0", "3-2 x 8", "11 x 8"],
)
def test_what_is_no_dose_of_repetitions_is_not_read(said: str) -> None:
    assert dose_of(said, REPS) is None


@pytest.mark.parametrize("said", ["3 x 30", "3 x 30 sek", "3 × 30 sek.", "3x30s", "3 x 30 seconds"])
def test_seconds_are_read_of_what_is_held(said: str) -> None:
    assert dose_of(said, HOLD) == Dose(Mode.HOLD, (3, 3), (30, 30))


@pytest.mark.parametrize("said", ["3 x 10 gange", "3 x 10 reps", "3 x 2 min", "3 x 601"])
def test_repetitions_are_not_read_of_what_is_held(said: str) -> None:
    assert dose_of(said, HOLD) is None


# --- in the session -----------------------------------------------------------------------------


@pytest.fixture
def take(services: Services) -> Callable[..., Change]:
    """A plan from somebody paired, whose signature is none of this test's business."""

    def taken(**doses: str) -> Change:
        said = tuple(doses.get(f"g{group.value}") for group in Group)
        plan = Prescription(LEVELS, said, NOTE, "0123456789abcdef", 1, TODAY, 84)
        pairing = _pairing(services)
        return actions.take(services, actions.Offer(LEVELS, plan, pairing))

    return taken


def _pairing(services: Services) -> actions.Pairing:
    clock = services.clock
    key = "00" * 32
    one = actions.Pairing(
        id="p" * 32,
        name="Mette Holm",
        key=key,
        box=key,
        tag="0123456789abcdef",
        own_box=key,
        confirmed=True,
        ended=None,
        day=clock.today(),
        at=clock.now(),
        zone=clock.zone_name(),
    )
    services.pairings.put(one, b"\0" * 32)
    return one


def planned(services: Services, exercise: str, kind: SessionKind = SessionKind.FULL) -> Planned:
    plan = session.plan_session(services, kind)
    return next(one for one in plan if one.exercise == exercise)


def test_it_is_as_much_as_was_prescribed_in_the_first_week_too(
    services: Services, take: Callable[..., Change]
) -> None:
    before = planned(services, "3.1")
    change = take(g3="4 x 14", g1="noget andet")
    assert (planned(services, "3.2").sets, planned(services, "3.2").amount) == (4, 14)
    (alone,) = session.plan_session(services, SessionKind.SINGLE, "3.2")
    assert (alone.sets, alone.amount) == (4, 14)
    undo(services, change)
    assert planned(services, "3.1") == before


def test_what_was_chosen_before_does_not_bend_what_was_prescribed(
    services: Services, take: Callable[..., Change], hand: Hand
) -> None:
    fewer = replace(A_STEP, suggests=Choice.EASIER)
    for _ in range(2):
        progression.accept_step(services, fewer, Choice.EASIER, Easier.REPS)
    hand.move(days=30)
    change = take(g3="3 x 12")
    assert amount(services) == 12
    undo(services, change)
    assert amount(services) == 4


def test_fewer_than_was_prescribed_comes_as_it_was_promised(
    services: Services, take: Callable[..., Change], hand: Hand
) -> None:
    for _ in range(2):
        progression.accept_step(services, A_STEP, Choice.MORE)
    hand.move(days=30)
    take(g3="3 x 10")
    hand.move(days=2)
    assert step_today.steps_of(services, "3.2").fewer == 8
    progression.accept_step(services, A_STEP, Choice.EASIER, Easier.REPS)
    assert amount(services) == 8


def amount(services: Services) -> int:
    (alone,) = session.plan_session(services, SessionKind.SINGLE, "3.2")
    return alone.amount


@pytest.mark.full
def test_what_is_not_read_leaves_the_usual_amount(
    services: Services, take: Callable[..., Change]
) -> None:
    before = planned(services, "1.1")
    take(g1="lidt ad gangen")
    assert planned(services, "1.1").amount == before.amount
    assert prescribed.doses(services)["1.1"] == "lidt ad gangen"


@pytest.mark.full
def test_it_holds_at_the_level_it_was_prescribed_for_only(
    services: Services, take: Callable[..., Change]
) -> None:
    take(g3="4 x 14", g2="2 x 9")
    assert prescribed.doses(services) == {"3.2": "4 x 14"}
    care_plan.try_level(services, Group(3), Level(1))
    assert planned(services, "3.1").sets < 4


@pytest.mark.full
def test_it_ends_when_the_person_takes_the_levels_over(
    services: Services, take: Callable[..., Change], hand: Hand
) -> None:
    take(g3="4 x 14")
    hand.move(minutes=1)
    care_plan.take_over_levels(services)
    assert prescribed.doses(services) == {}


@pytest.mark.full
def test_a_step_up_stays_within_what_was_prescribed(
    services: Services, take: Callable[..., Change]
) -> None:
    take(g3="2 x 10-11")
    assert step_today.steps_of(services, "3.2").more == 11


# --- on the screen ------------------------------------------------------------------------------


@pytest.mark.full
async def test_it_stands_with_the_exercise_and_says_whose_it_is(
    services: Services, take: Callable[..., Change]
) -> None:
    take(g3="4 x 14")
    async with opened(services, "/oevelser/3.2") as screen:
        assert "4 x 14, fra din fysioterapeut" in screen.texts()
        assert "Fra Mette Holm" in screen.texts()
        assert "Fra en lavere stol. Prøv med indkøbsposen." in screen.texts()
        assert "With a bag." in screen.texts()
    async with opened(services, "/oevelser/3.1") as screen:
        assert "4 x 14, fra din fysioterapeut" not in screen.texts()
        assert "Fra Mette Holm" not in screen.texts()


@pytest.mark.full
async def test_it_stands_in_the_group_and_leads_to_the_message(
    services: Services, take: Callable[..., Change]
) -> None:
    take(g3="4 x 14")
    async with opened(services, "/oevelser/gruppe/3") as screen:
        assert any("4 x 14, fra din fysioterapeut" in text for text in screen.texts())
    async with opened(services, "/oevelser") as screen:
        await screen.follow("Dosis og besked fra Mette Holm")
        assert any("Godt gået." in text for text in screen.texts())


def full(*case: object) -> object:
    return pytest.param(*case, marks=pytest.mark.full)


DOSES, NO_DOSES = ("3 x 10", *[None] * 7), (None,) * 8
VARIED, NOT_VARIED = ("a", *[None] * 7), (None,) * 8


@pytest.mark.parametrize(
    ("doses", "variations", "message", "said", "english"),
    [
        (NO_DOSES, VARIED, "", "Variation", "Variation"),
        full(NO_DOSES, VARIED, NOTE, "Variation og besked", "Variation and message"),
        full(NO_DOSES, NOT_VARIED, NOTE, "Besked", "Message"),
        full(DOSES, NOT_VARIED, " ", "Dosis", "Dose"),
        full(DOSES, NOT_VARIED, NOTE, "Dosis og besked", "Dose and message"),
        full(DOSES, VARIED, "", "Dosis og variation", "Dose and variation"),
        full(DOSES, VARIED, NOTE, "Dosis, variation og besked", "Dose, variation and message"),
        full(NO_DOSES, NOT_VARIED, "", None, None),
        full(None, None, "", None, None),
    ],
)
async def test_the_link_says_what_came_along(
    services: Services,
    doses: Doses | None,
    variations: Variations | None,
    message: str,
    said: str | None,
    english: str | None,
) -> None:
    plan = Prescription(LEVELS, doses, message, "0123456789abcdef", 1, TODAY, 84, variations)
    actions.take(services, actions.Offer(LEVELS, plan, _pairing(services)))
    for language, expected, ending in (("da", said, "fra"), ("en", english, "from")):
        change_preference(services, "language", language)
        async with opened(services, "/oevelser") as screen:
            found = [name for name in screen.names() if name.endswith(f" {ending} Mette Holm")]
            assert found == ([f"{expected} {ending} Mette Holm"] if expected else [])


@pytest.mark.full
async def test_it_stands_in_the_guided_session(
    services: Services, take: Callable[..., Change]
) -> None:
    take(g3="4 x 14")
    plan = session.plan_session(services, SessionKind.SINGLE, "3.2")
    session.start_session(services, SessionKind.SINGLE, plan)
    async with opened(services, "/traening") as screen:
        assert "4 x 14, fra din fysioterapeut" in screen.texts()
        assert "4 sæt, 14 gange" in screen.texts()


@pytest.mark.full
def test_it_stands_on_paper(services: Services, take: Callable[..., Change]) -> None:
    take(g3="4 x 14")
    pages = PdfReader(BytesIO(paper(services))).pages
    said = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "4 x 14, fra din fysioterapeut" in said


@pytest.mark.full
def test_the_catalogue_itself_is_as_it_was(services: Services, take: Callable[..., Change]) -> None:
    take(g3="4 x 14")
    assert not any(one.prescribed for one in services.catalogue().exercises.values())
    assert library.load().exercise("3.2").dose.sets != (4, 4)
