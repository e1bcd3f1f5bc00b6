"""``python -m tests.proof``: every operation is called once, and its documented example comes back.

The packages run whole, over an in-process transport that answers with the example the document gives; what was sent is
held against the document, what was decoded is written back and held against the example.
"""

import importlib
import inspect
import json
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any, Final
from uuid import UUID

import httpx

from generator import store
from generator.document import operations, resolve
from generator.model import Json, JsonObject
from generator.sources import providers

ROOT: Final = Path(__file__).resolve().parent.parent
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:")
_SHOWN: Final = ("symbol", "side", "qty", "quantity", "order_type", "type", "status", "market_value")


def main() -> int:
    """Print the table; 1 if any operation did not bring its example back."""
    rows = [row for package, document in _packages() for row in _prove(package, document)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    print("\nevery operation called once, with the documented example as the answer")
    for row in rows:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    wrong = sum(row[0] != "ok" for row in rows)
    print(f"{len(rows) - wrong} of {len(rows)} operations work" + (f"; {wrong} do NOT" if wrong else ""))
    return 1 if wrong else 0


def _packages() -> Iterator[tuple[str, JsonObject]]:
    for provider in providers(store.read_toml(ROOT / "openapi" / "sources.toml")):
        yield provider.package, store.read_yaml(ROOT / "openapi" / provider.document)


def _prove(package: str, document: JsonObject) -> Iterator[tuple[str, str, str, str, str]]:
    modules = {module.__name__.rpartition(".")[2]: module for module in _operation_modules(package)}
    for path, method, operation in operations(document):
        module = modules[_snake(operation["operationId"])]
        status, response = next((s, r) for s, r in operation["responses"].items() if s.startswith("2"))
        example = _example(document, resolve(document, response))
        try:
            answer, sent = _call(package, module.sync_detailed, document, path, method, (int(status), example))
            verdict = _judge(answer, sent, (int(status), example), method)
            shown = _shown(answer.parsed)
        except Exception as error:
            verdict, shown = f"{type(error).__name__}: {error}", ""
        yield verdict, package, method.upper(), module.__name__.rpartition(".")[2], f"{status} {shown}"


def _operation_modules(package: str) -> Iterator[ModuleType]:
    root = importlib.import_module(f"{package}.api")
    for info in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
        if not info.ispkg:
            yield importlib.import_module(info.name)


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def _example(document: JsonObject, response: JsonObject) -> Json:
    media = response["content"]["application/json"]
    if "example" in media:
        return media["example"]
    return resolve(document, next(iter(media["examples"].values())))["value"]


def _call(
    package: str,
    operation: Callable[..., Any],
    document: JsonObject,
    path: str,
    method: str,
    answer: tuple[int, Json],
) -> tuple[Any, list[httpx.Request]]:
    sent: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(answer[0], json=answer[1])

    settings = {"httpx_args": {"transport": httpx.MockTransport(handle)}}
    client = importlib.import_module(package).AuthenticatedClient("https://proof.test", "no secret", **settings)
    arguments = dict(_arguments(operation, document, path, method))
    with client:
        return operation(**arguments, client=client), sent


def _arguments(
    operation: Callable[..., Any], document: JsonObject, path: str, method: str
) -> Iterator[tuple[str, object]]:
    item = document["paths"][path]
    listed = [resolve(document, p) for p in (*item.get("parameters", ()), *item[method].get("parameters", ()))]
    samples = {p["name"]: p.get("example", p["schema"].get("example")) for p in listed}
    for name, parameter in inspect.signature(operation).parameters.items():
        if parameter.default is parameter.empty and name != "client":
            sample = samples[name]
            yield name, UUID(sample) if "UUID" in str(parameter.annotation) else sample


def _judge(answer: Any, sent: list[httpx.Request], expected: tuple[int, Json], method: str) -> str:
    if len(sent) != 1:
        return f"{len(sent)} requests were sent"
    if sent[0].method != method.upper():
        return f"{sent[0].method} was sent"
    if answer.status_code != expected[0] or json.loads(answer.content) != expected[1]:
        return "the response is not the one that was sent"
    written = _plain(answer.parsed)
    return "ok" if _timed(written) == _timed(expected[1]) else "the decoded value does not write back the example"


def _plain(value: Any) -> Json:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.to_dict() if hasattr(value, "to_dict") else value


def _timed(value: Json) -> Json:
    """The same with moments as such: there are many ways to write one, and more digits than a microsecond has."""
    if isinstance(value, dict):
        return {name: _timed(child) for name, child in value.items()}
    if isinstance(value, list):
        return [_timed(child) for child in value]
    if isinstance(value, str) and _MOMENT.match(value):
        return datetime.fromisoformat(value)
    return value


def _shown(value: Any) -> str:
    """The first few telling values of a decoded answer, as Python has them."""
    items = value if isinstance(value, list) else getattr(value, "data", value)
    first, count = (items[0], len(items)) if isinstance(items, list) and items else (items, None)
    first = getattr(first, "body", None) or first
    known = {name: getattr(first, name) for name in _SHOWN if hasattr(first, name)}
    parts = [f"{name}={v!r}" if isinstance(v, Decimal) else f"{name}={v}" for name, v in known.items() if v]
    return f"{type(first).__name__}({', '.join(parts[:4])})" + (f" and {count - 1} more" if count and count > 1 else "")


if __name__ == "__main__":
    sys.exit(main())
