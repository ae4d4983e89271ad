"""Put on PYTHONPATH by a test: every name that is looked up and every peer goes into AUDIT_FILE."""

import os
import sys

WATCHED = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
_file = os.open(os.environ["AUDIT_FILE"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in WATCHED:
        about = arguments[1] if event in ("socket.connect", "socket.sendto") else arguments[0]
        os.write(_file, f"{os.getpid()} {event} {about!r}\n".encode())


sys.addaudithook(_watch)
