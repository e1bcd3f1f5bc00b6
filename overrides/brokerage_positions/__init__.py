"""Brokerage positions at Alpaca (Broker API) and Clear Street.

The two generated packages, under names that will stay: ``alpaca`` is ``alpaca_broker_client`` and ``clear_street`` is
``clear_street_client``.  Both are imported when first used.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import alpaca_broker_client as alpaca
    import clear_street_client as clear_street

__version__: Final = "0.1.0"
__all__ = ["__version__", "alpaca", "clear_street"]

_PACKAGES: Final = {"alpaca": "alpaca_broker_client", "clear_street": "clear_street_client"}


def __getattr__(name: str) -> ModuleType:
    if name in _PACKAGES:
        return import_module(_PACKAGES[name])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
