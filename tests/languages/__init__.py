"""Clients in other languages, made from the two documents alone."""
