# `make help` says what each target does. The scripts behind them are in .ci.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: bench bench-gate parity help demo test asan build release install pages embedded clean packages test-packages

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

PACKAGES := pkg-config libxml2-dev libyaml-dev libzip-dev
# Faces of the kinds that offices have, LibreOffice and poppler, to print pages and measure them.
PAGE_PACKAGES := fonts-arphic-ukai fonts-arphic-uming fonts-liberation fonts-noto-cjk libreoffice-writer-nogui \
  poppler-utils
TEST_PACKAGES := $(PAGE_PACKAGES) jing parallel python3 python3-lxml python3-venv tidy valgrind
# Schemas, validators and other engines' templates, which are not of the project; what needs them is skipped without.
SHARED ?= $(or $(CHENGWEN_SHARED),$(abspath $(CURDIR)/..)/shared)
SDK := $(if $(wildcard $(SHARED)/verify),.build/sdk/complete)
export SDK_PYTHON ?= $(CURDIR)/.build/sdk/bin/python
export OPENXML_SDK_HOME ?= $(CURDIR)/.build/sdk/openxml-sdk
EXAMPLE := Assets/examples/sepabayi-2021.yaml
RELEASE := $(SWIFT) build --configuration release --static-swift-stdlib -Xlinker -s --product chengwen

help: ## say what each target does (the default)
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: packages ## install what is missing, build, write the example report as .docx and .odt into out/
	$(SWIFT) build --product chengwen
	.build/debug/chengwen render $(EXAMPLE) --to docx,odt -o out
	@echo "Written / 已生成: $(CURDIR)/out/$(basename $(notdir $(EXAMPLE))).docx  .odt"

test: test-packages .build/venv/complete $(SDK) ## install what is missing, run every test, check the format
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest --parallel
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

# The sanitizer's stack frames are several times as large.
asan: test-packages .build/venv/complete $(SDK) ## run every test under AddressSanitizer with leak detection
	ulimit -s 65536; LSAN_OPTIONS=suppressions='$(CURDIR)/.ci/leaks.supp' \
	  $(SWIFT) test --disable-xctest --sanitize=address --scratch-path .build-asan

parity: test-packages .build/venv/complete $(SDK) ## run docxtpl's own templates, which lie in SHARED, print how they compare
	$(SWIFT) build --product chengwen
	$(SWIFT) build --product chengwen-parity
	@test -d '$(SHARED)/parity' || { echo "there is no $(SHARED)/parity" >&2; exit 1; }
	.build/venv/bin/python Tests/Parity/run.py .build/debug/chengwen .build/debug/chengwen-parity '$(SHARED)/parity/docxtpl' \
	  $(if $(SDK),'$(SHARED)/verify')

BENCH := $(CURDIR)/.build/bench
# Compiled Python would lie among the sources.
bench bench-gate: export PYTHONDONTWRITEBYTECODE = 1
# Valgrind can't read what debuggers are told of Swift, so it is left out.
BENCH_RELEASE := $(SWIFT) build --configuration release --static-swift-stdlib -Xlinker -s --product chengwen-bench
SHARED_WORK := $(if $(wildcard $(SHARED)/bench/report.json),--report $(SHARED)/bench/report_docxtpl.docx \
  $(SHARED)/bench/report.json --rows $(SHARED)/bench/big_docxtpl.docx)
bench: test-packages .build/venv/complete ## measure against docxtpl and what the bytes cost (ROUNDS=5; FULL=1: docxtpl on 100,000 rows)
	$(RELEASE)
	$(BENCH_RELEASE)
	.build/venv/bin/python Tests/Benchmarks/workload.py '$(BENCH)'
	$(or $(shell command -v cc),clang) -O2 Tests/Benchmarks/Floor/floor.c -o '$(BENCH)/floor' -lzip -lz
	.build/venv/bin/python Tests/Benchmarks/bench.py .build/release/chengwen .build/release/chengwen-bench \
	  '$(BENCH)/floor' '$(BENCH)' --rounds $(or $(ROUNDS),5) $(if $(FULL),--full) $(SHARED_WORK)

bench-gate: test-packages ## count the instructions of some renders, fail beyond 5 % (UPDATE=1 keeps the new numbers)
	$(BENCH_RELEASE)
	python3 Tests/Benchmarks/workload.py '$(BENCH)' 0
	python3 Tests/Benchmarks/gate.py .build/release/chengwen-bench '$(BENCH)' $(if $(UPDATE),--update)

build: packages ## build for development, tests included
	$(SWIFT) build --build-tests

release: packages ## build the command for use, without debugging symbols: .build/release/chengwen
	$(RELEASE)

install: packages ## put bin/chengwen, which needs nothing of this folder, below PREFIX (/usr/local)
	$(RELEASE)
	install -d '$(DESTDIR)$(PREFIX)/bin'
	install -m 755 .build/release/chengwen '$(DESTDIR)$(PREFIX)/bin/chengwen'

pages: demo ## pictures of the examples' pages in both formats, by way of LibreOffice, into out/pages/
	@.ci/packages $(PAGE_PACKAGES)
	rm -rf out/pages && mkdir -p out/pages
	for kind in docx odt; do \
	  mkdir -p out/pages/$$kind; \
	  .build/debug/chengwen fill Assets/examples/one-to-many/$$kind Assets/examples/one-to-many.yaml \
	    -o out/one-to-many.$$kind; \
	  soffice -env:UserInstallation=file://$(CURDIR)/.build/soffice --headless --convert-to pdf \
	    --outdir out/pages/$$kind out/$(basename $(notdir $(EXAMPLE))).$$kind out/one-to-many.$$kind; \
	  for document in out/pages/$$kind/*.pdf; do \
	    pdftoppm -r 110 -png $$document $${document%.pdf}; \
	    pdftoppm -r 64 -gray $$document $${document%.pdf}; \
	  done; \
	done
	for page in out/pages/docx/*.pgm; do \
	  .ci/side-by-side out/pages/$$(basename $$page .pgm).png $$page out/pages/odt/$$(basename $$page); \
	done
	@ls out/pages/*.png out/pages/*/*.png

embedded: ## list the files of Templates anew in Sources/CTemplates, after adding or removing one
	.ci/embed-templates

clean: ## remove everything that was built
	rm -rf .build .build-* out

packages:
	@command -v $(SWIFT) > /dev/null || { echo "Swift 6.3 is needed: https://www.swift.org/install/linux" \
	  "/ 需要先安装 Swift 6.3" >&2; exit 1; }
	@.ci/packages $(PACKAGES)

test-packages: packages
	@command -v $(SWIFT) > /dev/null || { echo "Swift 6.3 is needed: https://www.swift.org/install/linux" \
	  "/ 需要先安装 Swift 6.3" >&2; exit 1; }
	@.ci/packages $(TEST_PACKAGES)

# python-docx, odfdo and the like, for the scripts under Tests that read documents back.
.build/venv/complete: .ci/requirements.txt
	rm -rf .build/venv
	python3 -m venv .build/venv
	.build/venv/bin/pip install --quiet --disable-pip-version-check -r .ci/requirements.txt
	touch $@

# Microsoft's Open XML SDK, which judges .docx files. It unpacks itself when it is first started, which must be over
# before several tests start it at once.
.build/sdk/complete: .ci/sdk-requirements.txt
	rm -rf .build/sdk
	python3 -m venv .build/sdk
	.build/sdk/bin/pip install --quiet --disable-pip-version-check -r .ci/sdk-requirements.txt
	PYTHONDONTWRITEBYTECODE=1 PYTHONPATH='$(SHARED)/verify/bin' .build/sdk/bin/python -c 'import sdk_validate; sdk_validate.start()'
	touch $@
