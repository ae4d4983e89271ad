"""The wheel: complete, and at home in a folder with a space and å in its name."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
SAYS = """
from lbp_app import config
print(config.PACKAGE)
print(config.assets_folder())
print((config.assets_folder() / "fonts" / "Figtree-400.ttf").stat().st_size)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "-q"]
    subprocess.run([*command, "-w", str(folder), str(PROJECT)], check=True, timeout=120)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("på et andet sted") / "installeret å"
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "-q"]
    subprocess.run([*command, "--target", str(target), str(wheel)], check=True, timeout=120)
    return target


def run(installed: Path, *arguments: str) -> str:
    """In another folder, with the wheel before the checkout."""
    elsewhere = installed.parent / "kører her å"
    elsewhere.mkdir(exist_ok=True)
    environment = {"PYTHONPATH": str(installed), "PYTHONUTF8": "1", "LANG": "da_DK.UTF-8"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=elsewhere,
        env=environment | {"HOME": str(elsewhere)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.full
def test_the_wheel_holds_assets_content_and_migrations(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "lbp_app/assets/fonts/Literata-500.ttf",
        "lbp_app/assets/art/hills-phone-dark.svg",
        "lbp_app/assets/icons/icon-512.png",
        "lbp_app/content/locale/en/LC_MESSAGES/lbp.mo",
        "lbp_app/front/web/index.html",
    } <= names
    assert any(name.startswith("lbp_app/store/migrations/versions/") for name in names)
    own = {each.name for each in (PROJECT / "assets").rglob("*") if each.is_file()}
    assert own <= {name.rpartition("/")[2] for name in names}


@pytest.mark.full
def test_an_installed_wheel_finds_its_assets(installed: Path) -> None:
    package, assets, size = run(installed, "-c", SAYS).splitlines()
    assert Path(package) == installed / "lbp_app"
    assert Path(assets) == installed / "lbp_app" / "assets"
    assert int(size) > 20_000


@pytest.mark.full
def test_an_installed_wheel_answers_to_its_doctor(installed: Path) -> None:
    data = installed.parent / "data å"
    said = run(installed, "-m", "lbp_app", "doctor", "--data", str(data))
    assert str(data) in said


@pytest.mark.full
def test_an_installed_wheel_finds_its_content_in_order(installed: Path) -> None:
    run(installed, "-m", "lbp_app", "content", "check")
