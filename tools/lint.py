"""Style, types, wording and content: `python -m tools.lint`. Says which of them failed."""

import subprocess
import sys

CHECKS = {
    "style": ("-m", "ruff", "check", "--quiet", "."),
    "format": ("-m", "ruff", "format", "--check", "--quiet", "."),
    "types": ("-m", "mypy"),
    "wording": ("tools/wording.py", "check"),
    "content": ("-m", "lbp_app", "content", "check"),
}


def main() -> int:
    failed = []
    for name, arguments in CHECKS.items():
        print(f"-- {name}", flush=True)
        if subprocess.run([sys.executable, *arguments], check=False).returncode:
            failed.append(name)
    print(f"lint: {', '.join(failed)} failed" if failed else "lint: all well")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
