"""HTML that cannot be broken out of: everything that is no ``Markup`` is text, and is escaped."""

from html import escape
from typing import TypeAlias

from attrs import frozen


@frozen
class Markup:
    """Finished HTML."""

    html: str


Node: TypeAlias = Markup | str | int


def tag(name: str, *children: Node | None, **attributes: str | bool | None) -> Markup:
    """One element.  ``class_`` is ``class``; ``None`` and ``False`` leave an attribute out, ``None`` a child."""
    given = "".join(_attribute(key.strip("_").replace("_", "-"), value) for key, value in attributes.items())
    return Markup(f"<{name}{given}>{several(*children).html}</{name}>")


def several(*children: Node | None) -> Markup:
    """Siblings."""
    return Markup("".join(_html(child) for child in children if child is not None))


def link(address: str | None, text: str) -> Node:
    """A link if the address is one of the web; anything else a page may give as its address is text."""
    if address is None or not address.startswith(("https://", "http://")):
        return text
    return tag("a", text, href=address, rel="noreferrer noopener")


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(value)}"'


def _html(child: Node) -> str:
    return child.html if isinstance(child, Markup) else escape(str(child))
