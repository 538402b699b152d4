# Two commands: `make site` builds everything, `make test` checks everything. The rest are parts of them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python
PIP := $(RUN) -m pip --disable-pip-version-check --no-input install --quiet --require-hashes

.PHONY: site build pdf articles test check browser docs words score serve clean lock

# Takes in the articles that may be kept, merges what is found into their dossiers, and publishes public/.
# A merge that would change what people wrote is refused and told; the site is then built from what they wrote.
site: articles build

articles: $(VENV)/.extract
	$(RUN) build.py extract $(wildcard content/*/article.*) || echo "The dossiers stay as their editors left them."

# Check, render, publish: the small core install is enough.
build: $(VENV)/.core
	$(RUN) build.py

# Each briefing as a sheet of one page and as a whole, under build/pdf/. Needs Chromium (or Chrome).
pdf: build
	$(RUN) -m tools.make_pdf

$(RUN):
	$(PYTHON) -m venv $(VENV)

# Each install adds to the one before; a stamp is older than its lock file when the lock has changed.
$(VENV)/.core: requirements/core.lock | $(RUN)
	$(PIP) -r $<
	@touch $@

$(VENV)/.extract: requirements/extract.lock $(VENV)/.core
	$(PIP) -r $<
	@touch $@

$(VENV)/.dev: requirements/dev.lock $(VENV)/.extract
	$(PIP) -r $<
	@touch $@

test: check browser
	$(RUN) -m pytest

# Everything but the tests: layout, types, import contracts, generated docs.
check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(RUN) build.py check

# Chromium, and what checks pages in it (axe-core, the Nu checker, Lighthouse), where they can be had; without them the
# tests that need them are skipped and say so.
browser: $(VENV)/.dev $(VENV)/.web
	@command -v chromium chromium-browser google-chrome >/dev/null 2>&1 \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
	       && apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; } \
	  || echo "No Chromium here: the browser tests will be skipped."

$(VENV)/.web: tools/web/package-lock.json | $(RUN)
	@command -v npm >/dev/null 2>&1 \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
	       && apt-get update -qq && apt-get install -y -qq --no-install-recommends npm default-jre-headless >/dev/null; } \
	  || true
	@if command -v npm >/dev/null 2>&1 && npm ci --prefix tools/web --no-audit --no-fund --ignore-scripts --silent; \
	  then touch $@; else echo "No npm here: axe-core, the Nu checker and Lighthouse will be skipped."; fi

# Pages of docs/ that are made from the code.
docs: $(VENV)/.core
	$(RUN) -m tools.write_docs

# Catalogues of the interface's words follow templates and code: docs/languages.md.
words: $(VENV)/.dev
	$(RUN) -m tools.write_words

# What the extractor reaches on our own articles: attribution, actors, certainty; and whole briefings against answer keys.
score: $(VENV)/.dev
	$(RUN) -m eval.own
	$(RUN) -m eval.briefings

# Locks every dependency of pyproject.toml with hashes, for every platform. For developers; needs uv.
lock:
	for extra in core extract dev; do \
	  case $$extra in core) flags=;; extract) flags="--extra extract";; dev) flags="--extra extract --extra dev";; esac; \
	  uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q \
	    $$flags -o requirements/$$extra.lock || exit 1; \
	done

clean:
	rm -rf build public
