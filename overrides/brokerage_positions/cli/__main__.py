"""``python -m brokerage_positions.cli``."""

from brokerage_positions.cli import main

if __name__ == "__main__":
    main()
