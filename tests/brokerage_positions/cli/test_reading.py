"""``list``, ``show`` and ``holdings``: what people see, and what programs read."""

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from ..broker import ALPACA_ACCOUNT, CLEAR_STREET_ACCOUNT, POUND_ACCOUNT, FaultyBroker, faults
from .running import Home, Ran

Run = Callable[..., Ran]


def test_a_table_has_sides_exact_amounts_under_one_another_and_totals(positions: Run) -> None:
    ran = positions("list")
    assert ran.code == 0
    assert ran.err == ""
    caption, head, *rows = ran.out.splitlines()
    assert caption == f"4 holdings · alpaca · account {ALPACA_ACCOUNT} · USD"
    assert head.split()[:3] == ["Symbol", "Side", "Quantity"]
    assert [row.split()[:3] for row in rows[:4]] == [
        ["AAPL", "long", "100"],
        ["TSLA", "short", "-50"],
        ["AAPL250620C00100000", "long", "10"],
        ["BTCUSD", "long", "0.123456789"],
    ]
    assert rows[4].split() == ["Total", "USD", "18,904.2962243945", "14,722.83945", "+4,181.4567743945"]
    values = [row.index(text) for row, text in zip(rows, ("17,208.00", "-8,925.00", "2,720.00"), strict=False)]
    points = [row.index(".", start) for row, start in zip(rows, values, strict=False)]
    assert len(set(points)) == 1, "the points of a column are below one another"


def test_json_has_every_amount_as_text(positions: Run) -> None:
    said = positions("list", "--json").json
    assert (said["version"], said["kind"], said["environment"]) == (1, "positions", "sandbox")
    coin = said["positions"][3]
    assert (coin["symbol"], coin["quantity"], coin["market_value"]) == ("BTCUSD", "0.123456789", "7901.2962243945")
    assert said["totals"][0]["market_value"] == "18904.2962243945"
    assert said["unread"] == []


def test_csv_is_one_table_with_names(positions: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(positions("list", "--csv").out)))
    assert [row["symbol"] for row in rows] == ["AAPL", "TSLA", "AAPL250620C00100000", "BTCUSD"]
    assert sum(Decimal(row["market_value"]) for row in rows) == Decimal("18904.2962243945")
    assert rows[0]["usd_price"] == ""


def test_parquet_is_a_file_and_nothing_is_printed(positions: Run, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    ran = positions("list", "--parquet", str(tmp_path / "held.parquet"))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    found = parquet.read_table(tmp_path / "held.parquet").to_pylist()
    assert [row["quantity"] for row in found] == [100, -50, 10, Decimal("0.123456789")]
    assert [each.name for each in tmp_path.iterdir() if "held" in each.name] == ["held.parquet"]


def test_one_output_at_a_time(positions: Run) -> None:
    assert positions("list", "--json", "--csv").code == 2


@pytest.mark.parametrize("name", ["TSLA", "8ccae427-5dd0-45b3-b5fe-7ba5e422c766", "tsla"])
def test_show_finds_a_position_by_any_name(positions: Run, name: str) -> None:
    ran = positions("show", name)
    assert ran.code == 0
    shown = dict(line.split(maxsplit=1) for line in ran.out.splitlines() if len(line.split()) == 2)
    assert shown["Quantity"] == "-50"
    assert "alpaca: unrealized_intraday_plpc  -0.0056338028169014" in ran.out


def test_show_says_what_is_held_instead(positions: Run) -> None:
    ran = positions("show", "MSFT")
    assert ran.code == 1
    assert "It holds: AAPL, TSLA, AAPL250620C00100000, BTCUSD" in ran.err


@pytest.fixture
def two_profiles(home: Home) -> None:
    home.config.write_text(
        f"""
        [profiles.one]
        broker = "alpaca"
        account = "{ALPACA_ACCOUNT}"
        [profiles.two]
        broker = "clear_street"
        account = {CLEAR_STREET_ACCOUNT}
        """
    )


@pytest.fixture
def home(home: Home, request: pytest.FixtureRequest) -> Home:
    """Profiles name broker and account; the environment would be asked first."""
    return home.without("POSITIONS_BROKER", "POSITIONS_ACCOUNT") if "two_profiles" in request.fixturenames else home


@pytest.mark.usefixtures("two_profiles")
def test_holdings_of_both_brokers_are_one_table(positions: Run) -> None:
    said = positions("holdings", "-p", "one", "-p", "two", "--json").json
    assert [row["broker"] for row in said["positions"]] == ["alpaca"] * 4 + ["clear_street"] * 3
    assert [total["holdings"] for total in said["totals"]] == [7]


@pytest.mark.usefixtures("two_profiles")
def test_an_account_that_cannot_be_read_costs_the_others_nothing(positions: Run, broker: FaultyBroker) -> None:
    broker.plan(faults.answer(403), path="/v1/accounts/")
    ran = positions("holdings", "-p", "one", "-p", "two", "--json")
    assert ran.code == 3
    assert len(ran.json["positions"]) == 4
    assert [(each["broker"], each["account"]) for each in ran.json["unread"]] == [("clear_street", "19816")]
    assert "Forbidden" in ran.err
    assert "clear_street account 19816" in ran.err


def test_totals_of_two_currencies_stay_apart(positions: Run) -> None:
    ran = positions("holdings", "-a", ALPACA_ACCOUNT, "-a", POUND_ACCOUNT, "--json")
    assert [total["currency"] for total in ran.json["totals"]] == ["USD", "XXX"]
    ran = positions("holdings", "-a", ALPACA_ACCOUNT, "-a", POUND_ACCOUNT, "--in-usd", "--json")
    assert [total["currency"] for total in ran.json["totals"]] == ["USD"]


def test_a_failed_read_says_so_and_that_no_money_moved(positions: Run, broker: FaultyBroker) -> None:
    broker.plan(faults.answer(401))
    ran = positions("list", "--json")
    assert ran.code == 1
    assert ran.out
    assert ran.json["kind"] == "error"
    assert ran.json["error"]["exit_code"] == 1
    assert "Unauthorized" in ran.err
    assert "Money: A read moves no money." in ran.err
    assert "To do: Check the key" in ran.err
