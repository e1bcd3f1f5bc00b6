"""The options that ``plan``, ``close`` and ``close-all`` share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from attrs import frozen

from brokerage_positions.cli.options import optioned
from brokerage_positions.closing.limits import Limits

F = TypeVar("F", bound=Callable[..., Any])


@frozen(kw_only=True)
class Approval:
    """What was said in advance: ``yes`` asks nobody, ``expect`` is the hash of the only plan that is approved."""

    yes: bool = False
    expect: str | None = None
    override: tuple[str, ...] = ()


def limit_options(function: F) -> F:
    """What a plan may not exceed; the command gets ``limits``."""

    def command(
        max_positions: int | None, max_notional: str | None, tolerance: str, max_age: float, **values: Any
    ) -> Any:
        limits = Limits(positions=max_positions, notional=max_notional, tolerance=tolerance, max_age=max_age)
        return function(limits=limits, **values)

    return optioned(function, command, _LIMITS)


def approval_options(function: F) -> F:
    """How a close is approved; the command gets ``approval``."""

    def command(yes: bool, expect: str | None, override: tuple[str, ...], **values: Any) -> Any:
        return function(approval=Approval(yes=yes, expect=expect, override=override), **values)

    return optioned(function, command, _APPROVAL)


_LIMITS: Final = [
    click.option("--max-positions", type=click.IntRange(min=0), metavar="N", help="Refuse to close more positions."),
    click.option("--max-notional", metavar="AMOUNT", help="Refuse to close more market value; shorts count too."),
    click.option(
        "--tolerance",
        default="0",
        metavar="QTY",
        help="By how much a quantity may have moved since the plan was made [default: 0].",
    ),
    click.option(
        "--max-age", type=float, default=300.0, metavar="SECONDS", help="How long a plan holds [default: 300]."
    ),
]
_APPROVAL: Final = [
    click.option("-y", "--yes", is_flag=True, help="Ask nobody; in production only with --plan and --expect."),
    click.option("--expect", metavar="HASH", help="The hash of the plan that was approved: no other is executed."),
    click.option(
        "--override",
        multiple=True,
        metavar="CLOSE-ID",
        help="An unresolved close of the same position that you answer for.",
    ),
]
amount_options: Final = (
    click.option("--qty", metavar="QTY", help="Close so many units: 1.5"),
    click.option("--percentage", metavar="PERCENT", help="Close such a share: 12.5 is an eighth."),
)
cancel_option: Final = click.option(
    "--cancel-orders/--keep-orders", default=None, help="Whether open orders of it are cancelled first."
)
plan_file: Final = click.Path(path_type=Path, dir_okay=False)
