"""Edits of bodies, answers and headers, of servers and security, and of what is said about the whole."""

import random
from typing import Final

from generator.document import operations, pointer
from generator.model import JsonObject
from tests.generator.diff.mutations.edit import NOWHERE, Edit, Expected, keyword, pick


def response_added(chance: random.Random, document: JsonObject) -> list[Expected]:
    path, method, node = chance.choice(list(operations(document)))
    status = chance.choice(["226", "418"])
    if status in node["responses"]:
        return []
    node["responses"][status] = {"description": "Something new."}
    rule = "success-response-added" if status == "226" else "error-response-added"
    return [(rule, NOWHERE, pointer("paths", path, method, "responses", status))]


def response_removed(chance: random.Random, document: JsonObject) -> list[Expected]:
    path, method, node = chance.choice(list(operations(document)))
    status = chance.choice(list(node["responses"]))
    gone = node["responses"].pop(status)
    rule = "success-response-removed" if status.startswith("2") else "error-response-removed"
    place = gone["$ref"][1:] if "$ref" in gone else pointer("paths", path, method, "responses", status)
    return [(rule, place, NOWHERE)]


def header_added(chance: random.Random, document: JsonObject) -> list[Expected]:
    found = pick(chance, document, "response")
    if found is None or "$ref" in found[1]:
        return []
    path, node = found
    node.setdefault("headers", {})["X-Something-New"] = {"schema": {"type": "string"}}
    return [("response-header-added", NOWHERE, f"{path}/headers/X-Something-New")]


def header_required(chance: random.Random, document: JsonObject) -> list[Expected]:
    found = pick(chance, document, "header")
    if found is None or "$ref" in found[1] or "required" in found[1]:
        return []
    path, node = found
    node["required"] = True
    return [("response-header-became-required", path, path)]


def media_added(chance: random.Random, document: JsonObject) -> list[Expected]:
    found = pick(chance, document, chance.choice(["response", "body"]))
    if found is None or "$ref" in found[1] or "text/x-new" in found[1].get("content", {}):
        return []
    path, node = found
    node.setdefault("content", {})["text/x-new"] = {"schema": {"type": "string"}}
    return [("media-type-added", NOWHERE, f"{path}/content/text~1x-new")]


def media_removed(chance: random.Random, document: JsonObject) -> list[Expected]:
    found = pick(chance, document, chance.choice(["response", "body"]))
    if found is None or not found[1].get("content"):
        return []
    path, node = found
    name = chance.choice(list(node["content"]))
    del node["content"][name]
    return [("media-type-removed", path + pointer("content", name), NOWHERE)]


def undescribed(chance: random.Random, document: JsonObject) -> list[Expected]:
    found = pick(chance, document, "media")
    if found is None or "schema" not in found[1]:
        return []
    path, node = found
    del node["schema"]
    return [("content-schema-removed", f"{path}/schema", path)]


def body_required(chance: random.Random, document: JsonObject) -> list[Expected]:
    found = pick(chance, document, "body")
    if found is None or "$ref" in found[1]:
        return []
    path, node = found
    rule = "body-became-optional" if node.get("required") else "body-became-required"
    node["required"] = not node.get("required", False)
    return [(rule, path, path)]


def described(chance: random.Random, document: JsonObject) -> list[Expected]:
    shape = chance.choice(["response", "header", "body"])
    found = pick(chance, document, shape)
    if found is None or "$ref" in found[1]:
        return []
    path, node = found
    had = "description" in node
    node["description"] = "Other words."
    return keyword("description-changed", path, "description", before=had, after=True)


def server(chance: random.Random, document: JsonObject) -> list[Expected]:
    servers = document["servers"]
    kind = chance.choice(["added", "removed", "moved", "described", "order"])
    rule = {
        "added": "server-added",
        "removed": "server-removed",
        "moved": "server-moved",
        "described": "server-described-otherwise",
        "order": "default-server-changed",
    }[kind]
    number = chance.randrange(len(servers))
    if kind == "added":
        servers.append({"url": "https://new.example.com"})
    elif kind == "removed":
        del servers[number]
    elif kind == "moved":
        servers[number]["url"] = "https://new.example.com"
    elif kind == "described":
        servers[number]["description"] = "Other words."
    elif len(servers) < 2:
        return []
    else:
        servers.reverse()
    return [(rule, "/servers", "/servers")]


def security(chance: random.Random, document: JsonObject) -> list[Expected]:
    if not document.get("security"):
        return []
    kind = chance.choice(["dropped", "alternative", "scope"])
    if kind == "dropped":
        document["security"] = []
        return [("security-dropped", "/security", "/security")]
    name = next(iter(document["components"]["securitySchemes"]))
    if kind == "scope":
        document["security"][0][name] = ["everything"]
        return [("security-scope-added", "/security", "/security")]
    document["components"]["securitySchemes"]["New"] = {"type": "apiKey", "in": "header", "name": "X-New"}
    document["security"].append({"New": []})
    return [
        ("security-alternative-added", "/security", "/security"),
        ("security-scheme-added", NOWHERE, "/components/securitySchemes/New"),
    ]


def said_of_the_whole(chance: random.Random, document: JsonObject) -> list[Expected]:
    path, name, rule = chance.choice(
        [
            ("", "openapi", "openapi-version-changed"),
            ("/info", "title", "api-title-changed"),
            ("/info", "version", "api-version-changed"),
            ("/info", "description", "description-changed"),
            ("/info", "contact", "field-changed"),
            ("", "x-origin", "extension-changed"),
            ("", "webhooks", "field-changed"),
        ]
    )
    node = document["info"] if path else document
    had = name in node
    node[name] = {"name": "another"} if name in ("contact", "webhooks") else "another"
    return keyword(rule, path, name, before=had, after=True)


EDITS: Final[tuple[Edit, ...]] = (
    *(response_added, response_removed, header_added, header_required, media_added, media_removed),
    *(undescribed, body_required, described, server, security, said_of_the_whole),
)
