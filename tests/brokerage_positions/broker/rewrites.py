"""As ``brokerage_positions.sandbox.rewrites``."""

from brokerage_positions.sandbox.rewrites import *  # noqa: F403
