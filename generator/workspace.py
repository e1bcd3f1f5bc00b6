"""This repository's own files: what the extracts, sources and overlays under a root say, and what they build."""

from collections.abc import Mapping
from pathlib import Path

from attrs import evolve, frozen

from generator import explain, extracts, store
from generator.document import operations
from generator.errors import GeneratorError, PageError
from generator.model import Finding, Fragment, JsonObject, Spec
from generator.pipeline import build, read
from generator.render import provenance, render
from generator.rules.names import normal_path
from generator.sources import Provider, providers

_DOCUMENT_HEADER = (
    "{name}: built from openapi/extracted/ and overrides/overlays/ by `make specs`.\n"
    "Do not edit: change a page's extract by extracting the page again, or add an overlay."
)


@frozen
class Built:
    """One broker's document with what went into it, ready to be written."""

    provider: Provider
    fragments: tuple[Fragment, ...]
    overlays: tuple[str, ...]
    spec: Spec
    content: bytes


def sources(root: Path) -> list[Provider]:
    return providers(store.read_toml(root / "openapi" / "sources.toml"))


def extract_pages(root: Path, folder: Path) -> tuple[dict[str, bytes], list[Finding]]:
    """Every raw page of a folder as extract files (path below the root -> content)."""
    fragments, findings = read(store.read_pages(folder))
    known = sources(root)
    files: dict[str, bytes] = {}
    for fragment in sorted(fragments, key=lambda f: f.sha256):
        owners = [provider for provider in known if provider.publishes(fragment)]
        if len(owners) != 1:
            what = "no broker" if not owners else "several brokers"
            todo = "add its paths or classes to openapi/sources.toml"
            findings.append(
                Finding("page-without-broker", fragment.label, f"{what} of sources.toml publishes it", todo)
            )
            continue
        name = extracts.name_of(fragment)
        fragment = evolve(fragment, url=fragment.url or owners[0].urls.get(name))
        path = f"openapi/extracted/{owners[0].name}/{name}.yaml"
        if path in files:
            path = f"openapi/extracted/{owners[0].name}/{name}-{fragment.sha256[:8]}.yaml"
        files[path] = store.to_yaml(extracts.to_plain(fragment), extracts.header())
    return files, findings


def documents(root: Path, fresh: Mapping[str, bytes] = {}) -> list[Built]:
    """Every broker's document, from the committed extracts with ``fresh`` ones in their place."""
    return [_document(root, provider, fresh) for provider in sources(root)]


def _document(root: Path, provider: Provider, fresh: Mapping[str, bytes]) -> Built:
    folder = root / "openapi" / "extracted" / provider.name
    files = {f"openapi/extracted/{provider.name}/{name}": raw for name, raw in store.read_tree(folder).items()}
    files = {path: raw for path, raw in files.items() if path not in superseded(root, fresh)}
    files.update({path: raw for path, raw in fresh.items() if path.startswith(f"openapi/extracted/{provider.name}/")})
    fragments = tuple(_fragment(path, raw) for path, raw in sorted(files.items()))
    if not fragments:
        raise PageError(f"openapi/extracted/{provider.name}", "", "no extract", "run `make specs PAGES=<folder>`")
    overlays = overlays_for(root, provider.document)
    spec = build(fragments, provider.document, overlays)
    content = store.to_yaml(spec.document, _DOCUMENT_HEADER.format(name=provider.document))
    return Built(provider, fragments, tuple(name.removesuffix(".yaml") for name, _ in overlays), spec, content)


def superseded(root: Path, fresh: Mapping[str, bytes]) -> list[str]:
    """Committed extracts of pages that were extracted afresh under another name: what they do has changed."""
    found: list[str] = []
    for provider in sources(root) if fresh else ():
        here = f"openapi/extracted/{provider.name}/"
        new = [_fragment(path, raw) for path, raw in fresh.items() if path.startswith(here)]
        for name, raw in store.read_tree(root / here).items():
            old = _fragment(here + name, raw)
            if here + name not in fresh and any(_same_page(old, one) for one in new):
                found.append(here + name)
    return found


def _same_page(old: Fragment, new: Fragment) -> bool:
    if old.kind != new.kind or old.sha256 == new.sha256:
        return old.kind == new.kind
    if old.url and new.url:
        return old.url == new.url
    before, now = _does(old), _does(new)
    return bool(before and now) and (before <= now or now <= before)


def _does(fragment: Fragment) -> set[tuple[str, str]]:
    methods = fragment.document.get("x-sdk-methods", ())
    called = {(str(m.get("class")), str(m.get("method"))) for m in methods if isinstance(m, dict)}
    return {(normal_path(path), method) for path, method, _ in operations(fragment.document)} | called


def overlays_for(root: Path, document: str) -> list[tuple[str, JsonObject]]:
    """The overlays that name this document, in the order of their names."""
    files = store.read_tree(root / "overrides" / "overlays")
    parsed = [(name, _yaml(raw, name)) for name, raw in sorted(files.items()) if name.endswith(".yaml")]
    return [(name, overlay) for name, overlay in parsed if overlay.get("extends") == document]


def _fragment(path: str, raw: bytes) -> Fragment:
    label = path.removeprefix("openapi/extracted/").removesuffix(".yaml")
    return extracts.from_plain(_yaml(raw, path), label)


def _yaml(raw: bytes, name: str) -> JsonObject:
    try:
        parsed = store.parse_yaml(raw.decode("utf-8"), name)
    except UnicodeDecodeError:
        raise PageError(name, "", "not UTF-8", "save it as UTF-8") from None
    if not isinstance(parsed, dict):
        raise PageError(name, "", "not a mapping", "see the other files beside it")
    return parsed


def document_files(built: list[Built]) -> dict[str, bytes]:
    """The documents and ``CONFLICTS.md`` by their path below the root."""
    page = explain.conflicts_page([(b.provider.document, b.spec) for b in built])
    files = {f"openapi/{b.provider.document}": b.content for b in built}
    return {**files, "openapi/CONFLICTS.md": page.encode("utf-8")}


def client_files(built: list[Built]) -> dict[str, bytes]:
    """Everything under ``generated_client/`` by its path below that folder."""
    files: dict[str, bytes] = {}
    origins = []
    for b in built:
        source = f"openapi/{b.provider.document}"
        digest = store.sha256(b.content)
        package = render(b.spec.document, b.provider.package, source=source, source_sha256=digest)
        files.update({f"{b.provider.package}/{name}": content for name, content in package.items()})
        origins.append((b.provider.package, source, digest))
    files["PROVENANCE.toml"] = provenance(origins).encode("utf-8")
    return files


def differences(root: Path, built: list[Built]) -> list[str]:
    """Committed files that are not, byte for byte, what the extracts and overlays build."""
    expected = document_files(built)
    expected.update({f"generated_client/{name}": content for name, content in client_files(built).items()})
    committed = {path: (root / path).read_bytes() if (root / path).is_file() else None for path in expected}
    extra = {f"generated_client/{name}" for name in store.read_tree(root / "generated_client")} - expected.keys()
    return sorted({path for path, content in expected.items() if committed[path] != content} | extra)


def stop_on(findings: list[Finding]) -> None:
    """``--strict``: the first finding is an error."""
    if findings:
        first = findings[0]
        raise GeneratorError(first.where, "", first.what, first.todo)
