package notices_test

import (
	"reflect"
	"slices"
	"testing"

	"notices.example/notices"
)

// ofTheWhole are the keys of a notice that are about it as a whole, or that its
// page shows at its top.
var ofTheWhole = []string{
	"title", "kind", "service", "status", "aliases", "summary", "corporate", "inherits", "include", "read_with", "documents", "exemptions",
	"effective", "updated", "translates", "reviewed", "review_due", "expires", "approved_by", "assessment", "changes", "open_questions", "accepted", "body",
}

func TestEveryKeyOfANoticeHasASection(t *testing.T) {
	t.Parallel()
	for _, key := range keysOf(reflect.TypeFor[notices.Notice]()) {
		section := notices.SectionOfField(key + "/1/what")
		if !slices.Contains(notices.Sections, section) {
			t.Errorf("%s is shown in %q, which is no section", key, section)
		}
		if about := section == notices.AboutSection; about != slices.Contains(ofTheWhole, key) {
			t.Errorf("%s is shown in %q: give it its section, or name it as being about the whole", key, section)
		}
	}
}

func keysOf(t reflect.Type) (keys []string) {
	for i := range t.NumField() {
		switch field := t.Field(i); {
		case field.Anonymous:
			keys = append(keys, keysOf(field.Type)...)
		case field.Tag.Get("yaml") != "-":
			keys = append(keys, notices.Key(field.Name))
		}
	}
	return keys
}
