"""Requests that a fuzzer makes of the two documents: every answer has to be what the documents say."""

import os
import subprocess
from pathlib import Path
from typing import Final

import pytest

from brokerage_positions.sandbox import Sandbox

FUZZER: Final = os.environ.get("SCHEMATHESIS") or None
ROOT: Final = Path(__file__).parents[3]
#: What no document can say: which page tokens there are, that only one of two parameters is to be sent (an empty one
#: counts as none), and, where all has to be right, what a decimal number looks like and what is held.
ANYWHERE: Final = '[parameters]\n"query.page_token" = "WzAsIDFd"\n"query.percentage" = ""\n'
AIMED: Final = {
    "alpaca-broker": """[parameters]
account_id = "3f2b8a64-0c1d-4f7e-9a55-7d6c5b4a3921"
symbol_or_asset_id = "BTC/USD"
"query.percentage" = "12.5"
"query.qty" = ""
""",
    "clear-street": """[parameters]
account_id = 19816
instrument_id = "AAPL"
"query.page_token" = "WzAsIDFd"
""",
}


@pytest.mark.skipif(FUZZER is None, reason="SCHEMATHESIS is not set: the path of schemathesis' `st`")
@pytest.mark.parametrize("mode", ["positive", "all"], ids=["at_what_is_held", "anywhere"])
@pytest.mark.parametrize("broker", AIMED)
def test_a_fuzzer_finds_nothing(broker: str, mode: str, tmp_path: Path) -> None:
    config, document = tmp_path / "schemathesis.toml", ROOT / "openapi" / f"{broker}.yaml"
    # Where wrong requests are made as well, a value that is given would stand in for the wrong one.
    config.write_text(AIMED[broker] if mode == "positive" else ANYWHERE)
    with Sandbox(Path(__file__).with_name("unending.toml")) as sandbox:
        keys = sandbox.credentials
        if broker == "alpaca-broker":
            key = ("--auth", f"{keys.alpaca_key}:{keys.alpaca_secret}")
        else:
            key = ("--header", f"Authorization: Bearer {keys.clear_street_key}")
        how = (*key, "--url", sandbox.url, "--mode", mode, "--max-examples", "60", "--seed", "1", "--no-color")
        done = subprocess.run(
            [str(FUZZER), "--config-file", str(config), "run", str(document), *how],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        granted = [entry for entry in sandbox.log if entry.status in (200, 207)]
    assert done.returncode == 0, done.stdout
    assert granted or mode == "all", done.stdout
