"""The values that flow through the generator: all frozen, all plain.

``Page -> Fragment -> Spec``.  A document inside them is plain JSON (dict, list, str, int, float, bool, None) and is
never changed in place once it is in a value; where it came from travels beside it, not in it.
"""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

Json: TypeAlias = Any
JsonObject: TypeAlias = dict[str, Any]
Kind: TypeAlias = Literal["readme", "hugo", "sphinx", "stainless"]

#: Who wins where pages disagree: a machine-readable definition, then tables, then SDK text.  Whatever carries
#: ``x-inferred`` (a rule or a sample said it, not the page) loses against all three.
PRECEDENCE: Mapping[str, int] = {"readme": 0, "hugo": 1, "sphinx": 2, "stainless": 2}
INFERRED = 3


@frozen
class Page:
    """A scraped page as read: ``name`` is the file's name (for messages only; it never decides anything)."""

    name: str
    text: str = field(repr=False)
    sha256: str


@frozen
class Finding:
    """Something a person should look at.  ``code`` is stable (``page-skipped``, ``titles-differ``, ...)."""

    code: str
    where: str
    what: str
    todo: str = ""

    def __str__(self) -> str:
        return f"{self.code}: " + ": ".join(part for part in (self.where, self.what, self.todo) if part)


@frozen
class Repair:
    """A change made because what the page says is not valid OpenAPI 3.1, or would lose something when rendered."""

    code: str
    where: str
    what: str


@frozen
class Conflict:
    """A disagreement a rule has settled: ``claims`` pairs each page with what it says."""

    pointer: str
    claims: tuple[tuple[str, str], ...]
    winner: str
    rule: str


@frozen
class Fragment:
    """What one page says, as facts: an OpenAPI-shaped document without prose, and the line each part came from.

    ``lines`` maps JSON pointers (RFC 6901, into ``document``) of every operation and schema to 1-based page lines.
    ``label`` names the page in reports: the file's name when read raw, the extract's name when read from
    ``openapi/extracted``.
    """

    kind: Kind
    label: str
    sha256: str
    document: JsonObject = field(repr=False)
    lines: Mapping[str, int] = field(repr=False)
    url: str | None = None
    scraped_at: str | None = None
    findings: tuple[Finding, ...] = ()
    repairs: tuple[Repair, ...] = ()


@frozen
class Spec:
    """One API's document, with what happened on the way to it."""

    document: JsonObject = field(repr=False)
    conflicts: tuple[Conflict, ...] = ()
    findings: tuple[Finding, ...] = ()
    repairs: tuple[Repair, ...] = ()
