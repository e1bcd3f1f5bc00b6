"""From fragments, overlays and the built document to where each statement comes from.

One step a module: ``keyed`` (a document in which a place keeps its pointer from stage to stage), ``align`` (which
place of a page is which place of the document), ``difference``, ``places`` (everything that has a name), ``search``,
``code`` (what it is in the generated package), ``account`` (all of it, of one place).
"""
