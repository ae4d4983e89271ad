"""The pictures of the exercises: planted, whole, closed in a loop, and as their key frames say."""

import math
from collections import Counter

import numpy as np
import pytest
from PIL import Image

from lbp_app.content.assets import assets_folder
from tests.builders import one_in
from tools.figures import fresh
from tools.figures.arrows import ways
from tools.figures.ink import MODES
from tools.figures.items import Item, cast, items
from tools.figures.look import stage
from tools.figures.loop import MOVE, Frame, loop
from tools.figures.mirror import swapped_body
from tools.figures.picture import drawn_box, frame_of, still_bodies
from tools.figures.poses import body_at, pins
from tools.figures.props import BAG_DROP
from tools.figures.skeleton import BONES, JOINTS, OTHER_SIDE, TURNS
from tools.figures.solve import Body

FOLDER = assets_folder() / "exercises"
ONE_PERCENT = 1.0  # lengths are in hundredths of body height
FULL = [f"{group}.{level}" for group in range(1, 9) for level in range(1, 5)]
OTHERS = [*(f"warmup.{n}" for n in range(1, 7)), *(f"cooldown.{n}" for n in range(1, 5)), "lying.1"]


def each_of(drawn: list[Item]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("item", one_in(4, drawn), ids=lambda item: item.id)


EACH = each_of(items())


def far(a: tuple[float, float], b: tuple[float, float]) -> float:
    return math.dist(a, b)


def planted_slides(frames: list[Frame]) -> dict[str, float]:
    """How far each planted joint strays while it stays planted, frame after frame."""
    first: dict[str, tuple[float, float]] = {}
    slides: dict[str, float] = {}
    before: frozenset[str] = frozenset()
    for frame in frames:
        for name in frame.planted:
            at = frame.body.joints[name]
            start = first[name] if name in before else at
            first[name] = start
            slides[name] = max(slides.get(name, 0.0), far(start, at))
        before = frame.planted
    return slides


def test_all_items_are_there() -> None:
    assert sorted(item.id for item in items()) == sorted(FULL + OTHERS)


@EACH
@pytest.mark.full
def test_planted_contacts_stay_where_they_are(item: Item) -> None:
    slides = planted_slides(loop(item))
    assert set(item.held) <= slides.keys()
    assert {name: far for name, far in slides.items() if far >= ONE_PERCENT} == {}


@EACH
@pytest.mark.full
def test_planted_contacts_are_where_the_first_key_frame_puts_them(item: Item) -> None:
    for leg in range(len(item.keys())):
        joints = body_at(item, leg, 0.0).joints
        assert {n for n, at in pins(item).items() if far(joints[n], at) >= ONE_PERCENT} == set()


def key_frame_faults(item: Item, key: dict[str, float], body: Body) -> list[str]:
    """Segments more than 6 degrees, joints more than 4 % of body height from the numbers."""
    faults = [turn for turn in TURNS if abs(body.pose[turn] - key[turn]) > 6]
    lengths = {bone.joint: bone for bone in BONES}
    drawn = dict(body.joints)
    anchor = item.anchor
    asked = straight_from(key)
    move = tuple(drawn[anchor][axis] - asked[anchor][axis] for axis in (0, 1))
    for name in lengths:
        there = (asked[name][0] + move[0], asked[name][1] + move[1])
        faults += [name] if far(there, drawn[name]) > 4 else []
    return faults


def straight_from(key: dict[str, float]) -> dict[str, tuple[float, float]]:
    """The joints by the numbers alone, from the hip; written again here."""
    places = {"hip": (0.0, 0.0)}
    for bone in BONES:
        long = bone.length * (key[bone.breadth] if bone.breadth else key[bone.turn + "_k"])
        angle = math.radians(key[bone.turn] + bone.aside)
        x, y = places[bone.parent]
        places[bone.joint] = (x + long * math.cos(angle), y + long * math.sin(angle))
    return places


@EACH
@pytest.mark.full
def test_every_key_frame_is_met(item: Item) -> None:
    for leg, key in enumerate(item.keys()):
        assert key_frame_faults(item, key, body_at(item, leg, 0.0)) == [], leg
    if not item.more:
        assert key_frame_faults(item, item.keys()[1], body_at(item, 0, 1.0)) == []


@EACH
@pytest.mark.full
def test_bones_keep_their_lengths(item: Item) -> None:
    body = body_at(item, 0, 0.5)
    for bone in BONES:
        factor = body.pose[bone.breadth] if bone.breadth else body.pose[bone.turn + "_k"]
        drawn = far(body.joints[bone.joint], body.joints[bone.parent])
        assert drawn == pytest.approx(bone.length * abs(factor)), bone.joint


@each_of([item for item in items() if item.floor])
@pytest.mark.full
def test_nobody_sinks_into_the_floor_or_hangs_above_it(item: Item) -> None:
    deep = dict(zip(JOINTS, item.depths, strict=True))
    for frame in loop(item):
        gaps = {n: frame.body.joints[n][1] - deep[n] for n in JOINTS if deep[n]}
        assert min(gaps.values()) >= -ONE_PERCENT
        assert min(abs(gap) for gap in gaps.values()) <= ONE_PERCENT


@EACH
@pytest.mark.full
def test_the_loop_closes_without_a_jump(item: Item) -> None:
    """No joint goes farther in one frame than a quick hand does; a turned picture fades first."""
    frames = loop(item)
    for now, then in zip(frames, [*frames[1:], frames[0]], strict=True):
        if now.turned != then.turned:
            assert now.strength == 0
            continue
        assert max(far(now.body.joints[n], then.body.joints[n]) for n in JOINTS) < 7
        assert abs(now.strength - then.strength) <= 0.5


@EACH
@pytest.mark.full
def test_nothing_is_cut_off_at_the_edge(item: Item) -> None:
    seen, drawn = frame_of(item), drawn_box(item)
    assert seen.left <= drawn.left < drawn.right <= seen.right
    assert seen.low <= drawn.low < drawn.high <= seen.high
    assert (seen.right - seen.left) * 3 == pytest.approx((seen.high - seen.low) * 4)
    for frame in loop(item):
        for x, y in frame.body.joints.values():
            assert seen.left + 5 < x < seen.right - 5
            assert seen.low + 3 < y < seen.high - 5


@EACH
@pytest.mark.full
def test_the_picture_is_filled(item: Item) -> None:
    seen, drawn = frame_of(item), drawn_box(item)
    wide = (drawn.right - drawn.left) / (seen.right - seen.left)
    tall = (drawn.high - drawn.low) / (seen.high - seen.low)
    assert max(wide, tall) > 0.8


@EACH
@pytest.mark.full
def test_a_still_has_its_arrow_and_air_all_round(item: Item) -> None:
    with Image.open(FOLDER / f"{item.id}-still-light.webp") as picture:
        seen = np.asarray(picture.convert("RGBA")).astype(int)
    amber = bytes.fromhex(stage("light")["arrow"][1:])
    assert (np.abs(seen[..., :3] - list(amber)).max(axis=2) < 6).mean() > 0.002
    edges = (seen[0], seen[-1], seen[:, 0], seen[:, -1])
    assert max(int(edge[:, 3].max()) for edge in edges) == 0


@each_of([item for item in items() if not item.more])
@pytest.mark.full
def test_the_arrow_of_a_still_leads_from_the_ghost_to_the_figure(item: Item) -> None:
    figure, ghost = still_bodies(item)
    for arrow, (way, both) in zip(item.arrows, ways(item), strict=True):
        name = "hand" if arrow.round else arrow.joint
        moved = [figure.joints[name][axis] - ghost.joints[name][axis] for axis in (0, 1)]
        drawn = [way[-1][axis] - way[0][axis] for axis in (0, 1)]
        assert both or moved[0] * drawn[0] + moved[1] * drawn[1] > 0, arrow.joint


@EACH
@pytest.mark.full
def test_files_are_there_small_and_of_one_shape(item: Item) -> None:
    for mode in MODES:
        moving, still = (FOLDER / f"{item.id}{kind}-{mode}.webp" for kind in ("", "-still"))
        for file in (moving, still):
            assert file.stat().st_size <= 250_000, file.name
            with Image.open(file) as picture:
                assert picture.width * 3 == picture.height * 4, file.name
        with Image.open(still) as picture:
            assert picture.width >= 720
            assert not getattr(picture, "is_animated", False)


@EACH
@pytest.mark.full
def test_movies_last_as_long_as_their_loop_and_never_end(item: Item) -> None:
    frames = loop(item)
    for mode in MODES:
        durations, endless = webp_frames((FOLDER / f"{item.id}-{mode}.webp").read_bytes())
        assert endless
        assert sum(durations) == sum(frame.ms for frame in frames)
        assert len(durations) >= len(frames) * 0.9


def webp_frames(data: bytes) -> tuple[list[int], bool]:
    """The durations of the frames in milliseconds, read from the chunks; and whether it loops."""
    durations, endless, at = [], False, 12
    while at < len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if name == b"ANIM":
            endless = data[at + 12 : at + 14] == b"\0\0"
        if name == b"ANMF":
            durations.append(int.from_bytes(data[at + 20 : at + 23], "little"))
        at += 8 + size + size % 2
    return durations, endless


@EACH
@pytest.mark.full
def test_it_moves_at_twenty_frames_a_second_or_more(item: Item) -> None:
    frames = loop(item)
    for now, then in zip(frames, [*frames[1:], frames[0]], strict=True):
        moved = now.turned == then.turned and any(
            far(now.body.joints[n], then.body.joints[n]) > 0.01 for n in JOINTS
        )
        assert then.ms <= 50 or not moved or then.ms == 500
    moving = [frame for frame in frames if frame.ms <= 50]
    assert sum(frame.ms for frame in moving) >= MOVE


def test_the_folder_holds_nothing_else_and_is_not_too_heavy() -> None:
    wanted = {
        f"{item.id}{kind}-{mode}.webp"
        for item in items()
        for kind in ("", "-still")
        for mode in MODES
    }
    assert {file.name for file in FOLDER.iterdir()} == wanted
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= 12_000_000


@pytest.mark.full
def test_one_sided_items_do_the_other_side_as_well() -> None:
    swapping = [item for item in items() if item.one_sided == "swap"]
    assert len(swapping) >= 10
    for item in swapping:
        reached = body_at(item, 0, 1.0)
        other = swapped_body(reached, item).joints
        nearest = min(
            max(far(frame.body.joints[name], other[name]) for name in JOINTS)
            for frame in loop(item)
        )
        assert nearest < 0.5, item.id
    turning = [item for item in items() if item.one_sided == "turn"]
    for item in turning:
        assert {frame.turned for frame in loop(item)} == {True, False}


@pytest.mark.full
def test_held_positions_breathe() -> None:
    for item in items():
        if item.hold:
            end = body_at(item, 0, 1.0).pose["L"]
            leans = [frame.body.pose["L"] - end for frame in loop(item)]
            assert any(0.4 < lean < 1.5 for lean in leans), item.id


def test_four_skins_and_two_shapes_are_shown_often() -> None:
    people = [cast().people[item.person] for item in items()]
    skins, shapes = Counter(who.skin for who in people), Counter(who.shape for who in people)
    assert len(skins) >= 4 and min(skins.values()) >= 6
    assert len(shapes) >= 2 and min(shapes.values()) >= 6


@each_of([item for item in items() if item.through])
def test_the_way_goes_through_the_third_key_frame(item: Item) -> None:
    halfway, (a, b) = body_at(item, 0, 0.5), item.keys()
    for turn, asked in item.through.items():
        assert abs(halfway.pose[turn] - asked) <= 6 < abs(asked - (a[turn] + b[turn]) / 2)


def test_the_head_of_the_ghost_is_seen_beside_the_one_who_has_risen() -> None:
    for item in items():
        if "chair" in item.props and item.id.startswith("3."):
            figure, ghost = still_bodies(item)
            assert far(ghost.joints["head"], (0.0, ghost.joints["head"][1])) > 12, item.id
            assert figure.joints["head"][0] == pytest.approx(0.0, abs=2)


def test_hands_rest_on_the_hips_that_go_round() -> None:
    item = one("warmup.3")
    for leg in range(len(item.keys())):
        body = body_at(item, leg, 0.5)
        for hand, hip in (("hand", "hip1"), ("hand2", "hip2")):
            assert far(body.joints[hand], body.joints[hip]) < 7, leg


def test_the_bag_stands_on_the_floor_before_it_is_lifted() -> None:
    assert body_at(one("8.4"), 0, 0.0).joints["hand"][1] == pytest.approx(BAG_DROP, abs=1)


def one(id: str) -> Item:
    return next(item for item in items() if item.id == id)


def test_every_joint_that_data_names_exists() -> None:
    for item in items():
        arrows = {arrow.joint for arrow in item.arrows}
        assert {*item.held, *item.steps, *item.flat_hands, *item.near_hands, *arrows} <= set(
            JOINTS
        ), item.id
    assert all(OTHER_SIDE[OTHER_SIDE[name]] == name for name in OTHER_SIDE)


def test_the_pictures_are_fresh() -> None:
    assert fresh.KEPT.read_text("utf-8").strip() == fresh.mark(), fresh.ADVICE
