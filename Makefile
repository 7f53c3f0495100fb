# Two commands do all set-up on a fresh Debian machine with Go and make:
#
#	make site    builds the example site and says where to open it
#	make test    installs what the tests need and runs every one of them

GO         ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
BENCHSTAT   = golang.org/x/perf/cmd/benchstat@v0.0.0-20260908200009-22c9c6c9d4da

# The example restates documents of other bodies, gaps included. Each gap is
# accepted until a date, so the example is judged as of a day and stays buildable.
EXAMPLE_DAY = 2026-11-22

.PHONY: site
site:
	@$(GO) run ./cmd/notices build --at $(EXAMPLE_DAY)
	@echo "Open it in your browser: file://$(CURDIR)/public/index.html"

# CI=true: a browser that is not there fails the tests instead of skipping them.
# Tests in browsers wait more than they work, so more run at once than there are cores.
# Every test runs once as it is, and those that make or share goroutines once more with
# the race detector, which makes a program five times slower. All else is compiled in
# the way of .ci/release, so that .ci/reproducible need not compile it anew.
.PHONY: test
test: export GOFLAGS := $(shell $(GO) env GOFLAGS) -trimpath
test: export CGO_ENABLED = 0
test:
	@.ci/setup
	@$(MAKE) --no-print-directory format
	@$(MAKE) --no-print-directory vet
	CI=true $(GO) test -timeout 30m -parallel 4 ./... ./.ci/sbom
	@$(MAKE) --no-print-directory race
	@.ci/reproducible
	@.ci/vulncheck
	@$(MAKE) --no-print-directory site

# The packages that begin goroutines, or guard what several share. A test holds the list.
RACING = ./notices/inherit ./notices/load ./notices/pattern ./notices/prose ./notices/rules ./site ./site/preview ./site/preview/watch ./site/stamp

# Left out are tests that look at finished pages, in a browser or as text, one by one,
# those of long or hostile texts, which one goroutine reads, and those of whole commands,
# which begin no goroutine that others do not, but for the preview.
FINISHED = InABrowser|Lighthouse|EverybodyCanUse|IsNotPrinted|Quickly|Sitemaps|RedirectsArrive|Misspelt|HostileWordsStay|OddAddresses|VerifyFinds|HardTexts|PlainYAML|SpeakPlainly|InFull|NoExampleOfAFact

.PHONY: race
race:
	CGO_ENABLED=1 $(GO) test -race -timeout 30m -parallel 4 -skip '$(FINISHED)' $(RACING)
	CGO_ENABLED=1 $(GO) test -race -timeout 30m -parallel 4 -run 'Preview|Saves|Midnight|Saved|Beside|CutShort|Interrupted|AskedFor|ExchangedForTheNext|Scripts/serve' ./cmd/notices

.PHONY: format
format:
	@unformatted=$$(gofmt -l cmd notices layouts partials site .ci/sbom .ci/knownbad .ci/kubernetes); \
	if [ -n "$$unformatted" ]; then echo "gofmt -w these files:"; echo "$$unformatted"; exit 1; fi

.PHONY: vet
vet:
	$(GO) mod tidy -diff
	$(GO) mod verify
	$(GO) vet ./... ./.ci/sbom
	$(GO) run $(STATICCHECK) ./... ./.ci/sbom
	.ci/workflows

# Writes what is generated from the code again: golden files, docs/keys.md,
# docs/rules and the README's findings. Read the difference before you commit it.
# The findings of the five documents as found are only written when their number
# is the same, or with FORCE=-force.
.PHONY: generate
generate:
	$(GO) test ./notices/vocabulary ./notices/schema ./notices/cms ./notices/load ./notices/prose ./notices/report ./site -update
	$(GO) test ./notices/rules -update $(FORCE)
	$(GO) test ./cmd/notices -run 'Scripts|Readme' -update

# Takes the pictures in the guides anew, in a real browser, of real pages. Look at them
# before you commit them.
.PHONY: pictures
pictures:
	@.ci/setup
	CI=true $(GO) test ./cmd/notices -run 'ThePicturesInThe' -count=1 -update

# Runs the fuzz targets: make fuzz TIME=10s NAMES=Pages
.PHONY: fuzz
fuzz:
	@.ci/fuzz $(or $(TIME),60s) $(if $(NAMES),'$(NAMES)')

# Measures whole builds against Hugo, which it installs: docs/speed.md. About an hour, or
# make bench SIZES=100 COUNT=1; with GROWTH=1 ours alone, as the number of notices grows.
.PHONY: bench
bench:
	$(GO) run ./cmd/bench $(if $(SIZES),-sizes $(SIZES)) $(if $(COUNT),-count $(COUNT)) $(if $(GROWTH),-growth) $(BENCHFLAGS)

# Measures each stage by itself and holds it against the baseline, so that a slower commit
# is seen: allocations everywhere, times on the machine the baseline was taken on.
STAGES = $(GO) test ./cmd/notices ./site -run '^$$' -bench '^BenchmarkStage/^notices=100$$' -benchmem -benchtime 2x -count $(or $(COUNT),6)
.PHONY: bench-stages
bench-stages:
	@now=$$(mktemp); $(STAGES) >$$now || { cat $$now; rm -f $$now; exit 1; }; \
	$(GO) run $(BENCHSTAT) docs/bench/baseline.txt now=$$now; rm -f $$now

# Takes the baseline anew, for a commit that means to be faster or slower.
.PHONY: bench-baseline
bench-baseline:
	@now=$$(mktemp); $(STAGES) >$$now || { cat $$now; rm -f $$now; exit 1; }; \
	cat $$now | tee docs/bench/baseline.txt; rm -f $$now

# Runs every Go benchmark.
.PHONY: bench-all
bench-all:
	$(GO) test ./... -run '^$$' -bench . -benchmem

# Tells what Lighthouse gives a page of each kind, performance too.
.PHONY: lighthouse
lighthouse:
	@.ci/setup
	CI=true $(GO) test ./site -run TestTheExampleInLighthouse -count=1 -v

# Tries the forms of “notices cms” in the real Decap CMS and Sveltia CMS, in a browser: what
# they save says the same. Under a minute; it fetches the programs of the two.
.PHONY: cms
cms:
	@.ci/setup
	@.ci/cms
	NOTICES_CMS=1 CI=true $(GO) test ./notices/cms -count=1 -v -run InABrowser

# Says whether the program reaches code that is known to be vulnerable.
.PHONY: vulncheck
vulncheck:
	@NOTICES_VULNCHECK=required .ci/vulncheck

# Builds what is released, for every platform: make release VERSION=v1.2.0
.PHONY: release
release:
	@.ci/release $(VERSION)
