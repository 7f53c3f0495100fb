package rules

import (
	"slices"

	"notices.example/notices"
)

// keysOfItems are the keys of the lists and groups that items of information
// stand under. Where load refused all that stands there, and says so, the item is
// not missing a second time.
var keysOfItems = map[string]string{
	"controller":              "controller",
	"purposes":                "purposes",
	"lawful-basis":            "purposes",
	"data-categories":         "data",
	"provision":               "data",
	"retention":               "retention",
	"rights":                  "rights",
	"complaint-to-controller": "complaints",
	"complaint-to-regulator":  "complaints",
}

// itemRefused reports whether load refused what an item of information stands in.
func (s *Subject) itemRefused(item string) bool {
	key, ok := keysOfItems[item]
	return ok && s.keyRefused(key)
}

// keyRefused reports whether a key was written in one of the files that the notice
// is made of, and load refused all that stands there.
func (s *Subject) keyRefused(key string) bool {
	files := []string{s.Notice.Pos.File}
	if c := s.corporateName(); c.id != "" {
		files = append(files, c.pos.File)
	}
	for _, b := range s.Notice.Included {
		files = append(files, b.Block.Pos.File)
	}
	return slices.ContainsFunc(files, func(file string) bool { return s.around.refused(file, key) })
}

// partRefused is keyRefused for a key of one thing in a list, such as a purpose,
// that stands at the place.
func (s *Subject) partRefused(of notices.Pos, key string) bool {
	return s.around.refused(of.File, s.around.fieldAt(of)+"/"+key)
}

// contactsRefused reports whether the contacts of a body, or of the one that is
// accountable for it, were written and load refused them all.
func (s *Subject) contactsRefused(o *notices.Organisation) bool {
	host := s.organisation(o.HostedBy)
	return s.around.refused(o.Pos.File, "contacts") || host != nil && s.around.refused(host.Pos.File, "contacts")
}
