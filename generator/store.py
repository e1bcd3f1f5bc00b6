"""The only module that opens files.

Reading is bounded (size, encoding, YAML aliases, duplicate keys); writing is all or nothing: a tree is built beside its
target and renamed into place, so a failed build leaves what was there.
"""

import hashlib
import json
import os
import shutil
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final

import yaml

from generator.document import MAX_DEPTH
from generator.errors import PageError
from generator.model import Json, JsonObject, Page

#: The largest page read; the largest real one seen is under 1 MB.
MAX_PAGE_BYTES: Final = 16 * 1024 * 1024


def read_page(path: Path) -> Page:
    """One scraped page.  Too large, not a plain file or not UTF-8 is a ``PageError`` that says so."""
    if path.is_symlink() or not path.is_file():
        raise PageError(path.name, "", "not a plain file", "give scraped pages as files, not links or devices")
    size = path.stat().st_size
    if size > MAX_PAGE_BYTES:
        raise PageError(
            path.name, "", f"{size:,} bytes, more than the {MAX_PAGE_BYTES:,} a page may have", "split or trim the page"
        )
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise PageError(
            f"{path.name}:{line}", "", f"byte {error.start} is not UTF-8 ({error.reason})", "save the page as UTF-8"
        ) from None
    return Page(name=path.name, text=text.replace("\r\n", "\n"), sha256=hashlib.sha256(raw).hexdigest())


def read_pages(folder: Path) -> Iterator[Page | PageError]:
    """Every page of a folder, or why it cannot be read; one at a time, so that only one is held."""
    for path in page_files(folder):
        try:
            yield read_page(path)
        except PageError as error:
            yield error


def page_files(folder: Path) -> list[Path]:
    """The pages of a folder, sorted by name; hidden files and folders are not pages."""
    if not folder.is_dir():
        raise PageError(str(folder), "", "no such folder", "give a folder of scraped pages")
    return sorted((p for p in folder.iterdir() if not p.name.startswith(".") and not p.is_dir()), key=lambda p: p.name)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read_yaml(path: Path) -> Json:
    return parse_yaml(path.read_text("utf-8"), path.name)


def read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise PageError(path.name, "", f"not readable as TOML ({error})", "correct the file") from None


def parse_yaml(text: str, where: str) -> Json:
    """YAML as plain JSON: no aliases, no tags, no duplicate keys, no dates, bounded depth."""
    try:
        _refuse_explosive(text, where)
        return yaml.load(text, _Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{where}:{mark.line + 1}" if mark is not None else where
        raise PageError(place, "", f"not readable as YAML ({error.problem})", "correct the YAML") from None
    except (yaml.YAMLError, ValueError) as error:
        raise PageError(where, "", f"not readable as YAML ({error})", "correct the YAML") from None


def _refuse_explosive(text: str, where: str) -> None:
    depth = 0
    for event in yaml.parse(text, yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise PageError(
                f"{where}:{line}", "", f"YAML alias *{event.anchor}", "write the value out; aliases can explode"
            )
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise PageError(f"{where}:{line}", "", f"nested deeper than {MAX_DEPTH} levels", "flatten it")


class _Loader(yaml.CSafeLoader):
    """Safe, with JSON's types only: dates stay text, and a key given twice is an error."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> JsonObject:
    found: JsonObject = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str | int) or isinstance(key, bool):
            raise yaml.constructor.ConstructorError(None, None, "a key is not text", key_node.start_mark)
        if str(key) in found:
            raise yaml.constructor.ConstructorError(None, None, f"key {key!r} is given twice", key_node.start_mark)
        found[str(key)] = loader.construct_object(value_node, deep=True)
    return found


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def write_file(path: Path, content: bytes) -> bool:
    """Write ``content`` in one step; True if that changed the file."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


def remove_file(path: Path) -> bool:
    """Remove a file; True if there was one."""
    there = path.is_file()
    path.unlink(missing_ok=True)
    return there


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` by its POSIX path, without byte code."""
    if not folder.is_dir():
        return {}
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def write_tree(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Make ``folder`` hold exactly ``files``; the paths that changed.

    The old tree stands until the new one is whole.
    """
    before = read_tree(folder)
    changed = sorted(name for name in before.keys() | files.keys() if before.get(name) != files.get(name))
    if not changed:
        return []
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        os.chmod(staging, 0o755)
        for name, content in files.items():
            target = staging / _inside(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        retired = staging.with_name(staging.name + ".old")
        if folder.exists():
            folder.rename(retired)
        staging.rename(folder)
        shutil.rmtree(retired, ignore_errors=True)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    return changed


def _inside(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts or "\\" in name or "\0" in name:
        raise PageError(name, "", "path leaves the output folder", "correct the name it was made from")
    return path


_PLAIN_WORD = frozenset("y n yes no on off true false null nan inf".split())
_SAFE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./ ()$,")


def _quotes_itself(text: str) -> bool:
    """Whether every YAML 1.1 and 1.2 reader takes the bare text for this very string."""
    return (
        text[:1].isalpha()
        and not text.endswith(" ")
        and _SAFE.issuperset(text)
        and text.lower() not in _PLAIN_WORD
        and len(text) < 400
    )


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: _Dumper, data: str) -> yaml.ScalarNode:
    if _quotes_itself(data):
        return dumper.represent_scalar("tag:yaml.org,2002:str", data)
    style = "'" if data.isprintable() and data.isascii() else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style=style)


_Dumper.add_representer(str, _text)


def to_yaml(document: Json, header: str = "") -> bytes:
    """A document as YAML that 1.1 and 1.2 readers read alike: any string that could be taken for more is quoted."""
    body = yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000_000, indent=2)
    comment = "".join(f"# {line}\n" for line in header.splitlines())
    return (comment + body).encode("utf-8")


def to_json(document: Json) -> bytes:
    return (json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8")
