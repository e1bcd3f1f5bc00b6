"""As ``ours.py``, with the SDK as it is installed."""

import sys
from concurrent.futures import ThreadPoolExecutor

from clearstreet import ClearStreet


def main(_broker: str, url: str, _settle: str, *accounts: str) -> None:
    client = ClearStreet(api_key="test-token", base_url=url, timeout=0.5)

    def close(account: str) -> str:
        try:
            client.v1.positions.close_position("AAPL", account_id=int(account))
        except Exception:
            return "not_placed"
        return "placed"

    with ThreadPoolExecutor(8) as threads:
        for account, said in zip(accounts, threads.map(close, accounts), strict=True):
            print(account, said)


if __name__ == "__main__":
    main(*sys.argv[1:])
