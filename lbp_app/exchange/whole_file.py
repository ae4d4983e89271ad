"""A file that is there whole, or not at all."""

import errno
import glob
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from lbp_app.errors import DiskFullError, InputRefusedError, ReadOnlyError, StoreError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EISDIR}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE}


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file beside `path`, for this user alone, that takes its place at the end of the block.

    When the block fails `path` is as it was. What is written may be read again before. What a try
    that was killed has left there is taken away.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with file_faults():
        for left in path.parent.glob(f".{glob.escape(path.name)}.????????.part"):
            left.unlink()
        file = os.fdopen(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b")
        try:
            with file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
            _flush_folder(path.parent)
        except BaseException:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    try:
        file = path.open("rb")
        file.seek(0, 2)  # a folder, a pipe
        file.seek(0)
    except (OSError, ValueError) as error:
        raise InputRefusedError("error.input_file") from error
    with file_faults(), file:
        yield file


@contextmanager
def file_faults() -> Iterator[None]:
    """Of a place that the person has chosen."""
    try:
        yield
    except OSError as error:
        raise _fault(error) from error


def _fault(error: OSError) -> StoreError:
    if error.errno in _FULL:
        return DiskFullError("error.backup_full")
    if error.errno in _FORBIDDEN:
        return ReadOnlyError("error.backup_read_only")
    return StoreError("error.backup_gone" if error.errno in _GONE else "error.backup_write")


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
