"""Fetch the brokers' pages again: the only part of the generator that touches the network.

An answer replaces the page that is there only if it is that page and no less of it; everything else is a finding, and
the page and its extract stay.  From the bottom: ``door`` (which addresses may be connected to), ``attempt`` (one
request, bounded), ``manners`` and ``robots`` (pauses, retries, what a host asks for), ``visit`` (all of these
together), ``judge`` (is this the page?), ``memory`` (what the next scrape needs to know), ``run`` (page by page).
"""

from generator.scrape.run import Outcome, plan, scrape
from generator.scrape.targets import Target
from generator.scrape.visit import Visitor

__all__ = ["Outcome", "Target", "Visitor", "plan", "scrape"]
