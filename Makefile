# Two commands set up everything: `make site` builds the example playbook into site/, `make test`
# passes the tests. Both work on a fresh Debian machine with Python, git and make.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ROOT := $(shell test "$$(id -u)" = 0 || echo sudo)

.PHONY: site test check serve clean

site: $(VENV)/.site
	$(BIN)/readyroom build

serve: $(VENV)/.site
	$(BIN)/readyroom serve

test: $(VENV)/.dev chromium
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Debian splits the part of Python that makes virtual environments into a package of its own.
$(BIN)/python:
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  $(ROOT) apt-get update -q && $(ROOT) apt-get install -yq python3-venv && \
	  $(PYTHON) -m venv $(VENV); }

CATALOGUES := $(wildcard generator/readyroom/locale/*/LC_MESSAGES/*.po)

$(VENV)/.site: pyproject.toml $(CATALOGUES) | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[search]'
	touch $@

$(VENV)/.dev: pyproject.toml $(CATALOGUES) | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]'
	touch $@ $(VENV)/.site

# After sentences have changed: collects them and brings every catalogue up to date.
LOCALE := generator/readyroom/locale
.PHONY: messages
messages: $(VENV)/.dev
	PYTHONPATH=generator $(BIN)/pybabel -q extract -F pyproject.toml --omit-header \
	  -k msg -k speak -k translate -k plural:1,2 --add-location=never --sort-output --width=98 \
	  -o $(LOCALE)/readyroom.pot generator/readyroom templates/pages
	$(BIN)/pybabel -q update -D readyroom -d $(LOCALE) -i $(LOCALE)/readyroom.pot \
	  --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width=98
	PYTHONPATH=generator $(BIN)/python -c "import catalogues; catalogues.compile_all()"

# The browser tests say so and are skipped where there is no Chromium and none can be installed.
.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || { command -v apt-get >/dev/null && \
	  $(ROOT) apt-get update -q >/dev/null && \
	  $(ROOT) apt-get install -yq --no-install-recommends chromium fonts-noto-cjk >/dev/null; } || \
	  echo "Chromium is not installed: the browser tests will be skipped."

clean:
	rm -rf $(VENV) site build dist
