"""How tables spell types, and what each spelling means."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.hugo.types import Missing, read

STRING = {"type": "string"}
INTEGER = {"type": "integer"}
NUMBER = {"type": "number"}
BOOLEAN = {"type": "boolean"}
OBJECT = {"type": "object"}
UUID = {"type": "string", "format": "uuid"}
MOMENT = {"type": "string", "format": "date-time"}
DATE = {"type": "string", "format": "date"}
DECIMAL = {"type": "string", "format": "decimal"}


def array(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


#: A kind, and its spellings separated by ``;``.
PLAIN: list[tuple[dict[str, Any], str]] = [
    (STRING, "string; String; STRING; str; text; char; varchar; `string`; *string*; string.; ticker; symbol"),
    (INTEGER, "integer; int; Int; Integer; long; bigint; `int`; whole number"),
    ({"type": "integer", "format": "int64"}, "int64; uint64"),
    ({"type": "integer", "format": "int32"}, "int32"),
    (NUMBER, "number; Number; numeric; num; int/number"),
    ({"type": "number", "format": "float"}, "float; Float; float32; number/float"),
    ({"type": "number", "format": "double"}, "double; float64; number(double)"),
    (BOOLEAN, "boolean; bool; Boolean; BOOL; true/false"),
    (OBJECT, "object; Object; json; dict; map; hash; JSON object"),
    ({"type": "array"}, "array; list; Array; List"),
    (UUID, "uuid; UUID; string/UUID; string/uuid; string (UUID); string(uuid); UUID string; string - uuid"),
    (UUID, "string<uuid>; String/Uuid; string, uuid; `string/UUID`; uuid/string; guid; string [uuid]"),
    (MOMENT, "timestamp; string/timestamp; string/date-time; ISO-8601; string (ISO-8601); RFC3339; date-time"),
    (MOMENT, "datetime; string(date-time); string/ISO8601; timestamp (RFC3339); string/RFC-3339; ISO 8601; time.Time"),
    (DATE, "date; string/date; string(date); string (date); YYYY-MM-DD; string (YYYY-MM-DD); date string"),
    (array(STRING), "array of strings; array of string; list<string>; string[]; [string]; array<string>; []string"),
    (array(STRING), "list of strings; array[string]; array(string); List[String]; array/string; array of `string`"),
    (array(UUID), "array of UUIDs; uuid[]; array of string/UUID; list<UUID>"),
    (array(OBJECT), "array of objects; object[]; array<object>; list of objects; an array of objects; array of object"),
    (array(INTEGER), "array of integers; int[]; list<int>; []int"),
    (array(array(NUMBER)), "array of array of numbers; number[][]; list<list<number>>"),
    ({"type": "object", "additionalProperties": STRING}, "map<string, string>; map[string]string; dict[str, str]"),
    ({"type": "string", "maxLength": 40}, "string(40); string (max 40 characters); varchar(40); string <= 40"),
]
SPELLINGS = [(spelled.strip(), schema) for schema, line in PLAIN for spelled in line.split(";")]


def test_there_are_over_a_hundred() -> None:
    assert len(SPELLINGS) > 100


@pytest.mark.parametrize(("spelled", "schema"), SPELLINGS)
def test_plain_spellings(spelled: str, schema: Any) -> None:
    typed = read(spelled)
    assert typed.known
    assert typed.schema == schema
    assert not typed.nullable
    assert typed.required is None


@pytest.mark.parametrize(
    ("spelled", "sample", "schema"),
    [
        ("string/number", Missing, STRING),
        ("string/number", "100.0", STRING),
        ("string/number", 100.5, NUMBER),
        ("string/number", 100, NUMBER),
        ("string/number", None, STRING),
        ("string/int", Missing, STRING),
        ("string/int", "5", STRING),
        ("string/int", 5, INTEGER),
        ("number/string", "5", STRING),
        ("int or string", 5, INTEGER),
        ("string | number", "5", STRING),
        ("string/decimal", "5", DECIMAL),
        ("decimal", Missing, DECIMAL),
        ("decimal", 1.5, NUMBER),
        ("timestamp", 1589479200, INTEGER),
        ("ENUM.Status", Missing, STRING),
        ("enum", "a", STRING),
        ("string/enum", "a", STRING),
        ("array of enum", ["a"], array(STRING)),
        ("object/array", [], {"type": "array"}),
    ],
)
def test_a_sample_settles_doubts_and_the_spelling_is_kept(spelled: str, sample: Any, schema: Any) -> None:
    typed = read(spelled, sample)
    assert typed.known
    assert {key: value for key, value in typed.schema.items() if key != "x-type-text"} == schema
    assert typed.schema["x-type-text"] == spelled


@pytest.mark.parametrize(
    ("spelled", "schema", "nullable", "required"),
    [
        ("nullable string", STRING, True, None),
        ("string (nullable)", STRING, True, None),
        ("string/null", STRING, True, None),
        ("boolean/null", BOOLEAN, True, None),
        ("string or null", STRING, True, None),
        ("null | string", STRING, True, None),
        ("string, nullable", STRING, True, None),
        ("string (optional)", STRING, False, False),
        ("optional string", STRING, False, False),
        ("string?", STRING, False, False),
        ("string (required)", STRING, False, True),
        ("required, string/UUID", UUID, False, True),
        ("nullable array of strings", array(STRING), True, None),
    ],
)
def test_what_surrounds_a_type(spelled: str, schema: Any, nullable: bool, required: bool | None) -> None:
    typed = read(spelled)
    assert (typed.schema, typed.nullable, typed.required) == (schema, nullable, required)


@pytest.mark.parametrize(
    ("spelled", "ref"),
    [
        ("[Account](#the-account-object)", "Account"),
        ("Account", "Account"),
        ("Account object", "Account"),
        ("object/Account", "Account"),
        ("[Watch List](/docs/watchlists/)", "WatchList"),
    ],
)
def test_classes(spelled: str, ref: str) -> None:
    def named(name: str) -> Any:
        return {"$ref": "#/components/schemas/Account"} if name == "Account" else None

    assert read(spelled, named=named).schema == {"$ref": f"#/components/schemas/{ref}"}


@pytest.mark.parametrize(
    "spelled", ["Account[]", "array of Account objects", "list<Account>", "array of [Account](#a)"]
)
def test_lists_of_classes(spelled: str) -> None:
    def named(name: str) -> Any:
        return {"$ref": "#/components/schemas/Account"} if name.startswith("Account") else None

    assert read(spelled, named=named).schema == array({"$ref": "#/components/schemas/Account"})


@pytest.mark.parametrize("spelled", ["gibberish", "a few words about it", "§", ""])
def test_an_unknown_spelling_leaves_the_type_open(spelled: str) -> None:
    typed = read(spelled)
    assert not typed.known
    assert typed.schema == {"x-type-text": spelled}
    assert read(spelled, 5).schema == {"type": "integer", "x-type-text": spelled}


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from("string int / array of [] <> ( ) , null ENUM. ? [x](#y)".split())).map("".join)
)
def test_any_spelling_has_an_answer(spelled: str) -> None:
    typed = read(spelled)
    assert typed.known or typed.schema.get("x-type-text") is not None
