"""Tables of other libraries.  Each test needs the library it is about, and is skipped without it."""

import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from brokerage_positions.portfolio import Holding, Holdings, MissingExtra, TooWide

from .samples import APPLE, COIN, FOREIGN, OPTION, SHORT

HOLDINGS = Holdings([APPLE, COIN, SHORT, OPTION, FOREIGN])
TEXTS = ["broker", "account", "symbol", "asset_class", "underlying", "side", "currency"]
COLUMNS = (
    "broker account symbol asset_class underlying side currency quantity available average_price price market_value "
    "cost_basis unrealised_pl unrealised_pl_ratio multiplier usd_average_price usd_price usd_market_value "
    "usd_cost_basis usd_unrealised_pl usd_unrealised_pl_ratio"
).split()
#: 38 digits on each side of the point: the widest amount a holding takes.
WIDEST = Decimal("9" * 38 + "." + "9" * 38)


def rows(holdings: Holdings) -> list[dict[str, Any]]:
    def cell(one: Holding, column: str) -> Any:
        return getattr(one.usd, column[4:], None) if column.startswith("usd_") else getattr(one, column)

    return [{column: cell(one, column) for column in COLUMNS} for one in holdings]


def test_arrow_keeps_every_digit_and_every_gap() -> None:
    pytest.importorskip("pyarrow")
    table = HOLDINGS.to_arrow()
    assert table.column_names == COLUMNS
    assert table.to_pylist() == rows(HOLDINGS)


def test_the_arrow_schema_is_the_same_with_and_without_rows() -> None:
    arrow = pytest.importorskip("pyarrow")
    schema = Holdings().to_arrow().schema
    assert schema == HOLDINGS.to_arrow().schema
    assert {schema.field(name).type for name in TEXTS} == {arrow.string()}
    assert {schema.field(name).type for name in COLUMNS if name not in TEXTS} == {arrow.decimal128(36, 18)}


def test_arrow_widens_a_column_only_for_amounts_that_need_it() -> None:
    arrow = pytest.importorskip("pyarrow")
    table = Holdings([APPLE, evolve(APPLE, market_value=WIDEST, price=Decimal("1.5" + "0" * 30))]).to_arrow()
    assert table.schema.field("market_value").type == arrow.decimal256(76, 38)
    assert table.schema.field("price").type == arrow.decimal128(36, 18)
    assert table["market_value"].to_pylist() == [600, WIDEST]


def test_parquet_comes_back_as_it_was(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for number, holdings in enumerate((HOLDINGS, Holdings(), Holdings([evolve(APPLE, price=WIDEST)]))):
        path = tmp_path / f"{number}.parquet"
        holdings.to_parquet(path)
        assert parquet.read_table(path).equals(holdings.to_arrow())


def test_pandas_computes_with_exact_decimals() -> None:
    pytest.importorskip("pandas")
    frame = HOLDINGS.to_pandas()
    assert list(frame.columns) == COLUMNS
    assert frame["market_value"].tolist() == [one.market_value for one in HOLDINGS]
    assert frame["price"].tolist() == [one.price for one in HOLDINGS]
    assert frame["underlying"].isna().tolist() == [one.underlying is None for one in HOLDINGS]
    assert (frame["quantity"] * frame["average_price"])[0] == Decimal(500)
    assert frame.groupby("broker")["cost_basis"].sum()["clear_street"] == Decimal(241000)


def test_the_pandas_types_are_the_same_with_and_without_rows() -> None:
    pytest.importorskip("pandas")
    types = Holdings().to_pandas().dtypes
    assert types.equals(HOLDINGS.to_pandas().dtypes)
    assert not any("float" in str(one) for one in types)


def test_polars_keeps_every_digit_and_every_gap() -> None:
    pytest.importorskip("polars")
    frame = HOLDINGS.to_polars()
    assert frame.columns == COLUMNS
    assert frame.to_dicts() == rows(HOLDINGS)
    assert Holdings().to_polars().schema == frame.schema


def test_polars_refuses_what_it_would_have_to_round() -> None:
    polars = pytest.importorskip("polars")
    fine = Decimal("0." + "1" * 30)
    frame = Holdings([evolve(APPLE, price=fine)]).to_polars()
    assert frame.schema["price"] == polars.Decimal(38, 30)
    assert frame["price"].to_list() == [fine]
    with pytest.raises(TooWide, match="price needs 38 digits before and 38 after the point"):
        Holdings([evolve(APPLE, price=WIDEST)]).to_polars()


@pytest.mark.parametrize("extra", ["arrow", "pandas", "polars", "parquet"])
def test_a_library_that_is_not_there_is_named_with_its_extra(
    extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("pyarrow", "pandas", "polars"):
        monkeypatch.setitem(sys.modules, module, None)
    export = {"parquet": lambda: HOLDINGS.to_parquet(tmp_path / "x")}.get(extra) or getattr(HOLDINGS, f"to_{extra}")
    with pytest.raises(MissingExtra, match=rf"install brokerage-positions\[{extra.replace('parquet', 'arrow')}\]"):
        export()
