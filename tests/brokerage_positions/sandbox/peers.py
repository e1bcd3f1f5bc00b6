"""Run by a Python that has the brokers' own SDKs: does all their positions calls, and prints what they read.

Nothing of this repository is imported here.
"""

# pyright: reportMissingImports=false

import json
import sys
from decimal import Decimal

from alpaca.broker.client import BrokerClient  # type: ignore[import-not-found]
from alpaca.common.exceptions import APIError  # type: ignore[import-not-found]
from alpaca.trading.requests import ClosePositionRequest  # type: ignore[import-not-found]
from clearstreet import ClearStreet, NotFoundError  # type: ignore[import-not-found]


def alpaca(url: str, key: str, secret: str, account: str) -> dict[str, object]:
    client = BrokerClient(key, secret, url_override=url)
    refused: list[object] = []
    listed = client.get_all_positions_for_account(account)
    one = client.get_open_position_for_account(account, "AAPL")
    part = client.close_position_for_account(account, "TSLA", ClosePositionRequest(qty="5"))
    share = client.close_position_for_account(account, "KO", ClosePositionRequest(percentage="50"))
    try:
        client.close_position_for_account(account, "NONE")
    except APIError as error:
        refused = [error.status_code, error.code]
    closed = client.close_all_positions_for_account(account, cancel_orders=False)
    again = client.close_all_positions_for_account(account, cancel_orders=True)
    return {
        "listed": {each.symbol: [each.qty, each.side.value, each.asset_class.value] for each in listed},
        "one": [one.symbol, one.qty, one.qty_available],
        "part": [part.symbol, part.side.value, part.qty, part.order_type.value],
        "share": [share.symbol, share.qty],
        "refused": refused,
        "closed": {each.symbol: each.status for each in closed},
        "again": {each.symbol: each.status for each in again},
    }


def clear_street(url: str, key: str, account: int) -> dict[str, object]:
    client = ClearStreet(api_key=key, base_url=url, max_retries=0)
    positions, refused = client.v1.positions, 0
    listed = positions.get_positions(account, sort_by="QUANTITY", sort_direction="DESC").data
    pages = [positions.get_positions(account, page_size=2)]
    while token := pages[-1].metadata.next_page_token:
        pages.append(positions.get_positions(account, page_size=2, page_token=token))
    chosen = positions.get_positions(account, instrument_ids=[each.instrument_id for each in listed[:2]]).data
    one = positions.close_position("AAPL", account_id=account).data
    try:
        positions.close_position("NONE", account_id=account)
    except NotFoundError as error:
        refused = error.status_code
    rest = positions.close_positions(account, cancel_orders=True).data
    return {
        "listed": [[each.symbol, str(Decimal(each.quantity)), each.position_type] for each in listed],
        "pages": [[each.symbol for each in page.data] for page in pages],
        "chosen": sorted(each.symbol for each in chosen),
        "one": [[each.symbol, each.side, each.quantity] for each in one],
        "refused": refused,
        "rest": sorted(each.symbol for each in rest),
    }


if __name__ == "__main__":
    address, found = sys.argv[1], json.load(sys.stdin)
    said = {
        "alpaca": alpaca(address, found["alpaca"]["key"], found["alpaca"]["secret"], found["alpaca"]["accounts"][0]),
        "clear_street": clear_street(address, found["clear_street"]["key"], found["clear_street"]["accounts"][0]),
    }
    print(json.dumps(said))
