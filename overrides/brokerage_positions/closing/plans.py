"""A plan: what will be closed, on paper, before anything is sent."""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final, get_args
from uuid import uuid4

from attrs import Attribute, asdict, evolve, field, frozen
from attrs.validators import deep_iterable, in_, instance_of, optional

from brokerage_positions.amounts import ClosePositionRequest, wire
from brokerage_positions.closing import plain
from brokerage_positions.closing.limits import Limits as Limits
from brokerage_positions.journal import Broker

#: Two clocks may differ by so much before a plan counts as dated in the future.
_SKEW: Final = timedelta(seconds=5)
_FORMAT: Final = 1


def _aware(_: object, attribute: "Attribute[datetime]", value: datetime) -> None:
    if value.utcoffset() is None:
        raise ValueError(f"{attribute.name} has no time zone")


def _finite(_: object, attribute: "Attribute[Decimal]", value: Decimal) -> None:
    if not value.is_finite():
        raise ValueError(f"{attribute.name} is not a finite number")


@frozen
class PlanLine:
    """One position of a plan.  ``quantity`` is signed, ``notional`` unsigned, None where the broker names no value."""

    symbol: str = field(validator=instance_of(str))
    names: frozenset[str] = field(validator=deep_iterable(instance_of(str)))
    quantity: Decimal = field(validator=_finite)
    notional: Decimal | None = field(validator=optional(_finite))
    amount: ClosePositionRequest | None
    method: str
    target: str
    body: str | None = None

    @property
    def side(self) -> str:
        """``long`` or ``short``."""
        return "short" if self.quantity < 0 else "long"


@frozen(kw_only=True)
class Plan:
    """Which positions of an account are to be closed, and the requests that will be sent for it.

    Made by ``plan_close_all`` and ``plan_close`` of a client, read by people, kept as text (``to_json``), executed
    once.
    """

    broker: Broker = field(validator=in_(get_args(Broker)))
    account: str
    lines: tuple[PlanLine, ...]
    limits: Limits
    created_at: datetime = field(validator=_aware)
    use_close_all: bool = field(default=False, validator=instance_of(bool))
    cancel_orders: bool | None = field(default=None, validator=optional(instance_of(bool)))
    id: str = field(factory=lambda: uuid4().hex)
    _execute: Callable[["Plan"], Any] | None = field(default=None, alias="execute_with", eq=False, repr=False)

    def execute(self) -> Any:
        """A ``CloseReport``; awaitable if the plan was made by an async client.

        ``PlanRefused`` before anything is sent if positions moved beyond the tolerance, a limit is crossed, the plan is
        old, dated in the future, or was executed before, in any process that shares the journal.
        """
        if self._execute is None:
            raise RuntimeError("this plan was read from text: give it to execute() of a client")
        return self._execute(self)

    @property
    def notional(self) -> Decimal | None:
        """The sum of all lines; None if the value of one is not known."""
        values = [line.notional for line in self.lines]
        return sum((value for value in values if value is not None), Decimal(0)) if None not in values else None

    @property
    def digest(self) -> str:
        """A hash of everything the plan says: what a person approved is what is executed."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    def is_old(self, now: datetime) -> bool:
        """Whether more than ``limits.max_age`` seconds have passed since it was made."""
        return now - self.created_at > timedelta(seconds=self.limits.max_age)

    def is_from_the_future(self, now: datetime) -> bool:
        """Whether it was made after ``now``, by more than two clocks may differ."""
        return self.created_at - now > _SKEW

    def to_json(self) -> str:
        """The plan as text; amounts are text in it, and no credential."""
        said = {
            "format": _FORMAT,
            "id": self.id,
            "broker": self.broker,
            "account": self.account,
            "created_at": self.created_at.isoformat(),
            "use_close_all": self.use_close_all,
            "cancel_orders": self.cancel_orders,
            "limits": {key: str(v) if isinstance(v, Decimal) else v for key, v in asdict(self.limits).items()},
            "lines": [_line(line) for line in self.lines],
        }
        return json.dumps(said, indent=2, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Plan":
        """A plan as it was written; ``ValueError`` for anything else."""
        try:
            said = json.loads(text)
            if said["format"] != _FORMAT:
                raise ValueError(f"format {said['format']!r} is not {_FORMAT}")
            return cls(
                id=str(said["id"]),
                broker=said["broker"],
                account=str(said["account"]),
                created_at=datetime.fromisoformat(said["created_at"]),
                use_close_all=said["use_close_all"],
                cancel_orders=said["cancel_orders"],
                limits=Limits(**said["limits"]),
                lines=tuple(_to_line(line) for line in said["lines"]),
            )
        except (LookupError, TypeError, AttributeError, ArithmeticError, ValueError, RecursionError) as error:
            raise ValueError(f"not a plan: {type(error).__name__}: {error}") from None

    def bound(self, execute: Callable[["Plan"], Any]) -> "Plan":
        """The same plan, executed by the client that made it."""
        return evolve(self, execute_with=execute)

    def __str__(self) -> str:
        how = "one request that closes ALL positions" if self.use_close_all else f"{len(self.lines)} requests"
        head = f"plan {self.id}: {self.broker}, account {self.account}, {how}"
        width = max((len(line.symbol) for line in self.lines), default=0)
        rows = [
            f"  {line.symbol:<{width}}  {line.side:<5}  {wire(line.quantity):>16}  {_share(line):>10}"
            f"  {'?' if line.notional is None else f'{line.notional:,}':>16}"
            for line in self.lines
        ]
        total = "?" if self.notional is None else f"{self.notional:,}"
        return "\n".join([head, *rows, f"  notional {total}, made {self.created_at:%Y-%m-%d %H:%M:%S} UTC"])


def _share(line: PlanLine) -> str:
    if line.amount is None:
        return "whole"
    if line.amount.qty is not None:
        return wire(line.amount.qty)
    return f"{wire(line.amount.percentage)} %" if line.amount.percentage is not None else "whole"


def _line(line: PlanLine) -> dict[str, Any]:
    return {
        "symbol": line.symbol,
        "names": sorted(line.names),
        "quantity": wire(line.quantity),
        "notional": None if line.notional is None else str(line.notional),
        "asked": plain.of_asked(line.amount, None),
        "request": {"method": line.method, "target": line.target, "body": line.body},
    }


def _to_line(said: dict[str, Any]) -> PlanLine:
    return PlanLine(
        said["symbol"],
        frozenset(said["names"]),
        _number(said["quantity"]),
        None if said["notional"] is None else _number(said["notional"]),
        plain.to_amount(said["asked"]),
        said["request"]["method"],
        said["request"]["target"],
        said["request"]["body"],
    )


def _number(text: Any) -> Decimal:
    if not isinstance(text, str):
        raise TypeError(f"an amount is text, not {text!r}")
    return Decimal(text)
