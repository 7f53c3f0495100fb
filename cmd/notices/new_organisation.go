package main

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"notices.example/notices/load"
	"notices.example/notices/starter"
)

// organisationKind is what --kind takes besides the kinds of notices.
const organisationKind = "organisation"

// newKinds are what “notices new” begins.
var newKinds = slices.Concat(starter.Kinds, []string{organisationKind})

// body begins the file of an organisation.
func (n *draft) body(q *questions) error {
	if n.Controller != "" || n.Summary != "" {
		return usageError{errors.New("an organisation has neither --controller nor --summary; both are of a notice")}
	}
	if err := q.ask(&n.Title, "What is the organisation called? For example, Anytown Council", "a name in quotes"); err != nil {
		return err
	}
	b := starter.Body{Name: n.Title, ID: load.Slug(n.Title)}
	if n.file != "" {
		b.ID = strings.TrimSuffix(strings.TrimPrefix(slashed(n.file), "content/organisations/"), ".yaml")
	}
	if b.ID == "" {
		return usageError{errors.New("the name has nothing that a file could be named by; name it with --file, such as --file anytown-council")}
	}
	problem := load.NameProblem(b.ID)
	if strings.Contains(b.ID, "/") {
		problem = "files of organisations lie straight in content/organisations"
	}
	if problem != "" {
		return usageError{fmt.Errorf("a file cannot be called “%s”: %s", b.ID, problem)}
	}
	text, err := b.Text()
	if err != nil {
		return err
	}
	name := path.Join("content/organisations", b.ID+".yaml")
	if err := n.begin(name, text); err != nil {
		return err
	}
	return show(q.out, fmt.Sprintf("%s is begun. Open it and put your own facts in. Notices name it as\n“controller: %s”, or as “organisation: %s” where it gets data; then “notices check”\nsays what is still missing.\n", name, b.ID, b.ID))
}

// slashed gives a path as content files are named, also when it was written as on Windows.
func slashed(name string) string { return strings.ReplaceAll(name, `\`, "/") }
