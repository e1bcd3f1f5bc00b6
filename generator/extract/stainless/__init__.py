"""Pages of an SDK's reference (Stainless): SDK calls, parameter lists and returned classes, with JSON samples.

Three layouts (Markdown, Markdown that lost its line breaks, flattened page text) become one stream of ``tokens``; from
there on there is one reader.  What such a page cannot say is settled by rule, and marked ``x-inferred``.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.document import pointer
from generator.errors import PageError
from generator.extract import frontmatter
from generator.extract.stainless import flat, markdown
from generator.extract.stainless.answers import responses, trees
from generator.extract.stainless.blocks import gather
from generator.extract.stainless.classes import Classes
from generator.extract.stainless.naming import action
from generator.extract.stainless.operation import checked_path, operation
from generator.extract.stainless.ordering import in_order
from generator.extract.stainless.schemas import Reader
from generator.extract.stainless.tokens import Token
from generator.model import Fragment, JsonObject, Page

_CALL: Final = re.compile(
    r"(?:^|`)(?:client\.)?[a-z_]\w{0,80}(?:\.\w{1,80}){1,8}\([^`\n]*\)[ \t]*(?:->|→)[ \t]*\w", re.M
)
#: Other pages have such headings too; with a typed entry below they are this kind's.
_LISTS: Final = re.compile(
    r"^(?:Parameters|Returns) ?Expand ?Collapse$|(?<!\S)#{2,6} (?:Parameters|Returns)\s+[-*] `(?:[\w.]+: |class )", re.M
)


def matches(text: str) -> bool:
    """Whether a page is of this kind: a path in one of its spellings, beside an SDK call or this kind's lists."""
    body = frontmatter.split(text).body
    routed = markdown.is_markdown(body) or flat.is_flat(body)
    return routed and bool(_CALL.search(body) or _LISTS.search(body))


def extract(page: Page) -> Fragment:
    """The facts of a page."""
    front = frontmatter.split(page.text)
    blocks = gather(_tokens(front.body, page.name, front.first_line), page.name)
    classes = Classes(page.name)
    paths: JsonObject = {}
    lines: dict[str, int] = {}
    answers: list[JsonObject] = []
    # Answers first: a class that is both sent and returned is described by what is returned.
    for block in blocks:
        described = trees(block.lists["types"], (), classes)
        for node in described:
            Reader(classes, sent=False).top(node, ())
        classes.owner = action(block.signature.method) if block.signature is not None else ""
        answers.append(responses(block, classes) if block.route is not None else {})
    for block, answer in zip(blocks, answers, strict=True):
        if block.route is None:
            if block.signature is not None:
                what = f"{block.signature.method} has no path"
                classes.find("operation-without-path", block.line, what, "scrape the page again")
            continue
        path = checked_path(block.route, page.name)
        item = paths.setdefault(path, {})
        stated = operation(block, block.route, answer, classes)
        if item.get(block.route.verb, stated) != stated:
            where, place = f"{page.name}:{block.line}", pointer("paths", path, block.route.verb)
            raise PageError(where, place, "described twice, differently", "leave only the one that is right")
        item[block.route.verb] = stated
        lines.setdefault(pointer("paths", path, block.route.verb), block.line)
    classes.finish()
    document: JsonObject = {"paths": paths} if paths else {}
    if classes.schemas:
        document["components"] = {"schemas": classes.schemas}
    return Fragment(
        kind="stainless",
        label=page.name,
        sha256=page.sha256,
        document=in_order(document),
        lines={**lines, **classes.lines},
        url=front.url,
        scraped_at=front.scraped_at,
        findings=tuple(classes.findings),
        repairs=tuple(classes.repairs),
    )


def _tokens(body: str, page: str, first: int) -> Iterator[Token]:
    tokenize = markdown.tokenize if markdown.is_markdown(body) else flat.tokenize
    return tokenize(body, page, first)
