"""Every screen for everybody: what axe-core finds, how large targets are, and text at 200 %."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page

from lbp_app.actions import diary, person
from lbp_app.content.wording import wording_for
from lbp_app.model.diary import LegSide, Scale
from lbp_app.model.person import Role
from lbp_app.services import services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import open_database
from tests.browser.conftest import ours
from tests.builders import Hand
from tests.serving import PATIENCE, Server
from tools.screens import HEADING, NOW, PATIENT, PHYSIO, SEED, Screen, open_route, press

FINGER = 44  # px, WCAG 2.2, 2.5.5
PHONE, SMALL = 390, 320  # px
# Px, the widest: of a page and of a card in it, by width; text behind an icon or a dot begins at 36
# on a narrow page, which has small margins, and at 38 on others.
MARGIN = {PHONE: 37, SMALL: 30}
HEIGHT = 2200  # px, higher than most pages
QUIET = 150  # ms
FROM_FLUTTER = {"meta-viewport", "region"}
STOPPED = {"cdn.jsdelivr.net"}  # the script of Flet's animation library

AXE = """() => axe.run(document, {resultTypes: ['violations']}).then(({violations}) =>
    violations.flatMap(({id, nodes}) => nodes.map(({html}) => [id, html.slice(0, 300)])))"""
LISTEN = """window.stopped = [];
document.addEventListener('securitypolicyviolation', (event) => stopped.push(event.blockedURI));"""
REST = """quiet => new Promise((done) => {
    let timer;
    const observer = new MutationObserver(wait);
    function wait() {
        clearTimeout(timer);
        timer = setTimeout(() => { observer.disconnect(); done(); }, quiet);
    }
    const all = {subtree: true, childList: true, attributes: true, characterData: true};
    observer.observe(document.querySelector('flt-semantics-host'), all);
    wait();
})"""
FOLDED = """([names, press]) => {
    const buttons = [...document.querySelectorAll('flt-semantics-host [role=button]')];
    const name = (button) => button.ariaLabel ?? button.textContent;
    const folded = buttons.filter(
        (button) => names.some((begin) => name(button).startsWith(begin)));
    if (press) folded.forEach((button) => button.click());
    return folded.length;
}"""
BELOW = """() => Math.max(...[...document.querySelectorAll('flt-semantics-host [role=group]')]
    .map((group) => group.scrollHeight - group.clientHeight))"""
# What is read or pressed, with its box; `covered` is what else lies over its middle or a
# corner. A field is known by the box of its node, not by that of the element typed into.
PARTS = """() => {
    const roles = ['button', 'radio', 'tab', 'switch', 'checkbox', 'link', 'slider'];
    const inner = 'flt-semantics, h1, h2, h3, h4, h5, h6, a';
    const all = [...document.querySelectorAll(`flt-semantics-host :is(${inner})`)];
    return all.flatMap((node) => {
        const field = node.querySelector(':scope > :is(input, textarea)');
        const pressed = !!field || roles.includes(node.getAttribute('role'))
            || node.hasAttribute('flt-tappable');
        const name = (field?.ariaLabel ?? node.ariaLabel ?? node.textContent).trim();
        const {left, right, top, bottom} = node.getBoundingClientRect();
        const spots = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]];
        const over = spots.map(([x, y]) => document.elementFromPoint(
            left + (right - left) * x, top + (bottom - top) * y));
        const other = pressed && over.find((found) => !node.contains(found));
        const covered = other ? other.outerHTML.slice(0, 200) : '';
        const part = {name, pressed, field: !!field, covered, left, right, top, bottom};
        return pressed || (name && !node.querySelector(inner)) ? [part] : [];
    });
}"""


@dataclass(frozen=True)
class Look:
    """How the app is looked at; `own` is its size of text in percent, `root` the browser's.

    `few`: only the screens that hold most.
    """

    width: int = PHONE
    role: Role = Role.PATIENT
    scheme: str = "light"
    language: str = "da"
    own: int = 100
    root: int = 100
    few: bool = False

    def __str__(self) -> str:
        told = (self.role, self.scheme, self.language, self.width, self.own, self.root)
        return "-".join(map(str, told))


@dataclass(frozen=True)
class Part:
    name: str
    pressed: bool
    field: bool
    covered: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def small(self) -> bool:
        least = min(self.right - self.left, self.bottom - self.top)
        return self.pressed and least < FINGER - 0.1

    def outside(self, width: int) -> bool:
        """What begins at a margin has to end before the other one: cards cut off what is wider."""
        margin = self.left if self.left <= MARGIN[width] else 0
        return self.left < 0 or self.right > width - margin + 0.5

    def is_helped_by(self, other: "Part") -> bool:
        """The help and the count of letters of a field stand within its box, under its text."""
        across = self.left <= other.left and other.right <= self.right
        under = self.top < other.top and other.bottom <= self.bottom
        return self.field and not other.pressed and across and under

    def on(self, other: "Part") -> bool:
        """By more than 2 px: lines of text may touch."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > 2
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 2
        )


@dataclass
class Seen:
    """What a walk through all screens of a role found, by screen."""

    axe: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    parts: dict[str, list[Part]] = field(default_factory=dict)
    stopped: set[str] = field(default_factory=set)


@pytest.fixture(scope="module")
def homes(
    tmp_path_factory: pytest.TempPathFactory, terminal: dict[str, str]
) -> Iterator[Callable[[Role], Server]]:
    """Eight weeks of somebody's life, or a physiotherapist with participants and a class; the
    servers of this file.
    """
    with ExitStack() as running:

        @cache
        def home(role: Role) -> Server:
            data = tmp_path_factory.mktemp("access") / role
            words = ("demo", "--role", role, "--now", NOW, "--seed", SEED, "--data", str(data))
            server = Server([sys.executable, "-m", "lbp_app", *words], data, terminal)
            running.callback(server.close)
            server.start()
            return server

        yield home


@pytest.fixture(scope="module")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Here the app's policy holds: what the tests ask of a page goes past it."""
    context = chromium.new_context(locale="da-DK")
    context.add_init_script(LISTEN)
    yield context
    context.close()


@pytest.fixture(scope="module")
def seen(homes: Callable[[Role], Server], context: BrowserContext) -> Callable[[Look], Seen]:
    """seen(look): each look is taken once."""
    taken: dict[Look, Seen] = {}

    def look_at(look: Look) -> Seen:
        if look not in taken:
            prepare(homes(look.role), look)
            taken[look] = survey(context, homes(look.role), look)
        return taken[look]

    return look_at


def prepare(home: Server, look: Look) -> None:
    """As if somebody had chosen it so; Today has some answers, one with a side."""
    clock = Hand(datetime.fromisoformat(NOW)).clock()
    database = open_database(home.data, clock)
    person_id = DeviceStore(database).use(look.role)
    services = services_for(database, person_id, clock, stop=lambda: None)
    person.finish_welcome(services)
    person.change_preference(services, "language", look.language)
    person.change_preference(services, "text_scale", look.own)
    if look.role is Role.PATIENT:
        diary.answer(services, clock.today(), Scale.LEG, 4)
        diary.choose_leg_side(services, clock.today(), LegSide.LEFT)
    database.close()


def survey(context: BrowserContext, home: Server, look: Look) -> Seen:
    page, seen, failures = context.new_page(), Seen(), []
    page.on("pageerror", lambda error: failures.extend(ours(error)))
    page.set_viewport_size({"width": look.width, "height": HEIGHT})
    page.emulate_media(color_scheme=look.scheme)
    page.goto(home.new_link("/mig/data"))
    page.locator(HEADING).first.wait_for(state="attached", timeout=PATIENCE * 1000)
    page.evaluate("percent => document.documentElement.style.fontSize = percent", f"{look.root}%")
    page.evaluate(AXE_SCRIPT)
    for screen in screens_of(look):
        go(page, screen, look.language)
        seen.axe[screen.name] = page.evaluate(AXE)
        seen.parts[screen.name] = parts_of(page, look)
    seen.stopped = {urlsplit(uri).netloc or uri for uri in page.evaluate("stopped")}
    page.close()
    assert failures == []
    return seen


def screens_of(look: Look) -> list[Screen]:
    screens = PHYSIO if look.role is Role.PHYSIO else PATIENT
    return [screen for screen in screens if not look.few or screen.name in FEW]


def go(page: Page, screen: Screen, language: str) -> None:
    """Within the running app; unfolds everything that unfolds in its place."""
    t = wording_for(language)
    folded = [
        t("Vis kilde"),
        t("Se, hvad der bygger på den"),
        t("Vis som tabel: {title}", title=""),
        t("Ret: {name}", name=t("Bensmerte")),
        t("Slet alt …"),
        t("Find en øvelse"),
        t("Om smerte, kræfter og vejret"),
        t("Afslut Rygvej"),
        t("Vælg, hvor meget det fylder"),
    ]
    open_route(page, screen.route)
    for name in screen.presses:
        press(page, name)
    page.evaluate(REST, QUIET)
    if page.evaluate(FOLDED, [folded, True]):
        until(page, lambda: not page.evaluate(FOLDED, [folded, False]))
        page.evaluate(REST, QUIET)


def until(page: Page, true: Callable[[], bool]) -> None:
    for _ in range(round(PATIENCE / 0.03)):
        if true():
            return
        page.wait_for_timeout(30)
    raise AssertionError(f"{page.url} stays as it is")


def parts_of(page: Page, look: Look) -> list[Part]:
    """In a window so high that nothing has to scroll, for Flutter cuts off what stands across the
    edge. Without the skip link, which is a line of pixels until the keyboard is on it.
    """
    below = page.evaluate(BELOW)
    if below > 0:
        page.set_viewport_size({"width": look.width, "height": HEIGHT + below})
        until(page, lambda: page.evaluate(BELOW) <= 0)
        page.evaluate(REST, QUIET)
    skip = wording_for(look.language)("Gå til indholdet")
    found = [Part(**part) for part in page.evaluate(PARTS) if part["name"] != skip]
    if below > 0:
        page.set_viewport_size({"width": look.width, "height": HEIGHT})
    return found


FEW = (
    "today",
    "progress",
    "training-after",
    "exercises",
    "exercise",
    "check",
    "doctor",
    "learn",
    "lesson",
    "quiz",
    "scale",
    "scale-compared",
    "myth",
    "settings",
)
SMALL_AND_LARGE = Look(width=SMALL, root=200, few=True)
SEEN_IN = (PHONE, 100, "light"), (PHONE, 100, "dark"), (SMALL, 100, "light"), (SMALL, 200, "light")
MORE = [
    Look(width=width, role=role, language=language, own=own, scheme=scheme)
    for width, own, scheme in SEEN_IN
    for role in Role
    for language in ("da", "en")
]
MORE.append(Look(width=SMALL, root=200))


# The hardest look is taken at every commit; each look is a walk through all screens.
looks = pytest.mark.parametrize(
    "look",
    [SMALL_AND_LARGE, *(pytest.param(look, marks=pytest.mark.full) for look in MORE)],
    ids=str,
)


@looks
def test_axe_finds_only_what_comes_from_flutter(seen, look):
    found = {
        name: [(rule, html) for rule, html in violations if rule not in FROM_FLUTTER]
        for name, violations in seen(look).axe.items()
    }
    assert found == {screen.name: [] for screen in screens_of(look)}


@looks
def test_the_policy_stops_one_script_and_nothing_else(seen, look):
    assert seen(look).stopped == STOPPED


@looks
def test_a_finger_hits_everything_that_is_pressed(seen, look):
    parts = seen(look).parts
    assert all(any(part.pressed for part in found) for found in parts.values())
    assert {n: bad for n, found in parts.items() if (bad := [p for p in found if p.small])} == {}


@looks
def test_nothing_reaches_outside_the_screen(seen, look):
    outside = {
        name: bad
        for name, found in seen(look).parts.items()
        if (bad := [p for p in found if p.outside(look.width)])
    }
    assert outside == {}


@looks
def test_nothing_lies_on_what_is_pressed(seen, look):
    parts = seen(look).parts
    covered = {n: bad for n, found in parts.items() if (bad := [p for p in found if p.covered])}
    assert covered == {}
    pairs = [(n, a, b) for n, found in parts.items() for a in found if a.pressed for b in found]
    on = [(n, a, b) for n, a, b in pairs if a is not b and a.on(b) and not a.is_helped_by(b)]
    assert [(n, a.name, b.name) for n, a, b in on] == []
