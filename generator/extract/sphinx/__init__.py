"""Sphinx autodoc pages turned to Markdown: the methods of an SDK, what they take and what they return.

The facts are ``x-sdk-methods``; merging puts each on the operation it stands for.
"""

import re
from typing import Final

from generator.extract import frontmatter
from generator.extract.sphinx.method import Signature, described, signature
from generator.model import Finding, Fragment, JsonObject, Page

_FIELD: Final = re.compile(r"^\s*[*-]?\s*\*\*(?:Parameters|Returns|Return type|Raises):?\*\*:?", re.M)
_CLASS: Final = re.compile(r"^(?:#{1,6}[ \t]*)?_?\*{0,2}(?:class|exception)_?\*{0,2} [\w.]+\(.*\)", re.M)
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")


def matches(text: str) -> bool:
    """Whether autodoc's own words stand on the page: a method's heading with a field list, or a class."""
    body = frontmatter.split(text).body
    if _CLASS.search(body):
        return True
    return bool(_FIELD.search(body)) and any(signature(line) for line in body.split("\n"))


def extract(page: Page) -> Fragment:
    """Every method the page documents, in order."""
    front = frontmatter.split(page.text)
    methods: list[JsonObject] = []
    lines: dict[str, int] = {}
    findings: list[Finding] = []
    for number, head, section in _sections(front.body.split("\n"), front.first_line):
        method, odd = described(head, section)
        findings += [Finding("sdk-type-unread", f"{page.name}:{number}", what, "see the page") for what in odd]
        if method in methods:
            continue
        if any(known.get("class") == head.owner and known["method"] == head.method for known in methods):
            what = f"{head.owner}.{head.method} is documented twice, differently"
            findings.append(Finding("sdk-method-repeats", f"{page.name}:{number}", what, "the first one is used"))
            continue
        lines[f"/x-sdk-methods/{len(methods)}"] = number
        methods.append(method)
    return Fragment(
        kind="sphinx",
        label=page.name,
        sha256=page.sha256,
        document={"x-sdk-methods": methods} if methods else {},
        lines=lines,
        url=front.url,
        scraped_at=front.scraped_at,
        findings=tuple(findings),
    )


def _sections(lines: list[str], first: int) -> list[tuple[int, Signature, list[str]]]:
    """``(page line, signature, the lines below it)`` of every method; sample code is no documentation."""
    found: list[tuple[int, Signature, list[str]]] = []
    fence = ""
    for number, line in enumerate(lines, first):
        if mark := _FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        elif fence:
            continue
        elif head := signature(line):
            found.append((number, head, []))
        elif found:
            if _CLASS.match(line):
                found[-1][2].append("#")
            found[-1][2].append(line)
    return found
