"""Clear Street's positions endpoints: ``answer`` decides, ``pages`` cuts and sorts, ``shapes`` writes."""

from .endpoints import answer, refuse

__all__ = ["answer", "refuse"]
