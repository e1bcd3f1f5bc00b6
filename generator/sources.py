"""``openapi/sources.toml``: which brokers there are, how their pages are told apart, and what is known of each page."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from generator.document import operations
from generator.errors import PageError
from generator.model import Fragment


@frozen
class Provider:
    """One broker: one document, one package.

    ``paths`` are prefixes of its operations' paths, ``sdk_classes`` the classes its SDK pages describe, ``kinds`` the
    kinds of page it publishes; ``urls`` gives the address of pages that do not state their own, by extract name.
    """

    name: str
    document: str
    package: str
    kinds: frozenset[str]
    paths: tuple[str, ...]
    sdk_classes: frozenset[str]
    urls: Mapping[str, str]

    def publishes(self, fragment: Fragment) -> bool:
        """Whether this is one of the broker's pages, judged by what it documents."""
        if fragment.kind not in self.kinds:
            return False
        paths = [path for path, _, _ in operations(fragment.document)]
        classes = {method.get("class") for method in fragment.document.get("x-sdk-methods", ())}
        return bool(paths or classes) and all(p.startswith(self.paths) for p in paths) and classes <= self.sdk_classes


def providers(table: Mapping[str, Any]) -> list[Provider]:
    """The providers of a parsed ``sources.toml``, by name."""
    found = []
    for name, entry in sorted(table.items()):
        try:
            found.append(
                Provider(
                    name=name,
                    document=entry["document"],
                    package=entry["package"],
                    kinds=frozenset(entry["kinds"]),
                    paths=tuple(entry["paths"]),
                    sdk_classes=frozenset(entry.get("sdk_classes", ())),
                    urls={page["extract"]: page["url"] for page in entry.get("pages", ()) if "url" in page},
                )
            )
        except (KeyError, TypeError) as error:
            raise PageError("sources.toml", name, f"incomplete entry ({error})", "see the other entries") from None
    return found
