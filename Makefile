# A fresh machine needs python3 (3.11 or later), make, git and a package index; the rest comes from the locks in .ci/.
# A comment after `##` is that target's line in `make help`.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
PEERS := .cache/peers
PEERS_READY := $(PEERS)/.ready
LINTER := .ci/linter
LINTER_READY := $(LINTER)/node_modules/.ready
DOCUMENTS := openapi/alpaca-broker.yaml openapi/clear-street.yaml

# Everything runs from here, whatever the caller's settings: no byte-code litter, no prompt, no self-advertising.
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
# With -j too: these steps share one environment and one tree, and their output is read in order.
.NOTPARALLEL:
.PHONY: all setup specs clients scrape diff check test test-typescript lint lint-openapi bench docs lock golden clean help

all: setup ## Set up, rebuild documents and clients, check them, show that they work (the default)
	$(PY) -m generator all
	$(PY) -m ruff check --quiet
	$(PY) -m mypy --no-error-summary
	$(VENV)/bin/positions demo

setup: $(READY) ## Make .venv from the lock of versions and hashes

specs: setup ## Rebuild openapi/; with PAGES=dir extract those raw pages first
	$(PY) -m generator specs $(if $(PAGES),--pages "$(PAGES)")

scrape: setup ## Fetch the pages whose address is known into .cache/pages; ACCEPT=url takes one that is less
	$(PY) -m generator scrape $(foreach url,$(ACCEPT),--accept "$(url)")

diff: setup ## What changed in both documents since the last commit; FORMAT=text|json|markdown|github
	@mkdir -p .cache/diff; worst=0; for document in $(DOCUMENTS); do \
		base=".cache/diff/$${document##*/}"; \
		git show "HEAD:./$$document" > "$$base" || exit 2; \
		$(PY) -m generator diff "$$base" "$$document" --format "$(or $(FORMAT),text)"; code=$$?; \
		test $$code -ne 2 || exit 2; test $$code -le $$worst || worst=$$code; \
	done; exit $$worst

clients: setup ## Rebuild generated_client/
	$(PY) -m generator clients

check: setup ## Rebuild elsewhere: every committed byte must be the same
	$(PY) -m generator check

# Where the peers cannot be installed, the tests that need them skip and say so.
test: setup lint ## Everything: all checkers, then all tests
	-@$(MAKE) --no-print-directory $(PEERS_READY)
	PEERS_PYTHON="$${PEERS_PYTHON-$$(ls "$(CURDIR)/$(PEERS)/bin/python" 2>/dev/null)}" \
	SCHEMATHESIS="$${SCHEMATHESIS-$$(ls "$(CURDIR)/$(PEERS)/bin/st" 2>/dev/null)}" $(PY) -m pytest

test-typescript: setup ## A TypeScript client passes openapi/vectors
	$(PY) tests/languages/typescript/proof.py test

lint: setup lint-openapi ## All checkers: ruff, mypy, pyright, import contracts, OpenAPI
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) -m pyright
	$(VENV)/bin/lint-imports

lint-openapi: setup $(LINTER_READY) ## The second, independent OpenAPI linter on both documents
	$(PY) $(LINTER)/redocly.py lint $(DOCUMENTS)

bench: setup ## Measure speed and memory (not part of the tests)
	$(PY) -m bench

docs: setup ## Build the documentation into .cache/docs/site
	$(PY) -m docs

lock: setup ## Resolve newer versions into both locks (looks at the package indexes)
	cd .ci && "$(CURDIR)/$(PY)" -m uv pip compile --quiet --upgrade --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links \
		--output-file requirements.txt requirements.in
	cd .ci && "$(CURDIR)/$(PY)" -m uv pip compile --quiet --upgrade --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links \
		--output-file peers.txt peers.in
	$(PY) $(LINTER)/redocly.py relock
	$(PY) tests/languages/typescript/proof.py relock

golden: setup ## Write what the code produces over the golden files; then read the diff
	$(PY) -m pytest --rewrite-golden

clean: ## Remove everything that make and the tools have made
	rm -rf $(VENV) $(LINTER)/node_modules tests/languages/typescript/node_modules .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache dist build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## This table
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

$(READY): .ci/requirements.txt pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "error: $(PYTHON): Python 3.11 or later is needed: install it, or name one: make PYTHON=python3.12" >&2; exit 2; }
	@test -x $(PY) && $(PY) -c '' 2>/dev/null || "$(PYTHON)" -m venv --clear $(VENV)
	$(PY) -m pip install --quiet --require-hashes -r .ci/requirements.txt
	$(PY) -m pip install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(PEERS_READY): .ci/peers.txt $(READY)
	$(PY) -m venv --clear $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --require-hashes -r .ci/peers.txt
	@touch $@

$(LINTER_READY): $(LINTER)/package-lock.json $(READY)
	$(PY) $(LINTER)/redocly.py install
	@touch $@
