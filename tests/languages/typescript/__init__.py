"""A TypeScript client of both documents, held to ``openapi/vectors``: ``make test-typescript``."""
