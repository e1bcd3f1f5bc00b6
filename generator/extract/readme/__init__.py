"""ReadMe pages: prose around an embedded, fully dereferenced OpenAPI definition.

``place`` finds the definition in the page, ``json_text`` parses it, ``locate`` says on which line each part stands,
``mend`` puts right what is written amiss, ``checks`` refuses what is hostile or no OpenAPI, and ``facts`` keeps
everything but the prose.
"""

import re
from collections.abc import Mapping
from functools import partial
from typing import Final

from generator.document import METHODS
from generator.errors import PageError
from generator.extract import frontmatter
from generator.extract.json_text import parse
from generator.extract.readme.facts import facts
from generator.extract.readme.locate import line_of, part_lines
from generator.extract.readme.mend import mend
from generator.extract.readme.place import definitions, has_heading
from generator.model import Fragment, JsonObject, Page, Repair

_HTML: Final = re.compile(r"\A\s*<(?:!doctype html|html)\b", re.I)
_OF_README: Final = re.compile(r"readme\.(?:io|com)|\bid=[\"']ssr-props[\"']|\brm-(?:Article|Markdown)\b", re.I)


def matches(text: str) -> bool:
    """Whether the page embeds an OpenAPI definition, or is the HTML of such a page with the definition missing."""
    if _HTML.match(text):
        return bool(_OF_README.search(text))
    body = frontmatter.split(text).body
    return has_heading(body) or bool(definitions(body))


def extract(page: Page) -> Fragment:
    """Every fact of the page's definition; a page that holds several gives one document of all their operations."""
    front = frontmatter.split(page.text)
    document: JsonObject = {}
    lines: dict[str, int] = {}
    repairs: list[Repair] = []
    for placed in definitions(front.body):
        first = front.first_line + placed.line - 1
        found = parse(placed.text, page.name, first)
        if not found.keys() & {"openapi", "swagger"}:
            continue
        found = _supported(found, page.name, first)
        found, told, moved = mend(found, page.name)
        located = {_moved(path, moved): line for path, line in part_lines(placed.text, first).items()}
        stated = facts(found, page.name, partial(line_of, placed.text, first))
        document = _united(document, stated, page.name, first)
        lines = {**located, **lines}
        repairs.extend(told)
    return Fragment(
        kind="readme",
        label=page.name,
        sha256=page.sha256,
        document=document,
        lines=lines,
        url=front.url,
        scraped_at=front.scraped_at,
        repairs=tuple(repairs),
    )


def _moved(path: str, moved: Mapping[str, str]) -> str:
    """Where a part of the page went when the definition was mended."""
    tokens = path.split("/")
    around = "/".join(tokens[:4])
    if tokens[1] == "paths":
        tokens[3:4] = [token.lower() if token.lower() in METHODS else token for token in tokens[3:4]]
        return "/".join(tokens)
    return moved[around] + path.removeprefix(around) if around in moved else path


def _supported(definition: JsonObject, page: str, line: int) -> JsonObject:
    version = definition.get("openapi", definition.get("swagger"))
    version = str(version) if isinstance(version, float) else version
    if "openapi" not in definition:
        raise PageError(
            f"{page}:{line}", "/swagger", f"a Swagger {version} definition", "convert it to OpenAPI 3 first"
        )
    if not isinstance(version, str) or not version.startswith(("3.0", "3.1")):
        raise PageError(f"{page}:{line}", "/openapi", f"version {version!r} is not 3.0 or 3.1", "convert it first")
    return {**definition, "openapi": version}


def _united(document: JsonObject, more: JsonObject, page: str, line: int) -> JsonObject:
    """Both definitions of one page; what both define has to be the same."""
    if not document:
        return more
    united = dict(document)
    for key, value in more.items():
        if key in ("paths", "components"):
            united[key] = _joined(united.get(key, {}), value, f"/{key}", page, line, depth=2)
        elif united.setdefault(key, value) != value and key != "openapi":
            _differs(f"/{key}", page, line)
    return united


def _joined(one: JsonObject, other: JsonObject, pointer: str, page: str, line: int, depth: int) -> JsonObject:
    joined = dict(one)
    for key, value in other.items():
        if key not in joined or joined[key] == value:
            joined[key] = value
        elif depth > 1 and isinstance(value, dict) and isinstance(joined[key], dict):
            joined[key] = _joined(joined[key], value, f"{pointer}/{key}", page, line, depth - 1)
        else:
            _differs(f"{pointer}/{key}", page, line)
    return joined


def _differs(pointer: str, page: str, line: int) -> None:
    what = "the page's definitions say two things here"
    raise PageError(f"{page}:{line}", pointer, what, "split the page, or remove the definition that is wrong")
