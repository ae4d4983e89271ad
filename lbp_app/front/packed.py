"""Compressed copies of what is served, made once per content and kept in the cache folder.

A quick copy (brotli 6, a third of a second for everything) is made when it is first needed. A
process of its own (`python -m lbp_app.front.packed`) makes the smallest one, brotli 11, meanwhile:
half a minute of one core, and the memory it takes is gone with it.
"""

import contextlib
import gzip
import hashlib
import os
import secrets
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from lbp_app.front.lifecycle import Lock

QUICK, SMALLEST = 6, 11
UNUSED_AFTER_SECONDS = 60 * 24 * 3600.0
COMPRESSIBLE = {".wasm", ".js", ".mjs", ".otf", ".ttf", ".json", ".bin", ".svg", ".frag", ".txt"}


def chosen(accepted: str) -> str:
    """The encoding to answer in, for a browser's Accept-Encoding: br, gzip or nothing."""
    offered = {part.split(";")[0].strip() for part in accepted.split(",")}
    if "br" in offered and _brotli() is not None:
        return "br"
    return "gzip" if "gzip" in offered else ""


def _brotli() -> Any:
    try:
        import brotli  # type: ignore[import-untyped]
    except ImportError:
        return None
    return brotli


def compress(content: bytes, encoding: str, quality: int) -> bytes:
    if encoding == "gzip":
        return gzip.compress(content, min(quality, 9), mtime=0)
    window = 24 if quality == SMALLEST else 22
    packed: bytes = _brotli().compress(content, quality=quality, lgwin=window)
    return packed


class Packed:
    """The copies in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, content: bytes, encoding: str) -> bytes:
        """The smallest copy there is; a quick one is made if there is none."""
        for quality in (SMALLEST, QUICK):
            try:
                return self._path(content, encoding, quality).read_bytes()
            except OSError:
                continue
        return self.make(content, encoding, QUICK)

    def make(self, content: bytes, encoding: str, quality: int) -> bytes:
        packed = compress(content, encoding, quality)
        self._write(self._path(content, encoding, quality), packed)
        return packed

    def has(self, content: bytes, encoding: str, quality: int) -> bool:
        path = self._path(content, encoding, quality)
        try:
            os.utime(path)
        except OSError:
            return False
        return True

    def drop_unused(self, now: float) -> None:
        """Copies that no start has asked for in sixty days."""
        for path in self._folder.iterdir():
            if now - path.stat().st_mtime > UNUSED_AFTER_SECONDS:
                path.unlink(missing_ok=True)

    def _path(self, content: bytes, encoding: str, quality: int) -> Path:
        key = hashlib.sha256(content).hexdigest()[:32]
        return self._folder / f"{key}.{quality}.{encoding}"

    def _write(self, path: Path, packed: bytes) -> None:
        beside = path.with_name(f".{secrets.token_hex(6)}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as file:
                file.write(packed)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError:  # a full or read-only cache only costs time
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)


def start_smallest(folder: Path, files: list[Path]) -> subprocess.Popen[bytes] | None:
    """Begin to make the smallest copies that are missing, in a process of low priority."""
    packed = Packed(folder)
    missing = [str(f) for f in files if not packed.has(f.read_bytes(), "br", SMALLEST)]
    if not missing or _brotli() is None:
        return None
    command = [sys.executable, "-m", "lbp_app.front.packed", str(folder), *missing]
    null = subprocess.DEVNULL
    pipe = subprocess.PIPE  # never written to: it ends when this process does
    return subprocess.Popen(command, stdin=pipe, stdout=null, stderr=null)  # noqa: S603


def main(arguments: list[str]) -> None:
    """Ends with the program that started it, and does nothing while another one is at it."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(19)
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    alone = Lock(folder)
    if not alone.take():
        return
    packed = Packed(folder)
    for name in arguments[1:]:
        packed.make(Path(name).read_bytes(), "br", SMALLEST)
    packed.drop_unused(time.time())
    alone.release()


def _end_with_parent() -> None:
    while os.read(0, 1):  # not through sys.stdin, whose lock would be missed when Python ends
        pass
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
