"""Parameters that go into a header, where the page says so: a heading, or the words below the parameter."""

import re
from typing import Final

_TOLD: Final = re.compile(
    r"^\W*(?:in )?(?:http |request )?header(?: parameter)?(?:\W*$|[:.,] )"
    r"|\b(?:sent|passed|given|supplied|provided|goes)\b[^.]{0,60}\bheader\b(?! (?:row|line|column))"
    r"|\b(?:in|as|via|through) (?:the|a|an) [^.]{0,60}\bheader\b(?! (?:row|line|column))",
    re.I,
)
#: A header's name as it is written: words with dashes between them.
_NAME: Final = re.compile(r"(?<![\w-])[A-Z][A-Za-z0-9]*(?:-[A-Z][A-Za-z0-9]*)+(?![\w-])")


def told(text: str) -> str | None:
    """The header that a line says its parameter goes into, ``""`` where it does not name it; None if it says nothing.

    >>> told("Sent as the Idempotency-Key header"), told("Header parameter"), told("The header row of the table")
    ('Idempotency-Key', '', None)
    """
    if _TOLD.search(text) is None:
        return None
    named = _NAME.search(text)
    return named[0] if named else ""


def by_rule(name: str) -> str:
    """How an SDK's argument is called as a header, by the habit of SDKs: ``idempotency_key`` is ``Idempotency-Key``."""
    return "-".join(word[:1].upper() + word[1:] for word in name.split("_") if word)
