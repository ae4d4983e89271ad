"""Pictures of the main screens: `make screens`; ALL=1 of every screen, ONLY=diary of a part.
ONLY=lessons: the first card of each lesson and each of their drawings, on sheets of their own.

Single pictures go to docs/screens/single (not kept), contact sheets to docs/screens.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, sync_playwright

from lbp_app.actions.backup import make
from lbp_app.app import open_services
from lbp_app.config import Settings
from lbp_app.content import library
from lbp_app.demo import fill
from tests.serving import PATIENCE, Server, environment
from tools.chromium import chromium_path, launch_options
from tools.sheets import contact_sheet, without_blank_foot
from tools.steady import LOOK_AGAIN, steady_picture, watch

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screens"
NOW, SEED = "2026-11-22T07:42+01:00", "1"
LARGE = "200 %"
SIDE_BY_SIDE = 2
LESSONS = "lessons"
SHUT = "Rygvej er låst"
LESSON_SERIES = ("phone-light", "phone-dark", "desktop-light", "desktop-dark")
LONG = 100  # pictures of a job that is done in halves
HEADING = "flt-semantics-host h1"
GO = """route => {
    const base = document.querySelector("base").getAttribute("href").replace(/\\/$/, "")
    history.pushState(null, "", base + route)
    dispatchEvent(new PopStateEvent("popstate", {state: null}))
}"""
HERE = """route => {
    const base = document.querySelector("base").getAttribute("href").replace(/\\/$/, "")
    return location.pathname === base + route
}"""
ARRIVED = """([heading, before]) => {
    const found = document.querySelector(heading)
    return found && found.textContent !== before
}"""


@dataclass(frozen=True)
class Screen:
    """One address; `part` is what ONLY= names."""

    part: str
    name: str
    route: str
    role: str = "patient"
    press: str = ""  # how the names of buttons begin that lead there, one after another (>)

    @property
    def presses(self) -> list[str]:
        return [*filter(None, self.press.split(">"))]


PATIENT = (
    Screen("welcome", "welcome-1", "/velkommen/1"),
    Screen("welcome", "welcome-2", "/velkommen/2"),
    Screen("welcome", "welcome-3", "/velkommen/3"),
    Screen("welcome", "welcome-4", "/velkommen/4"),
    Screen("diary", "today", "/"),
    Screen("diary", "day", "/dag/2026-11-20"),
    Screen("diary", "progress", "/mig/udvikling"),
    Screen("training", "training-today", "/"),
    Screen("training", "training-after", "/traening/log", press="Hele træningen|Whole"),
    Screen("training", "training-before", "/traening/foer/short"),
    Screen("training", "training-progress", "/mig/udvikling"),
    Screen("training", "training-log", "/traening/log"),
    Screen("exercises", "exercises", "/oevelser"),
    Screen("exercises", "exercise", "/oevelser/3.2"),
    Screen("exercises", "exercise-group", "/oevelser/gruppe/3"),
    Screen("exercises", "starting-levels", "/oevelser/begynd"),
    Screen("course", "course", "/forloeb"),
    Screen("course", "course-setup", "/forloeb/ret"),
    Screen("course", "course-list", "/forloeb/liste"),
    Screen("class", "join-class", "/forloeb/hold"),
    Screen("course", "course-missed", "/forloeb/tid/class-2026-11-16"),
    Screen("course", "course-class", "/forloeb/tid/class-2026-11-23"),
    Screen("course", "goals", "/forloeb/maal"),
    Screen("course", "home-tests", "/forloeb/test"),
    Screen("course", "home-test", "/forloeb/test/chair_stands"),
    Screen("learn", "learn", "/viden"),
    Screen("learn", "lesson", "/viden/lektion/pain_and_damage/2"),
    Screen("learn", "lesson-dated", "/viden/lektion/medicines/7"),
    Screen("learn", "thoughts", "/viden/lektion/balance/tanker"),
    Screen("learn", "quiz", "/viden/lektion/scans/quiz"),
    Screen("learn", "lesson-end", "/viden/lektion/worry/slut"),
    Screen("learn", "my-thoughts", "/viden/tanker"),
    Screen("learn", "links", "/viden/links"),
    Screen("learn", "sources", "/viden/kilder"),
    Screen("balance", "scale", "/viden/vaegt"),
    Screen("balance", "scale-day", "/viden/vaegt/2026-11-12"),
    Screen("balance", "scale-compared", "/viden/vaegt/2026-10-05/2026-11-12"),
    Screen("myths", "myth", "/viden/myter/2"),
    Screen("myths", "myths", "/viden/myter/alle"),
    Screen("myths", "expectations", "/viden/forventninger"),
    Screen("flare", "bad-day", "/daarlig-dag"),
    Screen("signs", "signs", "/tegn"),
    Screen("check", "check", "/tjek/1"),
    Screen("check", "outcome", "/tjek/svar"),
    Screen("check", "checks", "/mig/tjek"),
    Screen("signs", "doctor", "/tjek/til-laegen"),
    Screen("me", "me", "/mig"),
    Screen("backup", "data", "/mig/data"),
    Screen("prescription", "take-plan", "/oevelser/fra-fysioterapeut"),
    Screen("prescription", "pairing", "/mig/fysioterapeut"),
    Screen("back", "report-back", "/mig/fysioterapeut/rapport"),
    Screen("backup", "backup", "/mig/data/kopi"),
    Screen("backup", "schedule", "/mig/data/plan"),
    Screen("backup", "restore", "/mig/data/gendan"),
    Screen("lock", "lock", "/mig/laas"),
    Screen("report", "report", "/mig/data/rapport"),
    Screen("delete", "delete", "/mig/data/slet"),
    Screen("export", "export", "/mig/data/eksport"),
    Screen("export", "leaving", "/mig/data/forlader"),
    Screen("me", "settings", "/mig/indstillinger"),
    Screen("reminders", "reminders", "/mig/paamindelser"),
    Screen("reminders", "reminders-try", "/mig/paamindelser/virker"),
    Screen("me", "about", "/mig/om"),
    Screen("me", "privacy", "/mig/privatliv"),
)
# Somebody who is in the middle of it: a patient of their own, since every page says so.
TRAINING = (Screen("training", "player", "/oevelser", "training", press="Hel\\b|Fortsæt"),)
# Somebody who has set a lock; the last one closes it, and the next series opens it again.
LOCKED = (
    Screen("lock", "lock-on", "/mig/laas", "locked"),
    Screen("lock", "door", "/mig", "locked", press="Lås nu|Lock now"),
)
# A backup of another device of theirs has been chosen: these press on the page they are on.
CHOSEN = (
    Screen("backup", "restore-inside", "/mig/data/gendan", "chosen"),
    Screen("backup", "restore-merge", "/mig/data/gendan", "chosen", press="Læg sammen med|Put it"),
)
CHOOSE, OTHER_SEED = "Vælg en fil|Choose a file", 2
CODE = "solen skinner"
# Somebody who has turned reminders on, in the afternoon when one rings.
REMINDED = (
    Screen("reminders", "ringing", "/", "reminded"),
    Screen("reminders", "reminders-on", "/mig/paamindelser", "reminded"),
    Screen("reminders", "reminders-work", "/mig/paamindelser/virker", "reminded"),
)
AFTERNOON = "2026-11-22T15:00"  # by the clock on the wall here
CLASS = "Tirsdagsholdet|Tuesday"
PHYSIO = (
    Screen("physio", "participants", "/", "physio"),
    Screen("physio", "participant", "/", "physio", press="Birgit"),
    Screen("back", "since-last", "/", "physio", press="Birgit>Se, hvad der er nyt|See what"),
    Screen("physio", "templates", "/skabeloner", "physio"),
    Screen("physio", "from-colleague", "/kollega", "physio"),
    Screen("physio", "classes", "/hold", "physio"),
    Screen("physio", "class", "/hold", "physio", press=CLASS),
    Screen("physio", "class-evening", "/hold", "physio", press=f"{CLASS}>Fremmøde|Attendance"),
    Screen("physio", "class-room", "/hold", "physio", press=f"{CLASS}>Vis i salen|Show in"),
    Screen("class", "class-poster", "/hold", "physio", press=f"{CLASS}>Opslag til|Notice for"),
    Screen("physio", "new-class", "/hold/nyt", "physio"),
    Screen("physio", "seen-as-patient", "/", "physio", press="Birgit>Se den som|See it as"),
    Screen("physio", "hand-plan", "/", "physio", press="Birgit>Giv planen|Hand the plan"),
    Screen("physio", "me-physio", "/mig", "physio"),
)


MAIN = (
    *("welcome-1", "today", "progress", "training-after", "exercises", "exercise", "player"),
    *("course", "learn", "lesson", "scale", "bad-day", "signs", "check", "me", "data"),
    *("take-plan", "reminders", "settings", "participants", "participant", "class-evening"),
)
EVERY = PATIENT + TRAINING + CHOSEN + LOCKED + REMINDED + PHYSIO
# Who shares a server: nothing that one does is seen on the pages of the other.
STARTS = (
    ("da", ("patient", "chosen")),
    ("da", ("training",)),
    ("da", ("locked",)),
    ("da", ("reminded",)),
    ("da", ("physio",)),
    ("en", ("patient", "chosen")),
    ("en", ("reminded",)),
)


@dataclass(frozen=True)
class Series:
    """The same look for many screens. `height` 0: as tall as the page is, at most `TALLEST`."""

    name: str
    width: int
    height: int
    scheme: str = "light"
    language: str = "da"
    large: bool = False
    columns: int = 6
    only_all: bool = False


TALLEST = 3200
SERIES = (
    Series("phone-light", 390, 844),
    Series("phone-dark", 390, 844, scheme="dark"),
    Series("desktop-light", 1280, 800, columns=4),
    Series("phone-english", 390, 844, language="en"),
    Series("phone-200-percent", 320, 0, large=True, columns=10),
    Series("phone-whole", 390, 0, columns=10, only_all=True),
    Series("desktop-dark", 1280, 800, scheme="dark", columns=4, only_all=True),
    Series("phone-english-dark", 390, 844, scheme="dark", language="en", only_all=True),
)


def main() -> int:
    began, whole, part = time.monotonic(), bool(os.environ.get("ALL")), os.environ.get("ONLY", "")
    series = [each for each in SERIES if whole or not each.only_all]
    screens = [each for each in EVERY if part in ("", each.part)]
    if not (whole or part):
        screens = [each for each in EVERY if each.name in MAIN]
    if part == LESSONS:
        series = [each for each in SERIES if each.name in LESSON_SERIES]
        screens = [*lesson_screens()]
    if not screens:
        print(f"ONLY= one of {', '.join(dict.fromkeys([*(e.part for e in EVERY), LESSONS]))}")
        return 1
    taken = take_all(series, screens)
    sheets = {"": "" if whole else "main-", LESSONS: "lessons-"}
    for each in series:
        if part in sheets and (pictures := taken.get(each.name)):
            contact_sheet(FOLDER / f"{sheets[part]}{each.name}.webp", pictures, each.columns)
    count = sum(len(pictures) for pictures in taken.values())
    print(f"{count} pictures in {time.monotonic() - began:.0f} s: {FOLDER}")
    return 0


@dataclass(frozen=True)
class Job:
    """What one server and one browser do, a page at a time; the engine stays cached."""

    language: str
    role: str
    series: tuple[Series, ...]
    screens: tuple[Screen, ...]

    @property
    def length(self) -> int:
        return len(self.series) * len(self.screens)


def lesson_screens() -> Iterator[Screen]:
    content = library.load()
    for lesson in content.lessons:
        drawn = {picture.card for picture in content.pictures_for(lesson.id)}
        for number, card in enumerate(lesson.cards, 1):
            if number == 1 or card.id in drawn:
                route = f"/viden/lektion/{lesson.id}/{number}"
                yield Screen(LESSONS, f"{lesson.number:02}-{number}", route)


def take_all(series: list[Series], screens: list[Screen]) -> dict[str, list[Path]]:
    """The longest job first, as many at a time as there are processors for."""
    taken: dict[str, list[Path]] = {each.name: [] for each in series}
    longest = sorted(jobs(series, screens), key=lambda job: -job.length)
    with ProcessPoolExecutor(SIDE_BY_SIDE) as pool:
        for found in pool.map(done, longest):
            for name, pictures in found.items():
                taken[name] += pictures
    return taken


def jobs(series: list[Series], screens: list[Screen]) -> Iterator[Job]:
    for language, roles in STARTS:
        ours = tuple(each for each in series if each.language == language)
        shown = tuple(screen for screen in screens if screen.role in roles)
        whole = Job(language, roles[0], ours, shown)
        parts = (ours[::2], ours[1::2]) if whole.length > LONG else (ours,)
        yield from (Job(language, roles[0], part, shown) for part in parts if part and shown)


def done(job: Job) -> dict[str, list[Path]]:
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        with browser(Path(name)) as context, demo(data, job.language, job.role) as server:
            last_large = sorted(job.series, key=lambda one: one.large)
            return {each.name: take(context, server, each, [*job.screens]) for each in last_large}


@contextmanager
def browser(folder: Path) -> Iterator[BrowserContext]:
    options: dict[str, Any] = launch_options(chromium_path())
    options |= {
        "device_scale_factor": 1,
        "bypass_csp": True,
        "reduced_motion": "reduce",
        "locale": "da-DK",
    }
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(str(folder / "profile"), **options)
        yield context
        context.close()


@contextmanager
def demo(data: Path, language: str, role: str) -> Iterator[Server]:
    words = ["demo", "--now", NOW, "--seed", SEED, "--language", language]
    words += ["--role", "physio"] if role == "physio" else []
    words += ["--lock", CODE] if role == "locked" else []
    command = [sys.executable, "-m", "lbp_app", *words, "--data", str(data)]
    server = Server(command, data, environment(FOLDER.parents[1] / ".pytest_cache"))
    try:
        server.start()
        yield server
    finally:
        server.close()


def take(
    context: BrowserContext, server: Server, series: Series, screens: list[Screen]
) -> list[Path]:
    page = opened(context, server, series)
    if series.large:
        enlarge(page)
        page.close()
        page = opened(context, server, series)
    if screens[0].role == "reminded":
        remind(page, server)
    folder = FOLDER / "single" / series.name
    folder.mkdir(parents=True, exist_ok=True)
    pictures, last = [], steady_picture(page)
    for screen in screens:
        if screen.role == "chosen":
            open_route(page, "/mig/data")
        open_route(page, screen.route)
        if screen.role == "chosen":
            last = steady_picture(page)
            choose_backup(page, [CHOOSE, *screen.presses])
        else:
            for name in screen.presses:
                last = steady_picture(page)
                press(page, name)
        last = steady_picture(page, last)
        pictures.append(folder / f"{screen.name}.png")
        pictures[-1].write_bytes(last)
        if not series.height:
            without_blank_foot(pictures[-1])
    page.close()
    return pictures


def opened(context: BrowserContext, server: Server, series: Series) -> Page:
    page = context.new_page()
    watch(page)
    page.emulate_media(color_scheme="dark" if series.scheme == "dark" else "light")
    page.set_viewport_size({"width": series.width, "height": series.height or TALLEST})
    page.goto(server.new_link("/tegn"))
    page.locator(HEADING).first.wait_for(state="attached", timeout=PATIENCE * 1000)
    page.wait_for_load_state("networkidle")
    if page.locator(HEADING).first.text_content() == SHUT:
        unlock(page)
    return page


def remind(page: Page, server: Server) -> None:
    open_route(page, "/mig/paamindelser")
    chosen = page.get_by_role("radio", name=re.compile("^(Jævnt|Steady)")).first
    chosen.wait_for(state="attached", timeout=PATIENCE * 1000)
    chosen.evaluate("element => element.click()")
    steady_picture(page)
    origin = {"origin": server.url.rpartition("/")[0]}
    page.request.post(f"{server.url}/demo/now", data=AFTERNOON, headers=origin)
    steady_picture(page)


def unlock(page: Page) -> None:
    steady_picture(page)
    page.get_by_role("textbox").first.click(force=True)
    page.wait_for_timeout(500)
    page.keyboard.type(CODE)
    page.keyboard.press("Enter")
    wait_for(page, ARRIVED, [HEADING, SHUT])


def enlarge(page: Page) -> None:
    open_route(page, "/mig/indstillinger")
    choice = page.get_by_role("radio", name=LARGE)
    choice.first.wait_for(state="attached", timeout=PATIENCE * 1000)
    choice.first.evaluate("element => element.click()")
    page.locator("[role=radio][aria-checked=true]", has_text=LARGE).or_(
        page.get_by_role("radio", name=LARGE, checked=True)
    ).first.wait_for(state="attached", timeout=PATIENCE * 1000)
    steady_picture(page)


def open_route(page: Page, route: str) -> None:
    """Within the running app, as a link does: a new load would cost seconds each. Where the page
    is already, its heading does not change.
    """
    if page.evaluate(HERE, route):
        return
    before = page.locator(HEADING).first.text_content()
    page.evaluate(GO, route)
    wait_for(page, ARRIVED, [HEADING, before])
    page.wait_for_load_state("networkidle")


def choose_backup(page: Page, names: list[str]) -> None:
    """The first name asks for a file; the page keeps its heading."""
    with page.expect_file_chooser() as asked:
        named(page, names[0]).evaluate("element => element.click()")
    asked.value.set_files({"name": "telefon.rygvej", "mimeType": "", "buffer": other_device()})
    named(page, "Læg sammen med|Put it")
    for name in names[1:]:
        named(page, name).evaluate("element => element.click()")
        named(page, "Læg sammen$|Put together$")


@cache
def other_device() -> bytes:
    """A backup of somebody else's weeks, as far as answers go."""
    with tempfile.TemporaryDirectory() as name:
        services = open_services(Settings(Path(name)))
        fill(services, weeks=3, seed=OTHER_SEED, now=datetime.fromisoformat(NOW))
        made, _ = make(services, None)
        services.database.close()
        return made


def named(page: Page, name: str) -> Locator:
    found = page.get_by_role("button", name=re.compile(f"^({name})")).first
    found.wait_for(state="attached", timeout=PATIENCE * 1000)
    return found


def press(page: Page, name: str) -> None:
    found = named(page, name)
    before = page.locator(HEADING).first.text_content()
    found.evaluate("element => element.click()")
    wait_for(page, ARRIVED, [HEADING, before])
    page.wait_for_load_state("networkidle")


def wait_for(page: Page, condition: str, given: object) -> None:
    page.wait_for_function(condition, arg=given, polling=LOOK_AGAIN, timeout=PATIENCE * 1000)


if __name__ == "__main__":
    raise SystemExit(main())
