# The dossier, one command per wish. `make` lists them.
#
#   PYTHON=python3.12 make serve         another Python to build .venv with (3.11.5 or later)
#   DOSSIER_PYTHON=/path/python make ... no .venv at all: use this Python, which has the packages already
#   ADDRESS=0.0.0.0:8000 make serve      serve elsewhere
#   FORMAT=github make check             say what is wrong as GitHub reads it; or json, sarif
#   JOBS=8 make test                     more tests at a time

SHELL := /bin/bash
PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
FORMAT ?= text
# As many tests at a time as there are cores, four at most.
JOBS ?= $(shell n=$$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2); echo $$((n < 4 ? n : 4)))
# What is made for a module of tests is made once, by whoever has its tests; what takes longest to make comes first.
SHARED = -n $(JOBS) --dist loadscope --no-loadscope-reorder

VENV := .venv
STAMPS := .stamps

# Material's own notice about MkDocs' future is for its users, not for ours.
export NO_MKDOCS_2_WARNING := true

ifdef DOSSIER_PYTHON
  PY := $(DOSSIER_PYTHON)
  READY :=
else
  PY := $(VENV)/bin/python
  READY := $(VENV)/ready
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve site pdf check test test-all bench format fonts lock system clean

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

serve: $(READY)  ## read the site here, rebuilt as you edit (needs Python only)
	$(PY) -m mkdocs serve --dev-addr $(ADDRESS)

site: $(READY) $(STAMPS)/pdf  ## build the whole site into site/
	$(PY) -m macros site --out site

pdf: $(READY) $(STAMPS)/pdf  ## make the book, dossier.pdf
	$(PY) -m macros pdf dossier.pdf

check: $(READY)  ## hold the record against its rules
	$(PY) -m macros check --format $(FORMAT)

test: $(READY) $(STAMPS)/system  ## format, lint, types, tests - of many cases a sample
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) -m pytest $(SHARED) -m "not slow"

test-all: $(READY) $(STAMPS)/system  ## the same with every case
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) -m pytest $(SHARED)

bench: $(READY)  ## how cost grows with the record
	$(PY) -m benchmarks

format: $(READY)  ## format the code, mend what can be mended
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

fonts: $(READY)  ## subset the fonts again, after the pages came to use other characters
	$(PY) scripts/fonts.py

lock: $(READY)  ## write requirements.txt anew from requirements.in
	$(PY) -m uv pip compile --quiet --no-config --upgrade --universal --python-version 3.11.5 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	    requirements.in --output-file requirements.txt

system: $(STAMPS)/system  ## install what the PDF and the tests need from the system

clean:  ## remove everything that was made
	rm -rf $(VENV) $(STAMPS) site .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/ready: requirements.txt
	@$(PYTHON) scripts/python.py
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
	@touch $@

$(STAMPS)/pdf: scripts/system.sh
	scripts/system.sh pdf
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/system: scripts/system.sh
	scripts/system.sh all
	@mkdir -p $(STAMPS) && touch $@ $(STAMPS)/pdf
