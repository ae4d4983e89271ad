import asyncio
import logging
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import flet as ft
import pytest

from lbp_app import flet_inside
from lbp_app.actions import diary
from lbp_app.actions.person import finish_welcome, switch_role
from lbp_app.app import Opening, main_for
from lbp_app.config import Settings
from lbp_app.content.assets import assets_folder
from lbp_app.model.diary import Scale
from lbp_app.model.person import Role
from lbp_app.screens import routes, today, watch
from lbp_app.screens.frame import PATIENT, PHYSIO, Place
from lbp_app.screens.ui import Ui
from lbp_app.services import Services, services_for
from tests.builders import HOME, TODAY, Hand
from tests.harness import Screen, run
from tests.opened import opened, tab

LOST = "Den side findes ikke"
PRIVATE = "010203-1234 rygsmerte 9"


async def until(seen: Callable[[], bool]) -> None:
    for _ in range(400):
        if seen():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never came")


def for_physio(services: Services) -> Services:
    person_id = switch_role(services, Role.PHYSIO)
    other = services_for(services.database, person_id, services.clock, services.stop)
    finish_welcome(other)
    return other


def heading(screen: Screen) -> str:
    first = next(node for node in screen.find(ft.Semantics) if node.heading_level == 1)
    assert isinstance(first.content, ft.Text)
    return str(first.content.value)


@pytest.mark.parametrize("place", PATIENT, ids=lambda place: place.route)
@pytest.mark.full
async def test_each_place_of_a_patient_has_an_address_and_is_marked(
    services: Services, place: Place
) -> None:
    async with opened(services, place.route) as screen:
        assert LOST not in screen.texts()
        bar = screen.one(ft.NavigationBar)
        assert bar.selected_index == PATIENT.index(place)
        assert [d.label for d in bar.destinations] == [p.name for p in PATIENT]


@pytest.mark.parametrize("place", PHYSIO, ids=lambda place: place.route)
@pytest.mark.full
async def test_each_place_of_a_physiotherapist_has_an_address_and_is_marked(
    services: Services, place: Place
) -> None:
    async with opened(for_physio(services), place.route) as screen:
        assert LOST not in screen.texts()
        bar = screen.one(ft.NavigationBar)
        assert bar.selected_index == PHYSIO.index(place)
        assert [d.label for d in bar.destinations] == [p.name for p in PHYSIO]


@pytest.mark.parametrize("at", range(5))
@pytest.mark.full
async def test_the_bar_leads_to_each_place(services: Services, at: int) -> None:
    async with opened(services, "/mig/om") as screen:
        bar = screen.one(ft.NavigationBar)
        await screen.send(bar, "change", str(at), selected_index=at)
        assert screen.pushed_routes[-1] == PATIENT[at].route


@pytest.mark.parametrize(
    ("route", "place"),
    [("/dag/2026-10-01", "I dag"), ("/daarlig-dag", "I dag"), ("/mig/data", "Mig")],
)
@pytest.mark.full
async def test_a_page_within_a_place_marks_that_place(
    services: Services, route: str, place: str
) -> None:
    async with opened(services, route, width=1200) as screen:
        assert f"{place}, valgt" in screen.names()


@pytest.mark.parametrize(
    "route", ["/nope", "/mig/nope", "/dag", "/dag/x/y", "/hold", "/%2e%2e/%00", "/oevelser/1?x=1"]
)
@pytest.mark.full
async def test_an_unknown_address_gives_a_kind_page_and_a_way_back(
    services: Services, route: str
) -> None:
    async with opened(services, route) as screen:
        assert heading(screen) == LOST
        await screen.follow("Til I dag")
        assert screen.page.route == "/"


@pytest.mark.full
async def test_a_physiotherapist_is_led_back_to_their_own_first_place(services: Services) -> None:
    async with opened(for_physio(services), "/nope") as screen:
        await screen.follow("Til deltagerne")
        assert heading(screen) == "Deltagere"
        await screen.goto("/oevelser")
        assert "Til dagens tjek" not in screen.names()


@pytest.mark.full
async def test_an_address_with_parameters_shows_its_page(services: Services) -> None:
    async with opened(services, "/mig/data?x=1") as screen:
        assert heading(screen) == "Mine data"


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.full
async def test_every_picture_of_every_page_is_shipped(services: Services, role: Role) -> None:
    """Also on the pages of somebody who has not done anything yet."""
    who = for_physio(services) if role is Role.PHYSIO else services
    shown = set[str]()
    for page in pages_of(role):
        async with opened(who, page) as screen:
            shown |= {str(image.src) for image in screen.find(ft.Image)}
    files = {src for src in shown if not src.startswith("<svg")}
    assert files
    assert [src for src in sorted(files) if not (assets_folder() / src).is_file()] == []


def pages_of(role: Role) -> list[str]:
    return ["/", *[f"/{path}" for path in routes.of(role) if ":" not in path]]


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.full
async def test_every_button_of_every_page_leads_to_a_page_of_that_role(
    services: Services, role: Role
) -> None:
    who = for_physio(services) if role is Role.PHYSIO else services
    led = 0
    for page in pages_of(role):
        async with opened(who, page) as screen:
            for name in dict.fromkeys(screen.names()):
                before = len(screen.pushed_routes)
                if not leads_on(screen, name):
                    continue
                await screen.press(name)
                for route in screen.pushed_routes[before:]:
                    led += 1
                    await screen.goto(route)
                    assert heading(screen) != LOST, f"{name!r} on {page}"
                await screen.goto(page)
    assert led > 5


def leads_on(screen: Screen, name: str) -> bool:
    """Rows and buttons that do nothing but open a page."""
    told = (
        "Udvikling",
        "Mine data",
        "Indstillinger",
        "Om Rygvej",
        "Tegn,",
        "Til ",
        "Se ",
        "Dårlig",
    )
    return name.startswith(told)


@pytest.mark.full
async def test_a_page_takes_the_keyboard_to_its_heading(services: Services) -> None:
    async with opened(services) as screen:
        assert "focus" not in screen.calls
        await screen.goto("/mig")
        await until(lambda: "focus" in screen.calls)


async def test_what_was_saved_is_said_until_the_next_page(services: Services) -> None:
    async with opened(services) as screen:
        await screen.press("Rygsmerte: 4 af 10")
        assert "Gemt" in screen.texts()
        assert "announce_message" in screen.calls
        await screen.follow("Se udviklingen")
        assert "Gemt" not in screen.texts()


@pytest.mark.full
async def test_a_refused_answer_becomes_a_sentence_and_the_page_stays(
    services: Services, hand: Hand
) -> None:
    async with opened(services) as screen:
        hand.move(days=-1)
        await screen.press("Rygsmerte: 4 af 10")
        assert "Den dag er ikke kommet endnu. Vælg i dag eller en tidligere dag." in screen.texts()
        assert "Fortryd det seneste" not in screen.names()


@pytest.mark.full
async def test_a_tap_draws_the_page_once(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = []
    router = routes.router
    monkeypatch.setattr(routes, "router", lambda role: drawn.append(role) or router(role))
    async with opened(services) as screen:
        drawn.clear()
        await screen.press("Rygsmerte: 4 af 10")
        assert len(drawn) == 1


@pytest.mark.full
async def test_the_card_that_was_tapped_is_sent_before_the_page_is_drawn(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened = []
    router = routes.router
    monkeypatch.setattr(routes, "router", lambda role: happened.append("drawn") or router(role))
    async with opened(services) as screen:
        client = screen.headless.client
        send = client.send_message
        monkeypatch.setattr(
            client, "send_message", lambda m: happened.append(m.action.name) or send(m)
        )
        happened.clear()
        await screen.press("Rygsmerte: 4 af 10")
        assert "PATCH_CONTROL" in happened[: happened.index("drawn")]


@pytest.mark.full
async def test_a_commit_in_one_tab_redraws_the_other(services: Services) -> None:
    async with opened(services) as one, tab(services) as other:
        await one.press("Rygsmerte: 4 af 10")
        await other.settle()
        assert services.diary.get(TODAY).back_pain == 4
        assert "4 af 10" in other.texts()
        assert "Gemt" not in other.texts()


@pytest.mark.full
async def test_a_commit_from_a_thread_redraws(services: Services) -> None:
    async with opened(services) as screen:
        await asyncio.to_thread(diary.answer, services, TODAY, Scale.BACK, 6)
        await until(lambda: "6 af 10" in screen.texts())


@pytest.mark.full
async def test_a_tab_that_was_cut_off_is_drawn_when_it_is_back(services: Services) -> None:
    async with opened(services) as screen:
        await screen.send(screen.page, "disconnect")
        diary.answer(services, TODAY, Scale.BACK, 6)
        await screen.settle()
        assert "6 af 10" not in screen.texts()
        await screen.send(screen.page, "connect")
        assert "6 af 10" in screen.texts()


@pytest.mark.full
async def test_a_closed_session_leaves_nothing_behind(services: Services) -> None:
    running = len(asyncio.all_tasks())
    for _ in range(3):
        async with opened(services) as screen:
            assert len(services.database._listeners) == 1
            await screen.goto("/mig")
    assert len(services.database._listeners) == 0
    await until(lambda: len(asyncio.all_tasks()) == running)


@pytest.mark.full
async def test_at_three_in_the_morning_the_day_turns_on_the_screen(
    services: Services, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "DAY_WATCH", 0.01)
    hand.at = datetime(2026, 10, 6, 2, 59, tzinfo=HOME)
    diary.answer(services, TODAY, Scale.BACK, 4)
    async with opened(services) as screen:
        assert "Mandag 5.\xa0oktober" in screen.texts()
        assert "4 af 10" in screen.texts()
        hand.move(minutes=1)
        await until(lambda: "Tirsdag 6.\xa0oktober" in screen.texts())
        assert "4 af 10" not in screen.texts()
        assert "Hvordan har ryggen haft det siden i går?" in screen.texts()
        await screen.press("Rygsmerte: 1 af 10")
    assert services.diary.get(TODAY).back_pain == 4


@pytest.mark.full
async def test_the_greeting_changes_with_the_hour_while_the_page_is_open(
    services: Services, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "DAY_WATCH", 0.01)
    async with opened(services) as screen:
        hand.move(hours=1)
        await until(lambda: "Goddag" in screen.texts())


@pytest.mark.full
async def test_a_day_that_does_not_turn_draws_nothing(
    services: Services, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "DAY_WATCH", 0.01)
    async with opened(services) as screen:
        sent = screen.headless.client.bytes_sent
        hand.move(minutes=10)
        await asyncio.sleep(0.1)
        assert screen.headless.client.bytes_sent == sent


@pytest.mark.full
async def test_the_failure_view_shows_a_number_and_nothing_of_the_exception(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(ui: Ui) -> str:
        raise ValueError(PRIVATE)

    caplog.set_level(logging.DEBUG, logger="rygvej")
    opening = Opening(Settings(data=tmp_path))
    assert opening.services
    finish_welcome(opening.services)
    flet_inside.install(opening.show_failure)
    try:
        async with run(opening.main) as screen:
            monkeypatch.setattr(today, "greeting", fail)
            diary.answer(opening.services, opening.services.clock.today(), Scale.BACK, 4)
            await screen.settle()
            assert heading(screen) == "Noget gik galt"
            shown = " ".join([*screen.texts(), *screen.labels(), *screen.headless.client.crashes])
            logged = " ".join(r.getMessage() for r in caplog.records if "rygvej" in r.name)
            for told in (shown, logged):
                assert PRIVATE not in told
                assert "Traceback" not in told
            assert "ValueError at screens/today.py" not in shown
            [number] = [t.split(": ")[1] for t in screen.texts() if "nummer: " in t]
            assert f"{number} ValueError at " in logged
            monkeypatch.undo()
            await screen.press("Til I dag")
            assert "Dagens tjek" in screen.texts()
    finally:
        flet_inside.uninstall()
        opening.close()


@pytest.mark.full
async def test_the_role_is_changed_for_every_tab(services: Services) -> None:
    async with opened(services) as screen:
        for_physio(services)
        await screen.settle()
        assert heading(screen) == "Deltagere"


async def test_closing_the_app_is_asked_once(services: Services) -> None:
    stopped: list[bool] = []
    finish_welcome(services)
    person_id, _ = services.device.active_person()
    stoppable = services_for(
        services.database, person_id, services.clock, lambda: stopped.append(True)
    )
    async with run(main_for(stoppable), route="/mig") as screen:
        await screen.press("Afslut Rygvej")
        await screen.press("Nej, bliv her")
        assert not stopped
        await screen.press("Afslut Rygvej")
        await screen.press("Ja, luk")
        assert stopped == [True]


@pytest.mark.full
def test_what_few_screens_need_is_loaded_by_them() -> None:
    late = (
        *("argon2", "babel", "cbor2", "cryptography", "flet_charts", "fontTools", "fpdf", "PIL"),
        *("flet_camera", "pyzbar", "segno", "zxingcpp"),
    )
    code = (
        "import sys, lbp_app.app, lbp_app.cli, lbp_app.actions.backup, lbp_app.actions.doctor_card;"
        f"print([name for name in {late} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.full
def test_only_the_first_screen_is_loaded_at_a_start() -> None:
    """In a process of its own, for this one has loaded everything already."""
    screens = ("participants", "export", "player", "lesson", "progress", "lock", "course_setup")
    late = ("snowballstemmer", "flet_audio", *(f"lbp_app.screens.{name}" for name in screens))
    code = (
        "import sys; from lbp_app.model.person import Role; from lbp_app import app; "
        "from lbp_app.screens import routes; routes.loaded(routes.FIRST[Role.PATIENT]); "
        f"print([name for name in {late} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("[]\n", "")


@pytest.mark.parametrize("role", list(Role))
def test_every_address_has_its_screen(role: Role) -> None:
    """They stand there by name, since their files are read late."""
    names = {*routes.of(role).values(), routes.FIRST[role], routes.LOST}
    assert [name for name in names if not is_screen(routes.loaded(name))] == []


@pytest.mark.parametrize("role", list(Role))
def test_no_address_is_taken_by_one_with_a_gap(role: Role) -> None:
    """ "oevelser/begynd" is no exercise that is called so."""
    patterns = [re.sub(":[a-z]+", "[^/]+", path) for path in routes.of(role)]
    for at, path in enumerate(routes.of(role)):
        assert [p for p in patterns[:at] if re.fullmatch(p, path)] == [], path


def is_screen(found: object) -> bool:
    return getattr(found, "__is_component__", False)
