"""What runs in the process that ``render`` starts: openapi-python-client's parser and project with our templates.

``python -m generator.rendering`` reads one job from standard input (see ``__main__``).  ``patches`` teaches the parser
what it lacks; ``kinds`` says for every kind of value how it is typed, read and written in generated code; ``models``
and ``endpoints`` are what the templates in ``generator/templates`` are given; ``check`` compiles and imports it all.
"""
