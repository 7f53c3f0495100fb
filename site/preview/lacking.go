package preview

import (
	"fmt"
	"strings"

	"notices.example/site"
)

// lackView says that a page lacks what a file would say that cannot be read.
type lackView struct {
	Said string
	Href string
}

// lacking gives the files that cannot be read and that the page would say something
// from. Which notices use a file cannot be known while it cannot be read, so
// each page says it.
func (st *state) lacking(f site.File) []lackView {
	var list []lackView
	for _, b := range st.Edition.Broken {
		missing := missingBy(b.File)
		if missing == "" || b.File == f.Source {
			continue
		}
		v := lackView{Said: fmt.Sprintf("%s has a mistake, so %s.", plain(b.File), missing), Href: ownPath}
		if b.Address != "" && !strings.HasPrefix(b.Address, "index.") {
			v.Href = link(b.Address)
		} else if b.Address != "" {
			v.Href = "/"
		}
		list = append(list, v)
	}
	return list
}

// missingBy says what pages lack while a file cannot be read; nothing of a file that
// is about one page.
func missingBy(file string) string {
	below := strings.TrimPrefix(file, "content/")
	folder, _, _ := strings.Cut(below, "/")
	name, _, _ := strings.Cut(below, ".")
	switch {
	case name == "site":
		return "the pages lack what it says of the whole site, such as its title and colours"
	case name == "glossary":
		return "the pages lack the words that it explains"
	case folder == "organisations" || folder == "shared":
		return "what it says is missing on the pages that use it"
	}
	return ""
}

// withLacking puts what a page lacks before what is to be put right on it.
func (v *panelView) withLacking(lacking []lackView) {
	if len(lacking) == 0 {
		return
	}
	v.Lacking, v.Open = lacking, true
	v.SaidMore = ". " + v.Said + v.SaidMore
	v.Said = counted(len(lacking), "file has a mistake", "files have mistakes") + ": something may be missing here"
}
