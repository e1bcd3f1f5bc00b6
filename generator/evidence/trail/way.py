"""One document's way, as far as it can be told without asking for a place."""

from collections.abc import Sequence

from generator.evidence.trail.align import align
from generator.evidence.trail.code import Code
from generator.evidence.trail.difference import difference
from generator.evidence.trail.keyed import keyed
from generator.evidence.trail.values import Act, Source, Trail
from generator.model import Fragment, JsonObject, Spec


def trail(
    pages: Sequence[tuple[Fragment, Fragment]],
    merged: JsonObject,
    acts: Sequence[Act],
    overlaid: JsonObject,
    spec: Spec,
    code: Code,
) -> Trail:
    """``pages`` pairs each page as read with itself normalised; ``overlaid`` is the merged document after all ``acts``,
    ``spec`` what was built in the end."""
    final = keyed(spec.document)
    sources = []
    for page, normalised in pages:
        raw, normal = keyed(page.document), keyed(normalised.document).document
        aligned = align(final.document, raw.document)
        sources.append(Source(page, raw, normal, aligned, align(raw.document, normal)))
    repaired = tuple(difference(keyed(overlaid).document, final.document))
    return Trail(final, spec, keyed(merged).document, tuple(sources), tuple(acts), repaired, code)
