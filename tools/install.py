"""Makes `.venv` and installs the project with the extra that is asked for: `install.py web|dev`.

Needs nothing but Python 3.11 with venv. A stamp holds the checksum of what was installed, so that
a second call does nothing until pyproject.toml or constraints.txt changes.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
VENV = PROJECT / ".venv"
ASKED = ("pyproject.toml", "constraints.txt")
LEAST = (3, 11)
NOT_INSTALLED = (
    "That did not work: see above. On Debian and Ubuntu, Python's venv is a package of its own, "
    "python3.11-venv or python3-venv. Then start again."
)
WITHIN = {"web": ("dev", "web"), "dev": ("dev",)}  # an extra that is there already will do


def main(arguments: list[str]) -> int:
    extra = arguments[0] if arguments else "web"
    if sys.version_info < LEAST:
        print(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
        return 1
    wanted = checksum()
    if any(stamp(one).is_file() and stamp(one).read_text() == wanted for one in WITHIN[extra]):
        return 0
    if not install(extra):
        print(NOT_INSTALLED)
        return 1
    stamp(extra).write_text(wanted)
    return 0


def checksum() -> str:
    seen = hashlib.sha256(str(PROJECT).encode())
    for name in ASKED:
        seen.update((PROJECT / name).read_bytes())
    return seen.hexdigest()


def stamp(extra: str) -> Path:
    return VENV / f"installed-{extra}"


def install(extra: str) -> bool:
    print(f"Installing what Rygvej needs ({extra}) into .venv …", flush=True)
    pip = [str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    what = ["-c", str(PROJECT / "constraints.txt"), "-e", f"{PROJECT}[{extra}]"]
    made = python().is_file() or succeeds([sys.executable, "-m", "venv", str(VENV)])
    return made and succeeds([*pip, *what])


def succeeds(command: list[str]) -> bool:
    return subprocess.run(command, cwd=PROJECT, check=False).returncode == 0


def python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
