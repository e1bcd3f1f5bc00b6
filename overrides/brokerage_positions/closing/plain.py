"""Requests and amounts as the plain JSON that the journal and plans keep; amounts are text."""

from datetime import UTC, datetime
from typing import Any

from brokerage_positions.amounts import ClosePositionRequest, wire
from brokerage_positions.asking import GeneratedRequest


def of_request(request: GeneratedRequest) -> dict[str, Any]:
    """Method, target and body; never a header, which may hold a credential."""
    body = request.content.decode() if isinstance(request.content, bytes) else None
    return {"method": request.method, "target": request.target, "body": body}


def of_asked(amount: ClosePositionRequest | None, cancel_orders: bool | None) -> dict[str, Any]:
    qty, percentage = (None, None) if amount is None else (amount.qty, amount.percentage)
    return {
        "qty": None if qty is None else wire(qty),
        "percentage": None if percentage is None else wire(percentage),
        "cancel_orders": cancel_orders,
    }


def to_amount(asked: dict[str, Any]) -> ClosePositionRequest | None:
    if asked.get("qty") is None and asked.get("percentage") is None:
        return None
    return ClosePositionRequest(qty=asked.get("qty"), percentage=asked.get("percentage"))


def now() -> datetime:
    return datetime.now(UTC)
