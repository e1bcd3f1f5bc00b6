"""Placeholder until the stainless extractor lands."""

from generator.model import Fragment, Page


def matches(text: str) -> bool:
    return False


def extract(page: Page) -> Fragment:
    raise NotImplementedError
