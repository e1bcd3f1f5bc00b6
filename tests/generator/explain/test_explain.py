"""``explain``: pages with lines, rules, overlays, repairs and the Python name of one place."""

from pathlib import Path

import pytest

from generator.__main__ import main
from tests.generator.explain.house import HUGO, SOURCES, house, overlay, page

ROOT = Path(__file__).resolve().parents[3]
Capture = pytest.CaptureFixture[str]


def told(capsys: Capture, *arguments: str, root: Path = ROOT, code: int = 0) -> str:
    capsys.readouterr()
    assert main(["explain", "--root", str(root), *arguments]) == code
    seen = capsys.readouterr()
    return seen.err if code == 2 else seen.out


def part(text: str, title: str) -> str:
    """One section of an explanation."""
    return text.partition(f"\n{title}\n")[2].partition("\n\n")[0]


def test_a_field_is_followed_from_its_page_into_the_code(capsys: Capture) -> None:
    text = told(capsys, "alpaca", "Position.qty_available")
    assert text.startswith("Position.qty_available: field of alpaca-broker.yaml, required\n")
    assert "alpaca-broker/readme.getPositionsForAccountBySymbol:82 (nearest line)" in part(text, "pages")
    assert "normalised: added format: decimal" in part(text, "pages")
    assert "fields are united" in part(text, "rules")
    assert "alpaca-broker/descriptions_of_positions.yaml" in part(text, "overlays")
    assert "because: " in part(text, "overlays")
    assert "evidence: " in part(text, "overlays")
    assert part(text, "Python").strip() == ("- alpaca_broker_client.models.position: Position.qty_available: Decimal")


def test_a_line_of_its_own_is_no_nearest_line(capsys: Capture) -> None:
    text = told(capsys, "alpaca", "Position.asset_class")
    assert "readme.getPositionsForAccountBySymbol:126\n" in part(text, "pages")


def test_what_an_overlay_adds_to_an_enumeration_has_that_overlay_and_no_page(capsys: Capture) -> None:
    text = told(capsys, "alpaca", "AssetClass.ipo")
    assert "no page says anything of it" in part(text, "pages")
    assert "asset_classes_newer_than_the_page.yaml" in part(text, "overlays")
    assert "AssetClass.IPO" in part(text, "Python")
    stated = told(capsys, "alpaca", "AssetClass.us_option")
    assert "readme.getPositionsForAccountBySymbol" in part(stated, "pages")
    assert "none changed it" in part(stated, "overlays")


def test_an_answer_is_named_by_the_beginning_of_its_operation_and_its_status(capsys: Capture) -> None:
    text = told(capsys, "alpaca", "close_all", "207")
    assert text.startswith("close_all_positions_for_account 207: answer")
    assert "response-prose" in part(text, "pages")
    assert "close_all_positions_returns_207.yaml" in part(text, "overlays")
    assert "answer 207: list[ClosedPosition]" in part(text, "Python")


def test_an_answer_kept_in_a_component_has_the_overlays_of_both(capsys: Capture) -> None:
    overlays = part(told(capsys, "alpaca", "close_all_positions_for_account", "500"), "overlays")
    assert "added $ref: #/components/responses/LiquidationFailed" in overlays
    assert "added responses.LiquidationFailed" in overlays


def test_an_operation_names_its_sdk_method_and_its_function(capsys: Capture) -> None:
    text = told(capsys, "alpaca", "close_position_for_account")
    assert "sphinx." in part(text, "pages")
    assert "method: close_position_for_account" in part(text, "pages")
    assert "sync(): Order" in part(text, "Python")


def test_a_path_parameter_is_one_however_the_pages_call_it(capsys: Capture) -> None:
    text = told(capsys, "alpaca", "close_position_for_account.symbol_or_asset_id")
    assert "name: symbol, in: path" in part(text, "pages")
    assert "the strongest source names the parameter" in part(text, "rules")
    assert "argument symbol_or_asset_id: str" in part(text, "Python")


def test_a_repair_on_a_page_is_told_where_it_was_made(capsys: Capture) -> None:
    repaired = "opaque-token: clear-street/stainless.get_positions: 24"
    assert repaired in part(told(capsys, "clear", "page_token"), "repairs")
    assert repaired not in told(capsys, "clear", "page_size")


def test_what_a_rule_inferred_is_marked(capsys: Capture) -> None:
    assert "inferred, as no page states it: get-query" in part(told(capsys, "clear", "page_token"), "rules")


def test_a_name_that_fits_several_lists_them(capsys: Capture) -> None:
    text = told(capsys, "alpaca", "symbol_or_asset_id", code=1)
    assert "getPositionsForAccountBySymbol.symbol_or_asset_id" in text
    assert "close_position_for_account.symbol_or_asset_id" in text


def test_a_name_that_fits_nothing_suggests_near_ones(capsys: Capture) -> None:
    assert "did you mean Position.quantity" in told(capsys, "clear", "Position.quantty", code=2)
    assert "alpaca-broker, clear-street" in told(capsys, "nobody", "Position", code=2)


def test_a_pointer_is_a_name(capsys: Capture) -> None:
    text = told(capsys, "alpaca", "/components/schemas/Position/properties/qty")
    assert text.startswith("Position.qty: field")


def test_the_beginning_of_two_brokers_is_neither(tmp_path: Path, capsys: Capture) -> None:
    root = house(tmp_path, page(), page().replace("/v1/", "/v2/"))
    second = SOURCES.replace("things", "thinkers").replace("/v1/", "/v2/")
    (root / "openapi" / "sources.toml").write_text(SOURCES + second)
    assert main(["specs", "--root", str(root), "--pages", str(root / "pages")]) == 0
    assert "the beginning of several brokers" in told(capsys, "thin", "Thing", root=root, code=2)
    assert told(capsys, "thing", "Thing", root=root).startswith("Thing: schema of things.yaml")


def test_every_page_that_says_it_is_named_and_who_won(tmp_path: Path, capsys: Capture) -> None:
    text = told(capsys, "things", "Thing.qty", root=house(tmp_path))
    assert part(text, "pages").count("says:") == 2
    assert "readme.getThing" in part(text, "rules").splitlines()[0]
    assert "hugo." in part(text, "rules")
    assert "things_client.models.thing: Thing.qty: Decimal | Unset" in part(text, "Python")


def test_an_action_that_replaces_is_told_with_before_and_after(tmp_path: Path, capsys: Capture) -> None:
    where = "$.components.schemas.Thing.properties"
    layers = {"things/a": overlay({"target": f"{where}.size", "update": {"type": "number", "description": "How big."}})}
    root = house(tmp_path, page(size={"type": "integer"}), overlays=layers)
    text = part(told(capsys, "things", "Thing.size", root=root), "overlays")
    assert "type: integer -> number" in text
    assert "added description: How big." in text
    assert "things/a.yaml" not in told(capsys, "things", "Thing.qty", root=root)


def test_that_an_overlay_made_a_field_required_is_told_at_the_field(tmp_path: Path, capsys: Capture) -> None:
    layers = {"things/a": overlay({"target": "$.components.schemas.Thing", "update": {"required": ["qty"]}})}
    root = house(tmp_path, overlays=layers)
    assert "added required.qty" in part(told(capsys, "things", "Thing.qty", root=root), "overlays")
    assert "none changed it" in part(told(capsys, "things", "Thing.colour", root=root), "overlays")


def test_members_of_an_enumeration_are_found_by_value(tmp_path: Path, capsys: Capture) -> None:
    root = house(tmp_path, page(colour={"type": "string", "enum": ["red", "deep blue"]}), HUGO)
    assert "ThingColour.DEEP_BLUE" in told(capsys, "things", "deep_blue", root=root)


def test_a_package_that_is_no_python_is_an_error_that_names_the_file(tmp_path: Path, capsys: Capture) -> None:
    root = house(tmp_path)
    (root / "generated_client/things_client/models/thing.py").write_text("class Thing(")
    assert "models/thing.py" in told(capsys, "things", "Thing", root=root, code=2)
