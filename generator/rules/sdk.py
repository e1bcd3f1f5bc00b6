"""Which operation an SDK method stands for, told by what both say they do.

A method fits an operation if its verb is one for the HTTP method, every word of its name occurs in the operation's path
or id, the resource of the path occurs in its name, and the identifiers it asks for are those in the path's braces.
Of several that fit, only one that fits strictly best is taken: what is ambiguous stays unmatched.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from generator.model import JsonObject
from generator.rules.names import template_parameters

_VERBS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("get", "list", "find", "search", "fetch", "retrieve", "download", "read", "stream"), ("get",)),
    **dict.fromkeys(("create", "submit", "add", "upload", "post", "request", "place", "exercise"), ("post",)),
    **dict.fromkeys(("close", "cancel", "delete", "remove", "liquidate"), ("delete",)),
    **dict.fromkeys(("update", "replace", "patch", "set", "change", "modify"), ("patch", "put")),
}
#: Words that say how much or which way, not what.
_SMALL: Final = frozenset("a all an and at by for from id ids in new of on one open or single the to v with".split())
_SAME: Final[Mapping[str, str]] = {"trading": "trade", "data": "datum"}
_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_IDENTIFIER: Final = re.compile(r"(?:.*_)?(?:id|symbol|symbol_or_\w+|name|number)")

Operation = tuple[str, str, JsonObject]


def attach(
    methods: Sequence[JsonObject], operations: Sequence[Operation]
) -> tuple[dict[tuple[str, str], JsonObject], list[JsonObject]]:
    """The method of each ``(path, HTTP method)`` that has one, and the methods that stand for no operation."""
    distinct = [method for index, method in enumerate(methods) if method not in methods[:index]]
    fits: dict[tuple[int, int], float] = {}
    for m, method in enumerate(distinct):
        for o, operation in enumerate(operations):
            if (score := _fit(method, operation)) > 0:
                fits[m, o] = score
    by_method = _strict_best(fits, 0)
    by_operation = _strict_best(fits, 1)
    matched = {
        operations[o][:2]: distinct[m] for m, o in fits if by_method.get(m) == (m, o) and by_operation.get(o) == (m, o)
    }
    return matched, [method for method in distinct if method not in matched.values()]


def _strict_best(fits: Mapping[tuple[int, int], float], side: int) -> dict[int, tuple[int, int]]:
    """For each method (side 0) or operation (side 1), the pair that fits better than every other."""
    pairs: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in fits:
        pairs[pair[side]].append(pair)
    best: dict[int, tuple[int, int]] = {}
    for key, candidates in pairs.items():
        candidates.sort(key=lambda pair: -fits[pair])
        if len(candidates) == 1 or fits[candidates[0]] > fits[candidates[1]]:
            best[key] = candidates[0]
    return best


def _fit(method: JsonObject, operation: Operation) -> float:
    """How well they fit, from 0 (not) to 1 (the same words)."""
    path, http_method, stated = operation
    verb, *rest = str(method["method"]).lower().split("_")
    if http_method not in _VERBS.get(verb, ()):
        return 0
    wanted = _words("_".join(rest))
    fixed = [segment for segment in path.split("/") if segment and "{" not in segment]
    if not wanted or not fixed:
        return 0
    inside = template_parameters(path)
    path_words = frozenset[str]().union(*map(_words, fixed))
    known = path_words.union(*map(_words, inside), _words(str(stated.get("operationId", ""))))
    if not wanted <= known or not _words(fixed[-1]) <= wanted or not _identified(method, inside):
        return 0
    if "all" in rest and path.endswith("}"):
        return 0
    return len(wanted & path_words) / len(wanted | path_words)


def _identified(method: JsonObject, inside: Sequence[str]) -> bool:
    """Whether the identifiers the method requires are the path's, by name or, one at most, by kind."""
    required = [p["name"] for p in method.get("parameters", ()) if p.get("required")]
    left = [name for name in inside if name not in required]
    extra = [name for name in required if name not in inside and _IDENTIFIER.fullmatch(name)]
    return len(left) == len(extra) <= 1


def _words(text: str) -> frozenset[str]:
    """The words of a name that say what it is about, in the singular."""
    return frozenset(_singular(word.lower()) for word in _WORD.findall(text)) - _SMALL - _VERBS.keys()


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return _SAME.get(word, word)
