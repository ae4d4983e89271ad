"""The tones of the guided session."""

import io
import wave
from array import array

import pytest

from tools.tones import FOLDER, RATE, TONES, tone


def samples_of(file: bytes) -> "array[int]":
    with wave.open(io.BytesIO(file), "rb") as opened:
        return array("h", opened.readframes(opened.getnframes()))


@pytest.mark.parametrize("name", TONES)
def test_what_is_shipped_is_what_the_program_makes(name: str) -> None:
    shipped = samples_of((FOLDER / f"{name}.wav").read_bytes())
    made = samples_of(tone(TONES[name]))
    assert len(shipped) == len(made)
    assert max(abs(one - other) for one, other in zip(shipped, made, strict=True)) <= 1


@pytest.mark.parametrize("name", TONES)
@pytest.mark.full
def test_it_is_short_soft_at_both_ends_and_never_clipped(name: str) -> None:
    samples = samples_of(tone(TONES[name]))
    assert len(samples) / RATE < 1.5  # seconds
    loudest = max(map(abs, samples))
    assert 4_000 < loudest < 24_000
    assert abs(samples[0]) < 200 and max(map(abs, samples[-200:])) < loudest * 0.2
