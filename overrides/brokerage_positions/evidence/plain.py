"""The values of this package as plain JSON, for the journal, and back again without loss.

Numbers are text, times are ISO 8601 in UTC, sets are sorted lists; ``type`` names the class.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from attrs import frozen

from brokerage_positions.amounts import ClosePositionRequest

from .values import Asked, Evidence, Held, Numbers, OrderSeen, Reading, Verdict

Value = Asked | ClosePositionRequest | Evidence | Held | OrderSeen | Reading | Verdict
Plain = dict[str, Any]


def to_plain(value: Value) -> Plain:
    """A value as objects, lists, texts, numbers, booleans and None: what ``json.dumps`` takes."""
    codecs = _CODECS[type(value)]
    return {"type": type(value).__name__, **{name: code.write(getattr(value, name)) for name, code in codecs.items()}}


def from_plain(plain: Mapping[str, Any]) -> Value:
    """The value that :func:`to_plain` was given.  ``ValueError`` says which field of which type cannot be read."""
    kind = plain.get("type")
    cls = next((cls for cls in _CODECS if cls.__name__ == kind), None)
    if cls is None:
        raise ValueError(f"type: {kind!r} is none of {', '.join(sorted(cls.__name__ for cls in _CODECS))}")
    arguments: dict[str, Any] = {}
    for name, code in _CODECS[cls].items():
        try:
            arguments[name] = code.read(plain[name])
        except KeyError:
            raise ValueError(f"{kind}: {name}: missing") from None
        except (AttributeError, TypeError, ValueError, InvalidOperation) as error:
            raise ValueError(f"{kind}: {name}: {error}") from error
    value: Value = cls(**arguments)
    return value


@frozen
class _Code:
    """How one field is written and read."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]

    def or_none(self) -> "_Code":
        return _Code(
            lambda value: None if value is None else self.write(value),
            lambda plain: None if plain is None else self.read(plain),
        )

    def many(self) -> "_Code":
        return _Code(lambda values: [*map(self.write, values)], lambda plain: tuple(map(self.read, _list(plain))))


def _list(plain: Any) -> list[Any]:
    if type(plain) is not list:
        raise ValueError(f"{plain!r} is no list")
    return [*plain]


def _of(*kinds: type) -> Callable[[Any], Any]:
    def read(plain: object) -> object:
        if type(plain) not in kinds:
            raise ValueError(f"{plain!r} is no {' or '.join(kind.__name__ for kind in kinds)}")
        return plain

    return read


def _one_of(*words: str) -> _Code:
    def read(plain: object) -> object:
        if plain not in words:
            raise ValueError(f"{plain!r} is none of {', '.join(words)}")
        return plain

    return _Code(str, read)


def _value(cls: type[Value]) -> _Code:
    def read(plain: Mapping[str, Any]) -> Value:
        value = from_plain(plain)
        if not isinstance(value, cls):
            raise ValueError(f"a {type(value).__name__} where a {cls.__name__} belongs")
        return value

    return _Code(to_plain, read)


_text: Final = _Code(str, _of(str))
_truth: Final = _Code(bool, _of(bool))
_seconds: Final = _Code(float, _of(float, int))
_number: Final = _Code(str, lambda plain: Decimal(_of(str)(plain)))
_time: Final = _Code(datetime.isoformat, datetime.fromisoformat)
_names: Final = _Code(sorted, lambda plain: frozenset(_text.many().read(plain)))
_held: Final = _value(Held)
_order: Final = _value(OrderSeen)
_amount: Final = _value(ClosePositionRequest)
_numbers: Final = _Code(
    lambda numbers: {name: _number.or_none().write(number) for name, number in numbers.items()},
    lambda plain: Numbers({_text.read(name): _number.or_none().read(number) for name, number in plain.items()}),
)

_CODECS: Final[Mapping[type[Any], Mapping[str, _Code]]] = {
    ClosePositionRequest: {"qty": _number.or_none(), "percentage": _number.or_none()},
    Held: {
        "symbol": _text,
        "names": _names,
        "quantity": _number,
        "available": _number.or_none(),
        "average_price": _number.or_none(),
    },
    Reading: {"at": _time, "monotonic": _seconds, "positions": _held.many()},
    Asked: {
        "what": _one_of("close", "close_all"),
        "names": _names.or_none(),
        "amount": _amount.or_none(),
        "cancel_orders": _truth,
    },
    OrderSeen: {
        "names": _names,
        "side": _one_of("buy", "sell"),
        "quantity": _number.or_none(),
        "created_at": _time,
        "id": _text,
    },
    Evidence: {"orders": _order.many(), "complete": _truth, "listed_at": _time.or_none()},
    Verdict: {
        "kind": _one_of("placed", "not_placed", "still_unknown"),
        "symbol": _text.or_none(),
        "reason": _text,
        "numbers": _numbers,
        "assumptions": _text.many(),
        "order_ids": _text.many(),
    },
}
