"""Holdings: reading them from both brokers, adding them up, showing them, handing them over."""
