package inherit_test

import (
	"io/fs"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
)

// naming is a site whose notices name what they define, what the notice that they build
// on defines, what a block defines, and what nothing does.
const naming = `
-- content/site.yaml --
title: Notices
law: uk
languages: [en, cy]
-- content/organisations/council.yaml --
name: Council
-- content/shared/cctv.yaml --
title: CCTV
data:
  - {id: film, label: Film}
-- content/notices/corporate.yaml --
title: All
kind: corporate
controller: council
recipients:
  - {id: printer, name: Our printer}
-- content/notices/right.yaml --
title: Right
controller: council
read_with: [corporate]
data:
  - {id: name, label: Name}
purposes:
  - {id: pay, purpose: Pay, data: [name]}
recipients:
  - {id: bank, name: A bank, data: [name], purposes: [pay]}
-- content/notices/lends.yaml --
title: Lends
controller: council
inherits: [recipients]
transfers:
  - {recipient: printer, countries: [US]}
  - {recipient: missing, countries: [US]}
-- content/notices/lends-all.yaml --
title: Lends all
controller: council
inherits: [recipients]
transfers:
  - {recipient: printer, countries: [US]}
-- content/notices/takes-none.yaml --
title: Takes none
controller: council
inherits: [security]
transfers:
  - {recipient: printer, countries: [US]}
-- content/notices/films.yaml --
title: Films
controller: council
include: [cctv, missing]
retention:
  - {data: film, period: 30 days}
  - {data: sound, period: 30 days}
-- content/notices/lost.yaml --
title: Lost
controller: nobody
inherits: [security]
read_with: [nothing]
corporate: right
data: none of it
retention:
  - {data: name, period: 30 days}
-- content/notices/lost.cy.yaml --
title: Ar goll
kind: corporate
purposes:
  - {id: dim, purpose: Dim}
`

// What is known of notices in brief is known as if they were there as a whole.
func TestNoticesInBriefComeToTheSame(t *testing.T) {
	t.Parallel()
	translations, err := txtar.ParseFile("testdata/translations.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for name, site := range map[string]fs.FS{
		"naming": siteOf(txtar.Parse([]byte(naming))), "translations": siteOf(translations), "example": os.DirFS("../.."),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			read, err := load.Load(site)
			if err != nil {
				t.Fatal(err)
			}
			set, findings := inherit.Resolve(read.Corpus)
			briefly, err := load.Briefly(site, 0)
			if err != nil {
				t.Fatal(err)
			}
			some, found, err := inherit.Briefly(briefly.Corpus)
			if err != nil || some.Completer == nil {
				t.Fatalf("completer %v, error %v", some.Completer, err)
			}
			for _, diff := range []string{
				cmp.Diff(read.Findings, briefly.Findings), cmp.Diff(findings, found), cmp.Diff(set.Faces, some.Faces), cmp.Diff(all(t, set), all(t, some), cmpopts.EquateEmpty()),
			} {
				if diff != "" {
					t.Errorf("(-whole +brief):\n%s", diff)
				}
			}
		})
	}
}

// all gives all notices of a set as a whole.
func all(t *testing.T, set *notices.Set) (list []*notices.Complete) {
	t.Helper()
	for some, err := range set.Portions() {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, some...)
	}
	return list
}
