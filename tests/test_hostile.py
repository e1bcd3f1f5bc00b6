"""Pages are untrusted: each of these ends in an error that names page and place, or in code that is safe to import.

Whatever happens, nothing outside the output changes, and no code in a page runs.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import store
from generator.__main__ import main
from generator.errors import GeneratorError
from generator.render import render
from tests.generator import pages

Capture = pytest.CaptureFixture[str]
#: Would leave a file beside whatever runs it.
CODE = "__import__('pathlib').Path('canary').touch()"


def _definition(**changes: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": {"qty": {"type": "string"}}}
    answer = {"200": {"description": "d", "content": {"application/json": {"schema": schema}}}}
    return {
        "openapi": "3.0.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/v1/things": {"get": {"operationId": "getThings", "responses": answer}}},
        **changes,
    }


def _page(**changes: Any) -> str:
    return pages.embedded(json.dumps(_definition(**changes), indent=2))


def _operation(**changes: Any) -> str:
    definition = _definition()
    definition["paths"]["/v1/things"]["get"].update(changes)
    return pages.embedded(json.dumps(definition, indent=2))


def _path(path: str) -> str:
    return _page(paths={path: _definition()["paths"]["/v1/things"]})


def _answer(schema: Any) -> str:
    return _operation(responses={"200": {"description": "d", "content": {"application/json": {"schema": schema}}}})


def _nested(depth: int) -> str:
    return '{"type": "array", "items": ' * depth + "{}" + "}" * depth


def _raw(schema: str) -> str:
    return _answer("SCHEMA").replace('"SCHEMA"', schema)


def _parameter(name: str) -> str:
    return _operation(parameters=[{"name": name, "in": "query", "schema": {"type": "string"}}])


STAINLESS = (
    "## Get Things `v1.things.get_things(intaccount_id) -> ThingGetThingsResponse` **get** "
    "`/v1/accounts/{account_id}/things` ### Parameters - `account_id: int` ### Returns "
    "- `class ThingGetThingsResponse: ...` - `data: ThingList` - `id: str` #### Response "
    '```json {"data": [{"id": "a"}], "error": null, "metadata": {"request_id": "b"} ```'
)

#: What is wrong -> (the page, what the error says).
REFUSED: dict[str, tuple[str, str]] = {
    "the same key twice": (pages.embedded('{"openapi": "3.0.0",\n "info": {},\n "info": {}}'), "info"),
    "the same key twice, deep down": (_raw('{"type": "object",\n"type": "array"}'), "type"),
    "NaN": (_raw('{"type": "number", "default": NaN}'), "NaN"),
    "infinity": (_raw('{"type": "number", "default": -Infinity}'), "Infinity"),
    "a page cut in half": (_page()[: len(_page()) * 2 // 3], ""),
    "a page cut inside a string": (_page()[: _page().index("getThings") + 3], ""),
    "a reference to another host": (_answer({"$ref": "https://evil.test/x.json#/a"}), "$ref"),
    "a reference to a file": (_answer({"$ref": "file:///etc/passwd"}), "$ref"),
    "a reference out of the folder": (_answer({"$ref": "../../../etc/passwd"}), "$ref"),
    "a schema 10,000 deep": (_raw(_nested(10_000)), ""),
    "a schema 300 deep": (_raw(_nested(300)), ""),
    "brackets 1,000,000 deep": (pages.embedded('{"openapi": ' + "[" * 1_000_000), ""),
    "a number of 10,000 digits": (_raw('{"type": "integer", "default": ' + "9" * 10_000 + "}"), ""),
    "a path with a line break": (_path("/v1/things\nimport os"), "name"),
    "a path with a quote": (_path(f'/v1/"+{CODE}+"'), "name"),
    "a path that climbs": (_path("/v1/../../../etc"), "name"),
    "an operation named by code": (_operation(operationId=f'x"; {CODE} #'), "name"),
    "an operation named by a path": (_operation(operationId="../../../tmp/evil"), "name"),
    "an operation named by line breaks": (_operation(operationId=f"x\n{CODE}\n"), "name"),
    "a parameter named by code": (_parameter(f"a'; {CODE}; '"), "name"),
    "a parameter with a line break": (_parameter("a\r\nX-Injected: 1"), "name"),
    "a class that leaves the folder": (_answer({"type": "object", "x-readme-ref-name": "../../evil"}), "name"),
    "a class named by code": (_answer({"type": "object", "x-readme-ref-name": f"A(): {CODE} '"}), "name"),
    "a property with a control character": (_answer({"type": "object", "properties": {"a\u0000b": {}}}), "name"),
    "half a character": (_raw('{"type": "string", "enum": ["\\ud800"]}'), ""),
    "Swagger 2.0": (pages.embedded('{"swagger": "2.0", "info": {"title": "t", "version": "1"}, "paths": {}}'), "2.0"),
    "a table page with a cut sample": (pages.HUGO.replace('"qty": "5"}', '"qty": "5"'), ""),
    "a table page with a repeated key": (pages.HUGO.replace('"qty"', '"id"', 1), "id"),
    "a table page with a path that climbs": (pages.HUGO.replace("/v1/things/", "/v1/../../"), "name"),
    "an SDK page with a cut sample": (STAINLESS, ""),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "beside.txt").write_text("must stay")
    return tmp_path / "pages"


@pytest.mark.parametrize("case", REFUSED)
def test_a_page_that_could_do_harm_is_refused_by_name_and_place(
    case: str, folder: Path, tmp_path: Path, capsys: Capture
) -> None:
    page, what = REFUSED[case]
    (folder / "evil.md").write_text(page, "utf-8")
    before = store.read_tree(tmp_path)
    assert main(["build", "--pages", str(folder), "--into", str(tmp_path / "out.yaml")]) == 2
    told = capsys.readouterr().err
    assert told.startswith("error: evil.md")
    assert what in told
    assert len(told) < 1000
    assert "Traceback" not in told
    assert store.read_tree(tmp_path) == before


def _too_big(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)


@pytest.mark.parametrize(
    "make",
    [_too_big, lambda path: path.symlink_to("/etc/passwd"), lambda path: path.write_bytes(b"# A\n\n\xc3\x28")],
    ids=["200 MB", "a link out of the folder", "not UTF-8"],
)
def test_a_file_that_is_no_page_is_refused_by_name(
    make: Callable[[Path], None], folder: Path, tmp_path: Path, capsys: Capture
) -> None:
    make(folder / "evil.md")
    assert main(["build", "--pages", str(folder), "--into", str(tmp_path / "out.yaml")]) == 2
    assert "error: evil.md" in capsys.readouterr().err
    assert not (tmp_path / "out.yaml").exists()


def test_a_circle_of_references_is_refused(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    schemas = {"A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"}}
    (folder / "evil.md").write_text(_page(components={"schemas": schemas}))
    assert main(["build", "--pages", str(folder), "--into", str(tmp_path / "out.yaml")]) == 2
    assert "back to itself" in capsys.readouterr().err


DOCSTRING = f'"""\n{CODE}\nx = """'
#: What a page may carry as data, and must never carry into code.
CARRIED: dict[str, str] = {
    "code in the title": _page(info={"title": DOCSTRING, "version": "1"}),
    "code in the version": _page(info={"title": "t", "version": DOCSTRING}),
    "code in a description": _operation(description=DOCSTRING, summary=DOCSTRING),
    "code in a schema's title": _answer(
        {"type": "object", "title": DOCSTRING, "properties": {"a": {"type": "string"}}}
    ),
    "code in an enumeration": _answer({"type": "string", "enum": ["a", f'"; {CODE} #', f"'''\n{CODE}\n'''", "\\"]}),
    "code in a default": _answer(
        {"type": "object", "properties": {"a": {"type": "string", "default": f'"+{CODE}+"'}, "b": {"type": "string"}}}
    ),
    "a template in a default": _answer(
        {"type": "object", "properties": {"a": {"type": "string", "default": "{{ 7 * 7 }}{% raw %}"}}}
    ),
    "code in a constant": _answer({"type": "string", "const": f'"+{CODE}+"'}),
    "code in a pattern": _answer({"type": "string", "pattern": f'"+{CODE}+"'}),
    "code in a sample": _answer({"type": "string", "example": DOCSTRING}),
    "code in a tag": _operation(tags=[f"../../evil {CODE}", "Other"]),
    "code in a server": _page(servers=[{"url": f'https://a.test/"+{CODE}+"'}]),
    "code in a response header": _operation(
        responses={"200": {"description": "d", "headers": {"X-A": {"schema": {"type": "string", "default": CODE}}}}}
    ),
    "code in a media type": _operation(
        responses={"200": {"description": "d", "content": {f'x/"+{CODE}+"': {"schema": {"type": "string"}}}}}
    ),
    "names that are Python's": _answer(
        {
            "type": "object",
            "properties": {n: {"type": "string"} for n in ("class", "self", "from_dict", "None", "import")},
        }
    ),
    "names that become one": _answer(
        {"type": "object", "properties": {n: {"type": "string"} for n in ("a_b", "aB", "a-b", "a.b", "A B", "_a_b")}}
    ),
    "a class that calls itself": _page(
        components={
            "schemas": {"Node": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}}}}
        }
    ),
    "an operation named like a dunder": _operation(operationId="__init__"),
    "an operation named like a keyword": _operation(operationId="import"),
}


@pytest.mark.parametrize("case", CARRIED)
def test_code_in_a_page_never_runs_and_the_package_imports(
    case: str, folder: Path, tmp_path: Path, capsys: Capture
) -> None:
    (folder / "evil.md").write_text(CARRIED[case], "utf-8")
    into = tmp_path / "out.yaml"
    code = main(["build", "--pages", str(folder), "--into", str(into)])
    if code == 2:
        assert capsys.readouterr().err.startswith("error: evil.md")
        return
    if files := _rendered(into):
        store.write_tree(tmp_path / "evil_client", files)
        program = (
            "import importlib, pkgutil, evil_client\n"
            "for m in pkgutil.walk_packages(evil_client.__path__, 'evil_client.'): importlib.import_module(m.name)\n"
            "import evil_client.models as models\n"
            "for name in models.__all__: getattr(models, name)\n"
        )
        done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
    assert not list(tmp_path.rglob("canary"))
    assert not Path("canary").exists()
    assert {path.name for path in tmp_path.iterdir()} <= {"pages", "beside.txt", "out.yaml", "evil_client"}


def _rendered(document: Path) -> dict[str, bytes]:
    """The package, or nothing where a document is refused in words."""
    try:
        return render(store.read_yaml(document), "evil_client", source="out.yaml", source_sha256="0" * 64)
    except GeneratorError as error:
        if not {"out.yaml", "evil_client"} & set(str(error).replace(":", " ").split()):
            raise
        return {}
