"""A page's facts in the one form the rest works on: OpenAPI 3.1, named schemas hoisted, decimals marked.

One case a module: ``upgrade`` (3.0 keywords to 3.1), ``decimals``, ``hoist``.  Each takes a document and says what it
had to repair.
"""

from attrs import evolve

from generator.model import Fragment
from generator.normalize.decimals import mark_decimals
from generator.normalize.hoist import hoist
from generator.normalize.upgrade import upgrade


def normalize(fragment: Fragment) -> Fragment:
    """The same facts, normalised; repairs made on the way are added to the fragment's."""
    document, upgraded = upgrade(fragment.document, fragment.label)
    document, repaired = hoist(mark_decimals(document), fragment.label)
    return evolve(fragment, document=document, repairs=(*fragment.repairs, *upgraded, *repaired))
