# `make serve` and `make test` set up what is missing by themselves and are quick the second time.
PYTHON ?= python3
PORT ?= 8000
RUNS ?= 7
OPTIONS ?= --write
RUN := .venv/bin/python
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.PHONY: serve test build check freshness setup system-packages lock benchmark lighthouse screenshots
.DEFAULT_GOAL := serve

serve: setup ## build the site and serve it on this machine
	$(RUN) -m site_build serve --watch --port $(PORT)

build: setup ## build both languages, strict, into site/
	$(RUN) -m site_build build

check: setup ## linters, types and import contracts
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	node_modules/.bin/oxlint
	node_modules/.bin/knip
	node_modules/.bin/tsc

test: check system-packages ## every check and every test, on all cores; builds the site once, strict
	$(RUN) -m pytest --numprocesses auto --dist loadgroup

freshness: setup ## whether the rates that we hold are still known today; not a test, because the day decides
	$(RUN) -m pytest --override-ini addopts= tests/freshness

setup: .venv/ready node_modules/ready .cache/wheels/ready

.venv/ready: requirements.txt requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' || { echo "Python 3.11.5 or newer is needed: PYTHON=/path/to/python make ..."; exit 1; }
	@echo "Setting up Python packages in .venv (about a minute) ..."
	@$(PYTHON) -m venv --clear .venv
	@$(RUN) -m pip install --quiet --disable-pip-version-check -r requirements.txt -r requirements-dev.txt
	@touch $@

node_modules/ready: package.json package-lock.json
	@command -v npm >/dev/null && node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 20 || (major == 20 && minor >= 19) ? 0 : 1)' || { echo "Node 20.19 or newer with npm is needed."; exit 1; }
	@echo "Setting up npm packages in node_modules ..."
	@npm ci --silent --no-fund --no-audit
	@touch $@

# Packages for Python in the browser: checked by hash, and not installed here.
.cache/wheels/ready: requirements-browser.txt | .venv/ready
	@echo "Fetching packages for Python in the browser ..."
	@rm -rf $(@D)
	@$(RUN) -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: \
	  --implementation cp --python-version 3.14 --abi cp314 --platform pyemscripten_2026_0_wasm32 \
	  --dest $(@D) --requirement requirements-browser.txt
	@touch $@

# Debian packages of the tests: two browsers, dictionaries for the spelling of the pages, and a spreadsheet.
SYSTEM_PACKAGES := chromium firefox-esr hunspell hunspell-nl hunspell-en-gb libreoffice-calc-nogui
# A third browser and a screen for it: 60 MB, without the media players and portals that Debian recommends beside them.
WEBKIT_PACKAGES := webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb

system-packages:
	@dpkg-query --show $(SYSTEM_PACKAGES) $(WEBKIT_PACKAGES) >/dev/null 2>&1 || { \
	  echo "Installing $(SYSTEM_PACKAGES) $(WEBKIT_PACKAGES) with apt, for the tests ..."; \
	  root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$root apt-get update -qq && $$root apt-get install -y -qq $(SYSTEM_PACKAGES) >/dev/null && \
	  $$root apt-get install -y -qq --no-install-recommends $(WEBKIT_PACKAGES) >/dev/null; }

benchmark: setup system-packages .cache/peers-npm/ready .cache/peers-wheels/ready ## visits beside other ways to Python in a browser, pages, builds
	$(RUN) -m benchmarks --runs $(RUNS) $(OPTIONS)

lighthouse: setup system-packages ## Lighthouse mobile of home, two chapters and a calculator
	$(RUN) -m benchmarks --parts lighthouse --runs 1

# What our site is measured beside; checked by hash, and in no one's way who does not measure.
.cache/peers-npm/ready: benchmarks/peers/package.json benchmarks/peers/package-lock.json
	@echo "Fetching what our site is measured beside ..."
	@rm -rf $(@D)
	@mkdir -p $(@D)
	@cp $^ $(@D)
	@npm ci --prefix $(@D) --silent --no-fund --no-audit --ignore-scripts
	@touch $@

.cache/peers-wheels/ready: benchmarks/peers/requirements.txt | .venv/ready
	@rm -rf $(@D)
	@$(RUN) -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: \
	  --python-version 3.12 --platform any --dest $(@D) --requirement $<
	@touch $@

screenshots: setup system-packages ## pages and states of calculators, to be looked at, in build/screenshots/
	$(RUN) -m tests.browser.screenshots build/screenshots

lock: .venv/ready ## pin the Python packages again, without registry addresses
	.venv/bin/pip install --quiet uv
	.venv/bin/uv pip compile --quiet --universal --python-version 3.11.5 --no-header --no-emit-index-url requirements.in -o requirements.txt
	.venv/bin/uv pip compile --quiet --universal --python-version 3.11.5 --no-header --no-emit-index-url requirements-dev.in -o requirements-dev.txt
