# Generated from openapi/clear-street.yaml (sha256 f2a18c95db43bd4e233c91c4953441b00dbd7d12fea6d56727d6051328c3cba9)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""The operations tagged positions."""
