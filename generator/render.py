"""A document as a typed client package: openapi-python-client with our templates, run as a process of its own.

The process gets the document with everything the templates do not use taken out (titles, defaults, examples: each of
them can make the parser drop or rename things) and the rest in words that the parser knows (``rendering.plain``); it
writes to a temporary folder, and imports what it wrote.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Final

from generator.document import depth_exceeds, pointer, resolve, rewrite
from generator.errors import DocumentError, RenderError
from generator.model import Json, JsonObject
from generator.rendering.plain import plain

_TOOLS: Final = ("openapi-python-client", "ruff")
_TEMPLATES: Final = Path(__file__).parent / "templates"
_SECONDS: Final = 120
#: The longest that a problem is quoted.
_SHOWN: Final = 600
#: Keywords that the templates do not use, by the shape of what holds them.
_UNUSED: Final = {
    "schema": frozenset({"title", "default", "example", "examples"}),
    "media": frozenset({"example", "examples"}),
    "parameter": frozenset({"example", "examples"}),
    "header": frozenset({"example", "examples"}),
}
#: What the process may know of its surroundings: enough to run Python, nothing that changes what it writes.
_ENVIRONMENT: Final = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "HOME")


def render(document: JsonObject, package: str, *, source: str, source_sha256: str) -> dict[str, bytes]:
    """Every file of the client package for ``document`` by its path below the package."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", package):
        raise RenderError(source, "", "the package's name is not a plain Python name", "use letters, digits and _")
    if depth_exceeds(document):
        raise RenderError(source, "", "nested too deeply", "look for a schema that repeats itself")
    lean = _lean(document)
    _refuse_broken_references(lean, source)
    lean = plain(lean, source)
    with tempfile.TemporaryDirectory(prefix="render-") as folder:
        job = {
            "document": lean,
            "package": package,
            "folder": folder,
            "templates": str(_TEMPLATES),
            "header": _header(source, source_sha256),
        }
        _run(json.dumps(job), source, folder)
        root = Path(folder, package)
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file() and "__pycache__" not in path.parts
        }


def provenance(packages: list[tuple[str, str, str]]) -> str:
    """What each package was generated from, and by which versions, as TOML."""
    lines = ["# Written by `make clients`: what each package was generated from, and by what.", "", "[generator]"]
    lines += [f"{json.dumps(tool)} = {json.dumps(version(tool))}" for tool in _TOOLS]
    for package, source, digest in sorted(packages):
        lines += ["", f"[{package}]", f"source = {json.dumps(source)}", f"sha256 = {json.dumps(digest)}"]
    return "\n".join(lines) + "\n"


def _header(source: str, digest: str) -> str:
    tools = " and ".join(f"{tool} {version(tool)}" for tool in _TOOLS)
    return (
        f"# Generated from {source} (sha256 {digest})\n"
        f"# by `make clients`, with generator/templates, {tools}.\n"
        "# Do not edit: change the document by an overlay, or the templates, and generate again.\n\n"
    )


def _lean(document: JsonObject) -> JsonObject:
    def visit(shape: str, node: JsonObject, path: str, name: str) -> Json:
        unused = _UNUSED.get(shape, frozenset())
        return {key: value for key, value in node.items() if key not in unused}

    lean: JsonObject = rewrite(document, visit)
    return lean


def _refuse_broken_references(document: JsonObject, source: str) -> None:
    """Every reference leads somewhere in the document: the parser's own words for one that does not say little."""
    pending: list[tuple[str, Json]] = [("", document)]
    while pending:
        path, node = pending.pop()
        if isinstance(node, dict) and isinstance(node.get("$ref"), str):
            try:
                resolve(document, node, where=source)
            except DocumentError as error:
                raise RenderError(source, path, f"{error.pointer}: {error.what}", error.todo) from None
        children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        pending += [(path + pointer(key), child) for key, child in children]


def _run(job: str, source: str, folder: str) -> None:
    environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    environment |= {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            (sys.executable, "-s", "-m", "generator.rendering"),
            cwd=Path(__file__).parent.parent,
            env=environment,
            input=job,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise RenderError(
            source, "", f"rendering took more than {_SECONDS} seconds", "look for a huge schema"
        ) from None
    if done.returncode:
        try:
            place, what, todo = json.loads(done.stderr)
        except ValueError:  # it died before it could say why
            told = (done.stderr or done.stdout)[-_SHOWN:] or f"the generator ended with exit code {done.returncode}"
            place, what, todo = "", told, "look whether the installed packages are those that are pinned"
        raise RenderError(source, place, " ".join(what.replace(folder + os.sep, "").split())[:_SHOWN], todo)
