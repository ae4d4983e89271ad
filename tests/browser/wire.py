"""A tab without a browser: the cookie, the websocket and Flet's frames, to the real server.

cookie = bought_cookie(server.address)
with open_tab(server.url, cookie, "/dag/2026-10-05") as tab:
    tab.wait(lambda: tab.group("Rygsmerte"))
    tab.choose("Rygsmerte", 4)
    tab.wait(lambda: tab.chosen("Rygsmerte") == 4)
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from functools import reduce
from operator import getitem
from typing import Any

import msgpack  # type: ignore[import-untyped]
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from tests.serving import PATIENCE

NO_ROOM = {"left": 0, "top": 0, "right": 0, "bottom": 0}
WINDOW = {
    "web": True,
    "platform": "linux",
    "width": 400,
    "height": 800,
    "platform_brightness": "light",
    "media": {
        "padding": NO_ROOM,
        "view_padding": NO_ROOM,
        "view_insets": NO_ROOM,
        "device_pixel_ratio": 1.0,
        "orientation": "portrait",
    },
}
Part = dict[str, Any]


class Action(IntEnum):
    REGISTER = 1
    PATCH = 2
    EVENT = 3
    INVOKE = 5


class Operation(IntEnum):
    REPLACE, ADD, REMOVE, MOVE = range(4)


@contextmanager
def open_tab(url: str, cookie: str, route: str) -> Iterator["Tab"]:
    """`url` as of Server: with the prefix, without the link."""
    with connect(
        f"ws{url.removeprefix('http')}/ws",
        origin=Origin(url.rpartition("/")[0]),
        additional_headers={"Cookie": cookie},
        compression=None,
        proxy=None,
        open_timeout=PATIENCE,
        max_size=None,
    ) as socket:
        yield Tab(socket, route)


class Tab:
    """`page` is what would be drawn now, `announced` what a screen reader was told.

    Whatever waits or sends raises ConnectionClosed when the server is gone, after all that it had
    sent was taken in.
    """

    def __init__(self, socket: ClientConnection, route: str) -> None:
        self.page: Part = {}
        self.announced: list[str] = []
        self._socket = socket
        window = WINDOW | {"route": route}
        self._send(Action.REGISTER, {"session_id": None, "page_name": "", "page": window})

    def wait(self, condition: Callable[[], object]) -> None:
        """Until the condition holds; TimeoutError when the server says nothing any more."""
        while not condition():
            self._hear()

    def group(self, name: str) -> Part | None:
        """The group of radio buttons with this name."""
        named = (p for p in _parts(self.page) if p.get("label") == name)
        groups = (p["content"] for p in named if p["_c"] == "Semantics")
        return next((g for g in groups if g["_c"] == "RadioGroup"), None)

    def chosen(self, name: str) -> int | None:
        value = (self.group(name) or {}).get("value")
        return None if value is None else int(value)

    def choose(self, name: str, value: int) -> None:
        group = self.group(name)
        assert group, name
        self._tell(group, "change", str(value))

    def buttons(self) -> dict[str, Part]:
        """By what a screen reader calls them."""
        drawn = [p for p in _parts(self.page) if p.get("_c") in ("FilledButton", "TextButton")]
        return {name: button for button in drawn for name in _names(button)}

    def press(self, name: str) -> None:
        self._tell(self.buttons()[name], "click", None)

    def _tell(self, part: Part, event: str, data: object) -> None:
        self._send(Action.EVENT, {"target": part["_i"], "name": event, "data": data})

    def _send(self, action: int, body: Part) -> None:
        self._socket.send(b"\x00" + msgpack.packb([action, body]))

    def _hear(self) -> None:
        frame = self._socket.recv(PATIENCE, decode=False)
        action, body = msgpack.unpackb(frame[1:], strict_map_key=False)
        match action:
            case Action.REGISTER:
                self.page = body["page_patch"]
            case Action.PATCH:
                _apply(self.page, body["id"], body["patch"])
            case Action.INVOKE:
                self._answer(body)
            case _:
                raise AssertionError(body)

    def _answer(self, call: Part) -> None:
        """Does what the app asks of the browser: nothing, but a screen reader would listen."""
        if call["name"] == "announce_message":
            self.announced.append(call["args"]["message"])
        done = {name: call[name] for name in ("control_id", "call_id")}
        self._send(Action.INVOKE, done | {"result": None, "error": None})


def _parts(node: Any) -> Iterator[Part]:
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node:
        if isinstance(inner, (dict, list)):
            yield from _parts(inner)


def _names(button: Part) -> set[str]:
    texts = [part for part in _parts(button) if part.get("_c") == "Text"]
    return {str(text.get("semantics_label") or text.get("value")) for text in texts}


def _apply(page: Part, control: int, patch: list[Any]) -> None:
    """`patch` is a tree of numbered paths, then the operations upon them in turn."""
    root = next(part for part in _parts(page) if part.get("_i") == control)
    paths, *operations = patch
    places = dict(_numbered(paths))
    for kind, number, key, *more in operations:
        place = _at(root, places[number])
        match kind:
            case Operation.REPLACE:
                place[key] = more[0]
            case Operation.ADD:
                _put(place, key, more[0])
            case Operation.REMOVE:
                place.pop(key)
            case Operation.MOVE:
                moved = place.pop(key)
                _put(_at(root, places[more[0]]), more[1], moved)


def _numbered(paths: list[Any], so_far: tuple[Any, ...] = ()) -> Iterator[tuple[int, Any]]:
    number, *below = paths
    yield number, so_far
    for key, deeper in below[0].items() if below else ():
        yield from _numbered(deeper, (*so_far, key))


def _at(node: Any, path: tuple[Any, ...]) -> Any:
    return reduce(getitem, path, node)


def _put(place: Any, key: Any, value: Any) -> None:
    if isinstance(place, list):
        place.insert(key, value)
    else:
        place[key] = value
