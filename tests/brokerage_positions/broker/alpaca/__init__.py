"""Alpaca's positions endpoints: ``answer`` decides, ``shapes`` writes."""

from .endpoints import answer

__all__ = ["answer"]
