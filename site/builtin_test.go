package site_test

import (
	"testing"

	"notices.example/site"
)

func TestEveryBuiltInFileSaysWhatItIsFor(t *testing.T) {
	t.Parallel()
	all, err := site.BuiltIns()
	if err != nil || len(all) == 0 {
		t.Fatalf("got %d files, error %v", len(all), err)
	}
	for _, f := range all {
		if f.About == "" || len(f.Content) == 0 {
			t.Errorf("%s: no word is said about it in builtInUses, or it is empty", f.Path)
		}
	}
}
