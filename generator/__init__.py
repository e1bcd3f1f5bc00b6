"""Scraped broker pages in, OpenAPI documents and client packages out.  Run as ``python -m generator``.

One verb a module; ``pipeline.py`` is the order and nothing else.  Values flow ``Page -> Fragment -> Spec -> package``
(see ``model.py``); stages are pure functions and never import one another.
"""
