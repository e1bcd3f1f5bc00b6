"""The values of the journal: what was intended, and what became of it.  All frozen, all plain."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, Literal, TypeAlias, get_args
from uuid import uuid4

from attrs import Attribute, field, frozen
from attrs.validators import in_

from ..symbols import Asset, strict_uuid

Json: TypeAlias = Any
Broker: TypeAlias = Literal["alpaca", "clear_street"]
What: TypeAlias = Literal["close", "close_all"]
State: TypeAlias = Literal["open", "accepted", "refused", "not_sent", "unknown", "placed", "not_placed", "overridden"]

STATES: Final[tuple[State, ...]] = get_args(State)

#: Only these may be journaled of a request: its headers carry the credentials.
_OF_A_REQUEST: Final = frozenset({"method", "target", "body"})
_DECIMAL: Final = re.compile("[0-9]{1,19}")


def now() -> datetime:
    """The wall clock, in UTC: for people and for other processes; nothing is measured with it."""
    return datetime.now(UTC)


def plain(value: Json) -> Json:
    """A deep copy of plain JSON; TypeError or ValueError for what JSON cannot say (Decimal, NaN, bytes)."""
    return json.loads(json.dumps(value, allow_nan=False))


def utc(moment: datetime) -> datetime:
    """The moment in UTC; ValueError without a time zone."""
    if moment.utcoffset() is None:
        raise ValueError("a time without a zone may be off by hours: give an aware datetime")
    return moment.astimezone(UTC)


def account_key(account: str) -> str:
    """One spelling for one account: UUID text in lower case, or a decimal integer; ValueError for anything else."""
    if _DECIMAL.fullmatch(account):
        return str(int(account))
    try:
        return str(strict_uuid(account))
    except ValueError:
        raise ValueError(f"an account is a UUID or a decimal integer, not {account!r}") from None


def _of_a_request(request: Mapping[str, Json]) -> Json:
    if not _OF_A_REQUEST.issuperset(request):
        raise ValueError("of a request the journal keeps method, target and body, nothing that may be secret")
    return plain(dict(request))


def _asset_of_a_close(intent: "Intent", attribute: "Attribute[Asset | None]", value: Asset | None) -> None:
    if (value is None) != (intent.what == "close_all"):
        raise ValueError("a close has an asset (an unknown one is asset()); a close of all positions has none")


@frozen(kw_only=True)
class Intent:
    """A close that is about to be sent.

    ``account`` is a UUID or a decimal integer; ``asset`` is None for a close of all positions, and only then.
    ``request`` is what goes on the wire (``method``, ``target``, ``body``), ``asked`` what the caller gave (amounts as
    text), ``before`` what was read of the account beforehand, None if nothing was.  These are plain JSON, copied.
    """

    broker: Broker = field(validator=in_(get_args(Broker)))
    account: str = field(converter=account_key)
    what: What = field(validator=in_(get_args(What)))
    asset: Asset | None = field(validator=_asset_of_a_close)
    request: dict[str, Json] = field(converter=_of_a_request, hash=False)
    asked: dict[str, Json] = field(converter=plain, hash=False)
    before: dict[str, Json] | None = field(default=None, converter=plain, hash=False)
    plan_id: str | None = None
    id: str = field(factory=lambda: uuid4().hex)
    created_at: datetime = field(factory=now, converter=utc)


@frozen(kw_only=True)
class Record:
    """An intent and what became of it.

    ``detail`` is plain JSON: what is known of the present ``state``.  ``given_up_at`` is when the outcome became
    unknown: None if it never was, or if the process died before it could say so.  ``owner_alive`` says whether the
    process (the open journal) that began the close still lives.  Times are wall clock, UTC.
    """

    intent: Intent
    state: State
    detail: Json = field(hash=False)
    owner_alive: bool
    updated_at: datetime
    given_up_at: datetime | None

    @property
    def id(self) -> str:
        """The id of the intent."""
        return self.intent.id

    @property
    def in_flight(self) -> bool:
        """The outcome is still awaited by a living process."""
        return self.state == "open" and self.owner_alive

    @property
    def unresolved(self) -> bool:
        """Nobody knows the outcome, and nobody awaits it: it must be resolved, or overridden."""
        return self.state == "unknown" or (self.state == "open" and not self.owner_alive)
