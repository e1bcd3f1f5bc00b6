"""The conformance vectors of ``openapi/vectors`` held against the generated packages."""
