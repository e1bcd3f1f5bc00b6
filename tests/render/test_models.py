"""What a decoded value is, and that it goes back as it came."""

import copy
import json
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.values import locker

ID: Final = locker()["id"]


def test_amounts_uuids_times_and_days_are_values_of_their_own(models: Any) -> None:
    found = models.Locker.from_dict(locker(day="2025-10-31", rate=0.1, shelf=-1, weight=2.5, fees=["1", "0.10"]))
    assert found.id == UUID("7b1fd8a0-91f5-4b6b-8a2d-5b1d0c6b1c22")
    assert (found.fee, str(found.fee)) == (Decimal("12.50"), "12.50")
    assert found.opened_at == datetime(2025, 10, 3, 14, 1, 15, 500000, UTC)
    assert found.day == date(2025, 10, 31)
    assert found.rate == Decimal("0.1")
    assert found.shelf is models.Shelf.VALUE_NEGATIVE_1
    assert found.fees == [Decimal("1"), Decimal("0.10")]


def test_everything_goes_back_as_it_came(models: Any) -> None:
    given = locker(
        old_kind="DAY",
        boss=locker(note="n", inside=[locker(kind="")]),
        inside=None,
        count=3,
        free=False,
        fees=["0.000000001"],
        kinds=["night-shift", "new"],
        label=7,
        version="v1",
        anything={"a": [1, None]},
        unknown={"b": 2.5},
        slip={"id": "s", "locker": None, "amount": None},
        size=None,
        mood="bad",
        door={"width": 3, "colour": "red"},
        limits={"a": "1.50", "b": "0"},
        rack={"id": "7b1fd8a0-91f5-4b6b-8a2d-5b1d0c6b1c22", "rows": [["small", None], [], ["huge"]], "total": "0"},
        **{"class": "c", "from_dict": "f", "additional_properties": "p", "aB": "1", "a_b": "2", "_a-b": "3"},
    )
    given["opened_at"] = "2025-10-03T14:01:15.500000Z"
    given["boss"]["opened_at"] = given["boss"]["inside"][0]["opened_at"] = given["opened_at"]
    found = models.Locker.from_dict(given)
    assert found.to_dict() == given
    assert found.additional_properties == {"unknown": {"b": 2.5}}
    assert found.limits.additional_properties == {"a": Decimal("1.50"), "b": Decimal("0")}
    assert found.rack.rows[0] == [models.Size.SMALL, None]
    assert found.rack.total == Decimal("0")
    assert (type(found.mood), type(found.door)) == (models.LockerMood, models.LockerDoor)
    assert (found.class_, found.from_dict_, found.additional_properties_) == ("c", "f", "p")


def test_what_is_left_out_null_or_given_stays_told_apart(models: Any, types: Any) -> None:
    cases: list[Any] = [..., None, []]
    for inside in cases:
        found = models.Locker.from_dict(locker(inside=inside))
        assert found.inside is types.UNSET if inside is ... else found.inside == inside
        assert ("inside" in found.to_dict()) == (inside is not ...)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": ...}, "required field missing @ $.id"),
        ({"id": None}, "expected a UUID string, got null @ $.id"),
        ({"id": "x"}, "not a UUID @ $.id"),
        ({"fee": "NaN"}, "not a decimal number @ $.fee"),
        ({"fee": "Infinity"}, "not a decimal number @ $.fee"),
        ({"fee": "1_000"}, "not a decimal number @ $.fee"),
        ({"fee": ""}, "not a decimal number @ $.fee"),
        ({"kind": 7}, "expected a string, got a number @ $.kind"),
        ({"kind": ["day"]}, "expected a string, got an array @ $.kind"),
        ({"opened_at": "soon"}, "not a date-time @ $.opened_at"),
        ({"opened_at": "10"}, "not a date-time @ $.opened_at"),
        ({"day": "20251031"}, "not a date @ $.day"),
        ({"boss": locker(boss=locker(fee=[]))}, "expected a decimal string, got an array @ $.boss.boss.fee"),
        ({"inside": [locker(), locker(fee="x")]}, "not a decimal number @ $.inside[1].fee"),
        ({"inside": {}}, "expected an array, got an object @ $.inside"),
        ({"fees": ["1", None]}, "expected a decimal string, got null @ $.fees[1]"),
        ({"free": "true"}, "expected a boolean, got a string @ $.free"),
        ({"count": True}, "expected an integer, got a boolean @ $.count"),
        ({"weight": float("inf")}, "the number is too large @ $.weight"),
        ({"version": "v2"}, "not the one value that the document allows @ $.version"),
        ({"label": []}, "expected an integer or a string, got an array @ $.label"),
        ({"slip": {"id": "s"}}, "required field missing @ $.slip.locker"),
        ({"limits": {"a": "1", "b": "x"}}, "not a decimal number @ $.limits.b"),
        (
            {"rack": {"id": locker()["id"], "rows": [[], ["small", 1]]}},
            "expected a string, got a number @ $.rack.rows[1][1]",
        ),
        ({"size": 1}, "expected a string, got a number @ $.size"),
        ({"_a-b": 1}, "expected a string, got a number @ $['_a-b']"),
        ({"class": 1}, "expected a string, got a number @ $.class"),
    ],
)
def test_an_error_says_what_is_wrong_and_where(
    models: Any, errors: Any, change: dict[str, Any], told: str | None
) -> None:
    if told is None:
        models.Locker.from_dict(locker(**change))
        return
    with pytest.raises(errors.DecodeError) as caught:
        models.Locker.from_dict(locker(**change))
    assert str(caught.value) == told


def test_finding_an_error_does_not_take_twice_as_long_with_every_level(models: Any, errors: Any) -> None:
    deep = locker(fee="bad")
    for _ in range(60):
        deep = locker(boss=deep, slip={"id": "s", "locker": None})
    with pytest.raises(errors.DecodeError, match=r"not a decimal number @ \$(\.boss){60}\.fee"):
        models.Locker.from_dict(deep)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-05-13T16:25:29.336330998Z", datetime(2022, 5, 13, 16, 25, 29, 336330, UTC)),
        ("2025-10-03T14:01:15.000000000Z", datetime(2025, 10, 3, 14, 1, 15, 0, UTC)),
        ("2025-10-03 14:01:15+00:00", datetime(2025, 10, 3, 14, 1, 15, 0, UTC)),
        ("2025-10-03T14:01:15-0400", datetime(2025, 10, 3, 14, 1, 15, 0, timezone(timedelta(hours=-4)))),
        ("2025-10-03T24:00:00Z", datetime(2025, 10, 4, 0, 0, 0, 0, UTC)),
        ("2025-10-03T14:01:15", datetime(2025, 10, 3, 14, 1, 15, 0, UTC)),
    ],
)
def test_times_are_aware_in_every_form_seen(models: Any, text: str, expected: datetime) -> None:
    found = models.Locker.from_dict(locker(opened_at=text)).opened_at
    assert found == expected
    assert found.tzinfo is not None


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_amounts_are_written_plainly_and_lose_nothing(models: Any, amount: Decimal) -> None:
    found = models.Locker.from_dict(locker())
    found.fee = amount
    written = found.to_dict()["fee"]
    assert "e" not in written.lower()
    assert Decimal(written) == amount
    assert models.Locker.from_dict(locker(fee=written)).fee == amount


@pytest.mark.parametrize("bad", [Decimal("NaN"), Decimal("Infinity"), 1.5, None, "", "x", True])
def test_what_is_no_exact_amount_is_not_sent(models: Any, bad: Any) -> None:
    found = models.Locker.from_dict(locker())
    found.fee = bad
    with pytest.raises((TypeError, ValueError)):
        found.to_dict()


@pytest.mark.parametrize("value", ["day", "", "brand new", "Day"])
def test_an_enumeration_keeps_what_it_does_not_know(models: Any, value: str) -> None:
    kind: Any = models.Locker.from_dict(locker(kind=value)).kind
    assert kind.value == value
    assert kind.is_known == (value in ("day", ""))
    assert isinstance(kind, str)
    assert isinstance(kind, models.Kind)
    assert kind == value
    assert value == kind
    assert hash(kind) == hash(value)
    assert {value: 1}[kind] == 1
    assert str(kind) == f"{kind}" == value
    assert json.dumps(kind) == json.dumps(value)
    for other in (copy.copy(kind), copy.deepcopy(kind), pickle.loads(pickle.dumps(kind))):
        assert type(other) is models.Kind
        assert other == value


def test_known_values_are_members_and_unknown_ones_do_not_pile_up(models: Any) -> None:
    assert models.Locker.from_dict(locker(kind="day")).kind is models.Kind.DAY
    assert models.Locker.from_dict(locker(kind="DAY")).kind is models.Kind.DAY_
    models.Locker.from_dict(locker(kind="brand new", shelf=99))
    assert [kind.value for kind in models.Kind] == ["", "day", "DAY", "night-shift"]
    assert [shelf.value for shelf in models.Shelf] == [-1, 0, 1]


def test_an_enumeration_of_numbers_is_open_too(models: Any) -> None:
    shelf = models.Locker.from_dict(locker(shelf=99)).shelf
    assert not shelf.is_known
    assert shelf == 99
    assert pickle.loads(pickle.dumps(shelf)) == copy.deepcopy(shelf) == 99


def test_unset_is_one_thing(types: Any) -> None:
    assert pickle.loads(pickle.dumps(types.UNSET)) is types.UNSET
    assert copy.deepcopy(types.UNSET) is copy.copy(types.UNSET) is types.UNSET
    assert not types.UNSET


def test_models_survive_pickle_and_deepcopy(models: Any) -> None:
    found = models.Locker.from_dict(locker(kind="brand new", boss=locker(), extra=1))
    assert pickle.loads(pickle.dumps(found)) == found
    assert copy.deepcopy(found) == found
    assert copy.deepcopy(found).to_dict() == found.to_dict()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"id": "1", "locker": None}, "Slip"),
        ({"message": "no"}, "Problem"),
        ({"message": "no", "code": 4, "symbol": "A", "more": 1}, "Problem"),
        ({"code": 4}, "dict"),
        ({"id": "1", "symbol": "A", "amount": "1"}, "dict"),
        ({"id": "1", "locker": None, "amount": "x"}, "dict"),
        ({"id": "1", "symbol": "A", "amount": "1", "message": "m"}, "dict"),
        ({"else": 1}, "dict"),
        ({}, "dict"),
        ("busy", "str"),
        ([1], "list"),
        (None, "NoneType"),
    ],
)
def test_one_of_several_objects_is_told_by_its_names_and_kept_if_it_fits_none(
    models: Any, body: Any, expected: str
) -> None:
    found = models.ClearResult.from_dict({"symbol": "A", "status": 200, "body": body})
    assert type(found.body).__name__ == expected
    assert found.to_dict()["body"] == body


def test_nothing_is_changed_in_what_was_given(models: Any) -> None:
    given = locker(boss=locker(extra=1))
    before = copy.deepcopy(given)
    models.Locker.from_dict(given)
    assert given == before


_SCALARS: Final = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
_JSON: Final = st.recursive(
    _SCALARS | st.text("0123456789-:.TWZ+eE day", max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "message"]), inner, max_size=2),
    max_leaves=6,
)
_NAMES: Final = (
    "id fee rate kind shelf opened_at day note boss inside count weight free fees kinds label version slip rack door"
)


@given(st.dictionaries(st.sampled_from(_NAMES.split()), _JSON, min_size=1, max_size=3))
def test_whatever_comes_is_read_whole_or_is_an_error_that_says_where(
    models: Any, errors: Any, changes: dict[str, Any]
) -> None:
    try:
        found = models.Locker.from_dict(locker(**changes))
    except errors.DecodeError as error:
        assert error.path.startswith(tuple(f"$.{name}" for name in changes))  # noqa: PT017
        return
    again = models.Locker.from_dict(json.loads(json.dumps(found.to_dict())))
    assert again == found


@given(st.datetimes(timezones=st.timezones() | st.just(UTC)))
def test_a_time_comes_back_as_it_went(models: Any, moment: datetime) -> None:
    offset = moment.utcoffset() or timedelta()
    moment = moment.replace(tzinfo=timezone(timedelta(seconds=offset.total_seconds() // 60 * 60)))
    found = models.Locker.from_dict(locker())
    found.opened_at = moment
    assert models.Locker.from_dict(found.to_dict()).opened_at == moment
