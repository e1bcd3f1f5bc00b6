"""``python ours.py BROKER URL SETTLE ACCOUNT…``: close in every account, and print what was said of it."""

import sys
from concurrent.futures import ThreadPoolExecutor

from brokerage_positions import (
    BrokerClient,
    ClearStreet,
    CloseAccepted,
    ClosePositionRequest,
    Options,
    OutcomeUnknown,
    PositionsError,
)


def main(broker: str, url: str, settle: str, *accounts: str) -> None:
    options = Options(timeout=0.5)
    alpaca = BrokerClient("test-key", "test-secret", base_url=url, options=options)
    clear_street = ClearStreet("test-token", base_url=url, options=options)

    def close(account: str) -> str:
        try:
            if broker == "alpaca":
                alpaca.close_position_for_account(account, "AAPL", ClosePositionRequest(qty=5))
            else:
                clear_street.v1.positions.close_position("AAPL", account_id=account)
        except CloseAccepted:
            return "placed"
        except OutcomeUnknown as error:
            found = error.resolve(exclusive=True, settle=float(settle), fills_within=float(settle))
            return f"unknown {found.kind}"
        except PositionsError:
            return "not_placed"
        return "placed"

    with ThreadPoolExecutor(8) as threads:
        for account, said in zip(accounts, threads.map(close, accounts), strict=True):
            print(account, said)


if __name__ == "__main__":
    main(*sys.argv[1:])
