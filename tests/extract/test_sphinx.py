"""Sphinx pages: golden pairs, types in any mark-up, and that any text is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import store
from generator.errors import PageError
from generator.extract import sphinx
from generator.extract.sphinx.type_text import type_name
from tests.conftest import Golden
from tests.extract.pairs import HERE, SEEDS, cases, facts_as_yaml, page
from tests.generator import pages


@pytest.mark.parametrize("case", cases("sphinx"))
def test_golden(case: str, golden: Golden) -> None:
    assert sphinx.matches((HERE / "sphinx" / case).read_text("utf-8"))
    where, facts = facts_as_yaml("sphinx", case, sphinx.extract)
    golden(facts, where)


@pytest.mark.parametrize("text", [pages.HUGO, pages.UNKNOWN, pages.readme(), "", "Call Client.get_thing(1) to see.\n"])
def test_other_pages_are_left_alone(text: str) -> None:
    assert not sphinx.matches(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("_Union**[** UUID**,_ _str**]_", "Union[UUID, str]"),
        ("_Optional**[** bool**]_", "Optional[bool]"),
        ("List[[Thing](https://example.com/m.md#x)]", "List[Thing]"),
        ("*str*", "str"),
        ("`str`", "str"),
        ("x.y.models.Order", "Order"),
        ("Dict[ str ,Any ]", "Dict[str, Any]"),
        ("Thing|None", "Thing | None"),
        ("my_module.my_type", "my_type"),
        ("Literal['a', 'b']", "Literal['a', 'b']"),
        ("the order that was placed", None),
        ("List[Order", None),
        ("List]Order[", None),
        ("__import__('os')", None),
        ("", None),
    ],
)
def test_types(text: str, name: str | None) -> None:
    assert type_name(text) == name


@given(st.text() | st.text(alphabet="*_[]()#.,:=|→-> \nCClient.get_x", max_size=300))
def test_any_text_is_read(text: str) -> None:
    sphinx.matches(text)
    sphinx.extract(page(text))
    sphinx.extract(page("#### Client.get_x(" + text + ")\n* **Return type:**\n" + text))


@given(st.data())
def test_any_cut_is_read(data: st.DataObject) -> None:
    text = (HERE / "sphinx" / data.draw(st.sampled_from(cases("sphinx")))).read_text("utf-8")
    sphinx.extract(page(text[: data.draw(st.integers(0, len(text)))]))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real pages are not beside the repository")
def test_real_page() -> None:
    real = next(p for p in store.read_pages(SEEDS) if not isinstance(p, PageError) and sphinx.matches(p.text))
    methods = sphinx.extract(real).document["x-sdk-methods"]
    assert [(m["method"], m["returns"]) for m in methods] == [
        ("get_all_positions_for_account", "List[Position]"),
        ("get_open_position_for_account", "Position"),
        ("close_all_positions_for_account", "List[ClosePositionResponse]"),
        ("close_position_for_account", "Order"),
    ]
