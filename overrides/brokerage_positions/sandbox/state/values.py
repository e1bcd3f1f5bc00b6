"""The values: assets, positions, orders, accounts, and how this broker behaves.  All frozen."""

from collections.abc import Iterable, Mapping
from decimal import Context, Decimal, Inexact
from typing import Final, Literal, TypeAlias

from attrs import evolve, field, frozen

BrokerName: TypeAlias = Literal["alpaca", "clear_street"]
AssetKind: TypeAlias = Literal["equity", "option", "crypto"]
Side: TypeAlias = Literal["buy", "sell"]
OrderStatus: TypeAlias = Literal["accepted", "filled", "canceled"]

SECOND: Final = 1_000_000_000
ZERO: Final = Decimal(0)
#: Products and sums are exact, or an error.  Python's own operators round to 28 digits, even `-x` and `abs(x)`.
EXACT: Final = Context(prec=200, traps=[Inexact])
#: For what cannot be exact: shares and ratios.
WIDE: Final = Context(prec=200)
#: The smallest quantity that either broker counts in.
SMALLEST: Final = Decimal("1e-9")


@frozen
class Asset:
    """What can be held.  ``symbol`` is the one orders carry (``AAPL``, ``BTC/USD``, ``AAPL250620C00100000``).

    ``step`` is how far the price moves, up or down, with each tick of the broker's clock.
    """

    id: str
    symbol: str
    kind: AssetKind = "equity"
    exchange: str = "NASDAQ"
    multiplier: Decimal = Decimal(1)
    underlying: str | None = None
    step: Decimal = ZERO

    def is_called(self, name: str) -> bool:
        """Whether ``name`` means this asset: its id in any case, its symbol, or a pair without its slash."""
        return name.lower() == self.id or name in (self.symbol, self.symbol.replace("/", ""))


@frozen
class Position:
    """A holding.  Prices are per share, contract or coin; ``usd_rate`` is the account's currency per dollar."""

    asset: Asset
    quantity: Decimal
    average_price: Decimal
    price: Decimal
    previous_close: Decimal
    usd_rate: Decimal | None = None


@frozen
class Order:
    """A market order.  ``due`` is when it fills (``None``: it rests until it is cancelled)."""

    id: str
    account: str
    asset: Asset
    side: Side
    quantity: Decimal
    price: Decimal
    placed: int
    due: int | None
    closing: bool = True
    status: OrderStatus = "accepted"
    changed: int = 0

    @property
    def signed(self) -> Decimal:
        """What filling it adds to the position."""
        return self.quantity if self.side == "buy" else self.quantity.copy_negate()


@frozen
class Account:
    """``working`` orders are open, ``done`` ones are filled or cancelled; positions are keyed by asset id."""

    id: str
    broker: BrokerName
    positions: Mapping[str, Position] = field(factory=dict[str, Position])
    working: tuple[Order, ...] = ()
    done: tuple[Order, ...] = ()

    def find(self, name: str) -> Position | None:
        return next((held for held in self.positions.values() if held.asset.is_called(name)), None)


@frozen
class Settings:
    """How this broker behaves where documentation leaves it open.

    ``fill_after`` in seconds of the broker's clock, ``None`` for never; ``pending_close_holds``: an unfilled close
    lowers the available quantity; ``bare_pairs``: positions say ``BTCUSD``; ``bare_errors``: Clear Street's errors come
    without their envelope; ``blank_timestamps``: some of its times have a blank for their ``T``.  Prices move every
    ``tick`` seconds, by chances drawn from ``seed``.
    """

    fill_after: float | None = 0.0
    pending_close_holds: bool = True
    bare_pairs: bool = True
    bare_errors: bool = False
    blank_timestamps: bool = False
    tick: float = 1.0
    seed: int = 0


@frozen
class State:
    """``opened`` is when its prices began to move, in nanoseconds since 1970, and ``ticks`` how often they did."""

    accounts: Mapping[str, Account] = field(factory=dict[str, Account])
    settings: Settings = Settings()
    orders_placed: int = 0
    opened: int | None = None
    ticks: int = 0

    def with_account(self, account: Account) -> "State":
        return evolve(self, accounts={**self.accounts, account.id: account})


@frozen
class Shortage:
    """Why a close was refused: of ``existing``, only ``available`` is free; all three are unsigned."""

    position: Position
    existing: Decimal
    available: Decimal
    wanted: Decimal


def holdings(positions: Iterable[Position]) -> dict[str, Position]:
    return {position.asset.id: position for position in positions}
