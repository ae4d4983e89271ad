"""Mig > Mine data: a backup by hand, and the way back from it."""

from io import BytesIO
from typing import Any

import flet as ft
import pytest

from lbp_app.actions import activity, backup, deletion, diary, goal, mydata
from lbp_app.actions import participant as people
from lbp_app.actions.person import change_preference, change_profile, finish_welcome
from lbp_app.content.plain_words import COUNT, DANISH, ENGLISH, suggested_passphrase
from lbp_app.model.activity import ActivityKind
from lbp_app.model.deletion import Kind
from lbp_app.model.diary import Scale
from lbp_app.model.hand_over import HandedOver
from lbp_app.screens.picking import LARGEST
from lbp_app.screens.shell import of_active_person
from lbp_app.services import Services
from tests.builders import TODAY, YESTERDAY, Hand
from tests.chosen import ChosenFile, choosing
from tests.harness import Screen
from tests.opened import opened, tab
from tests.physio import physio_of
from tests.test_screens_mydata import saved_files

BACKUP, RESTORE = "/mig/data/kopi", "/mig/data/gendan"
WORDS = "syv gule gynger i vinden"


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> ChosenFile:
    return choosing(monkeypatch, ChosenFile("rygvej.rygvej"))


def has(screen: Screen, start: str) -> bool:
    return any(text.startswith(start) for text in screen.texts())


async def type_passphrase(screen: Screen, first: str, again: str) -> None:
    await screen.type("Kodeord", first)
    await screen.type("Kodeord igen", again)


@pytest.mark.full
async def test_both_ways_lead_from_my_data(services: Services) -> None:
    async with opened(services, "/mig/data") as screen:
        await screen.follow("Lav en sikkerhedskopi")
        assert "Hvem kan åbne filen?" in screen.texts()
        await screen.goto("/mig/data")
        await screen.follow("Gendan fra en fil")
        assert "Vælg en fil" in screen.names()


@pytest.mark.full
async def test_a_locked_backup_is_made_and_told(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    async with opened(services, BACKUP) as screen:
        assert has(screen, "Glemmer du kodeordet, kan ingen åbne filen")
        await type_passphrase(screen, WORDS, WORDS)
        await screen.press("Gem filen")
        await screen.until(lambda: has(screen, "Gemt og kontrolleret: 1 dag med svar"))
        [file] = saved_files(screen)
        assert file["file_name"] == "rygvej-2026-10-05.rygvej"
        mydata.delete_everything(services)
        backup.restore(services, BytesIO(file["src_bytes"]), WORDS)
        assert services.diary.count() == 1


@pytest.mark.parametrize(
    ("first", "again", "said"),
    [
        ("kort", "kort", "Kodeordet er for kort"),
        (WORDS, WORDS + "!", "De to felter er ikke ens"),
    ],
)
@pytest.mark.full
async def test_a_passphrase_that_will_not_do_is_told_and_stays(
    services: Services, first: str, again: str, said: str
) -> None:
    async with opened(services, BACKUP) as screen:
        await type_passphrase(screen, first, again)
        await screen.press("Gem filen")
        await screen.until(lambda: has(screen, said))
        assert saved_files(screen) == []
        assert screen.one(ft.TextField, label="Kodeord").value == first


@pytest.mark.full
async def test_where_a_physiotherapists_keys_lie_there_is_always_a_passphrase(
    services: Services,
) -> None:
    services.pairings.put_own_secrets(bytes(32), bytes(32))
    for route in ("/mig/data/kopi", "/mig/data/plan"):
        async with opened(services, route) as screen:
            assert "Enhver, der har filen" not in screen.texts()
            assert any("din nøgle som fysioterapeut" in text for text in screen.texts())


async def test_without_a_lock_no_passphrase_is_asked(services: Services) -> None:
    async with opened(services, BACKUP) as screen:
        radios = screen.find(ft.RadioGroup)
        await screen.send(radios[0], "change", "plain", value="plain")
        assert screen.find(ft.TextField) == []
        await screen.press("Gem filen")
        await screen.until(lambda: bool(saved_files(screen)))
        content = saved_files(screen)[0]["src_bytes"]
        assert content.startswith(b"RYGVEJ-BACKUP")
        (noted,) = services.hand_overs.all()
        assert (noted.what, noted.size) == (HandedOver.BACKUP, len(content))


async def test_a_sentence_is_suggested_and_can_be_printed(services: Services) -> None:
    async with opened(services, BACKUP) as screen:
        await screen.press("Foreslå et")
        fields = {field.value for field in screen.find(ft.TextField)}
        [said] = fields
        assert said in screen.texts()
        assert len(said.split()) == COUNT
        await screen.press("Gem det på et ark til print")
        [sheet] = saved_files(screen)
        assert sheet["src_bytes"].startswith(b"%PDF")


@pytest.mark.full
async def test_what_is_typed_is_hidden_until_it_is_wished_for(services: Services) -> None:
    async with opened(services, BACKUP) as screen:
        await screen.type("Kodeord", WORDS)
        assert all(field.password for field in screen.find(ft.TextField))
        switch = screen.one(ft.Switch)
        await screen.send(switch, "change", "true", value=True)
        assert not any(field.password for field in screen.find(ft.TextField))
        assert screen.one(ft.TextField, label="Kodeord").value == WORDS


def test_suggested_words_are_many_and_each_time_others() -> None:
    for words in (DANISH.split(), ENGLISH.split()):
        assert len({*words}) == len(words) > 256
        assert all(word.isascii() and word.islower() for word in words)
    assert suggested_passphrase("da") != suggested_passphrase("da")


@pytest.mark.full
async def test_what_is_inside_and_what_is_here_are_shown_before_anything_changes(
    services: Services, chosen: ChosenFile
) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 4)
    chosen.bytes, _ = backup.make(services, WORDS)
    diary.answer(services, TODAY, Scale.BACK, 9)
    async with opened(services, RESTORE) as screen:
        await screen.press("Vælg en fil")
        assert "Filen: rygvej.rygvej" in screen.texts()
        await screen.type("Kodeord", "noget helt andet")
        await screen.press("Se, hvad der er i filen")
        await screen.until(lambda: has(screen, "Kodeordet passer ikke til filen"))
        await screen.type("Kodeord", WORDS)
        await screen.press("Se, hvad der er i filen")
        await screen.until(lambda: has(screen, "Lavet 5.\xa0oktober 2026 kl. 09.00"))
        assert has(screen, "1 dag med svar") and has(screen, "2 dage med svar")
        assert "Her er nyere svar end i filen. Erstatter du, går de ud." in screen.texts()
        await screen.press("Nej, behold")
        assert services.diary.count() == 2
        assert "Erstat det med filen" not in screen.names()


async def test_participants_alone_are_not_replaced_unasked(
    services: Services, chosen: ChosenFile
) -> None:
    physio = physio_of(services)
    chosen.bytes, _ = backup.make(physio, WORDS)
    people.add_participant(physio, "Birgit", "14")
    async with opened(physio, RESTORE) as screen:
        await screen.press("Vælg en fil")
        await screen.type("Kodeord", WORDS)
        await screen.press("Se, hvad der er i filen")
        await screen.until(lambda: has(screen, "1 deltager"))
        assert "Hent det ind" not in screen.names()


def test_goals_alone_are_not_replaced_unasked(services: Services) -> None:
    assert backup.here(services).is_empty
    goal.set_goal(services, "Gå rundt om søen")
    assert not backup.here(services).is_empty


@pytest.mark.full
async def test_it_is_replaced_and_one_can_go_back(services: Services, chosen: ChosenFile) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 4)
    chosen.bytes, _ = backup.make(services, None)
    diary.answer(services, TODAY, Scale.BACK, 9)
    async with opened(services, RESTORE) as screen:
        await screen.press("Vælg en fil")
        await screen.until(lambda: "Erstat det med filen" in screen.names())
        await screen.press("Erstat det med filen")
        await screen.until(lambda: has(screen, "Gendannet: 1 dag med svar"))
        assert services.diary.count() == 1
        await screen.press("Gå tilbage til det")
        assert has(screen, "Tilbage igen: 2 dage med svar")
        assert services.diary.get(TODAY).back_pain == 9


@pytest.mark.parametrize("while_it_is_done", [True, False])
async def test_two_taps_replace_once_and_go_back_once(
    services: Services,
    chosen: ChosenFile,
    hand: Hand,
    monkeypatch: pytest.MonkeyPatch,
    while_it_is_done: bool,
) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 4)
    chosen.bytes, _ = backup.make(services, None)
    diary.answer(services, TODAY, Scale.BACK, 9)
    restored, restore = [], backup.restore

    def counted(*given: Any) -> Any:
        hand.move(seconds=1)
        restored.append(restore(*given))
        return restored[-1]

    monkeypatch.setattr(backup, "restore", counted)
    async with opened(services, RESTORE) as screen:
        await screen.press("Vælg en fil")
        await screen.until(lambda: "Erstat det med filen" in screen.names())
        if while_it_is_done:
            await screen.press_at_once("Erstat det med filen")
        else:
            await screen.press("Erstat det med filen", times=2)
        await screen.until(lambda: has(screen, "Gendannet: 1 dag med svar"))
        assert len(restored) == 1
        await screen.press("Gå tilbage til det", times=2)
        assert services.diary.get(TODAY).back_pain == 9


async def test_the_result_speaks_the_language_that_came_with_the_file(
    services: Services, chosen: ChosenFile
) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 4)
    chosen.bytes, _ = backup.make(services, None)
    change_preference(services, "language", "en")
    async with opened(services, RESTORE) as screen:
        await screen.press("Choose a file")
        await screen.until(lambda: "Replace it with the file" in screen.names())
        await screen.press("Replace it with the file")
        await screen.until(lambda: has(screen, "Gendannet: 1 dag med svar"))
        assert "Gendannet" in screen.texts()


@pytest.mark.full
async def test_it_is_put_together_after_what_comes_of_it_was_seen(
    services: Services, chosen: ChosenFile
) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 4)
    chosen.bytes, _ = backup.make(services, WORDS)
    mydata.delete_everything(services)
    here = of_active_person(services)
    diary.answer(here, TODAY, Scale.BACK, 9)
    async with opened(here, RESTORE) as screen:
        await screen.press("Vælg en fil")
        await screen.type("Kodeord", WORDS)
        await screen.press("Se, hvad der er i filen")
        await screen.until(lambda: "Læg sammen med det, der er her" in screen.names())
        await screen.press("Læg sammen med det, der er her")
        await screen.until(lambda: "Nyt fra filen" in screen.texts())
        assert "Læg sammen" in screen.names()
        assert here.diary.count() == 1
        await screen.press("Læg sammen")
        await screen.until(lambda: has(screen, "Lagt sammen. Nyt her: 1 dag med svar"))
        assert here.diary.count() == 2
        await screen.press("Gå tilbage til det")
        assert has(screen, "Tilbage igen: 1 dag med svar")


@pytest.mark.full
async def test_where_everything_is_here_nothing_is_offered(
    services: Services, chosen: ChosenFile
) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 4)
    chosen.bytes, _ = backup.make(services, None)
    async with opened(services, RESTORE) as screen:
        await screen.press("Vælg en fil")
        await screen.until(lambda: "Læg sammen med det, der er her" in screen.names())
        await screen.press("Læg sammen med det, der er her")
        await screen.until(lambda: has(screen, "Alt i filen er her allerede."))
        assert "Læg sammen" not in screen.names()
        await screen.press("Det er fint")
        assert "Vælg en fil" in screen.names()


async def test_another_name_and_what_was_deleted_since_are_told(
    services: Services, chosen: ChosenFile, hand: Hand
) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 4)
    change_profile(services, "first_name", "Åse")
    chosen.bytes, _ = backup.make(services, None)
    hand.move(minutes=1)
    change_profile(services, "first_name", "Bent")
    deletion.delete(services, deletion.of_kind(Kind.DIARY))
    deletion.finish(services, now=True)
    diary.answer(services, TODAY, Scale.BACK, 4)
    async with opened(services, RESTORE) as screen:
        await screen.press("Vælg en fil")
        await screen.until(lambda: "Læg sammen med det, der er her" in screen.names())
        await screen.press("Læg sammen med det, der er her")
        await screen.until(lambda: has(screen, "I filen hedder personen Åse, og her Bent."))
        assert has(screen, "Du har slettet noget her, efter at filen blev lavet.")


@pytest.mark.full
async def test_another_tab_goes_on_with_what_was_restored(services: Services) -> None:
    """Its stores are new: what they had read before means nothing any more."""
    diary.write_note(services, TODAY, "I kopien")
    made, _ = backup.make(services, None)
    diary.write_note(services, TODAY, "Bagefter")
    async with opened(services, f"/dag/{TODAY}") as screen:
        assert "Bagefter" in [field.value for field in screen.find(ft.TextField)]
        backup.restore(services, BytesIO(made), None)
        await screen.until(
            lambda: "I kopien" in [field.value for field in screen.find(ft.TextField)]
        )


@pytest.mark.full
async def test_what_a_tab_had_read_is_forgotten_where_the_history_is_as_long(
    services: Services,
) -> None:
    """Stores keep what they read until the history grows; a restore may leave it as long."""
    finish_welcome(services)
    before, _ = backup.make(services, None)
    activity.log_activity(services, ActivityKind.GARDEN, 45, note="hækken")
    first, _ = backup.make(services, None)
    backup.restore(services, BytesIO(before), None)
    async with opened(services, "/traening/log") as screen:
        activity.log_activity(of_active_person(services), ActivityKind.WALK, 20, note="søen")
        await screen.until(lambda: "søen" in " ".join(screen.texts()))
        backup.restore(services, BytesIO(first), None)
        await screen.until(lambda: "hækken" in " ".join(screen.texts()))


@pytest.mark.parametrize("content", [b"", b"et billede"])
@pytest.mark.full
async def test_another_file_is_said_to_be_another(
    services: Services, chosen: ChosenFile, content: bytes
) -> None:
    chosen.bytes = content
    async with opened(services, RESTORE) as screen:
        await screen.press("Vælg en fil")
        assert has(screen, "Filen er ikke en sikkerhedskopi fra Rygvej")


@pytest.mark.full
async def test_a_file_that_is_too_large_is_refused_before_it_is_sent(
    services: Services, chosen: ChosenFile
) -> None:
    chosen.size = LARGEST + 1
    async with opened(services, RESTORE) as screen:
        await screen.press("Vælg en fil")
        assert has(screen, "Filen er for stor. Rygvej tager imod filer på op til 256 MB.")
        assert not has(screen, "Filen: ")
    assert chosen.sent == []


@pytest.mark.parametrize("fault", ["cut", "refused by the browser"])
@pytest.mark.full
async def test_a_file_that_does_not_come_whole_is_said(
    services: Services, chosen: ChosenFile, fault: str
) -> None:
    chosen.bytes, _ = backup.make(services, None)
    if fault == "cut":
        chosen.size = len(chosen.bytes) + 1
    else:
        chosen.error = "NotReadableError: /home/mig/hemmelig.rygvej"
    async with opened(services, RESTORE) as screen:
        await screen.press("Vælg en fil")
        await screen.until(lambda: has(screen, "Filen kom ikke helt frem. Vælg den igen."))
        assert not has(screen, "Filen: ")


@pytest.mark.full
async def test_somebody_new_can_begin_with_a_file(services: Services, chosen: ChosenFile) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    finish_welcome(services)
    chosen.bytes, _ = backup.make(services, None)
    mydata.delete_everything(services)
    async with tab(services, "/velkommen/1") as screen:
        await screen.follow("Jeg har en sikkerhedskopi")
        await screen.press("Vælg en fil")
        await screen.until(lambda: "Hent det ind" in screen.names())
        await screen.press("Hent det ind")
        await screen.until(lambda: has(screen, "Gendannet: 1 dag med svar"))
        await screen.goto("/mig/data")
        assert "Her er 1 dag med svar." in screen.texts()
