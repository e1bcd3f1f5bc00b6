"""Servers and security: where a request goes, and what lets it in."""

from collections.abc import Iterator, Mapping

from generator.diff.finders.presence import both
from generator.diff.matching import matched
from generator.diff.values import Detail, Pair
from generator.model import JsonObject


def _servers(pair: Pair) -> tuple[dict[str, JsonObject], dict[str, JsonObject], list[tuple[str | None, str | None]]]:
    sides = both(pair)
    assert sides is not None, "servers are laid side by side, as empty lists where there are none"
    old, new = ({str(server.get("url")): server for server in side.node} for side in sides)
    return old, new, matched(old, new, _same_server)


def _same_server(_old: str, base: JsonObject, _new: str, revision: JsonObject) -> float:
    words = base.get("description")
    return 1.0 if words is not None and words == revision.get("description") else 0.0


def server_added(pair: Pair) -> Iterator[Detail]:
    yield from (Detail(None, new) for old, new in _servers(pair)[2] if old is None)


def server_removed(pair: Pair) -> Iterator[Detail]:
    yield from (Detail(old, None) for old, new in _servers(pair)[2] if new is None)


def server_moved(pair: Pair) -> Iterator[Detail]:
    yield from (Detail(old, new) for old, new in _servers(pair)[2] if None not in (old, new) and old != new)


def server_described(pair: Pair) -> Iterator[Detail]:
    base, revision, pairs = _servers(pair)
    for old, new in pairs:
        if old is not None and new is not None:
            before, after = ({k: v for k, v in s.items() if k != "url"} for s in (base[old], revision[new]))
            if before != after:
                yield Detail(before, after)


def first_server_changed(pair: Pair) -> Iterator[Detail]:
    """Both documents know both servers, and another one comes first."""
    base, revision, _ = _servers(pair)
    before, after = next(iter(base), None), next(iter(revision), None)
    if before != after and before in revision and after in base:
        yield Detail(before, after)


def _is_open(requirements: list[JsonObject]) -> bool:
    return not requirements or {} in requirements


def _openness(pair: Pair) -> tuple[bool, bool]:
    sides = both(pair)
    return (False, False) if sides is None else (_is_open(sides[0].node), _is_open(sides[1].node))


def security_required(pair: Pair) -> Iterator[Detail]:
    if _openness(pair) == (True, False):
        yield Detail("no credentials", _ways_in(pair)[1])


def security_dropped(pair: Pair) -> Iterator[Detail]:
    if _openness(pair) == (False, True):
        yield Detail(_ways_in(pair)[0], "no credentials")


def _ways_in(pair: Pair) -> tuple[list[str], list[str]]:
    sides = both(pair)
    old, new = ({_schemes(one) for one in side.node if one} for side in sides) if sides else (set(), set())
    return sorted(old), sorted(new)


def _schemes(requirement: Mapping[str, object]) -> str:
    return " and ".join(sorted(requirement))


def alternative_added(pair: Pair) -> Iterator[Detail]:
    before, after = _ways_in(pair)
    if len(set(_openness(pair))) == 1:
        yield from (Detail(None, one) for one in after if one not in before)


def alternative_removed(pair: Pair) -> Iterator[Detail]:
    before, after = _ways_in(pair)
    if len(set(_openness(pair))) == 1:
        yield from (Detail(one, None) for one in before if one not in after)


def _scopes(pair: Pair) -> tuple[set[str], set[str]]:
    """Scopes of the alternatives that both documents have, each as ``scheme: scope``."""
    if (sides := both(pair)) is None:
        return set(), set()
    known = set.intersection(*(set(ways) for ways in _ways_in(pair)))
    old, new = (
        {
            f"{name}: {scope}"
            for one in side.node
            if _schemes(one) in known
            for name, scopes in one.items()
            for scope in scopes
        }
        for side in sides
    )
    return old, new


def scope_added(pair: Pair) -> Iterator[Detail]:
    before, after = _scopes(pair)
    yield from (Detail(None, scope) for scope in sorted(after - before))


def scope_removed(pair: Pair) -> Iterator[Detail]:
    before, after = _scopes(pair)
    yield from (Detail(scope, None) for scope in sorted(before - after))
