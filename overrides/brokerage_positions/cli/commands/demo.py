"""``positions demo``: both brokers, a partial close, a lost answer that is resolved, and a close-all with a failure."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from brokerage_positions import BrokerClient
    from brokerage_positions.sandbox import Sandbox

#: Seconds that the demo's sandbox needs at most to show an order; a real broker is given a minute.
_SETTLE = 2.0


@click.command("demo")
def command() -> None:
    """See it work in under ten seconds: no key, no account, no network, no money.

    A sandbox is started on this machine, both brokers' positions are listed, one is closed in part, the answer to
    another close is lost and judged by evidence, and all are closed with a failure among them.
    """
    from brokerage_positions import BrokerClient, ClearStreet
    from brokerage_positions.sandbox import Sandbox

    with Sandbox("demo") as sandbox:
        keys, (alpaca, _, clear_street, *_) = sandbox.credentials, tuple(sandbox.state.accounts)
        with (
            BrokerClient(keys.alpaca_key, keys.alpaca_secret, base_url=sandbox.url_alpaca) as client,
            ClearStreet(keys.clear_street_key, base_url=sandbox.url_clear_street) as other,
        ):
            _show("What an account at Alpaca holds", lambda: client.holdings(alpaca))
            _show("What an account at Clear Street holds", lambda: other.holdings(clear_street))
            _partial(client, alpaca)
            _lost(client, alpaca, sandbox)
            sandbox.advance(_SETTLE)  # the orders so far are filled
            _all(client, alpaca)


def _say(title: str) -> None:
    click.echo()
    click.secho(title, bold=True)


def _show(title: str, read: "Callable[[], object]") -> None:
    from brokerage_positions.cli.screen.draw import draw
    from brokerage_positions.cli.screen.positions import positions_table
    from brokerage_positions.portfolio import Holdings

    _say(title)
    found = read()
    if isinstance(found, Holdings):
        draw(positions_table(found))


def _partial(client: "BrokerClient", account: str) -> None:
    from brokerage_positions import ClosePositionRequest

    _say("Close a quarter of TSLA")
    order = client.close_position_for_account(account, "TSLA", ClosePositionRequest(percentage="25"))
    click.echo(f"order {order.id}: {order.side} {order.qty} {order.symbol}, {order.status}")


def _lost(client: "BrokerClient", account: str, sandbox: "Sandbox") -> None:
    from brokerage_positions import ClosePositionRequest, OutcomeUnknown
    from brokerage_positions.sandbox import faults

    _say("Close one share of KO, and lose the answer on its way")
    sandbox.plan(faults.act_then_drop(), method="DELETE", nth=1)
    try:
        client.close_position_for_account(account, "KO", ClosePositionRequest(qty=1))
    except OutcomeUnknown as error:
        click.echo(error)
        _say("Resolve it: read the account again, and judge by what changed")
        click.echo(error.resolve(exclusive=True, settle=_SETTLE))


def _all(client: "BrokerClient", account: str) -> None:
    _say("Close everything; an open order holds part of AAPL")
    click.echo(client.close_all_positions_for_account(account))
