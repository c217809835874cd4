# make graph   build the graph of seeds/articles into out/ (first run: makes .venv and installs newsgraph)
# make check   lint, types, layers, tests, quality gate: what CI runs
# make bench   speed and memory as ratios; writes docs/benchmarks*.md
# make quality our gold facts, and the public sets where they are at hand, against their floors

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: graph check lint types layers test quality bench gazetteer clean browser virtuoso java

graph: $(VENV)/.installed
	$(BIN)/newsgraph build seeds/articles -o out
	@echo "open out/graph.html in a browser"

check: $(VENV)/.installed-dev browser virtuoso java lint types layers test quality

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check graph tests scripts
	$(BIN)/ruff format --check graph tests scripts

types: $(VENV)/.installed-dev
	$(BIN)/mypy

layers: $(VENV)/.installed-dev
	$(BIN)/lint-imports

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

quality: $(VENV)/.installed-dev
	$(BIN)/python scripts/quality.py

bench: $(VENV)/.installed-dev
	$(BIN)/python scripts/bench.py
	$(BIN)/python scripts/bench_stores.py
	$(BIN)/python scripts/bench_resolve.py

gazetteer: $(VENV)/.installed-dev
	$(BIN)/python -m pip install -q --group gazetteer
	$(BIN)/python scripts/build_gazetteer.py

browser:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
		|| echo "no chromium: browser tests will be skipped (install it with your package manager)"

virtuoso:
	@command -v virtuoso-t >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq \
		&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends virtuoso-opensource-7-bin >/dev/null; } \
		|| echo "no virtuoso-t: tests against Virtuoso will be skipped (Debian: virtuoso-opensource-7-bin)"

java:
	@{ command -v java && test -e /usr/share/java/jena-arq.jar && test -e /usr/share/java/rdf4j-rio-api.jar; } >/dev/null \
		|| { [ "$$(id -u)" = 0 ] && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
		--no-install-recommends default-jre-headless libapache-jena-java librdf4j-java >/dev/null; } \
		|| echo "no Jena: its tests will be skipped (Debian: default-jre-headless libapache-jena-java librdf4j-java)"

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --upgrade "pip>=25.1"

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install -q --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install -q --group dev
	@touch $@

clean:
	rm -rf out dist build .mypy_cache .ruff_cache .pytest_cache
