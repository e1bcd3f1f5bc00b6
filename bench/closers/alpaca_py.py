"""As ``ours.py``, with the SDK as it is installed."""

import sys
from concurrent.futures import ThreadPoolExecutor

from alpaca.broker.client import BrokerClient
from alpaca.trading.requests import ClosePositionRequest


def main(_broker: str, url: str, _settle: str, *accounts: str) -> None:
    def close(account: str) -> str:
        client = BrokerClient("test-key", "test-secret", url_override=url)
        try:
            client.close_position_for_account(account, "AAPL", ClosePositionRequest(qty="5"))
        except Exception:
            return "not_placed"
        return "placed"

    with ThreadPoolExecutor(8) as threads:
        for account, said in zip(accounts, threads.map(close, accounts), strict=True):
            print(account, said)


if __name__ == "__main__":
    main(*sys.argv[1:])
