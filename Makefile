# `make` sets up what is missing and builds every edition of patterns/ into output/.
# `make test` proves it. See README.md for the rest.

SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: all docs pictures editions setup browser test-tools conformance-tools test units conformance check sbom bench clean

OUT := output
SBOM := sbom.cdx.json
VERAPDF := .cache/verapdf/greenfield-apps.jar
export PUPPETEER_SKIP_DOWNLOAD := 1

all: editions

# What takes long says so before it begins, and how long it takes on so many cores of 2.5 GHz, about.
CORES := $(shell nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2)
takes = $(shell expr $(1) / $(CORES) + 1) s on $(CORES) cores

editions: setup
	@echo "Building every edition of patterns/ into $(OUT)/: about $(call takes,50), a few seconds where nothing has changed."
	node dist/cli.js build --out $(OUT)

setup: node_modules/.package-lock.json dist/cli.js browser

node_modules/.package-lock.json: package.json package-lock.json
	@echo "Installing 660 packages by npm, which says nothing meanwhile: one to three minutes by the network."
	@rm -f npm-shrinkwrap.json
	npm ci --no-audit --no-fund
	@touch $@

dist/cli.js: node_modules/.package-lock.json tsconfig.json tsconfig.build.json $(shell find src -name '*.ts')
	@echo "Compiling: about $(call takes,25)."
	@rm -rf dist
	npx tsc -p tsconfig.build.json

# Where there is no Chrome or Chromium, Debian's is installed if we may: the headless shell, which has all that printing needs.
browser: dist/cli.js
	@node .ci/browser.mjs || $(MAKE) --no-print-directory debian PACKAGES=chromium-headless-shell

# Other people's tools, by which the tests prove what we write.
test-tools:
	@missing=""; \
	for pair in pdftotext:poppler-utils qpdf:qpdf pandoc:pandoc gs:ghostscript zbarimg:zbar-tools java:default-jre-headless sqlite3:sqlite3; do \
	  command -v $${pair%%:*} >/dev/null || missing="$$missing $${pair##*:}"; \
	done; \
	/usr/bin/python3 -c 'import rdflib' 2>/dev/null || missing="$$missing python3-rdflib"; \
	[ -z "$$missing" ] || $(MAKE) --no-print-directory debian PACKAGES="$$missing"

conformance-tools: test-tools .cache/python/.installed .cache/readers/.installed $(VERAPDF)
	@command -v soffice >/dev/null || $(MAKE) --no-print-directory debian PACKAGES=libreoffice-writer-nogui
	@command -v ebook-convert >/dev/null || $(MAKE) --no-print-directory debian PACKAGES=calibre

# Readers of EPUB, in a folder of their own; the lock file pins them and all they bring.
.cache/readers/.installed: test/support/readers/package-lock.json
	rm -rf $(@D)
	mkdir -p $(@D)
	cp test/support/readers/package*.json $(@D)
	npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund
	@touch $@

# Python's readers of data, in a folder of their own; versions are pinned.
.cache/python/.installed: test/support/requirements.txt
	@/usr/bin/python3 -c 'import ensurepip' 2>/dev/null || $(MAKE) --no-print-directory debian PACKAGES=python3-venv
	rm -rf $(@D)
	/usr/bin/python3 -m venv $(@D)
	$(@D)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

# veraPDF judges PDF/UA and PDF/A. All of it is one file of Maven Central, which Maven holds against its check sum.
$(VERAPDF):
	@command -v mvn >/dev/null || $(MAKE) --no-print-directory debian PACKAGES=maven
	mvn -q -B dependency:copy -Dartifact=org.verapdf.apps:greenfield-apps:1.28.2 \
	  -Dmdep.stripVersion=true -DoutputDirectory=$(@D)

debian:
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(PACKAGES); \
	else \
	  echo "Missing here: $(PACKAGES). Install them, on Debian with: sudo apt-get install $(PACKAGES)" >&2; exit 1; \
	fi

# TESTS=formats/pdf runs those of one room.
test: setup test-tools
	@echo "Proving it by 3,200 tests: about $(call takes,1400) (TESTS=program/readme runs one file of them)."
	npx vitest run $(addprefix test/,$(TESTS)) $(VITEST)

# Those that only call functions.
units: setup
	npx vitest run --config vitest.units.config.ts $(VITEST)

conformance: setup conformance-tools
	@echo "Holding every edition against its standards: half an hour."
	npx vitest run --config vitest.conformance.config.ts $(addprefix test/conformance/,$(TESTS)) $(VITEST)

check: node_modules/.package-lock.json dist/cli.js
	npx biome check .
	npx tsc -p tsconfig.json
	npx knip
	npx depcruise src
	node .ci/licences.mjs
	node .ci/docs.mjs --check
	node .ci/picture.mjs --check

# Pages and schemas that are written from the program itself; `make check` holds them.
docs: dist/cli.js
	node .ci/docs.mjs
	node .ci/picture.mjs

# The pictures of the README, printed anew from patterns/; look at them before you keep them.
pictures: setup conformance-tools
	@echo "Printing the pictures of the README: about $(call takes,120)."
	node .ci/pictures.mjs

# What a user installs, as a CycloneDX bill of materials.
sbom:
	node .ci/sbom.mjs $(SBOM)

# SOURCE=folder measures another library than the one beside the project.
bench: setup
	node bench/bench.mjs $(SOURCE)

clean:
	rm -rf dist .cache $(OUT)/*
