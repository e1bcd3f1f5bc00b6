"""Many objects are read together, by columns: the results are those of reading them one by one."""

import importlib
import json
import pickle
import re
import tracemalloc
from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.values import DEPOT, locker

Answering = Callable[..., tuple[Any, Any]]

_AMOUNTS: Final = "1 -0.50 +1. .5 1e3 1E-7 1e9999 1_0 \u0661 NaN -Infinity --1 .".split()
_WORDS: Final = "day night-shift new 2025-10-31 2025-10-31T14:01:15.123456789Z".split()
_IDS: Final = (DEPOT, DEPOT.upper(), DEPOT.replace("-", ""), DEPOT.replace("-", "_"), f"urn:uuid:{DEPOT}"[:36])
_ODD: Final = (*_AMOUNTS, *_WORDS, *_IDS, "", " 1", "\ud800")
_TEXTS: Final = st.text(max_size=4) | st.sampled_from(_ODD)
_VALUES: Final[st.SearchStrategy[Any]] = (
    _TEXTS | st.none() | st.booleans() | st.integers(-2, 2) | st.floats(allow_nan=False) | st.just([]) | st.just({})
)
_NAMES: Final = (
    "id fee rate kind shelf opened_at day note boss inside count weight free fees kinds label version slip rack door"
    " size mood limits anything unknown"
).split()
_CHANGES: Final = st.dictionaries(st.sampled_from(_NAMES), _VALUES | st.just(...), max_size=2)
_BODIES: Final = st.sampled_from(
    [
        {"id": "1", "locker": None},
        {"id": "1", "locker": 7},
        {"message": "no"},
        {"message": 7},
        {"message": "no", "code": 4},
        {"id": "1", "symbol": "A", "amount": "1"},
        {"else": 1},
        {},
        [1],
        "busy",
        None,
    ]
)


def _one_by_one(kind: Any, rows: list[Any], error: type[Exception]) -> Any:
    """What each gives alone; where the first that cannot be read is."""
    found = []
    for i, row in enumerate(rows):
        try:
            found.append(kind.from_dict(row))
        except error as told:
            return str(told).replace("@ $", f"@ $[{i}]")
    return found


def _together(decode: Callable[[Any], Any], rows: list[Any], error: type[Exception]) -> Any:
    try:
        return decode(rows)
    except error as told:
        return str(told)


def _decoder(sample: Any, kind: Any) -> Callable[[Any], Any]:
    wire = importlib.import_module(f"{sample.__name__}._wire")
    decode: Callable[[Any], Any] = wire.list_of(wire.model(kind)).decode
    return decode


def _same(left: Any, right: Any) -> bool:
    # ``repr`` too: 1 and True, 0.1 and Decimal("0.1"), "day" and Kind.DAY are equal.
    return bool(left == right) and repr(left) == repr(right)


@given(st.lists(_CHANGES, min_size=1, max_size=12), st.integers(0, 8))
def test_objects_read_together_are_what_they_are_alone(
    sample: Any, models: Any, errors: Any, changes: list[dict[str, Any]], more: int
) -> None:
    rows = [locker(**change) for change in changes] + [locker()] * more
    alone = _one_by_one(models.Locker, rows, errors.DecodeError)
    assert _same(_together(_decoder(sample, models.Locker), rows, errors.DecodeError), alone)


@given(_CHANGES, st.integers(4, 9))
def test_objects_that_are_all_alike_are_what_they_are_alone(
    sample: Any, models: Any, errors: Any, change: dict[str, Any], size: int
) -> None:
    rows = [locker(**change) for _ in range(size)]
    alone = _one_by_one(models.Locker, rows, errors.DecodeError)
    assert _same(_together(_decoder(sample, models.Locker), rows, errors.DecodeError), alone)


@pytest.mark.parametrize("name", _NAMES)
def test_each_odd_value_is_taken_or_refused_as_it_is_alone(sample: Any, models: Any, errors: Any, name: str) -> None:
    decode = _decoder(sample, models.Locker)
    for value in (*_ODD, None, True, 1, 1.5, 1e300, float("inf"), [], {}, ["1", None], {"a": "1"}, ...):
        for size, others in ((6, 0), (1, 5), (4, 4)):
            rows = [locker(**{name: value}) for _ in range(size)] + [locker() for _ in range(others)]
            alone = _one_by_one(models.Locker, rows, errors.DecodeError)
            assert _same(_together(decode, rows, errors.DecodeError), alone), (value, size, others)


@given(st.lists(_BODIES, min_size=1, max_size=12))
def test_each_entry_of_a_multi_status_answer_is_what_it_is_alone(
    sample: Any, models: Any, errors: Any, bodies: list[Any]
) -> None:
    rows = [{"symbol": "A", "status": 200, "body": body} for body in bodies]
    alone = _one_by_one(models.ClearResult, rows, errors.DecodeError)
    assert _same(_together(_decoder(sample, models.ClearResult), rows, errors.DecodeError), alone)


@pytest.mark.parametrize("size", [1, 5, 513, 1500])
def test_the_place_of_one_bad_item_is_told(sample: Any, models: Any, errors: Any, size: int) -> None:
    rows = [locker() for _ in range(size)]
    rows[-1]["fee"] = "x"
    with pytest.raises(errors.DecodeError) as caught:
        _decoder(sample, models.Locker)(rows)
    assert str(caught.value) == f"not a decimal number @ $[{size - 1}].fee"


def test_unknown_fields_and_words_are_kept_where_others_have_none(sample: Any, models: Any) -> None:
    rows = [locker(kind=f"kind {i}", new=[i]) if i % 3 else locker() for i in range(30)]
    found = _decoder(sample, models.Locker)(rows)
    assert [item.additional_properties for item in found] == [{"new": [i]} if i % 3 else {} for i in range(30)]
    assert [item.kind for item in found] == [row["kind"] for row in rows]
    found[0].additional_properties["own"] = 1
    assert found[3].additional_properties == {}


def test_what_was_given_is_not_changed_nor_held(sample: Any, models: Any) -> None:
    rows = [locker(new=1) for _ in range(6)]
    before = json.loads(json.dumps(rows))
    found = _decoder(sample, models.Locker)(rows)
    found[0].additional_properties["more"] = 2
    assert rows == before


def test_a_uuid_is_a_whole_one(sample: Any, models: Any) -> None:
    found = models.Locker.from_dict(locker()).id
    assert (type(found), found, found.is_safe) == (UUID, UUID(locker()["id"]), UUID(locker()["id"]).is_safe)
    assert pickle.loads(pickle.dumps(found)) == found
    assert hash(found) == hash(UUID(locker()["id"]))


_UUID = re.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")


@pytest.mark.parametrize(
    "text", [*_IDS, f"{DEPOT}0", DEPOT[:-1], f"----{DEPOT.replace('-', '')}", f"{DEPOT[:-1]}g", f"{{{DEPOT[1:-1]}}}"]
)
def test_only_what_has_the_form_of_a_uuid_is_one(models: Any, errors: Any, text: str) -> None:
    """Stricter than ``UUID``, which makes an id also of blanks, underscores and dashes anywhere."""
    if _UUID.fullmatch(text):
        assert models.Locker.from_dict(locker(id=text)).id == UUID(text)
    else:
        with pytest.raises(errors.DecodeError, match="not a UUID"):
            models.Locker.from_dict(locker(id=text))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32-be"])
@pytest.mark.parametrize("space", ["", " ", "\n"])
def test_an_answer_is_read_in_every_encoding_of_json(
    answering: Answering, operation: Callable[[str], Any], encoding: str, space: str
) -> None:
    text = space + json.dumps({"data": [locker(note="é")], "next_token": None}, ensure_ascii=False) + space
    client, _ = answering(200, text.encode(encoding))
    assert operation("list_lockers").sync(UUID(DEPOT), client=client).data[0].note == "é"


@pytest.mark.parametrize("after", ["{}", "x", ",", "\x00"])
def test_an_answer_with_more_than_one_value_is_refused(
    answering: Answering, errors: Any, operation: Callable[[str], Any], after: str
) -> None:
    client, _ = answering(200, (json.dumps({"data": [], "next_token": None}) + after).encode())
    with pytest.raises(errors.DecodeError, match="expected JSON, got something else"):
        operation("list_lockers").sync(UUID(DEPOT), client=client)


def test_an_error_deep_inside_lists_is_found_in_time_that_grows_with_the_answer(
    sample: Any, models: Any, errors: Any
) -> None:
    deep = locker(fee="bad")
    for _ in range(40):
        deep = locker(inside=[locker(), locker(), locker(), locker(), deep])
    with pytest.raises(errors.DecodeError, match=r"not a decimal number @ \$(\.inside\[4\]){40}\.fee"):
        models.Locker.from_dict(deep)


def test_columns_stay_small_beside_the_models(sample: Any, models: Any) -> None:
    rows = [locker() for _ in range(6000)]
    decode = _decoder(sample, models.Locker)
    tracemalloc.start()
    kept = decode(rows)
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(kept) == 6000
    assert peak < held * 1.1
