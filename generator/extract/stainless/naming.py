"""What an item is called where the page names only the envelope around it: by its resource.

``v1.positions.get_positions`` gives ``Position``.  A method that is about something else than its resource names that:
``v1.orders.get_executions`` gives ``Execution``.
"""

import re
from typing import Final

_SAME: Final = frozenset({"news", "series", "status", "address", "analysis", "basis", "sales", "chassis"})
_VERSION: Final = re.compile(r"v\d+\w*|client|beta")
_TAIL: Final = re.compile(r"_by_\w+$")
#: Classes that are text under another name; pages list nothing below them.
_TEXT: Final = re.compile(r".*(?:ID|Id|Symbol|Name|Key|Code|Token)")


def names_text(name: str) -> bool:
    """Whether a class that no page describes is a text, by its name."""
    return _TEXT.fullmatch(name) is not None


def singular(noun: str) -> str:
    """The last word of a snake_case noun in the singular.

    >>> [singular(noun) for noun in ("positions", "daily_summaries", "news", "account_statuses", "watchlist")]
    ['position', 'daily_summary', 'news', 'account_status', 'watchlist']
    """
    head, _, word = noun.rpartition("_")
    if word in _SAME or word.endswith(("ss", "us", "is")):
        pass
    elif word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "uses", "xes", "ches", "shes")):
        word = word[:-2]
    elif word.endswith("s"):
        word = word[:-1]
    return f"{head}_{word}" if head else word


def camel(words: str) -> str:
    """``new_order`` is ``NewOrder``."""
    return "".join(word[:1].upper() + word[1:] for word in words.split("_") if word)


def _resource(method: str) -> str:
    named = [part for part in method.split(".")[:-1] if not _VERSION.fullmatch(part)]
    return singular(named[-1]) if named else ""


def resource(method: str) -> str:
    """The class name of the resource a method belongs to: ``v1.positions.get_positions`` is about a ``Position``."""
    return camel(_resource(method))


def action(method: str) -> str:
    """What a method does, as the beginning of a class name; the resource stands first where the words leave it out.

    >>> action("v1.orders.cancel_order"), action("v1.watchlist.add_item")
    ('CancelOrder', 'WatchlistAddItem')
    """
    words = _TAIL.sub("", method.rpartition(".")[2])
    own = _resource(method)
    return camel(words if f"_{own}" in f"_{words}" else f"{own}_{words}")


def item_class(method: str, many: bool) -> str:
    """The class name of what a method returns; ``many`` where it returns a list of them.

    >>> item_class("v1.positions.get_positions", True), item_class("v1.accounts.get_account_balances", False)
    ('Position', 'AccountBalances')
    """
    own, verb = _resource(method), method.rpartition(".")[2]
    noun = _TAIL.sub("", verb.partition("_")[2])
    one = singular(noun)
    if own and (not one or one == own or one.endswith(f"_{own}")):
        one = own
    elif not many:
        one = noun
    return camel(one or verb)
