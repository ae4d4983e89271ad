"""What a command prints."""

import sys


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
