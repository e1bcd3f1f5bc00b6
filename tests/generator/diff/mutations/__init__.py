"""Small edits of a real document, each with what a comparison has to say about it: the rule and the two places.

What is expected is worked out from the edit alone; nothing here asks the code under test.
"""

import json
import random
from collections.abc import Sequence
from typing import Final

from generator.model import JsonObject
from tests.generator.diff.mutations import calls, fields, parts, schemas
from tests.generator.diff.mutations.edit import Edit, Expected

EDITS: Final[Sequence[Edit]] = (*schemas.EDITS, *fields.EDITS, *calls.EDITS, *parts.EDITS)


def mutate(document: JsonObject, seed: int) -> tuple[JsonObject, str, list[Expected]]:
    """An edited copy, the edit's name, and what is to be found; the same for the same seed."""
    chance = random.Random(seed)
    while True:
        edit = EDITS[chance.randrange(len(EDITS))]
        copy: JsonObject = json.loads(json.dumps(document))
        expected = edit(chance, copy)
        if expected:
            return copy, edit.__name__, sorted(expected)


def several(document: JsonObject, seed: int, count: int) -> JsonObject:
    """That many edits, one upon the other."""
    for number in range(count):
        document, _, _ = mutate(document, seed * 31 + number)
    return document
