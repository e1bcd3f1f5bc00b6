"""The clients of either broker, blocking and on asyncio."""

import ssl
from pathlib import Path
from typing import Any, Final

from brokerage_positions import AsyncBrokerClient, AsyncClearStreet, BrokerClient, ClearStreet

#: Made once: reading the certificates takes longer than all else that a client does here.
TLS: Final = ssl.create_default_context()


def make(broker: str, url: str, path: Path, *, blocking: bool) -> Any:
    """A client of either broker and kind."""
    if broker == "alpaca":
        kind: Any = BrokerClient if blocking else AsyncBrokerClient
        return kind("test-key", "test-secret", base_url=url, journal=path, verify=TLS)
    other: Any = ClearStreet if blocking else AsyncClearStreet
    return other("test-token", base_url=url, journal=path, verify=TLS)
