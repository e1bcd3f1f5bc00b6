"""As ``tests.brokerage_positions.sandbox.samples``."""

from ..sandbox.samples import *  # noqa: F403
