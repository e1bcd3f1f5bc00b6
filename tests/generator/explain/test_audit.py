"""``audit``: what each check finds in a repository with one thing wrong, and that a sound one passes."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator import store
from generator.__main__ import main
from tests.generator import pages
from tests.generator.explain.house import HUGO, PATH, house, overlay, page

Capture = pytest.CaptureFixture[str]
QTY = "$.components.schemas.Thing.properties.qty"


def audit(root: Path, capsys: Capture, *more: str) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["audit", "--root", str(root), *more])
    return code, capsys.readouterr().out


def scraped(root: Path, days: int | None) -> Path:
    """Say of every extract that its page was scraped so many days ago."""
    moment = None if days is None else f"{datetime.now(UTC) - timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}"
    for path in (root / "openapi" / "extracted").rglob("*.yaml"):
        extract = store.read_yaml(path)
        extract["page"]["scraped_at"] = moment
        store.write_file(path, store.to_yaml(extract))
    return root


def sound(tmp_path: Path, *texts: str, **layers: bytes) -> Path:
    overlays = {f"things/{name}": content for name, content in layers.items()}
    return scraped(house(tmp_path, *(texts or (page(),)), overlays=overlays), days=1)


def test_a_sound_repository_has_no_findings(tmp_path: Path, capsys: Capture) -> None:
    code, text = audit(sound(tmp_path), capsys)
    assert "  - " not in text
    assert code == 0


def test_a_page_is_old_after_as_many_days_as_are_given(tmp_path: Path, capsys: Capture) -> None:
    root = scraped(sound(tmp_path), days=40)
    assert audit(root, capsys)[0] == 0
    code, text = audit(root, capsys, "--older-than", "30")
    assert code == 1
    assert "page-old: things/readme.getThing: scraped 40 days ago" in text
    assert "page-undated: things/readme.getThing" in audit(scraped(root, None), capsys)[1]


def test_a_moment_without_a_zone_is_one(tmp_path: Path, capsys: Capture) -> None:
    root = sound(tmp_path)
    for path in (root / "openapi" / "extracted").rglob("*.yaml"):
        extract = store.read_yaml(path)
        extract["page"]["scraped_at"] = "2001-02-03T04:05:06"
        store.write_file(path, store.to_yaml(extract))
    assert "page-old: things/readme.getThing" in audit(root, capsys)[1]


@pytest.mark.parametrize("days", ["-1", "many", "1000000"])
def test_a_number_of_days_that_is_none_is_refused(days: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["audit", "--older-than", days])
    assert stopped.value.code == 2
    assert "--older-than" in capsys.readouterr().err


def test_numbers_and_amounts_have_formats(tmp_path: Path, capsys: Capture) -> None:
    layer = overlay(
        {
            "target": "$.components.schemas.Thing.properties",
            "update": {"fee": {"type": "string"}, "label": {"type": "string"}, "weight": {"type": "number"}},
        }
    )
    text = audit(sound(tmp_path, page(size={"type": "integer"}), prices=layer), capsys)[1]
    found = [line.partition(":")[0].strip(" -") + " " + line.rpartition("/")[2].split(":")[0] for line in lines(text)]
    assert sorted(found) == ["amount-without-format fee", "number-without-format size", "number-without-format weight"]


def test_an_amount_that_is_an_overlay_away_from_its_format_is_settled_by_it(tmp_path: Path, capsys: Capture) -> None:
    sized = overlay({"target": "$.components.schemas.Thing.properties.size", "update": {"format": "int32"}})
    assert audit(sound(tmp_path, page(size={"type": "integer"}), sized=sized), capsys)[0] == 0


def test_an_example_may_not_show_what_no_schema_names(tmp_path: Path, capsys: Capture) -> None:
    media = "$.paths['/v1/things/{thing}'].get.responses['200'].content['application/json']"
    layer = overlay({"target": media, "update": {"example": {"qty": "1", "extra": 1, "colour": "red"}}})
    text = audit(sound(tmp_path, shown=layer), capsys)[1]
    assert [line.split(": ")[3] for line in lines(text)] == ["$.extra is in no schema"]


def test_an_example_that_contradicts_its_schema_is_found(tmp_path: Path, capsys: Capture) -> None:
    layer = overlay({"target": "$.components.schemas.Thing.properties.colour", "update": {"examples": [7]}})
    text = audit(sound(tmp_path, shown=layer), capsys)[1]
    assert len(lines(text)) == 1
    assert "example-contradicts-schema: things.yaml: /components/schemas/Thing/properties/colour" in text


def test_what_only_a_rule_says_is_a_claim_without_evidence(tmp_path: Path, capsys: Capture) -> None:
    text = audit(sound(tmp_path, HUGO), capsys)[1]
    assert "claim-inferred: things.yaml: /paths/~1v1~1things~1{id}" in text
    assert "path-template" in text


def test_what_only_a_repair_added_is_without_source(tmp_path: Path, capsys: Capture) -> None:
    definition = json.loads(page().split("```")[1].removeprefix("json"))
    del definition["paths"][PATH]["get"]["parameters"]
    text = audit(sound(tmp_path, pages.embedded(json.dumps(definition))), capsys)[1]
    assert "claim-without-source: things.yaml: " in text
    assert "no page says getThing.thing" in text


def test_a_status_without_a_body_and_one_that_is_only_told_of(tmp_path: Path, capsys: Capture) -> None:
    layer = overlay(
        {
            "target": "$.paths['/v1/things/{thing}'].get",
            "update": {
                "description": "Answers with 429 when asked too often; HTTP 200 is fine; a lot of 300 things.",
                "responses": {"404": {"description": "None."}, "204": {"description": "Nothing to say."}},
            },
        }
    )
    text = audit(sound(tmp_path, told=layer), capsys)[1]
    assert "status-in-prose-only" in lines(text)[0]
    assert "responses/404" in lines(text)[0]
    assert "status-mentioned-only" in lines(text)[1]
    assert "tells of 429" in lines(text)[1]
    assert len(lines(text)) == 2


def test_an_overlay_has_to_do_something(tmp_path: Path, capsys: Capture) -> None:
    idle = overlay({"target": QTY, "update": {"type": "string"}})
    text = audit(sound(tmp_path, idle=idle), capsys)[1]
    assert len(lines(text)) == 1
    assert "overlay-changes-nothing: things.yaml: things/idle.yaml: /actions/0" in text


def test_evidence_has_to_be_there(tmp_path: Path, capsys: Capture) -> None:
    action = {"target": QTY, "update": {"description": "How many."}}
    told = overlay(action, evidence="things/readme.getThing, line 7: a string; and/or hugo.tables of old")
    assert audit(sound(tmp_path / "a", told=told), capsys)[0] == 0
    gone = overlay(action, evidence="things/hugo.get-thing+get-thing-one, line 3: a table")
    text = audit(sound(tmp_path / "b", gone=gone), capsys)[1]
    assert "evidence-missing: things.yaml: things/gone.yaml: /info/x-evidence/0" in text
    assert "no extract is called things/hugo.get-thing+get-thing-one:" in text


def test_an_overlay_of_no_document_is_never_applied_and_said_so(tmp_path: Path, capsys: Capture) -> None:
    stray = overlay({"target": "$.info", "update": {"x": 1}}, extends="thing.yaml")
    text = audit(sound(tmp_path, stray=stray), capsys)[1]
    assert "overlay-unused: things/stray.yaml" in text


def test_a_repository_that_cannot_be_built_cannot_be_audited(tmp_path: Path, capsys: Capture) -> None:
    assert main(["audit", "--root", str(tmp_path), "--html", str(tmp_path / "a.html")]) == 2
    assert "sources.toml" in capsys.readouterr().err
    assert not (tmp_path / "a.html").exists()


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("  - ")]
