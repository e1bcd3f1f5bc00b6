"""A parsed file as an overlay: every key known, every target parsed, the reason and the evidence stated."""

from typing import Any, Final

from attrs import field, frozen
from jsonpath import CompoundJSONPath, JSONPath, JSONPathEnvironment, JSONPathError

from generator.document import pointer
from generator.errors import OverlayError
from generator.model import Json

VERSION: Final = "1.0.0"
_ROOT: Final = frozenset({"overlay", "info", "extends", "actions"})
_INFO: Final = frozenset({"title", "version", "x-reason", "x-evidence"})
_ACTION: Final = frozenset({"target", "description", "update", "remove"})
#: RFC 9535 and nothing beyond it: an overlay has to mean the same to any other tool.
_JSONPATH: Final = JSONPathEnvironment(strict=True)
_SEE: Final = "see overrides/overlays/README.md"


@frozen
class Action:
    """One change: ``remove`` what the target matches, or merge ``update`` into it."""

    file: str
    pointer: str
    target: str
    query: JSONPath | CompoundJSONPath = field(repr=False)
    update: Json
    remove: bool


@frozen
class Overlay:
    """One claim about one document."""

    extends: str
    actions: tuple[Action, ...]


def read_overlay(file: str, content: Any) -> Overlay:
    """The overlay a file holds; ``OverlayError`` with the place of the first mistake."""
    if not isinstance(content, dict):
        raise OverlayError(file, "", "not a mapping", _SEE)
    _keys(content, _ROOT, ("overlay", "info", "extends", "actions"), file, "")
    if content["overlay"] != VERSION:
        raise OverlayError(file, "/overlay", f"version {content['overlay']!r}", f"write overlay: {VERSION}")
    _info(content["info"], file)
    actions = content["actions"]
    if not isinstance(actions, list) or not actions:
        raise OverlayError(file, "/actions", "not a list of actions", "give at least one")
    return Overlay(
        extends=_text(content["extends"], file, "/extends", "name the document, such as alpaca-broker.yaml"),
        actions=tuple(_action(action, file, pointer("actions", i)) for i, action in enumerate(actions)),
    )


def _keys(node: Json, known: frozenset[str], required: tuple[str, ...], file: str, place: str) -> None:
    if not isinstance(node, dict):
        raise OverlayError(file, place, "not a mapping", _SEE)
    unknown = sorted(key for key in node if key not in known and not str(key).startswith("x-"))
    if unknown:
        raise OverlayError(file, f"{place}{pointer(unknown[0])}", "unknown key", f"known: {', '.join(sorted(known))}")
    missing = [key for key in required if key not in node]
    if missing:
        raise OverlayError(file, place, f"no {missing[0]}", f"state it; {_SEE}")


def _text(value: Json, file: str, place: str, todo: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise OverlayError(file, place, "not a text", todo)
    return value


def _info(info: Json, file: str) -> None:
    """Reason and evidence are no decoration: without them nobody can tell when an overlay has served its time."""
    _keys(info, _INFO, ("title", "version", "x-reason", "x-evidence"), file, "/info")
    for key in ("title", "version", "x-reason"):
        _text(info[key], file, pointer("info", key), "state it in words" if key != "version" else "quote it: '1'")
    evidence = info["x-evidence"]
    if not isinstance(evidence, list) or not evidence:
        raise OverlayError(file, "/info/x-evidence", "not a list of sources", "name the extract or the wire fact")
    for i, source in enumerate(evidence):
        _text(source, file, pointer("info", "x-evidence", i), "name the extract or the wire fact")


def _action(action: Json, file: str, place: str) -> Action:
    _keys(action, _ACTION, ("target",), file, place)
    target = _text(action["target"], file, f"{place}/target", "give a JSONPath (RFC 9535)")
    if "description" in action:
        _text(action["description"], file, f"{place}/description", "say why, or leave it out")
    removes = action.get("remove", False)
    if not isinstance(removes, bool):
        raise OverlayError(file, f"{place}/remove", "neither true nor false", "write remove: true")
    if removes == ("update" in action):
        what = "both update and remove" if removes else "neither update nor remove"
        raise OverlayError(file, place, what, "one action does one thing: split it, or say which")
    try:
        query = _JSONPATH.compile(target)
    except JSONPathError as error:
        what = f"{target!r} is not a JSONPath ({str(error).splitlines()[0]})"
        raise OverlayError(file, f"{place}/target", what, "write it as RFC 9535 has it") from None
    return Action(file, place, target, query, action.get("update"), removes)
