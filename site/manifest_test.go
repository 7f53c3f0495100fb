package site

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The list of published files is the JSON that the library would write.
func TestTheManifestIsJSON(t *testing.T) {
	t.Parallel()
	odd := map[string]string{"": "", "index.html": "00ff", "a/\"b\\\x01.html": "x", "ŵ\u2028/<&>.html": "y", "\xff": "z"}
	for name, m := range map[string]manifest{
		"of nothing":   {About: aboutManifest, Files: map[string]string{}},
		"of a site":    {About: aboutManifest, Version: "v1.2", Files: odd},
		"during a run": {About: aboutManifest, Version: "<dev>", Files: odd, Earlier: map[string][]string{"index.html": {"aa"}, "ŵ": {"a", "b"}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var want bytes.Buffer
			enc := json.NewEncoder(&want)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			if err := enc.Encode(m); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want.String(), string(m.bytes())); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
