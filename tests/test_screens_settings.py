import asyncio

import flet as ft
import pytest

from lbp_app.actions import diary
from lbp_app.actions.person import change_preference, change_profile
from lbp_app.model.diary import Scale
from lbp_app.model.person import Appearance, Role
from lbp_app.screens import fields
from lbp_app.screens.acting import Actor
from lbp_app.screens.theme import Type
from lbp_app.screens.watch import Watch
from lbp_app.services import Services
from tests.builders import TODAY
from tests.harness import Screen
from tests.opened import opened

ROUTE = "/mig/indstillinger"
CPR = "010203-1234"


def size_of(screen: Screen, text: str) -> float:
    found = next(t for t in screen.find(ft.Text) if t.value == text)
    assert isinstance(found.style, ft.TextStyle)
    assert found.style.size
    return float(found.style.size)


def bar_size(screen: Screen) -> float:
    """Of the names under the places."""
    theme = screen.page.theme
    assert theme
    assert theme.navigation_bar_theme
    styles = theme.navigation_bar_theme.label_text_style
    assert isinstance(styles, dict)
    return float(styles[ft.ControlState.DEFAULT].size)


@pytest.mark.full
async def test_another_language_is_spoken_at_once_and_found_in_its_own_words(
    services: Services,
) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press("English")
        assert {"Settings", "Language", "Dansk", "Saved"} <= set(screen.texts())
        assert "Indstillinger" not in screen.texts()
        await screen.press("Dansk")
        assert "Indstillinger" in screen.texts()
        assert services.person.preferences().language == "da"


@pytest.mark.full
async def test_the_page_is_told_its_language_for_screen_readers(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press("English")
        locale = screen.page.locale_configuration
        assert locale
        assert locale.current_locale == ft.Locale("en", "GB")


@pytest.mark.parametrize(
    ("percent", "body", "title", "bar"),
    [
        (100, 1.0, 1.0, 1.0),
        (120, 1.2, 1.2, 1.2),
        (140, 1.4, 1.4, 1.3),
        (160, 1.6, 1.6, 1.3),
        (200, 2.0, 1.6, 1.3),
    ],
)
@pytest.mark.full
async def test_text_grows_to_200_percent_but_titles_and_bar_stop_before(
    services: Services, percent: int, body: float, title: float, bar: float
) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press(f"{percent}\xa0%")
        sample = size_of(screen, "Sådan ser teksten ud nu.")
        assert sample == pytest.approx(Type.BODY.size * body, abs=0.06)
        assert size_of(screen, "Indstillinger") == pytest.approx(Type.TITLE.size * title, abs=0.06)
        assert bar_size(screen) == pytest.approx(Type.BAR.size * bar, abs=0.06)


@pytest.mark.full
async def test_the_greeting_stops_at_its_own_most(services: Services) -> None:
    change_preference(services, "text_scale", 200)
    async with opened(services) as screen:
        expected = Type.HERO.size * Type.HERO.on_phone
        assert size_of(screen, "Godmorgen") == pytest.approx(expected, abs=0.06)


@pytest.mark.full
async def test_the_browsers_own_large_text_counts_towards_the_most(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        probe = next(c for c in screen.find(ft.Container) if c.on_size_change)
        event = {"w": 90, "h": 150}
        await screen.send(probe, "size_change", event)
        assert size_of(screen, "Sådan ser teksten ud nu.") == Type.BODY.size
        await screen.press("200\xa0%")
        assert size_of(screen, "Indstillinger") * 1.5 == pytest.approx(
            Type.TITLE.size * Type.TITLE.on_phone, abs=0.2
        )
        assert bar_size(screen) * 1.5 == pytest.approx(Type.BAR.size * 1.3, abs=0.2)


@pytest.mark.parametrize(
    ("name", "mode"),
    [("Mørkt", ft.ThemeMode.DARK), ("Lyst", ft.ThemeMode.LIGHT), ("Som enheden", "system")],
)
@pytest.mark.full
async def test_the_look_is_changed_at_once(
    services: Services, name: str, mode: ft.ThemeMode | str
) -> None:
    change_preference(services, "appearance", Appearance.LIGHT if name != "Lyst" else "dark")
    async with opened(services, ROUTE) as screen:
        await screen.press(name)
        assert screen.page.theme_mode == ft.ThemeMode(mode)
        assert services.person.preferences().appearance == ft.ThemeMode(mode).value


@pytest.mark.full
async def test_drawings_are_dark_in_the_dark(services: Services) -> None:
    change_preference(services, "appearance", "dark")
    async with opened(services) as screen:
        drawings = [str(i.src) for i in screen.find(ft.Image) if str(i.src).startswith("art/")]
        assert drawings
        assert all(src.endswith("-dark.svg") for src in drawings)


@pytest.mark.parametrize(
    ("name", "field"), [("Færre bevægelser", "reduced_motion"), ("Uden tal", "numbers_off")]
)
@pytest.mark.full
async def test_a_switch_is_turned_by_its_whole_row_or_by_itself(
    services: Services, name: str, field: str
) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press(name)
        assert getattr(services.person.preferences(), field) is True
        switch = next(s for s in screen.find(ft.Switch) if s.value)
        await screen.send(switch, "change", False, value=False)
        assert getattr(services.person.preferences(), field) is False


@pytest.mark.full
async def test_what_was_chosen_can_be_undone(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press("200\xa0%")
        await screen.press("Fortryd det seneste")
        assert services.person.preferences().text_scale == 100
        assert size_of(screen, "Sådan ser teksten ud nu.") == Type.BODY.size


@pytest.mark.parametrize(
    ("label", "text", "field", "kept"),
    [
        ("Fornavn", " Birgit ", "first_name", "Birgit"),
        ("Fødselsår", "1961", "birth_year", 1961),
        ("Egen læge", "Lægerne på Torvet", "doctor_name", "Lægerne på Torvet"),
        ("Lægens telefon", "12 34 56 78", "doctor_phone", "12 34 56 78"),
    ],
)
@pytest.mark.full
async def test_an_answer_about_oneself_saves_itself_and_can_be_taken_away(
    services: Services, label: str, text: str, field: str, kept: object
) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.type(label, text)
        assert getattr(services.person.get(), field) == kept
        assert screen.one(ft.TextField, label=label).error is None
        await screen.type(label, "")
        assert not getattr(services.person.get(), field)


@pytest.mark.full
async def test_a_region_is_chosen_and_eastern_denmark_is_not_offered_yet(
    services: Services,
) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press("Syddanmark")
        assert services.person.get().region == "syddanmark"
        assert "Østdanmark" not in screen.texts()


@pytest.mark.parametrize("label", ["Fornavn", "Egen læge", "Lægens telefon", "Fødselsår"])
@pytest.mark.full
async def test_a_cpr_number_stays_in_its_field_with_a_kind_sentence(
    services: Services, label: str
) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.type(label, CPR)
        field = screen.one(ft.TextField, label=label)
        assert field.value == CPR
        assert str(field.error).startswith("Der ser ud til at stå et CPR-nummer.")
        assert "Gemt" not in screen.texts()
        assert CPR not in str(services.person.get())


@pytest.mark.full
async def test_the_sentence_goes_once_the_text_is_put_right(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.type("Fornavn", f"Birgit {CPR}")
        await screen.type("Fornavn", "Birgit")
        assert screen.one(ft.TextField, label="Fornavn").error is None
        assert services.person.get().first_name == "Birgit"


async def test_a_year_that_cannot_be_stays_with_its_sentence(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.type("Fødselsår", "1850")
        field = screen.one(ft.TextField, label="Fødselsår")
        assert field.value == "1850"
        assert "1916" in str(field.error)


async def typing(screen: Screen, label: str, text: str) -> None:
    """The keyboard is still in the field."""
    await screen.send(screen.one(ft.TextField, label=label), "change", text, value=text)


async def idle(screen: Screen) -> None:
    """As long as a text waits for the next key; its pause is short in these tests."""
    for _ in range(200):
        await asyncio.sleep(0.005)
        if "Gemt" in screen.texts():
            return
    raise AssertionError("not saved")


@pytest.mark.full
async def test_a_text_is_saved_when_the_keys_rest(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fields, "IDLE", 0.01)
    async with opened(services, ROUTE) as screen:
        await typing(screen, "Fornavn", "Bi")
        await typing(screen, "Fornavn", "Birgit")
        await idle(screen)
        assert services.person.get().first_name == "Birgit"
        changes = services.history.of("person", services.person.get().id)
        assert [c.new for c in changes if c.field == "first_name"] == ["Birgit"]


@pytest.mark.full
async def test_what_is_typed_in_one_tab_is_not_reset_by_a_commit_in_another(
    services: Services,
) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    async with opened(services) as screen:
        await typing(screen, "Note til dagen", "Halvt skrevet")
        diary.answer(services, TODAY, Scale.LEG, 2)
        diary.write_note(services, TODAY, "Fra den anden fane")
        await screen.settle()
        assert screen.one(ft.TextField).value == "Halvt skrevet"
        await screen.send(screen.one(ft.TextField), "blur", "Halvt skrevet")
        assert services.diary.get(TODAY).note == "Halvt skrevet"


@pytest.mark.full
async def test_a_field_that_was_only_left_does_not_overwrite_the_other_tab(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fields, "IDLE", 0.01)
    diary.answer(services, TODAY, Scale.BACK, 4)
    async with opened(services) as screen:
        await typing(screen, "Note til dagen", "Min")
        await idle(screen)
        diary.write_note(services, TODAY, "Min og lidt til")
        await screen.settle()
        await screen.send(screen.one(ft.TextField), "blur", "Min")
        assert services.diary.get(TODAY).note == "Min og lidt til"
        assert screen.one(ft.TextField).value == "Min og lidt til"


@pytest.mark.full
async def test_a_field_that_nobody_types_in_follows_the_other_tab(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        change_profile(services, "first_name", "Karen")
        await screen.settle()
        assert screen.one(ft.TextField, label="Fornavn").value == "Karen"


@pytest.mark.full
async def test_a_text_that_was_left_stays_while_the_page_round_it_is_not_drawn_yet(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which of the two is drawn first is chance."""
    async with opened(services, ROUTE) as screen:
        with monkeypatch.context() as late:
            late.setattr(Watch, "_again", lambda watch: None)
            late.setattr(Actor, "tell", lambda actor, notice, t=None: None)
            await screen.type("Fornavn", "Birgit")
            assert services.person.get().first_name == "Birgit"
            assert screen.one(ft.TextField, label="Fornavn").value == "Birgit"
        change_profile(services, "first_name", "Karen")
        await screen.settle()
        assert screen.one(ft.TextField, label="Fornavn").value == "Karen"


@pytest.mark.full
async def test_the_other_role_is_somebody_of_their_own_and_nothing_is_deleted(
    services: Services,
) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    change_preference(services, "language", "en")
    async with opened(services, ROUTE) as screen:
        await screen.press("I am a physiotherapist")
        assert services.device.active_person()[1] is Role.PHYSIO
        assert screen.pushed_routes[-1] == "/velkommen/1"
        await screen.goto(ROUTE)
        await screen.press("I have back pain")
        assert services.device.active_person()[1] is Role.PATIENT
    assert services.diary.get(TODAY).back_pain == 4
