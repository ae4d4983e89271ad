from datetime import timedelta
from typing import Any

import pytest

from lbp_app.actions import doctor_card, exercise_sheet, export, mydata
from lbp_app.actions.hand_over import note_hand_over
from lbp_app.errors import LockedError
from lbp_app.model.export import Form
from lbp_app.model.hand_over import HandedOver
from lbp_app.services import Services
from tests.builders import Hand
from tests.opened import opened
from tests.test_screens_mydata import saved_files

WAYS, LEAVING = "/mig/data/eksport", "/mig/data/forlader"


@pytest.mark.parametrize(
    ("begins", "name", "form"),
    [
        ("Regneark (CSV)", "rygvej-csv.zip", Form.CSV),
        ("Alt i én fil (JSON)", "rygvej.json", Form.JSON),
        ("Til en journal (FHIR)", "rygvej-fhir.json", Form.FHIR),
    ],
)
@pytest.mark.full
async def test_each_form_is_a_file_and_is_written_down(
    services: Services, begins: str, name: str, form: Form
) -> None:
    async with opened(services, WAYS) as screen:
        await screen.press(begins)
        (file,) = saved_files(screen)
        assert file["file_name"] == name
        assert len(file["src_bytes"]) == services.hand_overs.all()[0].size
        assert [one.what for one in services.hand_overs.all()] == [HandedOver(form.value)]
        assert [text for text in screen.texts() if text.startswith("Filen er lavet.")]


@pytest.mark.full
async def test_what_cannot_be_made_is_said(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise LockedError

    monkeypatch.setattr(export, "export_bytes", refuse)
    async with opened(services, WAYS) as screen:
        await screen.press("Alt i én fil (JSON)")
        assert [text for text in screen.texts() if text.startswith("Et andet program bruger")]
        assert saved_files(screen) == []


@pytest.mark.parametrize(("button", "route"), [("Vælg en form", WAYS), ("Se listen", LEAVING)])
@pytest.mark.full
async def test_the_way_there(services: Services, button: str, route: str) -> None:
    async with opened(services, "/mig/data") as screen:
        await screen.follow(button)
        assert screen.page.route == route


@pytest.mark.full
async def test_nothing_has_left_yet(services: Services) -> None:
    async with opened(services, LEAVING) as screen:
        assert "Der er ikke lavet nogen filer endnu." in screen.texts()
        assert "Intet, medmindre du selv sender det" in screen.texts()


@pytest.mark.full
async def test_every_file_that_was_made_is_in_the_list_newest_first(
    services: Services, hand: Hand
) -> None:
    mydata.csv_copy(services)
    hand.move(hours=1)
    doctor_card.paper(services)
    hand.move(hours=1)
    exercise_sheet.paper(services)
    hand.move(days=1)
    note_hand_over(services, HandedOver.BACKUP, 2_345_678)
    async with opened(services, LEAVING) as screen:
        told = [text for text in screen.texts() if "2026" in text]
        assert told[0] == "6.\xa0oktober 2026 11.00, 2,3 MB"
        assert [text.partition(",")[0] for text in told[1:]] == [
            "5.\xa0oktober 2026 11.00",
            "5.\xa0oktober 2026 10.00",
            "5.\xa0oktober 2026 09.00",
        ]
        assert all(text.endswith("kB") for text in told[1:])
        names = [
            "En sikkerhedskopi",
            "Dine øvelser på papir (PDF)",
            "Arket til lægen (PDF)",
            "Dagbogen som regneark",
        ]
        assert [text for text in screen.texts() if text in names] == names


@pytest.mark.full
async def test_a_long_list_is_shown_whole_when_asked_for(services: Services, hand: Hand) -> None:
    for _ in range(25):
        note_hand_over(services, HandedOver.JSON, 10)
        hand.at += timedelta(minutes=1)
    async with opened(services, LEAVING) as screen:
        assert sum("2026" in text for text in screen.texts()) == 20
        await screen.press("Vis alle")
        assert sum("2026" in text for text in screen.texts()) == 25
        assert not [b for b in screen.texts() if b == "Vis alle"]


def test_each_kind_has_its_words() -> None:
    from lbp_app.screens.leaving import WHAT

    assert {*WHAT} == {*HandedOver}
