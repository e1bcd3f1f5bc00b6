"""The same position at both brokers is the same holding, however each of them writes it."""

from decimal import Decimal

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from brokerage_positions.portfolio import from_alpaca, from_clear_street

from .positions import alpaca, clear_street

AMOUNTS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("1e12"), places=9)


@given(
    short=st.booleans(),
    unsigned=st.booleans(),
    quantity=AMOUNTS,
    value=AMOUNTS,
    cost=AMOUNTS,
    gain=st.decimals(min_value=-(10**9), max_value=10**9, places=4),
    ratio=st.decimals(min_value=0, max_value=10, places=6),
    naive=st.booleans(),
)
def test_signs_and_units_agree(
    short: bool,
    unsigned: bool,
    quantity: Decimal,
    value: Decimal,
    cost: Decimal,
    gain: Decimal,
    ratio: Decimal,
    naive: bool,
) -> None:
    sign = "-" if short else ""
    # One broker may write the minus of a short position and the other not; one may divide by the negative cost.
    told = -ratio if (gain < 0) != (short and naive) else ratio
    theirs = from_alpaca(
        alpaca(
            side="short" if short else "long",
            qty=f"{sign}{quantity:f}",
            qty_available=f"{sign}{quantity:f}",
            market_value=f"{sign}{value:f}",
            cost_basis=f"{sign}{cost:f}",
            unrealized_pl=f"{gain:f}",
            unrealized_plpc=f"{told:f}",
        ),
        "1",
    )
    sign = "" if unsigned else sign
    ours = from_clear_street(
        clear_street(
            position_type="SHORT" if short else "LONG",
            instrument_type="us_equity",
            quantity=f"{sign}{quantity:f}",
            available_quantity=f"{quantity:f}",
            market_value=f"{sign}{value:f}",
            cost_basis=f"{sign}{cost:f}",
            unrealized_pnl=f"{gain:f}",
            unrealized_pnl_pct=f"{(ratio if gain > 0 else -ratio) * 100:f}",
        ),
        1,
    )
    if not gain:  # nothing says then which of the two signs is meant
        ours = evolve(ours, unrealised_pl_ratio=theirs.unrealised_pl_ratio)
    assert evolve(ours, broker="alpaca") == theirs
    assert (ours.quantity < 0) == short == (ours.side == "short")
    assert ours.market_value == value.copy_sign(ours.quantity)
