"""Pictures as WebP: few colours and soft edges, so that two hundred frames stay small."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Codes = NDArray[np.uint32]
Colours = NDArray[np.float64]
LOOP_COLOURS, STILL_COLOURS = (13, 11, 9), 96
MOST_BYTES = 216_000  # wished for; a test allows 250 000
STEPS = 32  # every channel is read in this many steps, so that a colour is one small number


def write_still(target: Path, picture: Image.Image) -> None:
    codes = _codes(picture)
    fewer = _Fewer([codes], STILL_COLOURS, [picture])
    fewer.picture(codes).save(target, "WEBP", lossless=True, quality=90, method=5)


def write_loop(
    target: Path,
    pictures: Sequence[Image.Image],
    durations: list[int],
    typical: Sequence[Image.Image],
) -> bool:
    """`durations` in milliseconds; the loop never ends. Fewer colours until it is small enough.

    The colours are chosen from `typical`, some of the pictures.
    """
    codes = [_codes(each) for each in pictures]
    sampled = [_codes(each) for each in typical]
    for most in LOOP_COLOURS:
        fewer = _Fewer(sampled, most, typical)
        _save(target, [fewer.picture(each) for each in codes], durations)
        if target.stat().st_size <= MOST_BYTES:
            return True
    return False


def _save(target: Path, pictures: list[Image.Image], durations: list[int]) -> None:
    pictures[0].save(
        target,
        "WEBP",
        save_all=True,
        append_images=pictures[1:],
        duration=durations,
        loop=0,
        lossless=True,
        quality=70,
        method=4,
    )


def _codes(picture: Image.Image) -> Codes:
    """Every pixel as one number, red lowest, five bits for a channel."""
    packed = np.asarray(picture).view("<u4")[..., 0].astype(np.uint32)
    codes = np.zeros_like(packed)
    for at in range(4):
        codes |= ((packed >> np.uint32(8 * at + 3)) & np.uint32(31)) << np.uint32(5 * at)
    return codes


class _Fewer:
    """A small palette, with transparency in it, and the way there for every colour met so far."""

    def __init__(self, codes: list[Codes], most: int, pictures: Sequence[Image.Image]) -> None:
        flat = np.concatenate([each.ravel() for each in codes])
        pixels = np.concatenate([np.asarray(each).reshape(-1, 4) for each in pictures])
        _, first, counts = np.unique(flat, return_index=True, return_counts=True)
        self.colours = _unlike(pixels[first], counts, most)
        self.nearest = np.full(STEPS**4, -1, dtype=np.int16)

    def picture(self, codes: Codes) -> Image.Image:
        fresh = np.unique(codes[self.nearest[codes] < 0])
        if fresh.size:
            rgba = (fresh[:, None] // STEPS ** np.arange(4) % STEPS + 0.5) * 256 / STEPS
            gaps = ((_seen(rgba)[:, None] - _seen(self.colours)[None]) ** 2).sum(axis=2)
            self.nearest[fresh] = gaps.argmin(axis=1)
        packed = self.colours.view("<u4")[:, 0][self.nearest[codes]]
        return Image.frombytes("RGBA", packed.shape[::-1], packed.tobytes())


def _unlike(pixels: NDArray[np.uint8], counts: NDArray[np.intp], most: int) -> NDArray[np.uint8]:
    """The commonest colours that are unlike each other: the transparent one, then the farthest."""
    seen, weight = _seen(pixels), counts**0.7
    chosen = [int(np.argmin(pixels[:, 3]))]
    far = _far(seen, seen[chosen[0]])
    while len(chosen) < min(most, len(pixels)):
        chosen.append(int(np.argmax(far * weight)))
        far = np.minimum(far, _far(seen, seen[chosen[-1]]))
    colours = pixels[chosen].copy()
    colours[0] = 0
    return colours


def _seen(rgba: NDArray[np.uint8] | Colours) -> Colours:
    """Colour as it weighs on the ground: multiplied by how opaque it is."""
    values = rgba.astype(np.float64)
    return np.concatenate([values[:, :3] * values[:, 3:] / 255, values[:, 3:]], axis=1)


def _far(seen: Colours, one: Colours) -> Colours:
    return np.asarray(np.sqrt(((seen - one) ** 2).sum(axis=1)))
