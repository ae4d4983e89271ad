# Every target that is meant for people has its line of help behind ##.

PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
PY := .venv/bin/python
# At most four processes; what needs a browser comes at the end, and who is done helps the other.
SIDE_BY_SIDE := -n auto --maxprocesses=4 --dist worksteal --session-timeout=1700

# Whoever has Python keep no compiled files waits for the compiling at every start.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test prove lint screens figures pictures bench web dev chromium constraints

help:
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 17

run: web ## open Rygvej in your browser; the address is printed as well
	@$(PY) -m lbp_app

test: chromium ## check that everything works (small samples, browser included)
	@$(PY) -m pytest -q $(SIDE_BY_SIDE) -m "not full" $(T)

prove: chromium ## run the full counts behind every promise and write docs/proof.md
	@$(PY) -m tools.prove $(ONLY)

lint: dev ## style, types, wording and content
	@$(PY) -m tools.lint

screens: chromium ## picture the main screens into docs/screens (ALL=1: every screen, ONLY=diary)
	@$(PY) -m tools.screens

figures: dev ## draw the pictures of the exercises into assets/exercises (ONLY=3.2)
	@$(PY) -m tools.figures $(ONLY)

pictures: chromium ## draw the pictures of the lessons into assets/lessons (ONLY=scans)
	@$(PY) -m tools.lesson_pictures $(ONLY)

bench: chromium ## measure against a bare Flet app and write docs/bench.md
	@$(PY) -m bench.run

web dev:
	@$(PYTHON) tools/install.py $@

chromium: dev
	@$(PY) -m tools.chromium > /dev/null || $(PY) -m tools.chromium

# After a change of dependencies: what stands in .venv becomes what is pinned.
constraints: dev
	@$(PY) -m tools.constraints
