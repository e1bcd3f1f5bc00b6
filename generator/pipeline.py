"""The order of the stages, and nothing else."""

from collections.abc import Iterable, Sequence

from attrs import evolve

from generator.document import canonical
from generator.errors import BrokenPages, DocumentError, PageError
from generator.extract import extract
from generator.merge import merge
from generator.model import Finding, Fragment, JsonObject, Page, Spec
from generator.normalize import normalize
from generator.overlay import apply
from generator.repair import repair
from generator.validate import check_document, check_samples, on_its_page

Overlays = Sequence[tuple[str, JsonObject]]


def read(pages: Iterable[Page | PageError]) -> tuple[list[Fragment], list[Finding]]:
    """The facts of every page that has some, and why the others have none; broken pages are raised together."""
    fragments: list[Fragment] = []
    findings: list[Finding] = []
    broken: list[PageError] = []
    seen: dict[str, str] = {}
    for page in pages:
        if isinstance(page, PageError):
            broken.append(page)
        elif page.sha256 in seen:
            findings.append(Finding("page-repeats", page.name, f"the same bytes as {seen[page.sha256]}", "remove one"))
        else:
            seen[page.sha256] = page.name
            try:
                result = extract(page)
            except PageError as error:
                broken.append(error)
                continue
            if isinstance(result, Fragment):
                fragments.append(result)
            else:
                findings.append(result)
    if broken:
        raise broken[0] if len(broken) == 1 else BrokenPages(broken)
    return fragments, findings


def build(fragments: Sequence[Fragment], name: str, overlays: Overlays = (), title: str | None = None) -> Spec:
    """One document: normalise, merge, overlay, repair, put in order, validate."""
    normal = [normalize(fragment) for fragment in fragments]
    spec = merge(normal, title)
    document, told, _ = apply(spec.document, overlays, name)
    spec = repair(evolve(spec, document=document, findings=(*spec.findings, *told)))
    spec = evolve(spec, document=canonical(spec.document))
    try:
        check_document(spec.document, name)
    except DocumentError as error:
        raise on_its_page(error, normal) from None
    return evolve(spec, findings=(*spec.findings, *check_samples(spec.document, name)))
