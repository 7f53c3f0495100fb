package site

import (
	"os"
	"testing"
)

// What is settled early is a part of publishing: nothing is published when it fails.
func TestSettlingEarlyIsAPartOfPublishing(t *testing.T) {
	t.Parallel()
	for name, closed := range map[string]bool{"a folder that is there": false, "one that is closed": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, err := Stage(t.Context(), Target{Dir: t.TempDir() + "/public"})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Abandon()
			if err := s.Add(File{Path: "a.html", Content: []byte("a")}); err != nil {
				t.Fatal(err)
			}
			root, err := os.OpenRoot(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			if closed {
				root.Close()
			}
			for range 3 {
				s.early.wrote(openFolder{root}, 1<<30)
			}
			fails := closed && settleEarly(openFolder{root}) != nil // some systems settle each file
			if _, err := s.Commit(t.Context(), ""); (err != nil) != fails {
				t.Errorf("it is published with the error %v, want one: %t", err, fails)
			}
		})
	}
}
