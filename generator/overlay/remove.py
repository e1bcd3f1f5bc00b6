"""``remove``: everything a target matches goes, and nothing else, whatever the order of the matches."""

from collections.abc import Sequence

from jsonpath import JSONPathMatch

from generator.document import get, pointer
from generator.errors import OverlayError
from generator.model import JsonObject
from generator.overlay.reading import Action


def remove(document: JsonObject, matches: Sequence[JSONPathMatch], action: Action) -> None:
    """Take the matched nodes out of ``document``.

    Later entries of an array go before earlier ones, and children before their parents, so that every place still
    stands where the query found it when its turn comes.
    """
    places = {match.parts for match in matches}
    if () in places:
        raise OverlayError(action.file, action.pointer, f"{action.target} is the whole document", "remove a part of it")
    for parts in sorted(places, key=_last_first):
        holder = get(document, pointer(*parts[:-1]))
        del holder[parts[-1]]


def _last_first(parts: tuple[int | str, ...]) -> tuple[tuple[int, int], ...]:
    indices = tuple((-part, 0) if isinstance(part, int) else (0, 0) for part in parts)
    return ((-len(parts), 0), *indices)
