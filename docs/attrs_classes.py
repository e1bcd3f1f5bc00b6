"""What griffe does for dataclasses, for those of attrs: their fields are the parameters that the reference shows."""

from collections.abc import Iterator
from typing import Any

from griffe import (
    Attribute,
    Class,
    Expr,
    ExprCall,
    ExprKeyword,
    Extension,
    Function,
    Parameter,
    ParameterKind,
    Parameters,
)

_MAKERS = frozenset({"attrs.frozen", "attrs.define", "attrs.mutable"})


class AttrsClasses(Extension):
    """Gives every class that attrs makes the ``__init__`` that it has at run time."""

    def on_class(self, *, cls: Class, **_: Any) -> None:
        """Called by griffe when the members of a class are known."""
        made = [one.value for one in cls.decorators if one.callable_path in _MAKERS]
        if not made or "__init__" in cls.members:
            return
        by_name = str(_arguments(made[0]).get("kw_only")) == "True"
        parameters = sorted(_parameters(cls, by_name), key=lambda one: one.kind is ParameterKind.keyword_only)
        this = Parameter("self", kind=ParameterKind.positional_or_keyword)
        cls.set_member("__init__", Function("__init__", parent=cls, parameters=Parameters(this, *parameters)))


def _parameters(cls: Class, by_name: bool) -> Iterator[Parameter]:
    for member in cls.members.values():
        # A private field is for the package alone, whatever name ``__init__`` knows it by.
        if not isinstance(member, Attribute) or member.annotation is None or member.name.startswith("_"):
            continue
        said = _arguments(member.value)
        if "property" in member.labels or str(said.get("init")) == "False":
            continue
        named = by_name or str(said.get("kw_only")) == "True"
        yield Parameter(
            member.name,
            annotation=member.annotation,
            kind=ParameterKind.keyword_only if named else ParameterKind.positional_or_keyword,
            default=_default(member.value, said),
        )


def _default(value: Expr | str | None, said: dict[str, Expr | str]) -> Expr | str | None:
    """``field(...)`` says it by name, or has it made; anything else is the default itself."""
    if not isinstance(value, ExprCall) or value.canonical_path != "attrs.field":
        return value
    if "factory" not in said:
        return said.get("default")
    made = str(said["factory"])
    return made.removeprefix("lambda: ") if made.startswith("lambda: ") else f"{made}()"


def _arguments(value: Expr | str | None) -> dict[str, Expr | str]:
    """What a call says by name; nothing of what is no call."""
    if not isinstance(value, ExprCall):
        return {}
    return {one.name: one.value for one in value.arguments if isinstance(one, ExprKeyword)}
