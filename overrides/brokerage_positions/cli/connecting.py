"""Clients for a target, and the calls that the two brokers' clients spell differently."""

from collections.abc import Callable
from typing import Any

from brokerage_positions.amounts import ClosePositionRequest
from brokerage_positions.asking import Options
from brokerage_positions.cli.config.target import Target
from brokerage_positions.cli.failures import ConfigurationError
from brokerage_positions.clients.core import Blocking
from brokerage_positions.closing.limits import Limits
from brokerage_positions.closing.plans import Plan
from brokerage_positions.errors import Exchange
from brokerage_positions.journal import Journal

Heard = Callable[[Exchange, float], None]


def connect(
    target: Target,
    journal: Journal | None = None,
    *,
    override: tuple[str, ...] = (),
    heard: Heard | None = None,
) -> Blocking[Any]:
    """A client of the target's broker; a context manager.  Reading needs no journal."""
    given: dict[str, Any] = {
        "base_url": target.base_url,
        "journal": journal,
        "on_exchange": heard,
        "options": Options(timeout=target.timeout, deadline=4 * target.timeout, override=override),
        "sandbox": target.environment == "sandbox",
    }
    if target.broker == "alpaca":
        from brokerage_positions.clients.alpaca import BrokerClient

        return BrokerClient(*target.keys.reveal(), **given)
    from brokerage_positions.clients.clear_street import ClearStreet

    return ClearStreet(*target.keys.reveal(), **given)


def plan_one(
    client: Any,
    target: Target,
    symbol: str,
    amount: ClosePositionRequest | None,
    limits: Limits,
    cancel_orders: bool | None,
) -> Plan:
    """A plan for one position; refuses what that broker cannot do."""
    plan: Plan
    if target.broker == "alpaca":
        if cancel_orders is not None:
            raise ConfigurationError(
                "Alpaca cancels orders only with one request that closes all",
                "Leave out --cancel-orders, or say: positions close-all --one-request --cancel-orders",
            )
        plan = client.plan_close(target.account, symbol, amount, limits)
    elif amount is not None:
        raise ConfigurationError("Clear Street closes whole positions only", "Leave out --qty and --percentage")
    else:
        plan = client.plan_close(target.account, symbol, limits, cancel_orders=cancel_orders)
    return plan


def plan_all(client: Any, target: Target, limits: Limits, cancel_orders: bool | None, *, one_request: bool) -> Plan:
    """A plan for every position."""
    if target.broker == "alpaca" and cancel_orders is not None and not one_request:
        raise ConfigurationError(
            "Alpaca cancels orders only with one request that closes all", "Say --one-request with --cancel-orders"
        )
    plan: Plan = client.plan_close_all(target.account, limits, use_close_all=one_request, cancel_orders=cancel_orders)
    return plan
