"""What the command says while it runs, on standard output."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from lbp_app.content.wording import Wording, mark

SENTENCES = {
    "open": mark("Rygvej er åben her: {about}\nLinket virker én gang. Luk Rygvej med Ctrl+C."),
    "again": mark("Rygvej kørte allerede. Her er et nyt link: {about}"),
    "link": mark("Her er et nyt link: {about}"),
    "window": mark("Rygvej er allerede åben i et vindue."),
    "moved": mark("Port {about} er optaget. Rygvej har fået en ny, som den beholder."),
    "kept": mark("Ingen har Rygvej åben. Den kører videre, fordi påmindelser er slået til."),
    "idle": mark("Ingen har haft Rygvej åben i en halv time. Den lukker nu. Alt er gemt."),
}


def say_in(t: Wording) -> Callable[[str, str], None]:
    """`say(key, about)`; a reader that has gone away does not end the server."""

    def say(key: str, about: str) -> None:
        text = t(SENTENCES[key], about=about) if about else t(SENTENCES[key])
        try:
            sys.stdout.write(text + "\n")
            sys.stdout.flush()
        except OSError:
            sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115

    return say
