"""From a document to a package, with openapi-python-client's parser and project and our templates.

Before its process starts, ``plain`` says everything in words that the parser knows (``values`` and ``combined`` for
schemas, ``parameters``, ``media`` for media types) and refuses what cannot be said, with a pointer.

``python -m generator.rendering`` is the process that ``render`` starts; it reads one job from standard input (see
``__main__``).  ``patches`` teaches the parser what it lacks: ``amounts``, ``merging``, ``operations`` and their
``contents``; ``places`` tells where a problem is.  ``kinds`` says for every kind of value how it is typed, read and
written in generated code; ``models`` and ``endpoints`` (with ``arguments`` and ``answers``) are what the templates in
``generator/templates`` are given; ``check`` compiles and imports it all.
"""
