"""Measurements, run by ``make bench``: CPU time and memory of real commands, as ratios to a floor of the same run."""
