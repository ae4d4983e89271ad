"""Writes constraints.txt: the exact version of everything that `.venv` holds."""

from importlib.metadata import distributions
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "constraints.txt"
NOT_PINNED = {"lbp-app", "pip", "setuptools"}
OTHER_SYSTEMS = {"colorama": "0.4.6"}  # needed on Windows only
HEAD = "# The versions that Rygvej is tested with. Written by: make constraints\n"


def main() -> None:
    found = {each.name.lower().replace("_", "-"): each.version for each in distributions()}
    pins = {name: at for name, at in (OTHER_SYSTEMS | found).items() if name not in NOT_PINNED}
    lines = [f"{name}=={version}\n" for name, version in sorted(pins.items())]
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{TARGET.name}: {len(lines)} pins")


if __name__ == "__main__":
    main()
