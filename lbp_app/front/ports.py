"""The loopback port: the kept one while it is free, else another."""

import contextlib
import secrets
import socket

HOST = "127.0.0.1"
# Below the ranges that Linux (32768), macOS and Windows (49152) give away by themselves.
LOWEST, HIGHEST, TRIES = 21000, 31999, 50


def listen(port: int) -> socket.socket | None:
    """A socket bound to the port, None when it is taken."""
    one = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
        one.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    with contextlib.suppress(OSError):
        one.bind((HOST, port))
        one.listen(128)
        return one
    one.close()
    return None


def listen_anywhere() -> socket.socket:
    for _ in range(TRIES):
        found = listen(LOWEST + secrets.randbelow(HIGHEST - LOWEST + 1))
        if found is not None:
            return found
    found = listen(0)
    if found is None:
        raise OSError("no free port")
    return found
