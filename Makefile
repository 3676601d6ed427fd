# make demo    set everything up, build the Eight-Point Plan's ledger and show its site
# make test    set everything up and run the tests
# make check   all that must be green: tests, types, style, import directions
# make gate    reading quality against its floors
# make golden  write the expected files anew, then read the diff
# make example the review desk on the example
# The first run installs into .venv (a minute or two); after that both start in seconds.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
# pytest's workers: as many as there are cores
JOBS ?= auto

.PHONY: demo example test check types style contracts golden gate dev validators lock clean

demo: $(VENV)/.demo
	$(BIN)/warifu build examples/eight-point-plan
	$(BIN)/warifu serve examples/eight-point-plan --port $(PORT)

example: $(VENV)/.dev
	$(BIN)/warifu desk examples/eight-point-plan

test: $(VENV)/.dev
	$(BIN)/pytest -n $(JOBS)

check: types style contracts test

types: $(VENV)/.dev
	$(BIN)/mypy

style: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

gate: $(VENV)/.dev
	$(BIN)/pytest tests/eval -q

golden: $(VENV)/.dev
	$(BIN)/pytest tests/books tests/site --rewrite-golden -q
	git diff --stat tests/books tests/site

dev: $(VENV)/.dev

# What is installed is pinned by hash; pip brings uv, uv brings the rest.
$(VENV)/bin/uv:
	@echo "warifu: making $(VENV)"
	$(PYTHON) -c 'import sys; sys.exit("warifu needs Python 3.11 or newer; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt

$(VENV)/.demo: $(VENV)/bin/uv requirements/demo.txt pyproject.toml
	@echo "warifu: installing what the demo needs"
	@test -e $(VENV)/.dev || $(BIN)/uv pip install --python $(BIN)/python --require-hashes -r requirements/demo.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/uv requirements/dev.txt pyproject.toml
	@echo "warifu: installing what the tests need"
	$(BIN)/uv pip install --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.demo

# The validators that others publish, which bring much with them and change nothing that dev.txt pins. FollowTheMoney's
# asks for ICU, which has no wheel: Debian's python3-icu stands in for it, where it is there and fits this Python.
ICU := /usr/lib/python3/dist-packages/icu

validators: $(VENV)/.validators

$(VENV)/.validators: $(VENV)/.dev requirements/validators.txt
	@echo "warifu: installing the validators that others publish"
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --require-hashes -r requirements/validators.txt
	@$(BIN)/python -c 'import icu' 2>/dev/null || test ! -d $(ICU) || \
	  ln -sfn $(ICU) "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/icu"
	@$(BIN)/python -c 'import followthemoney.model' || echo "no ICU here: FollowTheMoney's own test is skipped"
	@touch $@

# Only hashes and versions are written: no registry's address. The demo has the versions of the tests, for these show
# in the bytes of a build.
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
  --no-emit-index-url

lock: $(VENV)/bin/uv
	$(COMPILE) --extra dev --extra build pyproject.toml -o requirements/dev.txt
	$(COMPILE) --extra serve --extra build -c requirements/dev.txt pyproject.toml -o requirements/demo.txt
	echo uv | $(COMPILE) - -o requirements/uv.txt
	$(subst --universal ,,$(COMPILE)) --override requirements/validators.over -c requirements/dev.txt \
	  requirements/validators.in -o requirements/validators.txt

clean:
	rm -rf $(VENV) examples/*/build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
