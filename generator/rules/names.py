"""Which names a page may bring in, and what they become."""

import re
from typing import Final

from generator.errors import PageError

MAX_NAME: Final = 200
_HOSTILE: Final = re.compile(r"[\x00-\x1f\x7f\"'`\\<>]|\.\.|%2e|^//|/\.(?:/|$)", re.I)
#: Words with one apostrophe inside one of them; two could quote something.
_POSSESSIVE: Final = re.compile(r"([\w ,.&/-]*[^\W\d_])'([^\W\d_][\w ,.&/-]*)")
#: A class made from others: ``Page<Order>``, ``Map<String, List<Order>>``.
_GENERIC: Final = re.compile(r"[\w .-]+<[\w ,.<>?-]+>")
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
_TEMPLATE: Final = re.compile(r"\{([^{}]*)\}")


def checked(name: str, where: str, pointer: str) -> str:
    """``name`` if it is a name: printable, no quotes, not a way out of a folder; otherwise a ``PageError``."""
    if not name.strip() or len(name) > MAX_NAME or _HOSTILE.search(name):
        shown = name if len(name) <= 60 else name[:60] + "..."
        raise PageError(where, pointer, f"{shown!r} cannot be a name", "correct it on the page or remove the page")
    return name


def plain(name: str) -> str:
    """``name`` without the two harmless signs people put into names: an apostrophe in a word, a generic's brackets."""
    if words := _POSSESSIVE.fullmatch(name):
        name = f"{words[1]}_{words[2]}"
    if _GENERIC.fullmatch(name) and name.count("<") == name.count(">"):
        name = name.replace("<", "_").replace(">", "_")
    return name


def identifier(name: str) -> str:
    """An operation's name for code, from a checked one that is written with spaces or signs.

    >>> identifier("get account's orders (old)")
    'get_account_s_orders_old'
    """
    return re.sub(r"_+", "_", re.sub(r"[^A-Za-z0-9]+", "_", name)).strip("_") or "unnamed"


def component(name: str) -> str:
    """A component key (OpenAPI allows ``[A-Za-z0-9._-]``) from a checked name."""
    return _UNSAFE.sub("_", name.strip()).strip("_") or "Unnamed"


def template_parameters(path: str) -> list[str]:
    """The parameter names in a path's braces, in order."""
    return _TEMPLATE.findall(path)


def normal_path(path: str) -> str:
    """The path with its parameters' names left out: ``/a/{symbol}`` and ``/a/{symbol_or_asset_id}`` are one path."""
    return _TEMPLATE.sub("{}", path)
