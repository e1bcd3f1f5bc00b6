"""Hugo Markdown pages: tables of attributes, samples, and lines of ``METHOD /path``.

``markdown`` flattens a page into blocks (``shortcodes`` and ``bullets`` write as Markdown and tables what stands for
them), ``outline`` finds the objects, enumerations and operations among them, ``tables``, ``types``, ``values``,
``limits`` and ``samples`` read the pieces, and ``objects``, ``requests``, ``streams`` and ``responses`` put the facts
together.
"""

import re
from collections.abc import Sequence
from typing import Final

from generator.document import escape
from generator.extract import frontmatter
from generator.extract.hugo.bullets import tabled
from generator.extract.hugo.calls import Call
from generator.extract.hugo.context import Context, checked_class, class_name
from generator.extract.hugo.markdown import Block, blocks, plain
from generator.extract.hugo.objects import class_schema
from generator.extract.hugo.outline import Section, outline
from generator.extract.hugo.requests import request
from generator.extract.hugo.responses import responses
from generator.extract.hugo.streams import nested, streams
from generator.extract.hugo.tables import columns, fields, is_of_fields
from generator.extract.hugo.values import value_set
from generator.model import Fragment, JsonObject, Page
from generator.rules.names import checked, template_parameters

#: Cheap signs, so that a page of any other kind is not parsed.
_SIGNS: Final = re.compile(
    r"^#{1,6} .*\b(?:object|entity|model|resource)\b"
    r"|\b(?:GET|POST|PUT|PATCH|DELETE)[`* :]{0,5}\s[`* ]{0,5}(?:/|https?:)",
    re.I | re.M,
)
_OTHER_KINDS: Final = re.compile(
    r"^#{1,6}[ \t]+OpenAPI definition\b|^[ \t]*[*-] \*\*(?:Parameters|Return type|Returns):?\*\*"
    r"|\bv\d+(?:\.\w+)+\([^()\n]{0,2000}\) ?->",
    re.M,
)
_ASKED: Final = re.compile(r"\bENUM\.(\w+)", re.I)
_DEPRECATED: Final = re.compile(
    r"\b(?:this|the) (?:endpoint|api|method|route|call|operation)\b[^.]{0,80}\bdeprecated\b"
    r"|\(deprecated\)|^\W*deprecated\b",
    re.I,
)


def matches(text: str) -> bool:
    """Whether the page describes objects in attribute tables, or operations as ``METHOD /path`` with their parts."""
    body = frontmatter.split(text).body
    if not _SIGNS.search(body) or _OTHER_KINDS.search(body):
        return False
    found = outline(tabled(blocks(body)))
    return any(_is_object(section) or _is_operation(section) for section in found)


def _is_object(section: Section) -> bool:
    blocks_of = ((part.block, part.role) for part in section.parts)
    return section.kind == "object" and any(
        (block.kind == "table" and "type" in columns(block)) or (block.kind == "code" and role == "sample")
        for block, role in blocks_of
    )


def _is_operation(section: Section) -> bool:
    return section.kind == "operation" and any(part.role not in ("", "sample", "attributes") for part in section.parts)


def extract(page: Page) -> Fragment:
    """Every fact of the page's tables, samples and operations."""
    front = frontmatter.split(page.text)
    sections = outline(tabled(blocks(front.body, front.first_line)))
    context = _context(sections, page)
    for section in sections:  # all of them, so that a cut one is seen wherever it stands
        for part in section.parts:
            if part.block.kind == "code":
                context.samples(part.block)
    schemas: dict[str, JsonObject] = {}
    lines: dict[str, int] = {}
    for name, found in _by_name(sections, "object", page).items():
        if schema := class_schema(found, context):
            schemas[name] = schema
            lines[f"/components/schemas/{escape(name)}"] = found[0].line
    paths: dict[str, JsonObject] = {}
    for section, above in nested(sections):
        if section.kind == "other":
            _told_unplaced(section, context)
        for call in section.calls:
            _operation(call, section, streams(call, section, above), context, paths, lines)
    for name, (shown, line) in context.shown.items():
        if name not in schemas:
            schemas[name] = shown
            lines[f"/components/schemas/{escape(name)}"] = line
    for name, found in _by_name(sections, "enum", page).items():
        if name in context.enums and name not in context.used_enums and name not in schemas:
            schemas[name] = {"type": "string", "enum": list(context.enums[name])}
            lines[f"/components/schemas/{escape(name)}"] = found[0].line
    document: JsonObject = {"paths": paths} if paths else {}
    if schemas:
        document["components"] = {"schemas": schemas}
    return Fragment(
        kind="hugo",
        label=page.name,
        sha256=page.sha256,
        document=document,
        lines=lines,
        url=front.url,
        scraped_at=front.scraped_at,
        findings=tuple(dict.fromkeys(context.findings)),
        repairs=tuple(dict.fromkeys(context.repairs)),
    )


def _told_unplaced(section: Section, context: Context) -> None:
    """A table of typed fields that belongs to nothing we know is not left out silently."""
    for part in section.parts:
        if part.block.kind == "table" and is_of_fields(part.block) and "type" in columns(part.block):
            what = f"a table of attributes under {section.title!r} belongs to no object and no operation"
            context.odd("table-unplaced", part.block.line, what, "see whether its facts are missed")


def _by_name(sections: Sequence[Section], kind: str, page: Page) -> dict[str, list[Section]]:
    found: dict[str, list[Section]] = {}
    for section in sections:
        if section.kind == kind:
            found.setdefault(checked_class(section.title, page.name, section.line), []).append(section)
    return found


def _context(sections: Sequence[Section], page: Page) -> Context:
    objects = {name for name, found in _by_name(sections, "object", page).items() if any(s.parts for s in found)}
    enums: dict[str, tuple[str, ...]] = {}
    names: set[str] = set()
    for section in sections:
        for call in section.calls:
            names.update(template_parameters(call.path))
        for part in section.parts:
            if part.block.kind == "table" and section.kind != "enum" and is_of_fields(part.block):
                names.update(one.name for one in fields(part.block, page.name).fields)
    lists = {
        name: [part.block for section in found for part in section.parts]
        for name, found in _by_name(sections, "enum", page).items()
    }
    for name, listed in {**_under_plain_headings(sections), **lists}.items():
        if values := value_set(listed):
            enums[name] = values
    return Context(page.name, frozenset(objects), enums, frozenset(names))


def _under_plain_headings(sections: Sequence[Section]) -> dict[str, list[Block]]:
    """What stands under a heading that is called like an enumeration some table asks for (``ENUM.AccountStatus``)."""
    parts = [(section, part) for section in sections if section.kind in ("other", "object") for part in section.parts]
    cells = (cell for section in sections for part in section.parts for row in part.block.rows for cell in row.cells)
    asked = {class_name(name) for cell in cells for name in _ASKED.findall(cell)}
    found: dict[str, list[Block]] = {}
    for section, part in parts:
        name = class_name((section.title, *part.titles)[-1])
        if name in asked and not (part.block.kind == "table" and "type" in columns(part.block)):
            found.setdefault(name, []).append(part.block)
    return found


def _operation(
    call: Call,
    section: Section,
    streamed: bool,
    context: Context,
    paths: dict[str, JsonObject],
    lines: dict[str, int],
) -> None:
    where = f"{context.page}:{call.line}"
    checked(call.path, where, "")
    for name in template_parameters(call.path):
        checked(name, where, f"/paths/{escape(call.path)}")
    item = paths.setdefault(call.path, {})
    if call.method in item:
        context.odd(
            "operation-repeats", call.line, f"{call.method.upper()} {call.path} is there twice", "the first counts"
        )
        return
    operation: JsonObject = {}
    texts = [
        section.title,
        *(plain(part.block.text) for part in section.parts if part.block.kind == "text" and not part.role),
    ]
    if any(_DEPRECATED.search(text) for text in texts):
        operation["deprecated"] = True
    if call.server:
        operation["servers"] = [{"url": checked(call.server, where, "")}]
    operation |= request(call, section.parts, context)
    operation["responses"] = responses(call, section.parts, context, streamed=streamed)
    item[call.method] = operation
    lines[f"/paths/{escape(call.path)}/{call.method}"] = call.line
