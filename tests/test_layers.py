"""Who may import whom: the table in docs/architecture.md, and who may ask for the time."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "lbp_app"
FLET = {"flet", "flet_audio", "flet_camera", "flet_charts"}
RUNNING = {"flet_web", "flet_desktop", "uvicorn", "brotli", "platformdirs", "tzlocal", "packaging"}
EVERYTHING = {"*"}

# layer: (of ours, third party)
LAYERS: dict[str, tuple[set[str], set[str]]] = {
    "errors": (set(), set()),
    "model": ({"errors"}, set()),
    "rules": ({"model", "errors"}, {"apscheduler"}),
    "reminders": ({"model", "errors"}, {"apscheduler", "desktop_notifier"}),
    "store": ({"model", "errors"}, {"sqlalchemy", "alembic", "sqlcipher3"}),
    "exchange": (
        {"model", "content", "errors"},
        {
            *("segno", "cbor2", "argon2", "cryptography", "fpdf", "holidays", "icalendar"),
            *("zxingcpp", "pyzbar", "PIL", "keyring", "msgspec"),
        },
    ),
    "content": ({"errors"}, {"msgspec", "yaml", "snowballstemmer"}),
    "services": ({"store", "rules", "reminders", "exchange", "model", "errors"}, set()),
    "actions": ({"services", "rules", "reminders", "exchange", "model", "errors"}, set()),
    "screens": ({"actions", "services", "content", "model", "flet_inside", "errors"}, FLET),
    "flet_inside": (set(), FLET | {"flet_desktop", "flet_web", "msgpack"}),
    "demo": (EVERYTHING, set()),
    "restoring": (EVERYTHING, set()),
    "ringing": (EVERYTHING, set()),
    "app": (EVERYTHING, FLET | RUNNING),
    "cli": (EVERYTHING, FLET | RUNNING),
    "front": (EVERYTHING, FLET | RUNNING),
    "config": (EVERYTHING, RUNNING),
    "__init__": (set(), set()),
    "__main__": (EVERYTHING, set()),
}
MAY_ASK_THE_TIME = {"app", "ringing", "cli", "front", "config"}
ASKING = {"today", "now", "utcnow", "fromtimestamp", "time", "localtime"}
WRITING = {
    *("put", "put_preference", "put_text", "put_choice", "put_back"),
    *("put_appointment", "put_rating"),
    *("put_member", "put_attendance", "put_with_course", "forget"),
    *("put_within", "put_member_within", "put_said_within", "put_appointment_within"),
    "put_with_course_within",
    *("put_after", "put_reflection", "put_item", "put_note", "keep_draft", "end_trial", "finish"),
    *("keep_place", "add", "take"),
    *("put_all", "put_manner", "settle", "ring_again"),
    *("delete", "undo", "finish_deletions"),
    *("use", "erase", "writing", "replace"),
}

FILES = sorted(PACKAGE.rglob("*.py"))


def layer(file: Path) -> str:
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(tree: ast.AST) -> Iterator[str]:
    """Full names; `from a import b` may mean the module a.b, and gives both."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def faults(where: str, source: str) -> set[str]:
    """What `source`, as a file of the layer `where`, imports and should not."""
    ours, others = LAYERS[where]
    wrong = set()
    for name in imported(ast.parse(source)):
        top, *rest = name.split(".")
        if top == "lbp_app":
            used = rest[0] if rest else "__init__"
            allowed = ours == EVERYTHING or used in {*ours, where}
            wrong |= set() if allowed else {name}
        elif top not in sys.stdlib_module_names | others:
            wrong.add(name)
    return wrong


def time_askers(source: str) -> set[str]:
    """Calls such as date.today() and time.time()."""
    called = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return {
        f"{func.value.id}.{func.attr}"
        for func in called
        if isinstance(func, ast.Attribute)
        and isinstance(func.value, ast.Name)
        and func.value.id in {"date", "datetime", "time"}
        and func.attr in ASKING
    }


def test_each_file_imports_only_what_its_layer_may() -> None:
    found = {
        str(file.relative_to(PACKAGE)): faults(layer(file), file.read_text(encoding="utf-8"))
        for file in FILES
    }
    assert {file: names for file, names in found.items() if names} == {}


@pytest.mark.full
def test_nothing_but_the_wiring_asks_for_the_time() -> None:
    found = {
        str(file.relative_to(PACKAGE)): time_askers(file.read_text(encoding="utf-8"))
        for file in FILES
        if layer(file) not in MAY_ASK_THE_TIME
    }
    assert {file: calls for file, calls in found.items() if calls} == {}


@pytest.mark.full
def test_screens_write_only_through_actions() -> None:
    found = {
        f"{file.name}: {ast.unparse(node)}"
        for file in FILES
        if layer(file) == "screens"
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in WRITING
        if "services" in ast.unparse(node)
    }
    assert found == set()


def test_every_layer_is_in_the_table() -> None:
    assert {layer(file) for file in FILES} <= LAYERS.keys()


@pytest.mark.parametrize(
    ("where", "source"),
    [
        ("model", "import flet"),
        ("model", "from lbp_app.store.session import Database"),
        ("store", "from lbp_app import actions"),
        ("actions", "import lbp_app.screens.today"),
        ("actions", "from sqlalchemy import select"),
        ("exchange", "from lbp_app.store.tables import flare"),
        ("screens", "from lbp_app.store.diary import DiaryStore"),
        ("screens", "def f():\n    from lbp_app.config import version"),
        ("content", "from lbp_app.model.diary import Scale"),
        ("rules", "from lbp_app.content import library"),
        ("demo", "import sqlalchemy"),
    ],
)
def test_a_forbidden_import_is_found(where: str, source: str) -> None:
    assert faults(where, source)


@pytest.mark.parametrize(
    "source",
    ["date.today()", "datetime.now(UTC)", "def f():\n    return time.time()"],
)
def test_asking_for_the_time_is_found(source: str) -> None:
    assert time_askers(source)
