"""The two OpenAPI documents, as what every request and every answer is held to.

``documents`` finds them, ``operations`` reads what they say of each operation, ``checking`` compares.
"""

from .checking import Drift, answer_problems, held_to_documents, request_problems
from .operations import Contract, Operation, contract

__all__ = [
    "Contract",
    "Drift",
    "Operation",
    "answer_problems",
    "contract",
    "held_to_documents",
    "request_problems",
]
