"""Who may call: made-up keys, that tests plant and look for."""

import base64
import binascii
import hmac

from attrs import field, frozen


@frozen
class Credentials:
    """One key for each broker.  None of the three is ever shown."""

    alpaca_key: str = field(default="test-key", repr=False)
    alpaca_secret: str = field(default="test-secret", repr=False)
    clear_street_key: str = field(default="test-token", repr=False)

    def allow_basic(self, header: str) -> bool:
        scheme, _, encoded = header.partition(" ")
        try:
            given = base64.b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            return False
        return scheme.lower() == "basic" and same(given, f"{self.alpaca_key}:{self.alpaca_secret}".encode())

    def allow_bearer(self, header: str) -> bool:
        scheme, _, given = header.partition(" ")
        return scheme.lower() == "bearer" and same(given.encode(), self.clear_street_key.encode())


def same(given: bytes, right: bytes) -> bool:
    return hmac.compare_digest(given, right)
