package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices/agenda"
	"notices.example/site"
)

// What is said to come up is all that does: on each of those days something is found or
// published that is another than on the day before, and on the days between nothing is.
func TestNothingChangesBetweenTheDaysThatAreNamed(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 6, 22, 0, 0, 0, 0, time.UTC)
	start, err := examineFiles(t.Context(), agendaSite(), day, nil)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := agenda.After(start.set, day)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, e := range entries {
		kinds = append(kinds, fmt.Sprintf("%s %s %s", e.Day.Format(time.DateOnly), e.Kind, e.Notice))
	}
	want := []string{
		"2026-07-01 notice-appears later", "2026-07-16 notice-ends ending", "2026-08-01 acceptance-over a", "2026-09-01 transition-over a",
		"2026-09-16 organisation-ceased ", "2026-09-30 law-changes ", "2026-10-01 security-contact-ends ",
		"2026-10-31 security-contact-ended ", "2027-01-01 review-overdue a", "2027-07-02 review-unknown later",
	}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Fatalf("what comes up (-want +got):\n%s", diff)
	}
	before := stateOn(t, day)
	for _, e := range entries {
		if diff := cmp.Diff(before, stateOn(t, e.Day.AddDate(0, 0, -1))); diff != "" {
			t.Errorf("before %s something was different already (-before +then):\n%s", e.Day.Format(time.DateOnly), diff)
		}
		after := stateOn(t, e.Day)
		if e.Kind != agenda.LawChanges && slices.Equal(before, after) { // not every change of law concerns a site
			t.Errorf("on %s nothing is different: %s", e.Day.Format(time.DateOnly), e.Says)
		}
		before = after
	}
}

// stateOn is what is found and published on a day.
func stateOn(t *testing.T, day time.Time) (list []string) {
	t.Helper()
	e, err := examineFiles(t.Context(), agendaSite(), day, nil)
	if err != nil {
		t.Fatal(err)
	}
	findings, err := site.Inspect(e.pages(false))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range append(slices.Clone(e.findings), findings...) {
		list = append(list, fmt.Sprintf("%s %s %s %t", f.Pos, f.Rule, f.Severity, f.Accepted != nil))
	}
	for _, c := range e.set.Notices {
		list = append(list, c.ID.Value+" is "+c.Standing(day).String())
	}
	return list
}

// agendaSite is one with everything that comes up by itself.
func agendaSite() fstest.MapFS {
	files := fstest.MapFS{}
	for file := range strings.SplitSeq(strings.TrimPrefix(agendaFiles, "== "), "\n== ") {
		name, text, _ := strings.Cut(file, "\n")
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

const agendaFiles = `== content/site.yaml
title: Privacy
law: uk
security_contact:
  email: security@anytown.gov.uk
  expires: 2026-10-30
== content/organisations/anytown.yaml
name: Anytown Council
public_authority: yes
country: GB
== content/organisations/printer.yaml
name: The printer
country: GB
until: 2026-09-15
== content/notices/a.md
---
title: A
kind: service
controller: anytown
recipients:
  - organisation: printer
    role: processor
    purpose: Print
transition:
  from: 2026-01-01
  until: 2026-08-31
  replaces: [anytown]
updated: 2026-02-01
reviewed: 2026-02-01
review_due: 2026-12-31
accepted:
  - rule: purposes-missing
    reason: We are still writing it.
    by: Data protection officer
    until: 2026-07-31
---
== content/notices/later.md
---
title: Later
kind: service
controller: anytown
effective: 2026-07-01
updated: 2026-02-01
reviewed: 2026-02-01
---
== content/notices/ending.md
---
title: Ending
kind: service
controller: anytown
updated: 2026-02-01
expires: 2026-07-15
---
== content/notices/draft.md
---
title: Draft
status: draft
kind: service
controller: anytown
effective: 2026-07-03
---`
