"""Participants on the screen: the first start of the role, the list, and eight levels quickly."""

import flet as ft
import pytest

from lbp_app.actions import handing_over, person, plan_handing, responsibility
from lbp_app.actions import participant as people
from lbp_app.actions import participant_plan as plans
from lbp_app.exchange import pairing
from lbp_app.model.exercise import Group
from lbp_app.services import Services
from tests.harness import Screen
from tests.opened import opened
from tests.physio import participant_of, physio_of


@pytest.fixture
def physio(services: Services) -> Services:
    return physio_of(services)


@pytest.fixture
def birgit(physio: Services) -> str:
    return participant_of(physio)


def levels(physio: Services, who: str) -> str:
    plan = plans.plan_of(physio, who)
    return "" if plan is None else "".join(str(plan.prescribed(group) or 0) for group in Group)


async def figures(screen: Screen, typed: str) -> None:
    field = screen.one(ft.TextField, label="Otte tal i træk")
    await screen.send(field, "change", typed, value=typed)
    await screen.send(field, "submit", typed)
    await screen.settle()


async def test_the_role_begins_with_who_is_responsible_and_asks_for_a_lock(
    services: Services,
) -> None:
    from lbp_app.model.person import Role
    from lbp_app.services import services_for

    made = services_for(
        services.database, services.device.use(Role.PHYSIO), services.clock, services.stop
    )
    person.finish_welcome(made)
    async with opened(made) as screen:
        assert "Du har ansvaret for det, du skriver her" in screen.texts()
        await screen.press("Det er forstået")
        assert "Sæt en lås på først" in screen.texts()
        await screen.press("Vent med låsen, jeg passer på enheden")
        assert "Din første deltager" in screen.texts()
    assert responsibility.is_told(made)
    async with opened(made) as screen:
        assert "Din første deltager" in screen.texts()


@pytest.mark.full
async def test_a_participant_is_made_in_three_steps(physio: Services) -> None:
    async with opened(physio) as screen:
        await screen.press("Ny deltager")
        field = screen.one(ft.TextField, label="Fornavn eller initialer")
        await screen.send(field, "change", "Birgit", value="Birgit")
        await screen.follow("Tilføj")
        assert "Birgit" in screen.texts()
        assert "Otte trin" in screen.texts()


@pytest.mark.full
async def test_a_cpr_number_stays_in_its_field_and_is_not_kept(physio: Services) -> None:
    async with opened(physio) as screen:
        await screen.press("Ny deltager")
        field = screen.one(ft.TextField, label="Fornavn eller initialer")
        await screen.send(field, "change", "010170-1234", value="010170-1234")
        await screen.press("Tilføj")
        assert "CPR-nummer" in str(screen.one(ft.TextField, label=field.label).error)
    assert people.participants(physio) == []


async def test_a_full_name_is_gently_discouraged(physio: Services) -> None:
    async with opened(physio) as screen:
        await screen.press("Ny deltager")
        field = screen.one(ft.TextField, label="Fornavn eller initialer")
        await screen.send(field, "change", "Birgit Sørensen", value="Birgit Sørensen")
        assert any("Fornavnet er nok" in text for text in screen.texts())
        await screen.follow("Tilføj")
    assert len(people.participants(physio)) == 1


@pytest.mark.full
async def test_many_can_be_searched(physio: Services) -> None:
    for at in range(9):
        participant_of(physio, f"Navn{at}", str(at))
    async with opened(physio) as screen:
        field = screen.one(ft.TextField, label="Find en deltager")
        await screen.send(field, "change", "navn7", value="navn7")
        assert "Navn7 · 7" in screen.texts()
        assert "Navn3 · 3" not in screen.texts()


@pytest.mark.full
async def test_eight_taps_set_eight_levels(physio: Services, birgit: str) -> None:
    names = ["Bøj og svaj", "Drej", "Rejs dig", "Broen", "Forsiden", "Ryggen", "Siden"]
    async with opened(physio, f"/deltager/{birgit}") as screen:
        groups = [one for one in screen.labels() if one in names]
        assert groups == names
        told = [one for one in screen.labels() if one][: len(Group)]
        taps = 0
        for group, level in zip(told, "23121143", strict=True):
            await screen.press(f"{group}: trin {level}")
            taps += 1
    assert levels(physio, birgit) == "23121143"
    assert taps <= 20


async def test_eight_figures_and_enter_do_the_same(physio: Services, birgit: str) -> None:
    async with opened(physio, f"/deltager/{birgit}") as screen:
        await figures(screen, "23120143")
        assert levels(physio, birgit) == "23120143"
        await figures(screen, "9")
        assert levels(physio, birgit) == "23120143"
        field = screen.one(ft.TextField, label="Otte tal i træk")
        assert "otte tal" in str(field.error)


@pytest.mark.full
async def test_a_template_a_detail_a_reason_and_the_history(physio: Services, birgit: str) -> None:
    async with opened(physio, f"/deltager/{birgit}", width=1280) as screen:
        await screen.press("Begynder")
        assert levels(physio, birgit) == "11111111"
        await screen.press("Tilpas: Rejs dig")
        await screen.type("Dosis", "3 × 8")
        await screen.type("Hvorfor disse trin?", "Første gang")
        await screen.type("Note til dig selv", "Spørg til koret")
        assert "Fordi: Første gang" in screen.texts()
    plan = plans.plan_of(physio, birgit)
    assert plan is not None
    assert plan.detail(Group.RISE).dose == "3 × 8"
    assert people.participant(physio, birgit).note == "Spørg til koret"


async def test_seen_as_the_patient_in_english_and_large(physio: Services, birgit: str) -> None:
    plans.set_eight(physio, birgit, "23120143")
    people.write_own_note(physio, birgit, "hemmeligt")
    async with opened(physio, f"/deltager/{birgit}/se") as screen:
        assert "Dine øvelser" in screen.texts()
        await screen.press("Engelsk")
        assert "Your exercises" in screen.texts()
        await screen.press("200\xa0%")
        assert not any("hemmeligt" in text for text in screen.texts())


async def test_one_who_was_deleted_is_brought_back(physio: Services, birgit: str) -> None:
    async with opened(physio, f"/deltager/{birgit}") as screen:
        await screen.press("Slet deltageren")
        await screen.follow("Ja, slet")
        assert "Slettet for nylig" in screen.texts()
        await screen.press("Hent tilbage")
        assert "Birgit · 14" in screen.texts()
    assert len(people.participants(physio)) == 1


@pytest.mark.full
async def test_a_page_of_nobody_is_lost(physio: Services) -> None:
    for route in ("/deltager/x", "/deltager/x/se", "/deltager/x/giv", "/deltager/x/forbind"):
        async with opened(physio, route) as screen:
            assert "Den side findes ikke" in screen.texts()


async def test_the_typed_code_stands_large(physio: Services, birgit: str) -> None:
    from lbp_app.actions.plan_handing import typed_code

    plans.set_eight(physio, birgit, "23120143")
    async with opened(physio, f"/deltager/{birgit}/giv") as screen:
        assert typed_code(physio, birgit) in screen.texts()
        await screen.follow("Forbind enhederne")
        assert "1. Din besked til patienten" in screen.texts()


async def test_an_answer_stays_with_the_participant_it_was_read_for(
    physio: Services, birgit: str
) -> None:
    other, box = participant_of(physio, "Bo", "15"), pairing.new_box()
    tag = pairing.tag_for(handing_over.own_keys(physio).signing.public, box.public)
    async with opened(physio, f"/deltager/{birgit}/forbind") as screen:
        await screen.type("Svaret som tekst eller 16 tegn", pairing.answer_text(tag, box.public))
        await screen.press("Læs svaret")
        await screen.goto(f"/deltager/{other}/forbind")
        assert "Ja, de er ens" not in screen.names()
        assert not screen.one(ft.TextField).value


async def test_two_taps_keep_one_template(physio: Services, birgit: str) -> None:
    plans.set_eight(physio, birgit, "23120143")
    async with opened(physio, f"/deltager/{birgit}", width=1280) as screen:
        await screen.press("Gem som skabelon")
        await screen.type("Navn på skabelonen", "Første gang")
        await screen.press("Gem", times=2)
    assert [one.name for one in physio.plan_templates.all()] == ["Første gang"]


async def test_a_signed_plan_is_shown_while_the_plan_is_that_one(
    physio: Services, birgit: str
) -> None:
    box = pairing.new_box()
    tag = pairing.tag_for(handing_over.own_keys(physio).signing.public, box.public)
    plan_handing.confirm_pairing(physio, birgit, pairing.Answer(tag, box.public))
    plans.set_eight(physio, birgit, "11111111")
    async with opened(physio, f"/deltager/{birgit}/giv") as screen:
        await screen.press("Lav planen")
        assert "Lav en ny" in screen.names()
        assert screen.find(ft.Image, semantics_label="QR-kode med planen")
        plans.set_eight(physio, birgit, "44444444")
        await screen.settle()
        assert "Lav planen" in screen.names()
        assert not screen.find(ft.Image, semantics_label="QR-kode med planen")


async def test_what_is_typed_of_a_template_stays_until_it_is_given_up(
    physio: Services, birgit: str
) -> None:
    plans.set_eight(physio, birgit, "11111111")
    async with opened(physio, f"/deltager/{birgit}", height=4000) as screen:
        await screen.press("Gem som skabelon")
        field = screen.one(ft.TextField, label="Navn på skabelonen")
        await screen.send(field, "change", "Let", value="Let")
        person.change_preference(physio, "text_scale", 120)
        await screen.settle()
        assert screen.one(ft.TextField, label="Navn på skabelonen").value == "Let"
        await screen.press("Fortryd")
        await screen.press("Gem som skabelon")
        assert screen.one(ft.TextField, label="Navn på skabelonen").value == ""
