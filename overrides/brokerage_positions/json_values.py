"""What ``json.loads`` gave, with a type: for answers that may not be what the document says."""

from typing import Any, TypeGuard


def as_object(value: Any) -> dict[str, Any]:
    """The value if it is an object; of anything else an empty one, which says nothing."""
    return value if is_object(value) else {}


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether the value is an object."""
    return isinstance(value, dict)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Whether the value is an array."""
    return isinstance(value, list)


def as_text(value: Any) -> str | None:
    """The value if it is text."""
    return value if isinstance(value, str) else None
