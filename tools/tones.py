"""The short tones of the guided session: `python -m tools.tones` writes assets/tones.

Each is a few soft notes, so that it can be heard from the floor and startles nobody.
"""

from __future__ import annotations

import io
import math
import struct
import wave
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "assets" / "tones"
RATE = 22_050  # samples a second
NOTE = 0.28  # seconds from one note to the next
FADE = 0.22  # seconds in which a note falls to 37 %
ATTACK = 0.012  # seconds, else it clicks
LOUD = 0.32  # of full scale, for one note
A4, D5, E5, A5 = 440.0, 587.33, 659.26, 880.0  # Hz
TONES = {"begin": (E5,), "end": (E5, A5), "done": (A4, D5, A5)}


def tone(notes: tuple[float, ...]) -> bytes:
    """A WAV file, mono, 16 bits."""
    count = round(RATE * (NOTE * len(notes) + 2 * FADE))
    samples = [_at(notes, n / RATE) for n in range(count)]
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{count}h", *(round(20_000 * each) for each in samples)))
    return held.getvalue()


def _at(notes: tuple[float, ...], t: float) -> float:
    return sum(_note(hertz, t - NOTE * n) for n, hertz in enumerate(notes))


def _note(hertz: float, t: float) -> float:
    if t < 0:
        return 0.0
    swell = min(1.0, t / ATTACK) * math.exp(-t / FADE)
    return (
        LOUD * swell * (math.sin(math.tau * hertz * t) + 0.25 * math.sin(2 * math.tau * hertz * t))
    )


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, notes in TONES.items():
        (FOLDER / f"{name}.wav").write_bytes(tone(notes))
        print(f"{name}.wav")


if __name__ == "__main__":
    main()
