"""What stops a build names the page and the line, not only the document that could not be written."""

import hashlib
import json

import pytest

from generator.errors import DocumentError, PageError
from generator.model import Page
from generator.pipeline import build, read
from tests.generator.pages import embedded, readme


def page(name: str, text: str) -> Page:
    return Page(name=name, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


def test_an_invalid_document_names_the_page() -> None:
    either = {"name": "q", "in": "query", "content": {"text/plain": {}, "text/csv": {}}}
    wrong = {"operationId": "b", "responses": {"200": {"description": "x"}}, "parameters": [either]}
    paths = {"/b": {"get": wrong}}
    text = embedded(json.dumps({"openapi": "3.0.0", "info": {"title": "T", "version": "1"}, "paths": paths}, indent=1))
    fragments, _ = read([page("fine.md", readme()), page("wrong.md", text)])
    with pytest.raises(DocumentError) as told:
        build(fragments, "out.yaml")
    assert "wrong.md:" in str(told.value)
    assert "fine.md" not in str(told.value)


@pytest.mark.parametrize("path", ["//elsewhere.example/v1/a", "/v1/%2e%2e/a", "/v1/%2E/a", "/v1/./a", "/v1/."])
def test_a_path_addresses_what_it_shows(path: str) -> None:
    with pytest.raises(PageError, match="cannot be a name"):
        read([page("page.md", readme(path=path))])
