# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""Points in time, days, and UUIDs: strings with a form of their own."""

from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID, SafeUUID

from ..errors import DecodeError
from .codec import Codec, mismatch

_new: Final = UUID.__new__
_set_int: Final = vars(UUID)["int"].__set__
_set_is_safe: Final = vars(UUID)["is_safe"].__set__
_UNKNOWN: Final = SafeUUID.unknown


def decode_datetime(value: Any) -> datetime:
    """An aware datetime.  Without a zone it is taken as UTC; digits past the microsecond are dropped."""
    if type(value) is not str:
        raise mismatch("a date-time string", value)
    try:
        found = datetime.fromisoformat(value) if len(value) > 10 else None
    except ValueError:
        found = _isoparse(value)
    if found is None:
        raise DecodeError("not a date-time")
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def _isoparse(value: str) -> datetime | None:
    # Needed for few forms (such as 24:00), so imported when met.  Never dateutil's `parse`: it guesses.
    from dateutil.parser import isoparse

    try:
        return isoparse(value)
    except (ValueError, OverflowError):
        return None


def encode_datetime(value: datetime) -> str:
    if not isinstance(value, datetime):
        raise TypeError(f"expected a datetime, got {type(value).__name__}")
    text = (value if value.tzinfo is not None else value.replace(tzinfo=UTC)).isoformat()
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text


def decode_date(value: Any) -> date:
    if type(value) is not str:
        raise mismatch("a date string", value)
    try:
        if len(value) == 10:
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise DecodeError("not a date")


def encode_date(value: date) -> str:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError(f"expected a date, got {type(value).__name__}")
    return value.isoformat()


def decode_uuid(value: Any) -> UUID:
    if type(value) is not str:
        raise mismatch("a UUID string", value)
    found = _uuid(value)
    if found is None:
        raise DecodeError("not a UUID")
    return found


def _uuid(value: str) -> UUID | None:
    # `UUID()` also takes blanks, underscores, `0x` and the digits of other scripts, and makes another id of them.
    if len(value) != 36 or value[8:24:5] != "----":
        return None
    try:
        number = bytes.fromhex(value.replace("-", ""))
    except ValueError:
        return None
    if len(number) != 16:
        return None
    # As `UUID` does, in half the time: its constructor looks for six ways to be called.
    found = _new(UUID)
    _set_int(found, int.from_bytes(number))
    _set_is_safe(found, _UNKNOWN)
    return found


def encode_uuid(value: UUID | str) -> str:
    if isinstance(value, str):
        found = _uuid(str(value))
        if found is None:
            raise ValueError("not a UUID")
        return str(found)
    if not isinstance(value, UUID):
        raise TypeError(f"expected a UUID, got {type(value).__name__}")
    return str(value)


DATETIME: Final = Codec("a date-time string", decode_datetime, encode_datetime)
DATE: Final = Codec("a date string", decode_date, encode_date)
UUID_: Final = Codec("a UUID string", decode_uuid, encode_uuid)
