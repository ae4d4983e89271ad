"""Documents say what holds: sources, licences, the disclaimer, links that lead somewhere."""

import re
import tomllib
from pathlib import Path

import pytest

from tools import notices, sources

ROOT = Path(__file__).parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
KEPT = {".py", ".md", ".yaml", ".toml", ".po", ".pot", ".txt", ".ps1", ".yml", ""}


def test_the_list_of_sources_is_fresh() -> None:
    """If not: python tools/sources.py."""
    assert sources.TARGET.read_text("utf-8") == sources.text()


@pytest.mark.full
def test_every_package_the_app_runs_on_is_in_the_notices() -> None:
    """If not: python tools/notices.py. Other systems may need fewer or others than Linux."""
    page = notices.TARGET.read_text("utf-8")
    needed = notices.needed()
    assert {"flet", "SQLAlchemy", "msgspec"} <= needed.keys()
    assert [n for n, licence in needed.items() if f"| {n} | {licence} |" not in page] == []
    assert "" not in needed.values()


def test_every_licence_named_in_the_notices_lies_there() -> None:
    for _, file in notices.SHOWN_APART.values():
        assert (ROOT / file).read_text("utf-8").strip(), file


def test_the_licence_is_the_whole_agpl() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert text.startswith("GNU AFFERO GENERAL PUBLIC LICENSE\nVersion 3")
    assert "13. Remote Network Interaction" in text
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "AGPL-3.0-or-later"


def test_the_first_screen_of_the_readme_says_what_it_is_not() -> None:
    first_screen = "\n".join((ROOT / "README.md").read_text("utf-8").splitlines()[:15])
    assert "not a medical device" in first_screen
    assert "make run" in first_screen


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "decisions").glob("0*.md")))
def test_a_decision_has_all_its_parts_and_claims_no_signature(page: Path) -> None:
    text = page.read_text("utf-8")
    for part in ("**Question.**", "**Decision.**", "**Why.**", "| for | against |", "**Signed.**"):
        assert part in text, part
    assert "**Signed.** Nobody yet" in text
    assert page.name in (page.parent / "README.md").read_text("utf-8")


def test_links_between_pages_lead_somewhere() -> None:
    broken = [
        f"{page.name}: {link}"
        for page in PAGES
        for link in LINK.findall(page.read_text("utf-8"))
        if not (page.parent / link).exists() and not link.startswith("docs/screens/")
    ]
    assert broken == []


@pytest.mark.full
def test_the_project_refers_to_nothing_outside_itself() -> None:
    outside = ("../" + "shared", "/work" + "/", "clinical" + ".md", "peers" + ".md")
    folders = ("lbp_app", "docs", "tools", "bench", "tests")
    files = [*ROOT.glob("*.md"), ROOT / "pyproject.toml"]
    files += [f for name in folders for f in (ROOT / name).rglob("*") if f.suffix in KEPT]
    for file in files:
        if file.is_file():
            text = file.read_text("utf-8", errors="replace")
            assert [word for word in outside if word in text] == [], file
