"""What an asset is called, and when two names may mean one asset."""

from datetime import date
from decimal import Decimal, localcontext
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brokerage_positions.symbols import Asset, asset, may_be_same, parse_option

APPLE = "b0b6dd9d-8b9b-48a9-ba46-b9d54906e415"
NOTHING: set[str] = set()
BITCOIN = "276e2673-764b-4ab6-a611-caf665ca6340"
CALL = "AAPL250620C00100000"


def _asset(symbol: str | None, ids: list[str | UUID]) -> Asset:
    return asset(symbol, *ids)


#: Few names, so that chance finds assets that share some of them.
NAMES = st.sampled_from(
    ["AAPL", "aapl", "MSFT", "BTC/USD", "BTCUSD", "BRK.B", "BRK/B", CALL, "AAPL  250620C00100000", "."]
)
IDS = st.sampled_from([APPLE, APPLE.upper(), UUID(APPLE), BITCOIN, BITCOIN.replace("-", ""), "no id", ""])
ASSETS = st.builds(_asset, st.none() | NAMES | st.text(), st.lists(IDS, max_size=2))


@pytest.mark.parametrize(
    ("known", "names"),
    [
        (asset("aapl"), {"AAPL"}),
        (asset(" AAPL\n"), {"AAPL"}),
        (asset("BTC/USD"), {"BTCUSD"}),
        (asset("AAPL  250620C00100000"), {CALL}),
        (asset("BRK.B"), {"BRK.B"}),
        (asset(APPLE.upper()), {APPLE}),
        (asset(APPLE.replace("-", "")), {APPLE}),
        (asset("AAPL", UUID(APPLE)), {"AAPL", APPLE}),
        (asset("AAPL", APPLE, BITCOIN), {"AAPL", APPLE, BITCOIN}),
        (asset("AAPL", "4711"), {"AAPL"}),
        (asset(None, ""), NOTHING),
        (asset(" "), NOTHING),
        (asset(), NOTHING),
    ],
)
def test_names_are_canonical(known: Asset, names: set[str]) -> None:
    assert known.names == names


def test_an_asset_is_complete_with_symbol_and_id() -> None:
    assert asset("AAPL", APPLE).complete
    assert not asset("AAPL").complete
    assert not asset(APPLE).complete
    assert not asset().complete


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (asset("AAPL"), asset("aapl"), True),
        (asset("AAPL"), asset("MSFT"), False),
        (asset("AAPL"), asset("AAPL", APPLE), True),
        (asset(APPLE), asset("AAPL", APPLE), True),
        (asset(APPLE), asset(BITCOIN), False),
        (asset(APPLE), asset("BTCUSD", BITCOIN), False),
        (asset("AAPL", APPLE), asset("AAPL", BITCOIN), True),
        (asset("AAPL", APPLE), asset("MSFT", APPLE), True),
        (asset("AAPL", APPLE), asset("MSFT", BITCOIN), False),
        # One is known by its symbol only, the other by its id only: nobody can tell.
        (asset("AAPL"), asset(APPLE), True),
        (asset("AAPL"), asset(BITCOIN), True),
        (asset(), asset("AAPL", APPLE), True),
        (asset("BTC/USD"), asset("BTCUSD"), True),
        (asset("BTC/USD"), asset("ETH/USD"), False),
        (asset("BTC/USD"), asset("BTC/USDT"), False),
        (asset("BRK.B"), asset("BRK/B"), True),
        (asset("BRK.B"), asset("BRK B"), True),
        (asset("BRK.B"), asset("BRK.A"), False),
        (asset(CALL), asset("AAPL  250620C00100000"), True),
        (asset(CALL), asset("AAPL"), False),
        (asset(CALL), asset("AAPL1250620C00100000"), False),
        # A symbol without one letter says nothing.
        (asset("."), asset("AAPL"), True),
    ],
)
def test_which_assets_may_be_one(one: Asset, other: Asset, same: bool) -> None:
    assert may_be_same(one, other) is same
    assert may_be_same(other, one) is same


@given(ASSETS, ASSETS)
def test_may_be_same_is_symmetric_and_reflexive(one: Asset, other: Asset) -> None:
    assert may_be_same(one, one)
    assert may_be_same(one, other) == may_be_same(other, one)


@given(ASSETS, ASSETS)
def test_a_shared_name_is_enough(one: Asset, other: Asset) -> None:
    assert may_be_same(Asset(one.names | other.names), one) or not one.names
    assert may_be_same(one, other) or not one.names & other.names


@given(ASSETS)
def test_canonical_names_stay_as_they_are(known: Asset) -> None:
    assert Asset(known.names) == known
    assert known.ids | known.symbols == known.names


@pytest.mark.parametrize(
    ("symbol", "root", "underlying", "right", "strike"),
    [
        (CALL, "AAPL", "AAPL", "call", "100"),
        ("AAPL  250620C00100000", "AAPL", "AAPL", "call", "100"),
        ("spy250620p00432500", "SPY", "SPY", "put", "432.5"),
        ("AAPL1250620C00100000", "AAPL1", "AAPL", "call", "100"),
        ("AAPL1 250620C00100000", "AAPL1", "AAPL", "call", "100"),
        ("F250620P00000125", "F", "F", "put", "0.125"),
        ("SPXW  250620C05900000", "SPXW", "SPXW", "call", "5900"),
    ],
)
def test_option_symbols(symbol: str, root: str, underlying: str, right: str, strike: str) -> None:
    option = parse_option(symbol)
    assert option is not None
    assert (option.root, option.underlying, option.right) == (root, underlying, right)
    assert option.expiry == date(2025, 6, 20)
    assert str(option.strike) == strike
    assert option.adjusted == (root != underlying)


@pytest.mark.parametrize(
    "symbol",
    (
        f" AAPL BTC/USD {APPLE} AAPL250631C00100000 AAPL251320C00100000 AAPL250620X00100000 250620C00100000"
        " AAPL250620C0010000 AAPL250620C001000000 TOOLONG250620C00100000 AAPL٢٥٠٦٢٠C00100000"
    ).split(" "),
)
def test_what_is_no_option_symbol(symbol: str) -> None:
    assert parse_option(symbol) is None


@given(st.text() | st.from_regex(r"\A\s?[A-Z]{0,7}[0-9]? *[0-9]{6}[CP][0-9]{8}\Z"))
def test_parse_option_takes_any_text(symbol: str) -> None:
    option = parse_option(symbol)
    if option is not None:
        thousandths = int(option.strike * 1000)
        again = f"{option.root:<6}{option.expiry:%y%m%d}{option.right[0].upper()}{thousandths:08}"
        assert parse_option(again) == option
        assert asset(again) == asset(symbol)


def test_strikes_are_exact_in_any_context() -> None:
    with localcontext() as context:
        context.prec = 2
        option = parse_option("SPX250620C12345678")
    assert option is not None
    assert option.strike == Decimal("12345.678")
