"""Brokerage positions at Alpaca (Broker API) and Clear Street: read them, close them once, know what became of it.

    from brokerage_positions import BrokerClient, ClosePositionRequest

    with BrokerClient.from_env() as client:
        for position in client.get_all_positions_for_account(account_id):
            print(position.symbol, position.qty)
        order = client.close_position_for_account(account_id, "AAPL", ClosePositionRequest(qty="1.5"))

``alpaca`` and ``clear_street`` are the two generated packages.  Everything is imported when first used, and one broker
never imports the other.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import alpaca_broker_client as alpaca
    import clear_street_client as clear_street
    from brokerage_positions.amounts import ClosePositionRequest
    from brokerage_positions.asking import Options, captured
    from brokerage_positions.clients.alpaca import AsyncBrokerClient, BrokerClient
    from brokerage_positions.clients.clear_street import AsyncClearStreet, ClearStreet
    from brokerage_positions.closing.outcome import OutcomeUnknown
    from brokerage_positions.closing.plans import Limits, Plan, PlanLine
    from brokerage_positions.closing.report import (
        CloseReport,
        EntryFailed,
        PartialClose,
        Placed,
        Rejected,
        Unmentioned,
        Unreadable,
        Unsettled,
    )
    from brokerage_positions.closing.resolving import Resolution
    from brokerage_positions.errors import (
        AnswerUnreadable,
        BadRequest,
        CloseAccepted,
        Conflict,
        Exchange,
        Forbidden,
        NoAnswer,
        NotFound,
        NotSent,
        PlanRefused,
        PositionsError,
        RateLimited,
        RequestTimeout,
        ServerError,
        StatusError,
        Unauthorized,
        UnprocessableEntity,
        UsedAfterFork,
    )
    from brokerage_positions.evidence import Evidence, OrderSeen, Verdict
    from brokerage_positions.io.retry import Retry
    from brokerage_positions.journal import Intent, Journal, JournalError, PlanAlreadyExecuted, Record, UnresolvedTwin
    from brokerage_positions.portfolio import Holding, Holdings
    from brokerage_positions.symbols import Option, parse_option
    from brokerage_positions.telemetry import opentelemetry
    from brokerage_positions.view import holdings

__version__: Final = "0.1.0"

_HOME: Final = {
    "amounts": "ClosePositionRequest",
    "asking": "Options captured",
    "clients.alpaca": "AsyncBrokerClient BrokerClient",
    "clients.clear_street": "AsyncClearStreet ClearStreet",
    "closing.outcome": "OutcomeUnknown",
    "closing.plans": "Limits Plan PlanLine",
    "closing.report": "CloseReport EntryFailed PartialClose Placed Rejected Unmentioned Unreadable Unsettled",
    "closing.resolving": "Resolution",
    "errors": (
        "AnswerUnreadable BadRequest CloseAccepted Conflict Exchange Forbidden NoAnswer NotFound NotSent PlanRefused"
        " PositionsError RateLimited RequestTimeout ServerError StatusError Unauthorized UnprocessableEntity"
        " UsedAfterFork"
    ),
    "evidence": "Evidence OrderSeen Verdict",
    "io.retry": "Retry",
    "journal": "Intent Journal JournalError PlanAlreadyExecuted Record UnresolvedTwin",
    "portfolio": "Holding Holdings",
    "symbols": "Option parse_option",
    "telemetry": "opentelemetry",
    "view": "holdings",
}
#: Public name -> the module it is in.
_MODULES: Final = {
    "alpaca": "alpaca_broker_client",
    "clear_street": "clear_street_client",
    **{name: f"{__name__}.{module}" for module, names in _HOME.items() for name in names.split()},
}

__all__ = [  # noqa: RUF022 - by subject
    "__version__",
    "alpaca",
    "clear_street",
    "AsyncBrokerClient",
    "AsyncClearStreet",
    "BrokerClient",
    "ClearStreet",
    "ClosePositionRequest",
    "Options",
    "Retry",
    "captured",
    "Exchange",
    "CloseReport",
    "Placed",
    "Rejected",
    "Unmentioned",
    "Unreadable",
    "Unsettled",
    "Limits",
    "Plan",
    "PlanLine",
    "Resolution",
    "Verdict",
    "Evidence",
    "OrderSeen",
    "Journal",
    "Intent",
    "Record",
    "holdings",
    "Holding",
    "Holdings",
    "Option",
    "parse_option",
    "opentelemetry",
    "PositionsError",
    "NotSent",
    "UnresolvedTwin",
    "PlanRefused",
    "PlanAlreadyExecuted",
    "JournalError",
    "UsedAfterFork",
    "NoAnswer",
    "RequestTimeout",
    "StatusError",
    "BadRequest",
    "Unauthorized",
    "Forbidden",
    "NotFound",
    "Conflict",
    "UnprocessableEntity",
    "RateLimited",
    "ServerError",
    "AnswerUnreadable",
    "CloseAccepted",
    "OutcomeUnknown",
    "PartialClose",
    "EntryFailed",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(_MODULES[name])
    found = module if name in ("alpaca", "clear_street") else getattr(module, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
