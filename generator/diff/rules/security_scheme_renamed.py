"""A security scheme goes by another name.

The name ties parts of the document together; it is never sent.
"""

from generator.diff.finders.presence import renamed
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="security-scheme-renamed",
    sentence="a security scheme goes by another name",
    shapes="scheme",
    find=renamed,
    python=DOCS,
    http=DOCS,
    mirror="security-scheme-renamed",
)
