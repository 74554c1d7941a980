# `make site` builds the archive, `make test` proves it; both set up what they need.
PYTHON ?= python3
BIN := .venv/bin
SITE_READY := .venv/.ready-site
TEST_READY := .venv/.ready-test

.PHONY: site serve test lint unit bench bench-large audit screenshots chromium lock translations clean help

site: $(SITE_READY) ## build site/ from seeds/
	@$(BIN)/chancery build

serve: $(SITE_READY) ## build and look at the site; an edited seed shows in the browser
	@$(BIN)/chancery serve

test: lint unit ## run every check and every test

lint: $(TEST_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

unit: $(TEST_READY) chromium
	$(BIN)/pytest -n 2 --dist loadgroup

bench: $(SITE_READY) ## measure how fast texts are catalogued, and builds beside stock Material (and Hugo, where it is on the PATH)
	@$(BIN)/python -m benchmarks.catalogue.speed
	@$(BIN)/python -m benchmarks.builds 2000

bench-large: $(SITE_READY) ## builds of ten thousand records, and of a hundred thousand without the others
	@$(BIN)/python -m benchmarks.builds 10000
	@$(BIN)/python -m benchmarks.builds 100000 --alone --times 1

audit: $(TEST_READY) chromium ## every kind of page in every language, width and scheme: axe, Nu HTML checker, budget
	CHANCERY_AUDIT=1 $(BIN)/pytest --timeout 0 -n 2 --dist loadgroup tests/browser/test_pages.py tests/browser/test_page_html.py tests/browser/test_page_budget.py tests/browser/test_search_axe.py tests/browser/test_hostile_text.py
	CHANCERY_SEQUENCES=200 CHANCERY_KILLS=50 $(BIN)/pytest --timeout 0 -n 2 tests/test_incremental.py tests/test_killed.py
	CHANCERY_AUDIT=1 CHANCERY_FAULTS=540 CHANCERY_PAIRS=100 $(BIN)/pytest -n 2 --dist loadgroup tests/test_alone.py tests/test_variations.py

screenshots: $(TEST_READY) chromium ## take pictures of each kind of page, to be looked at
	@$(BIN)/python tests/screenshots.py

chromium: $(TEST_READY)
	@$(BIN)/python tests/chromium.py
	@$(BIN)/python tests/npm.py

$(SITE_READY): requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

$(TEST_READY): requirements-test.txt $(SITE_READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

lock: ## write the requirements again from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra build pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra build --extra test -c requirements.txt pyproject.toml -o requirements-test.txt

clean: ## remove what can be made again
	rm -rf site .cache .venv

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/'
