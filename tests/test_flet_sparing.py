"""What is left out of Flet's work changes nothing that is sent, mounted or taken down."""

import dataclasses
from collections.abc import Iterator

import flet as ft
import flet_charts as fc  # type: ignore[import-untyped]
import msgpack  # type: ignore[import-untyped]
import pytest
from flet.controls import base_control
from flet.messaging.protocol import Message, MessageAction, PatchControlBody

from lbp_app import flet_inside
from tests.harness import show

Gone = list[str]


@pytest.fixture(params=["as Flet does it", "thriftily"])
def _both_ways(request: pytest.FixtureRequest) -> Iterator[None]:
    flet_inside.be_as_flet_is()
    if request.param == "thriftily":
        flet_inside.be_thrifty()
    yield
    flet_inside.be_thrifty()


@ft.component
def Inner(name: str, gone: Gone) -> ft.Control:  # noqa: N802
    def went() -> None:
        gone.append(f"{name} went")

    ft.use_effect(lambda: gone.append(f"{name} came"), [], cleanup=went)
    return ft.Text(name)


@ft.component
def Outer(gone: Gone) -> ft.Control:  # noqa: N802
    count, set_count = ft.use_state(0)
    inner = Inner("a", gone) if count < 2 else ft.Text("none")
    more = ft.FilledButton("Mere", on_click=lambda: set_count(count + 1))
    return ft.Column([ft.Container(ft.Row([inner], spacing=count)), ft.Text(str(count)), more])


@pytest.mark.usefixtures("_both_ways")
async def test_what_stands_deep_in_a_control_comes_and_goes() -> None:
    gone: Gone = []
    async with show(Outer, gone) as screen:
        assert gone == ["a came"]
        await screen.press("Mere")
        assert gone == ["a came"]
        assert "1" in screen.texts()
        assert screen.find(ft.Row)[0].spacing == 1
        await screen.press("Mere")
        assert gone == ["a came", "a went"]
        assert screen.texts() == ["none", "2", "Mere"]


@pytest.mark.usefixtures("_both_ways")
@pytest.mark.full
async def test_what_is_set_and_put_back_is_sent() -> None:
    async with show(Outer, []) as screen:
        screen.page.title = "Rygvej"
        screen.page.update()
        sent = screen.headless.client.bytes_sent
        screen.page.title = None
        screen.page.update()
        assert screen.headless.client.bytes_sent > sent


@pytest.mark.usefixtures("_both_ways")
async def test_a_value_that_cannot_be_still_raises() -> None:
    slider = ft.Slider(value=11, max=10)
    with pytest.raises(ValueError, match="value"):
        base_control.validate(slider, suppress_repeated_errors=True)
    base_control.validate(slider, suppress_repeated_errors=True)  # told once


def test_a_message_is_not_written_out_for_a_log_line() -> None:
    flet_inside.be_thrifty()
    body = PatchControlBody(1, [ft.Text("Rygsmerte")])
    assert f"{Message(MessageAction.PATCH_CONTROL, body)}" == "PATCH_CONTROL"


@pytest.mark.usefixtures("_both_ways")
async def test_a_button_has_its_own_style_over_what_stands_beside_it() -> None:
    style = ft.ButtonStyle(bgcolor="red", elevation=1)
    plain, coloured, flat = [
        ft.FilledButton("Mere", style=style),
        ft.FilledButton("Mere", style=style, bgcolor="blue"),
        ft.FilledButton("Mere", style=style, elevation=0),
    ]
    for button in (plain, coloured, flat):
        button.before_update()
    styles = [button._internals["style"] for button in (plain, coloured, flat)]
    assert [(one.bgcolor, one.elevation) for one in styles] == [("red", 1), ("blue", 1), ("red", 0)]


def look() -> ft.ButtonStyle:
    return ft.ButtonStyle(
        bgcolor=ft.Colors.PRIMARY,
        padding=ft.Padding(1, 2, 3, 4),
        side={ft.ControlState.FOCUSED: ft.BorderSide(3, ft.Colors.ON_SURFACE)},
        shape=ft.RoundedRectangleBorder(radius=14),
    )


def test_a_sealed_value_goes_over_the_wire_as_it_would() -> None:
    for value in (look(), ft.Alignment(0, 0), ft.TextStyle(font_family_fallback=["Figtree"])):
        asked = flet_inside._encode
        before = msgpack.packb(value, default=asked)
        unpacked = msgpack.unpackb(msgpack.packb(flet_inside.sealed(value), default=asked))
        assert unpacked == msgpack.unpackb(before) != {}


def test_what_is_sealed_or_unkept_is_not_looked_into() -> None:
    assert flet_inside._is_dataclass(look()) and not flet_inside._is_plain(look())
    for value in (flet_inside.sealed(look()), flet_inside.Unkept("LineChartDataPoint", [{}])):
        assert flet_inside._is_plain(value) and not flet_inside._is_dataclass(value)


def test_an_unkept_control_goes_over_the_wire_as_a_kept_one_would() -> None:
    tip = {"text": "Rygsmerte: 3"}
    kept = fc.LineChartDataPoint(1, 3, tooltip=tip)
    kept.before_update()
    given = {"x": 1, "y": 3, "tooltip": tip, "_internals": {"tooltip": tip}}
    sent = msgpack.unpackb(msgpack.packb(kept, default=flet_inside._encode))
    (unkept,) = flet_inside.Unkept("LineChartDataPoint", [given])
    assert unkept | {"_i": 0} == sent | {"_i": 0}
    assert unkept["_i"] > sent["_i"]


@pytest.mark.usefixtures("_both_ways")
async def test_another_sealed_value_is_sent_and_the_same_is_not() -> None:
    looks = [flet_inside.sealed(ft.Padding(n, n, n, n)) for n in range(2)]

    @ft.component
    def Padded() -> ft.Control:  # noqa: N802
        count, set_count = ft.use_state(0)
        more = ft.FilledButton("Mere", on_click=lambda: set_count(count + 1))
        return ft.Column([ft.Container(more, padding=looks[count // 2])])

    async with show(Padded) as screen:
        sent = [screen.headless.client.bytes_sent]
        for _ in range(2):
            await screen.press("Mere")
            sent.append(screen.headless.client.bytes_sent)
        assert sent[0] == sent[1] < sent[2]


def events() -> list[tuple[ft.BaseControl, str]]:
    named = (getattr(ft, name) for name in ft.__all__)
    kinds = {kind for kind in named if isinstance(kind, type)}
    controls = [kind for kind in kinds if issubclass(kind, ft.BaseControl)]
    made = [(object.__new__(kind), kind) for kind in controls]
    return [
        (control, field.name)
        for control, kind in made
        for field in dataclasses.fields(kind)
        if field.name.startswith("on_") and "Callable" in str(field.type)
    ]


@pytest.mark.full
def test_the_kind_of_each_event_is_the_one_flet_finds() -> None:
    found = events()
    assert len(found) > 100
    asked = "[get_event_field_type(*one) for one in found]"  # as the module itself asks
    flet_inside.be_as_flet_is()
    as_flet = eval(asked, vars(base_control), {"found": found})  # noqa: S307
    flet_inside.be_thrifty()
    for _ in range(2):  # looked up, and known
        assert eval(asked, vars(base_control), {"found": found}) == as_flet  # noqa: S307
