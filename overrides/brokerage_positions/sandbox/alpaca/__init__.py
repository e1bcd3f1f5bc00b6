"""Alpaca's positions endpoints: ``answer`` decides, ``shapes`` writes."""

from .endpoints import answer, refuse

__all__ = ["answer", "refuse"]
