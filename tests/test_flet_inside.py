import sys
from types import SimpleNamespace

import flet as ft
import pytest

from lbp_app import flet_inside
from tests.harness import run, show

CPR = "010190-1234"


@pytest.fixture
def shown():
    """What the app's own error view was given."""
    seen = []
    yield seen
    flet_inside.uninstall()


def own_view(seen):
    def show_it(page, reference):
        seen.append(reference)
        page.views.clear()
        page.views.append(ft.View(controls=[ft.Text(f"Noget gik galt ({reference})")]))
        page.update()

    return show_it


@ft.component
def Counter():  # noqa: N802
    count, set_count = ft.use_state(0)
    if count == 2:
        raise ValueError(CPR)
    return ft.Column(
        [
            ft.Text(f"{count}"),
            ft.FilledButton("Mere", on_click=lambda: set_count(count + 1)),
            ft.FilledButton("Fejl", on_click=lambda: int(CPR)),
        ]
    )


def test_flet_is_the_version_this_file_was_written_for():
    assert flet_inside.problem_with_version() is None, flet_inside.problem_with_version()


def test_another_flet_is_named_in_a_sentence(monkeypatch):
    monkeypatch.setattr("flet.version.flet_version", "9.9.9")
    sentence = flet_inside.problem_with_version()
    assert "9.9.9" in sentence
    assert "flet_inside.py" in sentence


async def test_press_shows_the_next_state():
    async with show(Counter) as screen:
        assert screen.texts() == ["0", "Mere", "Fejl"]
        await screen.press("Mere")
        assert "1" in screen.texts()
    assert screen.names() == ["Mere", "Fejl"]


async def test_a_handler_that_fails_reaches_the_apps_own_view(shown, caplog):
    flet_inside.install(own_view(shown))
    async with show(Counter) as screen:
        await screen.press("Fejl")
        assert screen.texts() == [f"Noget gik galt ({shown[0]})"]
    assert_private(screen, caplog, shown[0])


async def test_a_component_that_fails_reaches_the_apps_own_view(shown, caplog):
    flet_inside.install(own_view(shown))
    async with show(Counter) as screen:
        await screen.press("Mere")
        await screen.press("Mere")
        assert screen.texts() == [f"Noget gik galt ({shown[0]})"]
    assert_private(screen, caplog, shown[0])


async def test_main_that_fails_reaches_the_apps_own_view(shown, caplog):
    flet_inside.install(own_view(shown))

    def main(page):
        try:
            raise ValueError(CPR)
        except ValueError:  # as flet_web calls it
            page.session.error(CPR)

    async with run(main) as screen:
        assert screen.texts() == [f"Noget gik galt ({shown[0]})"]


async def test_an_effect_that_fails_reaches_the_apps_own_view(shown, caplog):
    flet_inside.install(own_view(shown))

    @ft.component
    def Effect():  # noqa: N802
        ft.use_effect(lambda: int(CPR), [])
        return ft.Text("her")

    async with show(Effect) as screen:
        assert screen.texts() == [f"Noget gik galt ({shown[0]})"]
    assert_private(screen, caplog, shown[0])


async def test_updates_go_on_after_an_update_outside_a_component_failed(shown):
    flet_inside.install(lambda page, reference: shown.append(reference))

    class Failing(ft.Text):
        def update(self):
            raise ValueError(CPR)

    async with show(Counter) as screen:
        screen.page.session.schedule_update(Failing("x"))
        await screen.settle()
        await screen.press("Mere")
        assert "1" in screen.texts()
    assert len(shown) == 1


async def test_a_failing_error_view_falls_back_to_a_neutral_sentence(shown, caplog):
    flet_inside.install(lambda page, reference: int(CPR))
    async with show(Counter) as screen:
        with pytest.raises(AssertionError, match=r"Noget gik galt\..*Something went wrong\."):
            await screen.press("Fejl")
    [crash] = screen.headless.client.crashes
    assert CPR not in crash
    assert CPR not in ours(caplog)


async def test_failures_without_end_fall_back_to_a_neutral_sentence(shown):
    flet_inside.install(lambda page, reference: shown.append(reference))
    async with show(Counter) as screen:
        for _ in range(5):
            await screen.press("Fejl")
        with pytest.raises(AssertionError, match="Something went wrong"):
            await screen.press("Fejl")
    assert len(shown) == 5


def test_place_names_type_and_line_only():
    with pytest.raises(ValueError, match=CPR) as caught:
        int(CPR)
    assert flet_inside.place(caught.value).startswith("ValueError at test_flet_inside.py:")


def ours(caplog):
    return "".join(r.getMessage() for r in caplog.records if r.name.startswith("rygvej"))


def assert_private(screen, caplog, reference):
    assert screen.headless.client.crashes == []
    assert reference in ours(caplog)
    assert "ValueError at test_flet_inside.py" in ours(caplog)
    assert CPR not in ours(caplog)


def test_the_desktop_client_is_found_on_the_disk_and_never_fetched(monkeypatch, tmp_path):
    fetched = []
    client = SimpleNamespace(
        get_package_bin_dir=lambda: str(tmp_path / "bin"),
        get_artifact_filename=lambda: "flet.tar.gz",
        ensure_client_cached=lambda: fetched.append(1),
    )
    client.__dict__["__get_client_storage_dir"] = lambda: tmp_path / "unpacked"
    monkeypatch.delenv("FLET_VIEW_PATH", raising=False)
    monkeypatch.setitem(sys.modules, "flet_desktop", client)
    assert not flet_inside.desktop_client_ready()
    (tmp_path / "unpacked").mkdir()
    assert flet_inside.desktop_client_ready()
    monkeypatch.setenv("FLET_VIEW_PATH", str(tmp_path / "gone"))
    assert not flet_inside.desktop_client_ready()
    monkeypatch.setenv("FLET_VIEW_PATH", str(tmp_path))
    assert flet_inside.desktop_client_ready()
    assert fetched == []
