"""Everything that names a component follows the component to its new name.

``$ref`` is only one way to name one: a discriminator's mapping, a security requirement, and the samples and links that
stand by reference name components too.
"""

from collections.abc import Mapping
from typing import Final

from generator.document import escape, rewrite, unescape
from generator.model import Json, JsonObject

#: ``(section of components, name) -> new name``; for a path ``("paths", path) -> new path``.
Moves = Mapping[tuple[str, str], str]
#: Maps whose entries may be references and have no shape of their own.
_BY_REFERENCE: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("media", "parameter", "header"), ("examples",)),
    "response": ("links",),
    "components": ("examples", "links", "securitySchemes"),
}


def renamed(document: JsonObject, moves: Moves) -> JsonObject:
    """The document with its components under their new names, and everything that names them."""

    def visit(shape: str, node: JsonObject, path: str, name: str) -> Json:
        node = _referring(node, moves)
        for key in _BY_REFERENCE.get(shape, ()):
            if isinstance(named := node.get(key), dict):
                node = {**node, key: {k: _referring(child, moves) for k, child in named.items()}}
        if shape in ("document", "operation") and isinstance(node.get("security"), list):
            node = {**node, "security": [_requirement(one, moves) for one in node["security"]]}
        return _discriminating(node, moves) if shape == "schema" else node

    followed: JsonObject = rewrite(document, visit)
    if not isinstance(components := followed.get("components"), dict):
        return followed
    sections = {
        section: {moves.get((section, name), name): body for name, body in named.items()}
        if isinstance(named, dict)
        else named
        for section, named in components.items()
    }
    return {**followed, "components": sections}


def _referring(node: Json, moves: Moves) -> Json:
    for key in ("$ref", "operationRef"):
        if isinstance(node, dict) and isinstance(ref := node.get(key), str):
            node = {**node, key: _moved(ref, moves)}
    return node


def _moved(ref: str, moves: Moves) -> str:
    tokens = ref.split("/")
    at = {"components": 3, "paths": 2}.get(tokens[1], 0) if tokens[0] == "#" and len(tokens) > 2 else 0
    if not 0 < at < len(tokens):
        return ref
    tokens[at] = escape(moves.get((tokens[at - 1], unescape(tokens[at])), unescape(tokens[at])))
    return "/".join(tokens)


def _discriminating(schema: JsonObject, moves: Moves) -> JsonObject:
    chosen = schema.get("discriminator")
    mapping = chosen.get("mapping") if isinstance(chosen, dict) else None
    if not isinstance(chosen, dict) or not isinstance(mapping, dict):
        return schema
    followed = {value: _mapped(target, moves) for value, target in mapping.items()}
    return {**schema, "discriminator": {**chosen, "mapping": followed}}


def _mapped(target: Json, moves: Moves) -> Json:
    """A mapping's target: a reference, or a schema's bare name."""
    if not isinstance(target, str):
        return target
    return moves.get(("schemas", target)) or _moved(target, moves)


def _requirement(stated: Json, moves: Moves) -> Json:
    if not isinstance(stated, dict):
        return stated
    return {moves.get(("securitySchemes", name), name): scopes for name, scopes in stated.items()}
