"""What an audit looks at."""

from attrs import field, frozen

from generator.evidence.trail.values import Account, Trail


@frozen
class Subject:
    """One document with its trail and the account of each of its places.

    ``extracts`` names every extract of the repository: evidence may be another broker's page.
    """

    name: str
    way: Trail = field(repr=False)
    accounts: tuple[Account, ...] = field(repr=False)
    extracts: frozenset[str] = field(repr=False)
