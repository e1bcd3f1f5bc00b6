"""Which names a page may bring in, and what they become."""

import re
from typing import Final

from generator.errors import PageError

MAX_NAME: Final = 200
_HOSTILE: Final = re.compile(r"[\x00-\x1f\x7f\"'`\\<>]|\.\.|%2e|^//|/\.(?:/|$)", re.I)
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
_TEMPLATE: Final = re.compile(r"\{([^{}]*)\}")


def checked(name: str, where: str, pointer: str) -> str:
    """``name`` if it is a name: printable, no quotes, not a way out of a folder; otherwise a ``PageError``."""
    if not name.strip() or len(name) > MAX_NAME or _HOSTILE.search(name):
        shown = name if len(name) <= 60 else name[:60] + "..."
        raise PageError(where, pointer, f"{shown!r} cannot be a name", "correct it on the page or remove the page")
    return name


def component(name: str) -> str:
    """A component key (OpenAPI allows ``[A-Za-z0-9._-]``) from a checked name."""
    return _UNSAFE.sub("_", name.strip()).strip("_") or "Unnamed"


def template_parameters(path: str) -> list[str]:
    """The parameter names in a path's braces, in order."""
    return _TEMPLATE.findall(path)


def normal_path(path: str) -> str:
    """The path with its parameters' names left out: ``/a/{symbol}`` and ``/a/{symbol_or_asset_id}`` are one path."""
    return _TEMPLATE.sub("{}", path)
