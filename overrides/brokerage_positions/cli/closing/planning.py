"""Plans from arguments and from files."""

from pathlib import Path
from typing import Any

from brokerage_positions.amounts import ClosePositionRequest
from brokerage_positions.cli.config.target import Target
from brokerage_positions.cli.connecting import plan_all, plan_one
from brokerage_positions.cli.failures import ConfigurationError
from brokerage_positions.closing.limits import Limits
from brokerage_positions.closing.plans import Plan


def made(
    client: Any,
    target: Target,
    limits: Limits,
    symbol: str | None,
    qty: str | None,
    percentage: str | None,
    cancel_orders: bool | None,
    *,
    one_request: bool = False,
) -> Plan:
    """A plan for the symbol, or for every position if there is none."""
    if symbol is None:
        if qty is not None or percentage is not None:
            raise ConfigurationError("--qty and --percentage are of one position", "Name its symbol")
        return plan_all(client, target, limits, cancel_orders, one_request=one_request)
    if one_request:
        raise ConfigurationError("--one-request is for all positions", "Leave it out, or the symbol")
    # An empty amount is one that was given: it is refused, and never read as the whole position.
    amount = None if qty is None and percentage is None else ClosePositionRequest(qty=qty, percentage=percentage)
    return plan_one(client, target, symbol, amount, limits, cancel_orders)


def save(plan: Plan, path: Path) -> None:
    """Write the plan as it is hashed, byte for byte, whole or not at all."""
    scratch = path.with_name(f".{path.name}.part")
    try:
        scratch.write_bytes(plan.to_json().encode())
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def load(path: Path) -> Plan:
    """The plan in a file."""
    try:
        return Plan.from_json(path.read_bytes().decode())
    except UnicodeDecodeError:
        raise ConfigurationError(f"{path} is no plan", "Name a file that 'positions plan --out' wrote") from None
    except ValueError as error:
        raise ConfigurationError(f"{path} is {error}", "Name a file that 'positions plan --out' wrote") from None
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}", "Name a file that can") from None


def check_account(plan: Plan, target: Target) -> None:
    """Refuse a plan for another account than the one that options, environment or profile name."""
    if target.account and target.account.lower() != plan.account:
        raise ConfigurationError(
            f"the plan is for account {plan.account}, and {target.account} is named", "Name the account of the plan"
        )
