"""The names people import.  A change here is a change for them: say so in CHANGELOG.md."""

import importlib
import subprocess
import sys

import pytest

OPERATION = {"asyncio", "asyncio_detailed", "build_request", "parse_response", "sync", "sync_detailed"}
ALPACA_OPERATIONS = {
    "close_all_positions_for_account",
    "close_position_for_account",
    "get_all_positions_for_account",
    "get_positions_for_account_by_symbol",
}
ALPACA_MODELS = set(
    "AssetClass ClosedPosition CommissionType Error Order OrderClass OrderLeg OrderSide OrderStatus OrderType Position"
    " PositionIntent PositionSide TimeInForce USDOrder USDPosition".split()
)
CLEAR_STREET_OPERATIONS = {"close_position", "close_positions", "get_positions"}
CLEAR_STREET_MODELS = set(
    "ClosePositionsRequest Error ErrorEnvelope GetPositionsSortBy GetPositionsSortDirection Order OrderStatus OrderType"
    " PageMetadata Position PositionClosePositionsResponse PositionGetPositionsResponse PositionType QueueState"
    " ResponseMetadata SecurityType Side TimeInForce TrailingOffsetType".split()
)
GENERATED = {
    "alpaca_broker_client": ("trading", ALPACA_OPERATIONS, ALPACA_MODELS),
    "clear_street_client": ("positions", CLEAR_STREET_OPERATIONS, CLEAR_STREET_MODELS),
}
#: What people import from brokerage_positions, by subject.
PUBLIC = set(
    """
    __version__ alpaca clear_street
    AsyncBrokerClient AsyncClearStreet BrokerClient ClearStreet ClosePositionRequest Options Retry
    captured Exchange opentelemetry
    CloseReport Placed Rejected Unmentioned Unreadable Unsettled
    Limits Plan PlanLine Resolution Verdict Evidence OrderSeen Journal Intent Record
    holdings Holding Holdings Option parse_option
    PositionsError NotSent UnresolvedTwin PlanRefused PlanAlreadyExecuted JournalError UsedAfterFork
    NoAnswer RequestTimeout
    StatusError BadRequest Unauthorized Forbidden NotFound Conflict UnprocessableEntity RateLimited ServerError
    AnswerUnreadable CloseAccepted OutcomeUnknown PartialClose EntryFailed
    """.split()
)


@pytest.mark.parametrize("package", GENERATED)
def test_generated_package(package: str) -> None:
    tag, operations, models = GENERATED[package]
    assert set(importlib.import_module(package).__all__) == {"AuthenticatedClient", "Client"}
    assert set(importlib.import_module(f"{package}.models").__all__) == models
    errors = importlib.import_module(f"{package}.errors")
    assert set(errors.__all__) == {"ClientError", "DecodeError", "ErrorResponse", "UnexpectedStatus"}
    for name in operations:
        assert set(importlib.import_module(f"{package}.api.{tag}.{name}").__all__) == OPERATION


def test_brokerage_positions() -> None:
    import brokerage_positions

    assert set(brokerage_positions.__all__) == PUBLIC
    assert len(brokerage_positions.__all__) == len(PUBLIC)
    for name in brokerage_positions.__all__:
        assert getattr(brokerage_positions, name)
    assert set(brokerage_positions.__all__) <= set(dir(brokerage_positions))


@pytest.mark.parametrize("package", ["brokerage_positions", *GENERATED])
def test_importing_the_package_imports_no_model(package: str) -> None:
    program = f"import sys, {package}; print(*(n for n in sys.modules if '.models.' in n or '_client.api' in n))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == []
