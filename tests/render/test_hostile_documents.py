"""Documents that try to be more than data: each renders into a package that is safe to import, or is refused.

``render`` imports every module it wrote, so a document whose code would run is caught by the canary it leaves behind.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from generator import store
from generator.errors import RenderError
from generator.render import render

#: Would leave a file beside whatever runs it, and would show in no message.
CODE: Final = "__import__('pathlib').Path(__import__('tempfile').gettempdir(), 'render-canary').touch()"
LEAVING: Final = (
    f'"""\n{CODE}\n"""',
    f'"); {CODE}; ("',
    f"'); {CODE}; ('",
    f'\\"""\n{CODE}\n#',
    f"{{{{ {CODE} }}}}{{% raw %}}",
    f"a\n    {CODE}\n",
    f"a\r{CODE}",
    f"a\u2028{CODE}\u0000",
    f"{{{CODE}}}",
    'ends with a quote"',
    "ends with a backslash\\",
    "../../../evil",
    "\\N{DIGIT ONE}\\u0041\\x41 %s {0}",
)


def _document(schema: Any = None, **operation: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {
            "/v1/things/{thing}": {
                "get": {
                    "operationId": "getThing",
                    "tags": ["Things"],
                    "parameters": [{"name": "thing", "in": "path", "required": True, "schema": {"type": "string"}}],
                    "responses": {"200": {"description": "d", "content": content}},
                    **operation,
                }
            }
        },
        "components": {"schemas": {"Thing": schema or {"type": "object", "properties": {"a": {"type": "string"}}}}},
    }


def _named(name: str) -> dict[str, Any]:
    document = _document()
    document["components"]["schemas"] = {name: {"type": "object"}, "Thing": {"type": "object"}}
    return document


def _with_path(path: str) -> dict[str, Any]:
    document = _document(parameters=[])
    document["paths"] = {path: document["paths"].popitem()[1]}
    return document


def _query(name: str) -> dict[str, Any]:
    parameter = {"name": name, "in": "query", "description": name, "schema": {"type": "string", "default": name}}
    document = _document()
    document["paths"]["/v1/things/{thing}"]["get"]["parameters"].append(parameter)
    return document


def _prose() -> dict[str, Any]:
    """Every text in every place where any text may stand."""
    properties: dict[str, Any] = {}
    for i, text in enumerate(LEAVING):
        said = {"title": text, "description": text, "example": text}
        properties |= {
            f"a{i}": {"type": "string", "default": text, "format": text, "pattern": text, **said},
            f"b{i}": {"type": "string", "enum": ["a", text, ""], **said},
            f"c{i}": {"type": "string", "const": text},
            f"d{i}": {"type": "object", "properties": {"a": {"type": "string"}}, **said},
            f"e{i}": {"$ref": "#/components/schemas/Other", "description": text},
        }
    document = _document({"type": "object", "properties": properties, "description": "\n".join(LEAVING)})
    document["components"]["schemas"]["Other"] = {"type": "object"}
    document["info"] = dict.fromkeys(("title", "version", "description"), " ".join(LEAVING))
    operations = document["paths"]["/v1/things/{thing}"]
    for method, text in zip(("put", "post", "delete", "patch"), LEAVING, strict=False):
        operations[method] = {**operations["get"], "operationId": method, "summary": text, "description": text}
    parameters = [
        {"name": f"q{i}", "in": "query", "description": text, "schema": {"type": "string", "default": text}}
        for i, text in enumerate(LEAVING)
    ]
    operations["get"] = {**operations["get"], "parameters": operations["get"]["parameters"] + parameters}
    return document


def _property(name: str) -> dict[str, Any]:
    return _document({"type": "object", "properties": {name: {"type": "string"}}, "required": [name]})


#: Where a name stands that becomes one in Python.
NAMED: Final[dict[str, Callable[[str], dict[str, Any]]]] = {
    "operation": lambda text: _document(operationId=text),
    "tag": lambda text: _document(tags=[text]),
    "path": lambda text: _with_path(f"/v1/{text}"),
    "parameter": _query,
    "class": lambda text: _named(text.replace("/", "|")),
    "property": _property,
    "media type": lambda text: _document(requestBody={"content": {f"application/json; a={text}": {"schema": {}}}}),
}


@pytest.fixture
def canary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path / "render-canary"


def test_no_prose_of_a_document_becomes_code(canary: Path) -> None:
    files = render(_prose(), "evil_client", source="evil.yaml", source_sha256="0" * 64)
    assert b"canary" in files["models/thing.py"], "it is there, as a text"
    assert not canary.exists()
    assert not list(canary.parent.iterdir()), "the temporary folder is gone, and nothing is beside it"


@pytest.mark.parametrize("text", [f"x{LEAVING[0]}", f"../../../{LEAVING[1]}"], ids=["code", "climbing code"])
@pytest.mark.parametrize("place", NAMED)
def test_no_name_of_a_document_becomes_code_or_leaves_the_folder(place: str, text: str, canary: Path) -> None:
    told, files = "", {}
    try:
        files = render(NAMED[place](text), "evil_client", source="evil.yaml", source_sha256="0" * 64)
    except RenderError as error:
        told = str(error)
    assert files or (told.startswith("evil.yaml: ") and len(told) < 1000)
    assert not [name for name in files if ".." in name or name.startswith("/")]
    assert not canary.exists()
    assert not list(canary.parent.iterdir())


def test_the_canary_would_sing(canary: Path) -> None:
    done = subprocess.run([sys.executable, "-c", CODE], env={"TMPDIR": str(canary.parent)}, check=False)
    assert done.returncode == 0
    assert canary.exists()


NAMES: Final = (
    "class def import None True async await match type self cls client url body datetime list dict str id UUID Any"
    " Decimal additional_properties additional_keys from_dict to_dict _read _fields _names __init__ __class__ __dict__"
    " __slots__ _value _given value d UNSET Unset field define items members a_b aB a-b a.b A_B _a_b 1 1a é 日本 $a"
).split()


def test_names_of_python_and_names_that_become_one_are_told_apart(tmp_path: Path) -> None:
    properties = {name: {"type": "string", "format": "uuid"} for name in NAMES}
    document = _document({"type": "object", "properties": properties, "required": NAMES[::2]})
    files = render(document, "names_client", source="names.yaml", source_sha256="0" * 64)
    store.write_tree(tmp_path / "names_client", files)
    program = f"""
from names_client.models import Thing
given = {{name: f"00000000-0000-0000-0000-{{i:012}}" for i, name in enumerate({NAMES!r})}}
assert Thing.from_dict(given).to_dict() == given
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "names_client"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_classes_named_like_what_generated_code_uses_get_other_names(tmp_path: Path) -> None:
    names = "Any Decimal UUID Unset STRING Response Request Client Final Self Literal File Mapping".split()
    fields = {f"a{i}": {"$ref": f"#/components/schemas/{name}"} for i, name in enumerate(names)}
    document = _document({"type": "object", "properties": {**fields, "b": {"type": "string", "format": "decimal"}}})
    document["components"]["schemas"] |= {name: {"type": "object", "properties": fields} for name in names}
    files = render(document, "names_client", source="names.yaml", source_sha256="0" * 64)
    assert len([path for path in files if path.startswith("models/")]) == len(names) + 2
    store.write_tree(tmp_path / "names_client", files)
    check = [sys.executable, "-m", "mypy", "--strict", "names_client"]
    done = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


THING: Final[dict[str, Any]] = {"name": "thing", "in": "path", "required": True, "schema": {"type": "string"}}
HERE: Final = "/paths/~1v1~1things~1{thing}/get"


def _asking(**parameter: Any) -> Callable[[], dict[str, Any]]:
    return lambda: _document(parameters=[THING, {"name": "odd", "in": "query", **parameter}])


def _conflicting() -> dict[str, Any]:
    kinds = [{"type": "object", "properties": {"a": {"type": kind}}} for kind in ("string", "integer")]
    return {"allOf": kinds}


def _with_schemas(**schemas: Any) -> Callable[[], dict[str, Any]]:
    return lambda: {**_document(), "components": {"schemas": {"Thing": {"type": "object"}, **schemas}}}


#: What cannot be rendered, where that is, and a word of what is told.
REFUSED: Final[dict[str, tuple[Callable[[], dict[str, Any]], str, str]]] = {
    "two classes in one module": (
        _with_schemas(AB={"type": "object"}, Ab={"type": "object"}),
        "/components/schemas/Ab",
        "called ab",
    ),
    "two operations in one module": (
        lambda: {
            **_document(),
            "paths": {path: _document()["paths"]["/v1/things/{thing}"] for path in ("/a/{thing}", "/b/{thing}")},
        },
        "/paths/~1b~1{thing}/get",
        "get_thing",
    ),
    "a parameter without a schema": (_asking(), f"{HERE}/parameters/1", "odd"),
    "a parameter in a style that is not written": (
        _asking(style="matrix", schema={"type": "string"}),
        f"{HERE}/parameters/1/style",
        "matrix",
    ),
    "a parameter in a media type that is not written": (
        _asking(content={"image/png": {}}),
        f"{HERE}/parameters/1/content/image~1png",
        "image/png",
    ),
    "a parameter that contradicts itself": (_asking(schema=_conflicting()), f"{HERE}/parameters/1", "merged"),
    "a parameter listed twice": (
        lambda: _document(parameters=[THING, THING]),
        f"{HERE}/parameters/1",
        "twice",
    ),
    "a path without its parameter": (lambda: _document(parameters=[]), HERE, "thing"),
    "a path parameter without its place": (
        lambda: _document(parameters=[THING, {**THING, "name": "lost"}]),
        HERE,
        "lost",
    ),
    "a path that names a parameter twice": (
        lambda: {**_document(), "paths": {"/b/{thing}/c/{thing}": _document()["paths"]["/v1/things/{thing}"]}},
        "/paths/~1b~1{thing}~1c~1{thing}",
        "more than once",
    ),
    "an answer that contradicts itself": (
        lambda: _document(
            responses={"4XX": {"description": "d", "content": {"application/json": {"schema": _conflicting()}}}}
        ),
        f"{HERE}/responses/4XX/content/application~1json",
        "merged",
    ),
    "an answer for no status": (
        lambda: _document(responses={"great": {"description": "d"}}),
        HERE,
        "great",
    ),
    "a body that contradicts itself": (
        lambda: _document(requestBody={"content": {"application/json": {"schema": _conflicting()}}}),
        f"{HERE}/requestBody/content/application~1json",
        "merged",
    ),
    "a form without fields": (
        lambda: _document(requestBody={"content": {"multipart/form-data": {"schema": {"type": "string"}}}}),
        f"{HERE}/requestBody/content/multipart~1form-data/schema",
        "fields",
    ),
    "a class that contradicts itself": (
        lambda: _document(_conflicting()),
        "/components/schemas/Thing",
        "merged",
    ),
    "a schema that is none": (
        lambda: _document({"type": "object", "properties": {"a": {"type": "text"}}}),
        "/components/schemas/Thing/properties/a/type",
        "",
    ),
    "a reference that leads nowhere": (
        lambda: _document({"$ref": "#/components/schemas/Nothing"}),
        "/components/schemas/Thing",
        "leads nowhere",
    ),
    "a reference to another host": (
        lambda: _document({"type": "object", "properties": {"a": {"$ref": "https://evil.test/x.yaml#/A"}}}),
        "/components/schemas/Thing/properties/a",
        "evil.test",
    ),
    "a schema without a name that holds itself": (
        lambda: _document(
            {"properties": {"a": {"type": "array", "items": {"$ref": "#/components/schemas/Thing/properties/a"}}}}
        ),
        "/components/schemas/Thing/properties/a/items",
        "back to itself",
    ),
    "alternatives beside an object": (
        _with_schemas(
            Either={"oneOf": [{"type": "object"}, {"type": "string"}]},
            Both={"allOf": [{"type": "object", "properties": {}}, {"$ref": "#/components/schemas/Either"}]},
        ),
        "/components/schemas/Both",
        "allOf",
    ),
    "a path that climbs": (lambda: _with_path("/v1/../admin"), "/paths/~1v1~1..~1admin", "dots"),
    "no document at all": (lambda: {"swagger": "2.0"}, "", ""),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_would_lose_something_is_refused_in_words(case: str) -> None:
    make, place, told = REFUSED[case]
    with pytest.raises(RenderError) as caught:
        render(make(), "evil_client", source="evil.yaml", source_sha256="0" * 64)
    assert str(caught.value).startswith("evil.yaml: ")
    assert caught.value.pointer == place
    assert told in caught.value.what
    assert caught.value.todo
    assert "Traceback" not in str(caught.value)


@pytest.mark.parametrize("package", ["../evil", "a b", "", "A", "1a", "a;b"])
def test_a_package_is_a_plain_name(package: str) -> None:
    with pytest.raises(RenderError, match="name"):
        render(_document(), package, source="evil.yaml", source_sha256="0" * 64)
