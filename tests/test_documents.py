"""The two documents as a reader in any language finds them: complete, valid, and safe to build upon."""

import re
from collections.abc import Iterator
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator
from ruamel.yaml import YAML

from generator import store
from generator.document import objects, operations, resolve
from generator.model import Json, JsonObject
from generator.pipeline import build, read
from generator.rules.money import names_money
from generator.validate import check_samples
from generator.workspace import overlays_for

ROOT: Final = Path(__file__).resolve().parent.parent
SEEDS: Final = ROOT.parent / "shared" / "seeds"
DOCUMENTS: Final = ("alpaca-broker.yaml", "clear-street.yaml")

_ALPACA: Final = "/v1/trading/accounts/{account_id}/positions"
_CLEAR_STREET: Final = "/v1/accounts/{account_id}/positions"
_ALPACA_ERRORS: Final = "400 401 403 404 422 429 500 default"
_CLEAR_STREET_ERRORS: Final = "400 403 500 default"
#: Document, method, path -> operationId, its success, its errors.
OPERATIONS: Final = {
    ("alpaca-broker.yaml", "get", _ALPACA): ("get_all_positions_for_account", "200", _ALPACA_ERRORS),
    ("alpaca-broker.yaml", "delete", _ALPACA): ("close_all_positions_for_account", "207", _ALPACA_ERRORS),
    ("alpaca-broker.yaml", "get", f"{_ALPACA}/{{symbol_or_asset_id}}"): (
        *("getPositionsForAccountBySymbol", "200", _ALPACA_ERRORS),
    ),
    ("alpaca-broker.yaml", "delete", f"{_ALPACA}/{{symbol_or_asset_id}}"): (
        *("close_position_for_account", "200", _ALPACA_ERRORS),
    ),
    ("clear-street.yaml", "get", _CLEAR_STREET): ("get_positions", "200", _CLEAR_STREET_ERRORS),
    ("clear-street.yaml", "delete", _CLEAR_STREET): ("close_positions", "200", _CLEAR_STREET_ERRORS),
    ("clear-street.yaml", "delete", f"{_CLEAR_STREET}/{{instrument_id}}"): (
        *("close_position", "200", _CLEAR_STREET_ERRORS),
    ),
}


def text_of(name: str) -> str:
    return (ROOT / "openapi" / name).read_text("utf-8")


@cache
def document(name: str) -> JsonObject:
    parsed: JsonObject = store.parse_yaml(text_of(name), name)
    return parsed


every_document = pytest.mark.parametrize("name", DOCUMENTS)


@every_document
def test_it_is_valid_openapi(name: str) -> None:
    assert document(name)["openapi"].startswith("3.1.")
    assert not list(OpenAPIV31SpecValidator(document(name)).iter_errors())


@every_document
def test_every_example_fits_its_schema(name: str) -> None:
    assert not check_samples(document(name), name)


@every_document
def test_it_stands_alone(name: str) -> None:
    for where, ref in strings(document(name), "$ref"):
        assert ref.startswith("#/"), f"{where} leads out of the document"
        assert resolve(document(name), {"$ref": ref}) is not None


@every_document
def test_it_says_where_the_api_is_and_how_to_be_let_in(name: str) -> None:
    stated = document(name)
    assert [server["url"].split(":")[0] for server in stated["servers"]] == ["https", "https"]
    (scheme,) = stated["security"][0]
    assert stated["components"]["securitySchemes"][scheme]["type"] == "http"


@every_document
def test_yaml_1_1_and_1_2_readers_read_it_alike(name: str) -> None:
    older = yaml.load(text_of(name), yaml.SafeLoader)
    newer = YAML(typ="safe", pure=True)
    assert older == newer.load(StringIO(text_of(name))) == document(name)


def test_the_operations_are_these_and_no_others() -> None:
    found = {
        (name, method, path): operation["operationId"]
        for name in DOCUMENTS
        for path, method, operation in operations(document(name))
    }
    assert found == {where: operation_id for where, (operation_id, _, _) in OPERATIONS.items()}


@pytest.mark.parametrize(("where", "expected"), OPERATIONS.items(), ids=lambda value: " ".join(value[:2]))
def test_every_answer_is_stated_with_an_example(where: tuple[str, str, str], expected: tuple[str, str, str]) -> None:
    name, method, path = where
    _, success, errors = expected
    responses = document(name)["paths"][path][method]["responses"]
    assert list(responses) == [success, *errors.split()]
    for status, response in responses.items():
        media = resolve(document(name), response)["content"]["application/json"]
        assert "example" in media or media["examples"], f"{status} has no example"


@every_document
def test_everything_is_described_in_ascii(name: str) -> None:
    stated = document(name)
    bare = [where for where, node in to_be_described(stated) if not described(stated, node)]
    assert not bare, "no description: " + ", ".join(bare)
    assert not [where for where, text in strings(stated, "description", "summary") if not text.isascii()]
    assert not [where for _, _, operation in operations(stated) for where in ("summary",) if where not in operation]


@every_document
def test_no_description_is_a_sentence_of_a_page(name: str) -> None:
    if not SEEDS.is_dir():
        pytest.skip("the raw pages are not here (../shared/seeds): their wording cannot be compared")
    pages = {run for page in SEEDS.glob("*.txt") for run in runs(page.read_text("utf-8"))}
    assert pages
    copied = [w for w, text in strings(document(name), "description", "summary") if pages & set(runs(text))]
    assert not copied


@every_document
def test_money_is_decimal_text(name: str) -> None:
    """Numbers among the samples are what a name of money is told apart by; here every such field is known."""
    named = [(where, node) for where, node, field in objects(document(name), "schema") if names_money(field)]
    texts = [(where, node) for where, node in named if "string" in kinds(node) and "enum" not in node]
    assert len(texts) > 20
    assert not [where for where, node in texts if node.get("format") != "decimal"]


@every_document
def test_units_of_relative_values_are_stated(name: str) -> None:
    """Alpaca's are ratios of 1 but for percentages that say so; Clear Street's are percent."""
    for where, node, field in objects(document(name), "schema"):
        if re.search(r"plpc$|_pct$|^change_today$|^percentage$|_percent$|_bps$", field) and "string" in kinds(node):
            expected = "ratio" if re.search(r"plpc$|^change_today$", field) else "percent"
            assert node.get("x-unit") == ("basis-points" if field.endswith("_bps") else expected), where


@every_document
def test_objects_and_unions_are_components_and_nothing_has_a_title(name: str) -> None:
    """What generators name after a title, or after the place it stands at, changes its name when a page does."""
    for where, node, _ in objects(document(name), "schema"):
        assert "title" not in node, where
        inline = where.count("/") > 3 and "/allOf/" not in where
        assert not (inline and "properties" in node), f"{where} is an object without a name"


def test_alpacas_close_all_can_be_read_entry_by_entry() -> None:
    stated = document("alpaca-broker.yaml")
    media = stated["paths"][_ALPACA]["delete"]["responses"]["207"]["content"]["application/json"]
    entry = resolve(stated, media["schema"]["items"])
    assert entry["required"] == ["symbol", "status"]
    assert entry["properties"]["body"]["oneOf"] == [
        {"$ref": "#/components/schemas/Order"},
        {"$ref": "#/components/schemas/Error"},
        {"type": "null"},
    ]


def test_alpacas_partial_close_takes_nine_decimal_places() -> None:
    listed = document("alpaca-broker.yaml")["paths"][f"{_ALPACA}/{{symbol_or_asset_id}}"]["delete"]["parameters"]
    stated = {parameter["name"]: parameter for parameter in listed}
    for one, other in (("qty", "percentage"), ("percentage", "qty")):
        assert stated[one]["schema"]["x-decimal-places"] == 9
        assert stated[one]["schema"]["x-excludes"] == other
        assert not stated[one].get("required")


def test_clear_streets_closes_take_an_optional_body() -> None:
    stated = document("clear-street.yaml")
    for path, method, operation in operations(stated):
        if method == "delete":
            body = resolve(stated, operation["requestBody"])
            assert not body.get("required"), path
            schema = resolve(stated, body["content"]["application/json"]["schema"])
            assert list(schema["properties"]) == ["cancel_orders"]


def test_clear_streets_instrument_ids_are_one_value() -> None:
    listed = document("clear-street.yaml")["paths"][_CLEAR_STREET]["get"]["parameters"]
    ids = next(parameter for parameter in listed if parameter["name"] == "instrument_ids")
    assert ids["explode"] is False


@every_document
def test_every_overlay_still_says_something_new(name: str) -> None:
    """From the raw pages, where they are: no overlay repeats a page, and no sample contradicts its schema."""
    if not SEEDS.is_dir():
        pytest.skip("the raw pages are not here (../shared/seeds): the documents cannot be built from them")
    fragments, findings = read(store.read_pages(SEEDS))
    assert not findings
    mine = [f for f in fragments if (f.kind == "stainless") == (name == "clear-street.yaml")]
    spec = build(mine, name, overlays_for(ROOT, name))
    assert not [str(finding) for finding in spec.findings]
    assert store.parse_yaml(store.to_yaml(spec.document).decode(), name) == document(name)


@every_document
def test_every_overlay_cites_a_page_there_is_or_the_wire(name: str) -> None:
    provider = name.removesuffix(".yaml")
    overlays = overlays_for(ROOT, name)
    assert len(overlays) == len(list((ROOT / "overrides" / "overlays" / provider).glob("*.yaml")))
    for file, overlay in overlays:
        for cited in overlay["info"]["x-evidence"]:
            source = cited.partition(": ")[0]
            page = (ROOT / "openapi" / "extracted" / f"{source.partition(', line')[0]}.yaml").is_file()
            assert page or source in ("wire facts, August 2026", "broker definition, August 2026"), f"{file}: {cited}"


def strings(node: Json, *keys: str, path: str = "") -> Iterator[tuple[str, str]]:
    """``(pointer, text)`` of every text under one of these keys, samples left out."""
    if isinstance(node, list):
        for i, child in enumerate(node):
            yield from strings(child, *keys, path=f"{path}/{i}")
    if isinstance(node, dict):
        for key, child in node.items():
            if key in keys and isinstance(child, str):
                yield f"{path}/{key}", child
            elif key not in ("example", "value"):
                yield from strings(child, *keys, path=f"{path}/{key}")


def to_be_described(stated: JsonObject) -> Iterator[tuple[str, JsonObject]]:
    for shape in ("operation", "parameter", "response", "header", "body"):
        for where, node, _ in objects(stated, shape):
            yield where, node
    for where, node, _ in objects(stated, "schema"):
        if re.search(r"/schemas/[^/]+$|/properties/[^/]+$", where):
            yield where, node
    yield "/info", stated["info"]
    for key in ("servers", "tags"):
        for i, node in enumerate(stated[key]):
            yield f"/{key}/{i}", node


def described(stated: JsonObject, node: Any) -> bool:
    """In its own words, or in those of the one class that it is."""
    node = resolve(stated, node)
    return bool(node.get("description", "").strip())


def runs(text: str, length: int = 9) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return zip(*(words[i:] for i in range(length)), strict=False)


def kinds(schema: JsonObject) -> list[Json]:
    kind = schema.get("type", [])
    return kind if isinstance(kind, list) else [kind]
