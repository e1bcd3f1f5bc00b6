"""Which request meets which fault."""

import random
import re

from attrs import define, field, frozen

from .faults import NO_FAULT, Fault
from .messages import Request


@frozen
class Rule:
    """``fault`` for every request that fits: method, a pattern found in the raw path, and then the chances.

    ``nth`` counts the requests that fit, from 1; ``times`` is how often the rule strikes at most; ``probability`` is
    drawn from a generator of the rule's own, so that the same seed and the same requests give the same faults;
    ``burst`` is how many requests that fit are struck in a row once the rule strikes.
    """

    fault: Fault
    method: str | None = None
    path: str | None = None
    nth: frozenset[int] | None = None
    times: int | None = None
    probability: float = 1.0
    burst: int = 1

    def __attrs_post_init__(self) -> None:
        if self.fault.reads == "nothing" and (self.method or self.path):
            raise ValueError(f"{self.fault.name}: nothing is read, so no method or path can be looked for")
        if not 0 <= self.probability <= 1:
            raise ValueError(f"a probability is 0 to 1: {self.probability}")

    def fits(self, request: Request | None) -> bool:
        """Whether the rule is about this request, or (``None``) about connections that are not read."""
        if request is None or self.fault.reads == "nothing":
            return request is None and self.fault.reads == "nothing"
        right_method = self.method is None or request.method == self.method
        return right_method and (self.path is None or re.search(self.path, request.path) is not None)


@define
class Tally:
    """How often a rule fitted and struck."""

    rule: Rule
    chance: random.Random
    fitted: int = 0
    struck: int = 0
    rest_of_burst: int = 0

    def strikes(self) -> bool:
        self.fitted += 1
        if self.rule.times is not None and self.struck >= self.rule.times:
            return False
        if self.rest_of_burst:
            self.rest_of_burst -= 1
            self.struck += 1
            return True
        if self.rule.nth is not None and self.fitted not in self.rule.nth:
            return False
        if self.chance.random() >= self.rule.probability:
            return False
        self.struck += 1
        self.rest_of_burst = self.rule.burst - 1
        return True


@define
class Plan:
    """Rules in the order in which they were added: of those that strike, the first decides."""

    seed: int = 0
    _tallies: list[Tally] = field(factory=list[Tally])

    def add(self, rule: Rule) -> None:
        # A list replaced as a whole: the server may be walking the old one.
        chance = random.Random(f"{self.seed} {len(self._tallies)}")
        self._tallies = [*self._tallies, Tally(rule, chance)]

    def clear(self) -> None:
        self._tallies = []

    def tallies(self) -> tuple[Tally, ...]:
        return tuple(self._tallies)

    def fault_for(self, request: Request | None) -> Fault:
        struck = [tally.rule.fault for tally in self._tallies if tally.rule.fits(request) and tally.strikes()]
        return struck[0] if struck else NO_FAULT
