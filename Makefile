# Each target makes ready what it needs: a virtual environment, hash-checked packages and, on Debian-like
# systems, the system libraries that Qt needs.

python := .venv/bin/python
has_display := $(if $(filter Darwin,$(shell uname)),yes,$(DISPLAY)$(WAYLAND_DISPLAY))

.DEFAULT_GOAL := help
.PHONY: help run demo test lint bench torture fuzz format catalogues pictures screenshots requirements clean

help: ## Say what each target does
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 20

run: ## Open the desktop on the sample journey; without a display, make its papers instead
ifeq ($(has_display),)
	@echo "There is no display, so make run does what make demo does."
	@$(MAKE) --no-print-directory demo
else
	@tools/set-up.sh desktop
	@$(python) -m ui --sample
endif

demo: ## Make the sample's checks, PDFs, calendar file and journey file in out/
	@tools/set-up.sh app
	@$(python) -m ui demo --out out

test: lint ## Lint, check types and walls, run every test
	@$(python) -m pytest -n 2 --dist loadgroup

lint: ## Check style, format, types and the walls between the parts
	@tools/set-up.sh dev
	@$(python) -m ruff check .
	@$(python) -m ruff format --check .
	@$(python) -m mypy
	@.venv/bin/lint-imports --no-logo

bench: ## Measure the program beside the barest way to do the same, as ratios
	@tools/set-up.sh bench
	@$(python) -m tests.bench

torture: ## Kill the program 500 times and damage its files 1,000 times; nothing acknowledged may be lost
	@tools/set-up.sh dev
	@$(python) -m tests.torture

fuzz: ## Try 100,000 spoilt files on every reader of the program
	@tools/set-up.sh dev
	@$(python) -m tests.fuzz

format: ## Format the sources
	@tools/set-up.sh dev
	@$(python) -m ruff check --fix .
	@$(python) -m ruff format .

catalogues: ## Bring the translations up to date with the sources and say what is missing
	@tools/set-up.sh dev
	@$(python) tools/catalogues.py

screenshots: ## Make a picture of every page of the window, light and dark, in both languages, in out/screenshots/
	@tools/set-up.sh dev
	@$(python) -m tests.screenshots

pictures: ## Make the pictures of the README and the guide anew
	@tools/set-up.sh dev
	@$(python) tools/pictures.py

requirements: ## Pin the newest packages that fit, with hashes and without addresses
	@tools/set-up.sh dev
	@for name in app dev bench; do (cd requirements && ../.venv/bin/uv pip compile --quiet --upgrade --universal \
	    --fork-strategy fewest --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --no-annotate $$name.in --output-file $$name.txt) || exit 1; done

clean: ## Remove everything that was made
	rm -rf .venv out build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find planner ui tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -f translations/*/LC_MESSAGES/*.mo
