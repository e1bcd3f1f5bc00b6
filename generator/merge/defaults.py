"""What a page says of all its operations (servers, security) where the document says otherwise.

A page that states its own keeps it, at each of its operations.  A definition that states no security at all stands
beside pages that do: its operations are asked for the same credentials, because a call without them can only be
refused, and that is told.  Credentials stay with the servers they are stated for: a page whose servers are all others
asks for none.  (Tables and SDK pages never state security, so their silence says nothing.)
"""

from collections.abc import Sequence
from typing import Final

from generator.document import METHODS, operations
from generator.model import Conflict, Fragment, Json, JsonObject
from generator.rules.claims import Note

_KEYS: Final = ("servers", "security")
_SHARED: Final = "a page that states none is asked for what the others state"
_APART: Final = "credentials stay with the servers they are stated for"


def with_own_defaults(item: JsonObject, fragment: Fragment, defaults: JsonObject) -> JsonObject:
    """A path item whose operations carry what their page says of all of them and the document does not."""
    document = fragment.document
    own = {key: document[key] for key in _KEYS if key in document and document[key] != defaults.get(key)}
    if _silent(fragment, defaults) and _elsewhere(document, defaults):
        own["security"] = []
    if not own:
        return item
    return {
        key: {**{k: v for k, v in own.items() if k not in item}, **child} if key in METHODS else child
        for key, child in item.items()
    }


def explicit(operation: JsonObject, item: JsonObject, document: JsonObject) -> JsonObject:
    """An operation with what its page says of all: two pages' words on one operation are weighed as they stand."""
    return {**{key: document[key] for key in _KEYS if key in document and key not in item}, **operation}


def implicit(operation: JsonObject, stated: JsonObject, defaults: JsonObject) -> JsonObject:
    """The united operation without what the document says anyway and the strongest page does not say of it alone."""
    anyway = {key for key in _KEYS if key in operation and operation[key] == defaults.get(key) and key not in stated}
    return {key: value for key, value in operation.items() if key not in anyway}


def tell_silence(fragments: Sequence[Fragment], defaults: JsonObject, note: Note) -> None:
    """A conflict for every definition that states no security beside one that does."""
    speaking = next((f for f in fragments if f.document.get("security")), None)
    for fragment in fragments:
        if speaking is not None and _silent(fragment, defaults):
            claims = ((speaking.label, _named(defaults["security"])), (fragment.label, "none stated"))
            winner, rule = (fragment, _APART) if _elsewhere(fragment.document, defaults) else (speaking, _SHARED)
            note(Conflict("/security", claims, winner.label, rule))


def _silent(fragment: Fragment, defaults: JsonObject) -> bool:
    if fragment.kind != "readme" or not defaults.get("security") or "security" in fragment.document:
        return False
    return any("security" not in operation for _, _, operation in operations(fragment.document))


def _elsewhere(document: JsonObject, defaults: JsonObject) -> bool:
    """Whether none of the page's servers is one of the document's."""
    mine, theirs = (
        {str(server.get("url")) for server in stated.get("servers", ()) if isinstance(server, dict)}
        for stated in (document, defaults)
    )
    return bool(mine) and bool(theirs) and not mine & theirs


def _named(security: Json) -> str:
    listed = [" with ".join(one) or "none" for one in security if isinstance(one, dict)]
    return " or ".join(listed)
