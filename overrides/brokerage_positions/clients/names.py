"""What a caller hands over as the name of a position or an account."""

from uuid import UUID


def text(name: object) -> str:
    """A symbol or id as plain text; ``TypeError`` for anything else, whose ``str()`` may well be a symbol.

    Of a subclass it is the text itself, not what it prints: ``str()`` of a member of a ``(str, Enum)`` is its name.
    """
    if isinstance(name, UUID):
        return str(name)
    if isinstance(name, str):
        return str.__str__(name)
    raise TypeError(f"a symbol or id is text or a UUID, not {type(name).__name__}. Nothing was sent")
