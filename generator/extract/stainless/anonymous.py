"""Names for classes that a page leaves without one of their own.

An SDK names a class written in place by where it stands: ``Data`` is the ``data`` of one answer, ``Order`` what one
call takes as ``orders``, ``UnionMember1`` one of some alternatives.  On another page the same name is another thing, so
each gets a name that holds everywhere.

================================  ================================================================================
``data: List[Data]``              the resource: ``Order``; its ``DataLeg`` is ``OrderLeg``
``data: Data`` of another action  the action: ``v1.orders.cancel_order`` gives ``CancelOrderData``
``orders: Iterable[Order]``       what is sent, the action: ``v1.orders.submit_orders`` takes a ``SubmitOrderRequest``
``UnionMember1``                  the class or action that it is a member of
================================  ================================================================================
"""

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from generator.extract.stainless.naming import action, camel, item_class, resource, singular
from generator.extract.stainless.tokens import Entry
from generator.extract.stainless.type_text import ARRAYS, Type

#: Fields of an envelope: a class that is called like one of them is called like nothing.
_HOLDERS: Final = frozenset({"data", "result", "results", "item", "items", "record", "records", "payload"})
_MEMBER: Final = re.compile(r"(?:UnionMember|Variant)\d+")
#: Calls that answer with the resource itself, whatever else they do.
_OF_RESOURCES: Final = frozenset(
    "get list fetch retrieve search find create submit place new post put replace update patch edit modify set".split()
)
_SAYS_REQUEST: Final = re.compile(r"\w+(?:Request|Params?)")


def is_member(name: str) -> bool:
    """Whether a class has no name but its number in a union."""
    return _MEMBER.fullmatch(name) is not None


def data_class(method: str, many: bool) -> str:
    """The class of what an answer holds.

    >>> data_class("v1.orders.get_orders", True), data_class("v1.orders.cancel_order", False)
    ('Order', 'CancelOrderData')
    """
    verb = method.rpartition(".")[2].partition("_")[0]
    return item_class(method, many) if verb in _OF_RESOURCES else f"{action(method)}Data"


def request_class(method: str, name: str) -> str:
    """The name of a class that only this call takes.

    >>> request_class("v1.orders.submit_orders", "Order"), request_class("v1.orders.submit_orders", "NewOrderRequest")
    ('SubmitOrderRequest', 'NewOrderRequest')
    >>> request_class("v1.orders.get_orders", "UpdatedAt")
    'GetOrdersUpdatedAtRequest'
    """
    if _SAYS_REQUEST.fullmatch(name):
        return name
    verb, _, noun = method.rpartition(".")[2].partition("_")
    if name in (camel(singular(noun)), camel(noun), resource(method)):
        of = "" if resource(method) in (name, "") or resource(method) in name else resource(method)
        return f"{of}{camel(verb)}{name}Request"
    return f"{action(method)}{name}Request"


def only_here(entries: Sequence[Entry], method: str) -> set[str]:
    """The classes that a call's parameters call by their place, or like the resource: to other calls they mean others.

    A class with a name of its own (``strategy: RouteStrategy``) is the same for all calls.
    """
    own = {resource(method), item_class(method, True)}
    for entry in entries:
        if entry.kind == "field" and entry.type is not None:
            own |= entry.type.mentions() & {camel(entry.name), camel(singular(entry.name))}
    return own


def named_by_resource(entries: Sequence[Entry], method: str) -> list[Entry]:
    """What is returned, with classes that are only called like their place in the envelope named by the resource."""
    depths = [entry.depth for entry in entries if entry.kind == "field" and entry.depth is not None]
    for entry in entries:
        if entry.kind != "field" or entry.name not in _HOLDERS or entry.type is None:
            continue
        own = entry.type.mentions() & {camel(entry.name), camel(singular(entry.name))}
        if own and (entry.depth is None or entry.depth == min(depths)):
            held = own.pop()
            many = any(kind.name in ARRAYS and kind.has(held) for kind in entry.type.walk())
            return _renamed(entries, held, data_class(method, many))
    return list(entries)


def _renamed(entries: Sequence[Entry], held: str, name: str) -> list[Entry]:
    def new(old: str) -> str:
        rest = old.removeprefix(held)
        return name + rest if old == held or (old != rest and rest[:1].isupper()) else old

    def retyped(kind: Type) -> Type:
        return evolve(kind, name=new(kind.name), args=tuple(map(retyped, kind.args)))

    return [
        evolve(
            entry,
            name=new(entry.name) if entry.kind in ("class", "alias") else entry.name,
            type=retyped(entry.type) if entry.type is not None else None,
        )
        for entry in entries
    ]
