"""Which pages to fetch: those whose address ``sources.toml`` or the page itself has given, and no other."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import httpx
from attrs import frozen

from generator.model import Finding, Fragment
from generator.sources import Provider

_ADDRESS: Final = re.compile(r"https?://[^\s\"'<>`\\]{1,2000}")
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9-]+")
_LONGEST: Final = 60


@frozen
class Target:
    """One address, whose page it is, and what the page said when it was last extracted (several extracts are rare)."""

    url: str
    provider: Provider
    extracts: tuple[Fragment, ...] = ()

    @property
    def file(self) -> str:
        """The page's file: named by its address, because what the page documents may change."""
        address = httpx.URL(self.url)
        slug = _UNSAFE.sub("-", f"{address.host}{address.path.removesuffix('.md')}").strip("-")[:_LONGEST]
        return f"{slug}-{hashlib.sha256(self.url.encode()).hexdigest()[:8]}.md"


def targets(
    providers: Iterable[Provider], extracts: Mapping[str, Sequence[Fragment]]
) -> tuple[list[Target], list[Finding]]:
    """Every address, once, and a finding for each page that has none.  ``extracts`` are by the provider's name.

    An address in ``sources.toml`` was put there by a person and wins over what the page said of itself.
    """
    found: dict[str, Target] = {}
    findings: list[Finding] = []
    for provider in providers:
        known = {f.label.rpartition("/")[2]: f for f in extracts.get(provider.name, ())}
        for name in sorted(known.keys() | provider.urls.keys()):
            fragment = known.get(name)
            url = provider.urls.get(name) or (fragment.url if fragment else None)
            where = f"openapi/extracted/{provider.name}/{name}.yaml"
            if url is None:
                todo = "give it in sources.toml, or save the page by hand"
                findings.append(Finding("page-without-address", where, "no page says where it is", todo))
            elif (wrong := _wrong_with(url)) is not None:
                findings.append(Finding("address-unusable", where, wrong, "correct it in sources.toml"))
            elif url in found and found[url].provider != provider:
                what = f"{url} is a page of {found[url].provider.name} too"
                findings.append(Finding("address-unusable", where, what, "give each broker's page its own address"))
            else:
                before = found[url].extracts if url in found else ()
                found[url] = Target(url, provider, (*before, fragment) if fragment else before)
    return list(found.values()), findings


def _wrong_with(url: str) -> str | None:
    try:
        address = httpx.URL(url) if isinstance(url, str) and _ADDRESS.fullmatch(url) else httpx.URL()
    except (httpx.InvalidURL, ValueError):
        address = httpx.URL()
    if not address.host:
        return f"{url!r} is no web address"
    # Not repeated: what stands there is a credential.
    return "the address holds a user or password" if address.userinfo else None
