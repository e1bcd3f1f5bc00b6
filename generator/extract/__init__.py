"""Page in, facts out.  A page is recognised by its content, never by its name.

One kind of page a module (or folder); each offers ``matches(text) -> bool`` and ``extract(page) -> Fragment``.  The
facts are an OpenAPI-shaped document without prose; ``CONTRACT.md`` beside this file says what keys it may hold.
"""

from collections.abc import Callable, Mapping
from typing import Final, Protocol

from generator.extract import hugo, readme, sphinx, stainless
from generator.model import Finding, Fragment, Page


class Extractor(Protocol):
    def matches(self, text: str) -> bool: ...
    def extract(self, page: Page) -> Fragment: ...


#: In the order they are asked: the most distinctive kind first.
KINDS: Final[Mapping[str, tuple[Callable[[str], bool], Callable[[Page], Fragment]]]] = {
    "readme": (readme.matches, readme.extract),
    "stainless": (stainless.matches, stainless.extract),
    "sphinx": (sphinx.matches, sphinx.extract),
    "hugo": (hugo.matches, hugo.extract),
}


def extract(page: Page) -> Fragment | Finding:
    """The facts of a page, or why it has none.  A page that is broken is a ``PageError``."""
    for matches, extractor in KINDS.values():
        if matches(page.text):
            fragment = extractor(page)
            if (
                fragment.document.get("paths")
                or fragment.document.get("x-sdk-methods")
                or fragment.document.get("components")
            ):
                return fragment
            return Finding(
                "page-skipped",
                page.name,
                f"a {fragment.kind} page with no definition in it",
                "nothing to do if it has none",
            )
    return Finding(
        "page-skipped", page.name, "not a page of a known kind", "scrape it again, or add an extractor for its kind"
    )
