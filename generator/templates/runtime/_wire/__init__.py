"""How values travel: what the generated models and operations have in common, written once.

``codec`` pairs the two directions of one kind of value; ``scalars``, ``amounts`` and ``moments`` are the simple kinds,
``compound`` the kinds made of others, ``choice`` one of several; ``model`` reads and writes objects (``columns`` many
at once, by their ``fields``), ``enums`` keep values the document does not know; ``operation`` ties ``request`` (how it
is spelled), ``exchange`` (how it is sent) and ``response`` (how it is read).
"""

from .amounts import DECIMAL, DECIMAL_NUMBER, decode_decimal, decode_decimals, encode_decimal, encode_decimal_number
from .choice import union
from .codec import Codec
from .compound import const, list_of, nullable
from .enums import (
    OpenIntEnum,
    OpenStrEnum,
    decode_int_enum,
    decode_str_enum,
    encode_int_enum,
    encode_str_enum,
    int_enum,
    str_enum,
)
from .fields import Field, Fields
from .model import UNREADABLE, Model, explain, members, model
from .moments import (
    DATE,
    DATETIME,
    UUID_,
    decode_date,
    decode_datetime,
    decode_uuid,
    encode_date,
    encode_datetime,
    encode_uuid,
)
from .operation import Body, Operation
from .request import Parameter
from .response import Answer
from .scalars import (
    ANY,
    BOOLEAN,
    FILE,
    INTEGER,
    NULL,
    NUMBER,
    STRING,
    decode_boolean,
    decode_integer,
    decode_null,
    decode_number,
    decode_string,
    encode_boolean,
    encode_integer,
    encode_null,
    encode_number,
    encode_string,
    to_json,
)

__all__ = [
    "ANY",
    "BOOLEAN",
    "DATE",
    "DATETIME",
    "DECIMAL",
    "DECIMAL_NUMBER",
    "FILE",
    "INTEGER",
    "NULL",
    "NUMBER",
    "STRING",
    "UNREADABLE",
    "UUID_",
    "Answer",
    "Body",
    "Codec",
    "Field",
    "Fields",
    "Model",
    "OpenIntEnum",
    "OpenStrEnum",
    "Operation",
    "Parameter",
    "const",
    "decode_boolean",
    "decode_date",
    "decode_datetime",
    "decode_decimal",
    "decode_decimals",
    "decode_int_enum",
    "decode_integer",
    "decode_null",
    "decode_number",
    "decode_str_enum",
    "decode_string",
    "decode_uuid",
    "encode_boolean",
    "encode_date",
    "encode_datetime",
    "encode_decimal",
    "encode_decimal_number",
    "encode_int_enum",
    "encode_integer",
    "encode_null",
    "encode_number",
    "encode_str_enum",
    "encode_string",
    "encode_uuid",
    "explain",
    "int_enum",
    "list_of",
    "members",
    "model",
    "nullable",
    "str_enum",
    "to_json",
    "union",
]
