"""How much to close: amounts that mean one thing only, refused before anything is sent.

A close with an empty or unreadable amount is, on the wire, the close of everything.  So nothing here is lenient: a
value is a :class:`~decimal.Decimal`, an :class:`int`, or text in plain notation (``"1"``, ``"0.25"``), above zero and
with at most nine decimal places.  Text such as ``"1e-3"``, ``"1,000"``, ``".5"`` or ``"007"`` is refused: another
reader may take it for another number.
"""

import re
from decimal import ROUND_DOWN, ROUND_UP, Context, Decimal, DivisionByZero, Inexact, InvalidOperation, localcontext
from typing import Final

from attrs import field, frozen

Amount = Decimal | int | str

#: What both brokers can express: nine decimal places.
PLACES: Final = Decimal("1E-9")
#: No position has more digits than this before the point, nor after it; longer numbers are slow, and no quantities.
MOST_DIGITS: Final = 24
#: Every sum of bounded numbers fits; should one not, it raises rather than round.
EXACT: Final = Context(prec=160, traps=[Inexact, InvalidOperation, DivisionByZero])

_PLAIN: Final = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_LONGEST_SYMBOL: Final = 128
_NOT_IN_A_SYMBOL: Final = frozenset("%\\?#;")


def quantity(value: Amount) -> Decimal:
    """A quantity to close, in units of the asset: above zero, at most nine decimal places.

    Returns the same number without trailing zeros or exponent.  Raises ``TypeError`` for a ``bool``, a ``float``,
    ``None`` or any other type, and ``ValueError`` for every other value that is not an allowed quantity.
    """
    return _amount(value, "qty")


def percentage(value: Amount) -> Decimal:
    """A share of the position to close, in percent: above zero, at most 100 and nine decimal places.

    ``Decimal("12.5")`` is an eighth of the position.  Raises as :func:`quantity` does.
    """
    number = _amount(value, "percentage")
    if number > 100:
        raise ValueError(
            f"percentage {_shown(value)} is over 100: it asks for more than the position. Nothing was sent."
            " Give at most 100; for the whole position pass close_options=None."
        )
    return number


def wire(value: Decimal) -> str:
    """The number in plain notation: no exponent, no trailing zeros after the point.  ``ValueError`` if not finite."""
    if not is_bounded(value):
        raise ValueError(f"{_shown(value)} cannot be written as an amount. Nothing was sent.")
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_bounded(value: Decimal) -> bool:
    """Whether the number is finite and of a size that a position can have (24 digits before the point, 24 after it)."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and value.adjusted() < MOST_DIGITS and -MOST_DIGITS <= exponent < MOST_DIGITS


def _quantity_if_given(value: Amount | None) -> Decimal | None:
    return None if value is None else quantity(value)


def _percentage_if_given(value: Amount | None) -> Decimal | None:
    return None if value is None else percentage(value)


@frozen(kw_only=True)
class ClosePositionRequest:
    """A partial close: either ``qty`` (units of the asset) or ``percentage`` (of the position, up to 100).

    Exactly one of the two; the close of a whole position is spelled ``close_options=None`` and in no other way.
    Checked whenever a value comes to be: also by ``attrs.evolve``, ``copy`` and ``pickle``.  Raises ``ValueError`` or
    ``TypeError``, always before anything is sent.
    """

    qty: Decimal | None = field(default=None, converter=_quantity_if_given)
    percentage: Decimal | None = field(default=None, converter=_percentage_if_given)

    def __attrs_post_init__(self) -> None:
        if self.qty is None and self.percentage is None:
            raise ValueError(
                "neither qty nor percentage is given: sent like this, the broker would close the whole position."
                " Nothing was sent. Give one of them; to close the whole position pass close_options=None."
            )
        if self.qty is not None and self.percentage is not None:
            raise ValueError(
                f"both qty ({self.qty}) and percentage ({self.percentage}) are given: which of them the broker would"
                " follow is not known. Nothing was sent. Give one of them."
            )

    def __reduce__(self) -> tuple[object, ...]:
        # Rebuilt by the constructor, so that a pickle cannot carry what the constructor refuses.
        return _rebuilt, (self.qty, self.percentage)


def expected_change(asked: ClosePositionRequest | None, held: Decimal) -> tuple[Decimal, Decimal]:
    """The least and the greatest signed quantity by which a close moves a position, least first.

    Always towards zero: negative for a long position, positive for a short one.  ``asked=None`` is the whole close and
    moves by exactly ``-held``.  A percentage may come out rounded down or up at nine decimal places, never past the
    whole position.  A ``qty`` above what is held is told as it was asked.  ``ValueError`` if ``held`` is no quantity.
    """
    if not is_bounded(held):
        raise ValueError(f"held {_shown(held)} is not a quantity that a position can have")
    with localcontext(EXACT):
        size = abs(held)
        least = greatest = size
        if asked is not None and asked.qty is not None:
            least = greatest = asked.qty if size else size
        elif asked is not None and asked.percentage is not None:
            part = size * asked.percentage.scaleb(-2)
            with localcontext(EXACT) as rounding:
                rounding.traps[Inexact] = False
                least = part.quantize(PLACES, ROUND_DOWN)
                greatest = min(part.quantize(PLACES, ROUND_UP), size)
        return (least, greatest) if held < 0 else (-greatest, -least)


def segment(symbol: str) -> str:
    """A symbol or asset id that may become one segment of a path; returned unchanged, to be encoded elsewhere.

    HTTP libraries and proxies collapse a blank, ``.`` or ``..`` segment, and the request becomes another one: the close
    of one position would become the close of all.  Those raise ``ValueError``, as do text that is not printable ASCII,
    blanks at either end, ``% \\ ? # ;`` and more than 128 characters.  Anything but ``str`` is a ``TypeError``.
    """
    if not isinstance(symbol, str):  # pyright: ignore[reportUnnecessaryIsInstance] -- not every caller is type-checked
        raise TypeError(f"a symbol or asset id is text, not {type(symbol).__name__}. Nothing was sent.")
    if not symbol.strip() or any(part.strip() in ("", ".", "..") for part in symbol.split("/")):
        why = "the request would become another one, up to the close of all positions"
    elif not (symbol.isascii() and symbol.isprintable()) or symbol != symbol.strip() or _NOT_IN_A_SYMBOL & {*symbol}:
        why = "it holds a character that no symbol has, and which may turn the request into another one"
    elif len(symbol) > _LONGEST_SYMBOL:
        why = f"it is longer than {_LONGEST_SYMBOL} characters, and may be cut to another one on its way"
    else:
        return symbol
    raise ValueError(f"{_shown(symbol)} is no symbol or asset id: {why}. Nothing was sent.")


def _amount(value: object, name: str) -> Decimal:
    if isinstance(value, float):
        raise TypeError(
            f"{name} {value!r} is a float, whose digits are not the ones that were typed: another amount would have"
            f' been closed. Nothing was sent. Give a Decimal or text, such as "{value!r}".'
        )
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise TypeError(
            f"{name} is a {type(value).__name__}, which is no amount: sent without one, the broker would close the"
            " whole position. Nothing was sent. Give a Decimal, an int or text."
        )
    if isinstance(value, str) and not _PLAIN.fullmatch(value):
        raise ValueError(
            f"{name} {_shown(value)} is not a plain number: the broker may read another one, or none and close the"
            ' whole position. Nothing was sent. Write ASCII digits with at most one point, such as "0.25".'
        )
    # Sizes first: a number of a million digits is refused without being written out.
    oversize = isinstance(value, int) and abs(value) >= 10**MOST_DIGITS
    number = Decimal("Infinity") if oversize else Decimal(value)
    if not is_bounded(number):
        raise ValueError(
            f"{name} {_shown(value)} is not finite, or has more digits than any position: what the broker would make"
            " of it is not known. Nothing was sent."
        )
    if number <= 0:
        raise ValueError(
            f"{name} {_shown(value)} is not above zero: it would close nothing, or open a position. Nothing was sent."
            " The direction follows from the position; give the amount to close."
        )
    plain = wire(number)
    if len(plain.partition(".")[2]) > 9:
        raise ValueError(
            f"{name} {_shown(value)} has over nine decimal places: the broker would refuse it or round it to another"
            " amount. Nothing was sent. Round it yourself."
        )
    return Decimal(plain)


def _shown(value: object) -> str:
    # Huge integers refuse to be printed at all; long text would drown the message.
    if isinstance(value, int) and abs(value) >= 10**MOST_DIGITS:
        return "(a very large number)"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:60]}…"


def _rebuilt(qty: Decimal | None, share: Decimal | None) -> ClosePositionRequest:
    return ClosePositionRequest(qty=qty, percentage=share)
