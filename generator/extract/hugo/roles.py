"""What the headings inside a section make of the blocks below them."""

import re
from collections.abc import Iterable
from typing import Final, Literal, TypeAlias

Role: TypeAlias = Literal[
    "", "request", "path", "query", "body", "header", "response", "errors", "sample", "attributes", "enums"
]

#: What a heading's words make of the blocks below it, first match first.
_ROLE_WORDS: Final[tuple[tuple[Role, str], ...]] = (
    ("errors", r"\berrors?\b|^(?:http )?(?:status|response|return) codes?$"),
    ("response", r"^(?:sample |example |successful |the )*(?:json )?(?:responses?|returns?|results?)\b"),
    ("path", r"^(?:url|path) (?:param|attribute|variable)\w*"),
    ("query", r"^query(?:[ -]?string)?s?(?: (?:param|attribute)\w*)?$"),
    ("header", r"^(?:request )?headers?$"),
    (
        "body",
        r"^(?:sample |example )*(?:request |post |json )?(?:body|payload)\b(?: (?:param|attribute)\w*)?|^body ",
    ),
    (
        "request",
        r"^(?:sample |example )*requests?\b|^(?:the )?(?:request )?(?:param|argument|input)\w*$"
        r"|^(?:required|optional)(?: (?:param|attribute)\w*)?$",
    ),
    ("enums", r"^(?:enums?|enumerations?|enum values)$"),
    ("attributes", r"^(?:the )?(?:\w+ )?(?:attributes|properties|fields|schema|model)$"),
    ("sample", r"^(?:the )?(?:sample|example)s?\b"),
)
_ROLES: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = tuple(
    (role, re.compile(pattern, re.I)) for role, pattern in _ROLE_WORDS
)
#: A role that another one inside it only refines: attributes or samples of a response belong to the response.
_OUTER: Final = ("errors", "response", "body", "query", "path", "header", "request")


def role_of(title: str) -> Role:
    """What a heading says the blocks below it are."""
    text = title.strip().strip(".:")
    for role, pattern in _ROLES:
        if pattern.search(text):
            return role
    return ""


def innermost(roles: Iterable[Role]) -> Role:
    """The role that counts, of headings from the outermost inwards."""
    inner: Role = ""
    for role in roles:
        if role in _OUTER or (role and inner not in _OUTER):
            inner = role
    return inner
