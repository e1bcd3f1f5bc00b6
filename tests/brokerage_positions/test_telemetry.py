"""OpenTelemetry over a real exchange: what a span and the metrics say, and what they must not."""

import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from brokerage_positions import BrokerClient, NotFound
from brokerage_positions.telemetry import opentelemetry
from tests.brokerage_positions.broker import ALPACA_ACCOUNT, FaultyBroker


def test_each_exchange_is_a_span_and_is_measured() -> None:
    spans, reader = InMemorySpanExporter(), InMemoryMetricReader()
    tracing, metering = TracerProvider(), MeterProvider([reader])
    tracing.add_span_processor(SimpleSpanProcessor(spans))
    hook = opentelemetry(tracing.get_tracer("test"), metering.get_meter("test"))
    with (
        FaultyBroker() as broker,
        BrokerClient("test-key", "test-secret", base_url=broker.url_alpaca, on_exchange=hook) as client,
    ):
        client.get_all_positions_for_account(ALPACA_ACCOUNT)
        with pytest.raises(NotFound):
            client.get_open_position_for_account(ALPACA_ACCOUNT, "NOPE")
    good, bad = spans.get_finished_spans()
    assert (good.name, good.status.is_ok or good.status.is_unset) == ("GET", True)
    assert (good.attributes or {})["http.response.status_code"] == 200
    assert (bad.attributes or {})["http.response.status_code"] == 404
    assert (bad.status.is_ok, bad.status.is_unset) == (False, False)
    assert 0 < (good.start_time or 0) <= (good.end_time or 0)
    measured = reader.get_metrics_data()
    assert measured is not None
    assert "http.client.request.duration" in measured.to_json()
    assert "test-secret" not in measured.to_json() + good.to_json() + bad.to_json()
    metering.shutdown()
