"""OpenTelemetry: every exchange as a client span and two metrics (the extra ``otel``).

client = BrokerClient(key, secret, on_exchange=opentelemetry())
"""

import time
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

from brokerage_positions.errors import Exchange

_NAME: Final = "brokerage_positions"


def opentelemetry(tracer: Any = None, meter: Any = None) -> Callable[[Exchange, float], None]:
    """A hook for ``on_exchange``; tracer and meter are the global ones unless others are given.

    Spans have the attributes of OpenTelemetry's HTTP conventions.  Paths hold account ids; bodies, headers and
    credentials are never recorded.  ``ImportError`` names the extra if the library is missing.
    """
    try:
        trace, metrics = import_module("opentelemetry.trace"), import_module("opentelemetry.metrics")
    except ModuleNotFoundError as error:
        raise ImportError("opentelemetry is not installed: install brokerage-positions[otel]") from error
    spans = tracer or trace.get_tracer(_NAME)
    meters = meter or metrics.get_meter(_NAME)
    duration = meters.create_histogram("http.client.request.duration", unit="s", description="Time to an answer")
    lost = meters.create_counter("brokerage_positions.unanswered", description="Requests without an answer")

    def heard(exchange: Exchange, seconds: float) -> None:
        ended = time.time_ns()
        attributes: dict[str, Any] = {"http.request.method": exchange.method, "url.path": exchange.path}
        if exchange.status:
            attributes["http.response.status_code"] = exchange.status
        span = spans.start_span(
            exchange.method,
            kind=trace.SpanKind.CLIENT,
            attributes=attributes,
            start_time=ended - int(seconds * 1e9),
        )
        if not 200 <= exchange.status < 400:
            span.set_status(trace.StatusCode.ERROR)
        span.end(ended)
        told = {key: value for key, value in attributes.items() if key != "url.path"}
        duration.record(seconds, told)
        if not exchange.status:
            lost.add(1, told)

    return heard
