"""Tjek af tegn on the screen: calm for the many, at once for the few, and nothing lost."""

from pathlib import Path

import flet as ft
import msgspec
import pytest

from lbp_app.actions import check_offer, diary, flare, person
from lbp_app.actions import screening as actions
from lbp_app.actions.course import course_now, follow_up_since
from lbp_app.content import bundle, library
from lbp_app.exchange.rules import loaded
from lbp_app.model.asking import Kind, Round, Step
from lbp_app.model.pause import Paused, paused
from lbp_app.model.person import Role
from lbp_app.model.triage import Answer, Tier
from lbp_app.services import Services
from tests.builders import TODAY, Hand
from tests.harness import Screen
from tests.opened import opened

NONE, ON, UNSURE = "Ingen af disse", "Videre", "Usikker"
CALM = {"Svært at holde på afføring eller luft?": "Nej", "Er livet værd at leve?": "Ja"}
NUMB = "Følelsesløst eller prikkende: endetarm, kønsdele, inderlår"
TITLE = {"da": "Fortsæt roligt", "en": "Go on calmly"}
SPOKEN = {"Rygvej", " ", "M", "Gå til indholdet", "Skip to content"}  # not there to be read


@pytest.fixture
def known(services: Services) -> Services:
    """Somebody whose year of birth the profile tells."""
    person.change_profile(services, "birth_year", "1975")
    return services


def heading(screen: Screen) -> str:
    (head,) = [s for s in screen.find(ft.Semantics, header=True) if s.heading_level == 1]
    assert isinstance(head.content, ft.Text)
    return str(head.content.value)


async def tick(screen: Screen, name: str) -> None:
    await screen.press(name)


async def calmly(screen: Screen, until: str = "/svar") -> int:
    """Through the rest without anything to tell. The number of taps."""
    taps = 0
    while not str(screen.page.route).endswith(until):
        await screen.follow(CALM.get(heading(screen), NONE))
        taps += 1
    return taps


def read(screen: Screen) -> list[str]:
    """What there is to read; a name for a screen reader alone is not counted."""
    labels = set(screen.labels())
    return [text for text in screen.texts() if text not in SPOKEN | labels]


# --- the calm path ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.full
async def test_a_well_person_is_through_in_a_few_screens_taps_and_words(
    known: Services, language: str
) -> None:
    person.change_preference(known, "language", language)
    calm = (
        CALM
        if language == "da"
        else {"Trouble holding stools or wind?": "No", "Is life worth living?": "Yes"}
    )
    none = NONE if language == "da" else "None"
    screens, taps, words = 1, 0, 0
    async with opened(known, "/tjek") as screen:
        while not str(screen.page.route).endswith("/svar"):
            words += sum(len(text.split()) for text in read(screen))
            await screen.follow(calm.get(heading(screen), none))
            screens, taps = screens + 1, taps + 1
        words += sum(len(text.split()) for text in read(screen))
        assert heading(screen) == TITLE[language]
    print(f"{language}: {screens} screens, {taps} taps, {words} words")
    assert (screens <= 14, taps <= 16, words <= 350) == (True, True, True), words
    (kept,) = known.screenings.all()
    assert (kept.tier, kept.complete, kept.round) == (Tier.WATCH, True, Round.FULL)
    assert kept.shown.startswith(TITLE[language])
    assert not paused(known.pauses.all(), Paused.EXERCISE, TODAY)


@pytest.mark.full
async def test_nothing_is_kept_before_the_first_reply(known: Services) -> None:
    async with opened(known, "/tjek"):
        assert known.screenings.draft() is None


@pytest.mark.full
async def test_the_monthly_round_is_shorter_and_confirms_what_was_ticked(
    known: Services, hand: Hand
) -> None:
    async with opened(known, "/tjek") as screen:
        await tick(screen, "Knogleskørhed")
        await screen.follow(ON)
        await screen.follow("Ja")
        await calmly(screen)
        hand.move(days=30)
        await screen.goto("/tjek")
        assert screen.find(ft.Checkbox, value=True)
        await screen.follow(ON)
        assert heading(screen) == "Passer noget af dette?"
        assert await calmly(screen) == 8
    newest = known.screenings.all()[-1]
    assert (newest.round, newest.complete) == (Round.SHORT, True)
    assert newest.answers["osteoporosis_known"] is Answer.YES


@pytest.mark.full
async def test_after_the_short_round_the_rest_may_be_answered(known: Services, hand: Hand) -> None:
    async with opened(known, "/tjek") as screen:
        await calmly(screen)
        hand.move(days=30)
        await screen.goto("/tjek")
        await calmly(screen)
        await screen.follow("Svar også om fald og smerter")
        assert heading(screen) == "Fald eller ulykke?"
        assert await calmly(screen) == 2
    newest = known.screenings.all()[-1]
    assert (newest.round, newest.complete) == (Round.FULL, True)


# --- what hurries -------------------------------------------------------------------------------


async def to_the_emergency(screen: Screen) -> None:
    await calmly(screen, "/tjek/3")
    await tick(screen, NUMB)
    await screen.follow(ON)
    await screen.follow("Ja")


@pytest.mark.full
async def test_an_emergency_is_shown_at_once_kept_and_stops_what_should_wait(
    known: Services,
) -> None:
    async with opened(known, "/tjek") as screen:
        await to_the_emergency(screen)
        assert heading(screen) == "Ring nu"
        (kept,) = known.screenings.all()
        assert (kept.tier, kept.complete) == (Tier.EMERGENCY_NOW, False)
        assert paused(known.pauses.all(), Paused.EXERCISE, TODAY)
        assert "Vi kan ikke sige mere" in " ".join(screen.texts())
        assert "Fortsæt roligt" not in " ".join(screen.texts())
        await screen.follow("Svar på resten")
        await screen.follow("Nej")  # the old numbness
        await calmly(screen)
        assert heading(screen) == "Ring nu"
    assert [one.complete for one in known.screenings.all()] == [False, True]


@pytest.mark.parametrize(
    "at",
    [
        "2026-10-05T10:00+02:00",
        "2026-10-05T22:00+02:00",
        "2026-12-24T10:00+01:00",
        "2026-10-04T10:00+02:00",
    ],
)
@pytest.mark.full
async def test_by_day_the_own_doctor_is_rung_else_the_acute_line(
    known: Services, hand: Hand, at: str
) -> None:
    from datetime import datetime

    hand.at = datetime.fromisoformat(at)
    person.change_profile(known, "region", "sjaelland")
    person.change_profile(known, "doctor_name", "Lægerne på Torvet")
    person.change_profile(known, "doctor_phone", "57 61 00 00")
    async with opened(known, "/tjek") as screen:
        await to_the_emergency(screen)
        rung = {button.url for button in screen.find(ft.FilledButton) if button.url}
    by_day = at.startswith("2026-10-05T10")
    assert rung == {"tel:112", "tel:57610000" if by_day else "tel:1818"}


async def test_each_number_can_be_rung_read_and_copied(known: Services) -> None:
    person.change_profile(known, "region", "sjaelland")
    async with opened(known, "/tjek") as screen:
        await to_the_emergency(screen)
        rung = {b.url for b in screen.find(ft.FilledButton) if b.url}
        copied = {b.action.data for b in screen.find(ft.TextButton) if b.action}
        large = {t.value for t in screen.find(ft.Text) if t.style and (t.style.size or 0) >= 27}
    assert rung == {"tel:112"}  # ten in the morning, and no number of the own doctor is known
    assert {"112"} <= copied & large
    assert any("Jeg har ondt i ryggen, og det er akut" in text for text in copied)


@pytest.mark.full
async def test_a_plan_to_die_has_a_page_of_its_own_with_people_to_call(known: Services) -> None:
    async with opened(known, "/tjek") as screen:
        await tick(screen, "Medicin, der fortynder blodet")
        await screen.follow(ON)
        await screen.follow("Ja")
        while heading(screen) != "Er livet værd at leve?":
            await screen.follow(CALM.get(heading(screen), NONE))
        assert "Livslinien, 70 20 12 01" in screen.texts()  # before anything is answered
        await tick(screen, "Nej, eller jeg tvivler")
        await screen.follow(ON)
        await screen.follow("Ja")
        await screen.follow("Ja")
        assert heading(screen) == "Ring nu. Du skal ikke være alene"
        told = " ".join(screen.texts())
        assert "Livslinien" in told
        assert "Kør ikke selv" not in told


@pytest.mark.full
async def test_an_overdose_asks_what_how_much_and_when(known: Services) -> None:
    async with opened(known, "/tjek") as screen:
        await calmly(screen, "/tjek/2")
        await tick(screen, "For mange tabletter eller selvskade")
        await screen.follow(ON)
        await screen.follow("Ja")
        told = " ".join(screen.texts())
    assert "hvad du har taget, hvor meget og hvornår" in told
    assert "Du kan have det godt de første timer, selv om det haster" in told
    assert "Giftlinjen" in told


# --- going on -----------------------------------------------------------------------------------


@pytest.mark.full
async def test_not_sure_is_asked_in_simpler_words_and_then_counts(known: Services) -> None:
    async with opened(known, "/tjek") as screen:
        await calmly(screen, "/tjek/3")
        await tick(screen, NUMB)
        await screen.follow(ON)
        await screen.follow("Ved ikke")
        assert heading(screen).startswith("Tænk på, når du tørrer dig")
        await screen.follow("Ved ikke")
        await screen.follow("Nej")
        await calmly(screen)
        assert heading(screen) == "Tal med en læge i dag"
    assert known.screenings.all()[-1].answers["saddle_numbness"] is Answer.UNSURE


@pytest.mark.full
async def test_who_is_not_sure_of_a_page_is_asked_each_question_on_it(known: Services) -> None:
    async with opened(known, "/tjek") as screen:
        await calmly(screen, "/tjek/5")
        await screen.follow(UNSURE)
        assert "holde på afføring eller luft, eller at mærke" in heading(screen)


@pytest.mark.full
async def test_back_and_change(known: Services) -> None:
    async with opened(known, "/tjek") as screen:
        await to_the_emergency(screen)
        await screen.goto("/tjek/4")
        assert [t.value for t in screen.find(ft.Text, semantics_label="Ja, valgt")] == ["Ja"]
        await screen.follow("Nej")
        await screen.follow("Nej")  # nor is it an old numbness
        assert heading(screen) == "Er det anderledes at tisse?"
        await calmly(screen)
        assert heading(screen) == "Fortsæt roligt"
    assert [one.tier for one in known.screenings.all()] == [Tier.EMERGENCY_NOW, Tier.WATCH]
    assert paused(known.pauses.all(), Paused.EXERCISE, TODAY)  # until a doctor was reached


@pytest.mark.full
async def test_a_tick_is_kept_and_taken_back(known: Services) -> None:
    async with opened(known, "/tjek") as screen:
        await tick(screen, "Knogleskørhed")
        assert ON in screen.names()
        assert NONE not in screen.names()
    async with opened(known, "/tjek") as screen:
        assert len(screen.find(ft.Checkbox, value=True)) == 1
        await tick(screen, "Knogleskørhed")
        assert NONE in screen.names()
        assert screen.find(ft.Checkbox, value=True) == []


@pytest.mark.full
async def test_the_second_tap_of_a_double_one_answers_nothing(known: Services, hand: Hand) -> None:
    async with opened(known, "/tjek") as screen:
        await screen.follow(NONE)
        hand.move(seconds=0.2)
        await screen.press(NONE)
        assert known.screenings.draft().replies.keys() == {"ticks/about_you"}  # type: ignore[union-attr]
        hand.move(seconds=0.3)
        await screen.follow(NONE)
        assert len(known.screenings.draft().replies) == 2  # type: ignore[union-attr]


@pytest.mark.full
async def test_a_check_that_another_tab_has_finished_is_not_gone_on_with(known: Services) -> None:
    async with opened(known, "/tjek") as screen:
        await calmly(screen, "/tjek/5")
        actions.record(known, {"fever_unwell": Answer.YES}, "Tal med en læge i dag")
        await screen.settle()
        assert heading(screen) == "Tal med en læge i dag"


@pytest.mark.parametrize("route", ["/tjek/99", "/tjek/0", "/tjek/-1", "/tjek/x"])
@pytest.mark.full
async def test_a_made_up_address_leads_to_what_is_open(known: Services, route: str) -> None:
    actions.begin(known, Round.FULL)
    async with opened(known, route) as screen:
        assert heading(screen) == "Gælder noget for dig?"


async def test_a_page_left_open_overnight_asks_again_and_tells_no_earlier_result(
    known: Services, hand: Hand
) -> None:
    async with opened(known, "/tjek") as screen:
        await calmly(screen)
    hand.move(days=56)
    actions.begin(known, Round.FULL)
    hand.move(days=1)
    for route in ("/tjek/5", "/tjek/99"):
        async with opened(known, route) as screen:
            assert heading(screen) == "Gælder noget for dig?"


async def test_a_result_of_another_day_says_of_which(known: Services, hand: Hand) -> None:
    async with opened(known, "/tjek") as screen:
        await calmly(screen)
        assert "Dit tjek 5.\xa0oktober 2026" not in screen.texts()
    hand.move(days=1)
    async with opened(known, "/tjek/svar") as screen:
        assert "Dit tjek 5.\xa0oktober 2026" in screen.texts()
        await screen.follow("Tag et tjek nu")
        assert heading(screen) == "Gælder noget for dig?"


async def test_a_reply_that_fits_nothing_is_refused(known: Services) -> None:
    from lbp_app.errors import AnswerRefusedError

    for step, said in (
        (Step(Kind.TICKS, "about_you"), ("saddle_numbness",)),
        (Step(Kind.TICKS, "pain"), ()),
        (Step(Kind.QUESTION, "saddle_numbness"), ("yes",)),
    ):
        with pytest.raises(AnswerRefusedError):
            actions.reply(known, step, said, lambda _: "")
    assert known.screenings.draft() is None


# --- what I dag says ----------------------------------------------------------------------------


@pytest.mark.full
async def test_a_check_is_offered_before_anything_else_and_may_be_put_off(
    known: Services, hand: Hand
) -> None:
    async with opened(known) as screen:
        assert "Et tjek af tegn" in screen.texts()
        await screen.press("Ikke i dag")
        assert "Et tjek af tegn" not in screen.texts()
        hand.move(days=1)
    async with opened(known) as screen:
        assert "Et tjek af tegn" in screen.texts()


def offered(services: Services) -> Round | None:
    return check_offer.offered(services, follow_up_since(course_now(services)))


@pytest.mark.full
async def test_the_short_one_comes_each_month_and_with_a_bad_spell(
    known: Services, hand: Hand
) -> None:
    actions.record(known, dict.fromkeys(_needed(), Answer.NO), "Fortsæt roligt")
    assert offered(known) is None
    hand.move(days=1)
    assert offered(known) is Round.LATER
    hand.move(days=28)
    assert offered(known) is Round.LATER
    hand.move(days=1)
    assert offered(known) is Round.SHORT
    actions.record(known, dict.fromkeys(_needed(), Answer.NO), "Fortsæt roligt", Round.SHORT)
    actions.record(known, {}, "Fortsæt roligt", Round.LATER)
    hand.move(days=2)
    assert offered(known) is None
    flare.start_flare(known)
    assert offered(known) is Round.SHORT


def _needed() -> list[str]:
    parts = library.load().parts
    return [sign for part in parts for tick in part.ticks for sign in tick.signs]


@pytest.mark.full
async def test_one_under_way_is_gone_on_with_or_begun_anew(known: Services) -> None:
    async with opened(known, "/tjek") as screen:
        await calmly(screen, "/tjek/4")
        await screen.goto("/")
        assert "Du er i gang med et tjek af tegn" in screen.texts()
        await screen.follow("Fortsæt")
        assert heading(screen) == "Er det anderledes at tisse?"
        await screen.goto("/")
        await screen.follow("Begynd forfra")
        assert heading(screen) == "Gælder noget for dig?"


@pytest.mark.full
async def test_the_page_of_signs_pays_nothing_for_the_check(
    known: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, part = list[str](), bundle._part

    def noting(file: Path, begin: int, where: bundle.Part, kind: type[msgspec.Struct]) -> object:
        read.append(kind.__name__)
        return part(file, begin, where, kind)

    monkeypatch.setattr(bundle, "_part", noting)
    loaded.cache_clear()
    async with opened(known, "/tegn") as screen:
        assert read == ["Rules"]  # what the page with the emergency numbers needs
        await screen.goto("/tjek")
        assert "Bodies" in read


@pytest.mark.full
async def test_the_next_day_asks_whether_a_doctor_was_reached(known: Services, hand: Hand) -> None:
    async with opened(known, "/tjek") as screen:
        await to_the_emergency(screen)
        await screen.goto("/")
        assert "Fik du talt med en læge?" not in screen.texts()
        assert "holder pause, til en læge har hørt om dine svar" in " ".join(screen.texts())
    hand.move(days=1)
    async with opened(known) as screen:
        assert "Fik du talt med en læge?" in screen.texts()
        field = screen.one(ft.TextField, label="Hvad blev I enige om?")
        await screen.send(field, "change", "Hun ringer", value="Hun ringer")
        await screen.press("Ja, jeg har talt med en læge")
        assert "Fik du talt med en læge?" not in screen.texts()
        assert "Fortryd det seneste" not in screen.names()  # it is kept as it was said
    (said,) = known.screenings.follow_ups()
    assert (said.reached, said.said) == (True, "Hun ringer")
    assert not paused(known.pauses.all(), Paused.EXERCISE, known.clock.today())


async def test_what_is_typed_about_the_doctor_stays_while_the_page_is_drawn_again(
    known: Services, hand: Hand
) -> None:
    actions.record(known, {"suicidal_plan_or_intent": Answer.YES}, "Ring nu")
    hand.move(days=1)
    async with opened(known, height=3000) as screen:
        field = screen.one(ft.TextField, label="Hvad blev I enige om?")
        await screen.send(field, "change", "Hun ringer", value="Hun ringer")
        await screen.press("Rygsmerte: 4 af 10")
        person.change_preference(known, "text_scale", 120)
        await screen.settle()
        assert screen.one(ft.TextField, label="Hvad blev I enige om?").value == "Hun ringer"


async def test_after_dark_thoughts_it_asks_for_anybody_who_could_help(
    known: Services, hand: Hand
) -> None:
    actions.record(known, {"suicidal_plan_or_intent": Answer.YES}, "Ring nu")
    hand.move(days=1)
    async with opened(known) as screen:
        assert "Fik du talt med nogen?" in screen.texts()
        assert "Fik du talt med en læge?" not in screen.texts()
        await screen.press("Ja, jeg har fået hjælp")
        assert "Fik du talt med nogen?" not in screen.texts()
    assert not paused(known.pauses.all(), Paused.EXERCISE, known.clock.today())


@pytest.mark.full
async def test_whom_to_ring_is_told_for_what_waits_and_not_for_what_came_after(
    known: Services,
) -> None:
    async with opened(known, "/tjek") as screen:
        await to_the_emergency(screen)
        actions.record(known, {}, "Fortsæt roligt", Round.LATER)
        await screen.goto("/")
        await screen.follow("Se, hvem du kan ringe til")
        assert heading(screen) == "Ring nu"


@pytest.mark.full
async def test_not_yet_is_kept_and_asked_again(known: Services, hand: Hand) -> None:
    async with opened(known, "/tjek") as screen:
        await to_the_emergency(screen)
    hand.move(days=1)
    async with opened(known) as screen:
        await screen.press("Ikke endnu")
        assert "Fik du talt med en læge?" not in screen.texts()
        assert "Se, hvem du kan ringe til" in screen.names()
    assert paused(known.pauses.all(), Paused.EXERCISE, known.clock.today())


@pytest.mark.parametrize(
    "note", ["Helt FØLELSESLØS i foden", "svært at tisse", "lidt feber", "kraftløst ben"]
)
@pytest.mark.full
async def test_a_word_in_the_note_offers_the_check_once_and_kindly(
    known: Services, note: str
) -> None:
    diary.write_note(known, TODAY, note)
    async with opened(known) as screen:
        assert "Nej tak" in screen.names()
        await screen.press("Nej tak")
        assert "Nej tak" not in screen.names()
    async with opened(known) as screen:
        assert "Nej tak" not in screen.names()


@pytest.mark.parametrize("note", ["Gik en tur", "Artisterne var gode", ""])
@pytest.mark.full
async def test_other_notes_offer_nothing(known: Services, note: str) -> None:
    diary.write_note(known, TODAY, note)
    assert not check_offer.offered_for_note(known, TODAY)


# --- history ------------------------------------------------------------------------------------


@pytest.mark.full
async def test_every_check_stands_in_the_history_as_it_was(known: Services) -> None:
    async with opened(known, "/tjek") as screen:
        await to_the_emergency(screen)
        await screen.goto("/mig/tjek")
        assert "Ring nu" in screen.texts()
        await screen.press("Vis det hele")
        told = " ".join(screen.texts())
    sign = library.load().signs["saddle_numbness"].text["da"]
    assert sign in told
    assert known.rules().version in told
    assert "Kør ikke selv" in told
    assert "Fortryd det seneste" not in screen.names()


@pytest.mark.full
async def test_a_physiotherapist_is_not_asked(known: Services) -> None:
    person.switch_role(known, Role.PHYSIO)
    async with opened(known, "/tegn") as screen:
        assert "Svar på nogle få spørgsmål" not in screen.names()


@pytest.mark.full
async def test_no_clinician_has_read_it_and_the_result_says_so(known: Services) -> None:
    async with opened(known, "/tjek") as screen:
        await to_the_emergency(screen)
        assert "Ikke gennemgået af en læge." in screen.texts()
        await screen.press("Hvorfor?")
        assert any("002 §6.2" in text for text in screen.texts())
