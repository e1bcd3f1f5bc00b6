"""Keywords of a schema whose value is not of the kind JSON Schema gives it.

What can be read one way only is read so; a bound or format that cannot be one is kept under ``x-``.
"""

from typing import Final

from generator.model import Json, JsonObject

Told = list[tuple[str, str]]
#: Keywords that say nothing when null (``default``, ``const`` and samples may be null).
_NEVER_NULL: Final = frozenset(
    "type format enum pattern required minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength"
    " minItems maxItems uniqueItems minProperties maxProperties deprecated readOnly writeOnly examples".split()
)
_COUNTS: Final = frozenset("minLength maxLength minItems maxItems minProperties maxProperties".split())
_NUMBERS: Final = frozenset("minimum maximum exclusiveMinimum exclusiveMaximum multipleOf".split())
_FLAGS: Final = frozenset("deprecated readOnly writeOnly uniqueItems".split())
_TEXTS: Final = frozenset({"format", "pattern", "contentEncoding", "contentMediaType"})


def mend_keywords(schema: JsonObject, told: Told) -> JsonObject:
    """Keywords that say nothing, numbers and flags written as text, one value where a list of it belongs."""
    for key in [key for key in schema if key in _NEVER_NULL and schema[key] is None]:
        told.append(("null-keyword", f"{key}: null states nothing: left out"))
        schema = {k: v for k, v in schema.items() if k != key}
    for key, value in list(schema.items()):
        read = _read(key, value)
        if read != value or type(read) is not type(value):
            told.append(("keyword-type", f"{key}: {value!r} is read as {read!r}"))
            schema = {**schema, key: read}
    for key, value in list(schema.items()):
        if _says_nothing(key, value):
            told.append(("empty-keyword", f"{key}: an empty list states nothing: left out"))
            schema = {k: v for k, v in schema.items() if k != key}
        elif not _possible(key, value):
            told.append(("keyword-impossible", f"{key}: {value!r} cannot be one: kept as x-{key}"))
            schema = {f"x-{k}" if k == key else k: v for k, v in schema.items()}
    return schema


def _read(key: str, value: Json) -> Json:
    if isinstance(value, str) and key in _COUNTS | _NUMBERS:
        return _number(value, whole=key in _COUNTS)
    if isinstance(value, str) and key in _FLAGS:
        return {"true": True, "false": False}.get(value.lower(), value)
    if isinstance(value, str) and key in ("required", "enum", "examples"):
        return [value]
    if key == "required" and isinstance(value, list):
        return list(dict.fromkeys(name for name in value if isinstance(name, str)))
    if key == "examples" and isinstance(value, dict):
        return list(value.values())
    return value


def _number(text: str, *, whole: bool) -> Json:
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return text if whole else float(text)
    except ValueError:
        return text


def _says_nothing(key: str, value: Json) -> bool:
    return key in ("required", "allOf", "oneOf", "anyOf", "prefixItems") and value == [] and isinstance(value, list)


def _possible(key: str, value: Json) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if key in _COUNTS:
        return number and value >= 0 and value == int(value)
    if key in _NUMBERS:
        return number and (key != "multipleOf" or value > 0)
    if key in _FLAGS:
        return isinstance(value, bool)
    if key in _TEXTS:
        return isinstance(value, str)
    if key == "discriminator":
        return (
            isinstance(value, dict) and isinstance(value.get("propertyName"), str) and _maps(value.get("mapping", {}))
        )
    if key in ("enum", "required", "examples"):
        return isinstance(value, list)
    return True


def _maps(mapping: Json) -> bool:
    return isinstance(mapping, dict) and all(isinstance(target, str) for target in mapping.values())
