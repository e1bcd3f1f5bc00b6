"""A close from the command line: planned, approved, executed once, and reported whatever happens in between."""
