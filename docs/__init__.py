"""The documentation: ``pages`` by hand, a page for each OpenAPI document by ``document``, all made a site by ``build``.

``python -m docs`` builds it without a network; nothing in the site asks for anything from elsewhere.
"""
