"""Many objects at once: turned into columns, each decoded by its codec, and back into models.

Per value this costs a fraction of reading objects one by one.  The results are the same; what cannot be read is an
error that does not say where, upon which the objects are read one by one.
"""

from collections.abc import Callable, Sequence
from itertools import repeat
from operator import itemgetter
from typing import Any, Final, TypeAlias

from ..errors import DecodeError
from ..types import UNSET
from .codec import are_all, mismatch
from .fields import Fields

#: Reads one object.
ReadOne: TypeAlias = Callable[[Any], Any]
#: For fewer objects than this, columns cost more than they save.
_FEW: Final = 4
#: More than this at once are read in parts, so that columns stay small beside the models.
_MOST: Final = 512


def read_many(make: Callable[..., Any], fields: Fields, read: ReadOne, values: Sequence[Any]) -> list[Any]:
    """A model of each object; ``make`` takes the values of the fields by position, ``read`` a whole object."""
    if len(values) < _FEW:
        return [read(value) for value in values]
    if len(values) > _MOST:
        parts = (values[i : i + _MOST] for i in range(0, len(values), _MOST))
        return [model for part in parts for model in read_many(make, fields, read, part)]
    if not are_all(dict, values):
        raise mismatch("objects", values)
    names = tuple(values[0])
    if len(names) > 1 and frozenset((len(names),)).issuperset(map(len, values)):
        try:
            rows = list(map(itemgetter(*names), values))
        except KeyError:
            pass
        else:  # as many names, and all of these: the very same names
            return _read_alike(make, fields, dict(zip(names, zip(*rows, strict=True), strict=True)), len(values))
    return _read_by_names(make, fields, read, values)


def _read_alike(make: Callable[..., Any], fields: Fields, columns: dict[str, Any], size: int) -> list[Any]:
    decoded: list[Any] = []
    for field in fields.known:
        column = columns.pop(field.name, None)
        if column is not None:
            decoded.append(field.codec.many(column))
        elif field.required:
            raise DecodeError("required field missing")
        else:
            decoded.append(repeat(UNSET, size))
    models = list(map(make, *decoded)) if decoded else [make() for _ in range(size)]
    if columns:
        others = [fields.others.many(column) for column in columns.values()]
        for model, row in zip(models, zip(*others, strict=True), strict=True):
            model.additional_properties = dict(zip(columns, row, strict=True))
    return models


def _read_by_names(make: Callable[..., Any], fields: Fields, read: ReadOne, values: Sequence[Any]) -> list[Any]:
    """Objects that have not all the same names: those that do are read together."""
    alike: dict[tuple[str, ...], list[int]] = {}
    for i, value in enumerate(values):
        alike.setdefault(tuple(value), []).append(i)
    found: list[Any] = [None] * len(values)
    for places in alike.values():
        some = [values[i] for i in places]
        several = len(alike) > 1 and len(some) >= _FEW and len(some[0]) > 1
        models = read_many(make, fields, read, some) if several else map(read, some)
        for i, model in zip(places, models, strict=True):
            found[i] = model
    return found
