"""The words that settings may be, without what they are of: a command line has to start fast."""

from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from brokerage_positions.journal import Broker

Environment = Literal["sandbox", "production"]
ENVIRONMENTS: Final[tuple[Environment, ...]] = ("sandbox", "production")
BROKERS: Final[tuple["Broker", ...]] = ("alpaca", "clear_street")
