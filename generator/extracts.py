"""A fragment as the committed YAML file under ``openapi/extracted/<provider>/``, and back.

The file is named by kind and operations, so that a page keeps its file when it is scraped again.
"""

import hashlib
import re
from typing import Any, Final

from generator.document import operations
from generator.errors import PageError
from generator.model import PRECEDENCE, Finding, Fragment, Json, JsonObject, Repair

_HEADER: Final = "Facts of one scraped page; written by `make specs PAGES=<folder>`.  No sentence of the page is kept."
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST: Final = 80


def name_of(fragment: Fragment) -> str:
    """``<kind>.<operations>``: operation ids where the page has them, else method and resource."""
    names = [_operation(path, method, o) for path, method, o in operations(fragment.document)]
    names += [str(m.get("method", "")) for m in fragment.document.get("x-sdk-methods", ())]
    names += [] if names else sorted(fragment.document.get("components", {}).get("schemas", {}))
    parts = [_UNSAFE.sub("-", name).strip("-") or "unnamed" for name in names] or ["nothing"]
    whole = "+".join(parts)
    if len(whole) > _LONGEST:
        digest = hashlib.sha256(whole.encode()).hexdigest()[:8]
        more = f"+{len(parts) - 1}-more" if len(parts) > 1 else ""
        whole = f"{parts[0][:_LONGEST]}{more}-{digest}"
    return f"{fragment.kind}.{whole}"


def _operation(path: str, method: str, operation: JsonObject) -> str:
    if isinstance(operation.get("operationId"), str):
        return str(operation["operationId"])
    fixed = [segment for segment in path.split("/") if segment and not segment.startswith("{")]
    return f"{method}-{fixed[-1] if fixed else 'root'}" + ("-one" if path.endswith("}") else "")


def to_plain(fragment: Fragment) -> JsonObject:
    """The fragment as plain JSON, ready to be written."""
    plain: JsonObject = {
        "page": {
            "kind": fragment.kind,
            "sha256": fragment.sha256,
            "url": fragment.url,
            "scraped_at": fragment.scraped_at,
        },
        "lines": dict(sorted(fragment.lines.items(), key=lambda item: (item[1], item[0]))),
        "document": fragment.document,
    }
    if fragment.findings:
        plain["findings"] = [
            _without_label(f.code, f.where, f.what, fragment.label) | {"todo": f.todo} for f in fragment.findings
        ]
    if fragment.repairs:
        plain["repairs"] = [_without_label(r.code, r.where, r.what, fragment.label) for r in fragment.repairs]
    return plain


def _without_label(code: str, where: str, what: str, label: str) -> JsonObject:
    """The place within the page: the page's own file name is not a fact worth keeping."""
    return {"code": code, "where": where.removeprefix(label).lstrip(": "), "what": what}


def header() -> str:
    return _HEADER


def from_plain(plain: Json, label: str) -> Fragment:
    """The fragment an extract holds; ``PageError`` if the file is not one."""
    try:
        page: dict[str, Any] = plain["page"]
        if page["kind"] not in PRECEDENCE:
            raise PageError(label, "/page/kind", f"{page['kind']!r} is no kind of page", "extract the page again")
        return Fragment(
            kind=page["kind"],
            label=label,
            sha256=page["sha256"],
            document=plain["document"],
            lines=plain["lines"],
            url=page["url"],
            scraped_at=page["scraped_at"],
            findings=tuple(
                Finding(f["code"], _place(label, f["where"]), f["what"], f["todo"]) for f in plain.get("findings", ())
            ),
            repairs=tuple(Repair(r["code"], _place(label, r["where"]), r["what"]) for r in plain.get("repairs", ())),
        )
    except (KeyError, TypeError) as error:
        raise PageError(label, "", f"not an extract ({error!r})", "extract the page again") from None


def _place(label: str, where: str) -> str:
    return f"{label}: {where}" if where else label
