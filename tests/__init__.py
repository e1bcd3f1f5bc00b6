"""The project's tests: they mirror the tree they test."""
