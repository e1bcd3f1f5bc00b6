"""The words tables use for types.  Pure data: a new spelling is a new word here."""

from collections.abc import Mapping
from typing import Final

from generator.model import JsonObject

STRING: Final[JsonObject] = {"type": "string"}
#: What each spelling means, in lower case.  ``x-type-text`` marks one that leaves a doubt about the JSON type.
SPELLINGS: Final[Mapping[str, JsonObject]] = {
    spelling: schema
    for schema, spellings in (
        (
            STRING,
            "string, strings, str, text, char, character, varchar, symbol, ticker, url, path, base64 string, token",
        ),
        ({"type": "string", "format": "uuid"}, "uuid, guid, uuid4, uuid v4, uuidv4, id, string uuid, uuid string"),
        (
            {"type": "string", "format": "date-time"},
            "timestamp, date-time, datetime, date time, date/time, rfc3339, rfc-3339, rfc 3339, iso8601, iso-8601,"
            " iso 8601, iso timestamp, utc timestamp, rfc3339 timestamp, rfc-3339 timestamp, string timestamp,"
            " time.time, timestamptz, iso8601 timestamp, iso-8601 timestamp, datetime string, timestamp string",
        ),
        ({"type": "string", "format": "date"}, "date, string date, date string, yyyy-mm-dd, full-date, localdate"),
        ({"type": "string", "format": "time"}, "time, hh:mm"),
        ({"type": "string", "format": "decimal"}, "decimal, money, price, bigdecimal, decimal string, numeric string"),
        ({"type": "string", "format": "email"}, "email, e-mail"),
        ({"type": "string", "format": "uri"}, "uri"),
        ({"type": "string", "format": "byte"}, "base64, base64-encoded string, base64 encoded string"),
        ({"type": "string", "format": "binary"}, "binary, file, bytes"),
        ({"type": "string", "format": "ulid"}, "ulid"),
        ({"type": "string", "x-type-text": "enum"}, "enum, enumeration, enums"),
        ({"type": "integer"}, "integer, int, integers, ints, long, short, whole number, bigint, uint, unsigned int"),
        ({"type": "integer", "format": "int32"}, "int32, uint32"),
        ({"type": "integer", "format": "int64"}, "int64, uint64, unix timestamp, epoch"),
        ({"type": "number"}, "number, numbers, numeric, num, real"),
        ({"type": "number", "format": "float"}, "float, floats, float32"),
        ({"type": "number", "format": "double"}, "double, float64, doubles"),
        ({"type": "boolean"}, "boolean, bool, booleans, bools, true/false, flag"),
        (
            {"type": "object"},
            "object, objects, json, json object, dict, dictionary, map, hash, struct, model, jsonobject",
        ),
        ({"type": "array"}, "array, arrays, list, lists, json array, slice, collection"),
        ({"nullable": True}, "null, none, nil"),
        ({}, "any, mixed, variant, interface{}"),
    )
    for spelling in (word.strip() for word in spellings.split(","))
}
