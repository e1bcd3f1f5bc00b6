"""Closing: sent once, written down before, and judged by evidence when the answer is lost."""
