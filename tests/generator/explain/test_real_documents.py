"""Every name of both documents can be asked for, and each has something behind it."""

from pathlib import Path

import pytest

from generator import inquiry, workspace
from generator.document import get
from generator.evidence.trail.account import account
from generator.evidence.trail.places import Place, places
from generator.evidence.trail.search import search
from generator.evidence.trail.values import Account, Trail

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = ("alpaca-broker.yaml", "clear-street.yaml")


@pytest.fixture(scope="module")
def trails() -> dict[str, Trail]:
    return {one.provider.document: inquiry.followed(ROOT, one) for one in workspace.documents(ROOT)}


def accounts(way: Trail) -> list[Account]:
    return [account(way, place) for place in places(way.final)]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_name_finds_itself(trails: dict[str, Trail], name: str) -> None:
    known = places(trails[name].final)
    lost = [place.name for place in known if place not in search(known, place.name).places]
    assert len(known) > 100
    assert not lost


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_pointer_leads_somewhere_in_the_document(trails: dict[str, Trail], name: str) -> None:
    for place in places(trails[name].final):
        get(trails[name].spec.document, place.pointer)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_page_is_said_to_say_stands_in_its_extract(trails: dict[str, Trail], name: str) -> None:
    origins = [origin for one in accounts(trails[name]) for origin in one.origins]
    for origin in origins:
        if not isinstance(origin.node, dict):
            continue  # an entry of an enumeration: a list in the extract
        assert get(origin.page.document, origin.pointer) is not None
        # Extracts keep the lines of operations and schemas, and of nothing beside them.
        assert origin.line in {*origin.page.lines.values(), None}
        assert origin.line or not origin.pointer.startswith(("/paths/", "/components/schemas/", "/x-sdk-methods/"))
    assert len(origins) > 50


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_is_without_a_page_an_overlay_or_a_rule(trails: dict[str, Trail], name: str) -> None:
    def backed(one: Account) -> bool:
        return bool(one.origins or one.overlays or one.merged or one.conflicts)

    assert [one.place.name for one in accounts(trails[name]) if not backed(one)] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_field_value_operation_parameter_and_answer_is_found_in_the_code(
    trails: dict[str, Trail], name: str
) -> None:
    kinds = {"schema", "field", "value", "operation", "parameter", "body"}

    def expected(place: Place) -> bool:
        return place.kind in kinds or (place.kind == "answer" and len(place.words) > 1)

    lost = [one.place.name for one in accounts(trails[name]) if expected(one.place) and not one.code]
    assert lost == []
