"""An account id that is nearly one is refused: Python's own reading of it would address another account."""

import pytest

from brokerage_positions import BrokerClient
from tests.brokerage_positions.broker import FaultyBroker


@pytest.mark.parametrize(
    "account",
    [
        "3f2b8a64-0c1d-4f7e-9a55-7d6c5b4a39_1",
        " 3f2b8a64-0c1d-4f7e-9a55-7d6c5b4a392",
        "0x2b8a64-0c1d-4f7e-9a55-7d6c5b4a3921",
        "\uff13f2b8a64-0c1d-4f7e-9a55-7d6c5b4a3921",
        "{3f2b8a64-0c1d-4f7e-9a55-7d6c5b4a3921}",
        "urn:uuid:3f2b8a64-0c1d-4f7e-9a55-7d6c5b4a3921",
    ],
)
def test_nothing_is_sent(account: str) -> None:
    with FaultyBroker() as broker:
        with BrokerClient("test-key", "test-secret", base_url=broker.url) as client:
            with pytest.raises(ValueError, match="Nothing was sent"):
                client.close_all_positions_for_account(account)
            with pytest.raises(ValueError, match="Nothing was sent"):
                client.get_all_positions_for_account(account)
        assert broker.log == ()
