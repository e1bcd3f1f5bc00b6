"""A remark in the document reads otherwise.

A note between authors of the document.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="comment-changed",
    sentence="a remark in the document reads otherwise",
    shapes="schema",
    find=changed("$comment"),
    python=DOCS,
    http=DOCS,
    mirror="comment-changed",
)
