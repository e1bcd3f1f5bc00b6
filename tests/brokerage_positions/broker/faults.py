"""As ``brokerage_positions.sandbox.faults``."""

from brokerage_positions.sandbox.faults import *  # noqa: F403
