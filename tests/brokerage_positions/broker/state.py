"""As ``brokerage_positions.sandbox.state``."""

from brokerage_positions.sandbox.state import *  # noqa: F403
