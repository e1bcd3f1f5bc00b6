"""How a body of some media type is read and written: as JSON, as text, as bytes, or as a form."""

from typing import Final, Literal

from generator.model import Json

Family = Literal["json", "text", "bytes", "form", "parts"]
_TEXTS: Final = frozenset(
    "application/" + name
    for name in (
        *("xml", "xml-dtd", "yaml", "x-yaml", "graphql", "sql", "javascript", "ecmascript", "rtf"),
        *("x-ndjson", "ndjson", "jsonl", "x-jsonl", "jsonlines", "x-jsonlines", "json-lines", "json-seq"),
    )
)
_TEXT_SUFFIXES: Final = ("+xml", "+yaml", "+json-seq")
_FORMS: Final[dict[str, Family]] = {"application/x-www-form-urlencoded": "form", "multipart/form-data": "parts"}


def essence(media: str) -> str:
    """The media type without its parameters: ``application/json; charset=utf-8`` is ``application/json``."""
    return media.partition(";")[0].strip().lower()


def is_open(media: str) -> bool:
    """Whether it stands for several media types, such as ``text/*``."""
    return "*" in media


def family(media: str, schema: Json) -> Family:
    """The family of a media type; where that is left open, what its (resolved) schema says decides."""
    name = essence(media)
    if name in _FORMS:
        return _FORMS[name]
    said = schema if isinstance(schema, dict) else {}
    if name in ("*/*", "application/*", "*"):
        return "json" if said and said.get("type") != "string" else _of_string(said) if said else "bytes"
    if name in ("application/json", "text/json") or name.endswith("+json"):
        return "bytes" if said.get("format") == "binary" else "json"  # downloads are often written down like this
    if name.startswith("text/") or name in _TEXTS:
        return "text"
    if name.endswith(_TEXT_SUFFIXES) and not name.startswith("image/"):
        return "text"
    return "bytes"


def _of_string(schema: dict[str, Json]) -> Family:
    return "bytes" if schema.get("format") == "binary" else "text"
